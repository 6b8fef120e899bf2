import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { repoPath } from '../core/paths.ts';
import type { Failure } from '../core/tests.ts';

/** Test code names the paths, so that they can be many; where more files than this have failures, the rest get no link. */
const MAX_FILES = 1000;

/**
 * The failures, without the path where the checkout has no such file (any more): nothing can be shown on its lines.
 * `context` is the folder that was mounted at `workdir`. Follows no links; never rejects.
 */
export async function withPlacesThatExist(failures: Failure[], context: string, workdir: string): Promise<Failure[]> {
  const fileOf = ({ path = '' }: Failure) => repoPath(path, { workdir, context: '' });
  const named = new Set(failures.map(fileOf).filter(file => file !== undefined));
  const existing = new Set<string | undefined>();
  for (const file of [...named].slice(0, MAX_FILES)) if (await isFile(context, file)) existing.add(file);
  return failures.map(failure => {
    const { path: _, ...withoutPath } = failure;
    return existing.has(fileOf(failure)) ? failure : withoutPath;
  });
}

/** Whether a folder has a plain file there. What lies behind a link does not count: to git it is no path. */
async function isFile(folder: string, path: string): Promise<boolean> {
  const names = path.split('/');
  let place = folder;
  for (const [index, name] of names.entries()) {
    place = join(place, name);
    const facts = await lstat(place).catch(() => undefined);
    const isThere = index === names.length - 1 ? facts?.isFile() : facts?.isDirectory();
    if (!isThere) return false;
  }
  return true;
}
