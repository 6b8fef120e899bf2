import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { pullRequestEvent } from '../lab/events.ts';
import type { JobResult } from '../lab/runner.ts';
import { describeInside } from './inside.ts';
import { imageKeys, type TestLab } from './lab.ts';
import { tiny } from './project.ts';

const test_red = `import os, pathlib, pytest

def test_good():
    pass

def test_bad():
    numbers = [1, 2]
    assert sum(numbers) == 4

@pytest.fixture
def broken():
    raise RuntimeError("no database")

def test_setup(broken):
    pass

def test_generated():
    generated = pathlib.Path(__file__).with_name("generated.py")
    generated.write_text("def fail():\\n    assert 0\\n")
    from generated import fail
    os.remove(generated)
    fail()
`;

/** Another place for the checkout, a user with a name, the shell form of ENTRYPOINT; the packages are the system's. */
const elsewhere = `FROM python:3.11-slim AS dev
WORKDIR /home/analyst/wine-tests
COPY requirements.txt .
RUN pip install --no-cache-dir --requirement requirements.txt && useradd analyst
RUN mkdir wine && touch wine/__init__.py wine/_fast.so
USER analyst
ENTRYPOINT umask 022 && exec "$0" "$@"
`;

const test_slow = `import time

def test_slow(capsys):
    with capsys.disabled():
        print("sleeping now")
    time.sleep(600)
`;

/** Runs of the tests: what they meet, and how they end. */
export function describeRuns(testLab: TestLab): void {
  const { lab, job } = testLab;
  describe('test run', () => {
    let red: JobResult;

    // What it builds is in the engine for those after it that keep the engine.
    beforeAll(async () => {
      await lab().cache.clear();
      red = await job(tiny({ 'tests/test_red.py': test_red }));
    });

    test('red tests make the job red, on the right lines; the cache is saved all the same', () => {
      expect(red).toMatchObject({ conclusion: 'failure', exitCode: 1 });
      expect(red.outputs).toMatchObject({ conclusion: 'failure', 'exit-code': '1' });
      expect(red.annotations).toMatchObject([
        { level: 'error', file: 'tests/test_red.py', line: 8, title: 'tests/test_red.py::test_bad' },
        { level: 'error', file: 'tests/test_red.py', line: 12, title: 'tests/test_red.py::test_setup' },
        { level: 'error', title: 'tests/test_red.py::test_generated' },
      ]);
      // Its line is in a file that is gone: there is nothing to show it on.
      expect(red.annotations.at(-1)).not.toHaveProperty('file');
      expect(red.summary).toContain('2 failed, 1 error, 4 passed');
      expect(imageKeys(lab())).toEqual([red.outputs['cache-key']]);
    });

    test('cancelled in mid-test, it leaves nothing behind but the cache', async () => {
      const cancelled = await job(tiny({ 'test_slow.py': test_slow }), {
        keepEngine: true,
        inputs: { 'cache-suffix': 'cancelled' },
        cancel: { when: line => line.includes('sleeping now') },
        after: async (_workspace, { temp }) =>
          expect((await readdir(temp)).filter(name => name.startsWith('dev-in-docker'))).toEqual([]),
      });
      expect(cancelled.conclusion).toBe('cancelled');
      expect(cancelled.orphans).toEqual([]);
      expect(await lab().engine.docker(['ps', '--all', '--quiet'])).toBe('');
      expect(imageKeys(lab())).toContainEqual(expect.stringContaining('-cancelled-'));
    });

    test('no tests are a failure that says so', async () => {
      const empty = await job(tiny({ 'test_mean.py': '' }), { keepEngine: true });
      expect(empty).toMatchObject({ conclusion: 'failure', outputs: { 'exit-code': '5' } });
      expect(empty.annotations).toMatchObject([{ message: expect.stringContaining('No tests were collected') }]);
    });

    test('a test that kills the interpreter is named, but what it calls itself is no command', async () => {
      const kill = `import os, pytest, signal

@pytest.mark.parametrize("name", ["##[error]forged"])
def test_kill(name):
    os.kill(os.getpid(), signal.SIGKILL)
`;
      const killed = await job(tiny({ 'test_kill.py': kill }), { keepEngine: true });
      expect(killed).toMatchObject({ conclusion: 'failure', outputs: { 'exit-code': '137' } });
      expect(killed.annotations).toMatchObject([{ message: expect.stringContaining('test_kill.py::test_kill') }]);
      expect(killed.raw).toContain('test_kill.py::test_kill[## [error]forged]');
    });

    test('a self-hosted runner that is root: the checkout still belongs to its owner, the engine is the cache', async ({
      skip,
    }) => {
      skip(process.getuid?.() !== 0, 'this is not root');
      const root = await job(tiny(), { user: 'root', runnerEnvironment: 'self-hosted', keepEngine: true });
      expect(root).toMatchObject({ conclusion: 'success', annotations: [], outputs: { 'cache-hit': '' } });
      expect(root.summary).toContain('3 of 3 steps cached');
    });

    test('what the image built into its WORKDIR is recognised as hidden', async () => {
      const files = {
        Dockerfile: elsewhere,
        'wine/__init__.py': '',
        'test_wine.py': 'from wine import _fast\n',
      };
      // A second run has its image mounted, where that is the way.
      for (const keepEngine of [true, false]) {
        const hidden = await job(tiny(files), { inputs: { 'cache-suffix': 'hidden' }, keepEngine });
        expect(hidden.annotations).toContainEqual(
          expect.objectContaining({
            level: 'notice',
            message: expect.stringContaining(
              "can't import wine._fast: the dev image has it in /home/analyst/wine-tests/wine,",
            ),
          }),
        );
      }
    });

    describeInside(testLab);

    test("a fork's pull request is tested, and publishes nothing", async () => {
      const fork = await job(tiny(), { event: sha => pullRequestEvent(sha, { fork: true }), keepEngine: true });
      expect(fork).toMatchObject({ conclusion: 'success', annotations: [], outputs: { published: 'false' } });
      expect(fork.outputs['cache-hit']).toBe('true');
    });
  });
}
