// Which tags a publication gives an image in a registry, and which it leaves where they are.

import type { PublishFacts } from './facts.ts';
import type { PublishedImage } from './registry.ts';
import { type ImageTag, isVersion, mayMove } from './version.ts';

/** What is published, as far as its tags go by it. */
export type Publishing = {
  version: string;
  /** Hash of the commit. */
  revision: string;
  /** Whether a version that another commit published may be replaced. */
  overwrite: boolean;
  /** What it is for, such as `linux/arm64`. */
  platforms: string[];
};

/** What becomes of a tag, by the image that has it now. */
export type TagDecision =
  /** It is given to the image. */
  | { kind: 'open'; tag: ImageTag; there: PublishedImage | undefined }
  /** An image of the same commit has it. */
  | { kind: 'same'; tag: ImageTag; there: PublishedImage }
  /** It stays with a later version. */
  | { kind: 'kept'; tag: ImageTag; there: PublishedImage }
  /** An image of the same commit has it, but none for one of the platforms. */
  | { kind: 'lacking'; tag: ImageTag; there: PublishedImage }
  /** Another commit's image has it, which may not be replaced. */
  | { kind: 'taken'; tag: ImageTag; there: PublishedImage };

/** Decides what becomes of one tag. */
export function decideTag(
  tag: ImageTag,
  there: PublishedImage | undefined,
  { version, revision, overwrite, platforms }: Publishing,
): TagDecision {
  if (!there || tag.rule === 'free') return { kind: 'open', tag, there };
  if (tag.rule === 'forward') return { kind: mayMove(tag.name, version, there.version) ? 'open' : 'kept', tag, there };
  if (!isOf(revision, there)) return { kind: overwrite ? 'open' : 'taken', tag, there };
  if (!isLacking(there, platforms)) return { kind: 'same', tag, there };
  return { kind: overwrite ? 'open' : 'lacking', tag, there };
}

/** Whether an image is for none of some platforms, as far as it tells what it is for. */
function isLacking(image: PublishedImage, platforms: string[]): boolean {
  const there = platformsOf(image);
  return there.length > 0 && platforms.some(platform => !there.includes(platform));
}

/** What is done in the registry. */
export type PushDecision =
  /** Nothing: another commit has published this version. */
  | { kind: 'taken'; other: { tag: string; revision: string } }
  /** Nothing: this commit has published this version without some of the platforms. */
  | { kind: 'lacking'; there: string[] }
  /** Nothing: later versions have all the tags. */
  | { kind: 'kept' }
  /** The image is pushed under the first tag and then gets the others. */
  | { kind: 'push'; first: ImageTag; others: ImageTag[] }
  /** The image that this commit has published before gets the tags. */
  | { kind: 'already-there'; digest: string; there: string[]; tags: ImageTag[] };

/** Decides what is done, by what the registry has under each of the tags, in their order; and which of them stay or are replaced. */
export function decidePush(
  tags: ImageTag[],
  there: (PublishedImage | undefined)[],
  publishing: Publishing,
): PushDecision & Pick<PublishFacts, 'kept' | 'replaced' | 'reshaped' | 'isFirst'> {
  const decisions = tags.map((tag, index) => decideTag(tag, there[index], publishing));
  const isFirst = there.every(image => image === undefined);
  const taken = decisions.find(decision => decision.kind === 'taken');
  const nothing = { kept: [], replaced: [], reshaped: [], isFirst };
  if (taken) return { kind: 'taken', other: { tag: taken.tag.name, revision: taken.there.revision }, ...nothing };
  const lacking = decisions.find(decision => decision.kind === 'lacking');
  if (lacking) return { kind: 'lacking', there: platformsOf(lacking.there), ...nothing };
  const found = {
    kept: decisions.flatMap(keptBy),
    replaced: decisions.flatMap(replacedBy),
    reshaped: decisions.flatMap(decision => reshapedBy(decision, publishing.platforms)),
    isFirst,
  };
  const [first, ...others] = decisions.flatMap(({ kind, tag }) => (kind === 'open' ? [tag] : []));
  const same = decisions.find(decision => decision.kind === 'same')?.there;
  if (same) {
    const tags = first ? [first, ...others] : [];
    return { kind: 'already-there', digest: same.digest, there: platformsOf(same), tags, ...found };
  }
  return first ? { kind: 'push', first, others, ...found } : { kind: 'kept', ...found };
}

/** An image that names no commit is nobody's, even where this commit isn't known either. */
function isOf(revision: string, there: PublishedImage): boolean {
  return there.revision === revision && revision !== '';
}

function keptBy(decision: TagDecision): PublishFacts['kept'] {
  return decision.kind === 'kept' ? [{ tag: decision.tag.name, version: decision.there.version }] : [];
}

/** Of an image without a version, nobody knows whether it was newer. */
function replacedBy({ kind, tag, there }: TagDecision): PublishFacts['replaced'] {
  const isReplaced = kind === 'open' && tag.rule === 'forward' && there && !isVersion(there.version);
  return isReplaced ? [{ tag: tag.name, digest: there.digest }] : [];
}

/** Where an image takes a tag from one for other platforms, as far as that tells what it is for. */
function reshapedBy({ kind, tag, there }: TagDecision, platforms: string[]): PublishFacts['reshaped'] {
  if (kind !== 'open' || !there || there.images.length === 0) return [];
  const before = platformsOf(there);
  return before.toSorted().join() === platforms.toSorted().join() ? [] : [{ tag: tag.name, platforms: before }];
}

/** What an image is for, as far as it tells. */
export function platformsOf({ images }: PublishedImage): string[] {
  return images.map(({ platform }) => platform);
}

/** What is done with an image for one platform of several, before they all get the version's name. */
export type PartDecision =
  | { kind: 'taken'; other: { tag: string; revision: string } }
  /** Nothing: the version has one of this commit for that platform already. */
  | { kind: 'there'; digest: string }
  /** It is pushed under the tag of its platform. */
  | { kind: 'push' };

/** A tag, and the image that has it. */
type Tagged = { tag: ImageTag; there: PublishedImage | undefined };

/**
 * Decides what is done with an image for one platform, by what has the version's first tag and what has that of its
 * platform: a version stays as it is, and so does what isn't of this version; what a run of it left is replaced.
 */
export function decidePart(whole: Tagged, part: Tagged, platform: string, publishing: Publishing): PartDecision {
  const decision = decideTag(whole.tag, whole.there, publishing);
  if (decision.kind === 'taken') return { kind: 'taken', other: otherOf(whole) };
  const found = decision.kind === 'same' && decision.there.images.find(image => image.platform === platform);
  if (found) return { kind: 'there', digest: found.digest };
  const isOther = part.there !== undefined && part.there.version !== publishing.version;
  return isOther && !publishing.overwrite ? { kind: 'taken', other: otherOf(part) } : { kind: 'push' };
}

function otherOf({ tag, there }: Tagged): { tag: string; revision: string } {
  return { tag: tag.name, revision: there?.revision ?? '' };
}

/** What came of a push. */
export type Pushed =
  | { outcome: 'published'; digest: string }
  /** Another job for the same commit, such as that of the release beside that of the tag, was as quick: its image is as good. */
  | { outcome: 'already-there'; digest: string }
  /** The same, without some of the platforms. */
  | { outcome: 'lacking'; there: string[] }
  /** Something else has the tag by now. */
  | { outcome: 'moved'; revision: string };

/** Judges a push by what the registry then has under its tag; `digests` are those of one image, or of several that got it together. */
export function judgePush(
  digests: string[],
  there: PublishedImage | undefined,
  { revision, platforms }: Publishing,
): Pushed {
  if (!there) return { outcome: 'moved', revision: '' };
  const { digest, images } = there;
  const isThat = images.length > 1 || digests.length > 1 ? isSame(images, digests) : digest === digests[0];
  if (isThat) return { outcome: 'published', digest };
  if (!isOf(revision, there)) return { outcome: 'moved', revision: there.revision };
  return isLacking(there, platforms)
    ? { outcome: 'lacking', there: platformsOf(there) }
    : { outcome: 'already-there', digest };
}

function isSame(images: PublishedImage['images'], digests: string[]): boolean {
  const there = images.map(({ digest }) => digest);
  return there.toSorted().join() === digests.toSorted().join();
}

/** What is done about one more tag of an image that was published under another. */
export type RetagDecision = { kind: 'nothing' } | { kind: 'give' } | { kind: 'kept'; version: string };

/** Decides whether a published image still gets a tag: since that was decided first, other jobs went on. */
export function decideRetag(
  tag: ImageTag,
  there: PublishedImage | undefined,
  digest: string,
  publishing: Publishing,
): RetagDecision {
  if (there?.digest === digest) return { kind: 'nothing' };
  const decision = decideTag(tag, there, publishing);
  if (decision.kind === 'open') return { kind: 'give' };
  return decision.kind === 'kept' ? { kind: 'kept', version: decision.there.version } : { kind: 'nothing' };
}

type TagFacts = Pick<PublishFacts, 'tags' | 'kept'>;

/** The facts, once a tag was given. */
export function withGiven({ tags, kept }: TagFacts, name: string, reference: string): TagFacts {
  return {
    tags: tags.includes(reference) ? tags : [...tags, reference],
    kept: kept.filter(({ tag }) => tag !== name),
  };
}

/** The facts, once a later version turned out to have a tag, which this run may have given before. */
export function withKept({ tags, kept }: TagFacts, name: string, reference: string, version: string): TagFacts {
  return {
    tags: tags.filter(other => other !== reference),
    kept: [...kept.filter(({ tag }) => tag !== name), { tag: name, version }],
  };
}
