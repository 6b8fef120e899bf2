import { createReadStream } from 'node:fs';
import { docker } from '../../host/steps/exec.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { ImageConfig } from '../../image/image.ts';
import { DATA_OFFSET } from '../framed.ts';
import type { CacheResult, SaveRequest } from '../request.ts';
import { CHUNK_BYTES, encodeHeader } from '../run-entry.ts';
import { makeSquashfs } from './squashfs.ts';
import { type Upload, uploadEntry } from './upload.ts';

export type RunEntryRequest = Upload & Omit<Extract<SaveRequest['entry'], { kind: 'run' }>, 'kind'>;

/** Saves an image as a run entry. Trouble is a value or a rejection, as uploadEntry has it. */
export async function saveRunEntry(request: RunEntryRequest): Promise<CacheResult> {
  const { image, file, label, contentId, bases } = request;
  return uploadEntry(request, {
    write: () => makeSquashfs(image, label, file),
    header: async (topLevel, size) =>
      encodeHeader(
        {
          image: { id: image, contentId, config: await inspectConfig(image) },
          topLevel,
          bases,
          bytes: size - DATA_OFFSET,
          chunks: await digests(file),
        },
        sha256,
      ),
  });
}

async function inspectConfig(image: string): Promise<ImageConfig> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .Config}}', image]);
  if (answer.exitCode !== 0) throw new Error(`the image is not in the engine: ${answer.stderr.trim()}`);
  return JSON.parse(answer.stdout) ?? {};
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
