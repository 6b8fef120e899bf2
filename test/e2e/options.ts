import { beforeAll, describe, expect, test } from 'vitest';
import { pullRequestEvent } from '../lab/events.ts';
import type { TestLab } from './lab.ts';
import { tiny } from './project.ts';

const test_placed = `import os, pathlib, socket

def test_is_where_it_was_told_to_be():
    assert os.getcwd() == "/src/sub"

def test_writes_nothing():
    try:
        pathlib.Path("/src/new").write_text("x")
    except OSError as error:
        assert error.errno == 30
    else:
        raise AssertionError("it could be written")

def test_has_no_network():
    assert [name for _, name in socket.if_nameindex()] == ["lo"]

def test_has_shared_memory():
    facts = os.statvfs("/dev/shm")
    assert abs(facts.f_blocks * facts.f_frsize - 200_000_000) < 10_000

def test_red():
    assert 1 == 2
`;

const settings = `test-command = ["python", "-m", "pytest"]
workdir = "/src"
working-directory = "sub"
network = "none"
shm-size = "100 MB"
`;

const test_slow = `import time

def test_slow(capsys):
    with capsys.disabled():
        print("sleeping now", flush=True)
    time.sleep(600)
`;

const test_greedy = `import glob, time

def is_limited():
    limits = glob.glob("/sys/fs/cgroup/memory.max") + glob.glob("/sys/fs/cgroup/memory/memory.limit_in_bytes")
    return any(open(limit).read().strip() == str(60 * 1024 * 1024) for limit in limits)

def test_greedy(capsys):
    with capsys.disabled():
        print("sleeping now", flush=True)
    until = time.monotonic() + 60
    while not is_limited() and time.monotonic() < until:
        time.sleep(0.1)
    # At once: short of memory, each line of Python would have its own code read from the disk again, for minutes.
    kept = b"x" * 500_000_000
`;

const test_bomb = `import os, signal, time

def test_bomb():
    children = []
    try:
        for _ in range(5000):
            child = os.fork()
            if child == 0:
                time.sleep(60)
                os._exit(0)
            children.append(child)
    except BlockingIOError:
        pass
    finally:
        for child in children:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    assert 3000 < len(children) < 4096
`;

const test_user = `import os, socket

def test_user():
    assert os.getuid() == 4711
    assert open("/proc/self/status").read().split("CapEff:")[1].split()[0] == "0" * 16

def test_service():
    assert socket.gethostbyname("db") != ""
`;

/** What a workflow can say of how its tests are run, and of what is told of them. */
export function describeOptions({ lab, job }: TestLab): void {
  describe('options', () => {
    beforeAll(() => lab().cache.clear());

    test('another command, another place, no network, by settings; nothing to write, shared memory, by inputs', async () => {
      const project = tiny({ 'sub/test_placed.py': test_placed, 'dev-in-docker.toml': settings });
      const placed = await job(project, {
        keepEngine: true,
        // Beside other repositories, in a job with variables of its own.
        checkout: { path: 'code' },
        environment: { INPUT_DATASET: 'wine' },
        inputs: { context: 'code', 'read-only': 'true', 'shm-size': '200 MB' },
      });
      expect(placed.outputs, placed.log).toMatchObject({ total: '5', passed: '4', failed: '1' });
      expect(placed.annotations).toMatchObject([{ file: 'sub/test_placed.py', line: 22, message: 'assert 1 == 2' }]);
      expect(placed.log).not.toMatch(/PytestCacheWarning/);
      // Of the repository, wherever it is checked out to.
      expect(placed.summary).toMatch(/href="[^"]*\/blob\/[0-9a-f]{40}\/sub\/test_placed\.py#L22"/);
      expect(placed.log).toContain(
        'Settings from code/dev-in-docker.toml: test-command, working-directory, workdir, network',
      );
    });

    test('a folder that is not there', async () => {
      const refused = await job(tiny(), { keepEngine: true, inputs: { 'working-directory': 'absent' } });
      expect(refused.annotations).toMatchObject([
        {
          message:
            'Input working-directory is "absent", but there is no such folder: write its path relative to the context.',
        },
      ]);
    });

    test('tests that take too long are stopped, and the one that was running is named', async () => {
      const stopped = await job(tiny({ 'test_slow.py': test_slow }), {
        keepEngine: true,
        inputs: { 'timeout-minutes': '0.2', 'pytest-args': 'test_slow.py' },
      });
      expect(stopped.conclusion).toBe('failure');
      expect(stopped.annotations).toMatchObject([
        {
          message:
            'The tests were stopped after 12.0 s, as timeout-minutes says; it was running "test_slow.py::test_slow".',
        },
      ]);
      expect(await lab().engine.docker(['ps', '--all', '--quiet'])).toBe('');
    });

    test('tests that run out of memory', async () => {
      const limit = async () => {
        const { docker } = lab().engine;
        const [id = ''] = (await docker(['ps', '--quiet', '--filter', 'label=dev-in-docker'])).split('\n');
        await docker(['update', '--memory', '60m', '--memory-swap', '60m', id]);
      };
      let limiting: Promise<void> | undefined;
      const greedy = await job(tiny({ 'test_greedy.py': test_greedy }), {
        keepEngine: true,
        inputs: { 'pytest-args': 'test_greedy.py' },
        onLine: line => {
          if (line.includes('sleeping now')) limiting ??= limit();
        },
      });
      await limiting;
      expect(greedy.annotations, greedy.log).toMatchObject([
        {
          message:
            'The tests ran out of memory, and the kernel killed them: run fewer at once, or use a larger runner; it was running "test_greedy.py::test_greedy".',
        },
      ]);
    });

    test('a fork bomb fills its container and nothing else', async () => {
      const bomb = await job(tiny({ 'test_bomb.py': test_bomb }), {
        keepEngine: true,
        inputs: { 'pytest-args': 'test_bomb.py' },
      });
      expect(bomb.outputs, bomb.log).toMatchObject({ conclusion: 'success', passed: '1' });
    });

    test("another user, in the network of the job's services", async () => {
      const { docker } = lab().engine;
      const network = 'github_network_0123';
      await docker(['network', 'create', network]);
      try {
        const service = ['run', '--detach', '--network', network, '--network-alias', 'db', '--entrypoint', 'sleep'];
        const dev = (await docker(['image', 'ls', '--quiet', 'dev-in-docker/octo-lab/science-project'])).split('\n');
        const id = await docker([...service, dev[0] ?? '', '600']);
        const services = JSON.stringify({ db: { id, network, ports: {} } });
        const tested = await job(tiny({ 'test_user.py': test_user }), {
          keepEngine: true,
          inputs: { user: '4711', services, 'pytest-args': '-p no:cacheprovider test_user.py', load: 'true' },
        });
        expect(tested.outputs, tested.log).toMatchObject({ conclusion: 'success', passed: '2' });
        await docker(['rm', '--force', id]);
      } finally {
        await docker(['network', 'rm', network]);
      }
    });

    test('what is new since the default branch comes first', async () => {
      const old = 'def test_old():\n    assert 0\n\ndef test_turns_red():\n    pass\n';
      const compared = { keepEngine: true, inputs: { 'cache-suffix': 'compared' } };
      const before = await job(tiny({ 'test_new.py': old }), compared);
      expect(before.summary).not.toContain('Compared with');
      const now = `${old.replace('pass', 'assert 1 == 2')}\ndef test_more():\n    pass\n`;
      const after = await job(tiny({ 'test_new.py': now }), { ...compared, event: pullRequestEvent });
      expect(after.summary).toMatch(/Compared with <code>main<\/code> \([0-9a-f]{7}\): 1 new failure · 1 new test</);
      expect(after.annotations).toMatchObject([
        { title: 'test_new.py::test_turns_red' },
        { title: 'test_new.py::test_old' },
      ]);
      const kept = lab()
        .cache.entries()
        .filter(({ key }) => key.startsWith('dev-in-docker-tests-'));
      expect(kept.filter(({ key }) => key.includes('compared'))).toHaveLength(1);
    });

    test('no summary, no annotations', async () => {
      const silent = await job(tiny({ 'test_red.py': 'def test_red():\n    assert 0\n' }), {
        keepEngine: true,
        inputs: { summary: 'false', annotations: 'false' },
      });
      expect(silent).toMatchObject({ conclusion: 'failure', summary: '', annotations: [] });
    });
  });
}
