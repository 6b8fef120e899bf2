import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutCredentials } from '../../checkout/git.ts';
import { gitDataElsewhere } from '../../checkout/steps/git.ts';
import type { Mount } from '../../engine/container.ts';

/**
 * Mounts for the git data that a worktree or a submodule has outside of its folder, where it is on this machine: read-only,
 * and with cleaned copies over the configurations that hold a credential. None where all is in the folder.
 */
export async function gitMountsElsewhere(folder: string, temp: string): Promise<Mount[]> {
  const data = await gitDataElsewhere(folder);
  if (data === undefined) return [];
  const mounts: Mount[] = [{ source: data, target: data, isReadOnly: true }];
  const copies = await mkdtemp(join(temp, 'git-'));
  for await (const path of configurationsIn(data)) {
    const text = await readFile(path, 'utf8');
    const harmless = withoutCredentials(text);
    if (harmless === text) continue;
    const copy = join(copies, String(mounts.length));
    await writeFile(copy, harmless, { mode: 0o644 });
    mounts.push({ source: copy, target: path, isReadOnly: true });
  }
  return mounts;
}

/** Paths of the configurations of a git directory, and of the worktrees and submodules in it; links are not followed. */
async function* configurationsIn(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  // Only a git directory's own: a submodule may be called "logs".
  const isGitDirectory = entries.some(({ name }) => name === 'HEAD');
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && /^config(\.worktree)?$/.test(entry.name)) yield path;
    const isDull = isGitDirectory && !['modules', 'worktrees'].includes(entry.name);
    if (entry.isDirectory() && !isDull) yield* configurationsIn(path);
  }
}
