import type { Run } from '../../host/run.ts';
import { timed } from '../../host/steps/log.ts';
import type { PublishFacts } from '../facts.ts';
import type { SharePlan } from '../plan.ts';
import { type ImageTag, isVersion, mayMove } from '../version.ts';
import { type PublishedImage, type Registry, RegistryError, withRegistry } from './registry.ts';

type Facts = Omit<PublishFacts, 'seconds'>;

/** Pushes the share image as it was built before the tests ran. Refusals are values. */
export async function publish(plan: SharePlan, image: string, run: Run): Promise<PublishFacts> {
  const facts: Facts = {
    outcome: 'published',
    detail: '',
    tags: [],
    kept: [],
    replaced: [],
    layers: [],
    isFirst: false,
  };
  const { registry: where } = plan;
  if (!where) throw new Error('the plan has no registry');
  const [, seconds] = await timed(async () => {
    try {
      await withRegistry(where, run, registry => pushAll({ plan, image, registry, overwrite: where.overwrite }, facts));
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      facts.outcome = error.refusal;
      facts.detail = error.message;
    }
  });
  return { ...facts, seconds };
}

type Job = { plan: SharePlan; image: string; registry: Registry; overwrite: boolean };

/** Pushes the version, then gives its manifest the other tags. Adds to the facts step by step. */
async function pushAll(job: Job, facts: Facts): Promise<void> {
  const { plan, registry } = job;
  const there = await Promise.all(plan.version.tags.map(tag => registry.lookUp(referenceOf(plan, tag))));
  facts.isFirst = there.every(image => image === undefined);
  const decisions = plan.version.tags.map((tag, index) => decide(tag, there[index], job));
  const taken = decisions.find(decision => decision.kind === 'taken');
  if (taken) {
    Object.assign(facts, { outcome: 'taken', other: { tag: taken.tag.name, revision: taken.there?.revision } });
    return;
  }
  for (const { kind, tag, there } of decisions) {
    if (kind === 'kept') facts.kept.push({ tag: tag.name, version: there?.version ?? '' });
    const isReplaced = kind === 'open' && tag.rule === 'forward' && there && !isVersion(there.version);
    if (isReplaced) facts.replaced.push({ tag: tag.name, digest: there.digest });
  }
  const open = decisions.filter(decision => decision.kind === 'open').map(decision => decision.tag);
  const same = decisions.find(decision => decision.kind === 'same')?.there;
  const [first, ...others] = open;
  if (same) {
    Object.assign(facts, { outcome: 'already-there', digest: same.digest });
    await retagAll(open, same.digest, job, facts);
  } else if (first) {
    await pushFirst(first, job, facts);
    if (facts.outcome === 'published' || facts.outcome === 'already-there')
      await retagAll(others, facts.digest ?? '', job, facts);
  } else facts.outcome = 'kept';
  if (facts.digest !== undefined) facts.layers = await registry.layerSizes(`${plan.image}@${facts.digest}`);
}

type TagDecision = { kind: 'open' | 'same' | 'kept' | 'taken'; tag: ImageTag; there: PublishedImage | undefined };

function decide(tag: ImageTag, there: PublishedImage | undefined, { plan, overwrite }: Job): TagDecision {
  const { version } = plan.version;
  if (tag.rule === 'forward') {
    return { kind: mayMove(tag.name, version, there?.version) ? 'open' : 'kept', tag, there };
  }
  if (tag.rule === 'free' || !there) return { kind: 'open', tag, there };
  if (there.revision === plan.revision) return { kind: 'same', tag, there };
  return { kind: overwrite ? 'open' : 'taken', tag, there };
}

/** Pushes the image, and looks whether it is what the registry then shows. */
async function pushFirst(tag: ImageTag, { plan, image, registry }: Job, facts: Facts): Promise<void> {
  const reference = referenceOf(plan, tag);
  facts.digest = await registry.push(image, reference);
  const there = await registry.lookUp(reference);
  if (there?.digest === facts.digest) {
    facts.tags.push(reference);
    return;
  }
  // Another job for the same commit, such as that of the release beside that of the tag, is as good.
  if (there && there.revision === plan.revision)
    Object.assign(facts, { outcome: 'already-there', digest: there.digest });
  else Object.assign(facts, { outcome: 'moved', other: { tag: tag.name, revision: there?.revision ?? '' } });
}

async function retagAll(tags: ImageTag[], digest: string, job: Job, facts: Facts): Promise<void> {
  for (const tag of tags) await retag(tag, digest, job, facts);
  // A job for an older version, which looked before this one was there, may have moved a tag back meanwhile.
  for (const tag of tags.filter(({ rule }) => rule === 'forward')) await retag(tag, digest, job, facts);
}

/** Gives a published image another tag, if that still may be: pushing takes time, in which other jobs go on. */
async function retag(tag: ImageTag, digest: string, job: Job, facts: Facts): Promise<void> {
  const { plan, registry } = job;
  const reference = referenceOf(plan, tag);
  const there = await registry.lookUp(reference);
  if (there?.digest === digest) return;
  const { kind } = decide(tag, there, job);
  if (kind === 'open') {
    await registry.retag(reference, `${plan.image}@${digest}`);
    if (!facts.tags.includes(reference)) facts.tags.push(reference);
  } else if (kind === 'kept') {
    facts.tags = facts.tags.filter(other => other !== reference);
    facts.kept.push({ tag: tag.name, version: there?.version ?? '' });
  }
}

function referenceOf(plan: SharePlan, tag: ImageTag): string {
  return `${plan.image}:${tag.name}`;
}
