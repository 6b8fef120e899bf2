import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tagEvent } from '../lab/events.ts';
import { publicFolder } from '../lab/folder.ts';
import { run } from '../lab/process.ts';
import { type Registry, startRegistry } from '../lab/registry.ts';
import { type Handler, type RegistryProxy, registryError, startRegistryProxy } from '../lab/registry-proxy.ts';
import type { ProjectJob, TestLab } from './lab.ts';
import { type Files, tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

const PASSWORD = 'open sesame';
const USERS = 'octo:$2b$06$EfN2/6yBhf38WpYX4IccJ.q1RVRt5CDbaNXSjqxtd.glj7d.vSFZe\n';

/** Whether a request is the one that gives an image its tag. */
const puts = (tag: string) => (request: { method: string; path: string }) =>
  request.method === 'PUT' && request.path.endsWith(`/manifests/${tag}`);

/** The action's process for an image, and the folder that the runner gave it. */
async function mainProcess(name: string): Promise<{ pid: number; temp: string }> {
  for (const pid of (await readdir('/proc')).filter(entry => /^\d+$/.test(entry))) {
    const environment = (await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')).split('\0');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (
      !command.includes('dist/main.js') ||
      !environment.some(pair => /^INPUT_IMAGE=/.test(pair) && pair.endsWith(name))
    )
      continue;
    const temp = environment.find(pair => pair.startsWith('RUNNER_TEMP='))?.slice('RUNNER_TEMP='.length);
    return { pid: Number(pid), temp: temp ?? '' };
  }
  throw new Error('the action does not run');
}

async function commandLines(): Promise<string> {
  const all = (await readdir('/proc')).filter(entry => /^\d+$/.test(entry));
  return (await Promise.all(all.map(pid => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))).join('\n');
}

/** What of ours is in the runner's temporary folder. */
async function filesIn(temp: string): Promise<string[]> {
  return (await readdir(temp, { recursive: true })).filter(name => name.startsWith('dev-in-docker'));
}

/** What a registry does that is in trouble, and what the job says of it. */
export function describePublishFaults({ lab, job, store }: TestLab): void {
  describe('publishing in trouble', () => {
    let proxy: RegistryProxy;
    let secured: Registry;
    let storage: string;
    let base: string;

    beforeAll(async () => {
      storage = await mkdtemp(join(tmpdir(), 'dev-in-docker-registry-'));
      proxy = await startRegistryProxy(lab().registry.host);
      secured = await startRegistry({ storage, users: USERS, tls: true });
      base = await pytestBase(lab());
    });
    afterAll(async () => {
      await proxy.stop();
      await secured.stop();
      await rm(storage, { recursive: true, force: true });
    });

    const image = (name: string) => `${lab().registry.host}/octo-lab/${name}`;
    const project = (changes: Files = {}) =>
      tiny({ Dockerfile: `FROM ${base} AS dev\nFROM dev AS share\nCOPY . .\n`, ...changes });
    const release = (name: string, tag: string, more: Partial<ProjectJob> = {}, changes: Files = {}) =>
      job(project(changes), {
        event: sha => tagEvent(sha, tag),
        keepEngine: true,
        ...more,
        inputs: { image: `${proxy.host}/octo-lab/${name}`, ...more.inputs },
      });
    /** The same, while the registry does what a handler says. */
    const releaseDuring = async (handler: Handler, name: string, tag = 'v1.2.3') => {
      proxy.intercept(handler);
      try {
        return await release(name, tag);
      } finally {
        proxy.intercept(() => undefined);
      }
    };
    const refused = (message: RegExp) => ({
      conclusion: 'failure',
      outputs: { published: 'false', image: '', digest: '', tags: '' },
      annotations: [{ level: 'error', message: expect.stringMatching(message) }],
    });
    const versionUnder = async (name: string, tag: string) => {
      const answer = await lab().engine.docker([
        ...['buildx', 'imagetools', 'inspect', `${image(name)}:${tag}`],
        ...['--format', '{{index .Image.Config.Labels "org.opencontainers.image.version"}}'],
      ]);
      return answer.trim();
    };

    test('a registry over TLS that wants a password: a wrong one, and the right one', async () => {
      const inputs = { image: `${secured.host}/octo-lab/science`, username: 'octo' };
      const more = {
        environment: secured.environment,
        after: async (_: string, { temp }: { temp: string }) =>
          expect(await readdir(temp)).not.toContainEqual(expect.stringMatching(/^dev-in/)),
      };
      const wrong = await release('', 'v1.2.3', { ...more, inputs: { ...inputs, password: 'close sesame' } });
      expect(wrong).toMatchObject(
        refused(/^The login to registry\.test:\d+ failed \(.*401 Unauthorized.*\): check the inputs/),
      );
      expect(wrong.annotations[0]?.message.split('\n')).toHaveLength(1);
      expect(wrong.raw.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('close sesame');
      const right = await release('', 'v1.2.3', { ...more, inputs: { ...inputs, password: PASSWORD } });
      expect(right).toMatchObject({ conclusion: 'success', annotations: [], outputs: { published: 'true' } });
      expect(right.raw.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(PASSWORD);
      expect(right.outputs.tags?.split('\n')).toHaveLength(4);
    });

    test('the connection is cut between layers and manifest; a second run finishes', async () => {
      const cut = await releaseDuring(request => (puts('1.2.3')(request) ? 'cut' : undefined), 'cut');
      expect(cut).toMatchObject(refused(/could not be reached, or broke off \(.+\): run this job again/));
      const again = await release('cut', 'v1.2.3');
      expect(again).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      expect(again.outputs.tags?.split('\n')).toHaveLength(4);
    });

    // What follows is between the action and the registry: the image store makes no difference.
    if (store !== 'classic') return;

    test('without a password, the login of an earlier step counts', async () => {
      const config = await mkdtemp(join(await publicFolder(), 'docker-config-'));
      const auths = { [secured.host]: { auth: Buffer.from(`octo:${PASSWORD}`).toString('base64') } };
      await writeFile(join(config, 'config.json'), JSON.stringify({ auths }));
      await symlink(lab().engine.plugins, join(config, 'cli-plugins'));
      // The job's user reads it, and buildx writes its own files into it.
      await run(['chmod', '--recursive', 'a+rwX', config]);
      const loggedIn = await release('', 'v1.2.4', {
        environment: { ...secured.environment, DOCKER_CONFIG: config },
        inputs: { image: `${secured.host}/octo-lab/logged-in` },
      });
      expect(loggedIn).toMatchObject({ conclusion: 'success', annotations: [], outputs: { published: 'true' } });
    });

    test('cut before all tags were given: a second run gives the rest to the image that is there', async () => {
      const cut = await releaseDuring(request => (puts('latest')(request) ? 'cut' : undefined), 'rest');
      expect(cut.conclusion).toBe('failure');
      const again = await release('rest', 'v1.2.3');
      expect(again).toMatchObject({ conclusion: 'success', outputs: { published: 'false' } });
      expect(again.log).toMatch(/rest:1\.2\.3 is there already, published from this commit; now .*rest:latest too\./);
      expect(await versionUnder('rest', 'latest')).toBe('1.2.3');
    });

    // To the manifest, since Docker tries layers again and again for a minute.
    test.each<[string, ReturnType<typeof registryError>, RegExp]>([
      [
        'no permission',
        registryError(403, 'DENIED', 'installation not allowed to Write organization package'),
        /^This job may not write .*:1\.2\.3 \(.*(?:denied|403).*\): check that the account/i,
      ],
      [
        'rate limit',
        registryError(429, 'TOOMANYREQUESTS', 'You have reached your rate limit', { 'retry-after': '1' }),
        /takes no more requests for now \(.+\): run this job again later/,
      ],
      [
        'a registry out of order',
        registryError(503, 'UNAVAILABLE', 'down for maintenance'),
        /could not be reached, or broke off \(.+\): run this job again/,
      ],
    ])('%s', async (_, reply, message) => {
      const denied = await releaseDuring(request => (puts('1.2.3')(request) ? reply : undefined), 'denied');
      expect(denied).toMatchObject(refused(message));
    });

    test('a registry that does not answer', async () => {
      const down = await release('', 'v1.2.3', { inputs: { image: '127.0.0.1:9/octo-lab/science' } });
      expect(down).toMatchObject(
        refused(/^127\.0\.0\.1:9 could not be reached, or broke off \(.+\): run this job again/),
      );
    });

    test('another image takes the tag meanwhile', async () => {
      await release('other', 'v1.0.0', {}, { 'more.txt': 'other' });
      const take = ['--prefer-index=false', '--tag', `${image('moved')}:1.2.3`, `${image('other')}:1.0.0`];
      const moved = await releaseDuring(request => {
        if (!puts('1.2.3')(request)) return undefined;
        return async () => {
          // Past the proxy, once the registry has taken ours.
          await lab().engine.docker(['buildx', 'imagetools', 'create', ...take]);
          return undefined;
        };
      }, 'moved');
      expect(moved).toMatchObject(refused(/was pushed, but now names an image that was published from another commit/));
    });

    test('two tags at once: the newer one has latest in the end, whoever comes last', async () => {
      let seen = 0;
      let free = () => {};
      const untilNewerIsThere = new Promise<void>(resolve => {
        free = resolve;
      });
      // The older one has looked, and is about to give the tag, when the newer one gets there first.
      proxy.intercept(async request => {
        if (!puts('latest')(request)) return;
        seen++;
        if (seen === 1) await untilNewerIsThere;
        else free();
      });
      const older = release('race', 'v1.2.3');
      const olderWaits = async () => {
        while (seen === 0) await new Promise(resolve => setTimeout(resolve, 50));
      };
      await Promise.race([older, olderWaits()]);
      const newer = await release('race', 'v1.2.4', {}, { 'more.txt': 'more' });
      proxy.intercept(() => undefined);
      expect([newer.conclusion, (await older).conclusion]).toEqual(['success', 'success']);
      expect(await versionUnder('race', 'latest')).toBe('1.2.4');
    });

    test('killed in mid-push, it leaves no credentials', async ({ skip }) => {
      skip(process.getuid?.() !== 0, 'this is not root, and may not kill the processes of the job');
      let found: string[] = [];
      proxy.intercept(async request => {
        if (!puts('1.2.3')(request)) return;
        const main = await mainProcess('octo-lab/killed');
        found = await filesIn(main.temp);
        expect(await commandLines()).not.toContain(PASSWORD);
        process.kill(main.pid, 'SIGKILL');
      });
      const killed = await release('killed', 'v1.2.3', {
        inputs: { username: 'octo', password: PASSWORD },
        after: async (_, { temp }) => expect(await filesIn(temp)).toEqual([]),
      });
      proxy.intercept(() => undefined);
      expect(found).toContainEqual(expect.stringMatching(/^dev-in-docker-\w+\/docker\/config\.json$/));
      expect(killed.conclusion).toBe('failure');
    });

    test('a tag moves away from an image of which nobody knows the version, which is told', async () => {
      const latest = `${image('foreign')}:latest`;
      await lab().engine.docker(['pull', '--quiet', 'python:3.13-slim']);
      await lab().engine.docker(['image', 'tag', 'python:3.13-slim', latest]);
      await lab().engine.docker(['push', '--quiet', latest]);
      const first = await release('foreign', 'v1.0.0');
      expect(first.annotations).toMatchObject([
        {
          level: 'notice',
          message: expect.stringMatching(/:latest named an image without a version before \(sha256:/),
        },
      ]);
      expect(await versionUnder('foreign', 'latest')).toBe('1.0.0');
    });

    test('an older line is released later; a version is replaced only by force', async () => {
      const first = await release('lines', 'v2.0.0');
      expect(first.outputs.tags?.split('\n')).toHaveLength(4);
      const older = await release('lines', 'v1.0.1', {}, { 'more.txt': 'older' });
      expect(older.outputs.tags?.split('\n').map(tag => tag.split(':').at(-1))).toEqual(['1.0.1', '1.0', '1']);
      expect(older.log).toContain('latest stays with 2.0.0.');
      expect(await versionUnder('lines', 'latest')).toBe('2.0.0');
      const other = await release('lines', 'v2.0.0', {}, { 'more.txt': 'other' });
      expect(other).toMatchObject(refused(/:2\.0\.0 is there already, published from another commit \([0-9a-f]{40}\)/));
      const forced = await release('lines', 'v2.0.0', { inputs: { overwrite: 'true' } }, { 'more.txt': 'other' });
      expect(forced).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      expect(forced.outputs.digest).not.toBe(first.outputs.digest);
    });
  });
}
