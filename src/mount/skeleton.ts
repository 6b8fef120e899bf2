import type { TarFact } from '../cache/tar-stream.ts';
import { LONGEST_NAME } from '../image/tar.ts';

/** An image's configuration, as `docker image inspect` shows it under Config; what is not named here is kept as it is. */
export type ImageConfig = {
  Env?: string[] | null;
  WorkingDir?: string;
  Volumes?: Record<string, object> | null;
  [key: string]: unknown;
};

/** One entry of an image's root directory. */
export type TopLevel =
  | { name: string; kind: 'directory' }
  | { name: string; kind: 'file' }
  | { name: string; kind: 'link'; target: string };

/**
 * The configuration of the image that a mounted dev image is started by: its own, but without volumes, which would
 * cover files of the image with an empty folder (a volume is filled from the image that is started): placeVolumes says
 * what takes their place.
 */
export function skeletonConfig(config: ImageConfig): ImageConfig {
  const { Volumes: _, ...rest } = config;
  return rest;
}

/** What Docker makes itself in every container. */
const DOCKERS = ['proc', 'sys', 'dev', '.dockerenv'];

/**
 * What an entry of an image's archive is to the image's root directory, if it lies in it and isn't Docker's. Fails where
 * it can neither be mounted nor be made anew.
 */
export function topLevelOf({ path, type, target }: TarFact): TopLevel | undefined {
  const name = path.replace(/\/$/, '');
  if (name.includes('/') || DOCKERS.includes(name)) return undefined;
  if ([name, target].some(text => text.includes('\ufffd') || new TextEncoder().encode(text).length > LONGEST_NAME)) {
    throw new Error(`/${name} in the image has a name that is too long, or isn't UTF-8`);
  }
  // What a hard link leads to may itself be a link, which a mount would follow out of the image.
  if (type === 'other' || type === 'hard link') {
    throw new Error(`/${name} in the image is neither a directory, nor a file of its own, nor a symbolic link`);
  }
  return type === 'link' ? { name, kind: type, target } : { name, kind: type };
}
