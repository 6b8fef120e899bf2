import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** What an attempt to open a link without following it, or a socket, fails with. */
const NO_FILE = ['ELOOP', 'ENXIO'];

/**
 * Reads a file that tests or somebody's checkout may have put there; undefined where something else than a regular file of
 * at most so many bytes is there, such as a link. Never waits, as it would for whoever writes to a pipe. Rejects with the
 * system's error where there is nothing, or nothing that may be read.
 */
export async function readRegularFile(path: string, mostBytes: number): Promise<Buffer | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (NO_FILE.includes(error.code ?? '')) return undefined;
    throw error;
  });
  if (!file) return undefined;
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > mostBytes) return undefined;
    // The size of this moment is what counts: somebody may still be writing.
    const { buffer, bytesRead } = await file.read(Buffer.alloc(stats.size), 0, stats.size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
