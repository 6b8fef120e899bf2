import { parse } from 'semver';
import { UserError } from './errors.ts';
import { quoted } from './values.ts';

/** What an image tag may look like (distribution/reference). */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** A version and the image tags that it moves; the first tag is the version itself. */
export type Version = { version: string; tags: string[]; isRelease: boolean };

/**
 * Version and image tags of a git tag: `v1.2.3` moves `1.2.3`, `1.2`, `1` and `latest`, a pre-release only itself;
 * a tag that is no version keeps its own name. Fails where that name can't be an image tag.
 */
export function versionOfTag(gitTag: string): Version {
  const semver = parse(gitTag);
  const version = semver ? semver.raw.replace(/^v/, '').replaceAll('+', '_') : gitTag;
  if (!TAG.test(version)) {
    throw new UserError(
      `The git tag ${quoted(gitTag)} can't name an image: an image tag has letters, digits, ".", "_" and "-" only, at most 128. Push a tag that fits, such as v1.2.3, or set push: false.`,
    );
  }
  if (!semver || semver.prerelease.length > 0) return { version, tags: [version], isRelease: true };
  const { major, minor } = semver;
  return { version, tags: [version, `${major}.${minor}`, `${major}`, 'latest'], isRelease: true };
}

/** The image tag of a branch: its name, with what can't stand in a tag replaced by "-". */
export function versionOfBranch(branch: string): Version {
  const tag = branch
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 128);
  return { version: tag || 'branch', tags: [tag || 'branch'], isRelease: false };
}

/** Name of the image without a tag, in lower case. Fails on what is no image name. */
export function imageName(input: string, repository: string): string {
  const name = (input || `ghcr.io/${repository}`).toLowerCase();
  const [, last = ''] = /([^/]*)$/.exec(name) ?? [];
  if (/[:@]/.test(last) && name.includes('/')) {
    throw new UserError(`Input image is ${quoted(input)}: leave the tag out; tags come from the git tag.`);
  }
  const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
  const registry = '(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?|\\[[0-9a-f:]+\\](?::[0-9]+)?)';
  if (name.length > 255 || !new RegExp(`^(?:${registry}/)?${component}(?:/${component})*$`).test(name)) {
    const what =
      input === ''
        ? `Input image is not set, and the repository's name makes it ${quoted(name)}`
        : `Input image is ${quoted(input)}`;
    throw new UserError(
      `${what}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`,
    );
  }
  return name;
}

/** Host of the registry that a name belongs to, as Docker reads it. */
export function registryOf(image: string): string {
  const [first = ''] = image.split('/');
  return image.includes('/') && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}

/** Labels that say where an image came from (OCI annotations). */
export function provenanceLabels(source: string, revision: string, version: string): string[] {
  const prefix = 'org.opencontainers.image';
  return [`${prefix}.source=${source}`, `${prefix}.revision=${revision}`, `${prefix}.version=${version}`];
}
