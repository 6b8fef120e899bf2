import { timesPrefix } from '../../cache/keys.ts';
import type { Context } from '../../host/context.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { Comparison } from '../../pytest/baseline.ts';
import type { Ran } from '../../pytest/results.ts';
import { compareAndKeep, fetchNewest } from '../../pytest/steps/baseline.ts';
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
  const save = isWhole && isDefault && context.cacheMode !== 'read';
  const comparisons: Comparison[] = [];
  for (const [job, tests] of all.tests) {
    const prefix = timesPrefix([workflow, job], sha256);
    const kept = { prefix, sha: context.sha, save };
    const comparison = await compareAndKeep(ranOf(tests), fetchNewest(prefix), kept, PATIENCE_MILLISECONDS);
    if (comparison) comparisons.push(comparison);
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
