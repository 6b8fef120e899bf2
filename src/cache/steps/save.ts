import type { BuildFacts } from '../../buildkit/facts.ts';
import type { BuildPlan } from '../../buildkit/plan.ts';
import { buildHead } from '../../buildkit/steps/build.ts';
import type { StageFacts } from '../../dockerfile/stage.ts';
import { ownLabel, ownReference, type Run } from '../../host/run.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { Image } from '../../image/image.ts';
import { untag } from '../../image/steps/inspect.ts';
import type { Restored, Saved, SavedEntries } from '../facts.ts';
import type { CachePlan } from '../plan.ts';
import { decideBuildEntry, decideRunEntry, isHeadWorthSaving, type RunEntries } from '../saving.ts';
import { saveEntry } from './entries.ts';

/** What of a plan a save goes by. */
type SavePlan = {
  cache: CachePlan | { off: string };
  dev: BuildPlan;
  mount: RunEntries;
};

/** What is known when a save begins. */
export type Built = {
  dev: BuildFacts & { image: Image };
  stage: StageFacts | undefined;
  restored: Restored;
  /** Key of the run entry that was found, if one was. */
  found: string | undefined;
};

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
  const { contentId } = dev.image;
  const decision = decideRunEntry(mount, { steps: dev.steps, contentId, stage }, found, sha256);
  if ('off' in decision) return undefined;
  const entry = { kind: 'run', contentId, bases: decision.bases, label: ownLabel(id) } as const;
  return saveEntry({ key: decision.key, image: dev.image.id, maxSize, entry }, temp);
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
  const decision = decideBuildEntry(cache, restored, image.contentId, sha256);
  if ('off' in decision) return undefined;
  const older = restored.entry ? { olderConfig: restored.entry.config } : {};
  return saveEntry(
    { key: decision.key, image: image.id, maxSize: cache.maxSize, entry: { kind: 'build', ...older } },
    temp,
  );
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
  return isHeadWorthSaving(dev.steps, head.steps, restored) ? head.image : undefined;
}
