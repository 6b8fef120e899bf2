import { lstat, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** Absolute path of what `path` leads to below `root`, itself a real path; undefined where it leads out, or to nothing of that kind. */
export async function findWithin(
  root: string,
  path: string,
  kind: 'isFile' | 'isDirectory',
): Promise<string | undefined> {
  try {
    const found = await realpath(join(root, path));
    if (!isWithin(root, found)) return undefined;
    return (await stat(found))[kind]() ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a real path is that of a folder, or below it. */
export function isWithin(root: string, path: string): boolean {
  return path === root || path.startsWith(root + sep);
}

/** What a path in a folder is; undefined for what isn't there, is something else, or lies behind a link. */
export async function kindWithin(folder: string, path: string): Promise<'file' | 'folder' | undefined> {
  const parent = dirname(path);
  if (parent !== '.' && (await kindWithin(folder, parent)) !== 'folder') return undefined;
  const stats = await lstat(join(folder, path)).catch(() => undefined);
  return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined;
}
