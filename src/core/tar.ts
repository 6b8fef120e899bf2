/** A file, folder or link for an archive; what is not said belongs to root. */
export type TarEntry =
  | { name: string; kind: 'directory' }
  | { name: string; kind: 'file'; content?: Uint8Array }
  | { name: string; kind: 'link'; target: string };

const BLOCK = 512;
const TYPES = { file: '0', link: '2', directory: '5' } as const;

/** An archive in the format of POSIX (ustar). Fails on names and targets of more than 100 bytes. */
export function makeTar(entries: TarEntry[]): Uint8Array {
  const blocks = entries.flatMap(entry => {
    const content = (entry.kind === 'file' && entry.content) || new Uint8Array();
    const padding = new Uint8Array((BLOCK - (content.length % BLOCK)) % BLOCK);
    return [header(entry, content.length), content, padding];
  });
  blocks.push(new Uint8Array(2 * BLOCK));
  const archive = new Uint8Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    archive.set(block, at);
    at += block.length;
  }
  return archive;
}

function header(entry: TarEntry, size: number): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string, room: number) => {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length > room) throw new Error(`${text} is too long for an archive`);
    block.set(bytes, at);
  };
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  put(0, entry.name, 100);
  put(100, octal(entry.kind === 'file' ? 0o644 : 0o755, 7), 8);
  put(108, octal(0, 7), 8); // user
  put(116, octal(0, 7), 8); // group
  put(124, octal(size, 11), 12);
  put(136, octal(0, 11), 12); // time
  put(148, ' '.repeat(8), 8); // the sum counts itself as blanks
  put(156, TYPES[entry.kind], 1);
  if (entry.kind === 'link') put(157, entry.target, 100);
  put(257, 'ustar\x0000', 8);
  put(
    148,
    `${octal(
      block.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
    8,
  );
  return block;
}
