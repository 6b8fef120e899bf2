// What a run of the bench found: plain data, kept in results.json so that tables and plot can be made without measuring.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImageStore } from '../test/lab/client.ts';
import type { Machine } from './machine.ts';
import type { ProjectName } from './projects.ts';

export type WayName = 'action' | 'plain' | 'present' | 'gha' | 'local' | 'venv' | 'pip';

/**
 * The state a job meets. cold: nothing is cached; first: the first job after that, which knows no order of parts;
 * warm: any later one; changed: one requirement was added; slow, fast: warm, on a line of 20 or 100 MB/s.
 */
export type Cell = 'cold' | 'first' | 'warm' | 'changed' | 'slow' | 'fast';

/** Seconds from the start of the job to pytest's first line, to its last, and to the end of the job with its saves. */
export type Times = { firstLine: number; end: number; whole: number };

export type Mark = keyof Times;

/** One job that was measured; bytes are those of the cache service's blobs. */
export type Sample = {
  store: ImageStore;
  project: ProjectName;
  way: WayName;
  cell: Cell;
  times: Times;
  downloaded: number;
  uploaded: number;
};

export type Results = { machine: Machine; minutes: number; samples: Sample[] };

const file = join(import.meta.dirname, 'results.json');

const COLUMNS = ['store', 'project', 'way', 'cell', 'firstLine', 'end', 'whole', 'downloaded', 'uploaded'] as const;

type Row = [ImageStore, ProjectName, WayName, Cell, ...number[]];

/** Writes results.json, one sample a line, so that a diff shows what is new. */
export async function writeResults({ machine, minutes, samples }: Results): Promise<void> {
  const head = JSON.stringify({ machine, minutes }, undefined, 2).slice(0, -2);
  const rows = samples.map(sample => `    ${list(rowOf(sample))}`).join(',\n');
  await writeFile(file, `${head},\n  "columns": ${list(COLUMNS)},\n  "samples": [\n${rows}\n  ]\n}\n`);
}

/** Reads results.json; fails where no run has written it. */
export async function readResults(): Promise<Results> {
  const { machine, minutes, samples } = JSON.parse(await readFile(file, 'utf8').catch(complain));
  return { machine, minutes, samples: samples.map(sampleOf) };
}

function complain(error: unknown): never {
  throw new Error('bench/results.json can not be read: run "npm run bench" first, without --render.', { cause: error });
}

function rowOf({ store, project, way, cell, times, downloaded, uploaded }: Sample): Row {
  const seconds = [times.firstLine, times.end, times.whole].map(time => Math.round(time * 1000) / 1000);
  return [store, project, way, cell, ...seconds, downloaded, uploaded];
}

function sampleOf([store, project, way, cell, ...numbers]: Row): Sample {
  const [firstLine = 0, end = 0, whole = 0, downloaded = 0, uploaded = 0] = numbers;
  return { store, project, way, cell, times: { firstLine, end, whole }, downloaded, uploaded };
}

/** JSON as Biome formats it. */
function list(values: readonly (string | number)[]): string {
  return `[${values.map(value => JSON.stringify(value)).join(', ')}]`;
}

export type Wanted = Partial<Pick<Sample, 'store' | 'project' | 'way' | 'cell'>>;

/** The samples that have all that is wanted. */
export function select(samples: readonly Sample[], wanted: Wanted): Sample[] {
  const entries = Object.entries(wanted) as [keyof Wanted, string][];
  return samples.filter(sample => entries.every(([name, value]) => sample[name] === value));
}

/** The median of one mark of the samples that are wanted, in seconds; undefined where there are none. */
export function medianOf(samples: readonly Sample[], wanted: Wanted, mark: Mark): number | undefined {
  return median(select(samples, wanted).map(({ times }) => times[mark]));
}

/** The middle of some numbers, or the mean of the two in the middle; undefined where there are none. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}
