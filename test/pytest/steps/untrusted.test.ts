import { execFileSync } from 'node:child_process';
import { appendFile, link, mkdir, mkdtemp, open, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readResults } from '../../../src/pytest/read-results.ts';
import { readUntrusted } from '../../../src/pytest/steps/untrusted.ts';

const MiB = 1024 * 1024;
const secret = 'root:x:0:0';
let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'untrusted-'));
  path = join(folder, 'results.jsonl');
  await writeFile(join(folder, 'secret'), secret);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** How many files this process has open. */
async function openFiles(): Promise<number> {
  return (await readdir('/proc/self/fd')).length;
}

test('a plain file is read whole', async () => {
  await writeFile(path, 'one\n☃ two\n');
  expect(await readUntrusted(path)).toBe('one\n☃ two\n');
});

test.each<[string, () => unknown]>([
  ['nothing', () => {}],
  ['a symbolic link', () => symlink(join(folder, 'secret'), path)],
  ['a symbolic link to itself', () => symlink(path, path)],
  ['a second name of another file', () => link(join(folder, 'secret'), path)],
  ['a folder', () => mkdir(path)],
  ['a pipe to which nobody writes', () => execFileSync('mkfifo', [path])],
  ['a link to a device that never ends', () => symlink('/dev/zero', path)],
  ['an empty file', () => writeFile(path, '')],
])(
  '%s reads as nothing, at once',
  async (_, make) => {
    await make();
    const before = await openFiles();
    expect(await readUntrusted(path)).toBe('');
    expect(await openFiles()).toBe(before);
  },
  2000,
);

test('a pipe with a writer that stays reads as nothing', async () => {
  execFileSync('mkfifo', [path]);
  const writer = await open(path, 'r+'); // both ends, so that opening it does not wait
  await writer.write(secret);
  expect(await readUntrusted(path)).toBe('');
  await writer.close();
}, 2000);

test('of a file of one TiB the start and the end are read', async () => {
  await writeFile(path, 'first\n');
  await truncate(path, 1024 ** 4);
  await appendFile(path, '\nlast\n');
  const text = await readUntrusted(path);
  expect(text.length).toBe(64 * MiB + 1 + 64 * 1024);
  expect(text.startsWith('first\n')).toBe(true);
  expect(text.endsWith('\nlast\n')).toBe(true);
});

test.each([64 * MiB, 64 * MiB + 1, 64 * MiB + 64 * 1024, 64 * MiB + 64 * 1024 + 1])(
  'of %i bytes none is read twice',
  async size => {
    await writeFile(path, Buffer.alloc(size - 2, 'x'));
    await appendFile(path, 'yz');
    const text = await readUntrusted(path);
    expect(text.length).toBe(Math.min(size, 64 * MiB + 64 * 1024) + (size > 64 * MiB ? 1 : 0));
    expect(text.indexOf('y')).toBe(text.length - (size === 64 * MiB + 1 ? 3 : 2));
    expect(text.endsWith('z')).toBe(true);
  },
);

test('how a huge suite ended is known, whatever the cut went through', async () => {
  const file = await open(path, 'w');
  const name = 'x'.repeat(900);
  const lines: string[] = [];
  for (let number = 0; number < 100; number++) {
    lines.push(JSON.stringify({ event: 'started', test: `${name}${number}` }));
    lines.push(JSON.stringify({ event: 'finished', test: `${name}${number}`, passed: true, setup: 0, call: 1 }));
  }
  const block = `\n${lines.join('\n\n')}\n`;
  for (let size = 0; size < 66 * MiB; size += block.length) await file.write(block);
  await file.write('\n{"event": "end", "status": 1, "counts": {"passed": 70000, "failed": 2}}\n');
  await file.close();
  expect(readResults(await readUntrusted(path))).toMatchObject({
    exitStatus: 1,
    counts: { passed: 70_000, failed: 2 },
  });
});

test('a file that is being written is read as far as it goes', async () => {
  await writeFile(path, 'first\n');
  const writer = await open(path, 'a');
  let isWriting = true;
  let written = 0;
  const writing = (async () => {
    while (isWriting) {
      await writer.write('next\n'.repeat(100_000));
      written += 1;
    }
  })();
  const texts: string[] = [];
  while (written < 20) texts.push(await readUntrusted(path));
  isWriting = false;
  await writing;
  await writer.close();
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) expect(text.replace(/^first\n(next\n)*/, '')).toMatch(/^(n|ne|nex|next)?$/);
});
