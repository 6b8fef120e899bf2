import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { imageKeys, type ProjectJob, type TestLab } from './lab.ts';
import { type Files, tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';

/** A layer of its own before the requirements, as people have for PyTorch; its content differs each time it is made. */
const dockerfile = `FROM python:3.11-slim AS dev
WORKDIR /usr/src/app
RUN head --bytes 1000000 /dev/urandom > /opt/big
COPY requirements.txt .
RUN pip install --requirement requirements.txt

FROM dev AS share
COPY . .
`;

/** Prints what identifies the big layer. */
const test_big = `import hashlib, pathlib

def test_big(capsys):
    with capsys.disabled():
        print("big", hashlib.sha256(pathlib.Path("/opt/big").read_bytes()).hexdigest())
`;

/** A branch that publishes, on an engine that stays: its code is in the dev stage, so only what comes before is kept. */
const branch = `FROM python:3.11-slim AS dev
WORKDIR /usr/src/app
COPY requirements.txt .
RUN pip install --requirement requirements.txt
RUN head --bytes 1000000 /dev/urandom > /opt/big && sleep 6
COPY . .

FROM dev AS share
RUN touch /opt/share
`;

/** Says that it runs until it is ended. */
const test_endless = `import time

def test_endless(capsys):
    while True:
        with capsys.disabled():
            print("still running", flush=True)
        time.sleep(0.2)
`;

/**
 * What the cache does from one job to the next, or what of it differs between the image stores; each test starts from
 * what the ones before left in it.
 */
export function describeCache({ lab, job }: TestLab, which: 'all' | 'those that the image store matters for'): void {
  describe('cache', () => {
    const files = (requirements = '', changes = {}) => {
      const project = tiny({ Dockerfile: dockerfile, 'test_big.py': test_big, ...changes });
      return { ...project, 'requirements.txt': project['requirements.txt'] + requirements };
    };
    const bigLayer = (log: string) => /big ([0-9a-f]{64})/.exec(log)?.[1];
    const keys = () => imageKeys(lab());
    let first: string | undefined;

    beforeAll(() => lab().cache.clear());
    afterEach(() => {
      lab().cache.faults = {};
    });

    test('a first job builds, tests and saves', async () => {
      const cold = await job(files());
      expect(cold.conclusion).toBe('success');
      expect(cold.outputs).toMatchObject({
        conclusion: 'success',
        'exit-code': '0',
        'cache-hit': 'false',
        published: 'false',
      });
      expect(cold.outputs['image-id']).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect(keys()).toEqual([cold.outputs['cache-key']]);
      expect(cold.annotations).toEqual([]);
      first = bigLayer(cold.log);
      expect(first).toBeDefined();
    });

    test('the next job takes every step from the cache, with no way to PyPI, and saves nothing', async ({ skip }) => {
      skip(!lab().engine.isPrivate, "the network of an engine that isn't the lab's own is left alone");
      const restore = await lab().engine.cutOff();
      const warm = await job(files(), { inputs: { 'pytest-args': '-k "mean or big"' } }).finally(restore);
      expect(warm.conclusion).toBe('success');
      expect(warm.outputs['cache-hit']).toBe('true');
      expect(warm.summary).toContain('4 of 4 steps cached');
      expect(bigLayer(warm.log)).toBe(first);
      expect(keys()).toHaveLength(1);
    });

    const addRequirement = async (more: string) => {
      const count = keys().length;
      const changed = await job(files(more));
      expect(changed.conclusion).toBe('success');
      expect(changed.outputs['cache-hit']).toBe('false');
      expect(changed.summary).toContain('2 of 4 steps cached');
      expect(bigLayer(changed.log)).toBe(first);
      expect(keys()).toHaveLength(count + 1);
    };

    test('a changed requirement costs its own step, and what comes before stays cached', async () => {
      await addRequirement('iniconfig\n');
    });

    test('a changed Dockerfile with the same requirements is saved anew, and found by the next job', async () => {
      const Dockerfile = dockerfile.replace('\n\nFROM dev', '\nRUN touch /opt/more\n\nFROM dev');
      const count = keys().length;
      const changed = await job(files('', { Dockerfile }));
      expect(changed.outputs['cache-hit']).toBe('true');
      expect(changed.summary).toContain('4 of 5 steps cached');
      expect(keys()).toHaveLength(count + 1);
      const next = await job(files('', { Dockerfile }));
      expect(next.summary).toContain('5 of 5 steps cached');
      expect(next.outputs['cache-key']).toBe(changed.outputs['cache-key']);
      expect(keys()).toHaveLength(count + 1);
    });

    const onBranch = async (changes: Files = {}, more: ProjectJob = {}) => {
      const Dockerfile = branch.replace('python:3.11-slim', await pytestBase(lab()));
      return job(tiny({ Dockerfile, 'test_big.py': test_big, ...changes }), {
        runnerEnvironment: 'self-hosted',
        ...more,
        inputs: {
          ...{ 'enable-cache': 'true', push: 'true', 'verify-share': 'false', 'cache-suffix': 'branch' },
          image: `${lab().registry.host}/octo-lab/branch`,
          ...more.inputs,
        },
      });
    };
    /** Fails where a run has left a container, or a name of an image that others have no use for. */
    const expectNothingOfARun = async () => {
      expect(await lab().engine.docker(['ps', '--all', '--quiet'])).toBe('');
      const images = await lab().engine.docker(['image', 'ls', '--format', '{{.Repository}}:{{.Tag}}']);
      const ours = images.split('\n').filter(name => name.startsWith('dev-in-docker/'));
      expect(ours).toEqual(['dev-in-docker/octo-lab/science-project:dev']);
    };

    test('a branch that is published saves the layers that were built, and leaves nothing of a run in the engine', async () => {
      const published = await onBranch();
      expect(published).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      expect(keys()).toContainEqual(expect.stringContaining('-branch-'));
      await expectNothingOfARun();
      const restored = await onBranch({}, { inputs: { push: 'auto' } });
      expect(restored).toMatchObject({ conclusion: 'success', outputs: { published: 'false' } });
      expect(bigLayer(restored.log)).toBe(bigLayer(published.log));
      await expectNothingOfARun();
      const devStage = await onBranch({}, { keepEngine: true, inputs: { 'share-target': 'dev' } });
      expect(devStage).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } });
      await expectNothingOfARun();
    });

    test('nor does a run that is cancelled while it saves', async () => {
      lab().cache.requests = [];
      lab().cache.faults = { upload: { delay: 3000 } };
      const cancelled = await onBranch(
        { 'test_endless.py': test_endless },
        {
          inputs: { 'cache-suffix': 'stopped' },
          cancel: { when: () => lab().cache.requests.some(({ method }) => method === 'CreateCacheEntry') },
        },
      );
      expect(cancelled.conclusion).toBe('cancelled');
      expect(keys()).toContainEqual(expect.stringContaining('-stopped-'));
      await expectNothingOfARun();
    });

    if (which !== 'all') return;

    test('a second changed requirement costs its own step too', async () => {
      await addRequirement('iniconfig\npackaging\n');
    });

    test('a base image that moved is built on anew, and saved', async () => {
      const base = `${lab().registry.host}/base:1`;
      const docker = (...args: string[]) => lab().engine.docker(args);
      const Dockerfile = `ARG BASE\n${dockerfile.replace('python:3.11-slim', '$BASE')}`;
      const inputs = { 'build-args': `BASE=${base}` };
      const origin = await pytestBase(lab());
      await docker('pull', '--quiet', origin);
      await docker('tag', origin, base);
      await docker('push', '--quiet', base);
      const before = await job(files('', { Dockerfile }), { inputs });
      expect(before.conclusion).toBe('success');
      const context = await mkdtemp(join(tmpdir(), 'dev-in-docker-base-'));
      await writeFile(join(context, 'Dockerfile'), `FROM ${origin}\nENV MOVED=yes\nRUN touch /moved\n`);
      await docker('buildx', 'build', '--provenance=false', '--tag', base, context);
      await docker('push', '--quiet', base);
      await rm(context, { recursive: true });
      const after = await job(files('', { Dockerfile }), { inputs });
      expect(after).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(after.summary).toContain('0 of 4 steps cached');
      expect(after.outputs['cache-key']).not.toBe(before.outputs['cache-key']);
      const next = await job(files('', { Dockerfile }), { inputs });
      expect(next.summary).toContain('4 of 4 steps cached');
      expect(next.outputs['cache-key']).toBe(after.outputs['cache-key']);
    });
  });
}
