// Where the checkout is mounted in an image, and what of the image it hides there.

import { isMountable } from '../engine/container.ts';
import type { Image } from '../image/image.ts';
import { input } from '../inputs/options.ts';
import { UserError } from '../text/errors.ts';
import { plain, quoted } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import { pathBelow } from './paths.ts';

/** Variables by which an image names folders with packages: one, or several with `:` between them. */
const VARIABLES = ['VIRTUAL_ENV', 'UV_PROJECT_ENVIRONMENT', 'PATH', 'PYTHONPATH'];

/** Fails where an image has no working directory that the checkout could be mounted at. */
export function requireWorkdir({ workdir }: Pick<Image, 'workdir'>): void {
  if (takesCheckout(workdir)) return;
  throw new UserError(
    sentence`The dev stage sets no working directory, where your files are mounted for the tests: add the line "WORKDIR /usr/src/app" to it, or set ${input('workdir')}.`,
  );
}

function takesCheckout(workdir: string): boolean {
  return workdir !== '' && workdir !== '/';
}

/**
 * Folders that may have packages which the mounted checkout hides, such as .venv, each once and relative to the working
 * directory: those that the image's own variables name. Some are the project's own, and some are nowhere: the image's files
 * tell. The project's own modules, which PYTHONPATH may name, are in the checkout. Nothing is hidden where the checkout
 * can't be mounted.
 */
export function hiddenFolders({ workdir, environment }: Pick<Image, 'workdir' | 'environment'>): string[] {
  if (!takesCheckout(workdir)) return [];
  const folders = VARIABLES.flatMap(name => {
    const paths = (environment[name] ?? '').split(':').filter(path => path !== '');
    const hidden = paths
      .flatMap(path => pathBelow(workdir, path) ?? [])
      .map(path => path.replace(/\/(?:s?bin|\.bin)$/, ''));
    return name === 'PYTHONPATH' ? hidden.filter(path => path.includes('site-packages')) : hidden;
  });
  return [...new Set(folders)];
}

/** Folders of packages by their names alone, wherever they lie. */
const PACKAGES = ['site-packages', 'dist-packages', 'node_modules'];
/** What is in a folder of packages: of Python's environments and Conda's, and the programs that packages bring. */
const MARKS = ['pyvenv.cfg', 'conda-meta/history', 'bin/python', 'bin/pytest', 'python', 'pytest'];

/**
 * Paths of an image, one of which it has where it has packages in a folder below its working directory. The folder with the
 * project's scripts, which may be on PATH too, has none of them.
 */
export function marksOf(folder: string): string[] {
  return PACKAGES.some(name => folder.split('/').includes(name)) ? [folder] : MARKS.map(mark => `${folder}/${mark}`);
}

/** Whether a file that begins so is run by a shell, as a project's own wrapper around Python or pytest is. */
export function isShellScript(start: string): boolean {
  return /^#!.*\b(?:ba|da|k|z)?sh\b/.test(start);
}

/**
 * Volumes of an image that would lie over the mounted checkout, relative to the working directory. None of git's: a folder
 * of the checkout that is mounted there could be written, and git runs what it finds in it.
 */
export function volumesWithin({ workdir, config }: Pick<Image, 'workdir' | 'config'>): string[] {
  const paths = Object.keys(config.Volumes ?? {}).filter(isMountable);
  return [...new Set(paths.flatMap(path => pathBelow(workdir, path) ?? []))].filter(path => !isGits(path));
}

/** Some file systems take names for the same that differ in case, or in characters without a width. */
function isGits(path: string): boolean {
  return path.split('/').some(name => name.replace(/[^\x20-\x7e]/g, '').toLowerCase() === '.git');
}

/**
 * Fails where a hidden folder, by its path in the image, can't be kept visible. Where the checkout has a folder of that
 * name too, a volume filled from the image can lie over it; making one would be a write to the checkout.
 */
export function requireVisible(path: string, isInCheckout: boolean): void {
  if (!isInCheckout) throw hiddenPackages(path);
  if (isMountable(path)) return;
  throw new UserError(
    `The dev image has its packages in ${quoted(path)}, where nothing can be mounted: a comma, a quote or a control character in a path could be read as more than a path. Install them in a folder with a plainer name.`,
  );
}

/** That packages are in a folder of the image that the checkout hides, and the cure. */
export function hiddenPackages(path: string): UserError {
  return new UserError(sentence`${hiddenPackagesSentence(path)}.`);
}

/** The same without a full stop. */
export function hiddenPackagesSentence(path: string): Sentence {
  return sentence`The dev image has its packages in ${plain(path)}, which the mounted ${words.checkout} hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile, or end the dev stage with another WORKDIR`;
}
