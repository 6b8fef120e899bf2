import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheService, childEnvironment } from '../../host/steps/environment.ts';
import type { ReleaseRequest, ServeRequest, ServerMessage, ServingFigures } from '../protocol.ts';

type FoundMessage = Extract<ServerMessage, { type: 'found' }>;

/** The process that shows a run entry to the kernel, as main sees it. */
export type Server = {
  /** The entry; undefined where there is none. Rejects where it can't be used. */
  found: Promise<FoundMessage | undefined>;
  /** Resolves when the file can be mounted; rejects where it never will. */
  mounted: Promise<void>;
  /** Resolves with the reason once the entry can no longer be relied on. */
  failed: Promise<string>;
  /** Tells it that its file is about to be unmounted. */
  release(keepPrefetchOrder: boolean): void;
  /** Resolves when the process has ended: after the file was unmounted, or if there was none. */
  ended: Promise<ServingFigures | undefined>;
  /** Ends it, with all that it serves, as soon as nothing is half mounted. */
  kill(): void;
};

/** Key of the entry that could not be used, for the report and for the key of the one that replaces it. */
export class UnusableEntry extends Error {
  readonly key: string | undefined;

  constructor(message: string, key?: string) {
    super(message);
    this.key = key;
  }
}

/** Starts the serving process; its log goes to `folder`. */
export async function startServer(folder: string, request: Omit<ServeRequest, 'type' | 'service'>): Promise<Server> {
  const log = await open(join(folder, 'log'), 'w');
  const script = fileURLToPath(new URL('./mount-server.js', import.meta.url));
  const child = spawn(process.execPath, [script], {
    // It outlives a main that is ended, so that nobody reads from a file that is not served.
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    env: childEnvironment(),
  });
  await log.close();
  const found = Promise.withResolvers<FoundMessage | undefined>();
  const mounted = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<ServingFigures | undefined>();
  let figures: ServingFigures | undefined;
  const fail = (message: string, key?: string) => {
    const error = new UnusableEntry(message, key);
    found.reject(error);
    mounted.reject(error);
    failed.resolve(message);
  };
  // Whoever doesn't wait for one of these must not be ended by it.
  for (const { promise } of [found, mounted]) promise.catch(() => undefined);
  child.on('message', (message: ServerMessage) => {
    if (message.type === 'found') found.resolve(message);
    if (message.type === 'absent') found.resolve(undefined);
    if (message.type === 'mounted') mounted.resolve();
    if (message.type === 'trouble') fail(message.message, message.key);
    if (message.type === 'lost') fail(message.message);
    if (message.type === 'stopped') figures = message.figures;
  });
  child.on('error', error => fail(error.message));
  child.on('close', () => {
    if (!figures) fail('the process that serves it ended early');
    ended.resolve(figures);
  });
  const send = (message: ServeRequest | ReleaseRequest) => child.send(message, () => undefined);
  send({ type: 'serve', service: cacheService(), ...request });
  return {
    found: found.promise,
    mounted: mounted.promise,
    failed: failed.promise,
    release: keepPrefetchOrder => send({ type: 'release', keepPrefetchOrder }),
    ended: ended.promise,
    kill: () => child.kill('SIGTERM'),
  };
}
