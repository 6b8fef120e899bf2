import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Faults } from '../lab/cache-faults.ts';
import type { JobResult } from '../lab/runner.ts';
import { saveWithoutLayer } from './entry.ts';
import { imageKeys, type ProjectJob, type TestLab } from './lab.ts';
import { tiny, tinyDockerfile } from './project.ts';

/** An answer to a look-up that is well-formed, and a lie. */
const NOWHERE = JSON.stringify({
  ok: true,
  signed_download_url: 'http://127.0.0.1:1/blob',
  matched_key: 'dev-in-docker',
});

/** A cache that refuses, fails and lies: the job is green, one notice says so, and nothing else changes. */
export function describeFaults({ lab, job }: TestLab, which: 'all' | 'those that the image store matters for'): void {
  describe('faults of the cache', () => {
    const keys = () => imageKeys(lab());
    let key = '';

    beforeAll(async () => {
      await lab().cache.clear();
      const cold = await job(tiny());
      key = cold.outputs['cache-key'] ?? '';
      expect(key, cold.log).not.toBe('');
    });
    afterEach(async () => {
      lab().cache.faults = {};
    });

    const expectOneNotice = (result: JobResult, text: RegExp) => {
      expect(result.conclusion, result.log).toBe('success');
      expect(result.annotations, result.log).toHaveLength(1);
      expect(result.annotations[0]).toMatchObject({ level: 'notice', message: expect.stringMatching(text) });
      expect(result.log).toContain('3 passed');
    };

    test('an entry that lacks a layer is done without, and replaced by one that the next job can use', async () => {
      await saveWithoutLayer(lab().cache, key, `${key}-missing`);
      const damaged = await job(tiny());
      expectOneNotice(damaged, /the entry .*-missing could not be used/);
      expect(damaged.outputs['cache-hit']).toBe('false');
      const healed = await job(tiny());
      expect(healed.annotations).toEqual([]);
      expect(healed.summary).toContain('3 of 3 steps cached');
    });

    if (which !== 'all') return;

    test('a token that may only read', async () => {
      const changed = { Dockerfile: tinyDockerfile('RUN true') };
      const count = keys().length;
      const options = { rights: { readOnly: true }, keepEngine: true };
      expectOneNotice(await job(tiny(changed), options), /cache write denied/);
      expect(keys()).toHaveLength(count);
    });

    const faults: [string, Faults, RegExp][] = [
      ['too many requests', { lookup: { status: 429, retryAfter: 1 } }, /rate limit|429/i],
      ['an address that leads nowhere', { lookup: { body: NOWHERE } }, /cache did not work/],
      ['a download that breaks off', { download: { truncateAfter: 1000 } }, /cache did not work/],
      ['a connection that is cut', { lookup: { reset: true } }, /cache did not work/],
    ];
    test.each(faults)('%s', async (_title, fault, text) => {
      lab().cache.faults = fault;
      expectOneNotice(await job(tiny(), { keepEngine: true }), text);
    });

    test('bytes that changed on the way', async () => {
      lab().cache.faults = { download: { flip: true } };
      const changed = await job(tiny(), { keepEngine: true });
      expect(changed.conclusion, changed.log).toBe('success');
      expect(changed.log).toContain('3 passed');
    });

    test('a service that is down', async () => {
      await lab().cache.goDown();
      try {
        expectOneNotice(await job(tiny(), { keepEngine: true }), /ECONNREFUSED/);
      } finally {
        await lab().cache.comeBack();
      }
    });

    const quiet: [string, ProjectJob, string][] = [
      ['a workflow without a cache', { cacheMode: 'none' }, 'cache-mode is none'],
      ['a runner without a cache service', { cache: false }, 'this runner offers no cache service'],
    ];
    test.each(quiet)('%s is no trouble', async (_title, options, text) => {
      const result = await job(tiny(), { ...options, keepEngine: true });
      expect(result.conclusion, result.log).toBe('success');
      expect(result.annotations).toEqual([]);
      expect(result.summary).toContain(text);
    });
  });
}
