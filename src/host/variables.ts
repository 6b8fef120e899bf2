// Which of this process's variables go on to the programs that it starts.

type Environment = Record<string, string | undefined>;

/** Names of variables that programs go by, and that hold no secret unless the program is there to use it. */
const ALLOWED: RegExp[] = [
  // Who and where one is, and in which language. By the last one the runner finds what a job leaves running.
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|TMPDIR|TZ|LANG|LANGUAGE|LC_[A-Z]+|LD_LIBRARY_PATH|XDG_[A-Z_]+|RUNNER_TRACKING_ID)$/,
  /^(?:TERM|COLORTERM|COLUMNS|NO_COLOR|FORCE_COLOR)$/,
  // The network's proxies and certificates, also those of this process's own kind.
  /^(?:HTTPS?|ALL|FTP|NO)_PROXY$/i,
  /^(?:SSL_CERT_FILE|SSL_CERT_DIR|NIX_SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|NODE_USE_SYSTEM_CA|NODE_OPTIONS)$/,
  // Docker's client (docs.docker.com/reference/cli/docker), and the way to an engine by SSH.
  /^DOCKER_(?:HOST|CONTEXT|CONFIG|AUTH_CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION|DEFAULT_PLATFORM|BUILDKIT|CONTENT_TRUST|CONTENT_TRUST_SERVER|CUSTOM_HEADERS)$/,
  /^BUILD(?:X|KIT)_(?!.*(?:TOKEN|AUTH))/,
  /^SSH_(?:AUTH_SOCK|AGENT_PID|ASKPASS|ASKPASS_REQUIRE)$/,
  // Its credential helpers: pass, secretservice, those of clouds, and Docker Desktop's in WSL.
  /^(?:GNUPGHOME|GPG_TTY|PINENTRY_USER_DATA|PASSWORD_STORE_DIR|DISPLAY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS)$/,
  /^(?:AWS|AZURE|CLOUDSDK|GOOGLE)_|^WSL(?:_INTEROP|_DISTRO_NAME|ENV)$/,
  // git; not GIT_DIR and the like, which a hook sets for its own repository.
  /^GIT_(?:CONFIG|AUTHOR|COMMITTER)_|^GIT_CEILING_DIRECTORIES$|^EMAIL$/,
];

/** For all programs but our own clients of services: neither the runner's tokens, inputs and state nor the secrets of a workflow. */
export function forPrograms(environment: Environment): Record<string, string> {
  return only(ALLOWED, environment);
}

/** For the cache client, which needs the cache service's address and token. */
export function forCacheClient(environment: Environment): Record<string, string> {
  return only([...ALLOWED, /^ACTIONS_(?:RESULTS_URL|RUNTIME_TOKEN)$/], environment);
}

/** For the artifact client, which needs the same, and what says that the server is GitHub's. */
export function forArtifactClient(environment: Environment): Record<string, string> {
  const names = /^(?:ACTIONS_(?:RESULTS_URL|RUNTIME_TOKEN)|GITHUB_(?:SERVER_URL|RETENTION_DAYS))$/;
  return only([...ALLOWED, names], environment);
}

/** The cache service that a runner offers, by its variables: GitHub's, one of the protocol that this had before, or none. */
export function cacheServiceIn(environment: Environment): 'current' | 'older' | 'none' {
  if (!environment.ACTIONS_RUNTIME_TOKEN) return 'none';
  if (environment.ACTIONS_CACHE_SERVICE_V2 && environment.ACTIONS_RESULTS_URL) return 'current';
  return environment.ACTIONS_CACHE_URL ? 'older' : 'none';
}

function only(names: RegExp[], environment: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && names.some(pattern => pattern.test(name)) ? [[name, value]] : [],
    ),
  );
}
