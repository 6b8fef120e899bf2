import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tagEvent } from '../lab/events.ts';
import { run, startDaemon, waitFor } from '../lab/process.ts';
import type { TestLab } from './lab.ts';
import { tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';
import { refuse } from './refusal.ts';

const VALUES = {
  value: '[global]\nindex-url = https://me:v4lue-s3cret@packages.example.org/simple',
  file: 'machine packages.example.org login me password f1le-s3cret\n',
  variable: 'v4riable-s3cret',
};

const KEY_NAME = 'key-of-the-agent';

/** Asks the agent for its keys: no image of the lab has ssh in it. */
const askAgent = `import os, socket; agent = socket.socket(socket.AF_UNIX); agent.connect(os.environ["SSH_AUTH_SOCK"]); agent.sendall(bytes([0, 0, 0, 1, 11])); answer = agent.makefile("rb"); assert b"${KEY_NAME}" in answer.read(int.from_bytes(answer.read(4), "big"))`;

const checks = [
  ...Object.entries(VALUES).map(([id, value]) => {
    const hash = createHash('sha256').update(value).digest('hex');
    return `RUN --mount=type=secret,id=${id} echo '${hash}  /run/secrets/${id}' | sha256sum --check`;
  }),
  // What a careless build prints.
  'RUN --mount=type=secret,id=variable cat /run/secrets/variable',
  'RUN --mount=type=secret,id=empty test -f /run/secrets/empty',
  `RUN --mount=type=ssh python -c '${askAgent}'`,
].join('\n');

/** Secrets of builds: that they arrive, and that they stay nowhere. */
export function describeSecrets(testLab: TestLab): void {
  describe('secrets', () => {
    const { lab, job, store } = testLab;
    const docker = (...args: string[]) => lab().engine.docker(args);

    test('from three places, and an SSH agent, reach both stages; no image, log or summary has them', async () => {
      const image = `${lab().registry.host}/octo-lab/secrets`;
      const dev = `FROM ${await pytestBase(lab())} AS dev\n${checks}`;
      const Dockerfile = `${dev}\n\nFROM dev AS share\nCOPY mean.py test_mean.py ./\n${checks}\n`;
      const published = await job(tiny({ Dockerfile, 'netrc.txt': VALUES.file }), {
        event: sha => tagEvent(sha, 'v1.0.0'),
        // The agent answers its own user and root.
        user: process.getuid?.() === 0 ? 'root' : 'runner',
        environment: { GITHUB_TOKEN: VALUES.variable, SSH_AUTH_SOCK: await startAgent() },
        inputs: {
          image,
          secrets: `value<<END\n${VALUES.value}\nEND\nempty=`,
          'secret-files': 'file=./netrc.txt',
          'secret-envs': 'variable=GITHUB_TOKEN',
          ssh: 'default',
        },
        // Those that GitHub knows: the third is for the action to hide.
        secrets: ['v4lue-s3cret', 'f1le-s3cret'],
      });
      expect(published, published.log).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      expect(published.log + published.summary).not.toContain('s3cret');
      const told = published.raw
        .split('\n')
        .filter(line => line.includes('s3cret') && !line.startsWith('::add-mask::'));
      expect(told).toEqual([1, 2].map(() => expect.stringContaining(VALUES.variable)));

      const reference = `${image}:1.0.0`;
      const history = await docker('history', '--no-trunc', reference);
      expect(history + (await docker('image', 'inspect', reference))).not.toContain('s3cret');
      const contents = await contentsOf(reference, docker);
      expect(contents.filter(content => content.includes('s3cret'))).toEqual([]);
      expect(contents.filter(content => content.includes('Returns the arithmetic mean'))).toHaveLength(1);
    });

    // What follows is between the action and BuildKit: the image store makes no difference.
    if (store === 'classic') return;

    test('a build that fails says that a secret was empty, and that there was no agent', async () => {
      const needs = 'RUN --mount=type=secret,id=token test -s /run/secrets/token';
      const Dockerfile = `FROM python:3.11-slim AS dev\n${needs}\n`;
      const { errors } = await refuse(testLab, tiny({ Dockerfile }), { inputs: { secrets: 'token=', ssh: 'default' } });
      const [sentence] = (errors[0]?.message ?? '').split('\n\n');
      expect(sentence).toBe(
        `The dev stage does not build: "${needs}" failed (Dockerfile, line 2). The secret token was empty: GitHub gives none to pull requests from forks and from Dependabot. There was no SSH agent for the input ssh: start one in an earlier step, which sets SSH_AUTH_SOCK.`,
      );
    });
  });
}

/** Starts an agent with one key until the test has ended, and returns its socket. */
async function startAgent(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-agent-'));
  const socket = join(folder, 'socket');
  const agent = await startDaemon(['ssh-agent', '-D', '-a', socket], join(folder, 'log'));
  onTestFinished(async () => {
    process.kill(agent.pid);
    await rm(folder, { recursive: true, force: true });
  });
  await waitFor('ssh-agent answers', 10, () => stat(socket).then(Boolean, () => false));
  await run(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', KEY_NAME, '-f', join(folder, 'key')]);
  await run(['ssh-add', '-q', join(folder, 'key')], { environment: { SSH_AUTH_SOCK: socket } });
  return socket;
}

/** All that an image is made of: its configuration, manifests, and layers as they are unpacked. */
async function contentsOf(reference: string, docker: (...args: string[]) => Promise<string>): Promise<Buffer[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-image-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await docker('save', '--output', join(folder, 'image.tar'), reference);
  await run(['tar', '--extract', '--file', 'image.tar', '--one-top-level=image'], { folder });
  const entries = await readdir(join(folder, 'image'), { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(files.map(async file => unpacked(await readFile(file))));
}

function unpacked(content: Buffer): Buffer {
  if (content.readUInt16BE(0) === 0x1f8b) return gunzipSync(content);
  return content.readUInt32LE(0) === 0xfd2fb528 ? zstdDecompressSync(content) : content;
}
