// Where an engine's data are, and what takes how much of them.

import type { Info } from '../engine/engine.ts';
import type { DockerFacts } from './facts.ts';

/** What an engine says of the room that it takes, in bytes. */
export type DiskUsage = { LayersSize?: number; BuildCache?: { Size?: number; Shared?: boolean }[] | null };

/**
 * The folder on this machine that an engine keeps its data in, by the address of its socket and this machine's system as
 * Node says it; undefined where that is in a virtual machine, or elsewhere.
 */
export function dataFolder(
  { DockerRootDir = '', OperatingSystem }: Info,
  socket: string | undefined,
  platform: string,
): string | undefined {
  const isHere = socket !== undefined && platform === 'linux' && OperatingSystem !== 'Docker Desktop';
  return isHere && DockerRootDir !== '' ? DockerRootDir : undefined;
}

/** Bytes of images and of the build cache. What is in both counts as an image's, as docker has it. */
export function usedBytes({ LayersSize, BuildCache }: DiskUsage): Pick<DockerFacts, 'imageBytes' | 'buildCacheBytes'> {
  const cached = (BuildCache ?? []).filter(({ Shared }) => !Shared);
  return {
    imageBytes: LayersSize ?? 0,
    buildCacheBytes: cached.reduce((sum, { Size = 0 }) => sum + Size, 0),
  };
}
