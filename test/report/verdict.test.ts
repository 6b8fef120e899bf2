import { describe, expect, test } from 'vitest';
import type { BuildFailure } from '../../src/buildkit/facts.ts';
import type { BuildSecrets } from '../../src/buildkit/secrets.ts';
import type { MountFacts } from '../../src/mount/facts.ts';
import { hasFailed, type Obstacle, type TestFacts } from '../../src/pytest/facts.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import { hiddenPackages } from '../../src/pytest/workdir.ts';
import {
  buildSentence,
  countsInWords,
  hiddenModuleSentence,
  mountSentence,
  testSentence,
} from '../../src/report/verdict.ts';
import { render } from '../../src/text/sentence.ts';
import { builtDev, counts, testFacts } from '../samples.ts';

describe('exit codes that pytest says are its own', () => {
  test.each([
    [0, 'No tests were run.'],
    [
      1,
      'No test failed, but pytest ended with exit code 1: a plugin wanted it so, as pytest-cov does below --cov-fail-under; see the end of the log.',
    ],
    [2, 'pytest stopped before it was through: files could not be collected, or something interrupted it.'],
    [3, 'pytest had an internal error: see the log.'],
    [4, 'pytest could not start: check pytest-args, the pytest configuration and conftest.py.'],
    [5, 'No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args.'],
    [6, 'There were more warnings than --max-warnings allows.'],
    [42, 'pytest ended with exit code 42.'],
  ])('%i', (exitCode, sentence) => {
    expect(render(testSentence(testFacts(exitCode)), 'job')).toBe(sentence);
  });
});

describe('what the report and the exit code say does not agree', () => {
  test('the worse counts', () => {
    const facts = testFacts(0, { counts: counts({ passed: 2, failed: 1 }) });
    expect(render(testSentence(facts), 'job')).toBe(
      "Tests failed, and dev-in-docker counts them although the exit code is 0: something hides pytest's own. If that is meant, mark them with xfail, or set continue-on-error: true on this step (1 failed, 2 passed).",
    );
  });

  test.each<[number, string]>([
    [5, 'No tests were run (2 deselected).'],
    [2, "The exit code is 0, but pytest's own was 2, which something hides: see its output (2 deselected)."],
  ])('pytest meant %i', (exitStatus, sentence) => {
    const facts = testFacts(0, { exitStatus, counts: counts({ deselected: 2 }) });
    expect(render(testSentence(facts), 'job')).toBe(sentence);
  });

  test('pytest said nothing', () => {
    expect(render(testSentence({ ...testFacts(null), exitCode: 0 }), 'job')).toBe(
      'The interpreter ended before pytest was done.',
    );
  });
});

test.each<[string, Partial<ReturnType<typeof testFacts>>, string]>([
  [
    'out of time',
    { exitCode: 137, stoppedAfter: 90 },
    'The tests were stopped after 1 min 30 s, as timeout-minutes says; it was running "a.py::t".',
  ],
  [
    'out of memory',
    { exitCode: 137, isOutOfMemory: true },
    'The tests ran out of memory, and the kernel killed them: run fewer at once, or use a larger runner; it was running "a.py::t".',
  ],
  ['ended by a signal', { exitCode: null }, 'The test run was ended from outside; it was running "a.py::t".'],
])('%s', (_, more, sentence) => {
  const { exitStatus: __, ...results } = { ...testFacts(null).results, lastStarted: 'a.py::t' };
  const facts = { ...testFacts(null), ...more, results };
  expect(render(testSentence(facts), 'job')).toBe(sentence);
});

// The plugin was loaded, so pytest was running, and somebody ended the interpreter.
describe('exit codes of an interpreter that pytest was not done with', () => {
  test.each([
    [0, 'The interpreter ended before pytest was done; it was running "a.py::t".'],
    [1, 'pytest ended with exit code 1; it was running "a.py::t".'],
    [5, 'pytest ended with exit code 5; it was running "a.py::t".'],
    [125, 'pytest ended with exit code 125; it was running "a.py::t".'],
    [126, 'pytest ended with exit code 126; it was running "a.py::t".'],
    [127, 'pytest ended with exit code 127; it was running "a.py::t".'],
    [130, 'pytest ended with exit code 130; it was running "a.py::t".'],
    [
      132,
      'The interpreter met an instruction that this processor does not have (SIGILL): a package was built for another one; it was running "a.py::t".',
    ],
    [134, 'The interpreter gave up (SIGABRT): see the log; it was running "a.py::t".'],
    [
      135,
      'The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set the input shm-size, such as 1 GB; it was running "a.py::t".',
    ],
    [
      137,
      'The test run was killed, most likely for want of memory: run fewer tests at once, or use a larger runner; it was running "a.py::t".',
    ],
    [139, 'The interpreter crashed (segmentation fault) in native code; it was running "a.py::t".'],
    [143, 'The test run was ended from outside (SIGTERM); it was running "a.py::t".'],
  ])('%i', (exitCode, sentence) => {
    const facts = testFacts(exitCode);
    const { exitStatus: _, ...results } = { ...facts.results, lastStarted: 'a.py::t' };
    expect(render(testSentence({ ...facts, results }), 'job')).toBe(sentence);
  });
});

const REPORTLESS =
  "pytest ran without the report's plugin, which PYTHONPATH and DEV_IN_DOCKER_RESULTS bring, so the exit code alone tells how it went";

describe('exit codes of a pytest that the plugin did not reach', () => {
  test.each<[number | null, string, string]>([
    [0, '', `All tests passed; ${REPORTLESS}.`],
    [1, '', `Tests failed; ${REPORTLESS}.`],
    [139, '', `The interpreter crashed (segmentation fault) in native code; ${REPORTLESS}.`],
    [255, '', `pytest ended with exit code 255; ${REPORTLESS}.`],
    [null, '', 'The test run was ended from outside.'],
  ])('%s %s', (exitCode, lastWords, sentence) => {
    const facts: TestFacts = { ...testFacts(exitCode, {}, lastWords), results: readResults(''), sign: 'run' };
    expect(render(testSentence(facts), 'job')).toBe(sentence);
  });

  test.each<[number, string, string]>([
    [0, '', 'No tests were run.'],
    [
      4,
      'ERROR: usage: pytest [options]\npytest: error: unrecognized arguments: --x\n  inifile: None',
      'pytest could not start: check pytest-args, the pytest configuration and conftest.py; it said "unrecognized arguments: --x".',
    ],
  ])('that was asked something else: %s', (exitCode, lastWords, sentence) => {
    const facts: TestFacts = { ...testFacts(exitCode, {}, lastWords), results: readResults(''), sign: 'word' };
    expect(render(testSentence(facts), 'job')).toBe(sentence);
  });
});

test('a pytest without the plugin that did not come to its end, although the exit code is 0', () => {
  const facts: TestFacts = { ...testFacts(0), results: readResults(''), sign: 'begun' };
  expect(render(testSentence(facts), 'job')).toBe('The interpreter ended before pytest was done.');
});

test.each<[number, string, string]>([
  [
    4,
    "ImportError while loading conftest '/app/conftest.py'.\nE   ModuleNotFoundError: No module named 'absent'",
    'absent',
  ],
  [1, 'Traceback (most recent call last):\n  File "x"\nRuntimeError: no settings', 'no settings'],
  [3, 'Error while loading plugin "pytest11".\nRuntimeError: no settings', 'no settings'],
])('a pytest that began and could not start, exit code %i', (exitCode, lastWords, said) => {
  const { exitStatus: _, ...results } = { ...testFacts(exitCode).results, hasRun: false, isCounted: false };
  expect(render(testSentence({ ...testFacts(exitCode, {}, lastWords), results }), 'job')).toMatch(
    new RegExp(`^pytest could not start: check .*; it said ".*${said}.*"\\.$`),
  );
});

test.each([1, 3])('a plugin for an older pytest, exit code %i', exitCode => {
  const { exitStatus: _, ...results } = { ...testFacts(exitCode).results, hasRun: false, pytest: '9.2.0' };
  const lastWords =
    "\u001b[31mpluggy._manager.PluginValidationError: Plugin 'flake8' for hook 'pytest_collect_file'\u001b[0m\nhookimpl definition: pytest_collect_file(path, parent)";
  expect(render(testSentence({ ...testFacts(exitCode, {}, lastWords), results }), 'job')).toBe(
    'The plugin "flake8" does not fit pytest 9.2.0: update its package, remove it, or pin an older pytest.',
  );
});

test('an ENTRYPOINT that is pytest itself', () => {
  const facts = { ...testFacts(4, {}, 'ERROR: file or directory not found: pytest\n'), entrypoint: ['pytest'] };
  expect(render(testSentence(facts), 'job')).toMatch(
    /it said "file or directory not found: pytest"; the dev image's ENTRYPOINT "pytest" gets "pytest" as its arguments: set entrypoint: none\.$/,
  );
});

test.each<[string, string]>([
  ['6.2.5', 'too old for a report, which needs 7 or newer'],
  ['10.0.0', 'newer than the report knows'],
])('pytest %s', (pytest, what) => {
  const facts = testFacts(0, { pytest, isUnknown: true, counts: counts({ passed: 2 }) });
  expect(render(testSentence(facts), 'job')).toBe(
    `All tests passed; pytest ${pytest} is ${what}, so there are its numbers alone (2 passed).`,
  );
});

describe('exit codes where nothing came from pytest', () => {
  test.each([
    [
      125,
      "docker: Error response from daemon: no such image: sha256:1dea.\nSee 'docker run --help'.",
      'Docker could not start the container: docker: Error response from daemon: no such image: sha256:1dea.',
    ],
    [
      125,
      "docker: Error response from daemon: no space left\n\nRun 'docker run --help' for more information",
      'Docker could not start the container: docker: Error response from daemon: no space left.',
    ],
    [125, '', 'Docker could not start the container.'],
    [
      126,
      '[FATAL tini (7)] exec pytest failed: Permission denied',
      'pytest is in the dev image but can not be executed: check the permissions of its file.',
    ],
    [
      127,
      '[FATAL tini (7)] exec pytest failed: No such file or directory',
      'pytest is not on the PATH of the dev image: add it to your packages, with a line "pytest" in requirements.txt, with "uv add --dev pytest" or "poetry add --group dev pytest", or add the folder that has it to PATH with ENV.',
    ],
    [
      127,
      '[FATAL tini (7)] exec /entry.sh failed: No such file or directory',
      'The dev image\'s ENTRYPOINT "/entry.sh" is not in it, or what its first line names is not: correct the ENTRYPOINT in the dev stage, or remove it.',
    ],
    [
      126,
      '[FATAL tini (7)] exec /entry.sh failed: Permission denied',
      'The dev image\'s ENTRYPOINT "/entry.sh" can not be executed: correct the ENTRYPOINT in the dev stage, or remove it.',
    ],
    [
      137,
      '',
      'The test run was killed, most likely for want of memory: run fewer tests at once, or use a larger runner.',
    ],
    [139, '', 'The interpreter crashed (segmentation fault) in native code.'],
    [143, '', 'The test run was ended from outside (SIGTERM).'],
  ])('%s %s', (exitCode, lastWords, sentence) => {
    const entrypoint = lastWords.includes('/entry.sh') ? ['/entry.sh'] : [];
    const facts = { ...testFacts(exitCode, {}, lastWords), results: readResults(''), entrypoint };
    expect(render(testSentence(facts), 'job')).toBe(sentence);
  });
});

test.each([
  [0, 3, 'All tests passed, but what ran after pytest ended with exit code 3; see the end of the log (2 passed).'],
  [1, 2, 'Tests failed, but what ran after pytest ended with exit code 2; see the end of the log (2 passed).'],
  [0, 127, 'All tests passed, but what ran after pytest ended with exit code 127; see the end of the log (2 passed).'],
  [0, 139, 'The interpreter crashed (segmentation fault) in native code (2 passed).'],
])('pytest ended with %i, and something else then with %i', (exitStatus, exitCode, sentence) => {
  const facts = testFacts(exitCode, { exitStatus, counts: counts({ passed: 2 }) });
  expect(render(testSentence(facts), 'job')).toBe(sentence);
});

const closed = { kind: 'closed', folder: '/root', uid: 1001 } as const;
const by = 'can not be reached by the user of the tests (1001), who may not enter /root:';
const opened = 'or open that folder with "RUN chmod 755 /root" in the dev stage.';
test.each<[Obstacle, string]>([
  [
    { ...closed, what: 'workdir', path: '/root/app' },
    `WORKDIR /root/app ${by} choose one that is open to all, such as /usr/src/app, ${opened}`,
  ],
  [
    { ...closed, what: 'program', path: '/root/.local/bin/pytest' },
    `/root/.local/bin/pytest ${by} install it in a folder that is open to all, such as /opt/venv, ${opened}`,
  ],
  [
    { ...closed, what: 'interpreter', path: '/opt/venv/bin/python' },
    `The interpreter of the tests, /opt/venv/bin/python, ${by} install it in a folder that is open to all, for uv with "ENV UV_PYTHON_INSTALL_DIR=/opt/python", ${opened}`,
  ],
  [
    { ...closed, what: 'packages', path: '/root/.local/lib' },
    `The folder of packages /root/.local/lib ${by} install it in a folder that is open to all, such as a virtual environment in /opt/venv, ${opened}`,
  ],
  [{ kind: 'hidden', folder: '/app/.venv' }, hiddenPackages('/app/.venv').message],
])('pytest was not started: %j', (obstacle, sentence) => {
  const facts = testFacts(127);
  const { pytest: _, ...results } = facts.results;
  expect(render(testSentence({ ...facts, results, obstacle }), 'job')).toBe(sentence);
});

test('who has the image one folder deeper than the checkout is told what to set', () => {
  const hidden = { name: 'src', folder: '/app', deeper: 'app' };
  expect(render(hiddenModuleSentence(hidden, '/app'), 'job')).toBe(
    'The tests can\'t import src: the dev image has it in /app, but the checkout that is mounted at /app has it in app, one folder deeper. Set the input env to "PYTHONPATH=/app/app"; or let the image have it there too, with "COPY app app" and "ENV PYTHONPATH=/app/app" in the dev stage.',
  );
});

test('why pytest stopped is told in its own words, where no failure shows it', () => {
  const stopped = { stopped: '!!! KeyboardInterrupt\n!!!' };
  expect(render(testSentence(testFacts(2, stopped)), 'job')).toBe(
    'pytest stopped before it was through: files could not be collected, or something interrupted it; it said "!!! KeyboardInterrupt !!!".',
  );
  const failure = { nodeId: 'a.py', phase: 'collect', message: 'no module', traceback: '' } as const;
  expect(render(testSentence(testFacts(2, { ...stopped, failures: [failure] })), 'job')).toBe(
    'pytest stopped before it was through: files could not be collected, or something interrupted it.',
  );
});

test('a sentence has the counts, and names what ran on one line', () => {
  const facts = testFacts(139, {
    counts: counts({ failed: 1, passed: 2 }),
    exitStatus: 1,
    lastStarted: 'a.py::t[\u001b[31m\nx]',
  });
  expect(render(testSentence(facts), 'job')).toBe(
    'The interpreter crashed (segmentation fault) in native code; it was running "a.py::t[ x]" (1 failed, 2 passed).',
  );
});

test.each([
  [{}, ''],
  [{ passed: 1 }, '1 passed'],
  [{ errors: 1 }, '1 error'],
  [
    { passed: 8, failed: 7, errors: 6, skipped: 5, xfailed: 4, xpassed: 3, deselected: 2, reruns: 1 },
    '7 failed, 6 errors, 8 passed, 5 skipped, 4 xfailed, 3 xpassed, 2 deselected, 1 rerun',
  ],
])('countsInWords %j', (some, words) => {
  expect(countsInWords(counts(some))).toBe(words);
});

test.each<[BuildFailure, string]>([
  [{ output: '' }, 'The dev stage does not build (sub/Dockerfile).'],
  [{ output: '', line: 3 }, 'The dev stage does not build (sub/Dockerfile, line 3).'],
  [
    { output: '', line: 3, instruction: 'RUN pip install -r requirements.txt' },
    'The dev stage does not build: "RUN pip install -r requirements.txt" failed (sub/Dockerfile, line 3).',
  ],
  [{ output: '', instruction: 'RUN a &&\n\tb' }, 'The dev stage does not build: "RUN a && b" failed (sub/Dockerfile).'],
])('buildSentence %j', (failure, sentence) => {
  expect(render(buildSentence({ ...builtDev, failure }, 'sub/Dockerfile'), 'job')).toBe(sentence);
});

test.each<[string, Partial<BuildSecrets>, string]>([
  ['none', {}, ''],
  ['one with a value', { secrets: [{ id: 'a', isEmpty: false, value: 's3cret' }] }, ''],
  [
    'one that is empty',
    {
      secrets: [
        { id: 'token', isEmpty: true, value: '' },
        { id: 'a', isEmpty: false, value: 's3cret' },
      ],
    },
    ' The secret token was empty: GitHub gives none to pull requests from forks and from Dependabot.',
  ],
  [
    'two that are empty',
    {
      secrets: [
        { id: 'token', isEmpty: true, value: '' },
        { id: 'netrc', isEmpty: true, file: '/work/wine/netrc' },
      ],
    },
    ' The secrets token, netrc were empty: GitHub gives none to pull requests from forks and from Dependabot.',
  ],
  [
    'no SSH agent',
    { isAgentMissing: true },
    ' There was no SSH agent for the input ssh: start one in an earlier step, which sets SSH_AUTH_SOCK.',
  ],
])('buildSentence with secrets: %s', (_, some, sentence) => {
  const secrets = { secrets: [], ssh: [], isAgentMissing: false, ...some };
  const facts = { ...builtDev, failure: { output: '', line: 3 } };
  expect(render(buildSentence(facts, 'Dockerfile', secrets), 'job')).toBe(
    `The dev stage does not build (Dockerfile, line 3).${sentence}`,
  );
});

test.each<[string, Partial<MountFacts>, string]>([
  [
    'an entry that is damaged',
    { key: 'k', trouble: 'its header is damaged' },
    'The cached dev image could not be used (its header is damaged), which costs time only: the image was built.',
  ],
  [
    'a service that does not answer',
    { trouble: 'connect ECONNREFUSED' },
    'The cached dev image could not be looked up (connect ECONNREFUSED), which costs time only: the image was built.',
  ],
  [
    'an entry that was lost in mid-run',
    { key: 'k', trouble: 'the entry is gone', hasStarted: true },
    'The cached dev image could not be used (the entry is gone), which costs time only: the tests were run once more, in an image that was built.',
  ],
  [
    'a base image that moved',
    { key: 'k', trouble: 'the base image python:3.13 has changed', isOutdated: true, hasStarted: true },
    'The base image python:3.13 has changed since the dev image was cached: the tests were run once more, in an image that was built.',
  ],
])('mountSentence: %s', (_, facts, sentence) => {
  expect(
    mountSentence({ isUsed: false, isOutdated: false, hasStarted: false, seconds: 1, notices: [], ...facts }),
  ).toBe(sentence);
});

describe('a shard', () => {
  const of = (facts: Partial<TestFacts>) => ({ ...testFacts(0, {}), ...facts });
  const shard = { index: 2, total: 4, by: 'times' as const, times: '', suite: '', collected: 1, kept: 0 };

  test('in whose place the whole suite ran is red, and says why', () => {
    const tests = of({ wanted: { index: 2, total: 4 } });
    expect(hasFailed(tests)).toBe(true);
    expect(render(testSentence(tests), 'job')).toMatch(
      /^The whole suite ran in place of shard 2\/4, as pytest ran without the plugin that picks a shard's tests/,
    );
  });

  test('that has no tests says so', () => {
    expect(render(testSentence(of({ shard: { facts: shard, suite: ['a'] } })), 'job')).toBe(
      'This shard has no tests, as the suite has 1 for 4 shards.',
    );
  });
});
