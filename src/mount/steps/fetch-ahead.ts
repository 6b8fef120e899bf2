import { statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { CHUNKS_OF_A_REQUEST, type Chunks } from './chunks.ts';

/** Connections for chunks that are likely to be asked for soon. Those that are asked for have their own. */
const CONNECTIONS = 8;
/** How many requests are guessed where no order is known: 256 MB. Of a larger image the guesses are too bad. */
const MOST_GUESSES = 256;
/**
 * How far the order is followed beyond what was asked for, in chunks. Enough for eight connections never to be idle on a
 * slow line; on a quick one, a download that runs further ahead takes processor time from what is starting just now.
 */
const CHUNKS_AHEAD = 128;
/** How long nothing must have been read before the rest of the download goes on, beside tests that are under way. */
const QUIET_MILLISECONDS = 2000;
/** What the rest of the download leaves free on the disk. */
const LEFT_FREE_BYTES = 2e9;
const REQUESTS_BETWEEN_LOOKS_AT_THE_DISK = 32;

/**
 * Fetches chunks before they are asked for, until the function it returns is called: first those of the order, over
 * several connections, not far ahead of the reader; then, whenever nothing is read, the rest over one, as long as the
 * disk of `folder` has room. Its failures matter to nobody: whoever needs a chunk tries again.
 */
export function fetchAhead(chunks: Chunks, order: Promise<number[]>, folder: string): () => void {
  let isStopped = false;

  async function work(
    queue: Iterator<number>,
    fetch: (chunk: number) => Promise<void>,
    isWanted: (chunk: number) => Promise<boolean>,
  ): Promise<void> {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      if (!chunks.isAbsent(next.value)) continue;
      if (!(await isWanted(next.value)) || isStopped) return;
      await fetch(next.value).catch(() => undefined);
    }
  }

  async function fetchAll(): Promise<void> {
    const known = await order;
    const reader = follow(chunks, known);
    const ends = endsOfRuns(known);
    const [soon, fetchSoon] =
      known.length > 0
        ? [known.values(), (chunk: number) => chunks.fetch(chunk, ends.get(chunk))]
        : [guesses(chunks), chunks.fetchOnwards];
    const comesNear = async (chunk: number) => {
      await reader.comesNear(chunk);
      return true;
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, () => work(soon, fetchSoon, comesNear)));
    let looks = 0;
    await work(Array(chunks.count).keys(), chunks.fetchOnwards, async () => {
      await reader.pauses();
      return looks++ % REQUESTS_BETWEEN_LOOKS_AT_THE_DISK !== 0 || hasRoom(folder);
    });
  }

  fetchAll().catch(error => console.error(error));
  return () => {
    isStopped = true;
  };
}

type ReadPosition = {
  /** Resolves when a chunk of the order is near what was read last, or nothing is read any more. */
  comesNear(chunk: number): Promise<void>;
  /** Resolves when nothing was read for a while. */
  pauses(): Promise<void>;
};

/** Follows the reader through an order. */
function follow(chunks: Chunks, order: number[]): ReadPosition {
  const positions = new Map(order.map((chunk, index) => [chunk, index]));
  let furthest = 0;
  let lastRead = performance.now();
  let moved = Promise.withResolvers<void>();
  chunks.watch(chunk => {
    lastRead = performance.now();
    furthest = Math.max(furthest, positions.get(chunk) ?? 0);
    moved.resolve();
    moved = Promise.withResolvers<void>();
  });
  const quietIn = () => lastRead + QUIET_MILLISECONDS - performance.now();
  return {
    async comesNear(chunk) {
      const position = positions.get(chunk) ?? 0;
      while (position > furthest + CHUNKS_AHEAD && quietIn() > 0) await Promise.race([moved.promise, wait(quietIn())]);
    },
    async pauses() {
      while (quietIn() > 0) await wait(quietIn());
    },
  };
}

/** For each chunk of an order the end of the run of chunks, one request long, that the order asks for one after the other. */
function endsOfRuns(order: number[]): Map<number, number> {
  const ends = new Map<number, number>();
  order.forEach((chunk, index) => {
    let length = 1;
    while (length < CHUNKS_OF_A_REQUEST && order[index + length] === chunk + length) length++;
    ends.set(chunk, chunk + length);
  });
  return ends;
}

/** What follows the chunk that a read had to wait for last: files that are used together mostly lie together. */
function* guesses({ count, isAbsent, lastMissed }: Chunks): Generator<number> {
  for (let guess = 0; guess < MOST_GUESSES; guess++) {
    let chunk = (lastMissed() + 1) % count;
    for (let steps = 1; steps < count && !isAbsent(chunk); steps++) chunk = (chunk + 1) % count;
    if (!isAbsent(chunk)) return;
    yield chunk;
  }
}

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > LEFT_FREE_BYTES;
}
