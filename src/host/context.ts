/** What is known of the job before anything was looked at. */
export type Context = {
  /** A random name that no other run has, also not in the same job. */
  id: string;
  eventName: string;
  /** `published` for a release that goes public; empty for events without actions. */
  eventAction: string;
  /** Whether the pull request that started this was made by Dependabot, Renovate or the like. */
  isBotsPullRequest: boolean;
  /** Full name, such as `refs/tags/v1.2.3`. */
  ref: string;
  /** Short name, such as `main`; empty where the event doesn't say. */
  defaultBranch: string;
  /** Path of the run's workflow in the repository; empty where it is of another one, or the runner doesn't say. */
  workflow: string;
  /** Names of the workflow and of the job in it. */
  job: string[];
  /** Of the run, and which attempt of it this is, from 1. */
  runId: string;
  attempt: number;
  /** Where the run's plan has the job, which tells two calls of one workflow apart; empty where the runner doesn't say. */
  place: string;
  /** Name of the step in the job. */
  step: string;
  /** Days after which the server deletes artifacts; 0 where it doesn't say. */
  retentionDays: number;
  sha: string;
  /** The release that started the run; absent for other events. */
  release?: { id: number; tag: string };
  /** `owner/name`, as typed by its owner. */
  repository: string;
  serverUrl: string;
  /** Where GitHub's REST API is. */
  apiUrl: string;
  /** `owner/name` of the action itself; empty where it is of the checkout. */
  actionRepository: string;
  /** What the server says of the repository; empty where it says nothing. */
  description: string;
  /** Such as `MIT` (SPDX); empty where the server knows none. */
  license: string;
  /** The checkout's folder. */
  workspace: string;
  /** A folder of the runner's that it empties after the job. */
  temp: string;
  runnerOs: string;
  /** Such as `X64`, as the runner says it. */
  runnerArchitecture: string;
  /** Of this machine, such as `x64`. */
  architecture: string;
  isHosted: boolean;
  /** `none`, `read`, `write-only` … where the workflow limits the cache; empty where it doesn't. */
  cacheMode: string;
  /** The cache service that the runner offers; `older` speaks a protocol that nothing here does. */
  cacheService: 'current' | 'older' | 'none';
  uid: number;
  gid: number;
  /** Numbers of the user's other groups. */
  groups: number[];
  /** What tells docker where the engine is: variables, empty where not set, and the folder of its configuration. */
  docker: { host: string; contextName: string; configFolder: string };
  /** What docker builds for where nothing else is said, such as `linux/arm64`; empty where that is the engine's own. */
  defaultPlatform: string;
  /** Folders where programs are looked for. */
  programFolders: string[];
  /** Names of the `INPUT_…` variables, without the prefix. */
  inputVariables: string[];
};

/** What the machine says of the person at it. */
export type Person = {
  name: string;
  home: string;
  /** Where things are kept that a person would miss, and those that can be made again. */
  stateFolder: string;
  cacheFolder: string;
  /** Variables of the terminal that programs in a container should know too. */
  terminal: Record<string, string>;
};
