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
 * cover files of the image with an empty folder (a volume is filled from the image that is started).
 */
export function skeletonConfig(config: ImageConfig): ImageConfig {
  const { Volumes: _, ...rest } = config;
  return rest;
}

/**
 * What lies in the root directory of a squashfs, from the words of `unsquashfs -lls -max-depth 1`; without what Docker
 * makes itself. Fails where something can neither be mounted nor be linked to.
 */
export function parseTopLevel(listing: string): TopLevel[] {
  const entries: TopLevel[] = [];
  for (const line of listing.split('\n')) {
    const [, type, path = ''] = /^(.)\S{9} \S+ +\d+ \S+ \S+ squashfs-root\/(.+)$/.exec(line) ?? [];
    const [name = '', target] = type === 'l' ? path.split(/ -> (.*)/s) : [path];
    if (type === undefined || ['proc', 'sys', 'dev', '.dockerenv'].includes(name)) continue;
    if (type === 'd') entries.push({ name, kind: 'directory' });
    else if (type === '-') entries.push({ name, kind: 'file' });
    else if (type === 'l' && target !== undefined) entries.push({ name, kind: 'link', target });
    else throw new Error(`/${name} in the image is neither a file nor a directory`);
  }
  return entries;
}
