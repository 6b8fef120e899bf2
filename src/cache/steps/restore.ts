import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { sha256 } from '../../host/steps/hash.ts';
import { blobPath } from '../../image/layout.ts';
import { readerOf } from '../../image/tar-entries.ts';
import { messageOf } from '../../text/errors.ts';
import { type BuildEntryHeader, buildHeaderLength, decodeBuildHeader, type PackedLayer } from '../build-entry.ts';
import { DATA_OFFSET } from '../framed.ts';
import type { Prefixes } from '../keys.ts';
import { shortage } from '../limits.ts';
import type { CacheResult } from '../request.ts';
import { writeDocuments } from './layout.ts';
import { freeBytes } from './limits.ts';
import { type RangeReader, readRanges, readStart } from './ranges.ts';
import { type CacheService, find } from './service.ts';

/** What to look for, by starts of keys, the better one first; and where to put it: a path where there is nothing yet. */
export type Restoring = { service: CacheService; keys: Prefixes; layout: string };

/** How long to try for bytes that don't come: what the entry holds can be built as well. */
const PATIENCE_MILLISECONDS = 20_000;
/** What one request asks for, and how many are under way. */
const RANGE_BYTES = 4 << 20;
const CONNECTIONS = 8;

/**
 * Restores the newest build entry as an OCI layout. Trouble with an entry is a value, and leaves nothing of it; a service
 * that can't be understood is a rejection.
 */
export async function restoreBuildEntry({ service, keys, layout }: Restoring): Promise<CacheResult> {
  const found = await find(service, keys.exact, keys.any);
  if (!found) return {};
  try {
    return { key: found.key, bytes: await unpackEntry(readRanges(service, found, PATIENCE_MILLISECONDS), layout) };
  } catch (error) {
    await rm(layout, { recursive: true, force: true });
    return { key: found.key, trouble: `the entry ${found.key} could not be used (${messageOf(error)})` };
  }
}

/** Writes an entry as an OCI layout and returns its bytes. Rejects where any part is missing or is not what it should be. */
async function unpackEntry(reader: RangeReader, layout: string): Promise<number> {
  const header = decodeBuildHeader(await readStart(reader, buildHeaderLength), sha256);
  const size = header.layers.reduce((sum, { packed }) => sum + packed, DATA_OFFSET);
  if (reader.size() !== size) throw new Error('its size is not what its header says');
  const takes = header.layers.reduce((sum, layer) => sum + layer.size, 0);
  const noRoom = shortage(await freeBytes(dirname(layout)), takes, 'restore');
  if (noRoom !== undefined) throw new Error(noRoom);
  await mkdir(layout);
  await writeDocuments(layout, header);
  await unpackLayers(reader, header, layout);
  return size;
}

async function unpackLayers(reader: RangeReader, { layers }: BuildEntryHeader, layout: string): Promise<void> {
  const input = readerOf(inOrder(reader));
  for (const layer of layers) {
    await pipeline(
      () => input.pass(layer.packed),
      createZstdDecompress({ chunkSize: 1 << 20 }),
      source => verified(source, layer),
      // Made anew, or not at all: no link is followed.
      createWriteStream(join(layout, blobPath(layer.digest)), { flags: 'wx' }),
    );
  }
}

/** Passes on the bytes of a layer. Fails as soon as there are too many, and at the end where they are not those of its digest. */
async function* verified(source: AsyncIterable<Buffer>, { digest, size }: PackedLayer): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > size) throw new Error('a layer is larger than its manifest says');
    hash.update(piece);
    yield piece;
  }
  if (`sha256:${hash.digest('hex')}` !== digest) throw new Error('a layer is damaged');
}

/** All bytes after the header, in their order, of which several ranges are fetched at a time. */
async function* inOrder(reader: RangeReader): AsyncGenerator<Buffer> {
  const underWay: Promise<Buffer>[] = [];
  let next = DATA_OFFSET;
  const ask = () => {
    const length = Math.min(RANGE_BYTES, reader.size() - next);
    if (length <= 0) return;
    const range = reader.read(next, length);
    // It is met when its turn comes, unless another fails before.
    range.catch(() => undefined);
    underWay.push(range);
    next += length;
  };
  for (let connection = 0; connection < CONNECTIONS; connection++) ask();
  for (let range = underWay.shift(); range !== undefined; range = underWay.shift()) {
    const bytes = await range;
    ask();
    yield bytes;
  }
}
