import { compare as comparePep440, explain, valid } from '@renovatebot/pep440';
import { compare as compareSemver, parse } from 'semver';
import { UserError } from './errors.ts';
import { lines, quoted } from './values.ts';

/**
 * What may be done to an image tag that another commit's image has: `fixed`, nothing; `forward`, it moves to a later
 * version, never back; `free`, it moves.
 */
export type Rule = 'fixed' | 'forward' | 'free';
export type ImageTag = { name: string; rule: Rule };

/** A version, and the image tags that it is published under; the image is called by the first. */
export type Version = { version: string; tags: ImageTag[] };

/** What an image tag may look like (distribution/reference). */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const RULE =
  'an image tag has letters, digits, ".", "_" and "-" only, begins with none of the last two, and has at most 128 characters';

/**
 * Version and image tags of a git tag: `v1.2.3` has `1.2.3`, and `1.2`, `1` and `latest` as long as it is the newest; a
 * pre-release only itself; a tag that is no version has its own name. Versions are those of semantic versioning or of
 * Python (PEP 440), spelled as in the git tag. Undefined where the tag does not begin with the prefix; fails where it
 * can't be an image tag.
 */
export function versionOfTag(gitTag: string, prefix: string): Version | undefined {
  if (!gitTag.startsWith(prefix)) return undefined;
  const spelled = gitTag.slice(prefix.length);
  const isVersion = kindOf(spelled) !== undefined;
  const version = isVersion ? spelled.replace(/^v/i, '') : spelled;
  const name = version.replaceAll('+', '_');
  if (!TAG.test(isVersion ? name : version)) {
    throw new UserError(
      `The git tag ${quoted(gitTag)} can't name an image: ${RULE}. Push a tag that fits, such as v1.2.3, or set push: false.`,
    );
  }
  const own: ImageTag = { name, rule: 'fixed' };
  return { version, tags: [own, ...shorterTags(version).map((name): ImageTag => ({ name, rule: 'forward' }))] };
}

/** The image tag of a branch: its name, with what can't stand in a tag replaced by "-". */
export function versionOfBranch(branch: string): Version {
  const name =
    branch
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[.-]+/, '')
      .slice(0, 128) || 'branch';
  return { version: name, tags: [{ name, rule: 'free' }] };
}

/**
 * The version under the image tags of the input `tags`, one a line, where `auto` stands for those that it has already.
 * Fails on what can't be an image tag.
 */
export function withTags({ version, tags }: Version, input: string): Version {
  const written = lines(input || 'auto').flatMap(line =>
    line.toLowerCase() === 'auto' ? tags : [literalTag(line, version)],
  );
  const names = written.map(tag => tag.name);
  return { version, tags: written.filter((tag, index) => names.indexOf(tag.name) === index) };
}

function literalTag(name: string, version: string): ImageTag {
  if (!TAG.test(name)) throw new UserError(`Input tags has the line ${quoted(name)}: ${RULE}.`);
  if (name === 'latest' || shorterTags(version).includes(name)) return { name, rule: 'forward' };
  return { name, rule: kindOf(name) ? 'fixed' : 'free' };
}

/**
 * Whether an image tag may move to a version. `there` is the version of the image that has it now: empty where that image
 * names none, undefined where there is no image.
 */
export function mayMove(tag: string, version: string, there: string | undefined): boolean {
  if (there === undefined) return true;
  // What was released under exactly this name stays: `1.2` may be a version itself.
  if (there === tag && version !== tag && kindOf(there)) return false;
  const order = compareVersions(version, there);
  return order === undefined || order >= 0;
}

/** Below, at or above 0 where the first version is older, the same or newer; undefined where they can't be compared. */
function compareVersions(one: string, other: string): number | undefined {
  const [a, b] = [parse(one), parse(other)];
  if (a && b) return compareSemver(a, b);
  // What only semantic versioning knows, such as `1.0.0-rc.1`, PEP 440 reads too as far as the two agree.
  return valid(one) && valid(other) ? comparePep440(one, other) : undefined;
}

function kindOf(text: string): 'semver' | 'pep440' | undefined {
  if (text !== text.trim()) return undefined;
  return parse(text) ? 'semver' : valid(text) ? 'pep440' : undefined;
}

/** `1.2`, `1` and `latest` of `1.2.3`, in its own spelling; none for a pre-release or what is no version. */
function shorterTags(version: string): string[] {
  const kind = kindOf(version);
  const pep440 = kind === 'pep440' ? explain(version) : undefined;
  const isPreview =
    kind === 'semver' ? (parse(version)?.prerelease.length ?? 0) > 0 : pep440?.is_prerelease || pep440?.is_devrelease;
  if (!kind || isPreview) return [];
  const parts = /^\d+(?:\.\d+)*/.exec(version)?.[0].split('.') ?? [];
  const shorter = parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
  return [...shorter, 'latest'];
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
