// What of an image's configuration a container of its skeleton has, and what takes the place of the rest.

import { isMountable } from '../engine/container.ts';
import type { ImageConfig } from '../image/image.ts';

/**
 * The configuration of the image that a mounted dev image is started by: its own, but without volumes, which would
 * cover files of the image with an empty folder (a volume is filled from the image that is started): decideVolume says
 * what takes their place.
 */
export function skeletonConfig(config: ImageConfig): ImageConfig {
  const { Volumes: _, ...rest } = config;
  return rest;
}

/**
 * Paths of an image's volumes, each once, but for the working directory, where the checkout is mounted anyway. Fails on one
 * that could be read as more than a path.
 */
export function volumesOf({ Volumes, WorkingDir }: ImageConfig): string[] {
  const paths = Object.keys(Volumes ?? {});
  if (!paths.every(isMountable)) throw new Error('one of its volumes has a path where nothing can be mounted');
  return [...new Set(paths.map(withoutDetours))].filter(path => path !== WorkingDir);
}

function withoutDetours(path: string): string {
  const names = path.split('/').filter(name => name !== '' && name !== '.');
  return `/${names.join('/')}`;
}

/** What takes the place of a volume in a container of the skeleton. */
export type VolumeDecision =
  /** Its files are mounted, since the mounted checkout may lie over them. */
  | { kind: 'mount' }
  /** Its files come with the root directory. */
  | { kind: 'root' }
  /** The image has no files there: an empty volume. */
  | { kind: 'empty' };

/** Decides what takes the place of a volume, by whether the image has a folder there. */
export function decideVolume(path: string, isThere: boolean): VolumeDecision {
  if (!isThere) return { kind: 'empty' };
  return { kind: path.lastIndexOf('/') === 0 ? 'root' : 'mount' };
}
