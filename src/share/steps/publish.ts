import type { Run } from '../../host/run.ts';
import { timed } from '../../host/steps/log.ts';
import type { PublishFacts } from '../facts.ts';
import type { SharePlan } from '../plan.ts';
import { decidePush, decideRetag, judgePush, type Publishing, withGiven, withKept } from '../push.ts';
import type { ImageTag } from '../version.ts';
import { type Registry, RegistryError, withRegistry } from './registry.ts';

type Published = Omit<PublishFacts, 'seconds'>;

/** Pushes the share image as it was built before the tests ran. Refusals are values. */
export async function publish(plan: SharePlan, image: string, run: Run): Promise<PublishFacts> {
  const facts: Published = {
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
      const publishing = { version: plan.version.version, revision: plan.revision, overwrite: where.overwrite };
      await withRegistry(where, run, registry => pushAll({ plan, image, registry, publishing }, facts));
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      facts.outcome = error.refusal;
      facts.detail = error.message;
    }
  });
  return { ...facts, seconds };
}

type Job = { plan: SharePlan; image: string; registry: Registry; publishing: Publishing };

/** Pushes the version, then gives its manifest the other tags. Adds to the facts step by step. */
async function pushAll(job: Job, facts: Published): Promise<void> {
  const { plan, registry, publishing } = job;
  const { tags } = plan.version;
  const there = await Promise.all(tags.map(tag => registry.lookUp(referenceOf(plan, tag))));
  const { kept, replaced, isFirst, ...decision } = decidePush(tags, there, publishing);
  Object.assign(facts, { kept, replaced, isFirst });
  if (decision.kind === 'push') {
    await pushFirst(decision.first, job, facts);
    if (facts.outcome !== 'moved') await retagAll(decision.others, job, facts);
  } else {
    facts.outcome = decision.kind;
    if (decision.kind === 'taken') facts.other = decision.other;
    if (decision.kind === 'already-there') {
      facts.digest = decision.digest;
      await retagAll(decision.tags, job, facts);
    }
  }
  if (facts.digest !== undefined) facts.layers = await registry.layerSizes(`${plan.image}@${facts.digest}`);
}

/** Pushes the image, and looks whether it is what the registry then shows. */
async function pushFirst(tag: ImageTag, { plan, image, registry, publishing }: Job, facts: Published): Promise<void> {
  const reference = referenceOf(plan, tag);
  facts.digest = await registry.push(image, reference);
  const pushed = judgePush(facts.digest, await registry.lookUp(reference), publishing);
  facts.outcome = pushed.outcome;
  if (pushed.outcome === 'published') facts.tags.push(reference);
  if (pushed.outcome === 'already-there') facts.digest = pushed.digest;
  if (pushed.outcome === 'moved') facts.other = { tag: tag.name, revision: pushed.revision };
}

async function retagAll(tags: ImageTag[], job: Job, facts: Published): Promise<void> {
  for (const tag of tags) await retag(tag, job, facts);
  // A job for an older version, which looked before this one was there, may have moved a tag back meanwhile.
  for (const tag of tags.filter(({ rule }) => rule === 'forward')) await retag(tag, job, facts);
}

/** Gives a published image another tag, if that still may be: pushing takes time, in which other jobs go on. */
async function retag(tag: ImageTag, { plan, registry, publishing }: Job, facts: Published): Promise<void> {
  const { digest = '' } = facts;
  const reference = referenceOf(plan, tag);
  const decision = decideRetag(tag, await registry.lookUp(reference), digest, publishing);
  if (decision.kind === 'give') {
    await registry.retag(reference, `${plan.image}@${digest}`);
    Object.assign(facts, withGiven(facts, tag.name, reference));
  }
  if (decision.kind === 'kept') Object.assign(facts, withKept(facts, tag.name, reference, decision.version));
}

function referenceOf(plan: SharePlan, tag: ImageTag): string {
  return `${plan.image}:${tag.name}`;
}
