// What a leg leaves whose job came to no tests, and how that is read: the action as it is built, with the lab's runner and
// service, and no engine.

import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LegRead } from '../../src/legs/read-leg.ts';
import { type CacheService, startCacheService } from './cache-service.ts';
import { type Checkout, checkOut } from './checkout.ts';
import { pushEvent } from './events.ts';
import { fetchLegs } from './fetch-legs.ts';
import { type JobOptions, type JobResult, runAction } from './runner.ts';
import { defaultRepository, runIds } from './runner-contexts.ts';

const RESULTS = { run: 'run-a', job: 'job-1' };
const action = resolve(import.meta.dirname, '../..');

let service: CacheService;
let checkout: Checkout;

beforeAll(async () => {
  service = await startCacheService();
  checkout = await checkOut({
    Dockerfile: 'FROM python:3.13-slim AS dev\n',
    'requirements.txt': '',
    '.github/workflows/test.yml': 'jobs:\n  report:\n    steps:\n      - uses: OWNER/dev-in-docker/report@v1\n',
  });
});
afterAll(async () => {
  await checkout.release();
  await service.stop();
});
beforeEach(() => service.clear());

/** Runs the second of three legs on a runner where no engine answers. */
async function leg(options: Partial<JobOptions> = {}): Promise<JobResult> {
  const job = await runAction({
    action,
    workspace: checkout.workspace,
    event: pushEvent(checkout.sha),
    environment: { PATH: '/usr/bin:/bin', DOCKER_HOST: 'tcp://127.0.0.1:9' },
    cache: { url: service.url, token: service.token({ ref: 'refs/heads/main', results: RESULTS }) },
    matrix: { python: '3.13' },
    jobTotal: 3,
    jobIndex: 1,
    ...options,
  });
  await job.release();
  return job;
}

const fetchAll = (): Promise<LegRead[]> =>
  fetchLegs(service, RESULTS.run, { repository: defaultRepository, sha: checkout.sha, ...runIds() });

test('a leg that came to no tests leaves why, and keeps its whole page', async () => {
  const job = await leg();
  expect(job.conclusion).toBe('failure');
  expect(job.summary).not.toContain('on the page of the job that reports on all');
  expect(job.raw).not.toMatch(/artifact/i);
  const [error] = job.annotations;
  expect(await fetchAll()).toEqual([
    {
      name: expect.stringMatching(/^dev-in-docker-test-1-[0-9a-f]{8}-1$/),
      leg: expect.objectContaining({
        index: 1,
        total: 3,
        matrix: [{ name: 'python', value: '3.13' }],
        place: 'test._2',
        conclusion: 'failure',
        sentence: error?.message.split('\n\n')[0],
        exitCode: null,
        isCounted: false,
      }),
      tests: [],
      suite: expect.any(Function),
    },
  ]);
  const [artifact] = service.artifacts();
  expect((Date.parse(artifact?.expiresAt ?? '') - Date.now()) / 86_400_000).toBeCloseTo(30, 0);
});

test.each<[string, Partial<JobOptions>, number]>([
  ['that is no leg leaves nothing where no report follows', { matrix: null }, 0],
  ['that is the only leg of a matrix leaves it in any case', {}, 1],
])('a job %s', async (_, options, count) => {
  const alone = await checkOut({ Dockerfile: 'FROM python:3.13-slim AS dev\n', 'requirements.txt': '' });
  await leg({ workspace: alone.workspace, event: pushEvent(alone.sha), jobTotal: 1, jobIndex: 0, ...options });
  await alone.release();
  expect(service.artifacts()).toHaveLength(count);
});

test('a job that is no leg leaves what it did where a report follows', async () => {
  await leg({ jobTotal: 1, jobIndex: 0, matrix: null });
  expect(await fetchAll()).toMatchObject([{ leg: { matrix: [], total: 1, conclusion: 'failure' } }]);
});

test('where there is no service, a notice says that the report will lack the leg', async () => {
  const { annotations } = await leg({ cache: { url: '', token: '' } });
  expect(annotations.at(-1)).toMatchObject({
    level: 'notice',
    message: expect.stringMatching(/^The report of all legs will lack this one, .*this runner offers no artifacts/),
  });
});

test('where the service refuses, a notice says so', async () => {
  service.faults = { artifact: { denied: true } };
  const { annotations } = await leg();
  expect(annotations.at(-1)?.message).toContain('no access to artifacts');
});

test('a report that is not told of any job says so: as an error, on its page and in its outputs', async () => {
  const job = await leg({ folder: 'report', inputs: { needs: '' } });
  const sentence = expect.stringMatching(/^Input needs is empty, .*toJSON\(needs\)/);
  expect(job).toMatchObject({
    conclusion: 'failure',
    annotations: [{ level: 'error', message: sentence }],
    outputs: { conclusion: 'failure', total: '' },
  });
  expect(job.summary).toContain('nothing is known of any leg');
});
