import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BlockBlobClient } from '@azure/storage-blob';
import type { CacheResult, SaveRequest } from '../core/client.ts';
import { megabytes } from '../core/markup.ts';
import { DATA_OFFSET, encodeHeader, PART_BYTES, type RunEntryHeader } from '../core/run-entry.ts';
import type { ImageConfig, TopLevel } from '../core/skeleton.ts';
import { type CacheService, finalize, reserve } from './cache-calls.ts';
import { docker } from './exec.ts';
import { makeSquashfs } from './squashfs.ts';

export type RunEntryRequest = Omit<SaveRequest, 'action' | 'entry'> &
  Omit<Extract<SaveRequest['entry'], { kind: 'run' }>, 'kind'> & {
    service: CacheService;
    /** Path for the blob on its way, on a disk with room for it. */
    file: string;
  };

/** What a save leaves free on the disk: a build or a test that finds it full fails. */
export const LEFT_FREE_BYTES = 2e9;
const UPLOAD = { blockSize: 8 << 20, concurrency: 8 };

/**
 * Saves an image as a run entry. Its key is reserved before anything else, so that a save that is refused costs nothing.
 * Trouble that the service or the machine gives is a value or a rejection; the file is gone in every case.
 */
export async function saveRunEntry(request: RunEntryRequest): Promise<CacheResult> {
  const { service, key, image, maxSize, file } = request;
  const facts = await inspect(image);
  const shortage = await roomLacks(dirname(file), facts.size);
  if (shortage !== undefined) return { trouble: shortage };
  const reserved = await reserve(service, key);
  // Another job was quicker, or the entry is there but could not be looked up.
  if ('refused' in reserved) return /already exists/.test(reserved.refused) ? {} : { trouble: reserved.refused };
  try {
    const topLevel = await makeSquashfs(image, request.label, file);
    const { size } = await stat(file);
    if (size > maxSize) return { bytes: size, trouble: tooLarge(size, maxSize) };
    await writeHeader(file, size, topLevel, { request, config: facts.config });
    await new BlockBlobClient(reserved.uploadUrl).uploadFile(file, UPLOAD);
    await finalize(service, key, size);
    return { key, bytes: size };
  } finally {
    await rm(file, { force: true });
  }
}

/** Why an entry of this size is not saved. */
export function tooLarge(bytes: number, most: number): string {
  return `the entry has ${megabytes(bytes)}, more than the ${megabytes(most)} that cache-max-size allows`;
}

/** Why so many bytes more should not be written to the disk of a folder, if so. */
export async function roomLacks(folder: string, bytes: number): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes + LEFT_FREE_BYTES) return undefined;
  return `the disk has ${megabytes(free)} left, too little to save an image of ${megabytes(bytes)} and leave ${megabytes(LEFT_FREE_BYTES)} free`;
}

async function inspect(image: string): Promise<{ config: ImageConfig; size: number }> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .}}', image]);
  if (answer.exitCode !== 0) throw new Error(`the image is not in the engine: ${answer.stderr.trim()}`);
  const { Config, Size }: { Config: ImageConfig | null; Size: number } = JSON.parse(answer.stdout);
  return { config: Config ?? {}, size: Size };
}

async function writeHeader(
  file: string,
  size: number,
  topLevel: TopLevel[],
  { request, config }: { request: RunEntryRequest; config: ImageConfig },
): Promise<void> {
  const header: RunEntryHeader = {
    image: { id: request.image, contentId: request.contentId, config },
    topLevel,
    bases: request.bases,
    bytes: size - DATA_OFFSET,
    parts: await digests(file),
  };
  const bytes = encodeHeader(header, text => createHash('sha256').update(text).digest('hex'));
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, 0);
  await handle.close();
}

/** SHA-256 of each part of the squashfs. */
async function digests(file: string): Promise<string[]> {
  const parts: string[] = [];
  // A stream of a file comes in chunks of just this length, but for the last.
  for await (const part of createReadStream(file, { start: DATA_OFFSET, highWaterMark: PART_BYTES })) {
    parts.push(createHash('sha256').update(part).digest('hex'));
  }
  return parts;
}
