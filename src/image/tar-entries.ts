// Reads archives in POSIX pax format, as Go's archive/tar writes them, piece by piece.
import { BLOCK, joined, paddedSize, tarHeader, withPadding } from './tar.ts';

/** A pax record of an entry; `bytes` is all of it, with its length and key. */
export type PaxRecord = { key: string; value: Uint8Array; bytes: Uint8Array };

/** One entry of an archive. Its content must be read before the next entry is asked for. */
export type RawEntry = {
  /** Blocks before the entry's own header, as they were: the header of its pax records. */
  first: Uint8Array;
  header: Uint8Array;
  /** Absent where there is no header for them. */
  pax: PaxRecord[] | undefined;
  /** `0` for a file, and so on (POSIX). */
  type: string;
  path: string;
  /** Bytes of the content, less the padding. */
  size: number;
  /** The content with its padding, as it comes. */
  blocks(): AsyncGenerator<Uint8Array>;
};

const LONGEST_PAX_BYTES = 1 << 20;

/**
 * The entries of an archive, then the blocks from its end mark on; without these it was cut short. Fails on what
 * Docker never writes.
 */
export async function* readEntries(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<RawEntry | { end: AsyncGenerator<Uint8Array> }> {
  const input = readerOf(source);
  for (;;) {
    const first = await input.take(BLOCK);
    if (first === undefined) return;
    if (first.every(byte => byte === 0)) {
      yield { end: after(first, input) };
      return;
    }
    const pax =
      typeOf(first) === 'x' ? readPax(await input.take(paddedSize(paxSize(first))), paxSize(first)) : undefined;
    const header = pax === undefined ? first : await input.take(BLOCK);
    if (header === undefined) return;
    const type = typeOf(header);
    // A hard link has the size of what it links to in some archives, but no content.
    const size = type === '0' ? sizeOf(header, pax ?? []) : 0;
    yield {
      first,
      header,
      pax,
      type,
      path: pathOf(header, pax ?? []),
      size,
      blocks: () => input.pass(paddedSize(size)),
    };
  }
}

/** The blocks before an entry's content, as they were. */
export function headersOf({ first, header, pax }: RawEntry): Uint8Array[] {
  return pax ? [first, recordBlocks(pax), header] : [header];
}

/** The blocks of other records for an entry, with a header of their own; none for none. */
export function paxHeaders(records: PaxRecord[]): Uint8Array[] {
  if (records.length === 0) return [];
  const size = records.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [tarHeader({ name: 'pax', type: 'x', mode: 0o644, size, link: '' }), recordBlocks(records)];
}

function recordBlocks(records: PaxRecord[]): Uint8Array {
  return withPadding(joined(records.map(({ bytes }) => bytes)));
}

/** An entry's content without its padding. */
export async function* contentOf({ size, blocks }: RawEntry): AsyncGenerator<Uint8Array> {
  let left = size;
  for await (const piece of blocks()) {
    if (left > 0) yield piece.subarray(0, left);
    left -= piece.length;
  }
}

async function* after(first: Uint8Array, input: ByteReader): AsyncGenerator<Uint8Array> {
  yield first;
  yield* input.pass(Number.POSITIVE_INFINITY);
}

/** The value of an entry's last record of that name. */
export function recordOf(pax: PaxRecord[], key: string): Uint8Array | undefined {
  return pax.findLast(record => record.key === key)?.value;
}

/** Text of a field of a header, up to its first zero. */
export function textAt(block: Uint8Array, at: number, room: number): string {
  const field = block.subarray(at, at + room);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function pathOf(header: Uint8Array, pax: PaxRecord[]): string {
  const long = recordOf(pax, 'path');
  if (long) return new TextDecoder().decode(long);
  const prefix = textAt(header, 345, 155);
  return `${prefix === '' ? '' : `${prefix}/`}${textAt(header, 0, 100)}`;
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

/** Reads a stream piece by piece. */
export type ByteReader = {
  /** Exactly so many bytes, or undefined where the stream ends before. */
  take(count: number): Promise<Uint8Array | undefined>;
  /** The next so many bytes, or what there is of them, as they come. */
  pass(count: number): AsyncGenerator<Uint8Array>;
};

/** A reader of the bytes that come, however they are cut. */
export function readerOf(source: AsyncIterable<Uint8Array>): ByteReader {
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
