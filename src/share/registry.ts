// What the client says where a registry does not do as it is told (docker 25 to 29, buildx 0.17 to 0.36).

/** Why a registry did not do it. */
export type Refusal = 'no-credentials' | 'denied' | 'rate-limited' | 'unreachable' | 'failed';

/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n');
  const error = lines.findLastIndex(line => line.startsWith('ERROR: '));
  return lines
    .slice(error < 0 ? -1 : error)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

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
