import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { TopLevel } from '../../../src/cache/top-level.ts';
import { loadSkeleton, placeVolumes, requireRoot } from '../../../src/mount/steps/skeleton.ts';
import { engineThat } from '../../engine-socket.ts';
import { run } from '../../lab/process.ts';
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

describe('a root directory', () => {
  const described: TopLevel[] = [
    { name: 'bin', kind: 'link', target: 'usr/bin' },
    { name: 'entry', kind: 'file' },
    { name: 'usr', kind: 'directory' },
  ];
  const root = async () => {
    // Docker makes the last one itself, whatever it is in the image.
    const folder = await folderWith({ 'usr/bin/python': '', entry: '', 'proc/nothing': '' });
    await symlink('usr/bin', join(folder, 'bin'));
    return folder;
  };

  test('is what the header says of it', async () => {
    await requireRoot(described.toReversed(), await root());
  });

  test.each<[string, (folder: string) => Promise<unknown>]>([
    ['a directory that is a link', folder => replaced(folder, 'usr', path => symlink('/', path))],
    ['a directory that is a link to nothing', folder => replaced(folder, 'usr', path => symlink('nothing', path))],
    ['a file that is a link', folder => replaced(folder, 'entry', path => symlink('/etc/passwd', path))],
    ['a file that is a pipe', folder => replaced(folder, 'entry', path => run(['mkfifo', path]))],
    ['a file that is a directory', folder => replaced(folder, 'entry', path => mkdir(path))],
    ['a directory that is a file', folder => replaced(folder, 'usr', path => writeFile(path, ''))],
    ['a link that is a directory', folder => replaced(folder, 'bin', path => mkdir(path))],
    ['a directory that is missing', folder => replaced(folder, 'usr', async () => undefined)],
    ['something that it does not name', folder => writeFile(join(folder, 'more'), '')],
  ])('or else it is refused: %s', async (_, change) => {
    const folder = await root();
    await change(folder);
    await expect(requireRoot(described, folder)).rejects.toThrow('its root directory is not what its header says');
  });
});

async function replaced(folder: string, name: string, make: (path: string) => Promise<unknown>): Promise<void> {
  await rm(join(folder, name), { recursive: true });
  await make(join(folder, name));
}

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
