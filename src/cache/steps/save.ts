import type { BuildFacts } from '../../buildkit/facts.ts';
import type { BuildPlan } from '../../buildkit/plan.ts';
import { buildHead } from '../../buildkit/steps/build.ts';
import type { StageFacts } from '../../dockerfile/stage.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { Image } from '../../image/image.ts';
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
export async function saveEntries(
  plan: SavePlan,
  built: Built,
  run: { id: string; temp: string },
): Promise<SavedEntries> {
  const { cache } = plan;
  if ('off' in cache || !cache.save) return {};
  const runEntry = await saveRunEntry(plan, cache, built, run);
  const buildEntry = await saveBuildEntry(plan, cache, built, run.temp);
  return { ...(runEntry ? { run: runEntry } : {}), ...(buildEntry ? { build: buildEntry } : {}) };
}

async function saveRunEntry(
  { mount }: SavePlan,
  { maxSize }: CachePlan,
  { dev, stage, found }: Built,
  { id, temp }: { id: string; temp: string },
): Promise<Saved | undefined> {
  const { contentId } = dev.image;
  const decision = decideRunEntry(mount, { steps: dev.steps, contentId, stage }, found, sha256);
  if ('off' in decision) return undefined;
  const entry = { kind: 'run', contentId, bases: decision.bases, label: `dev-in-docker=${id}` } as const;
  return saveEntry({ key: decision.key, image: dev.image.id, maxSize, entry }, temp);
}

async function saveBuildEntry(
  plan: SavePlan,
  cache: CachePlan,
  { dev, restored }: Built,
  temp: string,
): Promise<Saved | undefined> {
  const { extent, maxSize } = cache;
  if (extent.kind === 'nothing') return undefined;
  const image = extent.kind === 'whole' ? dev.image : await firstLayers(plan, extent, dev, restored, temp);
  if (!image) return undefined;
  const decision = decideBuildEntry(cache, restored, image.contentId, sha256);
  if ('off' in decision) return undefined;
  const older = restored.entry ? { olderConfig: restored.entry.config } : {};
  return saveEntry({ key: decision.key, image: image.id, maxSize, entry: { kind: 'build', ...older } }, temp);
}

/** An image of the layers that a build entry is to hold, where they are worth it. */
async function firstLayers(
  plan: SavePlan,
  extent: { dockerfile: string },
  dev: BuildFacts,
  restored: Restored,
  temp: string,
): Promise<Image | undefined> {
  const head = await buildHead(plan.dev, extent.dockerfile, temp);
  return isHeadWorthSaving(dev.steps, head.steps, restored) ? head.image : undefined;
}
