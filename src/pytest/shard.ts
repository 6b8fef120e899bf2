// A suite that is spread over several machines: which part of it runs here.

import type { Shard } from '../inputs/shard.ts';
import { parseJson } from '../text/json.ts';
import type { Baseline } from './baseline.ts';

/** By what a suite is split: the same for all of its shards. */
export type Split = {
  /** By the seconds that tests took, or by their number where those are not known, and then why. */
  by: 'times' | { count: string };
  /** SHA-256, hexadecimal, of the times that decide; empty where it is the number. */
  times: string;
  /** What the plugin reads: short names of tests → milliseconds, in JSON. */
  file: string;
};

/** What became of a shard, as the plugin tells: foreign, checked when it is read. */
export type ShardFacts = Shard &
  Pick<Split, 'by' | 'times'> & {
    /** SHA-256, hexadecimal, of the sorted names of all tests of the suite, each followed by a line feed. */
    suite: string;
    /** How many tests the suite has, and how many of them are this shard's. */
    collected: number;
    kept: number;
  };

/** A split by the number of tests. */
export function byNumber(why: string): Split {
  return { by: { count: why }, times: '', file: '{}' };
}

/** A split by what tests took in the baseline; `text` is what the baseline was read from. */
export function byTimes(baseline: Baseline | undefined, text: string, hash: (text: string) => string): Split {
  if (!baseline || baseline.tests.size === 0) return byNumber('it is not known yet how long they take');
  const times = [...baseline.tests].map(([name, { seconds }]) => [name, Math.round(seconds * 1000)]);
  return { by: 'times', times: hash(text), file: JSON.stringify(Object.fromEntries(times)) };
}

const MOST_TESTS = 200_000;
const MOST_NAME = 2000;

/** Reads the names of the suite's tests from the lines that the plugin wrote, sorted, each once; what is broken is left out. */
export function readSuite(text: string): string[] {
  const names = new Set<string>();
  for (const line of text.split('\n')) {
    const told: unknown = line.length > 3 * MOST_NAME ? undefined : parseJson(line);
    const name: unknown = Array.isArray(told) ? told[1] : undefined;
    if (typeof name === 'string' && name.length <= MOST_NAME && !name.includes('\n') && names.size < MOST_TESTS)
      names.add(name);
  }
  return [...names].sort();
}
