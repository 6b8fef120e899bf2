// What a job knows about itself: the contexts of expressions, and the environment that the runner makes of them.
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { JobFolders } from './runner-folders.ts';
import type { Contexts } from './runner-inputs.ts';
import type { JobUser } from './user.ts';

/** What started the run. */
export type Event = {
  name: string;
  payload: Record<string, unknown>;
  /** Such as `refs/heads/main`. */
  ref: string;
  sha: string;
  baseRef?: string;
  headRef?: string;
  actor?: string;
  /** Unset, `octo-lab/Science-Project`. */
  repository?: string;
  /** Where GitHub's REST API is; unset, at GitHub. */
  apiUrl?: string;
};

/** The repository of a job whose event names none; its capitals are there because image names allow none. */
export const defaultRepository = 'octo-lab/Science-Project';

/** Which run it is, and which attempt of it and which job in it. */
export type RunIds = { runId: string; attempt: number; job: string };

/** These, where some of them are not given. */
export function runIds(given: Partial<RunIds> = {}): RunIds {
  return { runId: '17600000042', attempt: 1, job: 'test', ...given };
}

/** The name of a job in the plan of its run, which is a new one for each attempt. */
export function orchestrationId({ run, jobTotal, jobIndex }: Ids): string {
  const leg = jobTotal === undefined ? '__default' : `_${(jobIndex ?? 0) + 1}`;
  return `${randomUUID()}.${runIds(run).job}.${leg}`;
}

type Ids = { run?: Partial<RunIds>; jobTotal?: number; jobIndex?: number };

/** The `github` context, as far as actions see it. */
export function githubContext(
  event: Event,
  workspace: string,
  eventPath: string,
  { runId, attempt, job }: RunIds = runIds(),
): Record<string, string> {
  const repository = event.repository ?? defaultRepository;
  const actor = event.actor ?? 'octocat';
  return {
    action: '__OWNER_dev-in-docker',
    action_ref: 'v1',
    action_repository: 'OWNER/dev-in-docker',
    actor,
    actor_id: '583231',
    api_url: event.apiUrl ?? 'https://api.github.com',
    base_ref: event.baseRef ?? '',
    event_name: event.name,
    event_path: eventPath,
    graphql_url: 'https://api.github.com/graphql',
    head_ref: event.headRef ?? '',
    job,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_protected: 'false',
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    repository,
    repository_id: '721005',
    repository_owner: repository.split('/')[0] ?? '',
    repository_owner_id: '9919',
    retention_days: '90',
    run_attempt: String(attempt),
    run_id: runId,
    run_number: '42',
    server_url: 'https://github.com',
    sha: event.sha,
    triggering_actor: actor,
    workflow: 'test',
    workflow_ref: `${repository}/.github/workflows/test.yml@${event.ref}`,
    workflow_sha: event.sha,
    workspace,
  };
}

/** The `runner` context. */
export function runnerContext(
  folders: JobFolders,
  workspace: string,
  options: { os: string; environment: string },
): Record<string, string> {
  return {
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    environment: options.environment,
    name: 'GitHub Actions 1',
    os: options.os,
    temp: folders.temp,
    tool_cache: folders.tools,
    workspace: dirname(workspace),
  };
}

/** All contexts that a default in action.yml may name. */
export function expressionContexts(
  github: Record<string, string>,
  runner: Record<string, string>,
  job: {
    token: string;
    matrix?: Record<string, unknown> | null;
    jobTotal?: number;
    jobIndex?: number;
    container?: string;
  },
): Contexts {
  return {
    github: { ...github, token: job.token },
    runner,
    matrix: job.matrix ?? null,
    strategy: { 'job-total': job.jobTotal ?? 1, 'job-index': job.jobIndex ?? 0, 'fail-fast': true },
    job: { status: 'success', services: {}, container: job.container === undefined ? {} : { id: job.container } },
  };
}

/** The environment of the runner itself, which every step inherits. Nothing comes from the lab's own environment. */
export function runnerEnvironment(user: JobUser, folders: JobFolders, trackingId: string): Record<string, string> {
  return {
    AGENT_TOOLSDIRECTORY: folders.tools,
    CI: 'true',
    DEBIAN_FRONTEND: 'noninteractive',
    GITHUB_ACTIONS: 'true',
    HOME: folders.home,
    LANG: 'C.UTF-8',
    LOGNAME: user.name,
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    RUNNER_TRACKING_ID: trackingId,
    RUNNER_USER: user.name,
    SHELL: '/bin/bash',
    USER: user.name,
    XDG_CONFIG_HOME: join(folders.home, '.config'),
  };
}

/** The variables of a context, such as `GITHUB_SHA`; an action never gets `github.token` this way. */
export function contextVariables(prefix: 'GITHUB' | 'RUNNER', context: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(context).map(([name, value]) => [`${prefix}_${name.toUpperCase()}`, value]));
}

/** The variables of GitHub's own services, which only actions get, not `run:` steps. */
export function serviceVariables(cache?: { url: string; token: string; mode?: string }): Record<string, string> {
  if (!cache) return {};
  return {
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_RUNTIME_TOKEN: cache.token,
    ACTIONS_RUNTIME_URL: cache.url,
    ...(cache.mode !== undefined && { ACTIONS_CACHE_MODE: cache.mode }),
  };
}
