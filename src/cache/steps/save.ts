import type { BuildFacts } from '../../buildkit/facts.ts';
import type { BuildPlan } from '../../buildkit/plan.ts';
import { baseDigests, hasOnbuild } from '../../buildkit/step-names.ts';
import { buildHead } from '../../buildkit/steps/build.ts';
import type { StageFacts } from '../../dockerfile/stage.ts';
import { ownLabel, ownReference, type Run } from '../../host/run.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { Image } from '../../image/image.ts';
import { untag } from '../../image/steps/inspect.ts';
import type { Restored, Saved, SavedEntries } from '../facts.ts';
import { keyInstead, type RunScope, runKey, runPrefixes } from '../keys.ts';
import type { CachePlan } from '../plan.ts';
import { keyToSave, saveEntry } from './entries.ts';

/** What of a plan a save goes by. */
type SavePlan = {
  cache: CachePlan | { off: string };
  dev: BuildPlan;
  mount: { scope: RunScope; bases: string[] } | { off: string };
};

/** What is known when a save begins. */
export type Built = {
  dev: BuildFacts & { image: Image };
  stage: StageFacts | undefined;
  restored: Restored;
  /** Key of the run entry that was found, if one was. */
  found: string | undefined;
};

/**
 * Seconds that the first layers must take to build: an entry of a base image and a virtual environment takes as long
 * to save (measured), and most changes of the requirements are tested once.
 */
const WORTH_SECONDS = 5;

/** Saves what the next jobs need, one after the other, to leave the tests their processors. Trouble is a value. */
export async function saveEntries(plan: SavePlan, built: Built, run: Run): Promise<SavedEntries> {
  const { cache } = plan;
  if ('off' in cache || !cache.save) return {};
  const runEntry = await saveRunEntry(plan, cache, built, run);
  const buildEntry = await saveBuildEntry(plan, cache, built, run);
  return { ...(runEntry ? { run: runEntry } : {}), ...(buildEntry ? { build: buildEntry } : {}) };
}

async function saveRunEntry(
  { mount }: SavePlan,
  { maxSize }: CachePlan,
  { dev, stage, found }: Built,
  { id, temp }: Run,
): Promise<Saved | undefined> {
  if ('off' in mount || !stage) return undefined;
  const steps = dev.steps.map(step => step.name);
  const bases = baseDigests(steps, mount.bases);
  // What a base image makes its users copy can't be seen in their Dockerfile.
  if (!bases || hasOnbuild(steps, stage.inputs)) return undefined;
  const { contentId } = dev.image;
  const prefixes = runPrefixes(mount.scope, sha256);
  const key = keyInstead(runKey(prefixes, contentId), found);
  const entry = { kind: 'run', contentId, bases, label: ownLabel(id) } as const;
  return saveEntry({ key, image: dev.image.id, maxSize, entry }, temp);
}

async function saveBuildEntry(
  plan: SavePlan,
  cache: CachePlan,
  { dev, restored }: Built,
  run: Run,
): Promise<Saved | undefined> {
  const { extent } = cache;
  if (extent.kind === 'nothing') return undefined;
  if (extent.kind === 'whole') return saveImage(dev.image, cache, restored, run);
  try {
    const head = await firstLayers(plan, extent, dev, restored, run);
    return head && (await saveImage(head, cache, restored, run));
  } finally {
    await untag(ownReference(run.id, 'head'));
  }
}

async function saveImage(
  image: Image,
  cache: CachePlan,
  restored: Restored,
  { temp }: Run,
): Promise<Saved | undefined> {
  const key = keyToSave(cache, restored, image);
  if (!key) return undefined;
  const older = restored.entry ? { olderConfig: restored.entry.config } : {};
  return saveEntry({ key, image: image.id, maxSize: cache.maxSize, entry: { kind: 'build', ...older } }, temp);
}

/** An image of the layers that a build entry is to hold, where they are worth it. */
async function firstLayers(
  plan: SavePlan,
  extent: { dockerfile: string },
  dev: BuildFacts,
  restored: Restored,
  run: Run,
): Promise<Image | undefined> {
  const head = await buildHead(plan.dev, extent.dockerfile, run);
  const names = new Set(head.steps.map(step => instruction(step.name)));
  const seconds = dev.steps
    .filter(step => !step.isCached && names.has(instruction(step.name)) && !/^FROM /.test(instruction(step.name)))
    .reduce((sum, step) => sum + step.seconds, 0);
  return seconds >= WORTH_SECONDS || restored.entry ? head.image : undefined;
}

/** `RUN apt-get update` of `[dev 2/5] RUN apt-get update`. */
function instruction(step: string): string {
  return step.replace(/^\[[^\]]*\] /, '');
}
