// What is wrong with the share image, and how to fix it: one sentence each.

import { plain, quoted } from '../text/plain.ts';
import { byteSize } from '../text/quantities.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import type { GitInShare } from './facts.ts';
import type { Layers } from './layers.ts';
import type { MissingFile } from './missing-files.ts';

/** More names than this help nobody. */
const MOST_NAMES = 3;

/** That files are not the files themselves; paths are relative to the context. */
export function lfsSentence(paths: string[]): Sentence {
  const names = paths.slice(0, MOST_NAMES).map(plain);
  const left = paths.length - names.length;
  const list = left > 0 ? [...names, `${left} more`] : names;
  const what =
    paths.length === 1
      ? `${list[0]} is a Git LFS pointer, not the file itself`
      : `${paths.length} files are Git LFS pointers, not the files themselves (${list.slice(0, -1).join(', ')} and ${list.at(-1)})`;
  return sentence`${what}: ${words.filesThemselves}.`;
}

/** That a test wanted a file which the share image lacks. */
export function missingSentence({ path, isFolder, isIgnored, wantedBy, isNamed }: MissingFile): string {
  const what = `The share image lacks ${plain(path)}${isFolder ? '/' : ''}, which ${plain(wantedBy)} ${isNamed ? 'names' : 'wanted'}`;
  return isIgnored
    ? `${what}: .dockerignore leaves it out; remove the line that does, or add "!${asException(plain(path))}" below it.`
    : `${what}: add "${copyLine(plain(path), isFolder)}" to the share stage.`;
}

/** A path as .dockerignore takes it; `*` and `?` stand for themselves too. */
function asException(path: string): string {
  return path.replace(/[\\[]/g, '\\$&');
}

/** A place of the context goes to the same place below WORKDIR. */
function copyLine(path: string, isFolder: boolean): string {
  const parent = path.split('/').slice(0, -1).join('/');
  const target = isFolder ? `${path}/` : parent === '' ? './' : `${parent}/`;
  const isPlain = /^[\w./@+*][\w./@+*-]*$/.test(path);
  if (isPlain) return `COPY ${path} ${target}`;
  return `COPY [${[asSource(path), target].map(text => JSON.stringify(asWord(text))).join(', ')}]`;
}

/**
 * A source that BuildKit takes for this path. It trims what surrounds a name, takes `!` at its start for an exception and
 * `<<` for an inline document, and reads `\` differently from place to place: `?` stands for those.
 */
function asSource(path: string): string {
  return path.replace(/^[!<\s]|\\|\s$/g, '?').replaceAll('[', '[[]');
}

/** A text in which no variable is replaced and no quote is taken away; JSON doesn't keep BuildKit from either. */
function asWord(text: string): string {
  return text.replace(/[\\$'"]/g, '\\$&');
}

/** That a COPY brings what the share image has already; the Dockerfile's path is relative to the checkout. */
export function repeatedSentence(copy: Layers['repeated'][number], dockerfile: string): string {
  const what = `Line ${copy.line} of ${dockerfile}, ${quoted(plain(copy.instruction))}, puts into the share image what it has from ${copy.from} already: delete the line`;
  // The containerd image store leaves out what is the same, so that nothing is won but time.
  return copy.bytes < 1e6 ? `${what}.` : `${what}; the image gets ${byteSize(copy.bytes)} smaller.`;
}

/** That two layers hold the same. */
export function twinSentence({ first, second, bytes }: Layers['twins'][number]): string {
  const again = first === second ? 'once more' : `what ${quoted(plain(first))} has put there already`;
  return `${quoted(plain(second))} puts into the share image ${again}: delete one of the two lines; the image gets ${byteSize(bytes)} smaller.`;
}

/** That the share image has what git keeps beside the files. */
export function gitInShareSentence({ paths: [path = '', ...others], bytes, isSure }: GitInShare): string {
  const what = `The share image ${isSure ? 'has' : 'may have'} ${plain(path)}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const line = path === '.git' && others.length === 0 ? '.git' : '**/.git';
  return `${what} (${byteSize(bytes)}): add the line "${line}" to .dockerignore, unless somebody needs it there.`;
}
