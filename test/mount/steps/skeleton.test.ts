import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeVolumes } from '../../../src/mount/steps/skeleton.ts';
import { folderWith } from '../../temporary-folder.ts';

const volumes = (...paths: string[]) => ({ Volumes: Object.fromEntries(paths.map(path => [path, {}])) });

test('volumes that have files are mounts, others are empty; some are mounted anyway', async () => {
  const folder = await folderWith({ 'opt/data/kept': '', 'top/kept': '', 'work/inside/kept': '' });
  await mkdir(join(folder, 'opt/empty'));
  const config = volumes(
    '/opt/data',
    '/opt/empty/',
    '/opt/empty',
    '/top',
    '/new',
    '/opt/new/deep',
    '/work/inside',
    '/work',
  );
  expect(await placeVolumes({ ...config, WorkingDir: '/work' }, folder)).toEqual({
    mounts: ['/opt/data', '/opt/empty', '/work/inside'].map(target => ({ source: join(folder, target), target })),
    volumes: ['/new', '/opt/new/deep'],
  });
});

test.each([{}, { Volumes: null }, { Volumes: {} }])('an image without volumes has none: %j', async config => {
  expect(await placeVolumes(config, '/nowhere')).toEqual({ mounts: [], volumes: [] });
});

test.each(['/opt/a,type=bind,src=/', '/opt/a"', '/opt/a\n', '/opt/../root', 'opt', ''])(
  'no volume has a path that is more than a path: %j',
  async path => {
    await expect(placeVolumes(volumes('/opt', path), '/nowhere')).rejects.toThrow('nothing can be mounted');
  },
);

test.each(['/link', '/link/deep', '/link/new', '/dangling', '/dangling/new', '/file/new'])(
  'no mount follows a link out of the image: %s',
  async path => {
    const folder = await folderWith({ 'real/deep/kept': '' });
    await symlink('real', join(folder, 'link'));
    await symlink('/nowhere', join(folder, 'dangling'));
    await writeFile(join(folder, 'file'), '');
    await expect(placeVolumes(volumes(path), folder)).rejects.toThrow('behind a link');
  },
);
