import { type Dirent, lstatSync, opendirSync, readlinkSync, type Stats } from 'node:fs';
import { join, relative } from 'node:path';
import { BARE_PARTS, type GitData, type GitDataFacts, type GitMarks } from '../new-git-data.ts';

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

/** What is there now of git data, and what could not be looked into. */
type Again = Pick<GitDataFacts, 'closed' | 'isComplete'> & { gitData: GitData };

/**
 * Looks for git data for a second at most. Never fails.
 *
 * It looks first into the folders that were there before, and only where something has changed: however much tests write,
 * they can't keep it from coming to those. Each is reached from the top, over folders that are no links.
 */
export function lookAgain(top: string, { folders }: Before): Again {
  const end = Date.now() + PATIENCE_MILLISECONDS;
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

/** What is at a path, of a link itself; undefined where nothing is, or nobody may look. */
export function statsOf(path: string): Stats | undefined {
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
 * Tells what is at a path from what may be there later.
 *
 * What is mounted read-only can't be deleted, so nothing else gets its number. A link can be: it is known by its place and
 * where it leads to.
 */
export function identityOf(path: string): string | undefined {
  const stats = statsOf(path);
  if (!stats?.isSymbolicLink()) return stats && `${stats.dev} ${stats.ino}`;
  try {
    return `${path} ${readlinkSync(path)}`;
  } catch {
    return path;
  }
}
