// What the client says where a registry does not do as it is told (docker 25 to 29, buildx 0.17 to 0.36).

import { platformOf } from '../image/platform.ts';
import { isRecord, parseJson } from '../text/json.ts';

/** Why a registry did not do it. */
export type Refusal = 'no-credentials' | 'denied' | 'rate-limited' | 'unreachable' | 'failed';

/** One of the images that a registry has under one name. */
export type PlatformImage = {
  /** Such as `linux/arm64`. */
  platform: string;
  digest: string;
};

/** An image that a registry has, or an index of several that have one name together. */
export type PublishedImage = {
  digest: string;
  /** Labels, empty where it has none of that name, and where those of an index differ. */
  version: string;
  revision: string;
  /** What machines get of it, in the order of its platforms; empty where that isn't known. */
  images: PlatformImage[];
};

/** What an answer to a look-up means: there is none of that name, or it could not be asked. */
export function lookUpFailure(said: string): 'absent' | Refusal {
  if (/not found|manifest unknown|name unknown|no such manifest|404/i.test(said)) return 'absent';
  const refusal = refusalOf(said);
  // Of a repository that isn't there yet, Docker Hub and ghcr.io say that it may not be read.
  return refusal === 'denied' || refusal === 'no-credentials' ? 'absent' : refusal;
}

/** What a failed push means. */
export function refusalOf(said: string): Refusal {
  if (/toomanyrequests|too many requests|rate limit|retry-after|\b429\b/i.test(said)) return 'rate-limited';
  if (/no basic auth credentials|authentication required/i.test(said)) return 'no-credentials';
  if (/denied|unauthorized|forbidden|not allowed|insufficient_scope|\b40[13]\b/i.test(said)) return 'denied';
  const network =
    /connection refused|connection reset|closed network connection|broken pipe|no such host|timeout|timed out|unreachable|\bEOF\b|TLS handshake|certificate|server gave HTTP response|\b50[0234]\b/i;
  return network.test(said) ? 'unreachable' : 'failed';
}

/** What a login that failed means: what is not the registry's own trouble is the password's. */
export function loginRefusal(said: string): Refusal | 'login-failed' {
  const refusal = refusalOf(said);
  return refusal === 'rate-limited' || refusal === 'unreachable' ? refusal : 'login-failed';
}

/** Digest of the image that `docker push` says it has pushed; undefined where it says none. */
export function pushedDigest(said: string): string | undefined {
  return /\bdigest: (sha256:[0-9a-f]{64}) size: \d+/.exec(said)?.[1];
}

/** The image that a look-up tells of, as far as it does. */
export function readPublished(said: string): PublishedImage {
  const answer = parseJson(said);
  const digest = textOf(['manifest', 'digest'].reduce(fieldOf, answer));
  const manifests = ['manifest', 'manifests'].reduce(fieldOf, answer);
  const image = fieldOf(answer, 'image');
  // Of an index with several platforms, there is a configuration under the name of each.
  const each = isRecord(image) ? Object.entries(image).filter(([name]) => name.includes('/')) : [];
  const configurations = each.length > 0 ? each.map(([, one]) => one) : [image];
  const label = (name: string) => {
    const values = configurations.map(one => textOf(['config', 'Labels', name].reduce(fieldOf, one)));
    return new Set(values).size === 1 ? (values[0] ?? '') : '';
  };
  return {
    digest,
    version: label('org.opencontainers.image.version'),
    revision: label('org.opencontainers.image.revision'),
    images: Array.isArray(manifests)
      ? manifests.flatMap((one: unknown) => imagesOf(fieldOf(one, 'platform'), textOf(fieldOf(one, 'digest'))))
      : imagesOf(image, digest),
  };
}

/** None where a platform isn't known, as of the attestations beside the images of an index. */
function imagesOf(fields: unknown, digest: string): PlatformImage[] {
  const [os = '', architecture = '', variant] = ['os', 'architecture', 'variant'].map(name =>
    textOf(fieldOf(fields, name)),
  );
  const platform = platformOf({ os, architecture, variant });
  return platform === '' ? [] : [{ platform, digest }];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

/** Arguments that log in to a registry; the password goes to standard input. */
export function loginArguments(registry: string, username: string): string[] {
  return ['login', '--username', username, '--password-stdin', ...named(registry)];
}

/** Arguments that have the client forget the password of a registry. */
export function logoutArguments(registry: string): string[] {
  return ['logout', ...named(registry)];
}

/** Docker Hub is what the client means where nothing else is said. */
function named(registry: string): string[] {
  return registry === 'docker.io' ? [] : [registry];
}

/**
 * A configuration of the client that keeps passwords itself: one without any place for them, even an empty one, has it
 * look for a credential helper on PATH, which would keep them for longer (docker/cli, ConfigFile.ContainsAuth).
 */
export function ownCredentials(registry: string): string {
  return JSON.stringify({ auths: { [registry]: {} } });
}

/** Arguments that ask a registry for the manifest and the configuration of a published image. */
export function lookUpArguments(reference: string): string[] {
  return ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', reference];
}

/** Arguments that ask a registry for the manifest alone, as it is. */
export function manifestArguments(reference: string): string[] {
  return ['buildx', 'imagetools', 'inspect', '--raw', reference];
}

/**
 * Arguments that give an image that a registry has another tag there, without a byte of it being moved; several of them
 * get it together, each for the platform of its configuration.
 */
export function tagArguments(reference: string, published: string[]): string[] {
  // Unless told not to, it would put an index around one manifest.
  return ['buildx', 'imagetools', 'create', '--prefer-index=false', '--tag', reference, ...published];
}
