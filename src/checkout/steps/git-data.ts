import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { readRegularFile } from '../../host/steps/read.ts';
import { findWithin } from '../../host/steps/within.ts';
import { includedPaths, withoutCredentials } from '../git.ts';
import type { SeeFolder } from './git-marks.ts';

/** Something of git's in a folder; paths are absolute. */
export type GitPlace =
  /** What is named .git: a folder, or the file of a worktree or a submodule. */
  | { kind: 'data'; path: string; isFolder: boolean }
  /** A file that holds a credential, and its text without. */
  | { kind: 'credential'; path: string; harmless: string };

/** How a folder is looked through. */
type Search = {
  /** Its real path. */
  top: string;
  /** Folders in it, by their relative paths, that are left out. */
  isSkipped?: (folder: string) => boolean;
  /** Whether the folder is itself a git directory, of whose files all those that hold a credential are found. */
  isGit?: boolean;
  /** Is told what is in each folder that is none of git's. */
  see?: SeeFolder;
};

/** What git itself, and those who set it up, call files that credentials are kept in. */
const SETTINGS = /^(?:config(?:\.worktree)?|\.?(?:git-)?credentials)$/;
/** Configurations of real clones, with sections for thousands of branches, stay below it. */
const MOST_BYTES = 1 << 24;
const MOST_BYTES_OF_A_POINTER = 1 << 16;

/**
 * Finds git's data in a folder, outermost first, and the files in it that hold a credential: actions/checkout before v6
 * leaves the job's token in .git/config, and submodules have their own; one may include another. Nothing outside of the
 * folder is looked at. Of a configuration that is longer than any is, nothing counts as harmless. Rejects where one can't be
 * read.
 */
export async function* findGitData(top: string, how: Omit<Search, 'top'> = {}): AsyncGenerator<GitPlace> {
  const told = new Set<string>();
  for await (const found of walk(top, { top, ...how }, how.isGit)) {
    if (typeof found !== 'string') yield found;
    else yield* credentialsIn(found, top, told);
  }
}

/** What is named .git, and paths of the files in it that may hold credentials. */
async function* walk(folder: string, search: Search, isGit = false): AsyncGenerator<GitPlace | string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  if (!isGit) search.see?.(folder, entries);
  // Only a git directory's own: below .git/modules, a submodule may be called "logs".
  const isGitDirectory = isGit && entries.some(entry => entry.name === 'HEAD');
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isRoot = !isGit && entry.name === '.git';
    if (isRoot && !entry.isSymbolicLink()) yield { kind: 'data', path, isFolder: entry.isDirectory() };
    if (isGit && entry.isFile() && SETTINGS.test(entry.name)) yield path;
    const elsewhere = isRoot && !entry.isDirectory() ? await dataBehind(path, search.top) : undefined;
    if (elsewhere !== undefined) yield* walk(elsewhere, search, true);
    const isDull = isGitDirectory && ['objects', 'refs', 'logs', 'hooks'].includes(entry.name);
    if (!entry.isDirectory() || isDull || search.isSkipped?.(relative(search.top, path))) continue;
    yield* walk(path, search, isGit || isRoot);
  }
}

/** The folder that a link or a file called .git leads to; undefined where that lies outside. */
async function dataBehind(path: string, top: string): Promise<string | undefined> {
  const content = await readRegularFile(path, MOST_BYTES_OF_A_POINTER).catch(() => undefined);
  const [, written = ''] = /^gitdir:(.*)/.exec(content?.toString() ?? '') ?? [];
  return findWithin(top, relative(top, resolve(content ? dirname(path) : path, written.trim())), 'isDirectory');
}

async function* credentialsIn(path: string, top: string, told: Set<string>): AsyncGenerator<GitPlace> {
  if (told.has(path)) return;
  told.add(path);
  const text = (await readRegularFile(path, MOST_BYTES))?.toString();
  const harmless = withoutCredentials(text ?? '');
  if (harmless !== text) yield { kind: 'credential', path, harmless };
  for (const written of includedPaths(text ?? '')) {
    const included = await findWithin(top, relative(top, resolve(dirname(path), written)), 'isFile');
    if (included !== undefined) yield* credentialsIn(included, top, told);
  }
}
