import { chmod, readdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { git } from '../../host/steps/exec.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import { isWithin } from '../../host/steps/within.ts';
import { type GitData, type GitDataFacts, newGitData, removable, withFolders } from '../new-git-data.ts';
import { type Before, identityOf, lookAgain, statsOf } from './git-marks.ts';

/**
 * Looks for git data that was not there before, and removes it from folders that git tracks. Undefined where there is
 * nothing to tell. Gives up looking after a second, and never rejects. Nobody of whom one has to beware may write there
 * any more.
 */
export async function removeNewGitData(top: string, before: Before): Promise<GitDataFacts | undefined> {
  const { gitData, closed, isComplete } = lookAgain(top, before);
  const facts: GitDataFacts = { removed: [], left: [], closed, isComplete };
  const indexes = new Map<string, ReadonlySet<string>>();
  for (const found of newGitData(before.gitData, gitData)) {
    const { folder, names } = found;
    const root = repositoryOf(top, folder, before.gitData);
    const index = root === undefined ? undefined : (indexes.get(root) ?? (await readIndex(root)));
    if (root !== undefined && index) indexes.set(root, index);
    const gone = root !== undefined && index ? removable(found, relative(root, join(top, folder)), index) : [];
    if (root !== undefined && gone.includes('.git') && (await isOfRepository(join(top, folder), root))) continue;
    // On a disk that ignores case, it may have been removed by another name.
    if (names.every(name => !statsOf(join(top, folder, name)))) continue;
    for (const name of gone) await remove(join(top, folder, name));
    const isRemoved = gone.length > 0 && gone.every(name => !statsOf(join(top, folder, name)));
    facts[isRemoved ? 'removed' : 'left'].push(names[0] === '.git' ? join(folder, '.git') : folder || '.');
  }
  const isQuiet = isComplete && [facts.removed, facts.left, closed].every(paths => paths.length === 0);
  return isQuiet ? undefined : facts;
}

/** The folder of the repository that another one belongs to, of those that tests could not make or change. */
function repositoryOf(top: string, folder: string, before: GitData): string | undefined {
  for (let path = join(top, folder); isWithin(top, path); path = dirname(path)) {
    const earlier = before.get(relative(top, path))?.git;
    if (earlier !== undefined && identityOf(join(path, '.git')) === earlier) return path;
  }
  // Above, nothing was mounted.
  for (let path = dirname(top); path !== dirname(path); path = dirname(path))
    if (statsOf(join(path, '.git'))) return path;
  return undefined;
}

/** Whether a folder's .git is a file that leads into its repository's own data, as that of a submodule or worktree. */
async function isOfRepository(folder: string, root: string): Promise<boolean> {
  const [own, data] = await Promise.all([leadsTo(folder), leadsTo(root)]);
  const all = data ?? (await realpath(join(root, '.git')).catch(() => undefined));
  return own !== undefined && all !== undefined && isWithin(all, own);
}

const MOST_LINK_BYTES = 1 << 16;

async function leadsTo(folder: string): Promise<string | undefined> {
  const content = await readRegularFile(join(folder, '.git'), MOST_LINK_BYTES).catch(() => undefined);
  const [, path] = /^gitdir: ([^\r\n]+)/.exec(content?.toString() ?? '') ?? [];
  return path === undefined ? undefined : realpath(resolve(folder, path)).catch(() => undefined);
}

/** What a repository tracks, with all folders in which it does; nothing where git can't tell. */
async function readIndex(root: string): Promise<ReadonlySet<string>> {
  // Where that is none, git must not look for another one: it could find the new one.
  const repository = ['-C', root, `--git-dir=${join(root, '.git')}`, `--work-tree=${root}`];
  const { exitCode, stdout } = await git([...repository, 'ls-files', '-z', '--full-name']);
  return withFolders(exitCode === 0 ? stdout.split('\0').filter(path => path !== '') : []);
}

/** Removes what tests may have closed to all, if that can be. */
async function remove(path: string): Promise<void> {
  const options = { recursive: true, force: true };
  await rm(path, options).catch(async () => {
    await unlock(path);
    await rm(path, options).catch(() => undefined);
  });
}

/** Gives its owner back the right to change a folder and those in it. */
async function unlock(path: string): Promise<void> {
  if (!statsOf(path)?.isDirectory()) return;
  await chmod(path, 0o700).catch(() => undefined);
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  for (const { name } of entries.filter(entry => entry.isDirectory())) await unlock(join(path, name));
}
