import { describe, expect, test } from 'vitest';
import { noInputs } from '../../src/inputs/names.ts';
import { formatLeg } from '../../src/legs/format-leg.ts';
import { readLeg } from '../../src/legs/read-leg.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import { isAllInReport, legLine, makeLeft, unleftSentence, unpublishableSentence } from '../../src/report/leg.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import { makeReport } from '../../src/report/report.ts';
import type { PublishFacts } from '../../src/share/facts.ts';
import { counts, green, mainPlan, publishFacts, pushToMain, sharePlan, testFacts } from '../samples.ts';
import { failure, red, unbuilt, untested } from './places.ts';

const context = { ...pushToMain, sha: 'c0ffee0' };
const leftBy = (outcome: Outcome) =>
  makeLeft(outcome, makeReport(outcome), context, {
    index: 1,
    total: 3,
    matrix: [{ name: 'python', value: '3.13' }],
    seconds: 12.5,
  });

const failedBuild: Outcome = {
  ...unbuilt,
  dev: { stage: 'dev', steps: [], seconds: 2, failure: { instruction: 'RUN pip', line: 7, output: 'No match' } },
};

test('a green leg has its place, its numbers and what took how long', () => {
  const tests = testFacts(0, {
    counts: counts({ passed: 2, skipped: 1 }),
    python: '3.13.1',
    outcomes: new Map([
      ['a.py::t', 'passed'],
      ['a.py::u', 'skipped'],
    ]),
    // Of a test that was skipped when it was run first, too.
    whys: new Map([
      ['a.py::t', 'not yet'],
      ['a.py::u', 'no network'],
    ]),
    timings: new Map([['a.py::t', { nodeId: 'a.py::t', setup: 0.1, call: 0.2, teardown: 0 }]]),
    testSeconds: 0.3,
  });
  const { leg, tests: all } = leftBy({ ...green, leg: '3.13', tests });
  expect(leg).toMatchObject({
    repository: 'Octo/Wine',
    runId: '17600000042',
    attempt: 1,
    job: 'pytest',
    index: 1,
    total: 3,
    matrix: [{ name: 'python', value: '3.13' }],
    conclusion: 'success',
    sentence: '',
    runner: 'Linux X64',
    python: '3.13.1',
    pytest: '9.0.0',
    seconds: 12.5,
    testSeconds: 0.3,
    exitCode: 0,
  });
  expect(all).toEqual([
    { nodeId: 'a.py::t', outcome: 'passed', seconds: 0.3 },
    { nodeId: 'a.py::u', outcome: 'skipped', reason: 'no network', seconds: 0 },
  ]);
});

test('an image that was pushed for its platform is named', () => {
  const digest = `sha256:${'0a'.repeat(32)}`;
  const plan = { ...mainPlan, share: { ...sharePlan, isPart: true } };
  const pushed = (outcome: PublishFacts['outcome']) =>
    leftBy({ ...green, plan, shared: { published: publishFacts(outcome, { digest, platforms: ['linux/arm64'] }) } })
      .leg;
  const image = { name: 'ghcr.io/octo/wine', version: '1.2.3', platform: 'linux/arm64', digest };
  expect(pushed('part').image).toEqual(image);
  expect(readLeg(formatLeg(pushed('part'))).image).toEqual(image);
  expect(pushed('published').image).toBeUndefined();
  expect(unpublishableSentence('Forbidden.\nsee')).toMatch(
    /names it: Forbidden\. Re-run this job; on a server without/,
  );
});

test('a failure has its place in the repository', () => {
  const path = '/usr/src/app/tests/test_a.py';
  const { leg } = leftBy({
    ...red([failure({ path, line: 3 }), failure({ path: '/usr/lib/python3/x.py' })]),
    context: 'sub',
  });
  expect(leg).toMatchObject({ conclusion: 'failure', sentence: expect.stringMatching(/^Tests failed/), exitCode: 1 });
  expect(leg.failures.map(({ file }) => file)).toEqual(['sub/tests/test_a.py', undefined]);
  expect(leg.failures[0]).not.toHaveProperty('path');
});

test.each<[string, Outcome, RegExp]>([
  ['whose image was not built', failedBuild, /^The dev stage does not build: /],
  ['that could not begin', { ...untested, error: 'No Docker.' }, /^No Docker\.$/],
])('a leg %s says why, in one sentence', (_, outcome, sentence) => {
  const { leg, tests } = leftBy(outcome);
  expect(leg).toMatchObject({ conclusion: 'failure', exitCode: null, isCounted: false });
  expect(leg.sentence).toMatch(sentence);
  expect(leg.sentence).not.toContain('\n');
  expect(tests).toEqual([]);
});

test('all of them can be read back', () => {
  for (const outcome of [green, red([failure()]), failedBuild]) {
    const { leg } = leftBy(outcome);
    expect(readLeg(formatLeg(leg))).toEqual(leg);
  }
});

test('values that the tests were given are not in it, except short ones', () => {
  const environment = { PASSWORD: 'correct horse', KEY: 'BEGIN KEY\nbattery staple\nEND KEY', CI: 'true' };
  const message = "login('correct horse', 'battery staple', 'ghs_0123456789') is true";
  const tests = testFacts(1, {
    counts: counts({ failed: 1 }),
    failures: [failure({ message, traceback: message })],
    flaky: [{ nodeId: 'a', reruns: 1, message }],
    reasons: [{ outcome: 'skipped', reason: message, count: 1 }],
    outcomes: new Map([['b', 'skipped']]),
    whys: new Map([['b', message]]),
    warnings: [{ category: 'UserWarning', message, count: 1 }],
  });
  const { leg, tests: all } = leftBy({
    ...green,
    tests,
    typed: { ...noInputs, 'github-token': 'ghs_0123456789' },
    plan: { ...mainPlan, test: { ...mainPlan.test, environment } },
  });
  expect(leg.failures[0]?.message).toBe("login('***', '***', '***') is true");
  expect(JSON.stringify([leg, all])).not.toMatch(/horse|battery|ghs_/);
});

describe('the page of a leg', () => {
  test.each<[string, Outcome, boolean]>([
    ['green tests', green, true],
    ['red tests', red([failure()]), true],
    ['no image', failedBuild, false],
    ['no tests', { ...untested, error: 'No Docker.' }, false],
    ['an image that is published', { ...green, shared: {} }, false],
    ['no pytest', { ...green, tests: { ...testFacts(127), results: readResults('') } }, false],
  ])('with %s: all of it is in the report of all, or not', (_, outcome, isAll) => {
    expect(isAllInReport(outcome)).toBe(isAll);
  });

  test('is a line with its numbers where it is', () => {
    const outcome = { ...green, leg: '3.13' };
    expect(legLine(outcome, false)).toBe(
      '<h3>✅ pytest (3.13): 3 passed · 3.0 s</h3>\n\n<p>The rest is on the page of the job that reports on all legs.</p>\n\n',
    );
    expect(legLine(red([failure()]), true)).toContain('<h3>❌ pytest: 1 failed');
  });
});

test('why nothing could be left is one line without what lets somebody in', () => {
  expect(unleftSentence('Failed to PUT https://blob/a?sig=s3cret\n  at line 3')).toBe(
    'The report of all legs will lack this one, as its artifact could not be uploaded: Failed to PUT https://blob/a?….',
  );
});
