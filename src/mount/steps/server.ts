// Shows a run entry to the kernel as one read-only file while it is being downloaded. A process of its own, so that
// nothing main does can stall a reader. Talks to main over IPC (core/server.ts); only Node's own modules, to start fast.
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DATA_OFFSET } from '../../cache/framed.ts';
import { decodeHeader, headerLength, type RunEntryHeader } from '../../cache/run-entry.ts';
import { type RangeReader, readRanges, readStart } from '../../cache/steps/ranges.ts';
import { type CacheService, find } from '../../cache/steps/service.ts';
import { fetchText, keepText } from '../../cache/steps/texts.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { messageOf } from '../../text/errors.ts';
import { formatPrefetchOrder, isWorthKeeping, MOST_BYTES, parsePrefetchOrder } from '../prefetch-order.ts';
import type { ReleaseRequest, ServeRequest, ServerMessage } from '../protocol.ts';
import { type Chunks, openChunks } from './chunks.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { serveFile, unmountFile } from './fuse.ts';

/** How long the order may take to keep. Main waits a little longer. */
const KEEPING_MILLISECONDS = 10_000;

/** Resolves with whether the order may be kept, when nothing more is to be fetched. */
const released = Promise.withResolvers<boolean>();
let isReleased = false;
const release = (mayKeep: boolean): void => {
  isReleased = true;
  released.resolve(mayKeep);
};

let key: string | undefined;
/** Settles once no mount is half done. */
let mounting: Promise<unknown> = Promise.resolve();
let isMounted = false;
let isLost = false;

process.on('message', (message: ServeRequest | ReleaseRequest) => {
  if (message.type === 'release') release(message.keepPrefetchOrder);
  else serve(message).then(end, fail);
});
// Without main nobody says that the run went well. What is mounted is served on until it is unmounted.
process.on('disconnect', () => release(false));
// Main wants it no more, and unmounts what is mounted by the time this process has ended.
process.on('SIGTERM', end);
process.on('uncaughtException', fail);

/** Sends a message; resolves when main has it, or is gone. */
function tell(message: ServerMessage): Promise<void> {
  return new Promise(resolve => {
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
    else resolve();
  });
}

async function tellLost(error: unknown): Promise<void> {
  if (isLost) return;
  isLost = true;
  console.error(error);
  await tell({ type: 'lost', message: messageOf(error) });
}

/** Ends this process, and with it what it serves. */
async function fail(error: unknown): Promise<void> {
  if (isMounted) await tellLost(error);
  else {
    console.error(error);
    await tell({ type: 'trouble', message: messageOf(error), ...(key === undefined ? {} : { key }) });
  }
  await end();
}

/**
 * Ends this process, which has told main all it had to say. A mount that is under way runs as root, and would be done after
 * main had looked for it.
 */
async function end(): Promise<void> {
  await mounting.catch(() => undefined);
  // An exit would wait for threads: for the read from the kernel that is pending as long as the file is mounted, and for
  // V8's, one of which may wait for the garbage collection of a main thread that does none any more
  // (https://github.com/nodejs/node/issues/54918).
  process.kill(process.pid, 'SIGKILL');
}

async function serve({ service, keyPrefix, prefetchPrefix, mountpoint, store }: ServeRequest): Promise<void> {
  const orderText = fetchText(service, prefetchPrefix, MOST_BYTES);
  const entry = await find(service, keyPrefix);
  if (!entry) return tell({ type: 'absent' });
  key = entry.key;
  const reader = readRanges(service, entry);
  const header = await readHeader(reader);
  const { chunks: digests, ...rest } = header;
  const order = orderText.then(text => parsePrefetchOrder(text, digests.length));
  const chunks = openChunks(header, reader, await open(store, 'w+'));
  const stopFetching = fetchAhead(chunks, order, dirname(store));
  const found = tell({ type: 'found', key, header: rest });
  if (isReleased) return;
  const serving = serveFile({ mountpoint, size: header.bytes, read: readUnlessLost(chunks) });
  mounting = serving;
  const { unmounted } = await serving;
  isMounted = true;
  await found;
  // Main is gone, or wants it no more: nobody else would know of it.
  if (isReleased) await unmountFile(mountpoint);
  await tell({ type: 'mounted' });
  const mayKeep = await Promise.race([released.promise, unmounted.then(() => false)]);
  stopFetching();
  await unmounted;
  if (!isLost) await stop({ service, chunks, bytes: header.bytes, order: await order, mayKeep, prefetchPrefix });
}

async function readHeader(reader: RangeReader): Promise<RunEntryHeader> {
  const header = decodeHeader(await readStart(reader, headerLength), sha256);
  if (reader.size() !== DATA_OFFSET + header.bytes) throw new Error('the entry is cut short');
  return header;
}

/** Reads that fail make all that was run so far worthless: main is told before the reader is, and no other read goes on. */
function readUnlessLost(chunks: Chunks): Chunks['read'] {
  return async (start, length) => {
    if (isLost) throw new Error('it is lost');
    try {
      return await chunks.read(start, length);
    } catch (error) {
      await tellLost(error);
      throw error;
    }
  };
}

type Served = {
  service: CacheService;
  chunks: Chunks;
  bytes: number;
  order: number[];
  mayKeep: boolean;
  prefetchPrefix: string;
};

async function stop({ service, chunks, bytes, order, mayKeep, prefetchPrefix }: Served): Promise<void> {
  const asked = chunks.asked();
  const isKept = mayKeep && isWorthKeeping(order, asked);
  const keeping = isKept ? keepPrefetchOrder(service, prefetchPrefix, asked) : undefined;
  const prefetchKey = await Promise.race([keeping, wait(KEEPING_MILLISECONDS, undefined, { ref: false })]);
  await tell({
    type: 'stopped',
    figures: {
      bytesFetched: chunks.bytesFetched(),
      bytes,
      partsRead: asked.length,
      secondsWaited: chunks.secondsWaited(),
      knewPrefetchOrder: order.length > 0,
      ...(prefetchKey === undefined ? {} : { prefetchKey }),
    },
  });
}

function keepPrefetchOrder(service: CacheService, prefix: string, asked: number[]): Promise<string | undefined> {
  const text = formatPrefetchOrder(asked);
  return keepText(service, prefix + sha256(text).slice(0, 16), text);
}
