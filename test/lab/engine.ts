import { useEngineThatAnswers } from './answering-engine.ts';
import type { Engine, ImageStore } from './client.ts';
import { progress } from './folder.ts';
import { type EngineOptions, startPrivateEngine } from './private-engine.ts';
import { wayToRoot } from './process.ts';
import { startRegistry } from './registry.ts';

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
