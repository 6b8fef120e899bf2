import { expect, test } from 'vitest';
import { countsOf, type PytestImage, places } from './pytest-image.ts';
import { everyOutcome } from './pytest-outcomes.ts';

/** What happens seldom: how pytest may end, what a test may do to the plugin and its file. */
export function describeCorners(runPytest: PytestImage['run']): void {
  test.each([
    ['no tests', { 'readme.txt': '' }, [], 5],
    ['all deselected', { 'test_x.py': 'def test_a(): pass\n' }, ['-k', 'nothing'], 5],
    ['all skipped', { 'test_x.py': 'import pytest\ndef test_a(): pytest.skip("x")\n' }, [], 0],
    ['only expected failures', { 'test_x.py': 'import pytest\n@pytest.mark.xfail\ndef test_a(): assert 0\n' }, [], 0],
    ['collection broken', { 'test_x.py': 'import nowhere\n', 'test_y.py': 'def test_a(): pass\n' }, [], 2],
    ['no such file', {}, ['nowhere.py'], 4],
    ['stopped at the first', { 'test_x.py': 'def test_a(): assert 0\ndef test_b(): assert 0\n' }, ['-x'], 1],
    [
      'too many warnings',
      { 'test_x.py': 'import warnings\ndef test_a(): warnings.warn("x")\n' },
      ['--max-warnings=0'],
      6,
    ],
  ])('%s', async (_, files, args, status) => {
    const run = await runPytest(files, { args });
    expect(run.status, run.output).toBe(status);
    expect(run.results.exitStatus).toBe(status);
    expect(run.results.lastStarted).toBeUndefined();
    const counting = run.output.split('\n').findLast(line => /(?:\d \w+| ran) in [\d.]+s/.test(line)) ?? '';
    expect(run.results.counts).toEqual(countsOf(counting));
  });

  test('without pytest’s terminal output the counts are the plugin’s own', async () => {
    // Not the subtests: it is its terminal output that lets pytest 9 fail a test for them.
    const args = ['--continue-on-collection-errors', '-k', 'not unwanted and not subtest'];
    const command = ['pytest', '-p', 'no:cacheprovider', '-p', 'no:terminal', ...args];
    const run = await runPytest(everyOutcome, { command });
    const shown = await runPytest(everyOutcome, { args });
    expect(run.output).toBe('');
    expect(run.text).toContain('"end"');
    expect(run.results.counts).toEqual(shown.results.counts);
  });

  test('flaky tests, warnings and reasons are told as pytest tells them', async () => {
    const tests = `
import pytest, warnings
tries = []
@pytest.mark.flaky(reruns=3)
def test_flaky():
    tries.append(1)
    assert len(tries) == 3, "too early"
@pytest.mark.parametrize("n", range(3))
def test_warns(n): warnings.warn("old <b>", DeprecationWarning)
@pytest.mark.skip(reason="not now")
def test_skipped(): pass
@pytest.mark.xfail(reason="known")
def test_known(): assert 0
@pytest.mark.xfail(reason="was known")
def test_mended(): pass
`;
    const place = { path: '/usr/src/app/test_x.py', line: 9 };
    for (const args of [[], ['-n', '2']]) {
      const { results, lastLine } = await runPytest({ 'test_x.py': tests }, { args });
      expect(results.counts).toEqual(countsOf(lastLine));
      expect(results.flaky).toEqual([
        { nodeId: 'test_x.py::test_flaky', reruns: 2, message: expect.stringContaining('too early') },
      ]);
      const count = results.warnings.reduce((all, warning) => all + warning.count, 0);
      expect(count).toBe(3);
      expect(results.warnings[0]).toMatchObject({ category: 'DeprecationWarning', message: 'old <b>', ...place });
      expect(results.reasons).toEqual(
        expect.arrayContaining([
          { outcome: 'skipped', reason: 'not now', count: 1 },
          { outcome: 'xfailed', reason: 'known', count: 1 },
          { outcome: 'xpassed', reason: 'was known', count: 1 },
        ]),
      );
    }
  });

  test('doctests and unittest', async () => {
    const tests = `
import unittest
def double(x):
    '''
    >>> double(2)
    5
    '''
    return 2 * x
class TestOld(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 2)
    @unittest.expectedFailure
    def test_b(self): self.fail()
`;
    const run = await runPytest({ 'test_x.py': tests }, { args: ['--doctest-modules'] });
    expect(run.results.counts).toEqual(countsOf(run.lastLine));
    expect(run.results.failures).toMatchObject([
      { nodeId: 'test_x.py::test_x.double', message: 'Expected:\n    5\nGot:\n    4', line: 5 },
      { nodeId: 'test_x.py::TestOld::test_a', message: 'AssertionError: 1 != 2', line: 10 },
    ]);
  });

  test('an exit asked for by a test is told', async () => {
    const run = await runPytest({ 'test_x.py': 'import pytest\ndef test_a(): pytest.exit("enough", 9)\n' });
    expect(run.status).toBe(9);
    expect(run.results).toMatchObject({ exitStatus: 9, lastStarted: 'test_x.py::test_a' });
    expect(run.results.stopped).toContain('enough');
  });

  test('a crashed worker of pytest-xdist is a failure that names its test', async () => {
    const tests = 'import os\ndef test_a(): pass\ndef test_deadly(): os._exit(1)\ndef test_b(): pass\n';
    const run = await runPytest({ 'test_x.py': tests }, { args: ['-n', '2'] });
    expect(run.results.counts).toEqual(countsOf(run.lastLine));
    expect(run.results.failures).toMatchObject([
      { nodeId: 'test_x.py::test_deadly', message: expect.stringContaining('crashed while running') },
    ]);
  });

  test('node ids keep odd characters in pytest’s own spelling, and long ones are cut', async () => {
    const args = ['--collect-only', '-q', '-k', 'odd_names', 'tests/test_outcomes.py'];
    const listed = (await runPytest(everyOutcome, { args })).output
      .split('\n')
      .filter(line => line.includes('odd_names'));
    const run = await runPytest(everyOutcome, { args: ['-k', 'odd_names', 'tests/test_outcomes.py'] });
    expect(listed).toHaveLength(6);
    expect(run.results.slowest.map(({ nodeId }) => nodeId).sort()).toEqual(listed.sort());
    const long = 'import pytest\n@pytest.mark.parametrize("x", [1], ids=["x" * 100_000])\ndef test_a(x): pass\n';
    expect((await runPytest({ 'test_x.py': long })).text.length).toBeLessThan(5000);
  });

  test('huge messages and many failures leave a file of bounded size', async () => {
    const tests = `
import pytest
def test_huge(): raise ValueError("first words " + "\\u2603" * 17_000_000 + " last words")
@pytest.mark.parametrize("number", range(300))
def test_many(number): raise ValueError("\\u2603" * 30_000)
`;
    const run = await runPytest({ 'test_x.py': tests }, { args: ['--tb=short', '-q', '--show-capture=no', '-rN'] });
    expect(run.results.counts).toMatchObject({ failed: 301 });
    expect(run.text.length).toBeLessThan(20 * 1024 * 1024);
    expect(run.results.failures[0]?.message).toMatch(/^ValueError: first words .* last words$/);
  });

  test('what a test writes into the results file does not hide the rest', async () => {
    const tests = `
import os
from dev_in_docker_report import Recorder
import gc
recorder = next(thing for thing in gc.get_objects() if isinstance(thing, Recorder))
def test_before(): assert 0
def test_half_a_line(): os.write(recorder.file, b'{"event": "report", "test": ')
def test_garbage(): os.write(recorder.file, b'\\xff\\x00\\n[]\\n{"event": "end"}\\n' + b'x' * 1_000_000)
def test_after(): assert 0
`;
    const run = await runPytest({ 'test_x.py': tests });
    expect(run.results.counts).toEqual(countsOf(run.lastLine));
    expect(run.results.lastStarted).toBeUndefined();
    expect(run.results.failures.map(({ nodeId }) => nodeId)).toEqual([
      'test_x.py::test_before',
      'test_x.py::test_after',
    ]);
  });

  test('a pytest started by a test, and a forked child, leave no lines', async () => {
    const tests = `
import os, subprocess, sys
def test_inner(tmp_path):
    (tmp_path / "test_inner.py").write_text("def test_b(): assert 0")
    assert subprocess.run([sys.executable, "-m", "pytest", str(tmp_path)]).returncode == 1
def test_fork(request):
    if os.fork() == 0:
        request.config.hook.pytest_runtest_logstart(nodeid="child", location=("", 0, ""))
        os._exit(0)
    os.wait()
`;
    const run = await runPytest({ 'test_x.py': tests });
    expect(run.results).toMatchObject({ counts: { ...countsOf(''), passed: 2 }, exitStatus: 0 });
    expect(run.text).not.toMatch(/test_b|child/);
  });

  test('started by another program, in another folder, twice', async () => {
    const start = 'import subprocess, sys; sys.exit(subprocess.call([sys.executable, "-m", "pytest"], cwd="tests"))';
    const files = {
      'tests/test_x.py': 'def test_a(): assert 0\n',
      'run.py': `import subprocess, sys\nfor n in range(2): subprocess.call([sys.executable, "-c", '${start}'])\n`,
    };
    const run = await runPytest(files, { command: ['python', 'run.py'] });
    const failure = {
      nodeId: 'test_x.py::test_a',
      path: '/usr/src/app/tests/test_x.py',
      line: 1,
    };
    expect(run.results).toMatchObject({ counts: { failed: 2 }, failures: [failure, failure], exitStatus: 1 });
  });

  test('of a pytest that the plugin does not know, it tells the counts and the end', async () => {
    const run = await runPytest({ 'test_x.py': 'def test_a(): pass\ndef test_b(): assert 0\n' }, { version: 6 });
    expect(run.lastLine).toContain('1 failed, 1 passed');
    expect(run.status).toBe(1);
    expect(run.results).toMatchObject({
      pytest: '6.2.5',
      isUnknown: true,
      isCounted: true,
      exitStatus: 1,
      failures: [],
    });
    expect(run.results.counts).toEqual(countsOf(run.lastLine));
  });

  test('an isolated Python does without the plugin', async () => {
    const command = ['python', '-Im', 'pytest', '-p', 'no:cacheprovider'];
    const run = await runPytest({ 'test_x.py': 'def test_a(): pass\n' }, { command });
    expect(run).toMatchObject({ status: 0, text: '', lastLine: expect.stringContaining('1 passed') });
  });

  test.each([
    ['--help', true],
    ['--nonsense', false],
  ])('asked something else, pytest says that it began, and how it ended if it did: %s', async (argument, isEnded) => {
    const { results } = await runPytest({}, { args: [argument] });
    expect(results).toMatchObject({ pytest: expect.stringMatching(/^9\./), hasRun: false, isCounted: false });
    expect(results.exitStatus).toBe(isEnded ? 0 : undefined);
  });

  test('a conftest.py that leaves the interpreter', async () => {
    const run = await runPytest({ 'conftest.py': 'import sys\nsys.exit(0)\n' });
    expect(run).toMatchObject({ status: 0, results: { pytest: expect.any(String), hasRun: false } });
    expect(run.results.exitStatus).toBeUndefined();
  });

  test('no test can take from the plugin what it needs, nor find it', async () => {
    const tests = `
import builtins, json, os, subprocess, sys, time
import pytest
def refuse(*_, **__): raise OSError("not yours")
@pytest.mark.parametrize("place, name", [(os, "write"), (json, "dumps"), (os.path, "join"), (os.path, "normpath"), (time, "time")])
def test_patched(monkeypatch, place, name):
    monkeypatch.setattr(place, name, refuse)
    assert 1 == 2
def test_files(fs): assert 1 == 2
def test_frozen(freezer): assert 1 == 2
def test_trace():
    assert not [name for name in os.environ if "DEV_IN_DOCKER" in name or name in ("PYTHONPATH", "PYTEST_PLUGINS")]
    assert not [folder for folder in sys.path if "dev-in-docker" in folder]
def test_for_good(): time.time = os.write = json.dumps = refuse
`;
    const conftest = `
import os, pytest
from freezegun import freeze_time
@pytest.fixture
def freezer():
    with freeze_time("2020-01-01"): yield
`;
    const { results, output } = await runPytest({ 'test_x.py': tests, 'conftest.py': conftest });
    expect(results, output).toMatchObject({ counts: { failed: 7, passed: 2 }, exitStatus: 1 });
    expect(results.failures.map(({ path, line }) => [path, line])).toEqual(
      [8, 8, 8, 8, 8, 9, 10].map(line => ['/usr/src/app/test_x.py', line]),
    );
  });

  test('a pytest inside gets nothing of it, whatever it is given', async () => {
    const tests = `
import os, subprocess, sys
from conftest import ENVIRONMENT
def run(tmp_path, environment):
    (tmp_path / "test_inner.py").write_text("def test_inner(): assert 0")
    return subprocess.run([sys.executable, "-m", "pytest", str(tmp_path)], env=environment).returncode
def test_kept(tmp_path): assert run(tmp_path, ENVIRONMENT) == 1
def test_some(tmp_path):
    assert run(tmp_path, {name: value for name, value in os.environ.items() if name.startswith("PYTEST_")}) == 1
`;
    const files = { 'test_x.py': tests, 'conftest.py': 'import os\nENVIRONMENT = dict(os.environ)\n' };
    for (const environment of [{}, { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1' }]) {
      const run = await runPytest(files, { environment });
      expect(run.results, run.output).toMatchObject({ counts: { failed: 0, passed: 2 }, exitStatus: 0 });
      expect(run.text).not.toContain('test_inner');
    }
  });

  test('what failed and passes when pytest repeats it is flaky; who repeats nothing remembers nothing', async () => {
    const tests = `
import pathlib
def test_twice():
    mark = pathlib.Path("tried")
    tried = mark.exists()
    mark.touch()
    assert tried
def test_a(): pass
`;
    const run = await runPytest({ 'test_x.py': tests }, { command: ['sh', '-c', 'pytest || pytest --lf'] });
    expect(run.results, run.output).toMatchObject({
      ...{ counts: { ...countsOf(''), passed: 2 }, exitStatus: 0, remembers: true, failures: [] },
      flaky: [{ nodeId: 'test_x.py::test_twice', reruns: 1 }],
    });
    const forgetful = await runPytest({ 'test_x.py': tests });
    expect(forgetful.results).toMatchObject({ exitStatus: 1 });
    expect(forgetful.results.remembers).toBeUndefined();
  });

  test('the names of tests have no group of pytest-xdist', async () => {
    const tests = `
import pytest
@pytest.mark.xdist_group("data base")
class TestGroup:
    @pytest.mark.parametrize("x", ["a@b", "c::d"])
    def test_a(self, x): assert 0
    def test_b(self): assert 0
@pytest.mark.parametrize("x", ["a@b"])
def test_c(x): assert 0
`;
    const run = await runPytest({ 'test_x.py': tests }, { version: 8, args: ['-n', '2', '--dist', 'loadgroup'] });
    expect(run.output).toContain('@data base');
    const names = run.results.failures.map(({ nodeId }) => nodeId).sort();
    expect(names, run.output).toEqual([
      'test_x.py::TestGroup::test_a[a@b]',
      'test_x.py::TestGroup::test_a[c::d]',
      'test_x.py::TestGroup::test_b',
      'test_x.py::test_c[a@b]',
    ]);
  });

  test('byte code from another folder, and a doctest that raises, have their lines here', async () => {
    const files = {
      'old/pkg/test_x.py': 'from pkg.help import broken\ndef test_a():\n    broken()\n',
      'old/pkg/help.py': '"""\n>>> 1 / 0\n"""\ndef broken():\n    assert 0\n',
      'old/pkg/__init__.py': '',
      'old/conftest.py': 'import pytest\npytest.register_assert_rewrite("pkg.help")\n',
      'old/pytest.ini': '[pytest]\n',
    };
    const first = 'cd old && DEV_IN_DOCKER_RESULTS= pytest -q > /dev/null; cd ..';
    const second = 'mv old new && cd new && pytest --doctest-modules -p no:cacheprovider';
    const command = ['sh', '-c', `${first}; ${second}`];
    const run = await runPytest(files, { version: 8, command, environment: { PYTHONDONTWRITEBYTECODE: '' } });
    expect(run.output).toContain('old/pkg/');
    expect(run.results.failures, run.output).toMatchObject([
      { message: 'ZeroDivisionError: division by zero', path: '/usr/src/app/new/pkg/help.py', line: 2 },
      { nodeId: 'pkg/test_x.py::test_a', path: '/usr/src/app/new/pkg/help.py', line: 5 },
    ]);
  });

  test('keeps to the grammar of Python 3.7', async () => {
    const check = 'import ast, sys; ast.parse(open(sys.argv[1]).read(), feature_version=(3, 7))';
    const command = ['python', '-c', check, `${places.plugin}/dev_in_docker_report.py`];
    expect(await runPytest({}, { command })).toMatchObject({ status: 0, output: '' });
  });
}
