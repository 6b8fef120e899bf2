// Which of this process's variables go on to the programs that it starts.

type Environment = Record<string, string | undefined>;

/** For all programs but the cache client: without the runner's tokens, inputs and state. */
export function forPrograms(environment: Environment): Record<string, string> {
  // By this one the runner finds what a job leaves running.
  return without(/^(?:ACTIONS|INPUT|GITHUB|STATE)_|^RUNNER_(?!TRACKING_ID$)/, environment);
}

/** For the cache client, which alone needs the cache service's address and token, and whether that is GitHub's own. */
export function forCacheClient(environment: Environment): Record<string, string> {
  return without(/^(?:INPUT|STATE)_|^GITHUB_(?!SERVER_URL$)|^ACTIONS_ID_TOKEN/, environment);
}

function without(names: RegExp, environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || names.test(name) ? [] : [[name, value]],
    ),
  );
}
