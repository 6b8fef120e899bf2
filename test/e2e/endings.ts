import { expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { type Files, tiny, tinyDockerfile } from './project.ts';
import { oneSentence, refuse } from './refusal.ts';

/** Without an exit code, pytest was not run. */
type Ending = [name: string, files: Files, pytestArguments: string, exitCode: number | '', sentence: string | RegExp];

const withMore = (more: string): Files => ({ Dockerfile: tinyDockerfile(more) });
const inTest = (statement: string): Files => ({
  'test_end.py': `import os, signal\n\ndef test_end():\n    ${statement}\n`,
});

const pytests: Ending[] = [
  [
    '2: interrupted',
    inTest('raise KeyboardInterrupt'),
    '',
    2,
    'pytest stopped before it was through: files could not be collected, or something interrupted it; it said "KeyboardInterrupt".',
  ],
  [
    '3',
    { 'conftest.py': 'def pytest_collection_modifyitems():\n    raise RuntimeError("boom")\n' },
    '',
    3,
    'pytest had an internal error: see the log; it said "RuntimeError: boom".',
  ],
  [
    '4: an unknown option',
    {},
    '--nonsense',
    4,
    'pytest could not start: check pytest-args, the pytest configuration and conftest.py; it said "unrecognized arguments: --nonsense".',
  ],
  [
    '4: no such file',
    {},
    'tests/absent.py',
    4,
    'pytest could not start: check pytest-args, the pytest configuration and conftest.py; it said "file or directory not found: tests/absent.py".',
  ],
  [
    '4: a broken conftest.py',
    { 'conftest.py': 'import absent\n' },
    '',
    4,
    'pytest could not start: check pytest-args, the pytest configuration and conftest.py; it said "ModuleNotFoundError: No module named \'absent\'".',
  ],
  [
    '5',
    {},
    '-k absent',
    5,
    'No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args (3 deselected).',
  ],
  [
    '6',
    { 'test_warn.py': 'import warnings\n\ndef test_warn():\n    warnings.warn("old")\n' },
    '--max-warnings 0',
    6,
    'There were more warnings than --max-warnings allows (4 passed, 1 warning).',
  ],
];

const others: Ending[] = [
  [
    '125: WORKDIR in a place for mounts of the kernel',
    withMore('WORKDIR /proc'),
    '',
    '',
    /^Docker could not start the container: .*proc.*\.$/,
  ],
  [
    '126: a pytest that is no program',
    withMore('RUN chmod 644 /usr/local/bin/pytest'),
    '',
    '',
    'pytest is in the dev image but can not be executed: check the permissions of its file.',
  ],
  [
    '126: an ENTRYPOINT that is no program',
    withMore('ENTRYPOINT ["/etc/hostname"]'),
    '',
    '',
    'The dev image\'s ENTRYPOINT "/etc/hostname" can not be executed: correct the ENTRYPOINT in the dev stage, or remove it.',
  ],
  [
    '127: no pytest',
    withMore('RUN pip uninstall --yes pytest'),
    '',
    '',
    'pytest is not on the PATH of the dev image: add it to your packages, with a line "pytest" in requirements.txt, with "uv add --dev pytest" or "poetry add --group dev pytest", or add the folder that has it to PATH with ENV.',
  ],
  [
    '127: an ENTRYPOINT that is not there',
    withMore('ENTRYPOINT ["/opt/start"]'),
    '',
    '',
    'The dev image\'s ENTRYPOINT "/opt/start" is not in it, or what its first line names is not: correct the ENTRYPOINT in the dev stage, or remove it.',
  ],
  [
    '127 of a test',
    inTest('os._exit(127)'),
    '',
    127,
    'pytest ended with exit code 127; it was running "test_end.py::test_end".',
  ],
  [
    '137',
    inTest('os.kill(os.getpid(), signal.SIGKILL)'),
    '',
    137,
    'The test run was killed, most likely for want of memory: run fewer tests at once, or use a larger runner; it was running "test_end.py::test_end".',
  ],
  [
    '139',
    inTest('os.kill(os.getpid(), signal.SIGSEGV)'),
    '',
    139,
    'The interpreter crashed (segmentation fault) in native code; it was running "test_end.py::test_end".',
  ],
  [
    '0 in mid-test',
    inTest('os._exit(0)'),
    '',
    0,
    'The interpreter ended before pytest was done; it was running "test_end.py::test_end".',
  ],
];

/** How a test run ends otherwise than green or red: each exit code has a sentence of its own. */
export function describeEndings(lab: TestLab): void {
  test.each<Ending>([...pytests, ...others])('an exit code: %s', async (_case, files, args, exitCode, sentence) => {
    const only = 'test_end.py' in files && exitCode !== 2 ? 'test_end.py' : args;
    const { result, errors } = await refuse(lab, tiny(files), { cache: false, inputs: { 'pytest-args': only } });
    const message = typeof sentence === 'string' ? sentence : expect.stringMatching(sentence);
    expect(errors).toEqual(oneSentence(message));
    expect(result.outputs['exit-code']).toBe(String(exitCode));
  });

  test('an exit code: 2, a file that can not be collected, which is shown at its line', async () => {
    const files = tiny({ 'tests/test_import.py': '"""Imports."""\nimport absent\n' });
    const { result, errors } = await refuse(lab, files, { cache: false });
    expect(result.outputs['exit-code']).toBe('2');
    expect(errors).toEqual([
      {
        level: 'error',
        title: 'dev-in-docker',
        message:
          'pytest stopped before it was through: files could not be collected, or something interrupted it (1 error).',
      },
      {
        level: 'error',
        title: 'tests/test_import.py',
        file: 'tests/test_import.py',
        line: 2,
        message: "ModuleNotFoundError: No module named 'absent'",
      },
    ]);
  });
}
