import { open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BlockBlobClient } from '@azure/storage-blob';
import type { CacheResult } from '../request.ts';
import { reasonNotToSave } from './limits.ts';
import { type CacheService, finalize, reserve } from './service.ts';

/** An entry that is to be saved. */
export type Upload = {
  service: CacheService;
  key: string;
  image: string;
  /** Bytes above which it is not. */
  maxSize: number;
  /** Path for the blob on its way, on a disk with room for it. */
  file: string;
};

/** How the file of an entry is made: first what comes after the header, from DATA_OFFSET on; then the header. */
export type Making<Made> = {
  write(): Promise<Made>;
  header(made: Made, size: number): Promise<Uint8Array> | Uint8Array;
};

const UPLOAD = { blockSize: 8 << 20, concurrency: 8 };

/**
 * Saves an image as an entry that is one blob. Room on the disk comes first, which leaves no key reserved; then the key, so
 * that a save that is refused costs nothing.
 * Trouble that the service or the machine gives is a value or a rejection; the file is gone in every case.
 */
export async function uploadEntry<Made>(upload: Upload, making: Making<Made>): Promise<CacheResult> {
  const { service, key, image, maxSize, file } = upload;
  const noRoom = await reasonNotToSave(image, { disk: dirname(file) });
  if (noRoom !== undefined) return { trouble: noRoom };
  const reserved = await reserve(service, key);
  // Another job was quicker, or the entry is there but could not be looked up.
  if ('refused' in reserved) return /already exists/.test(reserved.refused) ? {} : { trouble: reserved.refused };
  try {
    const made = await making.write();
    const { size } = await stat(file);
    const tooLarge = await reasonNotToSave(image, { entry: size, maxSize });
    if (tooLarge !== undefined) return { bytes: size, trouble: tooLarge };
    await writeAtStart(file, await making.header(made, size));
    await new BlockBlobClient(reserved.uploadUrl).uploadFile(file, UPLOAD);
    await finalize(service, key, size);
    return { key, bytes: size };
  } finally {
    await rm(file, { force: true });
  }
}

async function writeAtStart(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.write(bytes, 0, bytes.length, 0);
  await handle.close();
}
