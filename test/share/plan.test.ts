import { describe, expect, test } from 'vitest';
import type { Commit } from '../../src/checkout/checkout.ts';
import type { Context } from '../../src/host/context.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { makePlan, type Plan } from '../../src/plan.ts';
import { decideTogether, type RegistryPlan } from '../../src/share/plan.ts';
import { UserError } from '../../src/text/errors.ts';
import {
  dispatch,
  dispatchOnTag,
  facts,
  inputsWith,
  pullRequest,
  pullRequestTarget,
  pushOf,
  pushToMain,
  release,
  schedule,
  sharePlan,
  tag,
  testPlan,
  workflowRun,
} from '../samples.ts';

type Change = {
  inputs?: Partial<InputTexts>;
  context?: Partial<Context>;
  commit?: Commit;
  stages?: string[];
  dockerfile?: string;
};

function plan({ inputs, context, commit, stages, dockerfile }: Change = {}): Plan {
  const read = { text: '', stages: [], copies: [], bases: [], steps: {}, doubt: 'a test' };
  const stage = dockerfile ? { inputs: read, sources: { doubt: 'a test' }, dockerfile } : undefined;
  const all = { ...facts, commit, stage, ...(stages ? { stages } : {}) };
  return makePlan(inputsWith(inputs), { ...pushToMain, ...context }, all);
}

describe('what is published', () => {
  test.each<[string, Partial<Context>, Partial<InputTexts>, string | undefined]>([
    ['a branch', {}, {}, undefined],
    ['a branch, push: true', {}, { push: 'true' }, 'main'],
    ['a branch with slashes, push: true', pushOf('refs/heads/feature/a b'), { push: 'TRUE' }, 'feature-a-b'],
    ['a tag', tag, {}, '1.2.3 1.2 1 latest'],
    ['a tag, push: false', tag, { push: 'false' }, undefined],
    ['a pre-release', pushOf('refs/tags/v2.0.0-rc.1'), {}, '2.0.0-rc.1'],
    ['a tag that is no version', pushOf('refs/tags/nightly'), {}, 'nightly'],
    ['a tag that can name no image, push: false', pushOf('refs/tags/a/b'), { push: 'false' }, undefined],
    ['a published release', release('published'), {}, '1.2.3 1.2 1 latest'],
    ['a released release', release('released'), {}, '1.2.3 1.2 1 latest'],
    ['a pre-released release', release('prereleased'), {}, '1.2.3 1.2 1 latest'],
    ['a drafted release', release('created'), {}, undefined],
    ['an edited release', release('edited'), {}, undefined],
    ['a pull request', pullRequest, {}, undefined],
    ['pull_request_target', pullRequestTarget, {}, undefined],
    ['by hand on a branch', dispatch, {}, undefined],
    ['by hand on a branch, push: true', dispatch, { push: 'true' }, 'main'],
    ['by hand on a tag', dispatchOnTag, {}, undefined],
    ['by hand on a tag, push: true', dispatchOnTag, { push: 'true' }, '1.2.3 1.2 1 latest'],
    ['a schedule', schedule, {}, undefined],
    ['another workflow', workflowRun, {}, undefined],
    ['a merge queue', { eventName: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-4' }, {}, undefined],
    ['a matrix of one, a tag', tag, { 'job-total': '1', matrix: '{"python":"3.12"}' }, '1.2.3 1.2 1 latest'],
    ['a matrix, a tag', tag, { 'job-total': '3' }, undefined],
    ['a leg for its platform', tag, { 'job-total': '3', push: 'platform' }, '1.2.3 1.2 1 latest'],
    ['a leg for its platform, on a branch', {}, { push: 'platform' }, 'main'],
    ['a matrix, a tag, push: true', tag, { 'job-total': '3', push: 'true' }, '1.2.3 1.2 1 latest'],
    ['literal tags', tag, { tags: 'auto\nnightly' }, '1.2.3 1.2 1 latest nightly'],
    ['a prefix', pushOf('refs/tags/wine/v1.2.3'), { 'tag-prefix': 'wine/' }, '1.2.3 1.2 1 latest'],
    ['no job-total', tag, { 'job-total': '' }, '1.2.3 1.2 1 latest'],
  ])('%s', (_, context, inputs, tags) => {
    const { share, dev, unpublished } = plan({ context, inputs });
    expect(share?.version.tags.map(({ name }) => name).join(' ')).toEqual(tags);
    expect(unpublished === '').toBe(tags !== undefined);
    // What is published is built anew, on the very image that is tested, which nobody else's tag moves.
    expect(dev.noCache).toBe(tags !== undefined);
    expect(dev.tags).toContain(share ? share.build.buildContexts.dev : 'dev-in-docker/octo/wine:dev');
    expect(share?.build.noCache).toBe(tags && true);
  });

  test.each<[string, Partial<InputTexts>, string, Partial<RegistryPlan>]>([
    ['nothing set', {}, 'ghcr.io/octo/wine', { host: 'ghcr.io', username: 'octocat', password: 'ghs_token' }],
    [
      'another name on ghcr.io',
      { image: 'ghcr.io/Other/X', password: 'pat' },
      'ghcr.io/other/x',
      { host: 'ghcr.io', username: 'octocat', password: 'pat' },
    ],
    [
      "another registry never gets GitHub's token",
      { image: 'quay.io/octo/wine' },
      'quay.io/octo/wine',
      { host: 'quay.io', username: 'octocat', password: '' },
    ],
    [
      'Docker Hub with a password',
      { image: 'octo/wine', username: 'octo', password: 'pw' },
      'octo/wine',
      { host: 'docker.io', username: 'octo', password: 'pw' },
    ],
    [
      'a name that only begins like ghcr.io',
      { image: 'ghcr.io.example.com/octo/wine' },
      'ghcr.io.example.com/octo/wine',
      { host: 'ghcr.io.example.com', username: 'octocat', password: '' },
    ],
    ['by force', { overwrite: 'TRUE' }, 'ghcr.io/octo/wine', { overwrite: true }],
  ])('registry: %s', (_, inputs, image, registry) => {
    const { share } = plan({ context: tag, inputs });
    expect(share?.image).toBe(image);
    expect(share?.registry).toMatchObject(registry);
  });

  test('for one platform of several, it is pushed so', () => {
    const { share } = plan({ context: tag, inputs: { push: 'platform', 'job-total': '2' } });
    expect(share).toMatchObject({ isPart: true, registry: { host: 'ghcr.io' } });
    expect(plan({ context: tag }).share?.isPart).toBe(false);
  });

  test('after a part of the tests nothing is published, nor written to a file', () => {
    const inputs = { shard: '1/2', 'job-total': '2', 'share-file': 'share.tar' };
    for (const push of ['auto', 'false']) {
      const { share, unpublished, notices } = plan({ context: tag, inputs: { ...inputs, push } });
      expect({ share, unpublished }).toEqual({ share: undefined, unpublished: 'a shard publishes nothing' });
      expect(notices.join()).toContain('with shard, this job runs a part of the tests only');
    }
    expect(() => plan({ context: tag, inputs: { ...inputs, push: 'true' } })).toThrow(
      'Input push is true, but with shard',
    );
    expect(plan({ context: tag, inputs: { shard: '1/1' } }).share).toBeDefined();
  });

  test.each<[string, Change, string]>([
    [
      'on a pull request',
      { context: pullRequest },
      'Input push is platform, but a pull request publishes nothing: set push: auto, or run this step on pushes only.',
    ],
    [
      'with a part of the tests',
      { context: tag, inputs: { shard: '1/2' } },
      'Input push is platform, but with shard this job runs a part of the tests only: leave shard out where images are published.',
    ],
    ['without a share stage', { context: tag, stages: ['dev'] }, 'The Dockerfile has no stage "share". It has: dev.'],
  ])('for one platform of several, not %s', (_, { inputs, ...change }, message) => {
    expect(() => plan({ ...change, inputs: { ...inputs, push: 'platform' } })).toThrow(message);
  });

  test('one stage may serve for both', () => {
    const { share } = plan({ context: tag, inputs: { 'share-target': 'dev' }, stages: ['dev'] });
    expect(share?.build).toMatchObject({ stage: 'dev', buildContexts: {} });
  });

  test('it is verified as the tests are run, unless told not to', () => {
    const inputs = { 'pytest-args': '-x' };
    expect(plan({ context: tag, inputs }).share?.verify).toEqual({ ...testPlan, command: ['pytest', '-x'] });
    expect(plan({ context: tag, inputs: { 'verify-share': 'false' } }).share?.verify).toBeUndefined();
  });
});

describe('why not', () => {
  test.each<[string, Change, string]>([
    ['a branch', {}, 'only a pushed tag or a published release is published'],
    ['a pull request', { context: pullRequest }, 'a pull request publishes nothing'],
    ['push: false', { context: tag, inputs: { push: 'false' } }, 'push is false'],
    ['a matrix', { context: tag, inputs: { 'job-total': '2' } }, 'a matrix publishes nothing'],
    ['no share stage', { context: tag, stages: ['dev'] }, 'the Dockerfile has no stage "share"'],
    [
      'another prefix',
      { context: tag, inputs: { 'tag-prefix': 'wine/' } },
      'the tag does not begin with "wine/", as tag-prefix wants',
    ],
  ])('%s', (_, change, reason) => {
    expect(plan(change)).toMatchObject({ unpublished: reason });
  });
});

describe('what legs have pushed is published together', () => {
  const together = (context: Partial<Context>, inputs: Partial<InputTexts> = {}) =>
    decideTogether(inputsWith(inputs), { ...pushToMain, ...context });

  test.each<[string, Partial<Context>, Partial<InputTexts>, string]>([
    ['a tag', tag, {}, '1.2.3 1.2 1 latest'],
    ['a published release', release('published'), {}, '1.2.3 1.2 1 latest'],
    ['a tag by hand', dispatchOnTag, {}, '1.2.3 1.2 1 latest'],
    ['a pre-release', pushOf('refs/tags/v2.0.0-rc.1'), {}, '2.0.0-rc.1'],
    ['a branch', {}, {}, 'main'],
    ['a prefix', pushOf('refs/tags/wine/v1.2.3'), { 'tag-prefix': 'wine/' }, '1.2.3 1.2 1 latest'],
    ['literal tags', tag, { tags: 'auto\nnightly' }, '1.2.3 1.2 1 latest nightly'],
  ])('%s', (_, context, inputs, tags) => {
    const plan = together(context, inputs);
    expect(plan).toMatchObject({ image: 'ghcr.io/octo/wine', revision: 'c0ffee', registry: { password: 'ghs_token' } });
    expect('version' in plan && plan.version.tags.map(({ name }) => name).join(' ')).toBe(tags);
  });

  test("another registry gets no token of GitHub's", () => {
    const inputs = { image: 'quay.io/octo/wine', overwrite: 'true' };
    expect(together(tag, inputs)).toMatchObject({ registry: { host: 'quay.io', password: '', overwrite: true } });
  });

  test("another project's tag is no mistake, and a pull request is one", () => {
    const reason = 'the tag does not begin with "wine/", as tag-prefix wants';
    expect(together(tag, { 'tag-prefix': 'wine/' })).toEqual({ reason });
    expect(() => together(pullRequest)).toThrow(
      'A pull request publishes nothing: have this job in a workflow that only pushed tags or releases start.',
    );
    expect(() => together(pullRequestTarget)).toThrow('A pull request publishes nothing');
  });
});

describe('an archive', () => {
  const inputs = { 'share-file': './out/share.tar.zst' };
  const file = 'out/share.tar.zst';

  test.each<[string, Change, string | undefined, boolean]>([
    ['a tag', { context: tag, inputs }, file, true],
    ['a tag, push: false', { context: tag, inputs: { ...inputs, push: 'false' } }, file, false],
    ['a branch', { inputs }, undefined, false],
    ['a branch, push: true', { inputs: { ...inputs, push: 'true' } }, file, true],
    ['a matrix', { context: tag, inputs: { ...inputs, 'job-total': '2' } }, file, false],
  ])('%s', (_, change, path, isPushed) => {
    const { share } = plan(change);
    expect([share?.file, share?.registry !== undefined]).toEqual([path, isPushed]);
  });

  test.each(['share', 'share.zip', 'share.tar.xz', '../share.tar', '/share.tar'])('%s is refused', path => {
    expect(() => plan({ context: tag, inputs: { 'share-file': path } })).toThrow(UserError);
  });
});

describe('the commit', () => {
  const commit = { sha: 'c0ffee', seconds: 1_700_000_000 };

  test('its time is what the image gets', () => {
    const { share } = plan({ context: tag, commit });
    expect(share).toMatchObject({ revision: 'c0ffee', seconds: 1_700_000_000, build: { compression: 'uncompressed' } });
    expect(share?.build.labels).toContain('org.opencontainers.image.created=2023-11-14T22:13:20Z');
  });

  test('a checkout of something else than the tag is refused', () => {
    expect(() => plan({ context: tag, commit: { ...commit, sha: 'decaf000' } })).toThrow(
      'The tag "v1.2.3" is at commit c0ffee, but the checkout is at decaf00: remove "ref:" from actions/checkout, so that what is published is the tag\'s commit.',
    );
    const byHand = plan({ context: dispatch, inputs: { push: 'true' }, commit: { ...commit, sha: 'decaf' } });
    expect(byHand.share?.revision).toBe('decaf');
  });
});

describe('labels', () => {
  const about = { ...tag, description: 'Wine,\nanalysed', license: 'MIT' };
  const labels = (change: Change) => plan({ context: about, ...change }).share?.build.labels;

  test('say what the server knows', () => {
    expect(labels({})).toEqual([
      'org.opencontainers.image.title=Wine',
      'org.opencontainers.image.description=Wine, analysed',
      ...sharePlan.build.labels.slice(1),
      'org.opencontainers.image.licenses=MIT',
    ]);
  });

  test('leave to the Dockerfile what it says itself', () => {
    const dockerfile =
      'FROM a AS dev\nLABEL org.opencontainers.image.licenses=X \\\n org.opencontainers.image.title=Vino\n';
    expect(labels({ dockerfile })).not.toContainEqual(expect.stringMatching(/image\.(?:licenses|title)=/));
  });

  test('are followed by those of the input', () => {
    expect(labels({ inputs: { labels: 'a=b\n\n org.opencontainers.image.title=Mine = yours' } })?.slice(-2)).toEqual([
      'a=b',
      'org.opencontainers.image.title=Mine = yours',
    ]);
    expect(() => labels({ inputs: { labels: 'nothing' } })).toThrow(
      'Input labels has no key=value in its line 1: write one key=value a line.',
    );
  });
});
