// Whole values to start from; a row of a table says only what it changes.

import type { BuildFacts } from '../src/buildkit/facts.ts';
import type { BuildPlan } from '../src/buildkit/plan.ts';
import type { Restored } from '../src/cache/facts.ts';
import type { Checkout } from '../src/checkout/checkout.ts';
import type { Context } from '../src/host/context.ts';
import type { Image } from '../src/image/image.ts';
import { type Inputs, readInputs } from '../src/inputs/inputs.ts';
import type { InputTexts } from '../src/inputs/names.ts';
import type { MountFacts } from '../src/mount/facts.ts';
import type { Plan, PlanFacts } from '../src/plan.ts';
import type { TestFacts } from '../src/pytest/facts.ts';
import type { TestPlan } from '../src/pytest/plan.ts';
import { readResults } from '../src/pytest/read-results.ts';
import type { Counts } from '../src/pytest/results.ts';
import type { Outcome } from '../src/report/outcome.ts';
import type { PublishFacts } from '../src/share/facts.ts';
import type { SharePlan } from '../src/share/plan.ts';

/** What the runner gives to a step that sets nothing, with what is built in. */
export const defaultInputs: InputTexts = {
  context: '.',
  file: '',
  target: 'dev',
  'share-target': 'share',
  'build-args': '',
  secrets: '',
  'secret-files': '',
  'secret-envs': '',
  ssh: '',
  'cache-dependency-path': '',
  'enable-cache': 'auto',
  'save-cache': 'auto',
  'cache-suffix': '',
  'cache-max-size': '5 GB',
  mount: 'auto',
  load: 'false',
  'test-command': 'pytest',
  'pytest-args': '',
  env: '',
  'working-directory': '',
  workdir: '',
  entrypoint: '',
  user: '',
  network: '',
  'shm-size': '',
  gpus: '',
  'read-only': 'false',
  'timeout-minutes': '',
  shard: '',
  summary: 'true',
  annotations: 'true',
  slowest: '10',
  'junit-file': '',
  image: '',
  username: 'octocat',
  password: '',
  'github-token': 'ghs_token',
  push: 'auto',
  tags: 'auto',
  'tag-prefix': '',
  overwrite: 'false',
  labels: '',
  'verify-share': 'true',
  'share-file': '',
  matrix: 'null',
  'job-total': '1',
  'job-index': '0',
  'job-container': '',
  services: 'null',
};

/** The same, read, with some of them set. */
export function inputsWith(texts: Partial<InputTexts> = {}): Inputs {
  return readInputs({ ...defaultInputs, ...texts }).inputs;
}

/** A push to main on a hosted runner. */
export const pushToMain: Context = {
  eventName: 'push',
  eventAction: '',
  isBotsPullRequest: false,
  ref: 'refs/heads/main',
  defaultBranch: 'main',
  workflow: '.github/workflows/tests.yml',
  job: ['tests', 'pytest'],
  runId: '17600000042',
  attempt: 1,
  place: '',
  step: '__OWNER_dev-in-docker',
  retentionDays: 90,
  sha: 'c0ffee',
  repository: 'Octo/Wine',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  actionRepository: 'OWNER/dev-in-docker',
  description: '',
  license: '',
  id: 'c0ffee',
  workspace: '/work/wine',
  temp: '/work/_temp',
  runnerOs: 'Linux',
  runnerArchitecture: 'X64',
  architecture: 'x64',
  isHosted: true,
  cacheMode: '',
  cacheService: 'current',
  uid: 1001,
  gid: 127,
  groups: [],
  docker: { host: '', contextName: '', configFolder: '/home/runner/.docker' },
  defaultPlatform: '',
  programFolders: ['/usr/bin'],
  inputVariables: [],
};

export const checkout: Checkout = {
  isEmpty: false,
  context: '/work/wine',
  dockerfile: '/work/wine/Dockerfile',
  otherDockerfiles: [],
  dependencies: { files: ['requirements.txt'], hash: 'feed', unmatched: [] },
  uid: 500,
  gid: 501,
};

export const facts: PlanFacts = {
  checkout,
  engine: {
    version: '28.0.4',
    store: 'classic',
    architecture: 'x86_64',
    builder: 'default',
    socket: '/var/run/docker.sock',
    isUserMapped: false,
    isRootless: false,
    isLabelled: false,
  },
  machine: { init: '/usr/bin/docker-init' },
  stages: ['dev', 'share'],
  stage: undefined,
  secrets: { files: new Map(), variables: new Map() },
  commit: undefined,
};

export const devPlan: BuildPlan = {
  stage: 'dev',
  context: '/work/wine',
  dockerfile: '/work/wine/Dockerfile',
  buildArguments: [],
  secrets: { secrets: [], ssh: [], isAgentMissing: false },
  builder: 'default',
  tags: ['dev-in-docker/octo/wine:dev'],
  labels: [],
  noCache: false,
  buildContexts: {},
  isCacheable: true,
  compression: 'zstd',
};

export const testPlan: TestPlan = {
  context: '/work/wine',
  folder: '',
  command: ['pytest'],
  environment: {},
  uid: 1001,
  gid: 127,
  isReadOnly: false,
  isLabelled: false,
  options: [],
};

export const sharePlan: SharePlan = {
  build: {
    ...devPlan,
    stage: 'share',
    tags: ['dev-in-docker/run:share-c0ffee'],
    labels: [
      'org.opencontainers.image.title=Wine',
      'org.opencontainers.image.source=https://github.com/Octo/Wine',
      'org.opencontainers.image.url=https://github.com/Octo/Wine',
      'org.opencontainers.image.version=1.2.3',
      'org.opencontainers.image.revision=c0ffee',
    ],
    noCache: true,
    isCacheable: false,
    buildContexts: { dev: 'dev-in-docker/run:dev-c0ffee' },
    compression: 'gzip',
  },
  dockerfile: '',
  image: 'ghcr.io/octo/wine',
  version: {
    version: '1.2.3',
    tags: [
      { name: '1.2.3', rule: 'fixed' },
      { name: '1.2', rule: 'forward' },
      { name: '1', rule: 'forward' },
      { name: 'latest', rule: 'forward' },
    ],
  },
  revision: 'c0ffee',
  store: 'classic',
  verify: testPlan,
  registry: { host: 'ghcr.io', username: 'octocat', password: 'ghs_token', overwrite: false },
  isPart: false,
};

/** What became of a push, with what a row changes. */
export function publishFacts(outcome: PublishFacts['outcome'], more: Partial<PublishFacts> = {}): PublishFacts {
  const nothing = { tags: [], kept: [], replaced: [], reshaped: [], layers: [], isFirst: false };
  return { outcome, detail: '', platforms: ['linux/amd64'], ...nothing, seconds: 1, ...more };
}

/** The plan of a push to main. */
export const mainPlan: Plan = {
  dev: devPlan,
  cache: {
    scope: {
      store: 'classic',
      architecture: 'x86_64',
      suffix: '',
      build: ['Dockerfile', '.', 'dev'],
      requirements: 'feed',
    },
    requirementsFrom: 'requirements.txt',
    extent: { kind: 'whole' },
    maxSize: 5e9,
    restore: 'files',
    save: true,
  },
  mount: { off: 'the Dockerfile could not be read' },
  test: testPlan,
  report: { summary: 'true', annotations: true, slowest: 10 },
  baseline: {
    branch: 'main',
    scope: ['tests', 'pytest', 'null', '.', 'dev'],
    suffix: '',
    sha: 'c0ffee',
    save: true,
  },
  unpublished: 'only a pushed tag or a published release is published',
  notices: [],
};

export const devImage: Image = {
  id: 'sha256:1dea',
  contentId: 'beef',
  config: { WorkingDir: '/usr/src/app' },
  workdir: '/usr/src/app',
  environment: {},
  platform: 'linux/amd64',
};

export const builtDev: BuildFacts = {
  stage: 'dev',
  image: devImage,
  steps: [
    { name: '[dev 1/2] FROM docker.io/library/python:3.13-slim', isCached: false, seconds: 2, tail: [] },
    { name: '[dev 2/2] RUN pip install -r requirements.txt', isCached: true, seconds: 0, tail: [] },
  ],
  seconds: 12,
};

export function counts(more: Partial<Counts>): Counts {
  return { ...readResults('').counts, ...more };
}

/** A run of pytest that came to its end, with what a row changes. */
export function testFacts(
  exitCode: number | null,
  results: Partial<TestFacts['results']> = {},
  lastWords = '',
): TestFacts {
  const told = exitCode === null ? {} : { exitStatus: exitCode };
  return {
    exitCode,
    results: { ...readResults(''), pytest: '9.0.0', hasRun: true, isCounted: true, ...told, ...results },
    command: ['pytest'],
    entrypoint: [],
    seconds: 3,
    lastWords,
  };
}

/** The newest entry, made from the same requirements. */
export const restored: Restored = {
  key: 'the-key',
  isExact: true,
  entry: { folder: '/work/_temp/restore/image', digest: 'sha256:e1', config: '{}' },
  bytes: 12_345_678,
  seconds: 1.5,
};

/** A dev image that was mounted to the end of the tests. */
export const mounted: MountFacts = {
  key: 'the-run-key',
  isUsed: true,
  isOutdated: false,
  hasStarted: true,
  seconds: 0.42,
  figures: { bytesFetched: 31e6, bytes: 214e6, partsRead: 30, secondsWaited: 0.25, knewPrefetchOrder: true },
  notices: [],
};

/** A green push to main, with the cache restored and nothing new to save. */
export const green: Outcome = {
  leg: '',
  dockerfile: 'Dockerfile',
  context: '.',
  repository: '',
  plan: mainPlan,
  restored,
  dev: builtDev,
  image: devImage,
  tests: testFacts(0, { counts: counts({ passed: 3 }) }),
  isCancelled: false,
};

/** Texts that would do something if they were taken for more than text. */
export const hostileTexts: string[] = [
  '<img src=x onerror=alert(1)>',
  '</pre></details><h1>Passed</h1>',
  '</summary></details>\n\n# All tests passed\n\n| a | b |\n|---|---|\n',
  'a\n\n\n# heading\n\n- item\n\n    code\n\n```\nfence\n',
  '--> <!-- ]]> <![CDATA[ <?php <!DOCTYPE html>',
  '&lt;b&gt; &amp; &#60;script&#62; &quot;',
  "\"' onmouseover='x' \"",
  '\u001b[31mred\u001b[0m \u001b]8;;https://example.com\u0007link\u001b]8;;\u0007',
  '\u202etxet desrever\u202c \u2066\u2069',
  '\r\n::error::injected\r\n::stop-commands::x\r\n##[error]x',
  '\u0000\u0007\u009b31m\u0085<b>',
  '\ud800 lone \udc00',
  '@octocat #1 GH-1 [a](https://example.com) ![i](https://example.com/i.png) <https://example.com> $x^2$ :tada:',
  '\u2028<b>\u2029</b>\v\f\ufeff',
  '`code` **bold** _it_ ~~del~~ \\<b\\>',
  '<'.repeat(3000),
];

// Events, as the runner tells of them.
export const pushOf = (ref: string): Partial<Context> => ({ eventName: 'push', ref });
export const tag = pushOf('refs/tags/v1.2.3');
export const pullRequest: Partial<Context> = { eventName: 'pull_request', ref: 'refs/pull/4/merge' };
export const pullRequestTarget: Partial<Context> = { eventName: 'pull_request_target', ref: 'refs/heads/main' };
export const dispatch: Partial<Context> = { eventName: 'workflow_dispatch', ref: 'refs/heads/main' };
export const dispatchOnTag: Partial<Context> = { eventName: 'workflow_dispatch', ref: 'refs/tags/v1.2.3' };
export const schedule: Partial<Context> = { eventName: 'schedule', ref: 'refs/heads/main' };
export const workflowRun: Partial<Context> = { eventName: 'workflow_run', ref: 'refs/heads/main' };
export const release = (eventAction: string): Partial<Context> => ({
  eventName: 'release',
  eventAction,
  ref: 'refs/tags/v1.2.3',
});
