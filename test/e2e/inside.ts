import { randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runnerUser } from '../lab/user.ts';
import type { TestLab } from './lab.ts';
import { tiny } from './project.ts';

/**
 * Fails with all that it found wrong from inside of the container. It is told backwards what it must not find, or it
 * would find that in its own environment.
 */
const test_inside = `import base64, contextlib, getpass, os, pathlib, pwd, re, stat

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
    assert getpass.getuser() == pwd.getpwuid(os.getuid()).pw_name == "runner"
    home = pathlib.Path.home()
    assert str(home) == pwd.getpwuid(os.getuid()).pw_dir
    (home / ".cache" / "numba").mkdir(parents=True)
    assert os.getcwd() == "/usr/src/app"

def test_has_no_variable_of_the_runner():
    names = [name for name in os.environ if name.startswith(("ACTIONS_", "GITHUB_", "INPUT_", "RUNNER_", "STATE_"))]
    assert names == []

def readable():
    tops = ["/usr/src/app", "/opt/dev-in-docker", str(pathlib.Path.home())]
    tops += ["/home", "/root", "/tmp", "/run", "/var/run", "/etc", "/dev/shm"]
    paths = [os.path.join(folder, name) for top in tops for folder, _, names in os.walk(top) for name in names]
    processes = [name for name in os.listdir("/proc") if name.isdigit()]
    paths += ["/proc/%s/%s" % (process, name) for process in processes for name in ("environ", "cmdline")]
    contents = {}
    for path in paths:
        with contextlib.suppress(OSError):
            if stat.S_ISREG(os.lstat(path).st_mode):
                contents[path] = pathlib.Path(path).read_bytes()
    return contents

def test_has_no_token():
    tokens = os.environ["EXPECTED_ABSENT"][::-1].encode().split()
    # As git's authorization header has them.
    tokens += [base64.b64encode(token).rstrip(b"=") for token in tokens]
    contents = readable()
    assert [path for path, content in contents.items() if any(token in content for token in tokens)] == []
    # It would have been found.
    configurations = {path for path, content in contents.items() if b"repositoryformatversion" in content}
    assert {"/usr/src/app/.git/config", "/usr/src/app/.git/modules/data/config"} <= configurations
    assert b"EXPECTED_ABSENT=" in contents["/proc/%s/environ" % os.getpid()]
    assert {"/proc/1/cmdline", "/opt/dev-in-docker/plugin/dev_in_docker_report.py", "/etc/hosts"} <= set(contents)

def test_git_is_read_only():
    for path in (".git/config", ".git/hooks/post-checkout", ".git/new", ".git/modules/data/config", "data/.git"):
        try:
            open(path, "a").close()
        except OSError:
            continue
        raise AssertionError(path + " can be written")
    assert "extraheader" not in pathlib.Path(".git/config").read_text().lower()

def test_mounts_are_those_it_should_have():
    allowed = re.compile("|".join([
        r"/", r"/(proc|sys|dev)(/.*)?", r"/etc/(hosts|hostname|resolv\\.conf|passwd)", r"(/usr)?/sbin/docker-init",
        r"/usr/src/app", r"/usr/src/app/(\\.git(/config|/modules/data/config)?|data/\\.git)",
        r"/opt/dev-in-docker/(plugin|results|home)",
        # Each top-level folder of an image that is mounted.
        r"/[a-z0-9]+",
    ]))
    mounts = [line.split() for line in open("/proc/self/mountinfo")]
    assert [fields[4] for fields in mounts if not allowed.fullmatch(fields[4])] == []
    writable = {fields[4] for fields in mounts if "rw" in fields[5].split(",")}
    assert writable & {"/usr/src/app/.git", "/usr/src/app/.git/config", "/opt/dev-in-docker/plugin", "/etc/passwd"} == set()

def test_writes_to_the_checkout():
    pathlib.Path("figure.png").write_text("plot")
    pathlib.Path("new").mkdir()
    pathlib.Path("new/table.csv").write_text("1,2")
`;

/** What the tests can see and do from inside of the container, and what they leave. */
export function describeInside({ way, job }: TestLab): void {
  test('the container is locked down, without a token, and feels like home; what tests write belongs to the runner', async () => {
    const { uid, gid } = await runnerUser();
    const canary = `canary_${randomBytes(12).toString('hex')}`;
    // The cache service's token is a JSON web token, all of which begin like this.
    const backwards = [...`${canary} eyJhbGciOi`].reverse().join('');
    const inside = (persistToken: 'config' | 'include') =>
      job(tiny({ 'test_inside.py': test_inside, 'data/table.csv': '1,2' }), {
        checkout: { persistToken, token: canary, submodule: 'data' },
        keepEngine: persistToken === 'include',
        environment: environmentWith(canary),
        inputs: {
          env: `EXPECTED_UID=${uid}\nEXPECTED_ABSENT=${backwards}`,
          password: canary,
          'github-token': canary,
        },
        after: async workspace => {
          for (const name of await readdir(workspace, { recursive: true })) {
            expect(await stat(join(workspace, name)), name).toMatchObject({ uid, gid });
          }
          expect(await readdir(join(workspace, 'new'))).toEqual(['table.csv']);
        },
      });
    // The first one leaves the image to the second one.
    for (const persistToken of ['include', 'config'] as const) {
      const result = await inside(persistToken);
      expect(result.annotations).toEqual([]);
      expect(result.conclusion).toBe('success');
      if (persistToken === 'include') continue;
      expect(result.summary).toContain(
        way === 'mounted' ? 'mounted while it was downloaded' : 'The image was not mounted: mount is false',
      );
    }
  });
}

/** A secret in each variable that a runner or a workflow may have one in; ACTIONS_RUNTIME_TOKEN has its own. */
function environmentWith(secret: string): Record<string, string> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: secret,
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://example.com/${secret}`,
    GITHUB_TOKEN: secret,
    GH_TOKEN: secret,
    RUNNER_TOKEN: secret,
    STATE_token: secret,
    API_KEY: secret,
  };
}
