// The lab's cache service against the clients that use it: @actions/cache unmodified, and the Azure SDK.

import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BlockBlobClient } from '@azure/storage-blob';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CacheService, startCacheService } from './cache-service.ts';
import type { Rights } from './cache-token.ts';
import { addHost } from './hosts-file.ts';

const MAIN = 'refs/heads/main';
const TOPIC = 'refs/heads/topic';
const DEVELOP = 'refs/heads/develop';
const PULL = 'refs/pull/7/merge';
const push = (ref: string): Rights => ({ ref });
const pullRequest: Rights = { ref: PULL, baseRef: DEVELOP };

let service: CacheService;
let folder: string;

beforeAll(async () => {
  service = await startCacheService();
  folder = await mkdtemp(join(tmpdir(), 'cache-service-test-'));
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => service.clear());

// --- @actions/cache in a process of its own, as an action runs it ---------------------------------------------------

const CLIENT = `
  import { restoreCache, saveCache } from '@actions/cache';
  const results = [];
  for (const { save, restore, keys } of JSON.parse(process.argv[1]))
    results.push((save ? await saveCache(['data'], save) : await restoreCache(['data'], restore, keys)) ?? null);
  console.log('RESULTS ' + JSON.stringify(results));`;

type Step = { save: string } | { restore: string; keys?: string[] };

/** Runs the real client in the test's folder; returns what each step returned (null: a miss) and the log. */
async function actionsCache(rights: Rights, ...steps: Step[]): Promise<{ results: unknown; log: string }> {
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: service.token(rights),
  };
  // The client looks for its paths in GITHUB_WORKSPACE, but Node looks for the client from here.
  const script = CLIENT.replace("'@actions/cache'", JSON.stringify(import.meta.resolve('@actions/cache')));
  const args = ['--input-type=module', '--eval', script, JSON.stringify(steps)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, cwd: folder });
  const results: unknown = JSON.parse(/^RESULTS (.*)$/m.exec(stdout)?.[1] ?? 'null');
  return { results, log: stdout };
}

async function writeData(content: string | Buffer): Promise<void> {
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(join(folder, 'data/file'), content);
}

async function removeData(): Promise<void> {
  await rm(join(folder, 'data'), { recursive: true, force: true });
}

const dataBytes = () => readFile(join(folder, 'data/file'));

// --- The three calls, bare ------------------------------------------------------------------------------------------

type Reply = { status: number; body: Record<string, unknown> };

async function call(rights: Rights | string, name: string, fields: object): Promise<Reply> {
  const token = typeof rights === 'string' ? rights : service.token(rights);
  const response = await fetch(`${service.url}twirp/github.actions.results.api.v1.CacheService/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

const reserve = (rights: Rights, key: string, version = 'v') => call(rights, 'CreateCacheEntry', { key, version });
const lookUp = (rights: Rights, key: string, restore_keys: string[] = [], version = 'v') =>
  call(rights, 'GetCacheEntryDownloadURL', { key, restore_keys, version });
const uploadUrl = async (rights: Rights, key: string) => String((await reserve(rights, key)).body.signed_upload_url);
const downloadUrl = async (rights: Rights, key: string) => String((await lookUp(rights, key)).body.signed_download_url);
const upload = (url: string, content: string | Buffer) =>
  fetch(url, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: new Uint8Array(Buffer.from(content)) });

async function save(rights: Rights, key: string, content: string | Buffer = key, version = 'v'): Promise<void> {
  const { body } = await reserve(rights, key, version);
  expect((await upload(String(body.signed_upload_url), content)).status).toBe(201);
  const size_bytes = String(Buffer.byteLength(content));
  const finalized = await call(rights, 'FinalizeCacheEntryUpload', { key, version, size_bytes });
  expect(finalized).toMatchObject({ status: 200, body: { ok: true } });
}

/** The key and scope-specific content that a lookup leads to; undefined for a miss. */
async function found(rights: Rights, key: string, restoreKeys: string[] = []): Promise<string | undefined> {
  const { body } = await lookUp(rights, key, restoreKeys);
  return body.ok ? (await fetch(String(body.signed_download_url))).text() : undefined;
}

// --------------------------------------------------------------------------------------------------------------------

describe('@actions/cache', () => {
  test('saves once, restores by key and by prefix, misses what is not there', async () => {
    await writeData('the first');
    const saved = await actionsCache(push(MAIN), { save: 'deps-1-a' }, { save: 'deps-1-a' }, { restore: 'other' });
    expect(saved.results).toEqual([expect.any(Number), -1, null]);
    expect(saved.log).toContain('another job may be creating this cache');
    expect(service.entries()).toMatchObject([{ key: 'deps-1-a', scope: MAIN, size: expect.any(Number) }]);

    await removeData();
    const steps = [{ restore: 'deps-1-a' }, { restore: 'deps-1' }, { restore: 'x', keys: ['y', 'deps-'] }];
    const restored = await actionsCache(push(MAIN), ...steps);
    expect(restored.results).toEqual(['deps-1-a', 'deps-1-a', 'deps-1-a']);
    expect(await dataBytes()).toEqual(Buffer.from('the first'));
  });

  test('downloads a large entry in parallel ranges, as from the real service', async () => {
    expect(service.productionHost).toBe(true);
    const bytes = randomBytes(40 * 1024 * 1024);
    await writeData(bytes);
    await actionsCache(push(MAIN), { save: 'large' });
    await removeData();
    await actionsCache(push(MAIN), { restore: 'large' });

    expect(bytes.equals(await dataBytes())).toBe(true);
    const ranges = () => service.requests.filter(({ method, status }) => method === 'GET' && status === 206);
    // Azurite writes its log a little later.
    const patience = { timeout: 10_000 };
    await vi.waitFor(() => expect(ranges().length).toBeGreaterThanOrEqual(10), patience);
    expect(ranges()[0]).toEqual({ method: 'GET', key: 'large', status: 206 });
    const { size } = service.entries()[0] ?? { size: 0 };
    expect(size).toBeGreaterThan(bytes.length);
    await vi.waitFor(() => expect(service.traffic).toEqual({ uploaded: size, downloaded: size }), patience);
  });

  test('a read-only token restores, and its save is refused with a warning', async () => {
    await writeData('read me');
    await actionsCache(push(MAIN), { save: 'deps' });
    const { results, log } = await actionsCache({ ref: MAIN, readOnly: true }, { restore: 'deps' }, { save: 'new' });
    expect(results).toEqual(['deps', -1]);
    expect(log).toMatch(/::warning::Failed to save: .*cache write denied/);
  });

  test('a token that may not read gets a miss with a warning', async () => {
    const { results, log } = await actionsCache({ ref: MAIN, cacheMode: 'write-only' }, { restore: 'deps' });
    expect(results).toEqual([null]);
    expect(log).toMatch(/::warning::Failed to restore: .*cache read denied/);
  });

  test('a rate limit and a service that is down are warnings', async () => {
    service.faults = { lookup: { status: 429, retryAfter: 7, times: 1 } };
    const limited = await actionsCache(push(MAIN), { restore: 'deps' });
    expect(limited.log).toContain('your rate limit will reset in 7 seconds');

    await service.goDown();
    const down = await actionsCache(push(MAIN), { restore: 'deps' });
    await service.comeBack();
    expect(down.log).toMatch(/::warning::Failed to restore: .*ECONNREFUSED/s);
    const again = await actionsCache(push(MAIN), { restore: 'deps' });
    expect([limited.results, down.results, again.results]).toEqual([[null], [null], [null]]);
    expect(again.log).not.toContain('::warning::');
  });

  test('a 503 is tried again', async () => {
    await save(push(MAIN), 'deps');
    service.faults = { lookup: { status: 503, times: 1 } };
    await actionsCache(push(MAIN), { restore: 'deps' });
    const statuses = service.requests.filter(({ method }) => method === 'GetCacheEntryDownloadURL');
    expect(statuses.map(({ status }) => status)).toEqual([503, 200]);
  });
});

describe('scopes', () => {
  const refs = [MAIN, DEVELOP, TOPIC, PULL, 'refs/pull/8/merge', 'refs/tags/v1'];

  test.each<[string, Rights, string[]]>([
    ['a push to the default branch', push(MAIN), [MAIN]],
    ['a push to another branch', push(TOPIC), [TOPIC, MAIN]],
    ['a pull request', pullRequest, [PULL, DEVELOP, MAIN]],
    ['a pull request from a fork to the default branch', { ref: PULL, baseRef: MAIN }, [PULL, MAIN]],
    ['a tag', push('refs/tags/v1'), ['refs/tags/v1', MAIN]],
    ['a repository whose default branch is another', { ref: TOPIC, defaultBranch: DEVELOP }, [TOPIC, DEVELOP]],
  ])('%s reads %j', async (_, rights, readable) => {
    for (const ref of refs) await save(push(ref), `only ${ref}`);
    const seen = [];
    for (const ref of refs) if (await found(rights, `only ${ref}`)) seen.push(ref);
    expect(seen.sort()).toEqual([...readable].sort());
  });

  test('a run writes to its own ref only, where the key may exist elsewhere', async () => {
    await save(push(MAIN), 'deps', 'of main');
    await save(pullRequest, 'deps', 'of the pull request');
    expect(service.entries().map(({ scope }) => scope)).toEqual([MAIN, PULL]);
    expect(await found(pullRequest, 'deps')).toBe('of the pull request');
    expect(await found(push(TOPIC), 'deps')).toBe('of main');
  });

  test('the own ref goes before the base, the base before the default branch', async () => {
    await save(push(MAIN), 'deps-exact');
    expect(await found(pullRequest, 'deps-exact', ['deps-'])).toBe('deps-exact');
    await save(push(DEVELOP), 'deps-base');
    expect(await found(pullRequest, 'deps-exact', ['deps-'])).toBe('deps-base');
    await save(pullRequest, 'deps-own');
    expect(await found(pullRequest, 'deps-exact', ['deps-'])).toBe('deps-own');
  });
});

describe('keys', () => {
  test('exact before prefix, newest prefix first, then the restore keys in their order', async () => {
    for (const key of ['deps-1', 'deps-1-a', 'deps-1-b', 'deps-2']) await save(push(MAIN), key);
    expect(await found(push(MAIN), 'deps-1')).toBe('deps-1');
    expect(await found(push(MAIN), 'deps-1-')).toBe('deps-1-b');
    expect(await found(push(MAIN), 'x', ['deps-1-', 'deps-'])).toBe('deps-1-b');
    expect(await found(push(MAIN), 'x', ['y', 'deps-'])).toBe('deps-2');
    expect(await found(push(MAIN), 'x', ['y'])).toBeUndefined();
  });

  test('a key can be reserved once for each version, and only its version finds it', async () => {
    await save(push(MAIN), 'deps', 'one', 'v');
    expect(await reserve(push(MAIN), 'deps')).toMatchObject({ status: 409, body: { code: 'already_exists' } });
    await save(push(MAIN), 'deps', 'two', 'w');
    expect(await lookUp(push(MAIN), 'deps', [], 'x')).toEqual({ status: 200, body: { ok: false } });
    expect(await found(push(MAIN), 'deps')).toBe('one');
  });

  test('an entry is invisible, but its key taken, until it is finalized with its true size', async () => {
    await upload(await uploadUrl(push(MAIN), 'deps'), '12345');
    expect(await found(push(MAIN), 'deps')).toBeUndefined();
    expect((await reserve(push(MAIN), 'deps')).status).toBe(409);
    const finalize = (size_bytes: unknown) =>
      call(push(MAIN), 'FinalizeCacheEntryUpload', { key: 'deps', version: 'v', size_bytes });
    expect((await finalize('4')).body.ok).toBe(false);
    expect(await finalize(5)).toMatchObject({ status: 200, body: { ok: true, entry_id: expect.any(String) } });
    expect(await found(push(MAIN), 'deps')).toBe('12345');
  });

  test('removed entries are gone', async () => {
    await save(push(MAIN), 'deps');
    const url = await downloadUrl(push(MAIN), 'deps');
    await service.remove('deps');
    expect(await found(push(MAIN), 'deps')).toBeUndefined();
    expect((await fetch(url)).status).toBe(404);
  });

  test.each([
    ['a comma', { key: 'a,b', version: 'v' }],
    ['513 characters', { key: 'x'.repeat(513), version: 'v' }],
    ['no key', { version: 'v' }],
    ['no version', { key: 'a' }],
  ])('%s is a bad request', async (_, fields) => {
    expect((await call(push(MAIN), 'CreateCacheEntry', fields)).status).toBe(400);
  });

  test('a token of someone else, or none, is refused', async () => {
    const forged = service.token(push(MAIN)).replace(/\.[^.]+$/, `.${randomBytes(32).toString('base64url')}`);
    for (const token of [forged, '', 'abc']) {
      expect((await call(token, 'GetCacheEntryDownloadURL', { key: 'a', version: 'v' })).status).toBe(401);
    }
  });
});

test('the token says what it allows in its claim `ac`', () => {
  const payload = service.token(pullRequest).split('.')[1] ?? '';
  const claims: Record<string, unknown> = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(claims).toMatchObject({ exp: expect.any(Number), nbf: expect.any(Number), scp: expect.any(String) });
  expect(JSON.parse(String(claims.ac))).toEqual([
    { Scope: PULL, Permission: 3 },
    { Scope: DEVELOP, Permission: 1 },
    { Scope: MAIN, Permission: 1 },
  ]);
});

describe('the raw client', () => {
  test('uploads in blocks and downloads many ranges at a time over kept connections', async () => {
    const bytes = randomBytes(24 * 1024 * 1024);
    const client = new BlockBlobClient(await uploadUrl(push(MAIN), 'raw'));
    await client.uploadData(bytes, { blockSize: 4 * 1024 * 1024, concurrency: 8, maxSingleShotSize: 0 });
    await call(push(MAIN), 'FinalizeCacheEntryUpload', { key: 'raw', version: 'v', size_bytes: bytes.length });

    const url = await downloadUrl(push(MAIN), 'raw');
    const part = 512 * 1024;
    const parts = Array.from({ length: bytes.length / part }, async (_, index) => {
      const range = `bytes=${index * part}-${(index + 1) * part - 1}`;
      const response = await fetch(url, { headers: { range } });
      expect(response.status).toBe(206);
      return Buffer.from(await response.arrayBuffer());
    });
    expect(Buffer.concat(await Promise.all(parts)).equals(bytes)).toBe(true);
  });
});

describe('faults of the calls', () => {
  test.each([
    [429, 'resource_exhausted'],
    [500, 'unavailable'],
  ])('status %i on each call', async (status, code) => {
    service.faults = { reserve: { status }, finalize: { status }, lookup: { status } };
    for (const name of ['CreateCacheEntry', 'FinalizeCacheEntryUpload', 'GetCacheEntryDownloadURL']) {
      expect(await call(push(MAIN), name, { key: 'a', version: 'v' })).toMatchObject({ status, body: { code } });
    }
  });

  test('denied, whatever the token allows', async () => {
    service.faults = { reserve: { denied: true }, lookup: { denied: true } };
    const message = expect.stringMatching(/^cache write denied:/);
    expect(await reserve(push(MAIN), 'a')).toEqual({ status: 200, body: { ok: false, message } });
    const msg = expect.stringMatching(/^cache read denied:/);
    expect(await lookUp(push(MAIN), 'a')).toMatchObject({ status: 403, body: { msg } });
  });

  test('an answer in an unknown form', async () => {
    service.faults = {
      lookup: { body: '{"version":3,"result":{"location":"elsewhere"}}' },
      reserve: { body: '<html>' },
    };
    expect((await lookUp(push(MAIN), 'a')).body).toEqual({ version: 3, result: { location: 'elsewhere' } });
    await expect(reserve(push(MAIN), 'a')).rejects.toThrow(SyntaxError);
  });

  test('a cut connection, as often as it says, then all is well', async () => {
    service.faults = { lookup: { reset: true, times: 1 } };
    await expect(lookUp(push(MAIN), 'a')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await lookUp(push(MAIN), 'a')).status).toBe(200);
    expect(service.requests.map(({ status }) => status)).toEqual([0, 200]);
  });

  test('a delay', async () => {
    service.faults = { lookup: { delay: 300 } };
    const start = performance.now();
    await lookUp(push(MAIN), 'a');
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

describe('faults of blobs', () => {
  const content = randomBytes(1024 * 1024);
  const differingBytes = (bytes: Buffer) => content.filter((byte, index) => byte !== bytes[index]).length;
  const download = async () => Buffer.from(await (await fetch(await downloadUrl(push(MAIN), 'deps'))).arrayBuffer());

  test('stored bytes that changed or were cut off', async () => {
    await save(push(MAIN), 'deps', content);
    await service.corrupt('deps', 'flip');
    const flipped = await download();
    expect([flipped.length, differingBytes(flipped)]).toEqual([content.length, 1]);
    await service.corrupt('deps', 'truncate');
    expect((await download()).length).toBe(content.length / 2);
    await expect(service.corrupt('absent', 'flip')).rejects.toThrow('no cache entry absent');
  });

  test('bytes that change on the wire, down and up', async () => {
    await save(push(MAIN), 'deps', content);
    service.faults = { download: { flip: true } };
    expect(differingBytes(await download())).toBe(1);
    service.faults = {};
    expect(differingBytes(await download())).toBe(0);

    await service.clear();
    service.faults = { upload: { flip: true } };
    await save(push(MAIN), 'deps', content);
    expect(differingBytes(await download())).toBe(1);
  });

  test('a transfer that breaks off, down and up', async () => {
    await save(push(MAIN), 'deps', content);
    service.faults = { download: { truncateAfter: 300_000 }, upload: { truncateAfter: 300_000 } };
    const { body } = await fetch(await downloadUrl(push(MAIN), 'deps'));
    let received = 0;
    const reading = async () => {
      for await (const chunk of body ?? []) received += chunk.length;
    };
    await expect(reading()).rejects.toThrow('terminated');
    expect(received).toBe(300_000);
    await expect(upload(await uploadUrl(push(MAIN), 'new'), content)).rejects.toThrow('fetch failed');
  });

  test('a slow line, shared by all connections', async () => {
    await save(push(MAIN), 'deps', content);
    service.faults = { download: { rate: 4 * content.length } };
    const start = performance.now();
    await Promise.all([download(), download()]);
    expect(performance.now() - start).toBeGreaterThan(450);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('a status, a cut connection and a delay', async () => {
    await save(push(MAIN), 'deps', content);
    service.faults = { download: { status: 503, times: 1 } };
    const url = await downloadUrl(push(MAIN), 'deps');
    expect((await fetch(url)).status).toBe(503);
    expect((await fetch(url)).status).toBe(200);
    expect(service.requests).toContainEqual({ method: 'GET', key: 'deps', status: 503 });
    service.faults = { download: { reset: true } };
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    service.faults = { download: { delay: 300 } };
    const start = performance.now();
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(content.length);
    expect(performance.now() - start).toBeGreaterThan(290);
  });
});

describe('/etc/hosts', () => {
  test('has a marked line while a service runs, also beside another one, and none after', async () => {
    const ownLines = () =>
      readFileSync('/etc/hosts', 'utf8')
        .split('\n')
        .filter(line => line.includes(`process ${process.pid} `));
    const before = ownLines().length;
    const second = await startCacheService();
    expect(ownLines().length).toBe(before + 1);
    await second.stop();
    expect(ownLines().length).toBe(before);
  });

  test('a line that a killed run left is replaced', async () => {
    const host = 'left-over.dev-in-docker.test';
    const lines = () =>
      readFileSync('/etc/hosts', 'utf8')
        .split('\n')
        .filter(line => line.includes(host));
    const script = `const { addHost } = await import(process.argv[1]);
      await addHost('${host}');
      process.kill(process.pid, 'SIGKILL');`;
    const args = ['--input-type=module', '--eval', script, import.meta.resolve('./hosts-file.ts')];
    await expect(promisify(execFile)(process.execPath, args)).rejects.toMatchObject({ signal: 'SIGKILL' });
    const [leftOver, ...others] = lines();
    expect([leftOver?.startsWith('127.0.0.1 '), others]).toEqual([true, []]);

    const remove = await addHost(host);
    expect(lines()).toEqual([expect.stringContaining(`process ${process.pid} `)]);
    remove?.();
    expect(lines()).toEqual([]);
  });

  // Whoever listens too decides when the process ends; then the line goes with it.
  test.each([
    ['SIGINT', '', { signal: 'SIGINT' }],
    ['SIGTERM', '', { signal: 'SIGTERM' }],
    ['SIGINT', "process.once('SIGINT', () => setTimeout(() => process.exit(3), 50));", { code: 3 }],
    ['SIGINT', 'throw 1;', { code: 1 }],
  ])('a run that ends by %s takes its line along: %s', async (signal, listener, end) => {
    const host = 'interrupted.dev-in-docker.test';
    const script = `const { addHost } = await import(process.argv[1]);
      const alive = setInterval(() => {}, 1000);
      await addHost('${host}');
      console.log((await import('node:fs')).readFileSync('/etc/hosts', 'utf8').includes('${host}'));
      ${listener}
      process.kill(process.pid, '${signal}');`;
    const args = ['--input-type=module', '--eval', script, import.meta.resolve('./hosts-file.ts')];
    const ended = promisify(execFile)(process.execPath, args);
    await expect(ended).rejects.toMatchObject({ ...end, stdout: 'true\n' });
    expect(readFileSync('/etc/hosts', 'utf8')).not.toContain(host);
  });

  test('is left alone when asked to, and blobs have an address without a name', async () => {
    // Other runs of the lab may come and go meanwhile, with lines of their own.
    const isOthers = (line: string) =>
      /# dev-in-docker lab, process \d+ /.test(line) && !line.includes(` ${process.pid} `);
    const hosts = () =>
      readFileSync('/etc/hosts', 'utf8')
        .split('\n')
        .filter(line => !isOthers(line));
    const before = hosts();
    const plain = await startCacheService({ hostsFile: false });
    const running = service;
    service = plain;
    try {
      expect(hosts()).toEqual(before);
      await save(push(MAIN), 'deps', 'over the plain address');
      expect(await downloadUrl(push(MAIN), 'deps')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/lab/);
      expect(await found(push(MAIN), 'deps')).toBe('over the plain address');
    } finally {
      service = running;
      await plain.stop();
    }
  });
});
