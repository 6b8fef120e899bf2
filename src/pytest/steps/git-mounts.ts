import type { Dirent } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withoutCredentials } from '../../checkout/git.ts';
import type { SeeFolder } from '../../checkout/steps/git-marks.ts';
import type { Mount } from '../../engine/container.ts';
import { readRegularFile } from '../../host/steps/read.ts';

/** Configurations of real clones, with sections for thousands of branches, stay below it. */
const MOST_BYTES = 1 << 24;

/**
 * Mounts that protect the git data of a folder: all of it read-only, since git on the host runs what a .git/config
 * names; and cleaned copies over the configurations that hold a credential (actions/checkout before v6 leaves the job's
 * token there; submodules have their own). Of a configuration that is longer than any is, nothing is shown. `see` is told
 * what is in each folder.
 */
export async function gitMounts(folder: string, workdir: string, temp: string, see: SeeFolder): Promise<Mount[]> {
  const mounts: Mount[] = [];
  const inContainer = (path: string) => join(workdir, relative(folder, path));
  const copies = await mkdtemp(join(temp, 'git-'));
  for await (const { path, isConfiguration } of gitData(folder, see)) {
    if (!isConfiguration) {
      mounts.push({ source: path, target: inContainer(path), isReadOnly: true });
      continue;
    }
    const text = (await readRegularFile(path, MOST_BYTES))?.toString();
    const harmless = withoutCredentials(text ?? '');
    if (harmless === text) continue;
    const copy = join(copies, String(mounts.length));
    await writeFile(copy, harmless, { mode: 0o644 });
    mounts.push({ source: copy, target: inContainer(path), isReadOnly: true });
  }
  return mounts;
}

type GitPath = { path: string; isConfiguration: boolean };

/** What is named .git, and the configurations in it, outermost first; links are not followed. */
async function* gitData(folder: string, see: SeeFolder, isGit = false): AsyncGenerator<GitPath> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  if (!isGit) see(folder, entries);
  // Only a git directory's own: below .git/modules, a submodule may be called "logs".
  const isGitDirectory = isGit && entries.some(entry => entry.name === 'HEAD');
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isRoot = !isGit && entry.name === '.git';
    if (isRoot && !entry.isSymbolicLink()) yield { path, isConfiguration: false };
    if (isGit && entry.isFile() && /^config(\.worktree)?$/.test(entry.name)) yield { path, isConfiguration: true };
    const isDull = isGitDirectory && ['objects', 'refs', 'logs', 'hooks'].includes(entry.name);
    if (entry.isDirectory() && !isDull) yield* gitData(path, see, isGit || isRoot);
  }
}
