// A suite that is run in parts: each test is in exactly one of them, however pytest collects.

import { expect, test } from 'vitest';
import type { Files } from './project.ts';
import { known, type PytestImage, places, type Run, type RunOptions } from './pytest-image.ts';

/** In another order each time; pytest-xdist wants one order in all workers of a run. */
const SHUFFLE = `import os
import random

def pytest_collection_modifyitems(items):
    random.Random(os.environ.get("PYTEST_XDIST_TESTRUNUID")).shuffle(items)
`;

const SUITE: Files = {
  'conftest.py': `${SHUFFLE}
import pytest

@pytest.fixture(scope="session")
def database():
    return 1
`,
  'test_many.py': `import os
import subprocess
import sys

import pytest

@pytest.mark.parametrize("number", [1, 1, "a::b", "é]@x"])
def test_number(number):
    pass

@pytest.mark.parametrize("other", range(5))
def test_other(other):
    pass

class TestClass:
    def test_one(self):
        pass

    @pytest.mark.skip
    def test_two(self):
        pass

def test_pytest_within(tmp_path):
    (tmp_path / "test_it.py").write_text("def test_a(): pass\\ndef test_b(): pass\\n")
    output = subprocess.run([sys.executable, "-m", "pytest", tmp_path], stdout=subprocess.PIPE).stdout
    assert b"2 passed" in output
    assert sys.flags.isolated or not [name for name in os.environ if "DEV_IN_DOCKER" in name]

def documented():
    """
    >>> 1 + 1
    2
    """
`,
  'deep/test_deep.py': 'def test_a(database):\n    pass\n\ndef test_b(database):\n    pass\n',
  'test_database.py': 'def test_a(database):\n    pass\n',
  'test_group.py': 'import pytest\n\n@pytest.mark.xdist_group("one")\ndef test_grouped():\n    pass\n',
};

/** When the list of the suite is half written by who is meant, this happens. */
const halfWritten = (who: string, statement: string) => `import glob
import json
import os
import signal
import sys
import time

LIST = "${places.results}/suite.jsonl"

class Half:
    loads = staticmethod(json.loads)
    lines = 0

    def dumps(self, value):
        self.lines += 1
        if self.lines == 400:
            ${statement}
        return json.dumps(value)

def has_begun():
    return any(os.path.getsize(name) for name in glob.glob(LIST + "*"))

def pytest_collection_modifyitems():
    if ${who}:
        sys.modules["dev_in_docker_shard"].json = Half()
    elif os.environ.get("PYTEST_XDIST_WORKER"):
        end = time.monotonic() + 20
        while not has_begun() and time.monotonic() < end:
            time.sleep(0.02)
`;

const MANY = 'import pytest\n\n@pytest.mark.parametrize("n", range(600))\ndef test_x(n):\n    pass\n';

export function describeShards(runPytest: PytestImage['run']): void {
  const runShards = (files: Files, total: number, options: RunOptions & { times?: Record<string, number> } = {}) => {
    const { times, ...rest } = options;
    return Promise.all(
      Array.from({ length: total }, (_, number) =>
        runPytest(files, { ...rest, shard: { index: number + 1, total, ...(times ? { times } : {}) } }),
      ),
    );
  };

  test.each<[string, string[], number]>([
    ['as it is', [], 16],
    ['with doctests', ['--doctest-modules'], 17],
    ['some of it', ['-k', 'test_number or database'], 5],
    ['by marks', ['-m', 'not xdist_group'], 15],
    ['on two workers', ['-n', '2'], 16],
    ['on workers by group', ['-n', '2', '--dist', 'loadgroup'], 16],
    ['with duplicates kept', ['--keep-duplicates', 'test_group.py', 'test_group.py', 'test_many.py'], 13],
  ])('a suite %s: each test is in one shard', async (_, args, size) => {
    const runs = await runShards(SUITE, 3, { args });
    for (const run of runs) expect(run.status, run.output).toBe(0);
    expectWhole(runs);
    expect(runs[0]?.suite).toHaveLength(size);
  });

  test.each(known)('pytest %i', async version => {
    const runs = await runShards(SUITE, 2, { version });
    for (const run of runs) expect(run.status, run.output).toBe(0);
    expectWhole(runs);
  });

  test('the times of tests decide, and tests of a file stay together where that costs nothing', async () => {
    const names = ['a', 'b', 'c', 'd'].flatMap(file => [`test_${file}.py::test_x`, `test_${file}.py::test_y`]);
    const files = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map(file => [`test_${file}.py`, 'def test_x():\n    pass\n\ndef test_y():\n    pass\n']),
    );
    const seconds = [30, 30, 20, 20, 15, 15, 1, 1];
    const runs = await runShards(files, 2, {
      times: Object.fromEntries(names.map((name, at) => [name, seconds[at] ?? 0])),
    });
    expect(runs.map(({ results }) => [...results.outcomes.keys()].map(name => name.slice(5, 6)).sort())).toEqual([
      ['a', 'a', 'd', 'd'],
      ['b', 'b', 'c', 'c'],
    ]);
  });

  test('one file that takes longer than all the others is split, too', async () => {
    const files = {
      'test_a.py': 'import pytest\n\n@pytest.mark.parametrize("n", range(8))\ndef test_x(n):\n    pass\n',
    };
    const runs = await runShards(files, 4);
    expect(runs.map(({ results }) => results.counts.passed)).toEqual([2, 2, 2, 2]);
  });

  test('a shard without tests is green; a suite without tests is not', async () => {
    const files = { 'test_a.py': 'def test_x():\n    pass\n' };
    const runs = await runShards(files, 2);
    expect(runs.map(({ status, results }) => [status, results.inShard])).toEqual([
      [0, 1],
      [0, 0],
    ]);
    const [none] = await runShards(files, 1, { args: ['-k', 'nothing'] });
    expect(none).toMatchObject({ status: 5, results: { inShard: 0 } });
  });

  test('a pytest that is started again keeps to what it had', async () => {
    const files = {
      'test_a.py':
        'import os\nimport pytest\n\n@pytest.mark.parametrize("n", range(6))\ndef test_x(n):\n    if not os.path.exists(f"seen-{n}"):\n        open(f"seen-{n}", "w").close()\n        assert n > 2\n',
    };
    const command = ['sh', '-c', 'pytest --color=no || pytest --color=no --lf'];
    const runs = await runShards(files, 2, { command });
    for (const run of runs) expect(run.status, run.output).toBe(0);
    expectWhole(runs);
    expect(runs.map(({ results }) => results.flaky.length).reduce((a, b) => a + b)).toBe(3);
  });

  test('a worker that collects while another writes what it found comes to the same split', async () => {
    const who = 'os.environ.get("PYTEST_XDIST_WORKER") == "gw0"';
    const files = { 'conftest.py': halfWritten(who, 'time.sleep(1)'), 'test_a.py': MANY };
    const runs = await runShards(files, 2, { args: ['-n', '2'] });
    for (const run of runs) expect(run.status, run.output).toBe(0);
    expectWhole(runs);
  });

  test('a pytest that was killed while it wrote what it found leaves nothing that the next one takes for all', async () => {
    const who = 'os.path.exists("first") and sys.modules["dev_in_docker_report"].SHARD == "1/2"';
    const files = { 'conftest.py': halfWritten(who, 'os.kill(os.getpid(), signal.SIGKILL)'), 'test_a.py': MANY };
    const command = ['sh', '-c', 'touch first; pytest -q --color=no && exit; rm first; pytest -q --color=no'];
    const runs = await runShards(files, 2, { command });
    expect(runs[0]?.output).toContain('Killed');
    expectEachOnce(runs);
  });

  test('pytests that run side by side each keep what they found', async () => {
    const names = ['a', 'b', 'c', 'd'].map(name => `test_${name}.py`);
    const files = Object.fromEntries(
      names.map(name => [
        name,
        'import pytest\n\n@pytest.mark.parametrize("n", range(500))\ndef test_x(n):\n    pass\n',
      ]),
    );
    const command = ['sh', '-c', `${names.map(name => `pytest -q -p no:cacheprovider ${name} &`).join(' ')} wait`];
    const runs = await runShards(files, 2, { command });
    expectEachOnce(runs);
    expect(runs[0]?.suite).toHaveLength(2000);
  });

  test('a Python that does not find the plugin runs all, as does a pytest within it, and none says that it ran a shard', async () => {
    const command = ['python', '-I', '-m', 'pytest', '-p', 'no:cacheprovider', '--color=no'];
    const { results, output } = await runPytest(SUITE, { command, shard: { index: 1, total: 2 } });
    expect(output).toMatch(/15 passed, 1 skipped/);
    expect(results).toMatchObject({ hasRun: false, counts: { passed: 0 } });
    expect(results.inShard).toBeUndefined();
  });
}

function expectWhole(runs: Run[]): void {
  expectEachOnce(runs);
  for (const { results } of runs) expect(results.outcomes.size).toBeLessThanOrEqual(results.inShard ?? 0);
}

function expectEachOnce(runs: Run[]): void {
  const ran = runs.flatMap(({ results }) => [...results.outcomes.keys()]);
  expect(ran.toSorted()).toEqual(runs[0]?.suite);
  expect(runs.map(({ suite }) => suite)).toEqual(runs.map(() => runs[0]?.suite));
}
