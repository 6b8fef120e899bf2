import { compare as comparePep440, explain, valid } from '@renovatebot/pep440';
import { compare as compareSemver, parse } from 'semver';
import { isImageTag, TAG_RULE } from '../inputs/image-names.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/**
 * What may be done to an image tag that another commit's image has: `fixed`, nothing; `forward`, it moves to a later
 * version, never back; `free`, it moves.
 */
export type Rule = 'fixed' | 'forward' | 'free';
export type ImageTag = { name: string; rule: Rule };

const MOST_TAG_CHARACTERS = 128;

/** A version, and the image tags that it is published under; the image is called by the first. */
export type Version = { version: string; tags: ImageTag[] };

/**
 * Version and image tags of a git tag: `v1.2.3` has `1.2.3`, and `1.2`, `1` and `latest` as long as it is the newest; a
 * pre-release only itself; a tag that is no version has its own name. Versions are those of semantic versioning or of
 * Python (PEP 440), spelled as in the git tag. Undefined where the tag does not begin with the prefix; fails where it
 * can't be an image tag.
 */
export function versionOfTag(gitTag: string, prefix: string): Version | undefined {
  if (!gitTag.startsWith(prefix)) return undefined;
  if (!fitsImage(gitTag, prefix)) {
    throw new UserError(`${unfitTag(gitTag, prefix)}. ${fittingTag(prefix)}, or set push: false.`);
  }
  const rest = gitTag.slice(prefix.length);
  const version = versionIn(rest);
  const moving = version === undefined || isPreview(version) ? [] : [...shortened(version), 'latest'];
  return {
    version: version ?? rest,
    tags: [{ name: imageTagOf(rest), rule: 'fixed' }, ...moving.map((name): ImageTag => ({ name, rule: 'forward' }))],
  };
}

/** Whether what a git tag has behind the prefix can be an image tag. */
export function fitsImage(gitTag: string, prefix: string): boolean {
  return isImageTag(imageTagOf(gitTag.slice(prefix.length)));
}

function imageTagOf(rest: string): string {
  return versionIn(rest)?.replaceAll('+', '_') ?? rest;
}

/** That a git tag publishes nothing, since it can't be an image tag, and what to do about it. */
export function unfitTagNotice(gitTag: string, prefix: string): string {
  // Some tools write `release/1.2` or `@scope/name@1.2`.
  const [, before] = /^(.*[/@])[^/@]*$/.exec(gitTag) ?? [];
  const cure =
    before !== undefined && fitsImage(gitTag, before)
      ? `To publish ${quoted(gitTag.slice(before.length))}, set tag-prefix: ${quoted(before)}`
      : fittingTag(prefix);
  return `Nothing is published. ${unfitTag(gitTag, prefix)}. ${cure}. Without this notice: set push: false.`;
}

function unfitTag(gitTag: string, prefix: string): string {
  const what = prefix === '' ? 'The git tag' : `What follows ${quoted(prefix)} in the git tag`;
  return `${what} ${quoted(gitTag)} can't name an image: ${TAG_RULE}`;
}

function fittingTag(prefix: string): string {
  return `Push a tag that fits, such as ${prefix || 'v'}1.2.3`;
}

/**
 * The image tag of a branch: its name, with what can't stand in a tag replaced by "-". One that is called like a version
 * gets "branch-" before it, so that its image never takes the place of that version's.
 */
export function versionOfBranch(branch: string): Version {
  const plain = branch.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  const isTaken = plain === 'latest' || isVersion(plain);
  const name = `${isTaken ? 'branch-' : ''}${plain}`.slice(0, MOST_TAG_CHARACTERS) || 'branch';
  return { version: name, tags: [{ name, rule: 'free' }] };
}

/** The image tag of a version's image for one platform (`linux/arm64`), by which nobody gets it who asks for the version: `1.2.3-arm64`. */
export function platformTag({ name }: ImageTag, platform: string): string {
  const ending = `-${platform.replace(/^linux\//, '').replaceAll('/', '-')}`;
  return `${name.slice(0, MOST_TAG_CHARACTERS - ending.length)}${ending}`;
}

/** The version under image tags as they were written, where `auto` stands for those that it has already. */
export function withTags(version: Version, written: string[]): Version {
  const tags = written.flatMap(name => (name === 'auto' ? version.tags : [literalTag(name, version)]));
  const names = tags.map(tag => tag.name);
  return { ...version, tags: tags.filter((tag, index) => names.indexOf(tag.name) === index) };
}

function literalTag(name: string, { version, tags }: Version): ImageTag {
  const own = tags.find(tag => tag.name === name);
  // A branch's own name is free, but a version that is asked for by name stays as it is.
  if (own?.rule === 'fixed') return own;
  const literal = versionIn(name);
  // What was asked for moves with a pre-release too, and may be spelled `v1`.
  if (name === 'latest' || (literal && shortened(version).includes(literal))) return { name, rule: 'forward' };
  return { name, rule: literal ? 'fixed' : 'free' };
}

/**
 * Whether an image tag may move to a version. `there` is the version of the image that has it now: empty where that image
 * names none, undefined where there is no image.
 */
export function mayMove(tag: string, version: string, there: string | undefined): boolean {
  const [ours, theirs] = [versionIn(version), versionIn(there ?? '')];
  if (theirs === undefined) return true;
  // What was released under exactly this name stays: `1.2` may be a version itself.
  if (theirs === versionIn(tag)) return false;
  return ours === undefined || compareVersions(ours, theirs) >= 0;
}

/** Below, at or above 0 where the first version is older, the same or newer. */
function compareVersions(one: string, other: string): number {
  return parse(one) && parse(other) ? compareSemver(one, other) : comparePep440(asPep440(one), asPep440(other));
}

/** A version of either kind, to be compared as PEP 440 does. */
function asPep440(version: string): string {
  const semver = parse(version);
  if (!semver) return version;
  // Without build metadata, which don't count. PEP 440 reads `1.2.0-rc.1` as meant, but takes `1.2.0-1` for a later
  // version and `1.2.0-x` for none: such a pre-release comes before all others.
  const read = explain(semver.version);
  const isReadAsMeant = !isPreview(version) || (read?.is_prerelease && !read.is_postrelease);
  return isReadAsMeant ? semver.version : semver.version.replace(/-.*/, '.dev0');
}

/** The git tag of the latest version among some that begin with the prefix; the first where none is a version, if there is one. */
export function latestTag(gitTags: string[], prefix: string): string | undefined {
  const versionOf = (gitTag: string) => versionIn(gitTag.slice(prefix.length));
  const isLater = (one: string | undefined, other: string | undefined) =>
    one !== undefined && (other === undefined || compareVersions(one, other) > 0);
  return gitTags
    .filter(gitTag => gitTag.startsWith(prefix))
    .reduce<string | undefined>(
      (latest, gitTag) => (latest === undefined || isLater(versionOf(gitTag), versionOf(latest)) ? gitTag : latest),
      undefined,
    );
}

/** Whether a text is a version, with or without a `v` before it. */
export function isVersion(text: string): boolean {
  return versionIn(text) !== undefined;
}

/** The version that a text is, without the `v` before it; undefined where it is none. */
function versionIn(text: string): string | undefined {
  const bare = text.replace(/^v/i, '');
  // The libraries would let white space and another `v` pass.
  return /^\d\S*$/.test(bare) && (parse(bare) || valid(bare)) ? bare : undefined;
}

function isPreview(version: string): boolean {
  const semver = parse(version);
  return semver ? semver.prerelease.length > 0 : explain(version)?.is_prerelease === true;
}

/** `1.2` and `1` of `1.2.3`, in its own spelling; none of what is no version. */
function shortened(version: string): string[] {
  const [release = ''] = /^\d+(?:\.\d+)*/.exec(versionIn(version) ?? '') ?? [];
  const parts = release.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, -1 - index).join('.'));
}

/** Labels that say where an image came from (OCI annotations); of what is empty there is none. */
export function provenanceLabels(facts: {
  title: string;
  description: string;
  source: string;
  url: string;
  version: string;
  revision: string;
  created: string;
  licenses: string;
}): string[] {
  return Object.entries(facts)
    .map(([name, text]): [string, string] => [name, text.replace(/\s+/g, ' ').trim()])
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `org.opencontainers.image.${name}=${text}`);
}
