import { statfs } from 'node:fs/promises';
import { docker } from '../../host/steps/exec.ts';
import { largestInHistory } from '../../image/history.ts';
import { historyOf } from '../../image/steps/inspect.ts';
import { quoted } from '../../text/plain.ts';
import { megabytes } from '../../text/quantities.ts';
import { excess, shortage } from '../limits.ts';

/** A folder on the disk that an image is going to be written to, or the bytes that an entry has and may have. */
export type Limit = { disk: string } | { entry: number; maxSize: number };

/** Why an image should not be saved, with what makes it big; undefined where nothing speaks against it. */
export async function reasonNotToSave(image: string, limit: Limit): Promise<string | undefined> {
  const reason =
    'disk' in limit ? shortage(await freeBytes(limit.disk), await bytesOf(image)) : excess(limit.entry, limit.maxSize);
  return reason && reason + (await largestStep(image));
}

/** Bytes that the disk of a folder has left. */
export async function freeBytes(disk: string): Promise<number> {
  const { bavail, bsize } = await statfs(disk);
  return bavail * bsize;
}

async function bytesOf(image: string): Promise<number> {
  const { stdout } = await docker(['image', 'inspect', '--format', '{{.Size}}', image]);
  return Number(stdout);
}

async function largestStep(image: string): Promise<string> {
  const largest = largestInHistory((await historyOf(image)) ?? []);
  return largest ? `; most of it comes from ${quoted(largest.instruction)} (${megabytes(largest.unpacked)})` : '';
}
