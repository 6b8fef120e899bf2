// The serving process when the cache service or the blob storage does not do what it should.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DATA_OFFSET, framed } from '../../../src/cache/framed.ts';
import { CHUNK_BYTES } from '../../../src/cache/run-entry.ts';
import { sha256 } from '../../../src/host/steps/hash.ts';
import type { Faults } from '../../lab/cache-faults.ts';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import { waitFor } from '../../lab/process.ts';
import { headerOf, KEY_PREFIX, PREFETCH_PREFIX, runEntry, type Serving, save, serve, squashfsLike } from './serving.ts';

const KEY = `${KEY_PREFIX}abc`;
const CHUNKS = 40;
const data = squashfsLike(CHUNKS);
let service: CacheService;

beforeAll(async () => {
  service = await startCacheService({ hostsFile: false });
});
afterAll(() => service.stop());
beforeEach(() => service.clear());

const chunkOf = (chunk: number) => data.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES);

/** A process that serves an entry which it fetches through the proxy, so slowly that most chunks are still to come. */
async function serveSlowly(): Promise<Serving> {
  await save(service, KEY, runEntry(data));
  await save(service, `${PREFETCH_PREFIX}1`, '[0]');
  service.faults = { download: { rate: 2e6 } };
  const serving = await serve(service);
  await serving.told('mounted');
  return serving;
}

async function expectAll(serving: Serving): Promise<void> {
  for (let chunk = CHUNKS - 1; chunk >= 0; chunk--) {
    expect((await serving.readChunk(chunk)).equals(chunkOf(chunk)), `chunk ${chunk}`).toBe(true);
  }
}

describe('from somewhere in the middle it goes on', () => {
  test.each<[string, Faults]>([
    ['refused once', { download: { status: 403, times: 1 } }],
    ['gone from where it was', { download: { status: 404, times: 1 } }],
    ['refused several times', { download: { status: 403, times: 4 } }],
    [
      'refused, and the service is not well',
      { download: { status: 403, times: 2 }, lookup: { status: 503, times: 2 } },
    ],
    ['cut connections', { download: { reset: true, times: 5 } }],
    ['an overloaded storage', { download: { status: 503, times: 5 } }],
    ['damaged on its way', { download: { flip: true, times: 1 } }],
    ['bodies that break off', { download: { truncateAfter: 300_000, times: 5 } }],
    ['bodies without a byte', { download: { truncateAfter: 0, times: 3 } }],
  ])('%s', async (_, faults) => {
    const serving = await serveSlowly();
    service.faults = faults;
    await expectAll(serving);
    expect(await serving.finish()).toMatchObject({ bytesFetched: data.length, bytes: data.length });
  });
});

describe('from the start', () => {
  test.each<[string, Faults]>([
    ['refused once', { download: { status: 403, times: 1 } }],
    ['cut connections', { download: { reset: true, times: 3 } }],
    ['a busy service', { lookup: { status: 429, retryAfter: 1, times: 1 } }],
    ['cut calls', { lookup: { reset: true, times: 2 } }],
    ['an answer that is no JSON, once', { lookup: { body: '<html>', times: 1 } }],
  ])('%s: it is mounted all the same', async (_, faults) => {
    await save(service, KEY, runEntry(data));
    service.faults = faults;
    const serving = await serve(service);
    await serving.told('mounted');
    expect((await serving.readChunk(7)).equals(chunkOf(7))).toBe(true);
  });

  test.each<[string, Faults, RegExp]>([
    ['an answer of another shape', { lookup: { body: '{"result":{"url":"x"}}' } }, /not known/],
    ['an answer that is no JSON', { lookup: { body: '<html>' } }, /not known/],
    [
      'an address that is none',
      { lookup: { body: '{"ok":true,"signed_download_url":"x","matched_key":"run-0123-a"}' } },
      /not known/,
    ],
    [
      'another entry than was asked for',
      { lookup: { body: '{"ok":true,"signed_download_url":"http://127.0.0.1/","matched_key":"b"}' } },
      /not known/,
    ],
    ['an unknown call', { lookup: { status: 404, body: '{"code":"bad_route","msg":"no such call"}' } }, /no such call/],
    ['reads denied', { lookup: { denied: true } }, /cache read denied/],
    ['out of order', { lookup: { status: 500 } }, /HTTP 500/],
    ['too busy for long', { lookup: { status: 429, retryAfter: 3600 } }, /HTTP 429/],
    ['cut calls', { lookup: { reset: true } }, /can not be reached/],
  ])('%s: trouble', async (_, faults, message) => {
    await save(service, KEY, runEntry(data));
    service.faults = faults;
    const serving = await serve(service);
    expect(await serving.told('trouble')).toEqual({ type: 'trouble', message: expect.stringMatching(message) });
    await serving.ended;
    expect(await serving.isMounted()).toBe(false);
  });

  test('the order can not be had: it goes without', async () => {
    await save(service, KEY, runEntry(data));
    await save(service, `${PREFETCH_PREFIX}1`, '[0,1,2]');
    await service.corrupt(`${PREFETCH_PREFIX}1`, 'truncate');
    const serving = await serve(service);
    await serving.told('mounted');
    expect((await serving.readChunk(7)).equals(chunkOf(7))).toBe(true);
    expect(await serving.finish()).toMatchObject({ knewPrefetchOrder: false });
  });
});

describe('an entry that is damaged', () => {
  const whole = runEntry(data);
  const changed = (place: number) => {
    const blob = Buffer.from(whole);
    blob.writeUInt8(blob.readUInt8(place) ^ 1, place);
    return blob;
  };

  /** An entry with any fields in its header, whose digest is right. */
  const forged = (fields: object) => {
    const header = headerOf(data);
    const blob = Buffer.from(whole);
    const format = { line: 'dev-in-docker run entry 1\n', name: 'run entry' };
    blob.set(framed(format, { ...header, chunks: header.chunks.join(''), ...fields }, sha256));
    return blob;
  };

  test.each<[string, Buffer, RegExp]>([
    ['magic', changed(3), /no run entry/],
    ['length of the header', changed(26), /header is damaged/],
    ['digest of the header', changed(60), /header is damaged/],
    ['header', changed(300), /header is damaged/],
    ['cut short in its last chunk', whole.subarray(0, -1), /cut short/],
    ['cut short in its header', whole.subarray(0, 5000), /cut short/],
    ['a header without base images', forged({ bases: undefined }), /header is damaged/],
    [
      'a header with a path in the root directory',
      forged({ topLevel: [{ name: '../..', kind: 'directory' }] }),
      /header is damaged/,
    ],
    ['a header with half a byte', forged({ bytes: data.length + 0.5 }), /header is damaged/],
    ['nothing but zeros', Buffer.alloc(DATA_OFFSET), /no run entry/],
  ])('%s: trouble, with the key', async (_, blob, message) => {
    await save(service, KEY, blob);
    const serving = await serve(service);
    const trouble = await serving.told('trouble');
    expect(trouble).toEqual({ type: 'trouble', message: expect.stringMatching(message), key: KEY });
    await serving.ended;
    expect(serving.messages).toEqual([trouble]);
    expect(await serving.isMounted()).toBe(false);
  });

  test('a chunk: lost, once it is read', async () => {
    await save(service, KEY, changed(DATA_OFFSET + 30 * CHUNK_BYTES + 77));
    const serving = await serve(service);
    await serving.told('mounted');
    expect((await serving.readChunk(29)).equals(chunkOf(29))).toBe(true);
    await expectLost(serving, /chunk 31 of 40 is damaged/, 30);
  });
});

/** A read fails and says why; from then on none goes on, until it is unmounted. */
async function expectLost(serving: Serving, message: RegExp, chunk: number): Promise<void> {
  await expect(serving.readChunk(chunk)).rejects.toThrow(/EIO/);
  expect((await serving.told('lost')).message).toMatch(message);
  await expect(serving.readChunk((chunk + 5) % CHUNKS)).rejects.toThrow(/EIO/);
  expect(serving.hasEnded()).toBe(false);
  serving.send({ type: 'release', keepPrefetchOrder: true });
  await serving.unmount();
  await serving.ended;
  expect(serving.messages.map(({ type }) => type)).toEqual(['found', 'mounted', 'lost']);
  expect(service.entries().filter(({ key }) => key !== `${PREFETCH_PREFIX}1`).length).toBeLessThanOrEqual(1);
}

describe('lost in the middle', () => {
  test('all is damaged on its way', async () => {
    const serving = await serveSlowly();
    service.faults = { download: { flip: true } };
    await expectLost(serving, /damaged/, 30);
  });

  test('the entry is removed', async () => {
    const serving = await serveSlowly();
    await service.remove(KEY);
    await expectLost(serving, /the entry is gone/, 30);
  });

  test('the entry is removed and another one is there', async () => {
    const serving = await serveSlowly();
    await service.remove(KEY);
    await save(service, `${KEY_PREFIX}other`, runEntry(squashfsLike(CHUNKS)));
    await expectLost(serving, /the entry is gone/, 30);
  });
});

test('the service stays away for some seconds: the reader waits', async () => {
  const serving = await serveSlowly();
  service.faults = { download: { status: 403 } };
  await service.goDown();
  const reading = serving.readChunk(30);
  await sleep(5000);
  service.faults = {};
  await service.comeBack();
  expect((await reading).equals(chunkOf(30))).toBe(true);
});

test('a storage that crawls', async () => {
  const small = squashfsLike(4);
  await save(service, KEY, runEntry(small));
  service.faults = { download: { rate: 1e6 } };
  const serving = await serve(service);
  await serving.told('mounted');
  expect((await serving.read(0, small.length)).equals(small)).toBe(true);
  await waitFor('nothing is left to fetch', 20, async () => (await serving.stored()) >= small.length);
  expect(await serving.finish()).toMatchObject({ bytesFetched: small.length });
});

test('the process is killed: readers fail at once, and the mount comes off', async () => {
  const serving = await serveSlowly();
  service.faults = { download: { delay: 8000 } };
  const failure = expect(serving.readChunk(30)).rejects.toThrow(/ECONNABORTED|ENOTCONN|EIO/);
  await sleep(200);
  serving.process.kill('SIGKILL');
  await failure;
  await expect(serving.readChunk(31)).rejects.toThrow(/ENOTCONN|EIO/);
  await serving.unmount();
  expect(await serving.isMounted()).toBe(false);
});
