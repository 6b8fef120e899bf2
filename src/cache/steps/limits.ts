import { statfs } from 'node:fs/promises';
import { docker } from '../../host/steps/exec.ts';
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

async function freeBytes(disk: string): Promise<number> {
  const { bavail, bsize } = await statfs(disk);
  return bavail * bsize;
}

async function bytesOf(image: string): Promise<number> {
  const { stdout } = await docker(['image', 'inspect', '--format', '{{.Size}}', image]);
  return Number(stdout);
}

async function largestStep(image: string): Promise<string> {
  const args = ['image', 'history', '--no-trunc', '--human=false', '--format', '{{json .}}', image];
  const { stdout } = await docker(args);
  const steps = stdout.split('\n').filter(line => line !== '');
  const sizes = steps.map(line => JSON.parse(line) as { Size: string; CreatedBy: string });
  const largest = sizes.toSorted((one, other) => Number(other.Size) - Number(one.Size))[0];
  // An imported image doesn't know.
  if (!largest?.CreatedBy) return '';
  const instruction = largest.CreatedBy.replace(/^RUN \/bin\/sh -c /, 'RUN ').replace(/ # buildkit$/, '');
  return `; most of it comes from ${quoted(instruction)} (${megabytes(Number(largest.Size))})`;
}
