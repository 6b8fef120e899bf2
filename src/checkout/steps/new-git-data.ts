import { type Dirent, lstatSync, opendirSync, readlinkSync, type Stats } from 'node:fs';
import { chmod, readdir, realpath, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { git } from '../../host/steps/exec.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import { isWithin } from '../../host/steps/within.ts';
import {
  BARE_PARTS,
  type GitData,
  type GitDataFacts,
  type GitMarks,
  newGitData,
  removable,
  withFolders,
} from '../new-git-data.ts';

/** A folder as it was. */
type Folder = {
  /** Differs as soon as an entry has come, gone or been replaced; absent where that is not sure to show. */
  stamp: string | undefined;
  folders: string[];
  isClosed: boolean;
};

/** What was in a folder before tests could write there; all paths are relative to it. */
export type Before = {
  gitData: GitData;
  folders: ReadonlyMap<string, Folder>;
  /** To be told each folder below, with what it has, unless it is git's; by its absolute path. Never fails. */
  see: SeeFolder;
};

export type SeeFolder = (path: string, entries: Dirent[]) => void;

/** Milliseconds that a search may take after the tests. */
const PATIENCE_MILLISECONDS = 1000;

/** File systems whose clocks tick slowest have steps of two seconds. */
const SLOWEST_TICK_MILLISECONDS = 3000;

/** Starts to take down what is in a folder, by itself a real path, for whoever looks through all of it anyway. */
export function takeDown(top: string): Before {
  const start = Date.now();
  const gitData = new Map<string, GitMarks>();
  const folders = new Map<string, Folder>();
  const see = (path: string, entries: Dirent[]) => {
    const place = relative(top, path);
    const stats = statsOf(path);
    const isSettled = stats !== undefined && stats.ctimeMs < start - SLOWEST_TICK_MILLISECONDS;
    folders.set(place, {
      stamp: isSettled ? stampOf(stats) : undefined,
      folders: entries.filter(isFolder).map(({ name }) => join(place, name)),
      isClosed: entries.length === 0 && !canRead(path),
    });
    if (entries.length === 0 || entries.some(({ name }) => mayMark(name))) mark(gitData, top, place);
  };
  return { gitData, folders, see };
}

/**
 * Looks for git data that was not there before, and removes it from folders that git tracks. Undefined where there is
 * nothing to tell. Gives up looking after a second, and never rejects. Nobody of whom one has to beware may write there
 * any more.
 */
export async function removeNewGitData(top: string, before: Before): Promise<GitDataFacts | undefined> {
  const { gitData, closed, isComplete } = lookAgain(top, before, Date.now() + PATIENCE_MILLISECONDS);
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

type Again = Pick<GitDataFacts, 'closed' | 'isComplete'> & { gitData: GitData };

/**
 * Looks first into the folders that were there before, and only where something has changed: however much tests write,
 * they can't keep it from coming to those. Each is reached from the top, over folders that are no links.
 */
function lookAgain(top: string, { folders }: Before, end: number): Again {
  const gitData = new Map<string, GitMarks>();
  const closed: string[] = [];
  const changed: string[] = [];
  const queue = [''];
  for (const path of queue) {
    if (Date.now() > end) return { gitData, closed, isComplete: false };
    const stats = statsOf(join(top, path));
    if (!stats?.isDirectory()) continue;
    const folder = folders.get(path);
    for (const inside of folder?.folders ?? []) queue.push(inside);
    if (folder?.stamp === stampOf(stats)) continue;
    mark(gitData, top, path);
    changed.push(path);
  }
  for (const path of changed) {
    try {
      for (const entry of entriesOf(join(top, path))) {
        if (Date.now() > end) return { gitData, closed, isComplete: false };
        const inside = join(path, entry.name);
        if (!isFolder(entry) || folders.has(inside)) continue;
        mark(gitData, top, inside);
        changed.push(inside);
      }
    } catch (error) {
      if (!isGone(path, error) && folders.get(path)?.isClosed !== true) closed.push(path || '.');
    }
  }
  return { gitData, closed, isComplete: true };
}

/** Whether a folder is there no more; one whose name is no text can't be told from that. */
function isGone(path: string, error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT' && !path.includes('\ufffd');
}

/** Reads a folder entry by entry: there may be more of them than there is time or memory for. */
function* entriesOf(path: string): Generator<Dirent> {
  const folder = opendirSync(path, { bufferSize: 256 });
  try {
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) yield entry;
  } finally {
    folder.closeSync();
  }
}

function isFolder(entry: Dirent): boolean {
  return entry.isDirectory() && entry.name !== '.git';
}

function stampOf({ dev, ino, ctimeMs, mtimeMs, nlink }: Stats): string {
  return [dev, ino, ctimeMs, mtimeMs, nlink].join(' ');
}

function canRead(path: string): boolean {
  try {
    opendirSync(path).closeSync();
    return true;
  } catch {
    return false;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Whether some file system takes a name for one that git looks for: it may ignore case, or characters that nobody sees. */
function mayMark(name: string): boolean {
  return /^[.Hh\u0080-\uffff]/.test(name) && /^(?:\.git|head)$/i.test(name.replace(/\p{Cf}/gu, ''));
}

/** Asks the file system itself for the names that git looks for, as git does. */
function mark(gitData: Map<string, GitMarks>, top: string, path: string): void {
  const has = (name: string) => statsOf(join(top, path, name)) !== undefined;
  const parts = has('HEAD') ? BARE_PARTS.filter(has) : [];
  const identity = identityOf(join(top, path, '.git'));
  if (identity !== undefined || parts.length > 0)
    gitData.set(path, { ...(identity === undefined ? {} : { git: identity }), parts });
}

/**
 * What is mounted read-only can't be deleted, so nothing else gets its number. A link can be: it is known by its place and
 * where it leads to.
 */
function identityOf(path: string): string | undefined {
  const stats = statsOf(path);
  if (!stats?.isSymbolicLink()) return stats && `${stats.dev} ${stats.ino}`;
  try {
    return `${path} ${readlinkSync(path)}`;
  } catch {
    return path;
  }
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
  // It must not look for a repository by itself: it could find the new one.
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
