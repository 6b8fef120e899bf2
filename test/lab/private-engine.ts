import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Engine, type ImageStore } from './client.ts';
import { clearLeftovers, socketFolder, startDockerd } from './daemon.ts';
import { emptyEngine } from './empty-engine.ts';
import { lock, progress, publicFolder } from './folder.ts';
import { createNetwork } from './network.ts';
import { runAsRoot } from './process.ts';
import { findPrograms } from './programs.ts';

/** Starts a private engine, from the machine's own Docker or else Debian's; rejects where it does not come up. */
export async function startPrivateEngine(store: ImageStore, options: EngineOptions): Promise<Engine> {
  const programs = await findPrograms();
  const { name = store } = options;
  // Undone in reverse order, at the end or when one of the steps fails.
  const undo: (() => Promise<void>)[] = [await lock(`engine-${name}`)];
  const stop = async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    await clearLeftovers(name);
    const network = await createNetwork(name, programs);
    undo.push(network.remove);
    const socket = join(await socketFolder(join(await publicFolder(), name)), 'docker.sock');
    undo.push(() => clearLeftovers(name));
    await startDockerd({ store, name, programs, network, socket, ...options });
    const client = await connect(programs, `unix://${socket}`);
    const version = await client.docker(['version', '--format', '{{.Server.Version}}']);
    progress(`Docker Engine ${version} with the ${store} image store runs`);
    let stopped: Promise<void> | undefined;
    const stopOnce = () => {
      stopped ??= stop();
      return stopped;
    };
    const empty = () => emptyEngine(socket);
    const clean = () => empty().then(dropPageCache);
    return { store, isPrivate: true, ...client, empty, clean, cutOff: network.cutOff, stop: stopOnce };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the next read of every file come from the disk, as on a machine that has just started. */
async function dropPageCache(): Promise<void> {
  // In a container the kernel's settings may be read-only: then the cache stays warm, and only times differ.
  const file = '/proc/sys/vm/drop_caches';
  if (process.getuid?.() === 0) await writeFile(file, '1').catch(() => undefined);
  else await runAsRoot(['tee', file], { input: '1' }).catch(() => undefined);
}

export type EngineOptions = {
  /** host:port of the registry that stands where Docker Hub stands. */
  mirror?: string;
  /** Id of the group that may use the engine's socket. */
  group?: number;
  /** Unset, that of its store. Engines of different names run side by side, each with its own data. */
  name?: string;
};
