import { describe, expect, test } from 'vitest';
import { input } from '../../src/inputs/options.ts';
import type { TestFacts } from '../../src/pytest/facts.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import { type Look, terminalReport } from '../../src/report/terminal.ts';
import { type Sentence, sentence } from '../../src/text/sentence.ts';
import { words } from '../../src/text/words.ts';
import { counts, defaultInputs, green, hostileTexts, mainPlan, testFacts } from '../samples.ts';
import { failure } from './places.ts';

const look: Look = {
  isQuiet: false,
  style: (format, text) => (format === 'bold' || format === 'dim' ? text : `<${format}>${text}</>`),
  place: file => `../${file}`,
};
const lines = (tests: TestFacts, more: Partial<Outcome> = {}, notices: Sentence[] = [], isQuiet = false): string[] =>
  terminalReport({ ...green, typed: defaultInputs, tests, ...more }, tests, notices, { ...look, isQuiet });
const bad = failure({
  nodeId: 'tests/a.py::test_bad',
  path: '/usr/src/app/tests/a.py',
  line: 8,
  message: 'assert 3 == 4\n +  where 3 = sum([1, 2])',
});
const red = (failures = [bad], more: Partial<TestFacts['results']> = {}) =>
  testFacts(1, { counts: counts({ failed: failures.length, passed: 3 }), failures, rootdir: '/usr/src/app', ...more });

describe('what a person reads', () => {
  test('green', () => {
    expect(lines(testFacts(0, { counts: counts({ passed: 3, skipped: 1 }) }))).toEqual([
      '',
      '<green>✓ 3 passed, 1 skipped in 3.0 s</>',
    ]);
  });

  test('green and quiet', () => {
    expect(lines(testFacts(0, { counts: counts({ passed: 3 }) }), {}, [], true)).toEqual([
      '<green>✓ 3 passed in 3.0 s</>',
    ]);
  });

  test('what to do comes last but for the verdict, in lines to copy', () => {
    const facts = red([failure({ message: 'sh: 1: git: not found' })]);
    const told = lines({ ...facts, unmetImports: [{ name: 'wine', kind: 'elsewhere', folder: 'src' }] });
    expect(told.slice(-6)).toEqual([
      '<yellow>git is not in the dev image: install git from Debian, with these lines near the top of the dev stage.</>',
      '  RUN apt-get update && apt-get install --yes --no-install-recommends \\',
      '      git && rm -rf /var/lib/apt/lists/*',
      '<yellow>wine is in the project, in "src", where Python does not look: write "pythonpath = src" into pytest\'s settings, in pyproject.toml as "pythonpath = [\'src\']".</>',
      '',
      '<red>✗ 1 failed, 3 passed in 3.0 s</>',
    ]);
  });

  test('all at once', () => {
    const setup = failure({
      nodeId: 'tests/a.py::T::test_setup[x y]',
      phase: 'setup',
      path: '/usr/src/app/tests/helper.py',
      line: 3,
      message: 'RuntimeError: no database',
    });
    const { path: _, line: __, ...nowhere } = failure({ nodeId: 'tests/b.py', phase: 'collect', message: '' });
    const tests = red([bad, setup, nowhere], {
      counts: counts({ failed: 1, errors: 2, passed: 3, reruns: 1 }),
      slowest: [
        { nodeId: 'tests/a.py::test_slow', setup: 10, call: 2, teardown: 0 },
        { nodeId: 'tests/a.py::test_less', setup: 0, call: 0.3, teardown: 0 },
        { nodeId: 'tests/a.py::test_quick', setup: 0, call: 0.09, teardown: 0 },
      ],
      flaky: [{ nodeId: 'tests/a.py::test_flaky', reruns: 1, message: 'first time' }],
    });
    expect(lines(tests, {}, [sentence`See ${input('env')}, which is\nodd in the ${words.checkout}.`])).toEqual([
      '',
      'Slowest 2 tests',
      '  12.0 s  tests/a.py::test_slow',
      '  300 ms  tests/a.py::test_less',
      '',
      'Flaky: failed, and passed when repeated',
      '  <yellow>tests/a.py::test_flaky</> passed on try 2',
      '    first time',
      '',
      '<yellow>See the option --env, which is odd in the project.</>',
      '',
      'Failed',
      '  <cyan>../tests/a.py:8</>  test_bad',
      '    <red>assert 3 == 4</>',
      '  <cyan>../tests/helper.py:3</>  tests/a.py::T::test_setup[x y]  error at setup',
      '    <red>RuntimeError: no database</>',
      '  tests/b.py  could not be collected',
      '',
      'Run only these again',
      "  dev-in-docker test tests/a.py::test_bad 'tests/a.py::T::test_setup[x y]' tests/b.py",
      '',
      '<red>✗ 1 failed, 2 errors, 3 passed, 1 rerun, 1 flaky in 3.0 s</>',
    ]);
  });

  test('as many slow tests as were asked for', () => {
    const slow = (nodeId: string) => ({ nodeId, setup: 0, call: 1, teardown: 0 });
    const tests = testFacts(0, { counts: counts({ passed: 3 }), slowest: [slow('a'), slow('b')] });
    const report = { ...mainPlan.report, slowest: 1 };
    expect(lines(tests, { plan: { ...mainPlan, report } }).slice(0, 3)).toEqual(['', 'Slowest test', '  1.0 s  a']);
    expect(lines(tests, { plan: { ...mainPlan, report: { ...report, slowest: 0 } } })).toHaveLength(2);
  });

  test('many failures: pytest knows which they were, if it could write that down', () => {
    const many = Array.from({ length: 22 }, (_, index) => failure({ nodeId: `a.py::t${index}`, message: 'x' }));
    const text = lines(red(many, { remembers: true }));
    expect(text.filter(line => line.endsWith('<red>x</>'))).toHaveLength(20);
    expect(text.slice(-6)).toEqual([
      '  and 2 more, above',
      '',
      'Run only these again',
      '  dev-in-docker test --last-failed',
      '',
      '<red>✗ 22 failed, 3 passed in 3.0 s</>',
    ]);
    expect(lines(red(many)).at(-3)).toBe('  dev-in-docker test a.py::t0 a.py::t1 a.py::t2 a.py::t3 a.py::t4');
  });
});

describe('the last line', () => {
  test.each<[string, TestFacts, Partial<Outcome>, string | undefined]>([
    ['help, or a list of tests', testFacts(0), {}, undefined],
    [
      'Ctrl-C',
      testFacts(2, { counts: counts({ passed: 1 }), stopped: 'KeyboardInterrupt' }),
      {},
      '<red>✗ Interrupted: 1 passed in 3.0 s</>',
    ],
    ['a second one', testFacts(137), { isCancelled: true }, '<red>✗ Interrupted: nothing was tested in 3.0 s</>'],
    [
      'files that were not collected',
      testFacts(2, { counts: counts({ errors: 1 }), failures: [failure({ phase: 'collect' })] }),
      {},
      '<red>✗ pytest stopped before it was through: files could not be collected, or something interrupted it (1 error).</>',
    ],
    [
      'no tests',
      testFacts(5),
      {},
      '<red>✗ No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args.</>',
    ],
    [
      'a hidden failure',
      testFacts(0, { counts: counts({ failed: 1 }), failures: [bad] }),
      {},
      "<red>✗ Tests failed, and dev-in-docker counts them although the exit code is 0: something hides pytest's own. If that is meant, mark them with xfail (1 failed).</>",
    ],
    [
      'a pytest that is too old for a report',
      testFacts(1, { pytest: '6.2.5', isUnknown: true, counts: counts({ failed: 1, passed: 1 }) }),
      {},
      '<red>✗ Tests failed; pytest 6.2.5 is too old for a report, which needs 7 or newer, so there are its numbers alone (1 failed, 1 passed).</>',
    ],
    [
      'a pytest that the plugin did not reach',
      { ...testFacts(0), results: readResults(''), sign: 'run' },
      {},
      "<green>✓ All tests passed; pytest ran without the report's plugin, which PYTHONPATH and DEV_IN_DOCKER_RESULTS bring, so the exit code alone tells how it went.</>",
    ],
    [
      'its version, of one that loads no plugin for that',
      { ...testFacts(0), results: readResults(''), sign: 'word', command: ['pytest', '--version'] },
      {},
      undefined,
    ],
    [
      'a test whose name has words of ours in it',
      testFacts(null, { lastStarted: 'tests/a.py::test[Input file in the checkout, see the log]' }),
      {},
      '<red>✗ The test run was ended from outside; it was running "tests/a.py::test[Input file in the checkout, see the log]".</>',
    ],
  ])('%s', (_, tests, more, expected) => {
    expect(lines(tests, more).at(-1)).toBe(expected);
  });
});

test.each(hostileTexts)('foreign text does nothing to a terminal: %j', text => {
  const tests = red([failure({ nodeId: text, message: text })], {
    flaky: [{ nodeId: text, reruns: 1, message: text }],
  });
  for (const line of lines(tests)) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    expect(line.length).toBeLessThan(1200);
  }
});
