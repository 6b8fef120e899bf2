import { describe, expect, test } from 'vitest';
import { readResults } from '../../src/pytest/read-results.ts';
import type { Failure } from '../../src/pytest/results.ts';
import type { Annotation, Outcome } from '../../src/report/outcome.ts';
import { makeReport, type Outputs, outputNames } from '../../src/report/report.ts';
import type { PublishFacts } from '../../src/share/facts.ts';
import { builtDev, counts, green, mainPlan, mounted, publishFacts, sharePlan, testFacts } from '../samples.ts';

const failure = (number: number, more: Partial<Failure> = {}): Failure => ({
  nodeId: `tests/test_wine.py::test_${number}`,
  phase: 'call',
  message: `assert ${number} == 0`,
  traceback: `E  assert ${number} == 0`,
  path: '/usr/src/app/tests/test_wine.py',
  line: number,
  ...more,
});
const failures = (number: number) => Array.from({ length: number }, (_, index) => failure(index + 1));
const red = (number: number, more: Partial<Outcome> = {}): Outcome => ({
  ...green,
  tests: testFacts(1, { counts: counts({ failed: number, passed: 3 }), failures: failures(number) }),
  ...more,
});
const ours = (message: string, more: Partial<Annotation> = {}): Annotation => ({
  level: 'error',
  message,
  title: 'dev-in-docker',
  ...more,
});
const single = (number: number, more: Partial<Annotation> = {}): Annotation => ({
  level: 'error',
  message: `assert ${number} == 0`,
  title: `tests/test_wine.py::test_${number}`,
  file: 'tests/test_wine.py',
  line: number,
  ...more,
});
const publishing: Outcome = {
  ...green,
  plan: { ...mainPlan, cache: { off: 'a tag' }, share: sharePlan },
  restored: undefined,
  share: { ...builtDev, stage: 'share' },
};
const published = (outcome: PublishFacts['outcome'], more: Partial<PublishFacts> = {}): Pick<Outcome, 'shared'> => ({
  shared: { published: publishFacts(outcome, { detail: 'no such host', ...more }) },
});
const failedBuild: Outcome = {
  ...green,
  dockerfile: 'sub/Dockerfile',
  dev: {
    stage: 'dev',
    steps: [],
    seconds: 2,
    failure: { instruction: 'RUN pip install numpi', line: 7, output: 'No matching distribution\nfor numpi' },
  },
};
const { tests: _, image: __, ...failedBuildWithoutTests } = failedBuild;
const early: Outcome = {
  leg: '',
  dockerfile: 'Dockerfile',
  context: '.',
  repository: '',
  isCancelled: false,
  error: 'No Docker.',
};

test('red tests that may have wanted files instead of pointers', () => {
  const { annotations } = makeReport({ ...red(1), pointers: ['data/a.csv'] });
  const message =
    'data/a.csv is a Git LFS pointer, not the file itself: write "lfs: true" under "with:" of actions/checkout.';
  expect(annotations.slice(1)).toEqual([{ level: 'notice', message, title: 'dev-in-docker' }]);
});

test('what to do about what is missing is a notice, and stands in the log', () => {
  const tests = testFacts(1, {
    counts: counts({ failed: 1 }),
    failures: [failure(1, { message: 'sh: git: not found' })],
  });
  const { annotations, lines } = makeReport({ ...green, tests });
  const message =
    'git is not in the dev image: install git from Debian, with these lines near the top of the dev stage.\n\nRUN apt-get update && apt-get install --yes --no-install-recommends \\\n    git && rm -rf /var/lib/apt/lists/*';
  expect(annotations.slice(1)).toEqual([{ level: 'notice', message, title: 'dev-in-docker' }]);
  expect(lines).toContain(message);
});

describe('annotations', () => {
  test.each<[string, Outcome, Annotation[]]>([
    ['green', green, []],
    ['one red test', red(1), [single(1)]],
    ['nine red tests', red(9), [1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => single(number))],
    [
      'ten red tests',
      red(10),
      [
        ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => single(number)),
        ours('1 more failure is in the summary and the log.'),
      ],
    ],
    [
      'more failures than were read',
      { ...green, tests: testFacts(1, { counts: counts({ failed: 400, errors: 5 }), failures: failures(12) }) },
      [
        ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => single(number)),
        ours('396 more failures are in the summary and the log.'),
      ],
    ],
    [
      'more failures than there is room for, with the same error',
      {
        ...green,
        tests: testFacts(1, {
          counts: counts({ failed: 12 }),
          failures: failures(12).map((failed, index) => (index === 1 ? failed : { ...failed, message: 'KeyError: 1' })),
        }),
      },
      [
        ours(
          `11 failures with this error: KeyError: 1\n\n${[1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(number => `tests/test_wine.py::test_${number}`).join('\n')}`,
          { title: 'tests/test_wine.py::test_1', file: 'tests/test_wine.py', line: 1 },
        ),
        single(2),
      ],
    ],
    [
      'no annotations wanted',
      red(3, { plan: { ...mainPlan, report: { ...mainPlan.report, annotations: false } } }),
      [],
    ],
    [
      'files that can not be collected',
      {
        ...green,
        tests: testFacts(2, { counts: counts({ errors: 1 }), failures: [failure(1, { phase: 'collect' })] }),
      },
      [
        ours(
          'pytest stopped before it was through: files could not be collected, or something interrupted it (1 error).',
        ),
        single(1),
      ],
    ],
    [
      'no tests',
      { ...green, tests: testFacts(5) },
      [ours('No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args.')],
    ],
    [
      'a leg of a matrix',
      red(1, { leg: '3.12, numpy' }),
      [single(1, { title: 'tests/test_wine.py::test_1 (3.12, numpy)' })],
    ],
    ['a context below the checkout', red(1, { context: 'sub' }), [single(1, { file: 'sub/tests/test_wine.py' })]],
    [
      'a repository that is checked out to a folder',
      red(1, { context: 'code/sub', repository: 'code' }),
      [single(1, { file: 'sub/tests/test_wine.py' })],
    ],
    [
      'a context of another repository',
      red(1, { context: 'data', repository: undefined }),
      [{ level: 'error', message: 'assert 1 == 0', title: 'tests/test_wine.py::test_1' }],
    ],
    [
      'a build that fails in a repository that is checked out to a folder',
      { ...failedBuildWithoutTests, repository: 'sub' },
      [
        ours(
          'The dev stage does not build: "RUN pip install numpi" failed (sub/Dockerfile, line 7).\n\nNo matching distribution\nfor numpi',
          { file: 'Dockerfile', line: 7 },
        ),
      ],
    ],
    [
      'a failure in a library',
      {
        ...green,
        tests: testFacts(1, { counts: counts({ failed: 1 }), failures: [failure(1, { path: '/opt/venv/x.py' })] }),
      },
      [{ level: 'error', message: 'assert 1 == 0', title: 'tests/test_wine.py::test_1' }],
    ],
    [
      'a build that fails',
      failedBuildWithoutTests,
      [
        ours(
          'The dev stage does not build: "RUN pip install numpi" failed (sub/Dockerfile, line 7).\n\nNo matching distribution\nfor numpi',
          { file: 'sub/Dockerfile', line: 7 },
        ),
      ],
    ],
    ['an early error', early, [ours('No Docker.')]],
    ['an early error in a leg', { ...early, leg: 'a' }, [ours('No Docker.', { title: 'dev-in-docker (a)' })]],
    ['cancelled in the build', { ...failedBuildWithoutTests, isCancelled: true }, []],
    ['cancelled in the tests', { ...red(3), isCancelled: true }, []],
    ['published', { ...publishing, ...published('published') }, []],
    [
      'not published',
      { ...publishing, ...published('failed') },
      [ours('ghcr.io/octo/wine:1.2.3 could not be pushed: no such host')],
    ],
    [
      'git in what is built, published or not',
      {
        ...green,
        dev: { ...builtDev, keptOut: ['.git/config'] },
        share: { ...builtDev, keptOut: ['.git/config', '.git/modules/a/config'] },
        gitInShare: { paths: ['.git'], bytes: 25_000, isSure: true },
      },
      [
        ours(
          'No image gets .git/config and .git/modules/a/config, since they hold a credential: add the line ".git" to .dockerignore, or write "persist-credentials: false" under "with:" of actions/checkout.',
          { level: 'notice' },
        ),
        ours(
          'The share image has .git (25 kB): add the line ".git" to .dockerignore, unless somebody needs it there.',
          { level: 'notice' },
        ),
      ],
    ],
    [
      'notices',
      {
        ...green,
        plan: { ...mainPlan, notices: ['There is no requirements.txt.'] },
        restored: { key: 'k', isExact: true, bytes: 0, seconds: 0, trouble: 'the service\u0007 is down' },
        saved: { run: { bytes: 0, seconds: 0, trouble: 'no room' } },
        leg: 'a',
      },
      [
        { level: 'notice', message: 'There is no requirements.txt.', title: 'dev-in-docker (a)' },
        {
          level: 'notice',
          message: 'The cache did not work, which costs time only: the service is down; no room.',
          title: 'dev-in-docker (a)',
        },
      ],
    ],
  ])('%s', (_, outcome, annotations) => {
    expect(makeReport(outcome).annotations).toEqual(annotations);
  });

  test('never more than ten, whatever else went wrong', () => {
    for (const exitCode of [1, 2, 139]) {
      const share = { ...builtDev, stage: 'share', failure: { output: 'x' } };
      const tests = testFacts(exitCode, { counts: counts({ failed: 50 }), failures: failures(50) });
      const { annotations } = makeReport({ ...publishing, share, tests });
      expect(annotations).toHaveLength(10);
      expect(annotations[0]?.message).toMatch(/^The share stage does not build/);
      expect(annotations.at(-1)?.message).toMatch(/^\d+ more failures are in the summary/);
    }
  });

  test('long messages keep both ends, within what the runner lets through', () => {
    const message = `start ${'x'.repeat(30_000)} end`;
    const outcome = { ...green, tests: testFacts(1, { failures: [failure(1, { message })] }) };
    const shown = makeReport(outcome).annotations[0]?.message ?? '';
    expect(shown.length).toBeLessThanOrEqual(4096);
    expect(shown).toMatch(/^start x+\n… cut …\nx+ end$/);
  });
});

describe('outputs', () => {
  const none = { failed: '0', errors: '0', skipped: '0', xfailed: '0', xpassed: '0', flaky: '0', duration: '3.0' };
  const noTests = { total: '0', passed: '0', ...none };
  const built = {
    ...{ conclusion: 'success', 'exit-code': '0', 'image-id': 'sha256:1dea', published: 'false' },
    ...{ ...none, total: '3', passed: '3' },
  } as const;
  const nothing: Outputs = {
    conclusion: 'failure',
    'exit-code': '',
    total: '',
    passed: '',
    failed: '',
    errors: '',
    skipped: '',
    xfailed: '',
    xpassed: '',
    flaky: '',
    duration: '',
    'image-id': '',
    'cache-hit': '',
    'cache-key': '',
    published: 'false',
    image: '',
    version: '',
    tags: '',
    digest: '',
    // test/report/publishing.test.ts has all of them.
    reason: expect.any(String),
  };
  const unknown = { total: '', passed: '', failed: '', errors: '', skipped: '', xfailed: '', xpassed: '', flaky: '' };
  const notRun = { ...unknown, 'exit-code': '', duration: '' };
  const hit = { 'cache-hit': 'true', 'cache-key': 'the-key' };
  const image = {
    image: 'ghcr.io/octo/wine@sha256:d1',
    version: '1.2.3',
    tags: 'ghcr.io/octo/wine:1.2.3\nghcr.io/octo/wine:1.2',
    digest: 'sha256:d1',
  };
  const digest = { digest: 'sha256:d1', tags: ['ghcr.io/octo/wine:1.2.3', 'ghcr.io/octo/wine:1.2'] };

  test.each<[string, Outcome, Partial<Outputs>]>([
    ['green', green, { ...built, ...hit }],
    [
      'other requirements',
      {
        ...green,
        restored: { key: 'old', isExact: false, bytes: 1, seconds: 1 },
        saved: { run: { key: 'new', bytes: 1, seconds: 1 } },
      },
      { ...built, 'cache-hit': 'false', 'cache-key': 'new' },
    ],
    ['no entry', { ...green, restored: { isExact: false, bytes: 0, seconds: 1 } }, { ...built, 'cache-hit': 'false' }],
    ['no cache', { ...green, restored: undefined }, built],
    [
      'mounted',
      { ...green, restored: undefined, mounted },
      { ...built, 'cache-hit': 'true', 'cache-key': 'the-run-key' },
    ],
    [
      'a damaged entry',
      { ...green, restored: { key: 'the-key', isExact: false, bytes: 1, seconds: 1, trouble: 'the entry is damaged' } },
      { ...built, 'cache-hit': 'false' },
    ],
    ['red', red(2), { ...built, ...hit, conclusion: 'failure', 'exit-code': '1', total: '5', failed: '2' }],
    [
      'every count',
      {
        ...green,
        tests: testFacts(1, {
          counts: counts({
            passed: 1,
            failed: 2,
            errors: 3,
            skipped: 4,
            xfailed: 5,
            xpassed: 6,
            deselected: 7,
            reruns: 8,
          }),
          flaky: [{ nodeId: 'a', reruns: 1, message: '' }],
        }),
      },
      {
        ...{ ...built, ...hit, conclusion: 'failure', 'exit-code': '1', total: '21', passed: '1', failed: '2' },
        ...{ errors: '3', skipped: '4', xfailed: '5', xpassed: '6', flaky: '1' },
      },
    ],
    [
      'ended with exit code 0 before pytest was done',
      { ...green, tests: { ...testFacts(null), exitCode: 0 } },
      { ...built, ...noTests, ...hit, conclusion: 'failure' },
    ],
    [
      'an ENTRYPOINT that swallows pytest',
      { ...green, tests: { ...testFacts(0), results: readResults(''), entrypoint: ['app'] } },
      { ...built, ...hit, ...notRun, conclusion: 'failure' },
    ],
    [
      'no pytest in the image',
      { ...green, tests: { ...testFacts(127), results: readResults('') } },
      { ...built, ...hit, ...notRun, conclusion: 'failure' },
    ],
    [
      'a pytest that the plugin did not reach',
      { ...green, tests: { ...testFacts(0), results: readResults(''), sign: 'run' } },
      { ...built, ...hit, ...notRun, 'exit-code': '0', duration: '3.0' },
    ],
    [
      'a pytest that could not start',
      { ...green, tests: testFacts(4, { hasRun: false, isCounted: false }) },
      { ...built, ...hit, ...notRun, conclusion: 'failure', 'exit-code': '4', duration: '3.0' },
    ],
    [
      'a pytest that is too old for a report',
      { ...green, tests: testFacts(0, { isUnknown: true, counts: counts({ passed: 3 }) }) },
      { ...built, ...hit, flaky: '' },
    ],
    [
      'ended by a signal',
      { ...green, tests: testFacts(null) },
      { ...built, ...noTests, ...hit, conclusion: 'failure', 'exit-code': '' },
    ],
    ['a build that fails', failedBuildWithoutTests, hit],
    ['an early error', early, {}],
    ['cancelled', { ...green, isCancelled: true }, { ...built, ...hit, conclusion: 'failure' }],
    ['published', { ...publishing, ...published('published', digest) }, { ...built, ...image, published: 'true' }],
    ['published before', { ...publishing, ...published('already-there', digest) }, { ...built, ...image }],
    ['taken', { ...publishing, ...published('taken', digest) }, { ...built, conclusion: 'failure' }],
    ['denied', { ...publishing, ...published('denied') }, { ...built, conclusion: 'failure' }],
    ['no login', { ...publishing, ...published('login-failed') }, { ...built, conclusion: 'failure' }],
    [
      'a share stage that does not build',
      { ...publishing, share: { ...builtDev, failure: { output: '' } } },
      { ...built, conclusion: 'failure' },
    ],
  ])('%s', (_, outcome, expected) => {
    const { outputs, conclusion } = makeReport(outcome);
    expect(outputs).toEqual({ ...nothing, ...expected });
    expect(Object.keys(outputs)).toEqual([...outputNames]);
    expect(conclusion).toBe(outputs.conclusion);
  });
});

test.each<[string, Outcome, string[]]>([
  ['green', green, ['All tests passed (3 passed).']],
  ['red', red(2), ['Tests failed (2 failed, 3 passed).']],
  ['early', early, []],
  ['cancelled', { ...green, isCancelled: true }, []],
  [
    'published, with a notice',
    { ...publishing, plan: { ...mainPlan, share: sharePlan, notices: ['N.'] }, ...published('already-there') },
    [
      'All tests passed (3 passed).',
      'ghcr.io/octo/wine:1.2.3 is there already, published from this commit: nothing to do.',
      'N.',
    ],
  ],
])('last lines of the log: %s', (_, outcome, lines) => {
  expect(makeReport(outcome).lines).toEqual(lines);
});
