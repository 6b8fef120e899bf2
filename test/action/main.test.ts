// What the shipped action says where nothing can be built at all, so that no engine is needed.
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Checkout, checkOut } from '../lab/checkout.ts';
import { pushEvent } from '../lab/events.ts';
import { type JobOptions, type JobResult, runAction } from '../lab/runner.ts';
import { newFolder, removeFolder } from '../lab/runner-folders.ts';

const action = resolve(import.meta.dirname, '../..');
// Nothing here depends on who the job's user is, and making one would change the system.
const user = process.getuid?.() === 0 ? 'root' : 'runner';

let checkout: Checkout;
beforeAll(async () => {
  checkout = await checkOut({ Dockerfile: 'FROM python:3.13-slim AS dev\nWORKDIR /usr/src/app\n' }, { user });
});
afterAll(() => checkout.release());

/** Runs the action where PATH leads to nothing but a docker that prints `info`; to nothing at all if there is none. */
async function job(options: Partial<JobOptions>, info?: unknown): Promise<JobResult> {
  const programs = await newFolder('programs');
  onTestFinished(() => removeFolder(programs));
  if (info !== undefined) {
    const docker = join(programs, 'docker');
    await writeFile(docker, `#!/bin/sh\necho '${JSON.stringify(info)}'\n`);
    await chmod(docker, 0o755);
  }
  const { workspace, sha } = checkout;
  // A host that only the client can reach: an engine that this machine has must not answer.
  const environment = { PATH: programs, DOCKER_HOST: 'tcp://127.0.0.1:1', ...options.environment };
  const result = await runAction({ action, workspace, user, event: pushEvent(sha), ...options, environment });
  onTestFinished(() => result.release());
  return result;
}

/** Expects a job to end with one sentence, said everywhere, and to leave nothing in the runner's temporary folder. */
async function expectRefusal(result: JobResult, sentence: string): Promise<void> {
  const errors = result.annotations.filter(({ level }) => level === 'error');
  expect(errors).toEqual([{ level: 'error', message: sentence, title: 'dev-in-docker' }]);
  expect(result.log).toContain(`##[error]${sentence}`);
  expect(result.summary).toContain('nothing was run');
  expect(result).toMatchObject({ conclusion: 'failure', exitCode: 1, postExitCode: 0, orphans: [] });
  expect(result.outputs).toMatchObject({ conclusion: 'failure', 'exit-code': '', published: 'false' });
  expect((await readdir(result.temp)).filter(name => name.startsWith('dev-in-docker'))).toEqual([]);
}

/** The part of an engine's answer that decides, with the rest as a good engine has it. */
function engine(version: string, plugins: { Name: string; Version: string }[]): unknown {
  return { ServerVersion: version, Architecture: 'x86_64', ClientInfo: { Context: 'default', Plugins: plugins } };
}

const inputs =
  'context, file, target, share-target, build-args, secrets, secret-files, secret-envs, ssh, cache-dependency-path, enable-cache, save-cache, cache-suffix, cache-max-size, mount, load, test-command, pytest-args, env, working-directory, workdir, entrypoint, user, network, shm-size, gpus, read-only, timeout-minutes, shard, summary, annotations, slowest, junit-file, image, username, password, github-token, push, tags, tag-prefix, overwrite, labels, verify-share, share-file';

test('an absolute path is told as one of the checkout', async () => {
  const context = `${checkout.workspace}/../elsewhere`;
  const sentence = 'Input context is "../elsewhere", which leads out of the checkout: write a path within it.';
  await expectRefusal(await job({ inputs: { context } }), sentence);
});

test.each<[string, Partial<JobOptions>, string]>([
  [
    'a runner with macOS',
    { runnerOs: 'macOS' },
    'This runner has macOS, but Docker images need Linux: write runs-on: ubuntu-latest.',
  ],
  [
    'a runner with Windows',
    { runnerOs: 'Windows' },
    'This runner has Windows, but Docker images need Linux: write runs-on: ubuntu-latest.',
  ],
  [
    'a job in a container of its own',
    { container: 'f00dcafe' },
    'This job runs in a container of its own, whose paths the Docker engine does not know: remove container: from the job; the tests run in your dev image anyway.',
  ],
  ['an unknown input', { inputs: { 'cache-sufix': 'x' } }, 'There is no input cache-sufix: did you mean cache-suffix?'],
  [
    'several unknown inputs',
    { inputs: { 'Python-version': '3.13', 'test-comand': 'x' } },
    `There is no input python-version. Inputs are: ${inputs}.\nThere is no input test-comand: did you mean test-command?`,
  ],
  [
    'a context that leads out of the checkout',
    { inputs: { context: 'a/../..' } },
    'Input context is "a/../..", which leads out of the checkout: write a path within it.',
  ],
  [
    'a Dockerfile out of the checkout',
    { inputs: { file: '/etc/Dockerfile' } },
    'Input file is "/etc/Dockerfile", which leads out of the checkout: write a path within it.',
  ],
  [
    'all mistakes at once, those that would matter on a release too',
    { inputs: { overwrite: 'ture', tags: '1.2,latest', 'shm-size': '64m' } },
    `Input shm-size is "64m": write a size such as 5 GB or 800 MB.
Input tags has the line "1.2,latest": an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". Write auto, or one image tag a line without the image's name.
Input overwrite is "ture": write true or false.`,
  ],
  [
    'a password among the build arguments',
    { inputs: { 'build-args': 'INDEX=https://me:s3cret@packages.example.org/simple' } },
    'Input build-args has a URL with a password in INDEX, which everyone who has the image can read: pass it by the input secrets, and mount it with RUN --mount=type=secret.',
  ],
  ['no Docker', {}, 'This runner has no Docker: use a runner that has it, such as runs-on: ubuntu-latest.'],
])('%s', async (_case, options, sentence) => {
  await expectRefusal(await job(options), sentence);
});

test("a mistake in the project's settings", async () => {
  const files = { 'a/pyproject.toml': '[tool.dev-in-docker]\npush = true\n' };
  const { workspace, release } = await checkOut(files, { user });
  onTestFinished(release);
  await expectRefusal(
    await job({ workspace, inputs: { context: 'a' } }),
    '[tool.dev-in-docker] of a/pyproject.toml has "push", which every pull request could change there: set it in the workflow, as an input.',
  );
});

test('a name with lines of its own sets no output, and is no command', async () => {
  const name = String.raw`"x\nconclusion=success\nconclusion<<E\nsuccess\nE\n::set-output name=leak::1\n##[error]forged"`;
  const { workspace, release } = await checkOut({ 'dev-in-docker.toml': `${name} = 1\n` }, { user });
  onTestFinished(release);
  const result = await job({ workspace });
  expect(result.outputs).toMatchObject({
    conclusion: 'failure',
    reason: expect.stringContaining('conclusion=success'),
  });
  expect(result.outputs).not.toHaveProperty('leak');
  expect(result.annotations).toMatchObject([{ level: 'error', title: 'dev-in-docker' }]);
});

test.each<[string, unknown, string]>([
  [
    'an engine that is too old',
    engine('20.10.24', [{ Name: 'buildx', Version: 'v0.29.1' }]),
    'This runner has Docker Engine 20.10.24, but 25.0.0 or newer is needed: update it, or use runs-on: ubuntu-latest.',
  ],
  [
    'a buildx that is too old',
    engine('28.5.2', [{ Name: 'buildx', Version: 'v0.10.5' }]),
    'This runner has Docker Buildx v0.10.5, but 0.17.0 or newer is needed: update it, or use runs-on: ubuntu-latest.',
  ],
  [
    'no buildx',
    engine('28.5.2', [{ Name: 'compose', Version: 'v2.40.0' }]),
    'This runner has no Docker Buildx, but 0.17.0 or newer is needed: update it, or use runs-on: ubuntu-latest.',
  ],
])('%s', async (_case, info, sentence) => {
  await expectRefusal(await job({}, info), sentence);
});
