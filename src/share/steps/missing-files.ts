import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { trackedFiles } from '../../checkout/steps/git.ts';
import type { Ignore } from '../../dockerfile/ignore.ts';
import { asPattern } from '../../dockerfile/patterns.ts';
import { inspectIgnore, type SourcePaths } from '../../dockerfile/steps/sources.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import { kindWithin } from '../../host/steps/within.ts';
import { type MissingClues, type MissingFile, namedIn } from '../missing-files.ts';

const MOST_FOUND = 10;
const MOST_BYTES = 1e6;

/**
 * What tests that failed in an image complain of, and the build context has, each once, at most ten; where that is nothing,
 * what .dockerignore leaves out of git's files though the tests' files name it. Follows no links, and never rejects.
 */
export async function findMissingFiles(
  project: Pick<SourcePaths, 'context' | 'dockerfile'>,
  clues: MissingClues,
): Promise<MissingFile[]> {
  const ignore = await inspectIgnore(project);
  const found = await findWanted(project.context, clues.candidates, ignore);
  return found.length > 0 ? found : findNamed(project.context, clues.testFiles, ignore);
}

async function findWanted(
  context: string,
  candidates: MissingClues['candidates'],
  ignore: Ignore,
): Promise<MissingFile[]> {
  const found = new Map<string, MissingFile>();
  for (const { paths, wantedBy } of candidates) {
    if (found.size >= MOST_FOUND) break;
    const missing = await firstThere(context, paths, ignore);
    if (missing && !found.has(missing.path)) found.set(missing.path, { ...missing, wantedBy });
  }
  return [...found.values()];
}

/** Code that catches the error, or sees to a file only where there is one, leaves no trace of it in what a test says. */
async function findNamed(context: string, testFiles: string[], ignore: Ignore): Promise<MissingFile[]> {
  const hidden = (await trackedFiles(context)).filter(path => ignore.ignores(path));
  const found = new Map<string, MissingFile>();
  for (const wantedBy of hidden.length === 0 ? [] : testFiles) {
    if ((await kindWithin(context, wantedBy)) !== 'file') continue;
    const text = await readRegularFile(join(context, wantedBy), MOST_BYTES).catch(() => undefined);
    for (const path of namedIn(text?.toString('utf8') ?? '', hidden)) {
      if (!found.has(path)) found.set(path, { path, isFolder: false, isIgnored: true, wantedBy, isNamed: true });
    }
  }
  return [...found.values()].slice(0, MOST_FOUND);
}

type There = Omit<MissingFile, 'wantedBy'>;

async function firstThere(context: string, paths: string[], ignore: Ignore): Promise<There | undefined> {
  for (const path of paths) {
    const [entry] = await matching(context, path);
    if (entry === undefined) continue;
    const isFolder = (await kindWithin(context, entry)) === 'folder';
    return { path, isFolder, isIgnored: await isLeftOut(context, entry, isFolder, ignore) };
  }
  return undefined;
}

/** The paths that are there and that a path stands for, whose last name may have a `*`. */
async function matching(context: string, path: string): Promise<string[]> {
  if (!basename(path).includes('*')) return (await kindWithin(context, path)) === undefined ? [] : [path];
  const folder = dirname(path);
  return (await namesIn(context, folder)).filter(asPattern(basename(path))).map(name => join(folder, name));
}

async function namesIn(context: string, folder: string): Promise<string[]> {
  if (folder !== '.' && (await kindWithin(context, folder)) !== 'folder') return [];
  return (await readdir(join(context, folder)).catch(() => [])).sort();
}

/** A folder of which nothing is left is as good as left out. */
async function isLeftOut(context: string, path: string, isFolder: boolean, ignore: Ignore): Promise<boolean> {
  if (!isFolder) return ignore.ignores(path);
  const names = await namesIn(context, path);
  return names.every(name => ignore.ignores(join(path, name))) && (names.length > 0 || ignore.ignores(path));
}
