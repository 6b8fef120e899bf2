import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Ignore } from '../../dockerfile/ignore.ts';
import { asPattern } from '../../dockerfile/patterns.ts';
import { inspectIgnore, type SourcePaths } from '../../dockerfile/steps/sources.ts';
import { kindWithin } from '../../host/steps/within.ts';
import type { MissingCandidate, MissingFile } from '../missing-files.ts';

const MOST_FOUND = 10;

/** Which candidates the build context has, each once, at most ten. Follows no links, and never rejects. */
export async function findMissingFiles(
  project: Pick<SourcePaths, 'context' | 'dockerfile'>,
  candidates: MissingCandidate[],
): Promise<MissingFile[]> {
  const ignore = await inspectIgnore(project);
  const found = new Map<string, MissingFile>();
  for (const { paths, wantedBy } of candidates) {
    if (found.size >= MOST_FOUND) break;
    const missing = await firstThere(project.context, paths, ignore);
    if (missing && !found.has(missing.path)) found.set(missing.path, { ...missing, wantedBy });
  }
  return [...found.values()];
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
