import { lstat, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';

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
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** What a path in a folder is; undefined for what isn't there, is something else, or lies behind a link. */
export async function kindWithin(folder: string, path: string): Promise<'file' | 'folder' | undefined> {
  const parent = dirname(path);
  if (parent !== '.' && (await kindWithin(folder, parent)) !== 'folder') return undefined;
  const stats = await lstat(join(folder, path)).catch(() => undefined);
  return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined;
}

/**
 * Makes a folder below `root`, itself a real path, and returns its own; undefined where a link on the way leads out. Rejects
 * where it can't be made.
 */
export async function makeWithin(root: string, folder: string): Promise<string | undefined> {
  // What is made on the way to a link's target would lie outside.
  for (let part = join(root, folder); isWithin(root, part); part = dirname(part)) {
    const real = await realpath(part).catch(() => undefined);
    if (real === undefined) continue;
    if (!isWithin(root, real)) return undefined;
    await mkdir(join(root, folder), { recursive: true });
    return realpath(join(root, folder));
  }
  return undefined;
}

/**
 * Writes a file below a folder, and what is missing of the way to it; a link that stands there is replaced, not followed.
 * False where a link on the way leads out; rejects where it can't be written.
 */
export async function writeWithin(root: string, path: string, text: string): Promise<boolean> {
  const folder = await makeWithin(await realpath(root), dirname(path));
  if (folder === undefined) return false;
  const unfinished = join(folder, `.${basename(path)}.unfinished`);
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(unfinished, text, { flag: 'wx' });
  await rename(unfinished, join(folder, basename(path)));
  return true;
}
