import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readRegularFile } from '../../../src/host/steps/read.ts';
import { folderWith } from '../../temporary-folder.ts';

test.each<[string, (path: string, folder: string) => unknown, string | undefined]>([
  ['a file', () => undefined, 'content'],
  ['a file of as many bytes as may be', path => truncate(path, 10), 'content\0\0\0'],
  ['one with more', path => truncate(path, 11), undefined],
  ['one of a TiB', path => truncate(path, 2 ** 40), undefined],
  ['a link to a file', (_, folder) => symlink('file', join(folder, 'other')), undefined],
  ['a folder', (_, folder) => mkdir(join(folder, 'other')), undefined],
  ['a pipe that nobody writes to', (_, folder) => execFileSync('mkfifo', [join(folder, 'other')]), undefined],
  ['a socket', (_, folder) => listenAt(join(folder, 'other')), undefined],
])('%s', async (_, prepare, expected) => {
  const folder = await folderWith({ file: 'content' });
  const path = join(folder, 'file');
  await prepare(path, folder);
  const other = await readRegularFile(join(folder, 'other'), 10).catch(() => 'absent');
  const read = other === 'absent' ? await readRegularFile(path, 10) : other;
  expect(read?.toString()).toBe(expected);
});

test('an empty file, and none', async () => {
  const folder = await folderWith({ empty: '' });
  expect((await readRegularFile(join(folder, 'empty'), 10))?.toString()).toBe('');
  await expect(readRegularFile(join(folder, 'absent'), 10)).rejects.toThrow('ENOENT');
});

async function listenAt(path: string): Promise<void> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(path, resolve));
  onTestFinished(() => void server.close());
}
