import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { pushEvent, releaseEvent, tagEvent } from '../lab/events.ts';
import { publicFolder } from '../lab/folder.ts';
import { type Release, startGitHubApi } from '../lab/github-api.ts';
import { startRegistry } from '../lab/registry.ts';
import { defaultRepository } from '../lab/runner-contexts.ts';
import type { TestLab } from './lab.ts';
import { type Files, seed, tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

/** With HOSTILE set, it does all it can to what it was made from, and to whoever may publish it. */
const test_hostile = `import os, pathlib, socket

def attempt(action):
    try:
        action()
    except OSError:
        pass

def test_hostile():
    if not os.environ.get("HOSTILE"):
        return
    # Whoever opens a pipe that nobody writes to waits for ever.
    attempt(lambda: os.remove("Dockerfile"))
    attempt(lambda: os.mkfifo("Dockerfile"))
    for name in ("mean.py", "test_mean.py", ".dockerignore", "requirements.txt", "data/table.csv"):
        attempt(lambda: os.remove(name))
        attempt(lambda: pathlib.Path(name).write_text("raise SystemExit('rewritten by a test')"))
    config = "[core]\\n\\tfsmonitor = touch /tmp/owned\\n\\thooksPath = /usr/src/app/hooks\\n"
    attempt(lambda: pathlib.Path(".git/config").write_text(config))
    attempt(lambda: pathlib.Path(".git/hooks/pre-push").write_text("#!/bin/sh\\ntouch /tmp/owned\\n"))
    attempt(lambda: os.symlink("/etc/passwd", "planted.py"))
    attempt(lambda: os.symlink("/", "data/root"))
    for path in ("/var/run/docker.sock", "/run/docker.sock", "/run/containerd/containerd.sock"):
        sock = socket.socket(socket.AF_UNIX)
        attempt(lambda: sock.connect(path))
        attempt(lambda: sock.send(b"DELETE /images/latest HTTP/1.0\\r\\n\\r\\n"))
    for port in (2375, 2376, 5000):
        attempt(lambda: socket.create_connection(("172.17.0.1", port), 0.2))
`;

type Layer = { digest: string; mediaType: string; size: number };

const MANIFESTS = 'application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.v2+json';

/** Programs that make the client keep passwords with one of its helpers, and these helpers, in the order of their names. */
const HELPERS = ['docker-credential-pass', 'docker-credential-secretservice', 'pass'];
/** It knows no password, and tells where it is given one. */
const helper = `#!/bin/sh
case "$1" in
  store) touch "$0-got-one";;
  list) echo '{}';;
  *) echo 'credentials not found in native keychain'; exit 1;;
esac
`;
const PASSWORD = 'open sesame';
const USERS = 'octo:$2b$06$EfN2/6yBhf38WpYX4IccJ.q1RVRt5CDbaNXSjqxtd.glj7d.vSFZe\n';

/** What a tag publishes, and what it doesn't. */
export function describePublishing({ lab, job, store }: TestLab): void {
  describe('publishing', () => {
    const image = (name = 'science') => `${lab().registry.host}/octo-lab/${name}`;
    const docker = (...args: string[]) => lab().engine.docker(args);
    let base = '';
    const onBase = (changes: Files = {}) =>
      tiny({ Dockerfile: `FROM ${base} AS dev\nFROM dev AS share\nCOPY . .\n`, ...changes });
    const files = () =>
      onBase({
        Dockerfile: `FROM ${base} AS dev\n\nFROM dev AS share\nCOPY . .\nCOPY data/table.csv copies/\n`,
        'test_hostile.py': test_hostile,
        'data/table.csv': 'a,b\n1,2\n',
        '.dockerignore': '.git\n',
      });
    const tagsOf = async (name = 'science') => {
      const response = await fetch(`http://${lab().registry.host}/v2/octo-lab/${name}/tags/list`);
      const { tags = [] } = (await response.json()) as { tags?: string[] };
      return tags.sort();
    };

    /** What the registry has under a tag. */
    const registryImage = async (name: string, tag: string) => {
      const [host = '', ...path] = name.split('/');
      const response = await fetch(`http://${host}/v2/${path.join('/')}/manifests/${tag}`, {
        headers: { accept: MANIFESTS },
      });
      const manifest = (await response.json()) as { config: { digest: string }; layers: Layer[] };
      return {
        digest: response.headers.get('docker-content-digest') ?? '',
        config: manifest.config.digest,
        layers: manifest.layers,
      };
    };

    beforeAll(async () => {
      await lab().cache.clear();
      base = await pytestBase(lab());
    });

    test('a tag publishes what was there before the tests ran, with no cache in between', async () => {
      lab().cache.requests.length = 0;
      const tagged = await job(files(), { event: sha => tagEvent(sha, 'v1.2.3'), inputs: { image: image() } });
      expect(tagged).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(tagged.outputs).toMatchObject({
        published: 'true',
        image: `${image()}@${tagged.outputs.digest}`,
        version: '1.2.3',
        tags: ['1.2.3', '1.2', '1', 'latest'].map(tag => `${image()}:${tag}`).join('\n'),
        digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
        'cache-key': '',
        reason: '',
      });
      expect(await tagsOf()).toEqual(['1', '1.2', '1.2.3', 'latest']);
      expect(lab().cache.requests).toEqual([]);

      await lab().engine.empty();
      const published = `${image()}@${tagged.outputs.digest}`;
      await docker('pull', '--quiet', `${image()}:latest`);
      expect(await docker('image', 'inspect', '--format', '{{json .RepoDigests}}', `${image()}:latest`)).toContain(
        published,
      );
      const labels = JSON.parse(await docker('image', 'inspect', '--format', '{{json .Config.Labels}}', published));
      expect(labels).toMatchObject({
        'org.opencontainers.image.source': 'https://github.com/octo-lab/Science-Project',
        'org.opencontainers.image.version': '1.2.3',
      });
      expect(await docker('run', '--rm', published, 'pytest', '-k', 'mean')).toContain('3 passed');
    });

    test('what is published is what was there before the tests ran, and the same whenever it is built', async () => {
      const harmless = await registryImage(image(), '1.2.3');
      const hostile = await job(files(), {
        event: sha => tagEvent(sha, 'v1.2.4'),
        inputs: { image: image('hostile'), env: 'HOSTILE=yes' },
      });
      expect(hostile).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      const before = /The share image is (sha256:[0-9a-f]{64})\.[\s\S]*test session starts/.exec(hostile.log)?.[1];
      const published = await registryImage(image('hostile'), '1.2.4');
      expect(published.digest).toBe(hostile.outputs.digest);
      expect(store === 'containerd' ? published.digest : published.config).toBe(before);
      // Another checkout, on an engine that was cleaned: what share copies is the same, in contents, folders and times.
      expect(published.layers.slice(-2)).toEqual(harmless.layers.slice(-2));
      expect(published.layers.every(({ mediaType }) => mediaType.endsWith('gzip'))).toBe(true);
    });

    test('without a registry, an archive that docker load takes', async () => {
      const inputs = { image: image('archive'), push: 'false', 'share-file': 'out/share.tar.zst' };
      const api = await startGitHubApi();
      const release: Release = { id: 1, repository: defaultRepository, assets: [] };
      api.releases.push(release);
      const event = (sha: string) => ({ ...releaseEvent(sha, 'v1.0.0'), apiUrl: api.url });
      const archived = await job(onBase(), {
        event,
        inputs,
        after: async workspace => {
          await lab().engine.empty();
          await docker('load', '--input', join(workspace, 'out/share.tar.zst'));
          expect(await readdir(join(workspace, 'out'))).toEqual(['share.tar.zst']);
          // The release has it as it is.
          const [asset] = release.assets;
          expect(asset?.name).toBe('share.tar.zst');
          expect(asset?.content.equals(await readFile(join(workspace, 'out/share.tar.zst')))).toBe(true);
        },
      });
      expect(archived).toMatchObject({
        conclusion: 'success',
        outputs: { published: 'false', reason: 'push is false' },
      });
      expect(await docker('run', '--rm', `${image('archive')}:1.0.0`, 'pytest')).toContain(' passed');
      // What tests may have planted leads nowhere.
      const link = 'import os\n\ndef test_link():\n    os.path.lexists("out") or os.symlink("/tmp", "out")\n';
      const refused = await job(onBase({ 'test_link.py': link }), { event, inputs, keepEngine: true });
      expect(refused.annotations).toMatchObject([{ message: expect.stringContaining('leads out of the checkout') }]);
      await api.stop();
    });

    const expectUnpublished = async (test_red: string) => {
      const red = await job(onBase({ 'test_red.py': test_red }), {
        event: sha => tagEvent(sha, 'v1.0.0'),
        // The tests in the share image would be red too.
        inputs: { image: image('red'), 'verify-share': 'false' },
        keepEngine: true,
      });
      expect(red).toMatchObject({ conclusion: 'failure', outputs: { published: 'false', digest: '', image: '' } });
      expect(red.outputs.reason).toBe('the tests failed');
      expect(await docker('image', 'ls', '--quiet', '--filter', 'reference=*/*/*:share-*')).toBe('');
      expect(await tagsOf('red')).toEqual([]);
    };

    test('red tests publish nothing', () => expectUnpublished('def test_red():\n    assert False\n'));

    test('the Dockerfile that began it all works word for word', async () => {
      const began = await job(seed, { event: sha => tagEvent(sha, 'v0.1.0'), inputs: { image: image('seed') } });
      expect(began).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      // Its second COPY of the virtual environment has been there ever since.
      expect(began.annotations).toMatchObject([
        {
          level: 'notice',
          message: expect.stringMatching(/^Line 15 of Dockerfile, "COPY --from=dev .* delete the line/),
        },
      ]);
      expect(await docker('run', '--rm', `${image('seed')}:0.1.0`, 'pytest')).toContain('9 passed');
    });

    // What follows is between the action and BuildKit, or the registry: the image store makes no difference.
    if (store !== 'classic') return;

    test('tests that end the interpreter with exit code 0 publish nothing', () =>
      expectUnpublished('import os\n\ndef test_exit():\n    os._exit(0)\n'));

    test('nothing that a cache holds is published, whatever the inputs say', async () => {
      const Dockerfile = `FROM ${base} AS dev\nRUN cat /proc/sys/kernel/random/uuid > /canary\nFROM dev AS share\nCOPY . .\n`;
      const test_canary =
        'import pathlib\n\ndef test_canary(capsys):\n    with capsys.disabled():\n        print("\\ncanary", pathlib.Path("/canary").read_text())\n';
      const project = tiny({ Dockerfile, 'test_canary.py': test_canary });
      const canary = ({ log }: { log: string }) => /canary ([0-9a-f-]{36})/.exec(log)?.[1];
      const planted = await job(project);
      // The engine keeps the layer too.
      const cached = await job(project, { keepEngine: true });
      expect(canary(cached)).toBe(canary(planted));
      const inputs = { image: image('canary'), push: 'true', 'enable-cache': 'true' };
      const branch = await job(project, { inputs, keepEngine: true });
      expect(branch).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      const published = await docker('run', '--rm', `${image('canary')}:main`, 'cat', '/canary');
      expect(published).toBe(canary(branch));
      expect(published).not.toBe(canary(planted));
    });

    test('the release of a published tag finds it there; another commit may not take its version', async () => {
      const run = (event: (sha: string) => ReturnType<typeof tagEvent>, name: string, changes = {}) =>
        job(onBase(changes), { event, inputs: { image: image(name) }, keepEngine: true });
      const first = await run(sha => tagEvent(sha, 'v2.0.0-rc.1'), 'twice');
      expect(first).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      expect(await tagsOf('twice')).toEqual(['2.0.0-rc.1']);
      const second = await run(sha => releaseEvent(sha, 'v2.0.0-rc.1'), 'twice');
      expect(second).toMatchObject({ conclusion: 'success', outputs: { published: 'false' } });
      expect(second.outputs.digest).toBe(first.outputs.digest);
      expect(second.log).toContain('is there already, published from this commit');
      const other = await run(sha => tagEvent(sha, 'v2.0.0-rc.1'), 'twice', { 'more.txt': 'more' });
      expect(other).toMatchObject({ conclusion: 'failure', outputs: { published: 'false' } });
      expect(other.annotations).toMatchObject([{ message: expect.stringContaining('published from another commit') }]);
    });

    test("push: true on a branch publishes under the branch's name", async () => {
      const branch = await job(onBase(), {
        event: sha => pushEvent(sha, 'refs/heads/feature/New_idea'),
        inputs: { image: image('by-branch'), push: 'true' },
        keepEngine: true,
      });
      expect(branch).toMatchObject({
        conclusion: 'success',
        outputs: { published: 'true', version: 'feature-New_idea' },
      });
      expect(await tagsOf('by-branch')).toEqual(['feature-New_idea']);
    });

    test('credentials: none, wrong ones, and right ones, which are gone after the push', async () => {
      const storage = await mkdtemp(join(tmpdir(), 'dev-in-docker-registry-'));
      const registry = await startRegistry({ storage, users: USERS });
      // The client takes a credential helper for its own where it finds one.
      const helpers = await mkdtemp(join(await publicFolder(), 'helpers-'));
      await chmod(helpers, 0o777);
      for (const name of HELPERS) {
        await writeFile(join(helpers, name), helper);
        await chmod(join(helpers, name), 0o755);
      }
      const withHelpers = { PATH: [helpers, lab().engine.environment.PATH ?? ''].join(delimiter) };
      const run = (inputs: Record<string, string>) =>
        job(onBase(), {
          event: sha => tagEvent(sha, 'v1.0.0'),
          inputs: { image: `${registry.host}/octo-lab/science`, ...inputs },
          // Without a password the client's own configuration counts, and with it the machine's helper.
          ...('password' in inputs ? { environment: withHelpers } : {}),
          keepEngine: true,
          after: async (_, { temp }) =>
            expect(await readdir(temp)).not.toContainEqual(expect.stringMatching(/^dev-in/)),
        });
      try {
        const denied = await run({});
        expect(denied).toMatchObject({ conclusion: 'failure', outputs: { published: 'false' } });
        expect(denied.annotations).toMatchObject([
          {
            message: expect.stringContaining('Set the inputs username and password, or log in to it before this step.'),
          },
        ]);
        const wrong = await run({ username: 'octo', password: 'close sesame' });
        expect(wrong).toMatchObject({ conclusion: 'failure', outputs: { published: 'false' } });
        expect(wrong.annotations).toMatchObject([{ message: expect.stringMatching(/^The login to .* failed \(/) }]);
        const right = await run({ username: 'octo', password: PASSWORD });
        expect(right).toMatchObject({ conclusion: 'success', annotations: [], outputs: { published: 'true' } });
        expect(right.raw).not.toContain(PASSWORD);
        expect((await readdir(helpers)).sort()).toEqual(HELPERS);
      } finally {
        await rm(helpers, { recursive: true, force: true });
        await registry.stop();
        await rm(storage, { recursive: true, force: true });
      }
    });
  });
}
