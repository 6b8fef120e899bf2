// The lab's artifact service against the client that uses it: @actions/artifact, unmodified.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type CacheService, startCacheService } from './cache-service.ts';
import type { Results } from './cache-token.ts';

const FIRST: Results = { run: 'run-a', job: 'job-1' };
const SECOND: Results = { run: 'run-a', job: 'job-2' };
const OTHER_RUN: Results = { run: 'run-b', job: 'job-1' };

let service: CacheService;
let folder: string;

beforeAll(async () => {
  service = await startCacheService();
  folder = await mkdtemp(join(tmpdir(), 'artifact-service-test-'));
  await writeFile(join(folder, 'leg.json'), '{"index":0}');
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => service.clear());

/** Runs the real client as an action of this job does; returns what the call returned, or the error, and the log. */
async function client(results: Results, call: string): Promise<{ returned: unknown; log: string }> {
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: folder,
    GITHUB_RETENTION_DAYS: '90',
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: service.token({ ref: 'refs/heads/main', results }),
  };
  const script = `
    import { DefaultArtifactClient } from ${JSON.stringify(import.meta.resolve('@actions/artifact'))};
    const client = new DefaultArtifactClient();
    const returned = await (${call}).catch(error => error.message);
    console.log('\\nRETURNED ' + JSON.stringify(returned));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    cwd: folder,
  });
  const returned: unknown = JSON.parse(/^RETURNED (.*)$/m.exec(stdout)?.[1] ?? 'null');
  return { returned, log: stdout };
}

const UPLOAD = `client.uploadArtifact('leg-0', ['leg.json'], '.', { retentionDays: 30 })`;

test('an artifact is uploaded by one job, and listed and downloaded by another of its run', async () => {
  const uploaded = await client(FIRST, UPLOAD);
  expect(uploaded.returned).toEqual({ id: expect.any(Number), size: expect.any(Number), digest: expect.any(String) });
  const [artifact] = service.artifacts();
  expect(artifact).toMatchObject({ name: 'leg-0', run: 'run-a' });
  const days = (Date.parse(artifact?.expiresAt ?? '') - Date.now()) / (24 * 60 * 60 * 1000);
  expect(days).toBeCloseTo(30, 0);

  const listed = await client(SECOND, 'client.listArtifacts()');
  const { id, digest } = uploaded.returned as { id: number; digest: string };
  expect(listed.returned).toMatchObject({ artifacts: [{ id, name: 'leg-0', digest: `sha256:${digest}` }] });

  const options = JSON.stringify({ path: 'whole', skipDecompress: true, expectedHash: `sha256:${digest}` });
  const downloaded = await client(SECOND, `client.downloadArtifact(${id}, ${options})`);
  expect(downloaded.returned).toMatchObject({ downloadPath: 'whole', digestMismatch: false });
  expect((await readFile(join(folder, 'whole/artifact'))).subarray(0, 2).toString()).toBe('PK');

  const unpacked = await client(SECOND, `client.downloadArtifact(${id}, ${JSON.stringify({ path: 'unpacked' })})`);
  expect(unpacked.returned).toMatchObject({ downloadPath: 'unpacked' });
  expect(await readFile(join(folder, 'unpacked/leg.json'), 'utf8')).toBe('{"index":0}');
});

test('a name is given once in a run, and a run sees no artifacts of others', async () => {
  await client(FIRST, UPLOAD);
  expect((await client(SECOND, UPLOAD)).returned).toContain('an artifact with this name already exists');
  expect((await client(OTHER_RUN, 'client.listArtifacts()')).returned).toEqual({ artifacts: [] });
  expect((await client(OTHER_RUN, UPLOAD)).returned).toMatchObject({ id: expect.any(Number) });
  expect(service.artifacts()).toHaveLength(2);
});

test('what was added by hand is found as any other, and what was removed is not', async () => {
  await service.addArtifact('run-a', 'foreign', Buffer.from('PK'));
  const listed = await client(FIRST, 'client.listArtifacts()');
  expect(listed.returned).toMatchObject({ artifacts: [{ name: 'foreign', size: 2 }] });
  await service.removeArtifact('foreign');
  expect((await client(FIRST, 'client.listArtifacts()')).returned).toEqual({ artifacts: [] });
});

test('a service that refuses does so in the words of the client', async () => {
  service.faults = { artifact: { denied: true } };
  expect((await client(FIRST, UPLOAD)).returned).toContain('no access to artifacts');
});
