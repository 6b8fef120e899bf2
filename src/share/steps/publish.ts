import type { Run } from '../../host/run.ts';
import { timed } from '../../host/steps/log.ts';
import type { Image } from '../../image/image.ts';
import { type ClaimedImage, claimProblem } from '../claims.ts';
import type { PublishedTogether, PublishFacts } from '../facts.ts';
import type { SharePlan, Together } from '../plan.ts';
import { decidePart, decidePush, decideRetag, judgePush, type Publishing, withGiven, withKept } from '../push.ts';
import type { PlatformImage } from '../registry.ts';
import { type ImageTag, platformTag } from '../version.ts';
import { type Registry, RegistryError, withRegistry } from './registry.ts';

type Published = Omit<PublishFacts, 'seconds'>;

/** What is published, and how it gets into the registry. */
type Job = {
  plan: Pick<Together, 'image' | 'version'>;
  registry: Registry;
  publishing: Publishing;
  /** Puts it under a reference, and returns the digest of each image that is then there. */
  put(reference: string): Promise<string[]>;
};

/**
 * Pushes the share image as it was built before the tests ran: under the version's tags, or where it is for one platform
 * of several under that platform's. Refusals are values.
 */
export async function publish(plan: SharePlan, { id, platform }: Image, run: Run): Promise<PublishFacts> {
  const { registry: where, isPart } = plan;
  if (!where) throw new Error('the plan has no registry');
  return inRegistry({ ...plan, registry: where }, [platform], run, async (registry, publishing, facts) => {
    const put = async (reference: string) => [await registry.push(id, reference)];
    const job = { plan, registry, publishing, put };
    if (isPart) await pushPart(platform, job, facts);
    else await pushAll(job, facts);
    if (facts.digest !== undefined) facts.layers = await registry.layerSizes(`${plan.image}@${facts.digest}`);
  });
}

/**
 * Gives images that legs have pushed the version's tags together, once the registry has said that each is what its leg
 * says. Refusals are values.
 */
export async function publishTogether(plan: Together, parts: ClaimedImage[], run: Run): Promise<PublishedTogether> {
  const problems: string[] = [];
  const bytes = new Map<string, number>();
  const platforms = parts.map(({ platform }) => platform);
  const facts = await inRegistry(plan, platforms, run, async (registry, publishing, facts) => {
    const there = await Promise.all(parts.map(({ digest }) => registry.lookUp(`${plan.image}@${digest}`)));
    problems.push(...parts.flatMap((part, index) => claimProblem(part, there[index], plan) ?? []));
    if (problems.length > 0) return;
    const put = async (reference: string) => {
      const digests = parts.map(({ digest }) => digest);
      await registry.tag(
        reference,
        digests.map(digest => `${plan.image}@${digest}`),
      );
      return digests;
    };
    await pushAll({ plan, registry, publishing, put }, facts);
    await Promise.all(parts.map(async part => addBytes(part, plan.image, registry, bytes)));
  });
  return { ...facts, problems, bytes };
}

async function addBytes(
  { platform, digest }: PlatformImage,
  image: string,
  registry: Registry,
  bytes: Map<string, number>,
): Promise<void> {
  const sizes = await registry.layerSizes(`${image}@${digest}`);
  if (sizes.length > 0)
    bytes.set(
      platform,
      sizes.reduce((sum, size) => sum + size, 0),
    );
}

/** Logs in, and acts; what the registry refuses is in the facts. */
async function inRegistry(
  { registry: where, version, revision }: Together,
  platforms: string[],
  run: Run,
  action: (registry: Registry, publishing: Publishing, facts: Published) => Promise<void>,
): Promise<PublishFacts> {
  const nothing = { tags: [], kept: [], replaced: [], reshaped: [], layers: [], isFirst: false };
  const facts: Published = { outcome: 'published', detail: '', platforms, ...nothing };
  const publishing = { version: version.version, revision, overwrite: where.overwrite, platforms };
  const [, seconds] = await timed(async () => {
    try {
      await withRegistry(where, run, registry => action(registry, publishing, facts));
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error;
      facts.outcome = error.refusal;
      facts.detail = error.message;
    }
  });
  return { ...facts, seconds };
}

/** Puts it under the version's tag, then gives it the other tags. Adds to the facts step by step. */
async function pushAll(job: Job, facts: Published): Promise<void> {
  const { plan, registry, publishing } = job;
  const { tags } = plan.version;
  const there = await Promise.all(tags.map(tag => registry.lookUp(referenceOf(plan, tag))));
  const { kept, replaced, reshaped, isFirst, ...decision } = decidePush(tags, there, publishing);
  Object.assign(facts, { kept, replaced, reshaped, isFirst });
  if (decision.kind === 'push') {
    await pushFirst(decision.first, job, facts);
    if (facts.digest !== undefined) await retagAll(decision.others, job, facts);
  } else {
    facts.outcome = decision.kind;
    if (decision.kind === 'taken') facts.other = decision.other;
    if (decision.kind === 'lacking') facts.there = decision.there;
    if (decision.kind === 'already-there') {
      facts.digest = decision.digest;
      facts.there = decision.there;
      await retagAll(decision.tags, job, facts);
    }
  }
}

/** Puts it under a tag, and looks whether it is what the registry then shows. */
async function pushFirst(tag: ImageTag, { plan, registry, publishing, put }: Job, facts: Published): Promise<void> {
  const reference = referenceOf(plan, tag);
  const pushed = judgePush(await put(reference), await registry.lookUp(reference), publishing);
  facts.outcome = pushed.outcome;
  if (pushed.outcome === 'published') facts.tags.push(reference);
  if ('digest' in pushed) facts.digest = pushed.digest;
  if (pushed.outcome === 'moved') facts.other = { tag: tag.name, revision: pushed.revision };
  if (pushed.outcome === 'lacking') facts.there = pushed.there;
}

/** Pushes an image for one platform of several under that platform's tag, unless the version has it already. */
async function pushPart(platform: string, { plan, registry, publishing, put }: Job, facts: Published): Promise<void> {
  const [first] = plan.version.tags;
  if (!first) throw new Error('the version has no tag');
  const own: ImageTag = { name: platformTag(first, platform), rule: 'free' };
  const [whole, part] = await Promise.all([first, own].map(tag => registry.lookUp(referenceOf(plan, tag))));
  const decision = decidePart({ tag: first, there: whole }, { tag: own, there: part }, platform, publishing);
  facts.outcome = 'part';
  if (decision.kind === 'taken') Object.assign(facts, { outcome: 'taken', other: decision.other });
  if (decision.kind === 'there') facts.digest = decision.digest;
  if (decision.kind !== 'push') return;
  await pushFirst(own, { plan, registry, publishing, put }, facts);
  if (facts.digest !== undefined) facts.outcome = 'part';
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
    await registry.tag(reference, [`${plan.image}@${digest}`]);
    Object.assign(facts, withGiven(facts, tag.name, reference));
  }
  if (decision.kind === 'kept') Object.assign(facts, withKept(facts, tag.name, reference, decision.version));
}

function referenceOf({ image }: Pick<Together, 'image'>, tag: ImageTag): string {
  return `${image}:${tag.name}`;
}
