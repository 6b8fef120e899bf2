// What bench/shards.ts found, kept in shards.json so that its table can be made without measuring.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from './machine.ts';
import { median } from './results.ts';

/** Seconds from the start of a job to pytest's first line, to its word of what it has collected, to its last line, and to
 * the end of the step. */
export type OneJob = { firstLine: number; collected: number; end: number; whole: number };

/** Jobs that follow each other: all of the suite, and its shards. */
export type ShardRound = { whole: OneJob; shards: OneJob[] };

export type ShardResults = {
  machine: Machine;
  shards: number;
  tests: number;
  /** That each test takes. */
  testSeconds: number;
  rounds: ShardRound[];
};

const file = join(import.meta.dirname, 'shards.json');

/** No more than this beyond what is to be done anyway. */
export const SHARD_LIMIT = 1.1;

/** Writes shards.json, as Biome formats it. */
export async function writeShards(results: ShardResults): Promise<void> {
  const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);
  await writeFile(file, `${JSON.stringify(results, rounded, 2)}\n`);
}

/** Reads shards.json; undefined where it is not there. */
export async function readShards(): Promise<ShardResults | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** Medians in seconds: what one job takes, and what the slowest shard does beside what it has to. */
export function shardFigures({ rounds, shards }: ShardResults) {
  const of = (value: (round: ShardRound) => number) => median(rounds.map(value)) ?? Number.NaN;
  const slowest = (mark: keyof OneJob) => of(round => Math.max(...round.shards.map(job => job[mark])));
  const start = of(({ whole }) => whole.firstLine);
  const collection = of(({ whole }) => whole.collected - whole.firstLine);
  const testing = of(({ whole }) => whole.end - whole.collected);
  const ideal = start + collection + testing / shards;
  const end = slowest('end');
  return { start, collection, testing, ideal, end, ratio: end / ideal, oneEnd: of(({ whole }) => whole.end) };
}
