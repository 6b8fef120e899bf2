// What a COPY instruction brings from a build context: at least what BuildKit takes, never less.

import type { Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Ignore } from '../ignore.ts';
import { Doubt } from '../instructions.ts';
import { asPattern } from '../patterns.ts';

/** Something in a build context. */
export type ContextEntry = {
  /** Relative to the context; empty for the context itself. */
  path: string;
  kind: 'file' | 'folder' | 'link';
  /** Permission bits. */
  mode: number;
};

/** A build context, as COPY sees it. */
export type BuildContext = { folder: string; ignore: Ignore };

/**
 * Finds what a source of a COPY instruction brings, piece by piece, so that one who has seen enough can stop. Fails with
 * a Doubt at links on the way, special files and names that are not plain; with the system's error where it can't read.
 */
export async function* entriesOf(context: BuildContext, source: string): AsyncGenerator<ContextEntry> {
  // BuildKit takes the context for the root: no path leads out of it.
  const names = posix
    .normalize(`/${source}`)
    .split('/')
    .filter(name => name !== '');
  yield* matching(context, '', names, false);
}

async function* matching(
  context: BuildContext,
  path: string,
  names: string[],
  isPattern: boolean,
): AsyncGenerator<ContextEntry> {
  const entry = await entryAt(context, path);
  // Of what isn't there, the build will tell.
  if (!entry) return;
  if (entry.kind === 'link') throw new Doubt(`${path} is a link, and the dev stage copies it`);
  const [name, ...rest] = names;
  if (name === undefined) yield* whole(context, entry, !isPattern);
  else if (!/[*?]/.test(name)) yield* matching(context, posix.join(path, name), rest, isPattern);
  else if (entry.kind === 'folder') {
    for (const found of (await namesIn(context, path)).filter(asPattern(name))) {
      yield* matching(context, posix.join(path, found), rest, true);
    }
  }
}

/** An entry with all that it holds, less what is ignored. */
async function* whole(context: BuildContext, entry: ContextEntry, isNamed: boolean): AsyncGenerator<ContextEntry> {
  const { ignore } = context;
  // A file that the Dockerfile names is what the build needs; were it ignored, the build would say so.
  let isKept = isNamed || !ignore.ignores(entry.path);
  if (isKept) yield entry;
  if (entry.kind !== 'folder' || (!isKept && !ignore.hasExceptions)) return;
  for (const name of await namesIn(context, entry.path)) {
    const within = await entryAt(context, posix.join(entry.path, name));
    if (!within) continue;
    for await (const found of whole(context, within, false)) {
      // A folder that is ignored is there for the sake of what it holds nevertheless.
      if (!isKept) yield entry;
      isKept = true;
      yield found;
    }
  }
}

async function entryAt({ folder }: BuildContext, path: string): Promise<ContextEntry | undefined> {
  const stats = await lstat(join(folder, path)).catch(error => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  return stats && { path, kind: kindOf(stats, path), mode: stats.mode & 0o7777 };
}

function kindOf(stats: Stats, path: string): ContextEntry['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  if (stats.isSymbolicLink()) return 'link';
  throw new Doubt(`${path} is no regular file, and the dev stage copies it`);
}

async function namesIn({ folder }: BuildContext, path: string): Promise<string[]> {
  const names = await readdir(join(folder, path), { encoding: 'buffer' });
  return names.map(bytes => requirePlainName(bytes, path)).sort();
}

/** Names are compared as text here, but as bytes by BuildKit. */
function requirePlainName(bytes: Buffer, path: string): string {
  const name = bytes.toString();
  if (Buffer.from(name).equals(bytes) && !/\p{Cc}/u.test(name)) return name;
  throw new Doubt(`the folder ${path || 'of the build context'} holds a file with an unusual name`);
}
