import { closeSync, constants, type Dirent, lstatSync, openSync, readSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Ignore } from '../../dockerfile/ignore.ts';
import { asPattern, type MatchesName } from '../../dockerfile/patterns.ts';
import type { Copy } from '../../dockerfile/stage.ts';
import { inspectIgnore, type SourcePaths } from '../../dockerfile/steps/sources.ts';

// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
const POINTER =
  /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\n(?:[a-z0-9.-]+ .*\n)*?oid sha256:[0-9a-f]{64}\n/;
/** A pointer has fewer bytes than the one, and can't do with fewer than the other. */
const MOST_BYTES = 1024;
const LEAST_BYTES = 100;

/**
 * Files that instructions copy from the build context and that are Git LFS pointers, relative to the context; where
 * these aren't known, those of the whole context. Follows no links, skips what it can't read, and never rejects.
 */
export async function findLfsPointers(
  paths: Pick<SourcePaths, 'context' | 'dockerfile'>,
  copies: Copy[] | undefined,
): Promise<string[]> {
  const ignore = await inspectIgnore(paths);
  // It may leave out just these.
  if (!ignore.isKnown) return [];
  return pointersIn(paths.context, copies ? copies.flatMap(copiedPaths) : [[]], ignore);
}

/**
 * The same of all files in a folder, as tests see it, whatever an image would have; but for what is hidden, such as git's
 * own files and virtual environments, and for packages of Node, which are many.
 */
export async function findAllLfsPointers(folder: string): Promise<string[]> {
  const ignores = (path: string) => /(?:^|\/)(?:\.[^/]*|node_modules)$/.test(path);
  return pointersIn(folder, [[]], { isKnown: true, ignores, hasExceptions: false });
}

async function pointersIn(folder: string, places: PathPattern[], ignore: Ignore): Promise<string[]> {
  const pointers: string[] = [];
  for await (const files of filesIn(folder, places, ignore)) {
    pointers.push(...files.filter(path => isPointer(join(folder, path))));
  }
  return pointers.sort();
}

/** Patterns for the names along the path of what is copied. */
type PathPattern = MatchesName[];

/**
 * Of what is copied only in part, nothing is looked at: what `--exclude` leaves out may well be the pointers, as may be
 * what a RUN does not read of the whole context.
 */
function copiedPaths({ instruction, sources }: Copy): PathPattern[] {
  if (/ --exclude=/.test(instruction)) return [];
  const paths = sources.map(source => {
    // BuildKit takes the context for the root: no path leads out of it.
    const names = posix.normalize(`/${source}`).split('/');
    return names.filter(name => name !== '').map(asPattern);
  });
  return instruction.startsWith('RUN ') ? paths.filter(({ length }) => length > 0) : paths;
}

/** Files in the places, a folder's at a time. */
async function* filesIn(context: string, paths: PathPattern[], ignore: Ignore): AsyncGenerator<string[]> {
  const folders = [{ path: '', paths }];
  for (let folder = folders.pop(); folder; folder = folders.pop()) {
    const entries = await readdir(join(context, folder.path), { withFileTypes: true }).catch((): Dirent[] => []);
    const files: string[] = [];
    for (const entry of entries) {
      if (!entry.isFile() && !entry.isDirectory()) continue;
      const path = posix.join(folder.path, entry.name);
      const within = pathsBehind(entry.name, folder.paths);
      const isWanted = entry.isFile() ? within.some(place => place.length === 0) : within.length > 0;
      if (!isWanted || (ignore.ignores(path) && (entry.isFile() || !ignore.hasExceptions))) continue;
      if (entry.isFile()) files.push(path);
      else folders.push({ path, paths: within });
    }
    yield files;
  }
}

/** What is left of the places behind a name; a place without any names left is all that comes. */
function pathsBehind(name: string, paths: PathPattern[]): PathPattern[] {
  return paths.filter(([pattern]) => pattern === undefined || pattern(name)).map(place => place.slice(1));
}

/** Not asynchronous: with a hundred thousand small files, that takes three times as long. */
function isPointer(path: string): boolean {
  try {
    const { size } = lstatSync(path);
    return size >= LEAST_BYTES && size < MOST_BYTES && POINTER.test(startOf(path));
  } catch {
    return false;
  }
}

/** What has become a link or a pipe since it was listed is neither followed nor waited for. */
function startOf(path: string): string {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const buffer = Buffer.alloc(MOST_BYTES);
    return buffer.toString('latin1', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}
