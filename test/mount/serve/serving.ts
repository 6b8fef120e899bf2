// A run entry in the lab's cache service, and the process that serves it, started as main starts it.
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type FileHandle, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { DATA_OFFSET } from '../../../src/cache/framed.ts';
import { CHUNK_BYTES, encodeHeader, type RunEntryHeader } from '../../../src/cache/run-entry.ts';
import { finalize, reserve } from '../../../src/cache/steps/service.ts';
import { asRoot } from '../../../src/host/steps/root.ts';
import type { ReleaseRequest, ServeRequest, ServerMessage } from '../../../src/mount/protocol.ts';
import type { CacheService } from '../../lab/cache-service.ts';
import { waitFor } from '../../lab/process.ts';

export const KEY_PREFIX = 'run-0123-';
export const PREFETCH_PREFIX = 'prefetch-0123-';
const SCRIPT = new URL('../../../src/mount/steps/server.ts', import.meta.url).pathname;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes that nobody could guess, as many as so many chunks have, the last of which is a short one. */
export function squashfsLike(chunks: number): Buffer {
  return randomBytes((chunks - 1) * CHUNK_BYTES + 12_345);
}

export function headerOf(data: Buffer): RunEntryHeader {
  const starts = Array.from({ length: Math.ceil(data.length / CHUNK_BYTES) }, (_, chunk) => chunk * CHUNK_BYTES);
  return {
    image: { id: `sha256:${'1'.repeat(64)}`, contentId: '2'.repeat(64), config: {} },
    topLevel: [],
    bases: { 'python:3.13': `sha256:${'3'.repeat(64)}` },
    bytes: data.length,
    chunks: starts.map(start => sha256(data.subarray(start, start + CHUNK_BYTES))),
  };
}

/** The blob of a run entry. */
export function runEntry(data: Buffer, header: RunEntryHeader = headerOf(data)): Buffer {
  const blob = Buffer.concat([Buffer.alloc(DATA_OFFSET), data]);
  blob.set(encodeHeader(header, sha256));
  return blob;
}

/** Puts a blob into the cache service as it is. */
export async function save(service: CacheService, key: string, blob: Buffer | string): Promise<void> {
  const access = { url: service.url, token: service.token({ ref: 'refs/heads/main' }) };
  const reserved = await reserve(access, key);
  if ('refused' in reserved) throw new Error(reserved.refused);
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-version': '2020-10-02' };
  const answer = await fetch(reserved.uploadUrl, { method: 'PUT', headers, body: blob });
  if (answer.status !== 201) throw new Error(`HTTP ${answer.status}`);
  await finalize(access, key, Buffer.byteLength(blob));
}

export type ServingOptions = {
  /** Where the process finds programs. */
  path?: string;
  /** How Node runs it. */
  nodeOptions?: string[];
};

/** A serving process that was asked to serve the entry. */
export class Serving {
  readonly folder: string;
  readonly messages: ServerMessage[] = [];
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
  #file: Promise<FileHandle> | undefined;

  constructor(folder: string, { path = process.env.PATH ?? '', nodeOptions = [] }: ServingOptions) {
    this.folder = folder;
    const env = { PATH: path };
    this.process = fork(SCRIPT, { env, execArgv: nodeOptions, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    this.process.on('message', (message: ServerMessage) => this.messages.push(message));
    this.ended = once(this.process, 'exit');
    let log = '';
    this.process.stderr?.on('data', chunk => {
      log += chunk;
    });
    onTestFinished(({ task }) => {
      if (task.result?.state === 'fail') process.stderr.write(log);
    });
  }

  get mountpoint(): string {
    return join(this.folder, 'image');
  }

  send(message: ServeRequest | ReleaseRequest): void {
    this.process.send(message);
  }

  /** Waits for the message of this type; fails where it isn't there after so many seconds. */
  async told<Type extends ServerMessage['type']>(
    type: Type,
    seconds = 20,
  ): Promise<Extract<ServerMessage, { type: Type }>> {
    const find = () =>
      this.messages.find((message): message is Extract<ServerMessage, { type: Type }> => message.type === type);
    await waitFor(`the serving process says ${type}`, seconds, () => find() !== undefined || this.hasEnded());
    const message = find();
    if (!message) throw new Error(`it ended after it said ${JSON.stringify(this.messages)}`);
    return message;
  }

  hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** Reads through the mount. Fails as the kernel says. */
  async read(start: number, length: number): Promise<Buffer> {
    this.#file ??= open(this.mountpoint);
    const file = await this.#file;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    return buffer.subarray(0, bytesRead);
  }

  async readChunk(chunk: number): Promise<Buffer> {
    return this.read(chunk * CHUNK_BYTES, CHUNK_BYTES);
  }

  async isMounted(): Promise<boolean> {
    return (await readFile('/proc/self/mountinfo', 'utf8')).includes(this.mountpoint);
  }

  async unmount(): Promise<void> {
    // Where nobody serves the file any more, closing it fails, and closes it.
    await this.#file?.then(file => file.close()).catch(() => undefined);
    this.#file = undefined;
    const [program = '', ...args] = asRoot(['umount', this.mountpoint]);
    // A loop device lets go of its file a moment after it was unmounted.
    await waitFor('the file is unmounted', 5, () =>
      promisify(execFile)(program, args).then(
        () => true,
        () => false,
      ),
    );
  }

  /** Bytes on the disk of what was fetched. */
  async stored(): Promise<number> {
    return (await stat(join(this.folder, 'store'))).blocks * 512;
  }

  /** What was fetched, with zeros for what was not. */
  async store(): Promise<Buffer> {
    return readFile(join(this.folder, 'store'));
  }

  /** Ends the run as main does. */
  async finish(keepPrefetchOrder = false): Promise<Extract<ServerMessage, { type: 'stopped' }>['figures']> {
    this.send({ type: 'release', keepPrefetchOrder });
    await this.unmount();
    await this.ended;
    return (await this.told('stopped')).figures;
  }
}

/** Starts a serving process in a folder of its own; when the test has finished all of it is gone. */
export async function serve(service: CacheService, options: ServingOptions = {}): Promise<Serving> {
  const folder = await mkdtemp(join(tmpdir(), 'serve-test-'));
  const serving = new Serving(folder, options);
  onTestFinished(async () => {
    serving.process.kill();
    const patience = setTimeout(() => serving.process.kill('SIGKILL'), 5000);
    await serving.ended;
    clearTimeout(patience);
    if (await serving.isMounted()) await serving.unmount();
    await rm(folder, { recursive: true });
  });
  await writeFile(serving.mountpoint, '');
  serving.send({
    type: 'serve',
    service: { url: service.url, token: service.token({ ref: 'refs/heads/main' }) },
    keyPrefix: KEY_PREFIX,
    prefetchPrefix: PREFETCH_PREFIX,
    mountpoint: serving.mountpoint,
    store: join(folder, 'store'),
  });
  return serving;
}
