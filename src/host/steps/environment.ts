import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../text/errors.ts';
import type { Context, Person } from '../context.ts';
import type { Run } from '../run.ts';
import { cacheServiceIn, forArtifactClient, forCacheClient, forPrograms } from '../variables.ts';

/** A random name, hexadecimal. */
export function newId(): string {
  return randomBytes(8).toString('hex');
}

/** Reads the environment and the event payload: the only place that does. */
export function readContext(environment: NodeJS.ProcessEnv = process.env): Context {
  const variable = (name: string): string => environment[name] ?? '';
  const payload = readPayload(variable('GITHUB_EVENT_PATH'));
  return {
    id: newId(),
    eventName: variable('GITHUB_EVENT_NAME'),
    eventAction: payload.action ?? '',
    isBotsPullRequest: payload.pull_request?.user?.type === 'Bot',
    ref: variable('GITHUB_REF'),
    defaultBranch: payload.repository?.default_branch ?? '',
    workflow: pathIn(variable('GITHUB_WORKFLOW_REF'), variable('GITHUB_REPOSITORY')),
    job: [variable('GITHUB_WORKFLOW'), variable('GITHUB_JOB')],
    runId: variable('GITHUB_RUN_ID'),
    attempt: Number(variable('GITHUB_RUN_ATTEMPT') || '1'),
    place: placeIn(variable('ACTIONS_ORCHESTRATION_ID')),
    step: variable('GITHUB_ACTION'),
    retentionDays: Number(variable('GITHUB_RETENTION_DAYS')) || 0,
    sha: variable('GITHUB_SHA'),
    ...releaseIn(payload),
    repository: variable('GITHUB_REPOSITORY'),
    serverUrl: variable('GITHUB_SERVER_URL') || 'https://github.com',
    apiUrl: variable('GITHUB_API_URL') || 'https://api.github.com',
    actionRepository: variable('GITHUB_ACTION_REPOSITORY'),
    description: payload.repository?.description ?? '',
    license: payload.repository?.license?.spdx_id?.replace(/^NOASSERTION$/, '') ?? '',
    workspace: variable('GITHUB_WORKSPACE'),
    temp: variable('RUNNER_TEMP'),
    runnerOs: variable('RUNNER_OS'),
    runnerArchitecture: variable('RUNNER_ARCH'),
    architecture: process.arch,
    isHosted: variable('RUNNER_ENVIRONMENT') === 'github-hosted',
    cacheMode: variable('ACTIONS_CACHE_MODE'),
    cacheService: cacheServiceIn(environment),
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    groups: process.getgroups?.() ?? [],
    docker: {
      host: variable('DOCKER_HOST'),
      contextName: variable('DOCKER_CONTEXT'),
      configFolder: clientFolder(environment),
    },
    defaultPlatform: variable('DOCKER_DEFAULT_PLATFORM'),
    programFolders: variable('PATH')
      .split(':')
      .filter(folder => folder !== ''),
    inputVariables: Object.keys(environment)
      .filter(name => name.startsWith('INPUT_'))
      .map(name => name.slice('INPUT_'.length)),
  };
}

/** The path of a workflow such as `owner/name/.github/workflows/test.yml@refs/heads/main`, if it is of this repository. */
function pathIn(workflowRef: string, repository: string): string {
  const [path = ''] = workflowRef.split('@');
  return path.toLowerCase().startsWith(`${repository.toLowerCase()}/`) ? path.slice(repository.length + 1) : '';
}

/** Of a name such as `<plan>.call.test._1` or `<plan>.test.__default`, what is the same in all attempts; a form that is unknown says nothing. */
function placeIn(orchestration: string): string {
  return /^[0-9a-f-]{36}\.(.+)$/i.exec(orchestration)?.[1] ?? '';
}

/** The same for a person's own machine, where no runner says anything: `ref` is what is checked out there. */
export function localContext(workspace: string, { id, temp }: Pick<Run, 'id' | 'temp'>, ref: string): Context {
  const nothing = { eventName: '', eventAction: '', isBotsPullRequest: false, defaultBranch: '', job: [], sha: '' };
  const noRun = { workflow: '', runId: '', attempt: 1, place: '', step: '', retentionDays: 0, actionRepository: '' };
  const unknown = {
    repository: '',
    serverUrl: '',
    apiUrl: '',
    description: '',
    license: '',
    cacheMode: '',
    inputVariables: [],
  };
  const { architecture, uid, gid, groups, docker, defaultPlatform, programFolders } = readContext();
  return {
    ...{ ...nothing, ...noRun, ...unknown },
    ...{ id, architecture, uid, gid, groups, docker, defaultPlatform, programFolders, ref, workspace, temp },
    // Where its engine runs, whatever this machine has.
    runnerOs: 'Linux',
    runnerArchitecture: '',
    isHosted: false,
    cacheService: 'none',
  };
}

/** Reads who is at the keyboard. */
export function readPerson(environment: NodeJS.ProcessEnv = process.env): Person {
  const home = homeFolder(environment);
  const terminal = ['TERM', 'COLORTERM', 'NO_COLOR', 'FORCE_COLOR', 'TZ'].flatMap(name => {
    const value = environment[name];
    return value ? [[name, value] as const] : [];
  });
  return {
    name: userName(),
    home,
    stateFolder: join(environment.XDG_STATE_HOME || join(home, '.local/state'), 'dev-in-docker'),
    cacheFolder: join(environment.XDG_CACHE_HOME || join(home, '.cache'), 'dev-in-docker'),
    terminal: Object.fromEntries(terminal),
  };
}

/** A user without an entry in the system's database has no home, unless a variable names one. */
function homeFolder({ HOME }: NodeJS.ProcessEnv): string {
  try {
    return HOME || homedir();
  } catch {
    throw new UserError('This machine knows no home folder for you: let the variable HOME name one that is yours.');
  }
}

/** Nor has such a user a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'me';
  }
}

/** Whether the command is not installed, but was fetched to be run by npx. */
export function isStartedByNpx(): boolean {
  return process.env.npm_command === 'exec';
}

/** Names of the variables that are set by which programs reach the network through a proxy. */
export function proxyVariables(): string[] {
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].flatMap(name => [name, name.toLowerCase()]);
  return names.filter(name => process.env[name]);
}

/** What the platform is that docker builds for where nothing else is said; empty where that is the engine's own. */
export function defaultPlatform(): string {
  return process.env.DOCKER_DEFAULT_PLATFORM ?? '';
}

/** The folder of the docker client's configuration and plugins. */
export function clientFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.DOCKER_CONFIG || join(homeFolder(environment), '.docker');
}

type Payload = {
  action?: string;
  pull_request?: { user?: { type?: string } };
  release?: { id?: number; tag_name?: string };
  repository?: { default_branch?: string; description?: string | null; license?: { spdx_id?: string } | null };
};

function releaseIn({ release }: Payload): Pick<Context, 'release'> {
  const { id, tag_name: tag = '' } = release ?? {};
  return id === undefined ? {} : { release: { id, tag } };
}

/** What GitHub says of the event. (@actions/github would do it too, but brings all of its REST client to every start.) */
function readPayload(path: string): Payload {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {};
  }
}

/** The environment for programs that the action starts. */
export function childEnvironment(): Record<string, string> {
  return forPrograms(process.env);
}

/** The environment for the artifact client. */
export function artifactEnvironment(): Record<string, string> {
  return forArtifactClient(process.env);
}

/** The environment for the cache client. */
export function cacheEnvironment(): Record<string, string> {
  return forCacheClient(process.env);
}

/** Values of the variables that a workflow names, the runner's among them; those that are not set are left out. */
export function namedVariables(names: string[]): Map<string, string> {
  return new Map(
    names.flatMap(name => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** Address and token of the service that keeps caches and artifacts; empty where the runner offers none. */
export function cacheService(): { url: string; token: string } {
  return { url: process.env.ACTIONS_RESULTS_URL ?? '', token: process.env.ACTIONS_RUNTIME_TOKEN ?? '' };
}
