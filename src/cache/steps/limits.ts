import { statfs } from 'node:fs/promises';
import { docker } from '../../host/steps/exec.ts';
import { largestInHistory } from '../../image/history.ts';
import { historyOf } from '../../image/steps/inspect.ts';
import { quoted } from '../../text/plain.ts';
import { megabytes } from '../../text/quantities.ts';

/** What a save leaves free on the disk, in bytes: a build or a test that finds it full fails. */
const LEFT_FREE_BYTES = 2e9;

/** A folder on the disk that an image is going to be written to, or the bytes that an entry has and may have. */
export type Limit = { disk: string } | { entry: number; maxSize: number };

/** Why an image should not be saved, with what makes it big; undefined where nothing speaks against it. */
export async function reasonNotToSave(image: string, limit: Limit): Promise<string | undefined> {
  const reason = 'disk' in limit ? await shortage(image, limit.disk) : excess(limit.entry, limit.maxSize);
  return reason && reason + (await largestStep(image));
}

async function shortage(image: string, disk: string): Promise<string | undefined> {
  const { bavail, bsize } = await statfs(disk);
  const free = bavail * bsize;
  const { stdout } = await docker(['image', 'inspect', '--format', '{{.Size}}', image]);
  const takes = Number(stdout);
  if (free >= takes + LEFT_FREE_BYTES) return undefined;
  return `the disk has ${megabytes(free)} left, too little to save an image of ${megabytes(takes)} and leave ${megabytes(LEFT_FREE_BYTES)} free`;
}

function excess(bytes: number, most: number): string | undefined {
  if (bytes <= most) return undefined;
  return `the entry has ${megabytes(bytes)}, more than the ${megabytes(most)} that cache-max-size allows`;
}

async function largestStep(image: string): Promise<string> {
  const largest = largestInHistory((await historyOf(image)) ?? []);
  return largest ? `; most of it comes from ${quoted(largest.instruction)} (${megabytes(largest.unpacked)})` : '';
}
