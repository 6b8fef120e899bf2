import { split } from 'shlex';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { type NamedInput, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import type { InputName } from './names.ts';
import { input } from './options.ts';

/** `true`, `false` or `auto`, in any case. */
export type Choice = 'true' | 'false' | 'auto';

/** Reads `auto`, `true` or `false`. Fails on anything else. */
export function choice(name: InputName, text: string): Choice {
  // An expression such as ${{ inputs.push }} is empty on events that have no inputs.
  const value = text.toLowerCase() || 'auto';
  if (value === 'true' || value === 'false' || value === 'auto') return value;
  throw new UserError(sentence`${input(name)} is ${quoted(text)}: write auto, true or false.`);
}

/** Reads one of a few words, in any case. Fails on anything else. */
export function oneOf<Word extends string>(name: InputName, text: string, allowed: readonly Word[]): Word {
  const found = allowed.find(word => word === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(
    sentence`${input(name)} is ${quoted(text)}: write ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1) ?? ''}.`,
  );
}

/** Reads `true` or `false`, in any case. Fails on anything else. */
export function flag(name: InputName, text: string): boolean {
  return oneOf(name, text, ['true', 'false']) === 'true';
}

/** Reads a whole number, 0 or more. Fails on anything else. */
export function count(name: InputName, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(sentence`${input(name)} is ${quoted(text)}: write a whole number, such as 10.`);
}

/** Bytes of a size such as `5 GB` or `800 MB` (powers of ten). Fails on anything else. */
export function size(name: InputName, text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([MG])B$/i.exec(text) ?? [];
  if (number === undefined)
    throw new UserError(sentence`${input(name)} is ${quoted(text)}: write a size such as 5 GB or 800 MB.`);
  return Number(number) * (unit?.toUpperCase() === 'G' ? 1e9 : 1e6);
}

/** Of a command line: what splits it goes over a word again at each of its quotes. */
const MOST_CHARACTERS = 30_000;

/** Splits as a shell would, without expansion. Fails on an unclosed quote, a backslash at the end, and on too long a text. */
export function shellWords(name: InputName, text: string): string[] {
  if (text.length > MOST_CHARACTERS)
    throw new UserError(
      sentence`${input(name)} has more than ${MOST_CHARACTERS} characters: write them into a file, such as pytest.ini or a script.`,
    );
  try {
    return split(text);
  } catch {
    throw new UserError(
      sentence`${input(name)} is ${quoted(text)}, which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.`,
    );
  }
}

/** A path within the checkout, without `./` and `/` at its ends. Fails where it leads out. */
export function relative(name: InputName, path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) throw leadsOut(name, path);
  }
  if (path.startsWith('/')) throw leadsOut(name, path);
  return parts.join('/') || '.';
}

function leadsOut(name: InputName, path: string): UserError {
  return new UserError(
    sentence`${input(name)} is ${quoted(path)}, which leads out of the ${words.checkout}: write a path within it.`,
  );
}

/** A file within the checkout whose name ends in .xml. Fails on other paths. */
export function xmlFile(name: InputName, path: string): string {
  if (path.endsWith('.xml')) return relative(name, path);
  throw new UserError(sentence`${input(name)} is ${quoted(path)}: write a path that ends in .xml, such as junit.xml.`);
}

/** An archive within the checkout, whose ending says how it is compressed. Fails on other paths. */
export function archive(name: InputName, path: string): string {
  requireArchive(input(name), path);
  return relative(name, path);
}

/** Fails where a path's ending doesn't say how an archive is compressed; `subject` is the path's name in the sentence. */
export function requireArchive(subject: NamedInput | string, path: string): void {
  if (/\.tar(?:\.gz|\.zst)?$/.test(path)) return;
  throw new UserError(
    sentence`${subject} is ${quoted(path)}: write a path that ends in .tar, .tar.gz or .tar.zst, such as share.tar.zst.`,
  );
}
