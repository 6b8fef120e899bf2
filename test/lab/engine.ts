import type { Readable } from 'node:stream';
import { useEngineThatAnswers } from './answering-engine.ts';
import { progress } from './folder.ts';
import { startPrivateEngine } from './private-engine.ts';
import { wayToRoot } from './process.ts';
import { startRegistry } from './registry.ts';

export type ImageStore = 'containerd' | 'classic';

export type Engine = {
  /** The image store it really has: on an engine that isn't the lab's own, maybe not the one asked for. */
  store: ImageStore;
  /** Started by the lab, or else the one that answers on this machine. */
  isPrivate: boolean;
  /** What a job needs to reach it: DOCKER_HOST, and PATH with the docker client first. */
  environment: Record<string, string>;
  /** A folder with docker-buildx, for the cli-plugins of a job's home. */
  plugins: string;
  /** Runs the docker client and returns its standard output, trimmed; rejects with its standard error. */
  docker(
    args: string[],
    options?: { input?: string | Readable; environment?: Record<string, string> },
  ): Promise<string>;
  /** Makes it as empty as on a new runner; an engine that isn't the lab's own loses only what has the lab's label. */
  clean(): Promise<void>;
  /** Cuts builds and containers off from the network until the function it returns is called; private engines only. */
  cutOff(): Promise<() => Promise<void>>;
  /** Stops a private engine, or removes what has the lab's label from another, and lets the next run have it. */
  stop(): Promise<void>;
};

export type EngineOptions = {
  /** host:port of the registry that stands where Docker Hub stands. */
  mirror?: string;
  /** Id of the group that may use the engine's socket. */
  group?: number;
};

/**
 * Starts a private engine with the given image store; where that can't be (no root, no sudo, not allowed to), returns
 * the one that answers on this machine; rejects when there is none. Waits while another run uses the engine; who
 * needs both stores starts containerd's first, so that two runs never wait for each other.
 */
export async function startEngine(store: ImageStore, options: EngineOptions = {}): Promise<Engine> {
  if (!(await wayToRoot())) return useEngineThatAnswers('this is not root, and sudo asks for a password');
  try {
    return await startPrivateEngine(store, options);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return useEngineThatAnswers(reason).catch(() => Promise.reject(error));
  }
}

if (import.meta.main) {
  const store = process.argv[2];
  if (store !== 'containerd' && store !== 'classic') {
    console.error('usage: node test/lab/engine.ts containerd|classic');
    process.exit(2);
  }
  const stopped = untilStopped();
  const registry = await startRegistry();
  const engine = await startEngine(store, { mirror: registry.host });
  for (const [name, value] of Object.entries(engine.environment)) console.log(`export ${name}='${value}'`);
  progress(`the registry is ${registry.host}; Ctrl-C stops both`);
  await stopped;
  await engine.stop();
  await registry.stop();
}

/** Resolves at the first SIGINT or SIGTERM, and keeps this process alive until then. */
function untilStopped(): Promise<void> {
  const alive = setInterval(() => {}, 3_600_000);
  return new Promise(resolve => {
    const stop = () => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
  });
}
