// The serving process against the real kernel and a real blob service, when all goes well.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { HEADER_GUESS } from '../../../src/cache/framed.ts';
import { CHUNK_BYTES } from '../../../src/cache/run-entry.ts';
import { asRoot } from '../../../src/host/steps/root.ts';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import { run, waitFor } from '../../lab/process.ts';
import { runnerUser } from '../../lab/user.ts';
import { headerOf, KEY_PREFIX, PREFETCH_PREFIX, runEntry, save, serve, squashfsLike } from './serving.ts';

const KEY = `${KEY_PREFIX}abc`;
let service: CacheService;

beforeAll(async () => {
  // It comes with what mounts images.
  await runnerUser();
  service = await startCacheService({ hostsFile: false });
});
afterAll(() => service.stop());
beforeEach(() => service.clear());

test('a file is served as it is, whatever is read first', async () => {
  const data = squashfsLike(24);
  await save(service, KEY, runEntry(data));
  const serving = await serve(service);
  await serving.told('mounted');
  const { chunks: _, ...header } = headerOf(data);
  expect(serving.messages).toEqual([{ type: 'found', key: KEY, header }, { type: 'mounted' }]);

  const places = Array.from({ length: 60 }, (_, n) => [(n * 7_654_321) % data.length, 1 + ((n * 98_765) % (3 << 19))]);
  await Promise.all(
    places.map(async ([start = 0, length = 0]) => {
      const bytes = await serving.read(start, length);
      expect(bytes.equals(data.subarray(start, start + length)), `${length} bytes at ${start}`).toBe(true);
    }),
  );
  const whole = Buffer.concat(await Promise.all(Array.from({ length: 24 }, (_, chunk) => serving.readChunk(chunk))));
  expect(whole.equals(data)).toBe(true);
  expect((await serving.read(data.length, 10)).length).toBe(0);

  const figures = await serving.finish();
  expect(figures).toMatchObject({
    bytesFetched: data.length,
    bytes: data.length,
    partsRead: 24,
    knewPrefetchOrder: false,
  });
  expect(await serving.isMounted()).toBe(false);
});

/**
 * V8 compiles in threads, and one that needs room waits for the main thread to collect garbage, which an exit does no
 * more. This has such a thread at all times, with little room.
 */
const busyThreads = ['--stress-concurrent-allocation', '--max-old-space-size=64'];

test('it ends at once, whatever its threads are waiting for', { timeout: 60_000 }, async () => {
  const data = squashfsLike(8);
  await save(service, KEY, runEntry(data));
  // About every other one stays where it is left to Node how it ends.
  for (let round = 0; round < 6; round++) {
    const serving = await serve(service, { nodeOptions: busyThreads });
    await serving.told('mounted');
    expect((await serving.read(0, data.length)).equals(data)).toBe(true);
    serving.send({ type: 'release', keepPrefetchOrder: true });
    await serving.unmount();
    await waitFor('the serving process ends', 10, () => serving.hasEnded());
    // What it had to say and to keep is out.
    await serving.told('stopped');
  }
  expect(service.entries().filter(({ key }) => key.startsWith(PREFETCH_PREFIX))).toHaveLength(1);
});

test('a squashfs in it is mounted by a loop device', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'serve-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const source = join(import.meta.dirname, '../../../node_modules/typescript');
  await run(['mksquashfs', source, join(folder, 'squashfs'), '-quiet', '-no-progress', '-comp', 'zstd']);
  await save(service, KEY, runEntry(await readFile(join(folder, 'squashfs'))));
  const serving = await serve(service);
  await serving.told('mounted');
  await mkdir(join(folder, 'files'));
  await run(asRoot(['mount', '-t', 'squashfs', '-o', 'loop,ro', serving.mountpoint, join(folder, 'files')]));
  try {
    await run(['diff', '--recursive', '--no-dereference', source, join(folder, 'files')]);
  } finally {
    await run(asRoot(['umount', join(folder, 'files')]));
  }
  await serving.finish();
});

test('no entry', async () => {
  const serving = await serve(service);
  await serving.told('absent');
  await serving.ended;
  expect(serving.messages).toEqual([{ type: 'absent' }]);
});

test('the newest entry counts', async () => {
  const [older, newer] = [squashfsLike(2), squashfsLike(2)];
  await save(service, `${KEY_PREFIX}older`, runEntry(older));
  await save(service, `${KEY_PREFIX}newer`, runEntry(newer));
  const serving = await serve(service);
  expect((await serving.told('found')).key).toBe(`${KEY_PREFIX}newer`);
  await serving.told('mounted');
  expect((await serving.readChunk(0)).equals(newer.subarray(0, CHUNK_BYTES))).toBe(true);
});

test('a header that is longer than what is asked for first', async () => {
  const data = squashfsLike(2);
  const names = Array.from({ length: 4000 }, (_, number) => `registry.example.org/base-${number}`);
  const header = {
    ...headerOf(data),
    bases: Object.fromEntries(names.map(name => [name, `sha256:${'0'.repeat(64)}`])),
  };
  expect(JSON.stringify(header).length).toBeGreaterThan(HEADER_GUESS);
  await save(service, KEY, runEntry(data, header));
  const serving = await serve(service);
  expect((await serving.told('found')).header.bases).toEqual(header.bases);
});

describe('prefetch order', () => {
  const orderKeys = () => service.entries().filter(({ key }) => key.startsWith(PREFETCH_PREFIX));

  test('the first run keeps one, the next knows it and fetches those chunks first', async () => {
    const data = squashfsLike(60);
    await save(service, KEY, runEntry(data));
    const first = await serve(service);
    await first.told('mounted');
    for (const chunk of [40, 3, 50, 17]) await first.readChunk(chunk);
    const { prefetchKey } = await first.finish(true);
    expect(orderKeys().map(({ key }) => key)).toEqual([prefetchKey]);

    // So slow that little more than those chunks can come in.
    service.faults = { download: { rate: 4e6 } };
    const next = await serve(service);
    await next.told('mounted');
    const chunkIn = (file: Buffer, chunk: number) => file.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES);
    await waitFor('the chunks are there', 20, async () => {
      const store = await next.store();
      return [40, 3, 50, 17].every(chunk => chunkIn(store, chunk).equals(chunkIn(data, chunk)));
    });
    // The kernel reads ahead, into the chunks that follow.
    expect(await next.stored()).toBeLessThan(12 * CHUNK_BYTES);
    for (const chunk of [40, 3, 50, 17]) await next.readChunk(chunk);
    const figures = await next.finish(true);
    expect(figures.knewPrefetchOrder).toBe(true);
    expect(figures).not.toHaveProperty('prefetchKey');
  });

  test('one that is much off is kept anew', async () => {
    await save(service, KEY, runEntry(squashfsLike(6)));
    await save(service, `${PREFETCH_PREFIX}1`, '[0,1,2]');
    const serving = await serve(service);
    await serving.told('mounted');
    await serving.readChunk(5);
    const { prefetchKey } = await serving.finish(true);
    expect(orderKeys().map(({ key }) => key)).toEqual([`${PREFETCH_PREFIX}1`, prefetchKey]);
  });

  test('none is kept unless main says so, or where saving is refused', async () => {
    await save(service, KEY, runEntry(squashfsLike(2)));
    service.faults = { reserve: { denied: true } };
    for (const keepPrefetchOrder of [false, true]) {
      const serving = await serve(service);
      await serving.told('mounted');
      await serving.readChunk(0);
      expect(await serving.finish(keepPrefetchOrder)).not.toHaveProperty('prefetchKey');
    }
    expect(orderKeys()).toEqual([]);
  });

  test.each([
    ['text', 'no order at all'],
    ['an object', '{"0":1}'],
    ['strange numbers', '[-1, 1.5, 1e99, null, "2", [3], 99, 1, 1, 1]'],
    ['too long', `[${'0,'.repeat(200_000)}0]`],
    ['one that breaks off', '[1,'],
  ])('hostile: %s', async (_, text) => {
    const data = squashfsLike(3);
    await save(service, KEY, runEntry(data));
    await save(service, `${PREFETCH_PREFIX}1`, text);
    const serving = await serve(service);
    await serving.told('mounted');
    expect((await serving.read(0, data.length)).equals(data)).toBe(true);
    await serving.finish();
  });
});

test('a read jumps the queue', async () => {
  const data = squashfsLike(40);
  await save(service, KEY, runEntry(data));
  await save(service, `${PREFETCH_PREFIX}1`, JSON.stringify(Array.from({ length: 39 }, (_, chunk) => chunk)));
  service.faults = { download: { rate: 8e6 } };
  const serving = await serve(service);
  await serving.told('mounted');
  expect((await serving.readChunk(39)).equals(data.subarray(39 * CHUNK_BYTES))).toBe(true);
  expect(await serving.stored()).toBeLessThan(30 * CHUNK_BYTES);
});

test('the rest comes in by itself', async () => {
  const data = squashfsLike(12);
  await save(service, KEY, runEntry(data));
  await save(service, `${PREFETCH_PREFIX}1`, '[1]');
  const serving = await serve(service);
  await serving.told('mounted');
  await waitFor('all is there', 20, async () => (await serving.stored()) >= data.length);
  await service.goDown();
  await service.remove(KEY);
  expect((await serving.read(0, data.length)).equals(data)).toBe(true);
  await service.comeBack();
  expect(await serving.finish()).toMatchObject({ bytesFetched: data.length });
});

describe('main wants it no more', () => {
  test('before anything was mounted: it ends', async () => {
    await save(service, KEY, runEntry(squashfsLike(2)));
    service.faults = { lookup: { delay: 5000 } };
    const serving = await serve(service);
    await sleep(200);
    serving.process.kill();
    await serving.ended;
    expect(await serving.isMounted()).toBe(false);
  });

  test('while it is being mounted: it ends when nothing more will be', async () => {
    await save(service, KEY, runEntry(squashfsLike(2)));
    const { path, hasStarted } = await slowProgram(asRoot(['mount'])[0] ?? '');
    const serving = await serve(service, { path });
    await waitFor('it is being mounted', 20, hasStarted);
    serving.process.kill();
    await serving.ended;
    expect(await serving.isMounted()).toBe(true);
  });

  test('after it was mounted: it ends at once', async () => {
    await save(service, KEY, runEntry(squashfsLike(2)));
    const serving = await serve(service);
    await serving.told('mounted');
    serving.process.kill();
    await serving.ended;
    await expect(serving.readChunk(0)).rejects.toThrow(/ECONNABORTED|ENOTCONN|EIO/);
  });
});

describe('main is gone', () => {
  test('before anything was mounted: it ends', async () => {
    await save(service, KEY, runEntry(squashfsLike(2)));
    service.faults = { lookup: { delay: 500 } };
    const serving = await serve(service);
    await sleep(200);
    serving.process.disconnect();
    await serving.ended;
    expect(await serving.isMounted()).toBe(false);
  });

  test('while it was being mounted: it is unmounted again', async () => {
    await save(service, KEY, runEntry(squashfsLike(2)));
    const serving = await serve(service);
    serving.process.once('message', () => serving.process.disconnect());
    await serving.ended;
    expect(await serving.isMounted()).toBe(false);
  });

  test('before it asked for anything: it ends', async () => {
    const serving = await serve(service);
    serving.process.disconnect();
    await serving.ended;
    expect(await serving.isMounted()).toBe(false);
  });

  test('after it was mounted: it serves on, keeps no order, and ends once it is unmounted', async () => {
    const data = squashfsLike(40);
    await save(service, KEY, runEntry(data));
    const serving = await serve(service);
    await serving.told('mounted');
    serving.process.disconnect();
    expect((await serving.readChunk(30)).equals(data.subarray(30 * CHUNK_BYTES, 31 * CHUNK_BYTES))).toBe(true);
    expect(serving.hasEnded()).toBe(false);
    await serving.unmount();
    await serving.ended;
    expect(service.entries().length).toBe(1);
  });
});

/** A PATH on which a program takes a second longer. */
async function slowProgram(name: string): Promise<{ path: string; hasStarted: () => boolean }> {
  const folder = await mkdtemp(join(tmpdir(), 'serve-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const mark = join(folder, 'started');
  const rest = process.env.PATH ?? '';
  const script = `#!/bin/sh\ntouch '${mark}'\nsleep 1\nPATH='${rest}' exec ${name} "$@"\n`;
  await writeFile(join(folder, name), script, { mode: 0o755 });
  return { path: `${folder}:${rest}`, hasStarted: () => existsSync(mark) };
}
