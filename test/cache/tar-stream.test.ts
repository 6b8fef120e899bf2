import { describe, expect, test } from 'vitest';
import { passTar, type TarFact } from '../../src/cache/tar-stream.ts';
import { joined, makeTar, tarHeader, withPadding } from '../../src/image/tar.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const END = new Uint8Array(1024);

function header(type: string, name: string, more: { size?: number; link?: string } = {}): Uint8Array {
  return tarHeader({ name, type, mode: 0o644, size: 0, link: '', ...more });
}

/** An extended header, as Go writes it; its records are latin1, so that each character is a byte. */
function pax(records: Record<string, string>): Uint8Array {
  const text = Object.entries(records).map(([key, value]) => {
    const length = key.length + value.length + 3;
    const digits = String(length + String(length).length).length;
    return `${length + digits} ${key}=${value}\n`;
  });
  const content = Uint8Array.from(Buffer.from(text.join(''), 'latin1'));
  return joined([header('x', 'PaxHeaders.0/x', { size: content.length }), withPadding(content)]);
}

const latin1 = (text: string) => Buffer.from(text).toString('latin1');

/** Passes an archive that comes in chunks of so many bytes. */
async function pass(
  archive: Uint8Array,
  chunk = archive.length,
): Promise<{ out: Buffer; seen: (TarFact | undefined)[] }> {
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < archive.length; at += chunk) yield archive.subarray(at, at + chunk);
  }
  const seen: (TarFact | undefined)[] = [];
  const pieces: Uint8Array[] = [];
  for await (const piece of passTar(source(), entry => seen.push(entry))) pieces.push(piece);
  return { out: Buffer.from(joined(pieces)), seen };
}

const ordinary = joined([
  header('5', 'usr/'),
  header('2', 'bin', { link: 'usr/bin' }),
  header('0', 'usr/big', { size: 100_000 }),
  withPadding(new Uint8Array(100_000).fill(1)),
  pax({ path: latin1('größe'), 'SCHILY.xattr.security.capability': '\x01\x00\n=\x00\xff' }),
  header('0', 'gr', { size: 3 }),
  withPadding(bytesOf('abc')),
  pax({ path: latin1('härt'), linkpath: latin1('größe') }),
  header('1', 'h', { size: 3 }),
  pax({ size: '5' }),
  header('0', 'five', { size: 512 }),
  withPadding(bytesOf('12345')),
  header('6', 'pipe'),
  header('3', 'null'),
  END,
  new Uint8Array(8192),
]);

describe('an archive', () => {
  test.each([ordinary.length, 65_536, 513, 512, 511, 7])('passes as it is, in chunks of %j bytes', async chunk => {
    const { out, seen } = await pass(ordinary, chunk);
    expect(out.equals(ordinary)).toBe(true);
    expect(seen).toEqual([
      { path: 'usr/', type: 'directory', target: '' },
      { path: 'bin', type: 'link', target: 'usr/bin' },
      { path: 'usr/big', type: 'file', target: '' },
      { path: 'größe', type: 'file', target: '' },
      { path: 'härt', type: 'hard link', target: 'größe' },
      { path: 'five', type: 'file', target: '' },
      { path: 'pipe', type: 'other', target: '' },
      { path: 'null', type: 'other', target: '' },
      undefined,
    ]);
  });

  test('of our own making passes too', async () => {
    const made = makeTar([
      { name: 'a', kind: 'directory' },
      { name: 'b', kind: 'file', content: bytesOf('text') },
      { name: 'c', kind: 'link', target: '/ü' },
    ]);
    const { out, seen } = await pass(made);
    expect(out.equals(made)).toBe(true);
    expect(seen.map(entry => entry?.path)).toEqual(['a', 'b', 'c', undefined]);
  });

  test("has the long targets of its links in GNU tar's form afterwards, and all their other attributes", async () => {
    const target = `/${'ü'.repeat(300)}`;
    const link = header('2', 'link', { link: 'u' });
    const mtime = { mtime: '1.5' };
    const archive = joined([pax({ linkpath: latin1(target) }), link, pax({ ...mtime, linkpath: '../x' }), link, END]);
    const long = (text: string) => {
      const content = bytesOf(`${text}\0`);
      return [header('K', '././@LongLink', { size: content.length }), withPadding(content)];
    };
    const others = pax(mtime);
    others.set(header('x', 'pax', { size: 13 }));
    const { out, seen } = await pass(archive);
    expect(out.equals(joined([...long(target), link, ...long('../x'), others, link, END]))).toBe(true);
    expect(seen.map(entry => entry?.target)).toEqual([target, '../x', undefined]);
  });

  test.each([0, 100, 512, 600, 102_500])('that ends after %j bytes has no end mark', async length => {
    const { out, seen } = await pass(ordinary.subarray(0, length));
    expect(out.length).toBeLessThanOrEqual(length);
    expect(seen).not.toContain(undefined);
  });

  test.each<[string, Uint8Array, string]>([
    ['an entry of another kind', header('S', 'sparse'), 'unknown kind S'],
    [
      'an error of the engine in its midst',
      withPadding(bytesOf('{"message":"input/output error"}'.repeat(20))),
      'kind',
    ],
    ['a record without its length', joined([header('x', 'x', { size: 6 }), withPadding(bytesOf('path=a'))]), 'be read'],
    [
      'a record that is too long',
      joined([header('x', 'x', { size: 9 }), withPadding(bytesOf('99 path=a'))]),
      'be read',
    ],
    ['a record of no length', joined([header('x', 'x', { size: 9 }), withPadding(bytesOf('0 path=a\n'))]), 'be read'],
    ['attributes of a gigabyte', header('x', 'x', { size: 1 << 30 }), 'too many attributes'],
    ['a size that is no number', joined([pax({ size: '-5' }), header('0', 'a')]), 'size -5'],
  ])('with %s fails', async (_, start, message) => {
    await expect(pass(joined([start, END]))).rejects.toThrow(message);
  });
});
