// What is taken from the cache, and what is left in it.
import type { Context } from '../host/steps/environment.ts';
import type { Inputs } from '../inputs/names.ts';
import { buildArguments, choice, size } from '../inputs/values.ts';
import { decideLookup, type Extent, type Lookup, sourcesHint } from '../mount/plan.ts';
import type { CachePlan, Facts, Plan } from '../plan.ts';
import type { Publication } from '../share/plan.ts';
import type { CacheScope } from './keys.ts';

/** What to tell of the files that cache keys are made of. */
export function cacheNotices(inputs: Inputs, { checkout, stage }: Facts): string[] {
  const hint = sourcesHint(stage, inputs['share-target']);
  return [...checkout.notices, ...(hint === undefined ? [] : [hint])];
}

/** What is restored and saved, where the cache is on; or why nothing is, after all. Fails on malformed inputs. */
export function decideCache(
  inputs: Inputs,
  context: Context,
  facts: Facts,
  share: Publication | undefined,
  { extent, isMounted }: { extent: Extent; isMounted: boolean },
): CachePlan | { off: string } {
  if (share && context.ref.startsWith('refs/tags/'))
    return { off: 'what is published is built from the commit, never from a cache' };
  const scope: CacheScope = {
    store: facts.engine.store,
    architecture: facts.engine.architecture,
    suffix: inputs['cache-suffix'],
    build: [inputs.context, inputs.file, inputs.target, ...buildArguments(inputs['build-args']).sort()],
    // What comes before the requirements is the same whatever they are; the run entry has the rest.
    requirements: isMounted ? 'head' : facts.checkout.dependencies.hash,
  };
  const canRead = context.cacheMode !== 'write-only';
  return {
    scope,
    extent,
    maxSize: size('cache-max-size', inputs['cache-max-size']),
    restore: canRead ? (share ? 'lookup' : 'files') : 'no',
    save: context.cacheMode !== 'read' && isWorthSaving(choice('save-cache', inputs['save-cache']), context),
  };
}

/** What this run is compared with, where the cache is on. */
export function decideBaseline(
  inputs: Inputs,
  context: Context,
  cache: CachePlan | { off: string },
): Pick<Plan, 'baseline'> {
  const { defaultBranch: branch, sha } = context;
  if ('off' in cache || branch === '' || context.cacheMode === 'write-only') return {};
  const scope = [...context.job, inputs.matrix, inputs.context, inputs.target, inputs['pytest-args']];
  const save = cache.save && context.eventName === 'push' && context.ref === `refs/heads/${branch}`;
  return { baseline: { branch, scope, suffix: inputs['cache-suffix'], sha, save } };
}

/** `auto` saves nothing that only the same tag, or the same bot's pull request, could ever restore. */
function isWorthSaving(save: 'true' | 'false' | 'auto', context: Context): boolean {
  if (save !== 'auto') return save === 'true';
  return !context.isBotsPullRequest && !context.ref.startsWith('refs/tags/');
}

/** Why the cache is off, or nothing. `auto` is off where an entry of others could reach what is released or privileged. */
export function cacheOffReason(inputs: Inputs, context: Context): string | undefined {
  const enable = choice('enable-cache', inputs['enable-cache']);
  if (enable === 'false') return 'enable-cache is false';
  if (context.cacheMode === 'none') return "the workflow's cache-mode is none";
  if (!context.hasCacheService) return 'this runner offers no cache service';
  if (enable === 'true') return undefined;
  if (context.ref.startsWith('refs/tags/')) return 'a tag is built from the commit, never from a cache';
  if (['release', 'pull_request_target', 'workflow_run'].includes(context.eventName)) {
    return `it is off for ${context.eventName} events, unless enable-cache is true`;
  }
  if (!context.isHosted) return "this self-hosted runner's engine keeps its own, unless enable-cache is true";
  return undefined;
}

/** Whether to look for a run entry, which need not wait for the engine's answer; or why not. Fails on malformed inputs. */
export function planLookup(
  inputs: Inputs,
  context: Context,
  facts: Pick<Facts, 'machine' | 'stage'>,
): Lookup | { off: string } {
  const off = cacheOffReason(inputs, context);
  if (off) return { off };
  const lookup = decideLookup(inputs, context, facts);
  return 'off' in lookup || lookup.restore ? lookup : { off: "the workflow's cache-mode lets it read nothing" };
}

/** The same plan for a job that has nothing to give to others. */
export function withoutSaving(plan: Plan): Plan {
  return 'off' in plan.cache ? plan : { ...plan, cache: { ...plan.cache, save: false } };
}
