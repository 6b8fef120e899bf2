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
};

/** What becomes of a tag, by the image that has it now. */
export type TagDecision =
  /** It is given to the image. */
  | { kind: 'open'; tag: ImageTag; there: PublishedImage | undefined }
  /** An image of the same commit has it. */
  | { kind: 'same'; tag: ImageTag; there: PublishedImage }
  /** It stays with a later version. */
  | { kind: 'kept'; tag: ImageTag; there: PublishedImage }
  /** Another commit's image has it, which may not be replaced. */
  | { kind: 'taken'; tag: ImageTag; there: PublishedImage };

/** Decides what becomes of one tag. */
export function decideTag(
  tag: ImageTag,
  there: PublishedImage | undefined,
  { version, revision, overwrite }: Publishing,
): TagDecision {
  if (!there || tag.rule === 'free') return { kind: 'open', tag, there };
  if (tag.rule === 'forward') return { kind: mayMove(tag.name, version, there.version) ? 'open' : 'kept', tag, there };
  if (isOf(revision, there)) return { kind: 'same', tag, there };
  return { kind: overwrite ? 'open' : 'taken', tag, there };
}

/** What is done in the registry. */
export type PushDecision =
  /** Nothing: another commit has published this version. */
  | { kind: 'taken'; other: { tag: string; revision: string } }
  /** Nothing: later versions have all the tags. */
  | { kind: 'kept' }
  /** The image is pushed under the first tag and then gets the others. */
  | { kind: 'push'; first: ImageTag; others: ImageTag[] }
  /** The image that this commit has published before gets the tags. */
  | { kind: 'already-there'; digest: string; tags: ImageTag[] };

/** Decides what is done, by what the registry has under each of the tags, in their order; and which of them stay or are replaced. */
export function decidePush(
  tags: ImageTag[],
  there: (PublishedImage | undefined)[],
  publishing: Publishing,
): PushDecision & Pick<PublishFacts, 'kept' | 'replaced' | 'isFirst'> {
  const decisions = tags.map((tag, index) => decideTag(tag, there[index], publishing));
  const isFirst = there.every(image => image === undefined);
  const taken = decisions.find(decision => decision.kind === 'taken');
  if (taken) {
    const other = { tag: taken.tag.name, revision: taken.there.revision };
    return { kind: 'taken', other, kept: [], replaced: [], isFirst };
  }
  const found = { kept: decisions.flatMap(keptBy), replaced: decisions.flatMap(replacedBy), isFirst };
  const [first, ...others] = decisions.flatMap(({ kind, tag }) => (kind === 'open' ? [tag] : []));
  const same = decisions.find(decision => decision.kind === 'same')?.there;
  if (same) return { kind: 'already-there', digest: same.digest, tags: first ? [first, ...others] : [], ...found };
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

/** What came of a push. */
export type Pushed =
  | { outcome: 'published' }
  /** Another job for the same commit, such as that of the release beside that of the tag, was as quick: its image is as good. */
  | { outcome: 'already-there'; digest: string }
  /** Something else has the tag by now. */
  | { outcome: 'moved'; revision: string };

/** Judges a push by what the registry then has under its tag. */
export function judgePush(digest: string, there: PublishedImage | undefined, { revision }: Publishing): Pushed {
  if (there?.digest === digest) return { outcome: 'published' };
  if (there && isOf(revision, there)) return { outcome: 'already-there', digest: there.digest };
  return { outcome: 'moved', revision: there?.revision ?? '' };
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
