import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repoPath } from '../paths.ts';
import type { Failure } from '../read-results.ts';

/** Test code names the paths, so that they can be many; where more files than this have failures, the rest get no link. */
const MAX_FILES = 1000;

/**
 * The failures, without the path where the checkout has no such file (any more): nothing can be shown on its lines.
 * `context` is the folder that was mounted at `workdir`. What lies behind a link does not count: to git it is no path.
 * Never rejects.
 */
export async function withPlacesThatExist(failures: Failure[], context: string, workdir: string): Promise<Failure[]> {
  const fileOf = ({ path = '' }: Failure) => repoPath(path, { workdir, context: '' });
  const named = new Set(failures.map(fileOf).filter(file => file !== undefined));
  const existing = new Set<string | undefined>();
  for (const file of [...named].slice(0, MAX_FILES))
    if ((await kindWithin(context, file)) === 'file') existing.add(file);
  return failures.map(failure => {
    const { path: _, ...withoutPath } = failure;
    return existing.has(fileOf(failure)) ? failure : withoutPath;
  });
}

/** What a path in a folder is; undefined for what isn't there, is something else, or lies behind a link. */
export async function kindWithin(folder: string, path: string): Promise<'file' | 'folder' | undefined> {
  const parent = dirname(path);
  if (parent !== '.' && (await kindWithin(folder, parent)) !== 'folder') return undefined;
  const stats = await lstat(join(folder, path)).catch(() => undefined);
  return stats?.isFile() ? 'file' : stats?.isDirectory() ? 'folder' : undefined;
}
