import { expect, test } from 'vitest';
import { BLOCK, joined, setTime, tarHeader, withPadding } from '../../src/image/tar.ts';
import { contentOf, readEntries, textAt } from '../../src/image/tar-entries.ts';
import { clampTimes, ownLayers } from '../../src/share/layer-times.ts';

const COMMIT = 1_700_000_000;
const bytesOf = (text: string) => new TextEncoder().encode(text);

function entry(name: string, type: string, seconds: number, content = ''): Uint8Array {
  const header = setTime(tarHeader({ name, type, mode: 0o644, size: bytesOf(content).length, link: '' }), seconds);
  return joined([header, withPadding(bytesOf(content))]);
}

function pax(...records: string[]): Uint8Array {
  const lines = records.map(record => {
    const length = bytesOf(record).length + 2;
    return `${length + String(length + 2).length} ${record}\n`;
  });
  return entry('PaxHeaders.0/x', 'x', 0, lines.join(''));
}

const end = new Uint8Array(2 * BLOCK);

async function* source(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  const all = joined(pieces);
  for (let at = 0; at < all.length; at += 700) yield all.subarray(at, at + 700);
}

async function clamped(...pieces: Uint8Array[]): Promise<Uint8Array> {
  const out: Uint8Array[] = [];
  for await (const piece of clampTimes(source(...pieces), COMMIT)) out.push(piece);
  return joined(out);
}

/** `name time content` of each entry, with its pax records. */
async function listed(archive: Uint8Array): Promise<string[]> {
  const lines: string[] = [];
  for await (const found of readEntries(source(archive))) {
    if ('end' in found) break;
    const text: string[] = [];
    for await (const piece of contentOf(found)) text.push(new TextDecoder().decode(piece));
    const records = (found.pax ?? []).map(({ key }) => key).join(',');
    const time = Number.parseInt(textAt(found.header, 136, 12), 8) - COMMIT;
    lines.push([found.path, time, text.join(''), records].filter(part => part !== '').join(' '));
  }
  return lines;
}

test('what is newer than the commit gets its time, what is older keeps its own', async () => {
  const layer = [
    entry('usr/', '5', COMMIT - 5),
    entry('usr/src/', '5', COMMIT + 100),
    entry('usr/src/old', '0', COMMIT - 1, 'old'),
    entry('usr/src/same', '0', COMMIT, 'same'),
    entry('usr/src/new', '0', COMMIT + 1, 'n'.repeat(2000)),
    entry('usr/src/link', '2', COMMIT + 1),
  ];
  expect(await listed(await clamped(...layer, end))).toEqual([
    'usr/ -5',
    'usr/src/ 0',
    'usr/src/old -1 old',
    'usr/src/same 0 same',
    `usr/src/new 0 ${'n'.repeat(2000)}`,
    'usr/src/link 0',
  ]);
});

test('times in pax records count, and go where they are too new; other records stay', async () => {
  const layer = [
    pax(`mtime=${COMMIT + 7}.5`, 'path=längs', 'ctime=1800000000.125'),
    entry('l', '0', COMMIT - 3, 'x'),
    pax(`mtime=${COMMIT - 2}.5`),
    entry('kept', '0', COMMIT - 2, 'y'),
    pax(`mtime=${COMMIT + 7}.5`),
    entry('bare', '0', COMMIT + 7),
  ];
  expect(await listed(await clamped(...layer, end))).toEqual(['längs 0 x path', 'kept -2 y mtime', 'bare 0']);
});

test('the same files are the same layer, whenever they were checked out', async () => {
  const at = (seconds: number) => clamped(entry('app/', '5', seconds), entry('app/a', '0', seconds, 'a'), end);
  expect(await at(COMMIT + 10)).toEqual(await at(COMMIT + 999));
});

test('what is older all over passes byte by byte', async () => {
  const layer = joined([pax('SCHILY.xattr.u=\u0001'), entry('a', '0', COMMIT, 'a'), end, end]);
  expect(await clamped(layer)).toEqual(layer);
});

test('an archive that was cut short fails', async () => {
  await expect(clamped(entry('a', '0', COMMIT, 'a'))).rejects.toThrow('ends too early');
});

test.each<[string, string[], string[], string[]]>([
  ['some', ['a', 'b', 'c', 'd'], ['a', 'b'], ['c', 'd']],
  ['none', ['a', 'b'], ['a', 'b'], []],
  ['all, on an image without layers', ['a'], [], ['a']],
  ['all, on another image', ['x', 'b', 'c'], ['a', 'b'], ['x', 'b', 'c']],
])('layers of its own: %s', (_, all, below, expected) => {
  expect(ownLayers(all, below)).toEqual(expected);
});
