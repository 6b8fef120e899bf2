// One read-only file, shown to the kernel through FUSE. The root of a FUSE file system may be a regular file, so a
// handful of requests is all there is.
import { type ChildProcess, spawn } from 'node:child_process';
import { close, open, read, writev } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { asRoot } from '../../host/steps/root.ts';
import { EIO, ENOSYS, MAX_READ_BYTES, OPCODE, parseRead, REPLIES, replyHeader, SILENT } from '../fuse-messages.ts';

export type ServedFile = {
  /** Absolute path of an existing file, which the served one covers. This process must never touch it afterwards. */
  mountpoint: string;
  /** Bytes. */
  size: number;
  /** The bytes at a place; a rejection becomes an I/O error for the reader. */
  read(start: number, length: number): Promise<Buffer>;
};

/** Requests are small, as nothing is ever written; the kernel wants room for at least two pages. */
const REQUEST_BYTES = 64 << 10;
const MOUNTING_PAUSE_MILLISECONDS = 2;

/**
 * Mounts a file and serves it. Resolves once it is mounted, rejects where that can't be done; `unmounted` resolves once
 * it no longer is, and rejects where it can't be served any more.
 */
export async function serveFile(file: ServedFile): Promise<{ unmounted: Promise<void> }> {
  const device = await promisify(open)('/dev/fuse', 'r+');
  const mounting = mount(device, file.mountpoint);
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  mounting.catch(end);
  // Before mount ends: newer ones look at what they mounted.
  const unmounted = answerAll(device, file, () => isOver);
  unmounted.catch(() => undefined);
  await mounting;
  return { unmounted };
}

/** Takes a file off that nobody uses. */
export async function unmountFile(mountpoint: string): Promise<void> {
  await runAsRoot(['umount', '--lazy', '--internal-only', mountpoint]);
}

async function mount(device: number, mountpoint: string): Promise<void> {
  const user = `user_id=${process.getuid?.() ?? 0},group_id=${process.getgid?.() ?? 0}`;
  // The loop device reads as root, hence allow_other. sudo closes all descriptors but the first three.
  const options = `fd=0,rootmode=100444,${user},allow_other,max_read=${MAX_READ_BYTES},ro,nosuid,nodev`;
  const argv = ['mount', '--internal-only', '--types', 'fuse', '--options', options, 'dev-in-docker', mountpoint];
  await runAsRoot(argv, device);
}

async function runAsRoot(argv: string[], stdin: number | 'ignore' = 'ignore'): Promise<void> {
  const [program = '', ...args] = asRoot(argv);
  const child: ChildProcess = spawn(program, args, { stdio: [stdin, 'ignore', 'pipe'] });
  const exitCode = new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  const [code, said] = await Promise.all([exitCode, child.stderr ? text(child.stderr) : '']);
  if (code !== 0) throw new Error(`it can not be mounted here (${said.trim()})`);
}

const readRequest = promisify(read);

/** Answers requests until the file is unmounted, several reads at a time. */
async function answerAll(device: number, file: ServedFile, isOver: () => boolean): Promise<void> {
  const buffer = Buffer.allocUnsafeSlow(REQUEST_BYTES);
  for (;;) {
    try {
      const { bytesRead } = await readRequest(device, buffer, 0, buffer.length, null);
      answer(device, file, Buffer.from(buffer.subarray(0, bytesRead)));
    } catch (error) {
      const code = codeOf(error);
      if (code === 'ENODEV' || (code === 'EPERM' && isOver())) return promisify(close)(device);
      if (code === 'EPERM') await wait(MOUNTING_PAUSE_MILLISECONDS);
      // The others: a request that was taken back before it was read.
      else if (code !== 'ENOENT' && code !== 'EINTR' && code !== 'EAGAIN') throw error;
    }
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function answer(device: number, file: ServedFile, request: Buffer): void {
  const opcode = request.readUInt32LE(4);
  if (SILENT.has(opcode)) return;
  if (opcode === OPCODE.read) {
    const { start, length } = parseRead(request);
    file.read(start, length).then(
      bytes => reply(device, request, 0, bytes),
      () => reply(device, request, EIO),
    );
    return;
  }
  const makeReply = REPLIES.get(opcode);
  if (makeReply) reply(device, request, 0, makeReply(file.size));
  else reply(device, request, ENOSYS);
}

function reply(device: number, request: Buffer, errno: number, body: Buffer = Buffer.alloc(0)): void {
  const header = replyHeader(request, errno, body.length);
  writev(device, body.length > 0 ? [header, body] : [header], error => {
    // ENOENT: nobody waits for it any more. Else nobody may wait for what never comes.
    if (error && error.code !== 'ENOENT' && error.code !== 'ENODEV' && errno === 0) reply(device, request, EIO);
  });
}
