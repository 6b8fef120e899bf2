// What is said over /dev/fuse about a single file: linux/fuse.h, version 7.31 (Linux 5.4 and later).

export const OPCODE = {
  forget: 2,
  getAttributes: 3,
  open: 14,
  read: 15,
  statFileSystem: 17,
  release: 18,
  initialize: 26,
  interrupt: 36,
  destroy: 38,
  batchForget: 42,
} as const;
export const EIO = 5;
export const ENOSYS = 38;

/** The most that the kernel asks for at once, in bytes: 256 pages, which is the most it allows. */
export const MAX_READ_BYTES: number = 1 << 20;
const PAGE_BYTES = 4096;
const IN_HEADER_BYTES = 40;
const OUT_HEADER_BYTES = 16;
/** Seconds for which the kernel need not ask again: the file never changes. */
const VALID_SECONDS = 3600n;

/** Requests that get no reply. One that takes a read back may be ignored: the read is answered when its bytes are there. */
export const SILENT: ReadonlySet<number> = new Set([OPCODE.forget, OPCODE.batchForget, OPCODE.interrupt]);

/** What is replied to other requests than reads, given the file's bytes. Those that are missing here don't exist for us. */
export const REPLIES: ReadonlyMap<number, (size: number) => Buffer> = new Map<number, (size: number) => Buffer>([
  [OPCODE.initialize, initialisation],
  [OPCODE.getAttributes, attributes],
  [OPCODE.open, openFile],
  [OPCODE.statFileSystem, () => Buffer.alloc(80)],
  [OPCODE.release, () => Buffer.alloc(0)],
  [OPCODE.destroy, () => Buffer.alloc(0)],
]);

/** What a read asks for (struct fuse_read_in), in bytes. */
export function parseRead(request: Buffer): { start: number; length: number } {
  const start = Number(request.readBigUInt64LE(IN_HEADER_BYTES + 8));
  return { start, length: request.readUInt32LE(IN_HEADER_BYTES + 16) };
}

/** struct fuse_out_header: what goes before `length` bytes of reply; `errno` 0 is success. */
export function replyHeader(request: Buffer, errno: number, length: number): Buffer {
  const header = Buffer.alloc(OUT_HEADER_BYTES);
  header.writeUInt32LE(OUT_HEADER_BYTES + length);
  header.writeInt32LE(-errno, 4);
  request.copy(header, 8, 8, 16);
  return header;
}

/** struct fuse_init_out */
function initialisation(): Buffer {
  const ASYNC_READ = 1 << 0;
  const MAX_PAGES = 1 << 22;
  const out = Buffer.alloc(64);
  out.writeUInt32LE(7, 0);
  out.writeUInt32LE(31, 4);
  // Readahead: the kernel takes the smaller one of this and its own, which is 128 KB.
  out.writeUInt32LE(MAX_READ_BYTES, 8);
  out.writeUInt32LE(ASYNC_READ | MAX_PAGES, 12);
  // Reads that nobody waits for yet: so many at once, and congested from so many on.
  out.writeUInt16LE(64, 16);
  out.writeUInt16LE(48, 18);
  // max_write, which must be at least a page; precision of times.
  out.writeUInt32LE(PAGE_BYTES, 20);
  out.writeUInt32LE(1, 24);
  out.writeUInt16LE(MAX_READ_BYTES / PAGE_BYTES, 28);
  return out;
}

/** struct fuse_attr_out: a regular file that everybody may read. */
function attributes(size: number): Buffer {
  const out = Buffer.alloc(104);
  out.writeBigUInt64LE(VALID_SECONDS, 0);
  out.writeBigUInt64LE(1n, 16);
  out.writeBigUInt64LE(BigInt(size), 24);
  out.writeBigUInt64LE(BigInt(Math.ceil(size / 512)), 32);
  out.writeUInt32LE(0o100444, 76);
  out.writeUInt32LE(1, 80);
  out.writeUInt32LE(PAGE_BYTES, 96);
  return out;
}

/** struct fuse_open_out: what the kernel has read of it stays valid. */
function openFile(): Buffer {
  const KEEP_CACHE = 1 << 1;
  const out = Buffer.alloc(16);
  out.writeUInt32LE(KEEP_CACHE, 8);
  return out;
}
