/** A file, folder or link for an archive; what is not said belongs to root. */
export type TarEntry =
  | { name: string; kind: 'directory' }
  | { name: string; kind: 'file'; content?: Uint8Array }
  | { name: string; kind: 'link'; target: string };

/** Bytes that all in an archive comes in. */
export const BLOCK = 512;
/** Bytes that a name or the target of a link may have. */
export const LONGEST_NAME = 100;

const TYPES = { file: '0', link: '2', directory: '5' } as const;

/** An archive in the format of POSIX (ustar). Fails on names and targets that are longer than LONGEST_NAME. */
export function makeTar(entries: TarEntry[]): Uint8Array {
  const blocks = entries.flatMap(entry => {
    const content = (entry.kind === 'file' && entry.content) || new Uint8Array();
    return [
      tarHeader({
        name: entry.name,
        type: TYPES[entry.kind],
        mode: entry.kind === 'file' ? 0o644 : 0o755,
        size: content.length,
        link: entry.kind === 'link' ? entry.target : '',
      }),
      withPadding(content),
    ];
  });
  return joined([...blocks, new Uint8Array(2 * BLOCK)]);
}

/** The block before an entry's content. Fails as makeTar does. */
export function tarHeader(entry: { name: string; type: string; mode: number; size: number; link: string }): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string, room: number) => {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > room) throw new Error(`${text} is too long for an archive`);
    block.set(bytes, at);
  };
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  put(0, entry.name, LONGEST_NAME);
  put(100, octal(entry.mode, 7), 8);
  put(108, octal(0, 7), 8); // user
  put(116, octal(0, 7), 8); // group
  putSize(block, entry.size);
  put(136, octal(0, 11), 12); // time
  put(156, entry.type, 1);
  put(157, entry.link, LONGEST_NAME);
  put(257, 'ustar\x0000', 8);
  return withSum(block);
}

/** Eleven octal digits, or from 8 GiB on a number of bytes with the first bit set (GNU, read by Go too). */
function putSize(block: Uint8Array, size: number): void {
  if (size < 8 ** 11) {
    block.set(new TextEncoder().encode(`${size.toString(8).padStart(11, '0')}\0`), 124);
    return;
  }
  block[124] = 0x80;
  new DataView(block.buffer).setBigUint64(128, BigInt(size));
}

/** A header with another time of modification, in seconds since 1970. */
export function setTime(header: Uint8Array, seconds: number): Uint8Array {
  const block = new Uint8Array(header);
  block.set(new TextEncoder().encode(`${seconds.toString(8).padStart(11, '0')}\0`), 136);
  return withSum(block);
}

/** Content as it stands in an archive: whole blocks. */
export function withPadding(content: Uint8Array): Uint8Array {
  return joined([content, new Uint8Array(paddedSize(content.length) - content.length)]);
}

/** Bytes that content of so many bytes takes in an archive. */
export function paddedSize(bytes: number): number {
  return Math.ceil(bytes / BLOCK) * BLOCK;
}

/** Some bytes after each other. */
export function joined(pieces: Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Fills in a header's sum, which counts its own place as blanks. */
function withSum(block: Uint8Array): Uint8Array {
  const put = (text: string) => block.set(new TextEncoder().encode(text), 148);
  put(' '.repeat(8));
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}
