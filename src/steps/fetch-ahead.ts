import { statfs } from 'node:fs/promises';
import type { Parts } from './parts.ts';

/** Connections for parts that are likely to be asked for soon. Those that are asked for have their own. */
const CONNECTIONS = 8;
/** How many parts are guessed where no order is known: 256 MB. Of a larger image the guesses are too bad. */
const MOST_GUESSES = 256;
/** What the rest of the download leaves free on the disk. */
const LEFT_FREE_BYTES = 2e9;
const PARTS_BETWEEN_LOOKS_AT_THE_DISK = 32;

/**
 * Fetches parts before they are asked for, until the function it returns is called: first those of the order, over
 * several connections; then the rest over one, which steps aside for every read, as long as the disk of `folder` has
 * room. Its failures matter to nobody: whoever needs a part tries again.
 */
export function fetchAhead(parts: Parts, order: Promise<number[]>, folder: string): () => void {
  let isStopped = false;

  async function work(queue: Iterator<number>, isWanted?: () => Promise<boolean>): Promise<void> {
    for (let next = queue.next(); !next.done && !isStopped; next = queue.next()) {
      if (!parts.isAbsent(next.value)) continue;
      if (isWanted && !(await isWanted())) return;
      await parts.fetch(next.value).catch(() => undefined);
    }
  }

  async function fetchAll(): Promise<void> {
    const known = await order;
    const soon = known.length > 0 ? known.values() : guesses(parts);
    await Promise.all(Array.from({ length: CONNECTIONS }, () => work(soon)));
    let looks = 0;
    await work(Array(parts.count).keys(), async () => {
      await parts.idle();
      return looks++ % PARTS_BETWEEN_LOOKS_AT_THE_DISK !== 0 || hasRoom(folder);
    });
  }

  fetchAll().catch(error => console.error(error));
  return () => {
    isStopped = true;
  };
}

/** What follows the part that a read had to wait for last: files that are used together mostly lie together. */
function* guesses({ count, isAbsent, lastMissed }: Parts): Generator<number> {
  for (let guess = 0; guess < MOST_GUESSES; guess++) {
    let part = (lastMissed() + 1) % count;
    for (let steps = 1; steps < count && !isAbsent(part); steps++) part = (part + 1) % count;
    if (!isAbsent(part)) return;
    yield part;
  }
}

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > LEFT_FREE_BYTES;
}
