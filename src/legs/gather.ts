// All legs together, read one after the other: what they come to, and whether anything is missing.

import { secondsOf, type Timing } from '../pytest/results.ts';
import type { Leg, LegFailure, Test } from './leg.ts';
import { nameOf } from './matrix.ts';
import type { JobEnd } from './needs.ts';
import type { WholeLeg } from './read-leg.ts';

/** A leg without what the report of all has once. */
export type GatheredLeg = Omit<Leg, 'failures' | 'flaky' | 'slowest' | 'reasons' | 'warnings'> & {
  failures: number;
  flaky: number;
  /** Whether it is red and its job succeeded all the same, as `continue-on-error` has it. */
  mayFail: boolean;
};

/** A failure, and in which legs it was. */
export type GatheredFailure = { failure: LegFailure; legs: string[] };

export type GatheredTest = {
  /** In how many legs it passed or failed. */
  runs: number;
  /** In all of those together. */
  seconds: number;
  isFailed: boolean;
};

export type Gathered = {
  legs: GatheredLeg[];
  /** By the name of their job in its own workflow, by which its shards look for times. */
  tests: Map<string, Map<string, GatheredTest>>;
  failures: Map<string, GatheredFailure>;
  flaky: Map<string, { message: string; legs: string[] }>;
  slowest: Timing[];
  /** Of the jobs, or calls of them, that have shards. */
  sharded: Map<string, ShardedJob>;
};

/** Shards of a job, of one suite or of several, and in which of them each test ran, by their place in the list. */
export type ShardedJob = {
  legs: { leg: GatheredLeg; names(): Promise<string[]> }[];
  runs: Map<string, number[]>;
};

const MOST_FAILURES = 5000;
const MOST_FLAKY = 200;
const MOST_SLOWEST = 50;

/** Nothing yet. */
export function gatherNothing(): Gathered {
  return { legs: [], tests: new Map(), failures: new Map(), flaky: new Map(), slowest: [], sharded: new Map() };
}

/** Adds a leg of a job that ended so. */
export function gather(all: Gathered, { leg, tests, suite }: WholeLeg, end: JobEnd): void {
  const { failures, flaky, slowest, reasons: _, warnings: __, ...rest } = leg;
  const name = labelOf(leg);
  const mayFail = leg.conclusion === 'failure' && end === 'success';
  const gathered = { ...rest, failures: failures.length, flaky: flaky.length, mayFail };
  all.legs.push(gathered);
  addTests(all, leg.job, tests);
  for (const failure of failures) addFailure(all.failures, failure, name);
  for (const { nodeId, message } of flaky) {
    const known = all.flaky.get(nodeId);
    if (known) known.legs.push(name);
    else if (all.flaky.size < MOST_FLAKY) all.flaky.set(nodeId, { message, legs: [name] });
  }
  all.slowest = [...all.slowest, ...slowest].sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, MOST_SLOWEST);
  if (leg.shard) addShard(all.sharded, { leg: gathered, names: suite }, tests);
}

/** What a leg is called: its values in the matrix, or else which of how many it is. */
export function labelOf({ job, matrix, index, total }: Pick<Leg, 'job' | 'matrix' | 'index' | 'total'>): string {
  return nameOf(matrix) || (total > 1 ? `${job} ${index + 1}/${total}` : job);
}

/** Whether each leg went through all of its tests, red or green: only then they are a measure for later runs. */
export function wentThrough({ legs }: Pick<Gathered, 'legs'>): boolean {
  return legs.every(({ exitCode }) => exitCode === 0 || exitCode === 1);
}

function addTests(all: Gathered, job: string, tests: Test[]): void {
  const ofJob = all.tests.get(job) ?? new Map<string, GatheredTest>();
  all.tests.set(job, ofJob);
  for (const { nodeId, outcome, seconds } of tests) {
    if (!['passed', 'failed', 'error'].includes(outcome)) continue;
    const known = ofJob.get(nodeId) ?? { runs: 0, seconds: 0, isFailed: false };
    known.runs += 1;
    known.seconds += seconds;
    known.isFailed ||= outcome === 'failed' || outcome === 'error';
    ofJob.set(nodeId, known);
  }
}

function addFailure(failures: Gathered['failures'], failure: LegFailure, leg: string): void {
  // The same test may fail for different reasons; an address or another number makes no other.
  const reason = failure.message.replace(/0x[0-9a-f]+|\d+/gi, '#');
  const key = JSON.stringify([failure.file, failure.nodeId, failure.phase, reason]);
  const known = failures.get(key);
  if (known) {
    if (!known.legs.includes(leg)) known.legs.push(leg);
  } else if (failures.size < MOST_FAILURES) failures.set(key, { failure, legs: [leg] });
}

function addShard(sharded: Gathered['sharded'], shard: ShardedJob['legs'][number], tests: Test[]): void {
  const { leg } = shard;
  const key = JSON.stringify([leg.job, leg.step, callOf(leg), leg.shard?.total]);
  const job = sharded.get(key) ?? { legs: [], runs: new Map<string, number[]>() };
  sharded.set(key, job);
  const at = job.legs.push(shard) - 1;
  for (const { nodeId } of tests) {
    const ran = job.runs.get(nodeId);
    if (ran) ran.push(at);
    else job.runs.set(nodeId, [at]);
  }
}

/**
 * The call of a workflow that a job is in; legs of one matrix are in the same. In a place such as `call.test.3_12`, what
 * stands behind the job tells the leg, in a form that GitHub does not document.
 */
export function callOf({ place, job }: Pick<Leg, 'place' | 'job'>): string {
  const parts = place.split('.');
  const own = parts.findIndex(part => part.toLowerCase() === job.toLowerCase());
  return parts.slice(0, Math.max(0, own)).join('.');
}
