import { statfs } from 'node:fs/promises';
import type { ClientSettings, Info } from '../../engine/engine.ts';
import { findSocket } from '../../engine/steps/address.ts';
import { askEngine } from '../../engine/steps/api.ts';
import { examineClient, examineEngine } from '../../engine/steps/inspect.ts';
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
  const [free, sizes] = await Promise.all([freeSpace(engine.info, socket), socket ? usedSpace(socket) : {}]);
  return { address, client, engine, ...(free === undefined ? {} : { freeBytes: free }), ...sizes };
}

/** Undefined where the engine keeps its data in a virtual machine, or elsewhere. */
async function freeSpace({ DockerRootDir = '', OperatingSystem }: Info, socket?: string): Promise<number | undefined> {
  if (socket === undefined || process.platform !== 'linux' || OperatingSystem === 'Docker Desktop') return undefined;
  return statfs(DockerRootDir).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
}

type DiskUsage = { LayersSize?: number; BuildCache?: { Size?: number; Shared?: boolean }[] | null };

/** In the words of an API that all engines know which can be used: newer ones have others. */
async function usedSpace(socket: string): Promise<{ imageBytes?: number; buildCacheBytes?: number }> {
  const usage = await askEngine<DiskUsage>(socket, '/v1.44/system/df?type=image&type=build-cache');
  if (!usage) return {};
  // What is shared with an image is counted there, as docker does.
  const cached = (usage.BuildCache ?? []).filter(({ Shared }) => !Shared);
  return {
    imageBytes: usage.LayersSize ?? 0,
    buildCacheBytes: cached.reduce((sum, { Size = 0 }) => sum + Size, 0),
  };
}
