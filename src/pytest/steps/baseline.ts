import { setTimeout as wait } from 'node:timers/promises';
import { baselinePrefix } from '../../cache/keys.ts';
import type { BaselinePlan } from '../../cache/plan.ts';
import { fetchText, keepText } from '../../cache/steps/texts.ts';
import { cacheService } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import {
  type Baseline,
  type Comparison,
  compare,
  formatBaseline,
  isNews,
  MOST_BASELINE_BYTES,
  parseBaseline,
} from '../baseline.ts';
import { type TestFacts, wentThrough } from '../facts.ts';
import type { Ran } from '../results.ts';

/** How long the end of a job may wait for the cache service; a comparison is not worth more. */
const PATIENCE_MILLISECONDS = 2000;

/** Asks the cache for what a run of these tests is to be compared with. Never rejects. */
export function fetchBaseline(plan: BaselinePlan): Promise<Baseline | undefined> {
  return fetchNewest(prefixOf(plan));
}

/** The newest baseline whose key begins so. Never rejects. */
export async function fetchNewest(prefix: string): Promise<Baseline | undefined> {
  return parseBaseline(await fetchText(cacheService(), prefix, MOST_BASELINE_BYTES));
}

/**
 * Compares a run that went through all of its tests with the baseline, and keeps it as the next one where the plan says so and it tells
 * anything new; waits 2 s for either at most. Never rejects.
 */
export async function compareTests(
  plan: BaselinePlan,
  fetching: Promise<Baseline | undefined>,
  tests: TestFacts,
): Promise<Comparison | undefined> {
  if (!wentThrough(tests)) return undefined;
  return compareAndKeep(tests.results.ran, fetching, { ...plan, prefix: prefixOf(plan) }, PATIENCE_MILLISECONDS);
}

/**
 * Compares tests with a baseline, and keeps them as the next one, whose key begins so, where that is asked for and they tell
 * anything new; waits so long for either at most. Never rejects.
 */
export async function compareAndKeep(
  ran: Ran[],
  fetching: Promise<Baseline | undefined>,
  { prefix, sha, save }: { prefix: string; sha: string; save: boolean },
  milliseconds: number,
): Promise<Comparison | undefined> {
  const withPatience = <Result>(promise: Promise<Result>): Promise<Result | undefined> =>
    Promise.race([promise, wait(milliseconds, undefined, { ref: false })]);
  const baseline = await withPatience(fetching);
  if (save && isNews(baseline, ran, shorten)) {
    await withPatience(keepText(cacheService(), prefix + sha, formatBaseline(sha, ran, shorten)));
  }
  return baseline && compare(baseline, ran, shorten);
}

function prefixOf({ scope, suffix }: BaselinePlan): string {
  return baselinePrefix(scope, suffix, sha256);
}

function shorten(nodeId: string): string {
  return sha256(nodeId).slice(0, 12);
}
