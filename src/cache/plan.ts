// What is taken from the cache, and what is left in it.

import type { Checkout } from '../checkout/checkout.ts';
import { dockerfileOf } from '../checkout/locate.ts';
import { cutBefore, type StageFacts } from '../dockerfile/stage.ts';
import type { Engine } from '../engine/engine.ts';
import type { Context } from '../host/context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { CacheScope } from './keys.ts';

/** What a build entry holds: the whole dev image, its first layers as a Dockerfile of their own, or it isn't worth one. */
export type Extent = { kind: 'whole' } | { kind: 'head'; dockerfile: string } | { kind: 'nothing' };

/** What is restored and saved. */
export type CachePlan = {
  scope: CacheScope;
  /** What stands for the requirements in the keys of build entries, as a part of a sentence; empty where nothing does. */
  requirementsFrom: string;
  /** What build entries hold. */
  extent: Extent;
  /** Bytes above which no entry is saved. */
  maxSize: number;
  /** What is done with an entry that is there: taken, only looked up, or not even that. */
  restore: 'files' | 'lookup' | 'no';
  /** Whether this job may save, and its entries could be of use to others. */
  save: boolean;
};

/** What this run is compared with: the last run of the same tests on the default branch. */
export type BaselinePlan = {
  branch: string;
  /** What tells tests apart: workflow, job, leg, folder, stage. */
  scope: string[];
  suffix: string;
  sha: string;
  /** Whether this run is to be what later ones are compared with. */
  save: boolean;
};

/** How the shards of a suite agree on the times that they split it by. */
export type TimesPlan = {
  /** Names of the workflow and of the job. */
  job: string[];
  runId: string;
};

/** What to tell of the files that cache keys are made of. */
export function cacheNotices(
  inputs: Inputs,
  { checkout, stage }: { checkout: Checkout; stage: StageFacts | undefined },
): string[] {
  const isShared = inputs['cache-dependency-path'].length === 0 && requirementsOf(checkout, stage).from === '';
  const hint = sourcesHint(stage, inputs);
  return [...(isShared ? [ALL_SHARED] : []), ...(hint === undefined ? [] : [hint])];
}

const ALL_SHARED =
  'There is no requirements.txt: all builds of this Dockerfile share their cache entries. Set cache-dependency-path if other files name the requirements.';

const MOST_FILES = 3;

/** What tells builds of one Dockerfile apart: the dependency files, or else all that the dev stage copies, where that is known. */
function requirementsOf({ dependencies }: Checkout, stage: StageFacts | undefined): { hash: string; from: string } {
  const { files, hash } = dependencies;
  const left = files.length - MOST_FILES;
  const from = [...files.slice(0, MOST_FILES), ...(left > 0 ? [`${left} more`] : [])].join(', ');
  if (files.length > 0 || !stage || !('hash' in stage.sources)) return { hash, from };
  return { hash: stage.sources.hash, from: 'what the dev stage copies' };
}

/** What is restored and saved, where the cache is on; or why nothing is, after all. */
export function decideCache(
  inputs: Inputs,
  context: Context,
  { engine, checkout, stage }: { engine: Engine; checkout: Checkout; stage: StageFacts | undefined },
  { extent, isMounted, isPublished }: { extent: Extent; isMounted: boolean; isPublished: boolean },
): CachePlan | { off: string } {
  if (isPublished && context.ref.startsWith('refs/tags/'))
    return { off: 'what is published is built from the commit, never from a cache' };
  // What comes before the requirements is the same whatever they are; the run entry has the rest.
  const requirements = isMounted ? { hash: 'head', from: '' } : requirementsOf(checkout, stage);
  const scope: CacheScope = {
    store: engine.store,
    architecture: engine.architecture,
    suffix: inputs['cache-suffix'],
    build: [
      ...[dockerfileOf(inputs), inputs.context, inputs.target, ...inputs['build-args'].toSorted()],
      // An emulated one is of no use to others.
      ...(context.defaultPlatform === '' ? [] : [context.defaultPlatform]),
    ],
    requirements: requirements.hash,
  };
  const canRead = context.cacheMode !== 'write-only';
  return {
    scope,
    requirementsFrom: requirements.from,
    extent,
    maxSize: inputs['cache-max-size'],
    restore: canRead ? (isPublished ? 'lookup' : 'files') : 'no',
    save: context.cacheMode !== 'read' && isWorthSaving(inputs['save-cache'], context),
  };
}

/** What this run is compared with, where the cache is on. */
export function decideBaseline(
  inputs: Inputs,
  context: Context,
  cache: CachePlan | { off: string },
): { baseline?: BaselinePlan } {
  const { defaultBranch: branch, sha } = context;
  // The report of all shards compares: a shard has other tests each time.
  if (inputs.shard || 'off' in cache || branch === '' || context.cacheMode === 'write-only') return {};
  const scope = [...context.job, inputs.matrix, inputs.context, inputs.target, ...inputs['pytest-args']];
  const save = cache.save && context.eventName === 'push' && context.ref === `refs/heads/${branch}`;
  return { baseline: { branch, scope, suffix: inputs['cache-suffix'], sha, save } };
}

/** How a shard agrees with the others, or why it can't. */
export function decideTimes(inputs: Inputs, context: Context): TimesPlan | { off: string } {
  const { job, runId, cacheMode } = context;
  const off = cacheOffReason(inputs, context);
  if (off !== undefined) return { off };
  if (cacheMode === 'read' || cacheMode === 'write-only') return { off: `the workflow's cache-mode is ${cacheMode}` };
  return { job, runId };
}

/** `auto` saves nothing that only the same tag, or the same bot's pull request, could ever restore. */
function isWorthSaving(save: 'true' | 'false' | 'auto', context: Context): boolean {
  if (save !== 'auto') return save === 'true';
  return !context.isBotsPullRequest && !context.ref.startsWith('refs/tags/');
}

/** Why the cache is off, or nothing. `auto` is off where an entry of others could reach what is released or privileged. */
export function cacheOffReason(inputs: Inputs, context: Context): string | undefined {
  const enable = inputs['enable-cache'];
  if (enable === 'false') return 'enable-cache is false';
  if (context.cacheMode === 'none') return "the workflow's cache-mode is none";
  if (context.cacheService === 'none') return 'this runner offers no cache service';
  const reason = enable === 'true' ? undefined : autoOffReason(context);
  return reason ?? (context.cacheService === 'older' ? OLDER : undefined);
}

const OLDER = 'the cache service of this runner speaks an older protocol';

/** What to tell of a cache that is off, for this reason, although it was asked for. */
export function cacheOffNotices(off: string): string[] {
  if (off !== OLDER) return [];
  return [
    `Nothing is cached: ${OLDER}, as those of nektos/act and Gitea do. Set enable-cache: false to do without this notice.`,
  ];
}

function autoOffReason(context: Context): string | undefined {
  if (context.ref.startsWith('refs/tags/')) return 'a tag is built from the commit, never from a cache';
  if (['release', 'pull_request_target', 'workflow_run'].includes(context.eventName)) {
    return `it is off for ${context.eventName} events, unless enable-cache is true`;
  }
  if (!context.isHosted) return "this self-hosted runner's engine keeps its own, unless enable-cache is true";
  return undefined;
}

/** What a build entry is to hold. What a run entry gives back, or the next commit changes, is left out. */
export function decideExtent(target: string, stage: StageFacts | undefined, isMounted: boolean): Extent {
  if (!stage || 'doubt' in stage.sources) return { kind: 'whole' };
  if (!isMounted && !('line' in stage.sources)) return { kind: 'whole' };
  const line = 'line' in stage.sources ? stage.sources.line : stage.inputs.copies.find(copy => copy.isInTarget)?.line;
  const dockerfile = line === undefined ? undefined : cutBefore(stage.inputs.text, target, line);
  return dockerfile === undefined ? { kind: 'nothing' } : { kind: 'head', dockerfile };
}

/** What a user would gain who moved a line, or nothing. */
export function sourcesHint(
  stage: StageFacts | undefined,
  { target, 'share-target': share }: Pick<Inputs, 'target' | 'share-target'>,
): string | undefined {
  if (!stage || !('line' in stage.sources)) return undefined;
  const { line, instruction, isApart } = stage.sources;
  // Stages that are based on the same one have the code from there.
  const isInTarget = stage.inputs.copies.some(copy => copy.line === line && copy.isInTarget);
  const hasShare = share !== target && stage.inputs.stages.includes(share);
  const cure = hasShare
    ? `move that line to the stage ${share}${isInTarget ? '' : ', and to others that need your code'}`
    : `without that line, or with it in a stage after that ("FROM ${target} AS …")`;
  const what = `Line ${line} of the Dockerfile (${instruction}) copies your code into the ${target} stage, so its image changes with every commit and can't be kept`;
  const then = (tests: string) => `${cure}${hasShare ? ', and' : ','} ${tests} start within seconds.`;
  // A package of one's own, say, whose build reads its code.
  if (isApart) return `${what}: unless something is built from it there, ${then('the tests')}`;
  return `${what}. The tests see your files anyway: ${then('they')}`;
}
