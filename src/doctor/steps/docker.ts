import { statfs } from 'node:fs/promises';
import type { ClientSettings } from '../../engine/engine.ts';
import { findSocket } from '../../engine/steps/address.ts';
import { askEngine } from '../../engine/steps/api.ts';
import { examineClient, examineEngine } from '../../engine/steps/inspect.ts';
import { type DiskUsage, dataFolder, usedBytes } from '../disk.ts';
import type { DockerFacts } from '../facts.ts';

/** Somebody waits for what is found. */
const PATIENCE_SECONDS = 8;

/** Looks at the docker client, the engine and the room it has; asks nobody else. Never rejects. */
export async function examineDocker(settings: ClientSettings): Promise<DockerFacts> {
  const [address, client, engine] = await Promise.all([
    findSocket(settings),
    examineClient(PATIENCE_SECONDS),
    examineEngine(settings, PATIENCE_SECONDS),
  ]);
  if ('trouble' in engine) return { address, client, engine };
  const { socket } = engine.engine;
  const [free, sizes] = await Promise.all([
    freeSpace(dataFolder(engine.info, socket, process.platform)),
    socket ? usedSpace(socket) : {},
  ]);
  return { address, client, engine, ...(free === undefined ? {} : { freeBytes: free }), ...sizes };
}

async function freeSpace(folder: string | undefined): Promise<number | undefined> {
  if (folder === undefined) return undefined;
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
}

/** In the words of an API that all engines know which can be used: newer ones have others. */
async function usedSpace(socket: string): Promise<Pick<DockerFacts, 'imageBytes' | 'buildCacheBytes'>> {
  const usage = await askEngine<DiskUsage>(socket, '/v1.44/system/df?type=image&type=build-cache');
  return usage ? usedBytes(usage) : {};
}
