// The root directory of a run entry as the kernel sees it, against what the entry's header says of it.
import { mkdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { TopLevel } from '../../../src/cache/top-level.ts';
import { asRoot } from '../../../src/host/steps/root.ts';
import { requireRoot } from '../../../src/mount/steps/skeleton.ts';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import { run } from '../../lab/process.ts';
import { runnerUser } from '../../lab/user.ts';
import { folderWith } from '../../temporary-folder.ts';
import { headerOf, KEY_PREFIX, runEntry, save, serve } from './serving.ts';

let service: CacheService;

beforeAll(async () => {
  // It comes with what mounts images.
  await runnerUser();
  service = await startCacheService({ hostsFile: false });
});
afterAll(() => service.stop());
beforeEach(() => service.clear());

/** Serves a squashfs of this folder, whose header says this of it, and returns where it is mounted and what was said. */
async function mounted(source: string, topLevel: TopLevel[]): Promise<{ folder: string; said: TopLevel[] }> {
  const folder = await folderWith({});
  await run(['mksquashfs', source, join(folder, 'squashfs'), '-quiet', '-no-progress', '-comp', 'zstd']);
  const data = await readFile(join(folder, 'squashfs'));
  await save(service, `${KEY_PREFIX}1`, runEntry(data, { ...headerOf(data), topLevel }));
  const serving = await serve(service);
  const { header } = await serving.told('found');
  await serving.told('mounted');
  const files = join(folder, 'files');
  await mkdir(files);
  await run(asRoot(['mount', '-t', 'squashfs', '-o', 'loop,ro,nosuid,nodev', serving.mountpoint, files]));
  onTestFinished(async () => {
    await run(asRoot(['umount', files]));
    await serving.finish();
  });
  return { folder: files, said: header.topLevel };
}

test('an honest one is as it is described', async () => {
  const source = await folderWith({ 'usr/bin/python': '', entry: '' });
  await symlink('usr/bin', join(source, 'bin'));
  const { folder, said } = await mounted(source, [
    { name: 'usr', kind: 'directory' },
    { name: 'entry', kind: 'file' },
    { name: 'bin', kind: 'link', target: 'usr/bin' },
  ]);
  await requireRoot(said, folder);
});

test.each(['directory', 'file'] as const)('a link that is called a %s is refused', async kind => {
  const source = await folderWith({});
  const outside = await folderWith({ file: '' });
  await symlink(kind === 'file' ? join(outside, 'file') : outside, join(source, 'usr'));
  const { folder, said } = await mounted(source, [{ name: 'usr', kind }]);
  await expect(requireRoot(said, folder)).rejects.toThrow('its root directory is not what its header says');
});
