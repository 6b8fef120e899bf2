import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { loadSkeleton, placeVolumes } from '../../../src/mount/steps/skeleton.ts';
import { engineThat } from '../../engine-socket.ts';
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

describe('the skeleton is loaded', () => {
  const header = { image: { id: '', contentId: '', config: {}, workdir: '', environment: {} }, topLevel: [] };
  const load = (socket: string) => loadSkeleton('dev-in-docker/skeleton:run-1', header, socket);

  test('with its reference', async () => {
    let loaded = '';
    const socket = await engineThat(async (answer, call) => {
      loaded = `${call.method} ${call.url} ${await buffer(call)}`;
      answer.end('{"stream":"Loaded image: dev-in-docker/skeleton:run-1\\n"}');
    });
    await load(socket);
    expect(loaded).toMatch(/^POST \/images\/load\?quiet=1 .*"dev-in-docker\/skeleton:run-1"/s);
  });

  const full = '{"errorDetail":{"message":"no space left on device"}}';
  test.each<[string, number, string, string]>([
    ['refused', 500, '{"message":"read-only file system"}', 'read-only file system'],
    ['begun and given up', 200, full, full],
    ['loaded and given up', 200, `{"stream":"Loaded image: a"}${full}`, 'no space left on device'],
    ['passed over', 200, '', ''],
  ])('or else the engine says why: %s', async (_, status, said, words) => {
    const socket = await engineThat(async (answer, call) => {
      await buffer(call);
      answer.writeHead(status).end(said);
    });
    await expect(load(socket)).rejects.toThrow(`the engine did not take its skeleton (`);
    await expect(load(socket)).rejects.toThrow(words);
  });
});
