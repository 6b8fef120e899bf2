// Which of this process's variables go on to the programs that it starts.

type Environment = Record<string, string | undefined>;

/** For all programs but the cache client: without the runner's tokens, inputs and state. */
export function forPrograms(environment: Environment): Record<string, string> {
  // By this one the runner finds what a job leaves running.
  return without(/^(?:ACTIONS|INPUT|GITHUB|STATE)_|^RUNNER_(?!TRACKING_ID$)/, environment);
}

/** For the cache client, which alone needs the cache service's address and token. */
export function forCacheClient(environment: Environment): Record<string, string> {
  const others = /^(?:INPUT|GITHUB|STATE)_|^ACTIONS_(?!(?:RESULTS_URL|RUNTIME_TOKEN)$)|^RUNNER_(?!TRACKING_ID$)/;
  return without(others, environment);
}

/** The cache service that a runner offers, by its variables: GitHub's, one of the protocol that this had before, or none. */
export function cacheServiceIn(environment: Environment): 'current' | 'older' | 'none' {
  if (!environment.ACTIONS_RUNTIME_TOKEN) return 'none';
  if (environment.ACTIONS_CACHE_SERVICE_V2 && environment.ACTIONS_RESULTS_URL) return 'current';
  return environment.ACTIONS_CACHE_URL ? 'older' : 'none';
}

function without(names: RegExp, environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || names.test(name) ? [] : [[name, value]],
    ),
  );
}
