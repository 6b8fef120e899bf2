import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { buildHeaderLength, decodeBuildHeader, encodeBuildHeader } from '../../src/cache/build-entry.ts';
import { DATA_OFFSET } from '../../src/cache/framed.ts';
import { decodeHeader, encodeHeader, type RunEntryHeader } from '../../src/cache/run-entry.ts';
import { find } from '../../src/cache/steps/service.ts';
import { sha256 } from '../../src/host/steps/hash.ts';
import type { CacheService } from '../lab/cache-service.ts';
import { save } from '../mount/serve/serving.ts';

/** Saves a build entry anew without its last layer. It is the newest then, and the service finds nothing wrong with it. */
export async function saveWithoutLayer(cache: CacheService, from: string, to: string): Promise<void> {
  const blob = await blobOf(cache, from);
  const header = decodeBuildHeader(blob, sha256);
  const packed = header.layers.at(-1)?.packed ?? 0;
  const layers = header.layers.with(-1, { digest: '', size: 0, packed: 0 });
  blob.fill(0, 0, buildHeaderLength(blob)).set(encodeBuildHeader({ ...header, layers }, sha256));
  await save(cache, to, blob.subarray(0, blob.length - packed));
}

/** Saves a run entry anew with another header. */
export async function saveForged(
  cache: CacheService,
  { from, to }: { from: string; to: string },
  forge: (header: RunEntryHeader) => RunEntryHeader,
): Promise<void> {
  const blob = await blobOf(cache, from);
  blob.set(encodeHeader(forge(decodeHeader(blob, sha256)), sha256));
  await save(cache, to, blob);
}

/** What the layers of a build entry hold. */
export async function layersOfEntry(cache: CacheService, key: string): Promise<Buffer[]> {
  const blob = await blobOf(cache, key);
  let at = DATA_OFFSET;
  return decodeBuildHeader(blob, sha256).layers.map(({ packed }) => {
    at += packed;
    const layer = zstdDecompressSync(blob.subarray(at - packed, at));
    return layer.readUInt16BE(0) === 0x1f8b ? gunzipSync(layer) : layer;
  });
}

async function blobOf(cache: CacheService, key: string): Promise<Buffer> {
  const found = await find({ url: cache.url, token: cache.token({ ref: 'refs/heads/main' }) }, key);
  if (!found) throw new Error(`There is no entry ${key}.`);
  return Buffer.from(await (await fetch(found.url)).arrayBuffer());
}
