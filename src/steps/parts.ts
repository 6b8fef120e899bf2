import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { DATA_OFFSET, PART_BYTES, type RunEntryHeader } from '../core/run-entry.ts';
import type { RangeReader } from './ranges.ts';
import { makeStopwatch } from './stopwatch.ts';

/** The squashfs of a run entry while it comes in, part by part. */
export type Parts = {
  count: number;
  /** Whether a part is neither there nor on its way. */
  isAbsent(part: number): boolean;
  /** Fetches a part, verifies and keeps it. Rejects where that fails; whoever needs the part then tries again. */
  fetch(part: number): Promise<void>;
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

/** The parts of an entry, none of which is there yet. `store` keeps them; it is sparse, so that it takes no more disk. */
export function openParts(header: RunEntryHeader, reader: RangeReader, store: FileHandle): Parts {
  const present = new Uint8Array(header.parts.length);
  const arriving = new Map<number, Promise<void>>();
  const asked = new Set<number>();
  const waiting = makeStopwatch();
  let lastMissed = -1;
  let bytesFetched = 0;
  let tell: (part: number) => void = () => undefined;

  async function take(part: number): Promise<void> {
    const bytes = await fetchPart(part, header, reader);
    const { bytesWritten } = await store.write(bytes, 0, bytes.length, part * PART_BYTES);
    if (bytesWritten !== bytes.length) throw new Error('the disk is full');
    present[part] = 1;
    bytesFetched += bytes.length;
  }

  function fetch(part: number): Promise<void> {
    const known = arriving.get(part);
    if (known !== undefined) return known;
    // Forgotten once it is over, so that what failed in the background is tried again for a reader.
    const promise = take(part).finally(() => arriving.delete(part));
    arriving.set(part, promise);
    return promise;
  }

  async function need(part: number): Promise<void> {
    asked.add(part);
    tell(part);
    if (present[part]) return;
    lastMissed = part;
    const end = waiting.begin();
    const joined = arriving.get(part);
    // What the background began may be near the end of its patience.
    await (joined?.catch(() => fetch(part)) ?? fetch(part)).finally(end);
  }

  return {
    count: header.parts.length,
    isAbsent: part => !present[part] && !arriving.has(part),
    fetch,
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

/** The bytes of a part, verified. */
async function fetchPart(part: number, { parts, bytes }: RunEntryHeader, reader: RangeReader): Promise<Buffer> {
  const length = Math.min(PART_BYTES, bytes - part * PART_BYTES);
  // It may have been damaged on its way; twice is no accident.
  for (const _ of ['first', 'once more']) {
    const fetched = await reader.read(DATA_OFFSET + part * PART_BYTES, length);
    if (createHash('sha256').update(fetched).digest('hex') === parts[part]) return fetched;
  }
  throw new Error(`part ${part + 1} of ${parts.length} is damaged`);
}
