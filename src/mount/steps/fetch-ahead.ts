import { statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { PARTS_OF_A_REQUEST, type Parts } from './parts.ts';

/** Connections for parts that are likely to be asked for soon. Those that are asked for have their own. */
const CONNECTIONS = 8;
/** How many requests are guessed where no order is known: 256 MB. Of a larger image the guesses are too bad. */
const MOST_GUESSES = 256;
/**
 * How far the order is followed beyond what was asked for, in parts. Enough for eight connections never to be idle on a
 * slow line; on a quick one, a download that runs further ahead takes processor time from what is starting just now.
 */
const PARTS_AHEAD = 128;
/** How long nothing must have been read before the rest of the download goes on, beside tests that are under way. */
const QUIET_MILLISECONDS = 2000;
/** What the rest of the download leaves free on the disk. */
const LEFT_FREE_BYTES = 2e9;
const REQUESTS_BETWEEN_LOOKS_AT_THE_DISK = 32;

/**
 * Fetches parts before they are asked for, until the function it returns is called: first those of the order, over
 * several connections, not far ahead of the reader; then, whenever nothing is read, the rest over one, as long as the
 * disk of `folder` has room. Its failures matter to nobody: whoever needs a part tries again.
 */
export function fetchAhead(parts: Parts, order: Promise<number[]>, folder: string): () => void {
  let isStopped = false;

  async function work(
    queue: Iterator<number>,
    fetch: (part: number) => Promise<void>,
    isWanted: (part: number) => Promise<boolean>,
  ): Promise<void> {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      if (!parts.isAbsent(next.value)) continue;
      if (!(await isWanted(next.value)) || isStopped) return;
      await fetch(next.value).catch(() => undefined);
    }
  }

  async function fetchAll(): Promise<void> {
    const known = await order;
    const reader = follow(parts, known);
    const ends = endsOfRuns(known);
    const [soon, fetchSoon] =
      known.length > 0
        ? [known.values(), (part: number) => parts.fetch(part, ends.get(part))]
        : [guesses(parts), parts.fetchOnwards];
    const comesNear = async (part: number) => {
      await reader.comesNear(part);
      return true;
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, () => work(soon, fetchSoon, comesNear)));
    let looks = 0;
    await work(Array(parts.count).keys(), parts.fetchOnwards, async () => {
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
  /** Resolves when a part of the order is near what was read last, or nothing is read any more. */
  comesNear(part: number): Promise<void>;
  /** Resolves when nothing was read for a while. */
  pauses(): Promise<void>;
};

/** Follows the reader through an order. */
function follow(parts: Parts, order: number[]): ReadPosition {
  const places = new Map(order.map((part, index) => [part, index]));
  let furthest = 0;
  let lastRead = performance.now();
  let moved = Promise.withResolvers<void>();
  parts.watch(part => {
    lastRead = performance.now();
    furthest = Math.max(furthest, places.get(part) ?? 0);
    moved.resolve();
    moved = Promise.withResolvers<void>();
  });
  const quietIn = () => lastRead + QUIET_MILLISECONDS - performance.now();
  return {
    async comesNear(part) {
      const place = places.get(part) ?? 0;
      while (place > furthest + PARTS_AHEAD && quietIn() > 0) await Promise.race([moved.promise, wait(quietIn())]);
    },
    async pauses() {
      while (quietIn() > 0) await wait(quietIn());
    },
  };
}

/** For each part of an order the end of the run of parts, one request long, that the order asks for one after the other. */
function endsOfRuns(order: number[]): Map<number, number> {
  const ends = new Map<number, number>();
  order.forEach((part, index) => {
    let length = 1;
    while (length < PARTS_OF_A_REQUEST && order[index + length] === part + length) length++;
    ends.set(part, part + length);
  });
  return ends;
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
