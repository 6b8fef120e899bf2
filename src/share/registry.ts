// What the client says where a registry does not do as it is told (docker 25 to 29, buildx 0.17 to 0.36).

import { isRecord, parseJson } from '../text/json.ts';

/** Why a registry did not do it. */
export type Refusal = 'no-credentials' | 'denied' | 'rate-limited' | 'unreachable' | 'failed';

/** An image that a registry has. */
export type PublishedImage = {
  digest: string;
  /** Labels, empty where it has none of that name. */
  version: string;
  revision: string;
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
  // Of several platforms there is no configuration; who pushed that was no run of this action.
  const labels = ['image', 'config', 'Labels'].reduce(fieldOf, answer);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    digest: text(['manifest', 'digest'].reduce(fieldOf, answer)),
    version: text(fieldOf(labels, 'org.opencontainers.image.version')),
    revision: text(fieldOf(labels, 'org.opencontainers.image.revision')),
  };
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

/** Arguments that give an image that a registry has another tag there, without a byte of it being moved. */
export function retagArguments(reference: string, published: string): string[] {
  // Unless told not to, it would put an index around the one manifest.
  return ['buildx', 'imagetools', 'create', '--prefer-index=false', '--tag', reference, published];
}
