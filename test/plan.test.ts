import { describe, expect, test } from 'vitest';
import type { CachePlan } from '../src/cache/plan.ts';
import type { Checkout } from '../src/checkout/checkout.ts';
import { locate, requireLinux } from '../src/checkout/locate.ts';
import type { Engine } from '../src/engine/engine.ts';
import type { Context } from '../src/host/context.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import type { InputTexts } from '../src/inputs/names.ts';
import { makePlan, type Plan, type PlanFacts } from '../src/plan.ts';
import { UserError } from '../src/text/errors.ts';
import { render } from '../src/text/sentence.ts';
import {
  checkout,
  defaultInputs,
  devPlan,
  dispatch,
  dispatchOnTag,
  facts,
  inputsWith,
  mainPlan,
  pullRequest,
  pullRequestTarget,
  pushOf,
  pushToMain,
  release,
  schedule,
  sharePlan,
  tag,
  workflowRun,
} from './samples.ts';

type Change = {
  inputs?: Partial<InputTexts>;
  context?: Partial<Context>;
  checkout?: Partial<Checkout>;
  absent?: 'context' | 'dockerfile';
  stages?: string[];
  stage?: PlanFacts['stage'];
  engine?: Engine;
};

function plan({ inputs, context, checkout: files, absent, ...more }: Change = {}): Plan {
  const all: PlanFacts = { ...facts, ...more, checkout: { ...checkout, ...files } };
  if (absent) delete all.checkout[absent];
  const job = { ...pushToMain, ...context };
  const asked = readInputs({ ...defaultInputs, ...inputs }, undefined, job.inputVariables).inputs;
  requireLinux(asked, job);
  return makePlan(asked, job, all);
}

describe('whole plans', () => {
  test('a push to main', () => {
    expect(plan()).toEqual(mainPlan);
  });

  test('a pushed tag', () => {
    expect(plan({ context: tag })).toEqual({
      ...mainPlan,
      dev: {
        ...devPlan,
        tags: ['dev-in-docker/octo/wine:dev', 'dev-in-docker/run:dev-c0ffee'],
        noCache: true,
        isCacheable: false,
        compression: 'gzip',
      },
      cache: { off: 'a tag is built from the commit, never from a cache' },
      mount: { off: 'the cache is off' },
      baseline: undefined,
      share: sharePlan,
      unpublished: '',
    });
  });

  test('everything set', () => {
    const inputs = {
      context: './analysis/',
      file: 'docker/Dockerfile.test',
      target: 'Test',
      'build-args': 'B=2\nA=1',
      'cache-suffix': 'gpu',
      'pytest-args': '-k "a or b"',
      env: 'A=1',
      summary: 'Failures',
      annotations: 'false',
      slowest: '0',
    };
    expect(plan({ inputs, stages: ['test'], checkout: { context: '/work/wine/analysis' } })).toEqual({
      ...mainPlan,
      dev: {
        ...devPlan,
        stage: 'test',
        context: '/work/wine/analysis',
        buildArguments: ['B=2', 'A=1'],
        tags: ['dev-in-docker/octo/wine:test'],
      },
      cache: {
        scope: {
          store: 'classic',
          architecture: 'x86_64',
          suffix: 'gpu',
          build: ['docker/Dockerfile.test', 'analysis', 'test', 'A=1', 'B=2'],
          requirements: 'feed',
        },
        requirementsFrom: 'requirements.txt',
        extent: { kind: 'whole' },
        maxSize: 5e9,
        restore: 'files',
        save: true,
      },
      test: {
        ...mainPlan.test,
        context: '/work/wine/analysis',
        command: ['pytest', '-k', 'a or b'],
        environment: { A: '1' },
      },
      report: { summary: 'failures', annotations: false, slowest: 0 },
      baseline: {
        ...mainPlan.baseline,
        scope: ['tests', 'pytest', 'null', 'analysis', 'test', '-k', 'a or b'],
        suffix: 'gpu',
      },
    });
  });
});

describe('what tests are compared with', () => {
  test.each<[string, Partial<Context>, Partial<InputTexts>, 'kept' | 'compared' | 'neither']>([
    ['a push to the default branch', {}, {}, 'kept'],
    ['a push to another branch', pushOf('refs/heads/feature'), {}, 'compared'],
    ['a pull request', pullRequest, {}, 'compared'],
    ['by hand on the default branch', dispatch, {}, 'compared'],
    ['a tag', tag, {}, 'neither'],
    ['no cache', {}, { 'enable-cache': 'false' }, 'neither'],
    ['save-cache: false', {}, { 'save-cache': 'false' }, 'compared'],
    ['a cache that may only be read', { cacheMode: 'read' }, {}, 'compared'],
    ['a cache that may only be written', { cacheMode: 'write-only' }, {}, 'neither'],
    ['an event that names no default branch', { defaultBranch: '' }, {}, 'neither'],
  ])('%s', (_, context, inputs, expected) => {
    const { baseline } = plan({ context, inputs });
    expect(baseline ? (baseline.save ? 'kept' : 'compared') : 'neither').toBe(expected);
  });
});

describe('the cache', () => {
  const on = (restore: CachePlan['restore'], save = true) => ({ restore, save });
  const offTag = 'a tag is built from the commit, never from a cache';
  const offPublished = 'what is published is built from the commit, never from a cache';
  const offEvent = (event: string) => `it is off for ${event} events, unless enable-cache is true`;
  const offSelfHosted = "this self-hosted runner's engine keeps its own, unless enable-cache is true";
  const older = 'the cache service of this runner speaks an older protocol';
  const selfHosted = { isHosted: false };
  const never = { 'enable-cache': 'false' };
  const always = { 'enable-cache': 'true' };
  const pushed = { push: 'true' };

  test.each<[string, Partial<Context>, Partial<InputTexts>, object | string]>([
    ['a push', {}, {}, on('files')],
    ['a pull request', pullRequest, {}, on('files')],
    ['a pull request from a fork', pullRequest, {}, on('files')],
    ['by hand', dispatch, {}, on('files')],
    ['a schedule', schedule, {}, on('files')],
    ['false', {}, never, 'enable-cache is false'],
    ['a tag', tag, {}, offTag],
    ['a tag that publishes nothing', tag, { push: 'false' }, offTag],
    ['a tag by hand', dispatchOnTag, {}, offTag],
    ['a release', release('published'), {}, offTag],
    ['a release without a tag', { ...release('created'), ref: '' }, {}, offEvent('release')],
    ['pull_request_target', pullRequestTarget, {}, offEvent('pull_request_target')],
    ['another workflow', workflowRun, {}, offEvent('workflow_run')],
    ['a self-hosted runner', selfHosted, {}, offSelfHosted],
    ['true on a self-hosted runner', selfHosted, always, on('files')],
    ['true on pull_request_target', pullRequestTarget, always, on('files')],
    ['true on a tag that is published', tag, always, offPublished],
    ['true on a tag that publishes nothing', tag, { ...always, push: 'false' }, on('files', false)],
    [
      'true on a tag that publishes nothing, and save-cache: true',
      tag,
      { ...always, push: 'false', 'save-cache': 'true' },
      on('files'),
    ],
    ["a bot's pull request", { ...pullRequest, isBotsPullRequest: true }, {}, on('files', false)],
    ['save-cache: false', {}, { 'save-cache': 'false' }, on('files', false)],
    ['a branch that is published', {}, pushed, on('lookup')],
    ['a branch that is published, write-only', { cacheMode: 'write-only' }, pushed, on('no')],
    ['read-only', { cacheMode: 'read' }, {}, on('files', false)],
    ['write-only', { cacheMode: 'write-only' }, {}, on('no')],
    ['write', { cacheMode: 'write' }, {}, on('files')],
    ['none', { cacheMode: 'none' }, always, "the workflow's cache-mode is none"],
    ['a runner without a cache service', { cacheService: 'none' }, always, 'this runner offers no cache service'],
    ['a cache service of old', { cacheService: 'older' }, {}, older],
    ['a cache service of old, and true', { cacheService: 'older' }, always, older],
    ['a cache service of old, on a tag', { ...tag, cacheService: 'older' }, {}, offTag],
    ['a cache service of old, on a self-hosted runner', { ...selfHosted, cacheService: 'older' }, {}, offSelfHosted],
  ])('%s', (_, context, inputs, expected) => {
    const { cache, dev } = plan({ context, inputs });
    if (typeof expected === 'string') expect(cache).toEqual({ off: expected });
    else expect(cache).toMatchObject(expected);
    expect(dev.isCacheable).toBe('save' in cache && cache.save);
  });

  test('the order of the build arguments does not matter to the key', () => {
    const keyOf = (text: string) => plan({ inputs: { 'build-args': text } }).cache;
    expect(keyOf('A=1\nB=2')).toEqual(keyOf('B=2\n\nA=1'));
    expect(keyOf('A=1\nB=2')).not.toEqual(keyOf('A=2\nB=1'));
  });
});

test('both stages get the secrets, and no key has them', () => {
  const secret = 's3cret';
  const { dev, share } = plan({ context: tag, inputs: { secrets: `token=${secret}` } });
  expect(dev.secrets.secrets).toEqual([{ id: 'token', isEmpty: false, value: secret }]);
  expect(share?.build.secrets).toEqual(dev.secrets);
  const { cache, baseline } = plan({ inputs: { secrets: `token=${secret}` } });
  expect(cache).toEqual(mainPlan.cache);
  expect(baseline).toEqual(mainPlan.baseline);
});

describe('whom the tests run as', () => {
  test.each([
    ["the runner's user", { uid: 1001, gid: 127 }, { uid: 1001, gid: 127 }],
    ["on a runner that is root, the checkout's owner", { uid: 0, gid: 0 }, { uid: 500, gid: 501 }],
    ['in a folder of a group that the user has, with that', { groups: [4, 501] }, { uid: 1001, gid: 501 }],
  ])('%s', (_, context, expected) => {
    expect(plan({ context }).test).toMatchObject(expected);
  });

  test('in rootless Docker as root, who is the user outside', () => {
    const engine = { ...facts.engine, isUserMapped: true, isRootless: true };
    expect(plan({ engine }).test).toMatchObject({ uid: 0, gid: 0 });
  });
});

describe('names of the dev image', () => {
  test.each([
    ['Octo/Wine', 'dev-in-docker/octo/wine:dev'],
    ['Octo/.github', 'dev-in-docker/octo/github:dev'],
    ['octo/a._-b', 'dev-in-docker/octo/a-b:dev'],
    ['', 'dev-in-docker/local/project:dev'],
  ])('%s', (repository, name) => {
    expect(plan({ context: { repository } }).dev.tags).toEqual([name]);
  });
});

const dependencies = (files: string[]) => ({ files, hash: 'feed', unmatched: [] });
const unread = { inputs: { text: '', stages: [], copies: [], bases: [], steps: {} }, dockerfile: '' };

describe('what the key of a build entry is made from', () => {
  test.each<[string, Change, string, string]>([
    ['requirements.txt', {}, 'feed', 'requirements.txt'],
    ['another file', { checkout: { dependencies: dependencies(['uv.lock']) } }, 'feed', 'uv.lock'],
    ['many files', { checkout: { dependencies: dependencies(['a', 'b', 'c', 'd', 'e']) } }, 'feed', 'a, b, c, 2 more'],
    ['nothing', { checkout: { dependencies: dependencies([]) } }, 'feed', ''],
    [
      'what dev copies',
      { checkout: { dependencies: dependencies([]) }, stage: { ...unread, sources: { hash: 'ba5e' } } },
      'ba5e',
      'what the dev stage copies',
    ],
  ])('%s', (_, change, requirements, requirementsFrom) => {
    const { cache } = plan({ ...change, inputs: { mount: 'false' } });
    expect(cache).toMatchObject({ scope: { requirements }, requirementsFrom });
  });

  test.each<[string, Change, object]>([
    [
      'a machine of its own kind',
      { engine: { ...facts.engine, architecture: 'aarch64' } },
      { architecture: 'aarch64' },
    ],
    [
      'the same machine',
      { context: { defaultPlatform: 'linux/arm64' } },
      { build: ['Dockerfile', '.', 'dev', 'linux/arm64'] },
    ],
  ])('the leg for another platform, on %s, has entries of its own', (_, change, scope) => {
    expect(plan(change).cache).toMatchObject({ scope });
  });
});

describe('notices', () => {
  test.each<[string, Change, string[]]>([
    ['nothing to say', {}, []],
    ['another file than requirements.txt', { checkout: { dependencies: dependencies(['uv.lock']) } }, []],
    [
      'no file that names the requirements',
      { checkout: { dependencies: dependencies([]) } },
      [
        'There is no requirements.txt: all builds of this Dockerfile share their cache entries. Set cache-dependency-path if other files name the requirements.',
      ],
    ],
    [
      'no such file, but what dev copies is known',
      { checkout: { dependencies: dependencies([]) }, stage: { ...unread, sources: { hash: 'ba5e' } } },
      [],
    ],
    [
      'a matrix',
      { context: tag, inputs: { 'job-total': '3' } },
      [
        'Nothing is published from a matrix of 3 jobs: they would overwrite each other\'s image. For an image for several kinds of machines, set push: platform, and add a job with OWNER/dev-in-docker/publish. Else publish from a job of its own with "needs:" on this one.',
      ],
    ],
    ['a matrix that publishes nothing anyway', { inputs: { 'job-total': '3' } }, []],
    [
      'no share stage, whatever the tag is called',
      { context: pushOf('refs/tags/données/1'), stages: ['dev'] },
      [
        'Nothing is published: the Dockerfile has no stage "share". Add "FROM dev AS share" with the files to share, or set push: false.',
      ],
    ],
    ['no share stage on a branch', { stages: ['dev'] }, []],
    [
      'variables that may be misspelled inputs',
      { context: { inputVariables: ['DATASET', 'VERSION', 'BUILD_ARGS', 'TAG', 'CONTEXT'] } },
      [
        'There is no input build_args: did you mean build-args? If INPUT_BUILD_ARGS is a variable of this job, nothing is wrong.',
        'There is no input tag: did you mean tags? If INPUT_TAG is a variable of this job, nothing is wrong.',
      ],
    ],
    [
      'a tag with a slash',
      { context: pushOf('refs/tags/release/2024-05') },
      [
        'Nothing is published. The git tag "release/2024-05" can\'t name an image: an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". To publish "2024-05", set tag-prefix: "release/". Without this notice: set push: false.',
      ],
    ],
    [
      'a tag of a package in a scope',
      { context: { ...release('published'), ref: 'refs/tags/@scope/pkg@1.2.3' } },
      [
        'Nothing is published. The git tag "@scope/pkg@1.2.3" can\'t name an image: an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". To publish "1.2.3", set tag-prefix: "@scope/pkg@". Without this notice: set push: false.',
      ],
    ],
    [
      'a tag that names no image, with a prefix',
      { context: pushOf('refs/tags/wine/größe'), inputs: { 'tag-prefix': 'wine/', 'share-file': 'a.tar' } },
      [
        'Nothing is published. What follows "wine/" in the git tag "wine/größe" can\'t name an image: an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". Push a tag that fits, such as wine/1.2.3. Without this notice: set push: false.',
      ],
    ],
    [
      'a tag with a slash of another project',
      { context: pushOf('refs/tags/beer/1.2.3'), inputs: { 'tag-prefix': 'wine/' } },
      [],
    ],
    [
      'a cache service of old',
      { context: { cacheService: 'older' } },
      [
        'Nothing is cached: the cache service of this runner speaks an older protocol, as those of nektos/act and Gitea do. Set enable-cache: false to do without this notice.',
      ],
    ],
    [
      'a cache service of old that is not asked for',
      { context: { cacheService: 'older' }, inputs: { 'enable-cache': 'false' } },
      [],
    ],
    [
      'build arguments that look like secrets',
      { inputs: { 'build-args': 'PIP_TOKEN=x\nPYTHON=3.13' } },
      [
        'The build argument PIP_TOKEN looks like a secret, which everyone who has the image can read: pass it by the input secrets, and mount it with RUN --mount=type=secret.',
      ],
    ],
  ])('%s', (_, change, notices) => {
    expect(plan(change).notices.map(notice => render(notice, 'job'))).toEqual(notices);
    expect(plan(change).share).toBeUndefined();
  });
});

describe('where to look', () => {
  const places = (inputs: Partial<InputTexts>) => locate(inputsWith(inputs));
  test.each<[Partial<InputTexts>, ReturnType<typeof places>]>([
    [{}, { context: '.', dockerfile: 'Dockerfile', dependencies: [] }],
    [{ context: '' }, { context: '.', dockerfile: 'Dockerfile', dependencies: [] }],
    [{ context: './' }, { context: '.', dockerfile: 'Dockerfile', dependencies: [] }],
    [{ context: 'sub' }, { context: 'sub', dockerfile: 'sub/Dockerfile', dependencies: [] }],
    [{ context: './a//b/./c/..' }, { context: 'a/b', dockerfile: 'a/b/Dockerfile', dependencies: [] }],
    [{ context: 'a/..' }, { context: '.', dockerfile: 'Dockerfile', dependencies: [] }],
    [
      { context: 'sub', file: './x/Dockerfile.ci' },
      { context: 'sub', dockerfile: 'x/Dockerfile.ci', dependencies: [] },
    ],
    [{ context: '..hidden' }, { context: '..hidden', dockerfile: '..hidden/Dockerfile', dependencies: [] }],
    [
      { 'cache-dependency-path': 'requirements/*.txt\n!requirements/docs.txt\n\n# all' },
      { context: '.', dockerfile: 'Dockerfile', dependencies: ['requirements/*.txt', '!requirements/docs.txt'] },
    ],
  ])('%j', (inputs, expected) => {
    expect(places(inputs)).toEqual(expected);
  });
});

describe('errors', () => {
  const documented =
    'context, file, target, share-target, build-args, secrets, secret-files, secret-envs, ssh, cache-dependency-path, enable-cache, save-cache, cache-suffix, cache-max-size, mount, load, test-command, pytest-args, env, working-directory, workdir, entrypoint, user, network, shm-size, gpus, read-only, timeout-minutes, shard, summary, annotations, slowest, junit-file, image, username, password, github-token, push, tags, tag-prefix, overwrite, labels, verify-share, share-file';
  const leadsOut = (input: string, path: string) =>
    `Input ${input} is "${path}", which leads out of the checkout: write a path within it.`;
  const dockerfile = `FROM python:3.14-slim AS dev
WORKDIR /usr/src/app
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install -r requirements.txt

FROM dev AS share
COPY . .`;

  test.each<[string, Change, string]>([
    [
      'an unknown input',
      { context: { inputVariables: ['CONTEXT', 'CACHE-SUFIX', 'JOB-TOTAL'] } },
      'There is no input cache-sufix: did you mean cache-suffix?',
    ],
    [
      'unknown inputs, and variables of the job',
      { context: { inputVariables: ['BUILD-ARG', 'MY-DATA', 'BUILD_ARGS', 'X'] } },
      `There is no input build-arg: did you mean build-args?\nThere is no input my-data. Inputs are: ${documented}.`,
    ],
    [
      'Windows',
      { context: { runnerOs: 'Windows' } },
      'This runner has Windows, but Docker images need Linux: write runs-on: ubuntu-latest.',
    ],
    [
      'no system',
      { context: { runnerOs: '' } },
      'This runner has an unknown system, but Docker images need Linux: write runs-on: ubuntu-latest.',
    ],
    [
      'a job in a container',
      { inputs: { 'job-container': 'f00' } },
      'This job runs in a container of its own, whose paths the Docker engine does not know: remove container: from the job; the tests run in your dev image anyway.',
    ],
    ['context leads out', { inputs: { context: '..' } }, leadsOut('context', '..')],
    ['context leads out twice', { inputs: { context: '../..' } }, leadsOut('context', '../..')],
    ['context leads out and in again', { inputs: { context: 'a/../../wine' } }, leadsOut('context', 'a/../../wine')],
    ['context is absolute', { inputs: { context: '/work/wine' } }, leadsOut('context', '/work/wine')],
    ['file leads out', { inputs: { file: '../Dockerfile' } }, leadsOut('file', '../Dockerfile')],
    ['file is absolute', { inputs: { file: '/Dockerfile' } }, leadsOut('file', '/Dockerfile')],
    [
      'an empty workspace',
      { checkout: { isEmpty: true } },
      'There are no files to test: the workspace is empty. Did you run actions/checkout? Put "- uses: actions/checkout@v7" before this step.',
    ],
    [
      'no such folder',
      { inputs: { context: 'analysis' }, absent: 'context' },
      'Input context is "analysis", but the checkout has no such folder: write its path relative to the checkout.',
    ],
    [
      'a Dockerfile as seen from the context',
      {
        inputs: { context: 'sub', file: 'Dockerfile.dev' },
        absent: 'dockerfile',
        checkout: { meantDockerfile: 'sub/Dockerfile.dev' },
      },
      'There is no Dockerfile.dev in the checkout, but there is sub/Dockerfile.dev. Write that path: the input file is relative to the checkout, not to the input context.',
    ],
    [
      'a pattern as seen from the checkout',
      {
        inputs: { context: 'sub' },
        checkout: { dependencies: { ...dependencies([]), unmatched: ['sub/*.lock'], meant: '*.lock' } },
      },
      'Input cache-dependency-path has "sub/*.lock", which matches no file in sub: write "*.lock", as it is relative to the input context.',
    ],
    [
      'no Dockerfile',
      { absent: 'dockerfile' },
      `There is no Dockerfile in the checkout. Set the input file to where yours is, or start with this one:\n\n${dockerfile}`,
    ],
    [
      'no Dockerfile there, but elsewhere',
      {
        inputs: { context: 'sub' },
        absent: 'dockerfile',
        checkout: { otherDockerfiles: ['a', 'b', 'c', 'd', 'e', 'f'] },
      },
      `There is no sub/Dockerfile in the checkout. Set the input file to one of those that are there (a, b, c, d, e), or start with this one:\n\n${dockerfile}`,
    ],
    [
      'a folder with a line break',
      { checkout: { context: '/work/a\nb' } },
      'The folder "/work/a b" can\'t be mounted: Docker takes no line break in a path. Check out into a folder with a plainer name.',
    ],
    [
      'a pattern that matches nothing',
      { checkout: { dependencies: { files: [], hash: '', unmatched: ['requirement.txt', 'x'] } } },
      'Input cache-dependency-path has "requirement.txt", which matches no file in the checkout: correct it, or remove it to use requirements.txt.',
    ],
    [
      'a pattern that matches nothing in a folder',
      { inputs: { context: 'sub' }, checkout: { dependencies: { files: [], hash: '', unmatched: ['*.lock'] } } },
      'Input cache-dependency-path has "*.lock", which matches no file in sub: correct it, or remove it to use requirements.txt.',
    ],
    [
      'no such stage',
      { inputs: { target: 'Tests' }, stages: ['dev', 'share'] },
      'The Dockerfile has no stage "tests". It has: dev, share. Name a stage with "FROM … AS tests", or set the input target.',
    ],
    [
      'no stages with names',
      { stages: [] },
      'The Dockerfile has no stage "dev". None of its stages has a name. Name a stage with "FROM … AS dev", or set the input target.',
    ],
    [
      'no share stage where one was asked for',
      { inputs: { push: 'true' }, stages: ['dev'] },
      'The Dockerfile has no stage "share". It has: dev. Name a stage with "FROM … AS share", or set the input share-target.',
    ],
    [
      'push: true on a pull request',
      { context: pullRequest, inputs: { push: 'true' } },
      'Input push is true, but a pull request publishes nothing: set push: auto, or run this step on pushes only.',
    ],
    ['push', { inputs: { push: 'yes' } }, 'Input push is "yes": write auto, true, false or platform.'],
    ['enable-cache', { inputs: { 'enable-cache': 'on' } }, 'Input enable-cache is "on": write auto, true or false.'],
    [
      'build-args',
      { inputs: { 'build-args': 'PYTHON' } },
      'Input build-args has no NAME=value in its line 1: write one NAME=value a line.',
    ],
    [
      'build-args with a password, first of all',
      { inputs: { 'build-args': 'PYTHON\nINDEX=https://me:s3cret@packages.example.org' } },
      'Input build-args has a URL with a password in INDEX, which everyone who has the image can read: pass it by the input secrets, and mount it with RUN --mount=type=secret.',
    ],
    [
      'secret-files',
      { inputs: { 'secret-files': 'netrc=netrc' } },
      'Input secret-files names "netrc", but the checkout has no such file that this job can read: write its path relative to the checkout.',
    ],
    [
      'env',
      { inputs: { env: 'TOKEN' } },
      "Input env has a name without a value in its line 1: write NAME=value; the runner's own variables are never passed on.",
    ],
    [
      'pytest-args',
      { inputs: { 'pytest-args': '-k "a' } },
      'Input pytest-args is "-k "a", which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.',
    ],
    [
      'image, though nothing is published',
      { inputs: { image: 'ghcr.io/octo/wine:1' } },
      'Input image is "ghcr.io/octo/wine:1": leave the tag out; tags come from the git tag.',
    ],
    [
      'a tag that can name no image, although it must',
      { context: pushOf('refs/tags/release/2024'), inputs: { push: 'true' } },
      'The git tag "release/2024" can\'t name an image: an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". Push a tag that fits, such as v1.2.3, or set push: false.',
    ],
  ])('%s', (_, change, message) => {
    expect(() => plan(change)).toThrow(new UserError(message));
  });

  test('a Dockerfile that can not be read is left to BuildKit to report', () => {
    expect(makePlan(inputsWith(), { ...pushToMain, ...tag }, { ...facts, stages: undefined }).share?.build.stage).toBe(
      'share',
    );
  });

  test('a repository whose name can be no image is no error until something is published', () => {
    const repository = 'Octo/.github';
    expect(plan({ context: { repository } }).share).toBeUndefined();
    expect(() => plan({ context: { ...tag, repository } })).toThrow(/^Input image is not set/);
    expect(plan({ context: { ...tag, repository }, inputs: { image: 'ghcr.io/octo/wine' } }).share?.image).toBe(
      'ghcr.io/octo/wine',
    );
  });
});
