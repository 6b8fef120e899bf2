import type { FileHandle } from 'node:fs/promises';
import { DATA_OFFSET } from '../../cache/framed.ts';
import { CHUNK_BYTES, type RunEntryHeader } from '../../cache/run-entry.ts';
import type { RangeReader } from '../../cache/steps/ranges.ts';
import { sha256 } from '../../host/steps/hash.ts';

/** The squashfs of a run entry while it comes in, chunk by chunk. */
export type Chunks = {
  count: number;
  /** Whether a chunk is neither there nor on its way. */
  isAbsent(chunk: number): boolean;
  /**
   * Fetches a chunk, and with the same request those of the following ones before `end` that are absent too, verifies and
   * keeps them. Resolves when the chunk is there. Rejects where that fails; whoever needs the chunk then tries again.
   */
  fetch(chunk: number, end?: number): Promise<void>;
  /** The same up to the next boundary of 1 MiB. */
  fetchOnwards(chunk: number): Promise<void>;
  /** Waits for the bytes and returns them (fewer at the end). Rejects where they can't be had. */
  read(start: number, length: number): Promise<Buffer>;
  /** Calls `listener` whenever a chunk is asked for. */
  watch(listener: (chunk: number) => void): void;
  /** The chunk that a read had to wait for last; -1 before there was one. */
  lastMissed(): number;
  /** Numbers of the chunks that were asked for, in that order. */
  asked(): number[];
  /** Bytes that were fetched. */
  bytesFetched(): number;
  /** Seconds in which at least one read waited. */
  secondsWaited(): number;
};

/** Chunks that one request brings at most: one by one they would take long on a line with some delay. */
export const CHUNKS_OF_A_REQUEST = 4;

/** The chunks of an entry, none of which is there yet. `store` keeps them; it is sparse, so that it takes no more disk. */
export function openChunks(header: RunEntryHeader, reader: RangeReader, store: FileHandle): Chunks {
  const present = new Uint8Array(header.chunks.length);
  const arriving = new Map<number, Promise<void>>();
  const asked = new Set<number>();
  const waiting = makeStopwatch();
  let lastMissed = -1;
  let bytesFetched = 0;
  let tell: (chunk: number) => void = () => undefined;

  const isAbsent = (chunk: number) => !present[chunk] && !arriving.has(chunk);

  /** Keeps a chunk of what one request brings: `first` is the chunk with which that begins. */
  async function keep(chunk: number, first: number, request: Promise<Buffer>): Promise<void> {
    const bytes = await verified(chunk, await request.then(all => chunkOf(all, chunk - first)), header, reader);
    const { bytesWritten } = await store.write(bytes, 0, bytes.length, chunk * CHUNK_BYTES);
    if (bytesWritten !== bytes.length) throw new Error('the disk is full');
    present[chunk] = 1;
    bytesFetched += bytes.length;
  }

  /** Fetches the chunks from `first` up to `end`, which are absent, with one request; resolves when the first is there. */
  function fetchFrom(first: number, end: number): Promise<void> {
    const start = first * CHUNK_BYTES;
    const request = reader.read(DATA_OFFSET + start, Math.min(end * CHUNK_BYTES, header.bytes) - start);
    const begin = (chunk: number) => {
      // Forgotten once it is over, so that what failed in the background is tried again for a reader.
      const promise = keep(chunk, first, request).finally(() => arriving.delete(chunk));
      arriving.set(chunk, promise);
      return promise;
    };
    const wanted = begin(first);
    for (let next = first + 1; next < end; next++) begin(next).catch(() => undefined);
    return wanted;
  }

  function fetch(chunk: number, end = chunk + 1): Promise<void> {
    let next = chunk + 1;
    while (next < Math.min(end, header.chunks.length) && isAbsent(next)) next++;
    return arriving.get(chunk) ?? fetchFrom(chunk, next);
  }

  function fetchOnwards(chunk: number): Promise<void> {
    return fetch(chunk, (Math.floor(chunk / CHUNKS_OF_A_REQUEST) + 1) * CHUNKS_OF_A_REQUEST);
  }

  async function need(chunk: number): Promise<void> {
    asked.add(chunk);
    tell(chunk);
    if (present[chunk]) return;
    lastMissed = chunk;
    const end = waiting.begin();
    const joined = arriving.get(chunk);
    // What the background began may be near the end of its patience.
    await (joined?.catch(() => fetch(chunk)) ?? fetchOnwards(chunk)).finally(end);
  }

  return {
    count: header.chunks.length,
    isAbsent,
    fetch,
    fetchOnwards,
    async read(start, length) {
      const end = Math.min(start + length, header.bytes);
      const needs: Promise<void>[] = [];
      for (let chunk = Math.floor(start / CHUNK_BYTES); chunk * CHUNK_BYTES < end; chunk++) needs.push(need(chunk));
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

/** The bytes of the chunk that comes so many chunks after the first one. */
function chunkOf(bytes: Buffer, index: number): Buffer {
  return bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
}

/** The bytes of a chunk, which are fetched once more where they are wrong. Rejects where they are wrong again. */
async function verified(chunk: number, bytes: Buffer, header: RunEntryHeader, reader: RangeReader): Promise<Buffer> {
  const digest = header.chunks[chunk];
  if (sha256(bytes) === digest) return bytes;
  // It may have been damaged on its way; twice is no accident.
  const again = await reader.read(DATA_OFFSET + chunk * CHUNK_BYTES, bytes.length);
  if (sha256(again) === digest) return again;
  throw new Error(`chunk ${chunk + 1} of ${header.chunks.length} is damaged`);
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
