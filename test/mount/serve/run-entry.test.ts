// Saving an image as a run entry, and the image that starts it: with real engines, mksquashfs and cache service.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DATA_OFFSET } from '../../../src/cache/framed.ts';
import { CHUNK_BYTES, decodeHeader } from '../../../src/cache/run-entry.ts';
import { type RunEntryRequest, saveRunEntry } from '../../../src/cache/steps/run-entry.ts';
import { find } from '../../../src/cache/steps/service.ts';
import { makeSquashfs } from '../../../src/cache/steps/squashfs.ts';
import { joined, makeTar, tarHeader } from '../../../src/image/tar.ts';
import { loadSkeleton } from '../../../src/mount/steps/skeleton.ts';
import { type CacheService, startCacheService } from '../../lab/cache-service.ts';
import type { Engine } from '../../lab/client.ts';
import { startEngine } from '../../lab/engine.ts';
import { run, runAsRoot } from '../../lab/process.ts';
import { runnerUser } from '../../lab/user.ts';

const IMAGE = 'run-entry-test';
const LABEL = 'run-entry-test=1';
const CONTENT_ID = '1'.repeat(64);
const BASE = `sha256:${'2'.repeat(64)}`;
const big = randomBytes(12 * CHUNK_BYTES + 1);
// Older mksquashfs cut off the beginning of such a target.
const target = '/usr/größe';
const changes = ['ENV A="b c"', 'USER 4711', 'WORKDIR /work', 'ENTRYPOINT ["/entry"]', 'VOLUME /data', 'EXPOSE 80'];
const archive = makeTar([
  { name: 'usr', kind: 'directory' },
  { name: 'usr/big', kind: 'file', content: big },
  { name: 'usr/größe', kind: 'file', content: Buffer.from('ü') },
  { name: 'usr/link', kind: 'link', target },
  { name: 'bin', kind: 'link', target: 'usr/bin' },
  { name: 'entry', kind: 'file', content: Buffer.from('#!/bin/sh\n') },
]);

let cache: CacheService;

beforeAll(async () => {
  // It comes with what mounts images.
  await runnerUser();
  cache = await startCacheService({ hostsFile: false });
});
afterAll(() => cache?.stop());
afterEach(() => cache.clear());

describe.each(['containerd', 'classic'] as const)('on the %s image store', store => {
  let engine: Engine;
  let id: string;
  const docker = (...args: string[]) => engine.docker(args);
  const inspect = async (image: string) =>
    JSON.parse(await docker('image', 'inspect', '--format', '{{json .}}', image));

  beforeAll(async () => {
    engine = await startEngine(store);
    for (const [name, value] of Object.entries(engine.environment)) vi.stubEnv(name, value);
    const options = changes.flatMap(change => ['--change', change]);
    id = await engine.docker(['import', ...options, '-', IMAGE], { input: Readable.from([Buffer.from(archive)]) });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await engine?.stop();
  });
  afterEach(async () => {
    expect(await docker('ps', '--all', '--quiet')).toBe('');
  });

  /** Asks for a save into a folder that must be empty afterwards. */
  async function save(more: Partial<RunEntryRequest> = {}): ReturnType<typeof saveRunEntry> {
    const folder = await temporaryFolder();
    const service = { url: cache.url, token: cache.token({ ref: 'refs/heads/main' }) };
    const entry = { contentId: CONTENT_ID, bases: { 'python:3.13': BASE }, label: LABEL };
    const file = join(folder, 'run-entry');
    const result = await saveRunEntry({ service, key: 'run-1', image: id, maxSize: 1e9, file, ...entry, ...more });
    expect(await readdir(folder)).toEqual([]);
    return result;
  }

  /** How many containers were ever made. */
  async function creations(): Promise<number> {
    const time = ['--since', '0', '--until', String(Date.now() / 1000)];
    const events = await docker('events', ...time, '--filter', 'type=container', '--filter', 'event=create');
    return events.split('\n').filter(Boolean).length;
  }

  test('an image is saved with all that is needed to start it', async () => {
    const saved = await save();
    expect(saved).toEqual({ key: 'run-1', bytes: expect.any(Number) });
    expect(cache.entries()).toMatchObject([{ key: 'run-1', size: saved.bytes }]);
    const blob = await newest(cache);
    const header = decodeHeader(blob, sha256);
    expect(header).toMatchObject({
      image: { id, contentId: CONTENT_ID, config: (await inspect(IMAGE)).Config },
      bases: { 'python:3.13': BASE },
      bytes: blob.length - DATA_OFFSET,
    });
    // Docker makes the working directory, and some of /etc.
    expect(header.topLevel).toEqual([
      { name: 'bin', kind: 'link', target: 'usr/bin' },
      { name: 'entry', kind: 'file' },
      { name: 'etc', kind: 'directory' },
      { name: 'usr', kind: 'directory' },
      { name: 'work', kind: 'directory' },
    ]);
    expect(header.chunks).toEqual(chunksOf(blob.subarray(DATA_OFFSET)).map(sha256));
    const root = await unpack(blob);
    expect((await readFile(join(root, 'usr/big'))).equals(big)).toBe(true);
    expect(await readFile(join(root, 'usr/größe'), 'utf8')).toBe('ü');
    expect(await readlink(join(root, 'usr/link'))).toBe(target);
  });

  test('a save that is refused costs nothing', async () => {
    const before = await creations();
    cache.faults = { reserve: { denied: true } };
    expect(await save()).toEqual({ trouble: expect.stringContaining('denied') });
    expect(await creations()).toBe(before);
  });

  test('an entry that is there already is no trouble', async () => {
    await save();
    const before = await creations();
    expect(await save()).toEqual({});
    expect(await creations()).toBe(before);
  });

  test('an entry that is too large is not uploaded', async () => {
    expect(await save({ maxSize: 2e6 })).toEqual({
      bytes: expect.any(Number),
      trouble: expect.stringMatching(/more than the 2.0 MB that cache-max-size allows$/),
    });
    expect(cache.entries()).toEqual([]);
    expect(cache.requests.filter(request => request.method === 'PUT')).toEqual([]);
  });

  test('a disk with too little room is not filled, nor is a key reserved', async () => {
    const file = join(await smallDisk(), 'run-entry');
    expect(await save({ file })).toEqual({ trouble: expect.stringMatching(/^the disk has .* left/) });
    expect(cache.requests).toEqual([]);
  });

  test('a disk that fills up all the same is an error', async () => {
    const disk = await smallDisk();
    await expect(makeSquashfs(IMAGE, LABEL, join(disk, 'run-entry'))).rejects.toThrow(/^mksquashfs failed \(.*space/s);
  });

  test('an image that can not be mounted is an error', async () => {
    const pipe = tarHeader({ name: 'pipe', type: '6', mode: 0o644, size: 0, link: '' });
    await engine.docker(['import', '-', 'odd'], { input: Readable.from([Buffer.from(joined([pipe, makeTar([])]))]) });
    const file = join(await temporaryFolder(), 'run-entry');
    await expect(makeSquashfs('odd', LABEL, file)).rejects.toThrow('/pipe in the image');
    await expect(makeSquashfs('absent', LABEL, file)).rejects.toThrow('absent');
  });

  test('an upload that fails is an error', async () => {
    cache.faults = { upload: { status: 403 } };
    await expect(save()).rejects.toThrow();
    expect(cache.entries()).toEqual([]);
  });

  test('a skeleton has the configuration of its image, and no files', async () => {
    const { Config: config, Architecture, Os } = await inspect(IMAGE);
    const image = { id, contentId: '', config };
    const topLevel = [
      { name: 'usr', kind: 'directory' },
      { name: 'größe', kind: 'file' },
      { name: 'bin', kind: 'link', target: 'usr/bin' },
    ] as const;
    const socket = new URL(engine.environment.DOCKER_HOST ?? '').pathname;
    await loadSkeleton('skeleton:1', { image, topLevel: [...topLevel] }, socket);
    const skeleton = await inspect('skeleton:1');
    expect(skeleton).toMatchObject({ Architecture, Os });
    expect({ ...skeleton.Config, Volumes: { '/data': {} } }).toEqual(config);
    const made = await makeSquashfs('skeleton:1', LABEL, join(await temporaryFolder(), 'run-entry'));
    expect(made.filter(entry => entry.name !== 'etc' && entry.name !== 'work')).toEqual([
      { name: 'bin', kind: 'link', target: 'usr/bin' },
      { name: 'größe', kind: 'file' },
      { name: 'usr', kind: 'directory' },
    ]);
  });

  test('an engine that does not take a skeleton says why', async () => {
    const config = { id: '', contentId: '', config: {} };
    const socket = new URL(engine.environment.DOCKER_HOST ?? '').pathname;
    await expect(loadSkeleton('No Reference', { image: config, topLevel: [] }, socket)).rejects.toThrow('skeleton (');
    await expect(loadSkeleton('a:1', { image: config, topLevel: [] }, '/nowhere')).rejects.toThrow('skeleton (');
  });
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function chunksOf(data: Buffer): Buffer[] {
  const starts = Array.from({ length: Math.ceil(data.length / CHUNK_BYTES) }, (_, chunk) => chunk * CHUNK_BYTES);
  return starts.map(start => data.subarray(start, start + CHUNK_BYTES));
}

/** The blob of the newest entry. */
async function newest({ url, token }: CacheService): Promise<Buffer> {
  const found = await find({ url, token: token({ ref: 'refs/heads/main' }) }, 'run-');
  if (!found) throw new Error('There is no entry.');
  return Buffer.from(await (await fetch(found.url)).arrayBuffer());
}

/** The files of an entry. */
async function unpack(blob: Buffer): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'blob'), blob);
  const root = join(folder, 'root');
  await run(['unsquashfs', '-quiet', '-no-progress', '-offset', String(DATA_OFFSET), '-d', root, join(folder, 'blob')]);
  return root;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-run-entry-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A disk of two megabytes. */
async function smallDisk(): Promise<string> {
  const folder = await temporaryFolder();
  await runAsRoot(['mount', '--types', 'tmpfs', '--options', 'size=2m,mode=777', 'small', folder]);
  onTestFinished(async () => {
    await runAsRoot(['umount', folder]);
  });
  return folder;
}
