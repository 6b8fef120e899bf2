import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Faults } from '../lab/cache-faults.ts';
import type { JobResult } from '../lab/runner.ts';
import { saveForged } from './entry.ts';
import { imageKeys, type TestLab } from './lab.ts';
import { tiny } from './project.ts';
import { pytestBase } from './pytest-base.ts';
import { seenIn, zoo } from './zoo.ts';

/**
 * 24 MB that no compression makes smaller, so that most of the image is still to come when the tests start. Its place for
 * the checkout, its user, its packages and its ENTRYPOINT are others than the tiny project's.
 */
const dockerfile = `FROM python:3.11-slim AS dev
WORKDIR /app
RUN head --bytes 24000000 /dev/urandom > /opt/big
RUN python -m venv --without-pip /opt/venv
COPY requirements.txt .
RUN pip --python /opt/venv/bin/python install --no-cache-dir --requirement requirements.txt
ENV PATH=/opt/venv/bin:$PATH
USER 4711
ENTRYPOINT ["/usr/bin/env", "BY_ENTRYPOINT=yes"]

FROM dev AS share
COPY . .
`;

/** Reads the big file once the lab had time to make it hard. */
const test_big = `import os, time

def test_big(capsys):
    with capsys.disabled():
        print("reading soon", flush=True)
    time.sleep(1)
    assert os.environ["BY_ENTRYPOINT"] == "yes"
    with open("/opt/big", "rb") as file:
        assert len(file.read()) == 24_000_000
`;

/** Would change the key of the image, if that were made after the tests. */
const test_alters = `import pathlib

def test_alters():
    for name in ("Dockerfile", "requirements.txt", ".dockerignore"):
        pathlib.Path(name).write_text("FROM scratch AS dev\\n")
`;

const test_slow = `import time

def test_slow(capsys):
    with capsys.disabled():
        print("sleeping now", flush=True)
    time.sleep(600)
`;

/** The dev image mounted while it is being downloaded. */
export function describeMount({ lab, job }: TestLab, which: 'all' | 'those that the image store matters for'): void {
  describe('mounted', () => {
    const files = (changes = {}) => tiny({ Dockerfile: dockerfile, 'test_big.py': test_big, ...changes });
    const keys = (kind = '') => imageKeys(lab()).filter(key => key.startsWith(`dev-in-docker-${kind}`));
    const expectMounted = (result: JobResult) => {
      expect(result.conclusion, result.log).toBe('success');
      expect(result.annotations).toEqual([]);
      expect(result.summary).toContain('mounted while it was downloaded');
      expect(result.outputs['cache-hit']).toBe('true');
    };
    let cold: JobResult;

    beforeAll(async () => {
      await lab().cache.clear();
      cold = await job(files({ 'test_alters.py': test_alters }));
    });
    afterEach(() => {
      lab().cache.faults = {};
    });

    test('a first job builds, tests and saves the image as one file', () => {
      expect(cold).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(cold.outputs).toMatchObject({ 'cache-hit': 'false', 'exit-code': '0' });
      expect(keys()).toEqual([cold.outputs['cache-key']]);
      expect(keys('run-')).toHaveLength(1);
    });

    test('load: true leaves the image in the engine', async () => {
      const Dockerfile = dockerfile.replace('\n\nFROM', '\nENV LOADED=yes\n\nFROM');
      const loaded = await job(files({ Dockerfile }), { inputs: { load: 'true' }, keepEngine: true });
      expect(loaded).toMatchObject({ conclusion: 'success' });
      const image = loaded.outputs['image-id'] ?? '';
      expect(await lab().engine.docker(['image', 'inspect', '--format', '{{.Id}}', image])).toBe(image);
    });

    test('an entry above cache-max-size is not saved, and what makes it big is named', async () => {
      const inputs = { 'cache-max-size': '1 MB', 'cache-suffix': 'large' };
      const large = await job(files(), { inputs, keepEngine: true });
      expect(large.conclusion, large.log).toBe('success');
      expect(large.annotations).toMatchObject([
        {
          level: 'notice',
          message: expect.stringMatching(/cache-max-size allows; most of it comes from ".+" \(\d+ MB\)/),
        },
      ]);
      expect(keys().filter(key => key.includes('-large-'))).toEqual([]);
    });

    // Whatever else the stage depends on makes another key in the same way, as the tables of dockerfile/ and mount/ show.
    if (which === 'all') {
      test('a requirement that changed is built', async () => {
        const count = keys('run-').length;
        const changed = files({ 'requirements.txt': `${tiny()['requirements.txt']}iniconfig\n` });
        const built = await job(changed, { keepEngine: true });
        expect(built).toMatchObject({ conclusion: 'success', outputs: { 'cache-hit': 'false' } });
        expect(keys('run-')).toHaveLength(count + 1);
      });
    }

    test('the next one starts in it, with no way to PyPI and nothing in the engine, and keeps the order', async ({
      skip,
    }) => {
      skip(!lab().engine.isPrivate, "the network of an engine that isn't the lab's own is left alone");
      const restore = await lab().engine.cutOff();
      const warm = await job(files()).finally(restore);
      expectMounted(warm);
      expect(warm.summary).toContain('4 passed');
      const { conclusion, 'exit-code': exitCode, 'image-id': id, 'cache-key': key } = cold.outputs;
      expect(warm.outputs).toMatchObject({ conclusion, 'exit-code': exitCode, 'image-id': id, 'cache-key': key });
      expect(keys('prefetch-')).toHaveLength(1);
      expect(await lab().engine.docker(['images', '--all', '--quiet'])).toBe('');
      expect(await lab().engine.docker(['ps', '--all', '--quiet'])).toBe('');
      expect((await readdir(warm.temp).catch(() => [])).filter(name => name.startsWith('dev-in-docker'))).toEqual([]);
    });

    test('what tests see is the same both ways', async () => {
      const ordinary = await job(zoo, { inputs: { mount: 'false', 'cache-suffix': 'other' } });
      expect(ordinary.conclusion, ordinary.log).toBe('success');
      await job(zoo, { keepEngine: true });
      const mounted = await job(zoo);
      expectMounted(mounted);
      expect(seenIn(mounted.log)).toEqual(seenIn(ordinary.log));
    });

    test('cancelled in mid-test, it leaves nothing behind', async () => {
      const cancelled = await job(files({ 'test_slow.py': test_slow }), {
        cancel: { when: line => line.includes('sleeping now') },
        after: async (_workspace, { temp }) =>
          expect((await readdir(temp)).filter(name => name.startsWith('dev-in-docker'))).toEqual([]),
      });
      expect(cancelled).toMatchObject({ conclusion: 'cancelled', orphans: [] });
      expect(await lab().engine.docker(['ps', '--all', '--quiet'])).toBe('');
      expect(await lab().engine.docker(['images', '--all', '--quiet'])).toBe('');
    });

    if (which !== 'all') return;

    test('a self-hosted runner takes the ordinary path', async () => {
      const options = { runnerEnvironment: 'self-hosted', inputs: { 'enable-cache': 'true' } } as const;
      const ordinary = await job(files(), { ...options, keepEngine: true });
      expect(ordinary).toMatchObject({ conclusion: 'success', annotations: [] });
      expect(ordinary.summary).toContain('The image was not mounted: only hosted');
    });

    test('what does not concern the dev stage changes nothing; nothing is saved again', async () => {
      const before = keys();
      const changed = files({ 'mean.py': `${tiny()['mean.py']}\n`, Dockerfile: `${dockerfile}CMD ["python"]\n` });
      expectMounted(await job(changed));
      expect(keys()).toEqual(before);
    });

    test('red tests are red', async () => {
      const red = await job(files({ 'test_red.py': 'def test_red():\n    assert 1 == 2\n' }));
      expect(red).toMatchObject({ conclusion: 'failure', outputs: { 'exit-code': '1', 'cache-hit': 'true' } });
      expect(red.annotations).toMatchObject([{ file: 'test_red.py', line: 2 }]);
    });

    test('three commits to sources that are copied into what dev is based on: one save, and a hint', async () => {
      const before = keys();
      const Dockerfile = `FROM python:3.11-slim AS base
WORKDIR /usr/src/app
COPY requirements.txt .
RUN sleep 5 && pip install --no-cache-dir --requirement requirements.txt
COPY . .
FROM base AS dev
RUN python -m compileall -q .
`;
      for (const commit of [1, 2, 3]) {
        // A new runner for the second one only, and otherwise the quicker way: what is saved does not depend on it.
        const keepEngine = commit !== 2;
        const result = await job(tiny({ Dockerfile, 'version.py': `VERSION = ${commit}\n` }), { keepEngine });
        expect(result.conclusion, result.log).toBe('success');
        expect(keys()).toHaveLength(before.length + 1);
        expect(result.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('Line 5') }]);
        if (commit > 1) expect(result.summary).toContain('3 of 5 steps cached');
      }
    });

    describe('what goes wrong', () => {
      const expectBuilt = (result: JobResult, notice: RegExp) => {
        expect(result.conclusion, result.log).toBe('success');
        // Where all that is downloaded is damaged, so is an entry of first layers, if they took long enough to be kept.
        const others = result.annotations.filter(({ message }) => !message.includes('a layer is damaged'));
        expect(others).toMatchObject([{ level: 'notice', message: expect.stringMatching(notice) }]);
        expect(result.summary).toContain('4 passed');
      };

      test('an entry whose header is damaged is built anew, and replaced', async () => {
        await lab().cache.corrupt(cold.outputs['cache-key'] ?? '', 'truncate');
        expectBuilt(await job(files(), { keepEngine: true }), /could not be used/);
        expectMounted(await job(files()));
      });

      test('an entry whose header calls a link a directory is built anew, and replaced', async () => {
        const from = keys('run-').at(-1) ?? '';
        await saveForged(lab().cache, { from, to: `${from}-forged` }, header => ({
          ...header,
          topLevel: header.topLevel.map(({ name, kind }) => ({ name, kind: kind === 'link' ? 'directory' : kind })),
        }));
        expectBuilt(await job(files(), { keepEngine: true }), /its root directory is not what its header says/);
        expectMounted(await job(files()));
      });

      test('an image in which the engine starts no container is built, and the entry is left as it is', async () => {
        const from = keys('run-').at(-1) ?? '';
        await saveForged(lab().cache, { from, to: `${from}-refused` }, ({ image, ...header }) => ({
          ...header,
          // A place below a file, where nothing can be mounted.
          image: { ...image, config: { ...image.config, WorkingDir: '/opt/big/below' } },
        }));
        const before = keys();
        const result = await job(files(), { keepEngine: true });
        expectBuilt(result, /no container starts in it: .*not a directory.*: the image was built/);
        expect(result.log.match(/test session starts/g)).toHaveLength(1);
        expect(keys()).toEqual(before);
        await lab().cache.remove(`${from}-refused`);
      });

      /** Nothing is saved: that a new entry replaces a bad one is seen above. */
      const inEngine = { keepEngine: true, inputs: { 'save-cache': 'false' } };

      /** What happens while the test waits, when most parts are not there yet. */
      const inMidRun: [string, Faults['download'], RegExp][] = [
        ['chunks that are damaged', { flip: true }, /chunk \d+ of \d+ is damaged/],
        ['an entry that is gone', { status: 404 }, /gone/],
      ];
      test.each(inMidRun)('%s: the tests run once more in an image that is built', async (_, fault = {}, notice) => {
        lab().cache.faults = { download: { rate: 3_000_000 } };
        const result = await job(files(), {
          ...inEngine,
          onLine: line => {
            if (!line.includes('reading soon')) return;
            lab().cache.faults = {
              download: { ...fault },
              ...(fault.status ? { lookup: { body: '{"ok":false}' } } : {}),
            };
          },
        });
        expectBuilt(result, notice);
        expect(result.log.match(/test session starts/g)).toHaveLength(2);
      });

      test('a serving process that is killed', async () => {
        lab().cache.faults = { download: { rate: 3_000_000 } };
        const result = await job(files(), {
          ...inEngine,
          onLine: line => {
            if (!line.includes('reading soon') || !lab().cache.faults.download) return;
            execFileSync('pkill', ['-KILL', '-f', `dev-in-docker-lab-${process.pid}-.*/mount-server.js`]);
            lab().cache.faults = {};
          },
        });
        expectBuilt(result, /ended early/);
      });

      test('a service that answers in an unknown way', async () => {
        lab().cache.faults = { lookup: { body: '{"ok":true,"address":"x"}', times: 3 } };
        expectBuilt(await job(files(), inEngine), /not known/);
      });

      test('a line that is slow', async () => {
        lab().cache.faults = { download: { rate: 6_000_000 } };
        expectMounted(await job(files()));
      });

      test('a base image that moved is built on anew', async () => {
        const base = `${lab().registry.host}/mounted-base:1`;
        const docker = (...args: string[]) => lab().engine.docker(args);
        const origin = await pytestBase(lab());
        const Dockerfile = `ARG BASE\nFROM $BASE AS dev\nCOPY requirements.txt .\n`;
        const project = files({ Dockerfile, 'test_big.py': 'def test_big():\n    pass\n' });
        const inputs = { 'build-args': `BASE=${base}` };
        await docker('pull', '--quiet', origin);
        await docker('tag', origin, base);
        await docker('push', '--quiet', base);
        const before = await job(project, { inputs });
        expect(before.conclusion).toBe('success');
        expectMounted(await job(project, { inputs }));
        const context = await mkdtemp(join(tmpdir(), 'dev-in-docker-base-'));
        await writeFile(join(context, 'Dockerfile'), `FROM ${origin}\nENV MOVED=yes\nRUN touch /moved\n`);
        await docker('buildx', 'build', '--provenance=false', '--tag', base, context);
        await docker('push', '--quiet', base);
        await rm(context, { recursive: true });
        const after = await job(project, { inputs });
        expectBuilt(after, /base image .*mounted-base:1 has changed/);
        expectMounted(await job(project, { inputs }));
      });
    });
  });
}
