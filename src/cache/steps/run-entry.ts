import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BlockBlobClient } from '@azure/storage-blob';
import { docker } from '../../host/steps/exec.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { ImageConfig } from '../../image/image.ts';
import { DATA_OFFSET } from '../framed.ts';
import type { CacheResult, SaveRequest } from '../request.ts';
import { CHUNK_BYTES, encodeHeader, type RunEntryHeader } from '../run-entry.ts';
import type { TopLevel } from '../top-level.ts';
import { reasonNotToSave } from './limits.ts';
import { type CacheService, finalize, reserve } from './service.ts';
import { makeSquashfs } from './squashfs.ts';

export type RunEntryRequest = Omit<SaveRequest, 'action' | 'entry'> &
  Omit<Extract<SaveRequest['entry'], { kind: 'run' }>, 'kind'> & {
    service: CacheService;
    /** Path for the blob on its way, on a disk with room for it. */
    file: string;
  };

const UPLOAD = { blockSize: 8 << 20, concurrency: 8 };

/**
 * Saves an image as a run entry. Room on the disk comes first, which leaves no key reserved; then the key, so that a save that is
 * refused costs nothing.
 * Trouble that the service or the machine gives is a value or a rejection; the file is gone in every case.
 */
export async function saveRunEntry(request: RunEntryRequest): Promise<CacheResult> {
  const { service, key, image, maxSize, file } = request;
  const noRoom = await reasonNotToSave(image, { disk: dirname(file) });
  if (noRoom !== undefined) return { trouble: noRoom };
  const reserved = await reserve(service, key);
  // Another job was quicker, or the entry is there but could not be looked up.
  if ('refused' in reserved) return /already exists/.test(reserved.refused) ? {} : { trouble: reserved.refused };
  try {
    const topLevel = await makeSquashfs(image, request.label, file);
    const { size } = await stat(file);
    const tooLarge = await reasonNotToSave(image, { entry: size, maxSize });
    if (tooLarge !== undefined) return { bytes: size, trouble: tooLarge };
    await writeHeader(file, size, topLevel, { request, config: await inspectConfig(image) });
    await new BlockBlobClient(reserved.uploadUrl).uploadFile(file, UPLOAD);
    await finalize(service, key, size);
    return { key, bytes: size };
  } finally {
    await rm(file, { force: true });
  }
}

async function inspectConfig(image: string): Promise<ImageConfig> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .Config}}', image]);
  if (answer.exitCode !== 0) throw new Error(`the image is not in the engine: ${answer.stderr.trim()}`);
  return JSON.parse(answer.stdout) ?? {};
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
    chunks: await digests(file),
  };
  const bytes = encodeHeader(header, sha256);
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, 0);
  await handle.close();
}

/** SHA-256 of each chunk of the squashfs. */
async function digests(file: string): Promise<string[]> {
  const chunks: string[] = [];
  // A stream of a file comes in chunks of just this length, but for the last.
  for await (const chunk of createReadStream(file, { start: DATA_OFFSET, highWaterMark: CHUNK_BYTES })) {
    chunks.push(sha256(chunk));
  }
  return chunks;
}
