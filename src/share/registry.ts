// What the client says where a registry does not do as it is told (docker 25 to 29, buildx 0.17 to 0.36).

/** Why a registry did not do it. */
export type Refusal = 'no-credentials' | 'denied' | 'rate-limited' | 'unreachable' | 'failed';

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

/** Arguments that log in to a registry; the password goes to standard input. */
export function loginArguments(registry: string, username: string): string[] {
  return ['login', '--username', username, '--password-stdin', ...(registry === 'docker.io' ? [] : [registry])];
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
