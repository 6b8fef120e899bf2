import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** The report is of people's size, and test code writes the file: beyond this, only the end of it is read. */
const MAX_START_BYTES = 64 * 1024 * 1024;
/** Where a run of very many tests says how it ended. */
const MAX_END_BYTES = 64 * 1024;

/**
 * Reads the lines of a file that test code could write: '' where there is none, or something else than a plain file
 * with this one name. Of a file above 64 MiB it returns the first 64 MiB and the last 64 KiB, on lines of their own.
 * Neither waits nor follows links; fails only where the disk does.
 */
export async function readUntrusted(path: string): Promise<string> {
  // Opening a pipe would wait for somebody to write to it.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch(() => undefined);
  if (!file) return '';
  try {
    const facts = await file.stat();
    if (!facts.isFile() || facts.nlink !== 1) return '';
    // The size of this moment is what counts: somebody may still be writing.
    const start = await readPart(file, 0, Math.min(facts.size, MAX_START_BYTES));
    const beyond = Math.min(facts.size - MAX_START_BYTES, MAX_END_BYTES);
    if (beyond <= 0) return start;
    return `${start}\n${await readPart(file, facts.size - beyond, beyond)}`;
  } finally {
    await file.close();
  }
}

/** Reads so many bytes, fewer where the file has shrunk. */
async function readPart(file: FileHandle, position: number, length: number): Promise<string> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.toString('utf8', 0, filled);
}
