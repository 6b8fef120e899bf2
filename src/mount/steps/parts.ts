import type { FileHandle } from 'node:fs/promises';
import { DATA_OFFSET, PART_BYTES, type RunEntryHeader } from '../../cache/run-entry.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { RangeReader } from './ranges.ts';

/** The squashfs of a run entry while it comes in, part by part. */
export type Parts = {
  count: number;
  /** Whether a part is neither there nor on its way. */
  isAbsent(part: number): boolean;
  /**
   * Fetches a part, and with the same request those of the following ones before `end` that are absent too, verifies and
   * keeps them. Resolves when the part is there. Rejects where that fails; whoever needs the part then tries again.
   */
  fetch(part: number, end?: number): Promise<void>;
  /** The same up to the next boundary of 1 MiB. */
  fetchOnwards(part: number): Promise<void>;
  /** Waits for the bytes and returns them (fewer at the end). Rejects where they can't be had. */
  read(start: number, length: number): Promise<Buffer>;
  /** Calls `listener` whenever a part is asked for. */
  watch(listener: (part: number) => void): void;
  /** The part that a read had to wait for last; -1 before there was one. */
  lastMissed(): number;
  /** Numbers of the parts that were asked for, in that order. */
  asked(): number[];
  /** Bytes that were fetched. */
  bytesFetched(): number;
  /** Seconds in which at least one read waited. */
  secondsWaited(): number;
};

/** Parts that one request brings at most: one by one they would take long on a line with some delay. */
export const PARTS_OF_A_REQUEST = 4;

/** The parts of an entry, none of which is there yet. `store` keeps them; it is sparse, so that it takes no more disk. */
export function openParts(header: RunEntryHeader, reader: RangeReader, store: FileHandle): Parts {
  const present = new Uint8Array(header.parts.length);
  const arriving = new Map<number, Promise<void>>();
  const asked = new Set<number>();
  const waiting = makeStopwatch();
  let lastMissed = -1;
  let bytesFetched = 0;
  let tell: (part: number) => void = () => undefined;

  const isAbsent = (part: number) => !present[part] && !arriving.has(part);

  /** Keeps a part of what one request brings: `first` is the part with which that begins. */
  async function keep(part: number, first: number, request: Promise<Buffer>): Promise<void> {
    const bytes = await verified(part, await request.then(all => partOf(all, part - first)), header, reader);
    const { bytesWritten } = await store.write(bytes, 0, bytes.length, part * PART_BYTES);
    if (bytesWritten !== bytes.length) throw new Error('the disk is full');
    present[part] = 1;
    bytesFetched += bytes.length;
  }

  /** Fetches the parts from `first` up to `end`, which are absent, with one request; resolves when the first is there. */
  function fetchFrom(first: number, end: number): Promise<void> {
    const start = first * PART_BYTES;
    const request = reader.read(DATA_OFFSET + start, Math.min(end * PART_BYTES, header.bytes) - start);
    const begin = (part: number) => {
      // Forgotten once it is over, so that what failed in the background is tried again for a reader.
      const promise = keep(part, first, request).finally(() => arriving.delete(part));
      arriving.set(part, promise);
      return promise;
    };
    const wanted = begin(first);
    for (let next = first + 1; next < end; next++) begin(next).catch(() => undefined);
    return wanted;
  }

  function fetch(part: number, end = part + 1): Promise<void> {
    let next = part + 1;
    while (next < Math.min(end, header.parts.length) && isAbsent(next)) next++;
    return arriving.get(part) ?? fetchFrom(part, next);
  }

  function fetchOnwards(part: number): Promise<void> {
    return fetch(part, (Math.floor(part / PARTS_OF_A_REQUEST) + 1) * PARTS_OF_A_REQUEST);
  }

  async function need(part: number): Promise<void> {
    asked.add(part);
    tell(part);
    if (present[part]) return;
    lastMissed = part;
    const end = waiting.begin();
    const joined = arriving.get(part);
    // What the background began may be near the end of its patience.
    await (joined?.catch(() => fetch(part)) ?? fetchOnwards(part)).finally(end);
  }

  return {
    count: header.parts.length,
    isAbsent,
    fetch,
    fetchOnwards,
    async read(start, length) {
      const end = Math.min(start + length, header.bytes);
      const needs: Promise<void>[] = [];
      for (let part = Math.floor(start / PART_BYTES); part * PART_BYTES < end; part++) needs.push(need(part));
      await Promise.all(needs);
      const bytes = Buffer.allocUnsafeSlow(Math.max(0, end - start));
      const { bytesRead } = await store.read(bytes, 0, bytes.length, start);
      if (bytesRead !== bytes.length) throw new Error('what was fetched can not be read from the disk');
      return bytes;
    },
    watch: listener => {
      tell = listener;
    },
    lastMissed: () => lastMissed,
    asked: () => [...asked],
    bytesFetched: () => bytesFetched,
    secondsWaited: waiting.seconds,
  };
}

/** The bytes of the part that comes so many parts after the first one. */
function partOf(bytes: Buffer, index: number): Buffer {
  return bytes.subarray(index * PART_BYTES, (index + 1) * PART_BYTES);
}

/** The bytes of a part, which are fetched once more where they are wrong. Rejects where they are wrong again. */
async function verified(part: number, bytes: Buffer, header: RunEntryHeader, reader: RangeReader): Promise<Buffer> {
  const digest = header.parts[part];
  if (sha256(bytes) === digest) return bytes;
  // It may have been damaged on its way; twice is no accident.
  const again = await reader.read(DATA_OFFSET + part * PART_BYTES, bytes.length);
  if (sha256(again) === digest) return again;
  throw new Error(`part ${part + 1} of ${header.parts.length} is damaged`);
}

type Stopwatch = {
  /** Something begins to wait; the function it returns says that it has ended. */
  begin(): () => void;
  /** Seconds in which at least one waited. */
  seconds(): number;
};

/** Measures how long at least one of several things waited. */
function makeStopwatch(): Stopwatch {
  let running = 0;
  let started = 0;
  let milliseconds = 0;
  return {
    begin() {
      if (running++ === 0) started = performance.now();
      return () => {
        if (--running > 0) return;
        milliseconds += performance.now() - started;
      };
    },
    seconds: () => (milliseconds + (running > 0 ? performance.now() - started : 0)) / 1000,
  };
}
