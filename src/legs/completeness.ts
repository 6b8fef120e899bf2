// Whether the legs that left something are all there are, and whether shards ran each test of their suite exactly once. All
// that can't be told is a problem.

import type { Gathered, GatheredLeg } from './gather.ts';
import { callOf } from './gather.ts';
import type { Leg } from './leg.ts';
import type { JobEnd } from './needs.ts';
import { type Suite, suitesOf } from './suites.ts';

const MOST_NAMES = 10;
const AGAIN = 'Re-run all jobs';

/** The job of `needs` that a leg is of, which is the call of its workflow, if it is in one; undefined for none. */
export function jobOf(leg: Pick<Leg, 'job' | 'place'>, needs: ReadonlyMap<string, JobEnd>): string | undefined {
  const [call = ''] = callOf(leg).split('.');
  const name = (call || leg.job).toLowerCase();
  return [...needs.keys()].find(job => job.toLowerCase() === name);
}

/** What is missing or does not fit together, as sentences; empty where all is there. */
export async function findGaps(all: Gathered, needs: ReadonlyMap<string, JobEnd>): Promise<string[]> {
  const byJob = Map.groupBy(all.legs, leg => jobOf(leg, needs) ?? '');
  const gaps = [...needs].flatMap(([job, end]) => gapsOfJob(job, end, byJob.get(job) ?? []));
  for (const suite of [...all.sharded.values()].flatMap(suitesOf)) gaps.push(...(await gapsOfSuite(suite)));
  return gaps;
}

function gapsOfJob(job: string, end: JobEnd, legs: GatheredLeg[]): string[] {
  if (end === 'skipped')
    return [`The job ${job} was skipped, so nothing was tested there: let it run, or take it out of "needs:".`];
  if (legs.length === 0) {
    const how = { success: 'succeeded', failure: 'failed', cancelled: 'was cancelled' }[end];
    return [
      `The job ${job} ${how} and left no results: if it tests with this action, ${AGAIN.toLowerCase()}; else take it out of "needs:".`,
    ];
  }
  const gaps = missingLegs(job, legs);
  const isExplained = gaps.length > 0 || legs.some(({ conclusion }) => conclusion === 'failure');
  if (end !== 'success' && !isExplained)
    gaps.push(
      `The job ${job} ${end === 'failure' ? 'failed' : 'was cancelled'}, but not in its tests: see the log of its other steps.`,
    );
  return gaps;
}

/** Legs of a matrix that left nothing. */
function missingLegs(job: string, legs: GatheredLeg[]): string[] {
  const matrices = Map.groupBy(legs, leg => JSON.stringify([leg.job, leg.step, callOf(leg)]));
  return [...matrices.values()].flatMap(ofOne => {
    const totals = [...new Set(ofOne.map(({ total }) => total))];
    const [total = 1] = totals;
    if (totals.length > 1)
      return [`The legs of the job ${job} are of matrices of ${totals.join(' and ')} legs. ${AGAIN}.`];
    const there = new Set(ofOne.map(({ index }) => index));
    const missing = Array.from({ length: total }, (_, index) => index).filter(index => !there.has(index));
    if (missing.length === 0) return [];
    const which = named(missing.map(index => String(index + 1)));
    return [
      `${missing.length === 1 ? 'Leg' : 'Legs'} ${which} of ${total} of the job ${job} left nothing: it was cancelled, it died, or it never started. ${AGAIN}.`,
    ];
  });
}

/** Whether each test of a suite ran in exactly one shard. */
async function gapsOfSuite({ name, legs, runs, names }: Suite): Promise<string[]> {
  const shards = legs.flatMap(({ shard }) => (shard ? [shard] : []));
  const [first] = shards;
  if (!first) return [];
  const of = name === '' ? '' : ` (${name})`;
  const twice = shards.filter(({ index }, at) => shards.findIndex(other => other.index === index) < at);
  if (twice.length > 0)
    return [
      `Shard ${twice[0]?.index}/${first.total}${of} was run by more than one leg: give each leg a shard of its own.`,
    ];
  const missing = Array.from({ length: first.total }, (_, at) => at + 1).filter(
    number => !shards.some(({ index }) => index === number),
  );
  if (missing.length > 0) {
    const which = missing.slice(0, MOST_NAMES).map(number => `${number}/${first.total}`);
    return [
      `Nobody ran shard ${which.join(', ')}${of}, so its tests are missing: let the matrix give each number to a leg, and ${AGAIN.toLowerCase()}.`,
    ];
  }
  if (shards.some(({ times }) => times !== first.times))
    return [
      `The shards${of} were split by different times, so tests may have run twice or never${whyNumber(shards)}. ${AGAIN}.`,
    ];
  if (shards.some(shard => shard.suite !== first.suite))
    return [
      `The shards${of} collected different tests (${[...new Set(shards.map(({ collected }) => collected))].join(', ')}), so some may have run twice or never: names of tests must be the same on each machine. Look for parameters that are random, or in the order of a set.`,
    ];
  const all = await names();
  const never = all.filter(test => !runs.has(test));
  const often = [...runs].filter(([, count]) => count > 1).map(([test]) => test);
  const stray = runs.size - (all.length - never.length);
  return [
    ...(never.length > 0 ? [`${some(never.length)}${of} ran in no shard: ${named(never)}.`] : []),
    ...(often.length > 0 ? [`${some(often.length)}${of} ran in more than one shard: ${named(often)}.`] : []),
    ...(stray > 0 ? [`${some(stray)}${of} ran and are not in the suite as it was collected. ${AGAIN}.`] : []),
  ];
}

function whyNumber(shards: NonNullable<Leg['shard']>[]): string {
  const why = shards.flatMap(({ by }) => (by === 'times' ? [] : [by.count]));
  return why[0] === undefined ? '' : ` (by number in ${why.length} of ${shards.length}: ${why[0]})`;
}

function some(count: number): string {
  return count === 1 ? '1 test' : `${count} tests`;
}

function named(names: string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}
