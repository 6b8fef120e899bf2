// Why pytest could not be started, or did not find what the image has: as far as an image's files tell.

import { plain } from '../text/plain.ts';
import { type Ended, hasFailed } from './facts.ts';
import { missingModules } from './hidden-modules.ts';
import { pathBelow } from './paths.ts';
import type { Failure } from './results.ts';

/** Environments that nobody names, below the working directory: uv's own choice, and what people call theirs. */
const ENVIRONMENTS = ['.venv', 'venv', 'env'];

const MOST_PATHS = 5;
/** A path in a message ends where a quote, a bracket or a blank does. */
const PATH_ENDS = /[\s'"`()[\]{}<>,;:]/;

/** Whether a run failed and nothing was heard of pytest. */
export function hasNotBegun(ended: Ended): boolean {
  return hasFailed(ended) && ended.results.pytest === undefined;
}

/** Whether a run that failed may have failed for want of a package, or of pytest itself; a terminal keeps its last words. */
export function lacksPackages({ exitCode, lastWords, results }: Ended): boolean {
  if (results.pytest !== undefined) return missingModules(results.failures).length > 0;
  return exitCode === 127 || (exitCode === 1 && (lastWords === '' || lastWords.includes('No module named')));
}

/** Absolute paths in an image at which a program may be, in the order in which they are tried, without those that the mounted checkout hides. */
export function placesOf(program: string, workdir: string, { PATH = '' }: Record<string, string>): string[] {
  const places = program.includes('/') ? [program] : foldersOn(PATH).map(folder => `${folder}/${program}`);
  return places.filter(place => place.startsWith('/') && pathBelow(workdir, place) === undefined);
}

/** Folders of an image that the mounted checkout hides, and that may have pytest: those on PATH, and those of environments. */
export function hiddenHomes(
  workdir: string,
  { PATH = '' }: Record<string, string>,
): { folder: string; place: string }[] {
  const onPath = foldersOn(PATH).flatMap(path => pathBelow(workdir, path) ?? []);
  return [
    ...onPath.map(path => ({ folder: path.replace(/\/bin$/, ''), place: `${path}/pytest` })),
    ...ENVIRONMENTS.map(folder => ({ folder, place: `${folder}/bin/pytest` })),
  ].map(({ folder, place }) => ({ folder: `${workdir}/${folder}`, place: `${workdir}/${place}` }));
}

/** Others depend on where a program is started. */
function foldersOn(path: string): string[] {
  return path.split(':').filter(folder => folder.startsWith('/'));
}

/** Absolute path of the program that a script's first line names; undefined where it names none, or leaves it to PATH. */
export function interpreterOf(start: string): string | undefined {
  const path = /^#! *(\/\S+)/.exec(start)?.[1];
  return path === undefined || path.endsWith('/env') ? undefined : path;
}

/** Absolute paths that messages of failures call closed, each once. */
export function deniedIn(failures: Pick<Failure, 'message'>[]): string[] {
  const paths = failures.flatMap(({ message }) =>
    [...plain(message).matchAll(/Permission denied: b?['"](\/[^'"\n]+)['"]/g)].map(([, path = '']) => path),
  );
  return [...new Set(paths)].slice(0, MOST_PATHS);
}

/** Paths below a home that messages of failures name, relative to it, each once. */
export function wantedFrom(home: string, failures: Pick<Failure, 'message'>[]): string[] {
  const found = new Set<string>();
  for (const { message } of failures) {
    for (const part of plain(message).split(`${home}/`).slice(1)) {
      const path = part.split(PATH_ENDS, 1)[0]?.replace(/[./]+$/, '') ?? '';
      if (path !== '' && !path.split('/').includes('..')) found.add(path);
      if (found.size >= MOST_PATHS) return [...found];
    }
  }
  return [...found];
}
