// The archive that `docker export` writes (POSIX pax, by Go's archive/tar), on its way to mksquashfs.
import { BLOCK, joined, paddedSize, tarHeader, withPadding } from './tar.ts';

/** What an archive says of one entry. */
export type TarFact = { path: string; type: 'file' | 'hard link' | 'link' | 'directory' | 'other'; target: string };

type PaxRecord = { key: string; value: Uint8Array; bytes: Uint8Array };

const TYPES: Record<string, TarFact['type']> = {
  '0': 'file',
  '1': 'hard link',
  '2': 'link',
  '3': 'other',
  '4': 'other',
  '5': 'directory',
  '6': 'other',
};
/** Small pieces are handed on together: each piece costs a write. */
const BATCH_BYTES = 32 << 10;
const LONGEST_PAX_BYTES = 1 << 20;

/**
 * Passes an archive on, and tells of each entry, then `undefined` at the archive's end mark; without that it was cut
 * short. Only one thing changes: targets of links that stand in pax records get GNU tar's form, since mksquashfs before
 * 4.6 (that of Ubuntu 22.04 and Debian 12) takes `/` and `../` from the beginning of the former. Fails on what
 * `docker export` never writes.
 */
export async function* passTar(
  source: AsyncIterable<Uint8Array>,
  onEntry: (entry: TarFact | undefined) => void,
): AsyncGenerator<Uint8Array> {
  let batch: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces(readerOf(source), onEntry)) {
    batch.push(piece);
    bytes += piece.length;
    if (bytes < BATCH_BYTES) continue;
    yield joined(batch);
    batch = [];
    bytes = 0;
  }
  yield joined(batch);
}

async function* pieces(input: Reader, onEntry: (entry: TarFact | undefined) => void): AsyncGenerator<Uint8Array> {
  for (;;) {
    const first = await input.take(BLOCK);
    if (first === undefined) return;
    if (first.every(byte => byte === 0)) {
      onEntry(undefined);
      yield first;
      break;
    }
    const pax =
      typeOf(first) === 'x' ? readPax(await input.take(paddedSize(paxSize(first))), paxSize(first)) : undefined;
    const header = pax === undefined ? first : await input.take(BLOCK);
    if (header === undefined) return;
    const entry = factOf(header, pax ?? []);
    onEntry(entry);
    yield* headers(first, header, pax, entry);
    // A hard link has the size of what it links to in some archives, but no content.
    if (entry.type === 'file') yield* input.pass(paddedSize(sizeOf(header, pax ?? [])));
  }
  yield* input.pass(Number.POSITIVE_INFINITY);
}

/** The blocks before an entry's content. */
function headers(first: Uint8Array, header: Uint8Array, pax: PaxRecord[] | undefined, { type }: TarFact): Uint8Array[] {
  if (!pax) return [header];
  const target = recordOf(pax, 'linkpath');
  if (type !== 'link' || !target) return [first, withPadding(joined(pax.map(record => record.bytes))), header];
  const others = joined(pax.filter(record => record.key !== 'linkpath').map(record => record.bytes));
  const attributes = { mode: 0o644, link: '' };
  // GNU tar ends it with a zero, which counts.
  const gnu = joined([target, new Uint8Array(1)]);
  return [
    tarHeader({ name: '././@LongLink', type: 'K', size: gnu.length, ...attributes }),
    withPadding(gnu),
    ...(others.length === 0
      ? []
      : [tarHeader({ name: 'pax', type: 'x', size: others.length, ...attributes }), withPadding(others)]),
    header,
  ];
}

function factOf(header: Uint8Array, pax: PaxRecord[]): TarFact {
  const type = TYPES[typeOf(header)];
  if (type === undefined) throw new Error(`the archive has an entry of the unknown kind ${typeOf(header)}`);
  const prefix = textAt(header, 345, 155);
  const name = `${prefix === '' ? '' : `${prefix}/`}${textAt(header, 0, 100)}`;
  const long = (key: string) => {
    const value = recordOf(pax, key);
    return value && new TextDecoder().decode(value);
  };
  return { path: long('path') ?? name, type, target: long('linkpath') ?? textAt(header, 157, 100) };
}

function typeOf(header: Uint8Array): string {
  // Before POSIX, an ordinary file had a zero here.
  return String.fromCharCode(header[156] || 0x30);
}

function sizeOf(header: Uint8Array, pax: PaxRecord[]): number {
  const large = recordOf(pax, 'size');
  const size = large ? new TextDecoder().decode(large) : textAt(header, 124, 12).trim();
  const bytes = Number.parseInt(size || '0', large ? 10 : 8);
  if (!/^\d*$/.test(size) || !Number.isSafeInteger(bytes))
    throw new Error(`the archive has an entry of the size ${size}`);
  return bytes;
}

function paxSize(header: Uint8Array): number {
  const size = sizeOf(header, []);
  if (size > LONGEST_PAX_BYTES) throw new Error('the archive has an entry with too many attributes');
  return size;
}

function textAt(block: Uint8Array, at: number, room: number): string {
  const field = block.subarray(at, at + room);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function recordOf(pax: PaxRecord[], key: string): Uint8Array | undefined {
  return pax.findLast(record => record.key === key)?.value;
}

/** Records such as `17 path=größe\n`, where the number is the length of the whole record; values may have any bytes. */
function readPax(blocks: Uint8Array | undefined, size: number): PaxRecord[] {
  const records: PaxRecord[] = [];
  let rest = (blocks ?? new Uint8Array()).subarray(0, size);
  while (rest.length > 0) {
    const blank = rest.indexOf(0x20);
    const length = Number(new TextDecoder().decode(rest.subarray(0, Math.max(blank, 0))) || Number.NaN);
    const bytes = rest.subarray(0, length);
    const equals = bytes.indexOf(0x3d);
    if (!(length > equals) || equals < blank || bytes.length !== length || bytes.at(-1) !== 0x0a) {
      throw new Error('the archive has an entry with attributes that can not be read');
    }
    const key = new TextDecoder().decode(bytes.subarray(blank + 1, equals));
    records.push({ key, value: bytes.subarray(equals + 1, -1), bytes });
    rest = rest.subarray(length);
  }
  return records;
}

type Reader = {
  /** Exactly so many bytes, or undefined where the stream ends before. */
  take(count: number): Promise<Uint8Array | undefined>;
  /** The next so many bytes, or what there is of them, as they come. */
  pass(count: number): AsyncGenerator<Uint8Array>;
};

function readerOf(source: AsyncIterable<Uint8Array>): Reader {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  /** At most so many bytes, and none only at the end. */
  const some = async (count: number): Promise<Uint8Array> => {
    while (rest.length === 0) {
      const { value, done } = await chunks.next();
      if (done) return rest;
      rest = value;
    }
    const piece = rest.subarray(0, count);
    rest = rest.subarray(piece.length);
    return piece;
  };
  async function* pass(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0; ) {
      const piece = await some(left);
      if (piece.length === 0) return;
      left -= piece.length;
      yield piece;
    }
  }
  const take = async (count: number) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of pass(count)) pieces.push(piece);
    const bytes = joined(pieces);
    return bytes.length === count ? bytes : undefined;
  };
  return { take, pass };
}
