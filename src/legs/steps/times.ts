import { setTimeout as wait } from 'node:timers/promises';
import { timesPrefix } from '../../cache/keys.ts';
import { fetchText, keepText } from '../../cache/steps/texts.ts';
import type { Context } from '../../host/context.ts';
import { cacheService } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import {
  type Comparison,
  compare,
  formatBaseline,
  isNews,
  MOST_BASELINE_BYTES,
  parseBaseline,
} from '../../pytest/baseline.ts';
import type { Ran } from '../../pytest/results.ts';
import type { Gathered, GatheredTest } from '../gather.ts';

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Compares the tests of all legs with those of the default branch, and there keeps them as what later runs are compared
 * with and split by, if nothing is missing of them. Waits 10 s for either at most; nothing without a cache. Never rejects.
 */
export async function compareLegs(all: Gathered, context: Context, isWhole: boolean): Promise<Comparison | undefined> {
  if (context.cacheService !== 'current' || ['none', 'write-only'].includes(context.cacheMode)) return undefined;
  const [workflow = ''] = context.job;
  const isDefault = context.eventName === 'push' && context.ref === `refs/heads/${context.defaultBranch}`;
  const comparisons: Comparison[] = [];
  for (const [job, tests] of all.tests) {
    const ran = ranOf(tests);
    const prefix = timesPrefix([workflow, job], sha256);
    const baseline = parseBaseline((await withPatience(fetchText(cacheService(), prefix, MOST_BASELINE_BYTES))) ?? '');
    if (baseline) comparisons.push(compare(baseline, ran, shorten));
    if (isWhole && isDefault && context.cacheMode !== 'read' && isNews(baseline, ran, shorten))
      await withPatience(keepText(cacheService(), prefix + context.sha, formatBaseline(context.sha, ran, shorten)));
  }
  return together(comparisons);
}

function ranOf(tests: Map<string, GatheredTest>): Ran[] {
  return [...tests].map(([nodeId, { runs, seconds, isFailed }]) => ({
    nodeId,
    setup: 0,
    call: seconds / runs,
    teardown: 0,
    isFailed,
  }));
}

function together([first, ...others]: Comparison[]): Comparison | undefined {
  if (!first) return undefined;
  for (const { newFailures, fixed, added } of others) {
    for (const nodeId of newFailures) first.newFailures.add(nodeId);
    first.fixed += fixed;
    first.added += added;
  }
  return first;
}

function withPatience<Result>(promise: Promise<Result>): Promise<Result | undefined> {
  return Promise.race([promise, wait(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
}

function shorten(nodeId: string): string {
  return sha256(nodeId).slice(0, 12);
}
