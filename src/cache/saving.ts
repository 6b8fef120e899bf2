// What a job leaves in the cache: which entries, and under which keys.

import type { BuildStep } from '../buildkit/progress.ts';
import { baseDigests, hasOnbuild } from '../buildkit/step-names.ts';
import type { StageFacts } from '../dockerfile/stage.ts';
import type { Restored } from './facts.ts';
import { cacheKey, cachePrefixes, keyInstead, type RunScope, runKey, runPrefixes } from './keys.ts';
import type { CachePlan } from './plan.ts';

/** Makes a hexadecimal digest of a text. */
type Hash = (text: string) => string;

/** How run entries are found and made, or why there are none. */
export type RunEntries = { scope: RunScope; bases: string[] } | { off: string };

/** A dev image that was built. */
type BuiltStage = {
  steps: BuildStep[];
  contentId: string;
  /** What its stage depends on; undefined where that could not be read. */
  stage: StageFacts | undefined;
};

/** The key to save a run entry under, and the digests of the base images that it was built on; or why it is not saved. */
export type RunEntryDecision = { key: string; bases: Record<string, string> } | { off: string };

/** Decides whether a dev image becomes a run entry; `found` is the key of the one that was found and not used, if any. */
export function decideRunEntry(
  entries: RunEntries,
  { steps, contentId, stage }: BuiltStage,
  found: string | undefined,
  hash: Hash,
): RunEntryDecision {
  if ('off' in entries) return entries;
  if (!stage) return { off: 'the Dockerfile could not be read' };
  const names = steps.map(step => step.name);
  const bases = baseDigests(names, entries.bases);
  if (!bases) return { off: 'the build did not tell which base images it had' };
  // What a base image makes its users copy can't be seen in their Dockerfile.
  if (hasOnbuild(names, stage.inputs)) return { off: 'a base image has instructions of its own' };
  return { key: keyInstead(runKey(runPrefixes(entries.scope, hash), contentId), found), bases };
}

/** The key to save a build entry under, or why it is not saved. */
export type BuildEntryDecision = { key: string } | { off: string };

/** Decides whether an image becomes a build entry, unless the one that was restored holds just that. */
export function decideBuildEntry(
  { restore, scope }: Pick<CachePlan, 'restore' | 'scope'>,
  restored: Restored,
  contentId: string,
  hash: Hash,
): BuildEntryDecision {
  if (restore === 'lookup' && restored.isExact) return { off: 'there is one of these requirements' };
  const key = cacheKey(cachePrefixes(scope, hash), contentId);
  // A damaged entry can't be overwritten, and building anew could give the same image.
  const isDamaged = restore === 'files' && restored.key !== undefined && !restored.entry;
  if (isDamaged) return { key: keyInstead(key, restored.key) };
  // Also under a key that a damaged entry, or a save that was ended, gave it.
  return restored.key?.startsWith(key) ? { off: 'it was restored' } : { key };
}

/**
 * Seconds that the first layers must take to build: an entry of a base image and a virtual environment takes as long
 * to save (measured), and most changes of the requirements are tested once.
 */
const WORTH_SECONDS = 5;

/** Whether the first layers of an image are worth an entry: they took long to build, or came out of one. */
export function isHeadWorthSaving(all: BuildStep[], head: BuildStep[], restored: Restored): boolean {
  const inHead = new Set(head.map(instruction));
  const own = all.filter(step => !step.isCached && inHead.has(instruction(step)) && !/^FROM /.test(instruction(step)));
  return restored.entry !== undefined || own.reduce((sum, { seconds }) => sum + seconds, 0) >= WORTH_SECONDS;
}

/** `RUN apt-get update` of `[dev 2/5] RUN apt-get update`: the first layers alone are numbered otherwise. */
function instruction({ name }: BuildStep): string {
  return name.replace(/^\[[^\]]*\] /, '');
}
