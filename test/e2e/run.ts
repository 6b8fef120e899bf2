import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pullRequestEvent } from '../lab/events.ts';
import { runnerUser } from '../lab/user.ts';
import { imageKeys, type TestLab } from './lab.ts';
import { tiny, tinyDockerfile } from './project.ts';

const test_red = `import pytest

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
`;

/** Fails with all that it found wrong from inside of the container. */
const test_inside = `import getpass, os, pathlib, re, socket, subprocess

def status(name):
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return next(line.split(":")[1].strip() for line in lines if line.startswith(name + ":"))

def test_is_locked_down():
    assert int(status("CapEff"), 16) == 0
    assert status("NoNewPrivs") == "1"
    assert os.getuid() == int(os.environ["EXPECTED_UID"])
    assert not os.path.exists("/var/run/docker.sock")

def test_feels_at_home():
    assert os.environ["CI"] == "true"
    assert getpass.getuser() == "runner"
    home = pathlib.Path.home()
    (home / ".cache" / "numba").mkdir(parents=True)
    assert os.getcwd() == "/usr/src/app"

def test_has_no_token():
    names = [name for name in os.environ if name.startswith(("ACTIONS_", "GITHUB_", "INPUT_", "RUNNER_", "STATE_"))]
    assert names == []
    secret = os.environ["EXPECTED_ABSENT"][::-1]
    found = []
    for folder, folders, files in os.walk("/usr/src/app"):
        for name in files:
            path = pathlib.Path(folder) / name
            if secret.encode() in path.read_bytes():
                found.append(str(path))
    assert found == []

def test_git_is_read_only():
    for path in (".git/config", ".git/hooks/post-checkout", ".git/new"):
        try:
            open(path, "a").close()
        except OSError:
            continue
        raise AssertionError(path + " can be written")
    config = pathlib.Path(".git/config").read_text()
    assert "repositoryformatversion" in config
    assert "extraheader" not in config.lower()

def test_mounts_are_those_it_should_have():
    allowed = re.compile("|".join([
        r"/", r"/(proc|sys|dev)(/.*)?", r"/etc/(hosts|hostname|resolv\\.conf)", r"(/usr)?/sbin/docker-init",
        r"/usr/src/app", r"/usr/src/app/\\.git(/config)?", r"/opt/dev-in-docker/(plugin|results)",
        # Each top-level folder of an image that is mounted.
        r"/[a-z0-9]+",
    ]))
    mounts = [line.split() for line in open("/proc/self/mountinfo")]
    assert [fields[4] for fields in mounts if not allowed.fullmatch(fields[4])] == []
    writable = {fields[4] for fields in mounts if "rw" in fields[5].split(",")}
    assert writable & {"/usr/src/app/.git", "/usr/src/app/.git/config", "/opt/dev-in-docker/plugin"} == set()

def test_writes_to_the_checkout():
    pathlib.Path("figure.png").write_text("plot")
    pathlib.Path("new").mkdir()
    pathlib.Path("new/table.csv").write_text("1,2")
`;

const test_slow = `import time

def test_slow(capsys):
    with capsys.disabled():
        print("sleeping now")
    time.sleep(600)
`;

/** Runs of the tests: what they meet, and how they end. */
export function describeRuns({ lab, job }: TestLab): void {
  describe('test run', () => {
    beforeAll(() => lab().cache.clear());

    test('red tests make the job red, on the right lines; the cache is saved all the same', async () => {
      const red = await job(tiny({ 'tests/test_red.py': test_red }));
      expect(red).toMatchObject({ conclusion: 'failure', exitCode: 1 });
      expect(red.outputs).toMatchObject({ conclusion: 'failure', 'exit-code': '1' });
      expect(red.annotations).toMatchObject([
        { level: 'error', file: 'tests/test_red.py', line: 8, title: 'tests/test_red.py::test_bad' },
        { level: 'error', file: 'tests/test_red.py', line: 12, title: 'tests/test_red.py::test_setup' },
      ]);
      expect(red.summary).toContain('1 failed, 1 error, 4 passed');
      expect(imageKeys(lab())).toEqual([red.outputs['cache-key']]);
    });

    test('the container is locked down and feels like home; what tests write belongs to the runner', async () => {
      const { uid, gid } = await runnerUser();
      // The test gets the token backwards, or it would find it in its own environment.
      const files = tiny({ 'test_inside.py': test_inside });
      const inside = await job(files, {
        checkout: { persistToken: 'config' },
        inputs: {
          env: `EXPECTED_UID=${uid}\nEXPECTED_ABSENT=${[...'extraheader = AUTHORIZATION'].reverse().join('')}`,
        },
        after: async workspace => {
          for (const name of await readdir(workspace, { recursive: true })) {
            expect(await stat(join(workspace, name)), name).toMatchObject({ uid, gid });
          }
          expect(await readdir(join(workspace, 'new'))).toEqual(['table.csv']);
        },
      });
      expect(inside.annotations).toEqual([]);
      expect(inside.conclusion).toBe('success');
    });

    test('no tests are a failure that says so', async () => {
      const empty = await job(tiny({ 'test_mean.py': '' }), { keepEngine: true });
      expect(empty).toMatchObject({ conclusion: 'failure', outputs: { 'exit-code': '5' } });
      expect(empty.annotations).toMatchObject([{ message: expect.stringContaining('No tests were collected') }]);
    });

    test('what the image built into its WORKDIR is recognised as hidden', async () => {
      const files = {
        Dockerfile: tinyDockerfile('RUN mkdir wine && touch wine/__init__.py wine/_fast.so'),
        'wine/__init__.py': '',
        'test_wine.py': 'from wine import _fast\n',
      };
      // A second run has its image mounted, where that is the way.
      for (const _ of ['built', 'cached']) {
        const hidden = await job(tiny(files), { inputs: { 'cache-suffix': 'hidden' } });
        expect(hidden.annotations).toContainEqual(
          expect.objectContaining({
            level: 'notice',
            message: expect.stringContaining("can't import wine._fast: the dev image has it in /usr/src/app/wine,"),
          }),
        );
      }
    });

    test('a test that kills the interpreter is named', async () => {
      const kill = 'import os, signal\n\ndef test_kill():\n    os.kill(os.getpid(), signal.SIGKILL)\n';
      const killed = await job(tiny({ 'test_kill.py': kill }), { keepEngine: true });
      expect(killed).toMatchObject({ conclusion: 'failure', outputs: { 'exit-code': '137' } });
      expect(killed.annotations).toMatchObject([{ message: expect.stringContaining('test_kill.py::test_kill') }]);
    });

    test('cancelled in mid-test, it leaves nothing behind but the cache', async () => {
      const cancelled = await job(tiny({ 'test_slow.py': test_slow }), {
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

    test("a fork's pull request is tested, and publishes nothing", async () => {
      const fork = await job(tiny(), { event: sha => pullRequestEvent(sha, { fork: true }) });
      expect(fork).toMatchObject({ conclusion: 'success', annotations: [], outputs: { published: 'false' } });
      expect(fork.outputs['cache-hit']).toBe('true');
    });

    test('a self-hosted runner that is root: the checkout still belongs to its owner, the engine is the cache', async ({
      skip,
    }) => {
      skip(process.getuid?.() !== 0, 'this is not root');
      const first = await job(tiny(), { user: 'root', runnerEnvironment: 'self-hosted' });
      expect(first.conclusion, first.log).toBe('success');
      const root = await job(tiny(), { user: 'root', runnerEnvironment: 'self-hosted', keepEngine: true });
      expect(root).toMatchObject({ conclusion: 'success', annotations: [], outputs: { 'cache-hit': '' } });
      expect(root.summary).toContain('3 of 3 steps cached');
    });
  });
}
