import { describe, expect, test } from 'vitest';
import type { TestFacts } from '../../src/pytest/facts.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import { testSentence } from '../../src/report/verdict.ts';
import { render } from '../../src/text/sentence.ts';
import { testFacts } from '../samples.ts';

/** A run in which nothing came from pytest. */
function silent(exitCode: number | null, lastWords: string, more: Partial<TestFacts> = {}): TestFacts {
  return { ...testFacts(exitCode, {}, lastWords), results: readResults(''), ...more };
}

const app = { entrypoint: ['python', 'app.py'] };
const notThere =
  'pytest is not on the PATH of the dev image: add it to your packages, with a line "pytest" in requirements.txt, with "uv add --dev pytest" or "poetry add --group dev pytest", or add the folder that has it to PATH with ENV.';

describe('what ended where pytest never began', () => {
  test.each<[string, TestFacts, string]>([
    [
      'an ENTRYPOINT that swallows pytest',
      silent(0, '', app),
      'pytest did not run: the dev image\'s ENTRYPOINT "python app.py", which gets "pytest" as its arguments, ended with exit code 0. Let it end in exec "$@", set it in the share stage only, or set entrypoint: none.',
    ],
    [
      'one that knows no such argument',
      silent(2, 'usage: app.py [-h]\napp.py: error: unrecognized arguments: pytest', app),
      'pytest did not run: the dev image\'s ENTRYPOINT "python app.py", which gets "pytest" as its arguments, ended with exit code 2; it said "app.py: error: unrecognized arguments: pytest". Let it end in exec "$@", set it in the share stage only, or set entrypoint: none.',
    ],
    [
      'one that wants to be root',
      silent(1, "mkdir: cannot create directory '/var/lib/app': Permission denied", { entrypoint: ['/entrypoint.sh'] }),
      'pytest did not run: the dev image\'s ENTRYPOINT "/entrypoint.sh", which gets "pytest" as its arguments, ended with exit code 1; it said "mkdir: cannot create directory \'/var/lib/app\': Permission denied". The tests do not run as root: let it do only as root what only root may, set it in the share stage only, or set entrypoint: none.',
    ],
    [
      'one that changes its user',
      silent(1, 'runuser: may not be used by non-root users', { entrypoint: ['/entrypoint.sh'] }),
      'pytest did not run: the dev image\'s ENTRYPOINT "/entrypoint.sh", which gets "pytest" as its arguments, ended with exit code 1; it said "runuser: may not be used by non-root users". The tests do not run as root: let it do only as root what only root may, set it in the share stage only, or set entrypoint: none.',
    ],
    [
      'one in shell form',
      silent(0, '', { entrypoint: ['/bin/sh', '-c', 'python app.py'] }),
      'pytest did not run: the dev image\'s ENTRYPOINT "/bin/sh -c \'python app.py\'", which gets "pytest" as its arguments, ended with exit code 0. Its shell form ignores them: write it as a list, with a program that ends in exec "$@", set it in the share stage only, or set entrypoint: none.',
    ],
    [
      'one that a signal ended',
      silent(143, '', app),
      'pytest did not run: the dev image\'s ENTRYPOINT "python app.py", which gets "pytest" as its arguments, ended with exit code 143. Let it end in exec "$@", set it in the share stage only, or set entrypoint: none.',
    ],
    [
      'one that loops until the time is over',
      silent(137, '', { ...app, stoppedAfter: 60 }),
      'The tests were stopped after 1 min 0 s, as timeout-minutes says; pytest did not run: the dev image\'s ENTRYPOINT "python app.py", which gets "pytest" as its arguments, was still running. Let it end in exec "$@", set it in the share stage only, or set entrypoint: none.',
    ],
    ['one that ends in exec, without pytest', silent(127, '/e.sh: line 3: exec: pytest: not found', app), notThere],
    ["busybox's words for that", silent(127, '/e.sh: exec: line 3: pytest: not found', app), notThere],
    ["a shell's", silent(127, 'sh: 1: pytest: not found', { command: ['sh', '-c', 'pytest'] }), notThere],
    ["make's", silent(2, 'make: pytest: No such file or directory', { command: ['make', 'test'] }), notThere],
    ["uv's", silent(2, 'error: Failed to spawn: `pytest`', { command: ['uv', 'run', 'pytest'] }), notThere],
    ["Poetry's", silent(1, 'Command not found: pytest', { command: ['poetry', 'run', 'pytest'] }), notThere],
    [
      "Python's",
      silent(1, '/opt/venv/bin/python: No module named pytest', { command: ['python', '-m', 'pytest'] }),
      notThere,
    ],
    [
      'a program that is not there',
      silent(127, '[FATAL tini (7)] exec make failed: No such file or directory', { command: ['make', 'test'] }),
      '"make", which the input test-command starts, is not in the dev image, or what its first line names is not: install it in the dev stage, or let pytest be started itself.',
    ],
    [
      'a program that may not be started',
      silent(126, '[FATAL tini (7)] exec ./run.sh failed: Permission denied', { command: ['./run.sh'] }),
      '"./run.sh", which the input test-command starts, can not be executed there: let its file be executable, with "chmod +x", or let pytest be started itself.',
    ],
    [
      'uv',
      silent(2, 'error: failed to open file `/opt/venv/x`: Permission denied (os error 13)', {
        command: ['uv', 'run', 'pytest'],
      }),
      'pytest did not run: "uv run pytest" ended with exit code 2; it said "error: failed to open file `/opt/venv/x`: Permission denied (os error 13)". Set "ENV UV_NO_SYNC=1" in the dev stage, so that uv leaves the packages there as they are, or let the input test-command be pytest.',
    ],
    [
      'make',
      silent(2, "make: *** No rule to make target 'test'.  Stop.", { command: ['make', 'test'] }),
      'pytest did not run: "make test" ended with exit code 2; it said "make: *** No rule to make target \'test\'. Stop.". Let it start pytest and show pytest\'s output, or let the input test-command be pytest.',
    ],
    [
      'something that has the name of pytest',
      silent(1, 'ImportError: no pluggy'),
      'pytest did not run: what has its name in the dev image ended with exit code 1; it said "ImportError: no pluggy".',
    ],
    ['a green one', silent(0, ''), 'pytest did not run: what has its name in the dev image ended with exit code 0.'],
  ])('%s', (_, facts, sentence) => {
    expect(render(testSentence(facts), 'job')).toBe(sentence);
  });
});

test('a person has an option for that', () => {
  expect(render(testSentence(silent(0, '', app)), 'person')).toContain('or add --entrypoint none.');
});

test('a share image that was run without its ENTRYPOINT', () => {
  expect(render(testSentence({ ...testFacts(1), leftOut: ['serve'] }), 'job')).toContain(
    '; its ENTRYPOINT "serve" did not start pytest, so they were run without it',
  );
});
