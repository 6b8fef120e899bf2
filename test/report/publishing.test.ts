import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/report/outcome.ts';
import {
  publishSentence,
  reasonOf,
  replacedSentences,
  reshapedSentences,
  unpublishedSentence,
  verifySentence,
} from '../../src/report/publishing.ts';
import type { PublishFacts } from '../../src/share/facts.ts';
import { render } from '../../src/text/sentence.ts';
import { builtDev, counts, green, mainPlan, publishFacts, sharePlan, testFacts } from '../samples.ts';

const name = 'ghcr.io/octo/wine';

test.each<[PublishFacts['outcome'], Partial<PublishFacts>, string]>([
  ['published', { tags: [`${name}:1.2.3`, `${name}:1.2`] }, `Published ${name}:1.2.3, ${name}:1.2.`],
  [
    'published',
    { tags: [`${name}:1.2.3`], kept: [{ tag: 'latest', version: '2.0.1' }] },
    `Published ${name}:1.2.3. latest stays with 2.0.1.`,
  ],
  ['already-there', {}, `${name}:1.2.3 is there already, published from this commit: nothing to do.`],
  [
    'already-there',
    { tags: [`${name}:latest`] },
    `${name}:1.2.3 is there already, published from this commit; now ${name}:latest too.`,
  ],
  [
    'already-there',
    { there: ['linux/amd64', 'linux/arm64'] },
    `${name}:1.2.3 is there already, published from this commit for linux/amd64 and linux/arm64: nothing to do.`,
  ],
  [
    'lacking',
    { there: ['linux/amd64'], platforms: ['linux/arm64'] },
    `${name}:1.2.3 is there already, published from this commit, but for linux/amd64 only: a published version stays as it is, so it gets nothing for linux/arm64. Push a new tag, or set overwrite: true.`,
  ],
  [
    'part',
    { tags: [`${name}:1.2.3-arm64`], platforms: ['linux/arm64'] },
    `Pushed ${name}:1.2.3-arm64 for linux/arm64. It gets the version's name in the job that publishes all platforms.`,
  ],
  [
    'part',
    { platforms: ['linux/arm64'] },
    `${name}:1.2.3 is there already, published from this commit for linux/arm64 too: nothing to do.`,
  ],
  ['kept', { kept: [{ tag: 'latest', version: '2.0.1' }] }, 'Nothing was published: latest stays with 2.0.1.'],
  [
    'taken',
    { other: { tag: '1.2.3', revision: 'decaf' } },
    `${name}:1.2.3 is there already, published from another commit (decaf): a published version stays as it is. Push a new tag, or set overwrite: true.`,
  ],
  [
    'taken',
    { other: { tag: '1.2.3', revision: '' } },
    `${name}:1.2.3 is there already, published from elsewhere: a published version stays as it is. Push a new tag, or set overwrite: true.`,
  ],
  [
    'moved',
    { other: { tag: '1.2.3', revision: 'decaf' } },
    `${name}:1.2.3 was pushed, but now names an image that was published from another commit (decaf): another job publishes under the same name. Let one of them do it, with "concurrency:" in the workflow, and run this one again.`,
  ],
  [
    'login-failed',
    { detail: 'unauthorized' },
    'The login to ghcr.io failed (unauthorized): check the inputs username and password.',
  ],
  [
    'no-credentials',
    {},
    `${name}:1.2.3 could not be pushed: there are no credentials for ghcr.io. Set the inputs username and password, or log in to it before this step.`,
  ],
  [
    'denied',
    { detail: '403 Forbidden\u001b[0m' },
    `This job may not write ${name}:1.2.3 (403 Forbidden): give it "permissions: {contents: read, packages: write}" and let the package accept this repository (its settings, "Manage Actions access"), or set push: false.`,
  ],
  [
    'rate-limited',
    { detail: 'toomanyrequests' },
    'ghcr.io takes no more requests for now (toomanyrequests): run this job again later, or log in with an account that may make more.',
  ],
  [
    'unreachable',
    { detail: 'EOF' },
    'ghcr.io could not be reached, or broke off (EOF): run this job again; what is there already is not sent twice.',
  ],
  ['failed', { detail: 'what?' }, `${name}:1.2.3 could not be pushed: what?`],
])('%s %j', (outcome, more, sentence) => {
  expect(render(publishSentence(publishFacts(outcome, more), sharePlan), 'job')).toBe(sentence);
});

test('a tag that moved away from an image without a version', () => {
  const replaced = [
    { tag: '1', digest: 'sha256:0a' },
    { tag: 'latest', digest: 'sha256:0b\u001b[0m' },
  ];
  expect(
    replacedSentences(publishFacts('published', { replaced, tags: [`${name}:latest`] }), sharePlan).map(sentence =>
      render(sentence, 'job'),
    ),
  ).toEqual([
    `${name}:latest named an image without a version before (sha256:0b), which something else may have pushed. If the tag is not to move, list those to publish in the input tags.`,
  ]);
});

test('a tag that gets other platforms', () => {
  const [amd, arm] = ['linux/amd64', 'linux/arm64'];
  const told = (before: string[], now: string[]) =>
    reshapedSentences(
      publishFacts('published', {
        reshaped: ['1', 'latest'].map(tag => ({ tag, platforms: before })),
        tags: [`${name}:1.2.3`, `${name}:1`, `${name}:latest`],
        platforms: now,
      }),
      sharePlan,
    );
  const both = [amd ?? '', arm ?? ''];
  expect(told(['linux/amd64'], both)).toEqual([
    `${name}:1 and ${name}:latest were for linux/amd64, and are for linux/amd64 and linux/arm64 now.`,
  ]);
  expect(told(both, ['linux/amd64'])).toEqual([
    `${name}:1 and ${name}:latest were for linux/amd64 and linux/arm64, and are for linux/amd64 now. Machines of linux/arm64 find nothing there any more: if they should, publish all platforms together, with push: platform.`,
  ]);
});

const publishing: Outcome = { ...green, plan: { ...mainPlan, share: sharePlan, unpublished: '' } };
const red = testFacts(1, { counts: counts({ failed: 1 }) });

test('tests that fail in the share image', () => {
  expect(verifySentence({ ...publishing, shared: { verified: red } })).toBe(
    'The tests do not pass in the share image, as a colleague would run it, so it is not published: Tests failed (1 failed).',
  );
  expect(verifySentence({ ...publishing, shared: { verified: testFacts(0) } })).toBeUndefined();
});

describe('that nothing was published', () => {
  const onlyWritten: Outcome = { ...green, plan: { ...mainPlan, share: { ...sharePlan, file: 'a.tar' } } };
  delete onlyWritten.plan?.share?.registry;
  test.each<[string, Outcome, string | undefined]>([
    ['a push to main', green, undefined],
    ['red', { ...publishing, tests: red }, 'Not published: the tests failed.'],
    ['red, only written to a file', { ...onlyWritten, tests: red }, 'Not written: the tests failed.'],
    [
      'a build',
      { ...publishing, dev: { ...builtDev, failure: { output: '' } } },
      'Not published: the dev stage does not build.',
    ],
    ['an error, which says why', { ...publishing, error: 'No Docker.' }, 'Not published.'],
    ['cancelled', { ...publishing, isCancelled: true }, 'Not published: the run was cancelled.'],
    // These say it themselves.
    ['red in the share image', { ...publishing, shared: { verified: red } }, undefined],
    ['refused', { ...publishing, shared: { published: publishFacts('denied') } }, undefined],
    ['published', { ...publishing, shared: { published: publishFacts('published') } }, undefined],
    [
      'written',
      { ...onlyWritten, shared: { file: { path: 'a.tar', bytes: 1, seconds: 1, platform: 'linux/amd64' } } },
      undefined,
    ],
  ])('%s', (_, outcome, told) => {
    const found = unpublishedSentence(outcome);
    expect(found && render(found, 'job')).toBe(told);
  });
});

describe('why nothing was published', () => {
  test.each<[string, Outcome, string]>([
    ['a push to main', green, 'only a pushed tag or a published release is published'],
    ['an error', { ...publishing, error: 'No Docker.' }, 'No Docker.'],
    ['cancelled', { ...publishing, isCancelled: true }, 'the run was cancelled'],
    ['dev', { ...publishing, dev: { ...builtDev, failure: { output: '' } } }, 'the dev stage does not build'],
    [
      'share',
      { ...publishing, share: { ...builtDev, stage: 'share', failure: { output: '' } } },
      'the share stage does not build',
    ],
    ['red', { ...publishing, tests: red }, 'the tests failed'],
    [
      'red in the share image',
      { ...publishing, shared: { verified: red } },
      'The tests do not pass in the share image, as a colleague would run it, so it is not published: Tests failed (1 failed).',
    ],
    ['published', { ...publishing, shared: { published: publishFacts('published') } }, ''],
    [
      'published before',
      { ...publishing, shared: { published: publishFacts('already-there') } },
      `${name}:1.2.3 is there already, published from this commit: nothing to do.`,
    ],
  ])('%s', (_, outcome, reason) => {
    expect(reasonOf(outcome)).toBe(reason);
  });
});
