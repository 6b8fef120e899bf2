import { split } from 'shlex';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/** `true`, `false` or `auto`, in any case. */
export type Choice = 'true' | 'false' | 'auto';

/** Reads `auto`, `true` or `false`. Fails on anything else. */
export function choice(name: string, text: string): Choice {
  // An expression such as ${{ inputs.push }} is empty on events that have no inputs.
  const value = text.toLowerCase() || 'auto';
  if (value === 'true' || value === 'false' || value === 'auto') return value;
  throw new UserError(`Input ${name} is ${quoted(text)}: write auto, true or false.`);
}

/** Reads one of a few words, in any case. Fails on anything else. */
export function oneOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find(word => word === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UserError(`Input ${name} is ${quoted(text)}: write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`);
}

/** Reads `true` or `false`, in any case. Fails on anything else. */
export function flag(name: string, text: string): boolean {
  return oneOf(name, text, ['true', 'false']) === 'true';
}

/** Reads a whole number, 0 or more. Fails on anything else. */
export function count(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UserError(`Input ${name} is ${quoted(text)}: write a whole number, such as 10.`);
}

/** Bytes of a size such as `5 GB` or `800 MB` (powers of ten). Fails on anything else. */
export function size(name: string, text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([MG])B$/i.exec(text) ?? [];
  if (number === undefined)
    throw new UserError(`Input ${name} is ${quoted(text)}: write a size such as 5 GB or 800 MB.`);
  return Number(number) * (unit?.toUpperCase() === 'G' ? 1e9 : 1e6);
}

/** Splits as a shell would, without expansion. Fails on an unclosed quote and a backslash at the end. */
export function shellWords(name: string, text: string): string[] {
  try {
    return split(text);
  } catch {
    throw new UserError(
      `Input ${name} is ${quoted(text)}, which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.`,
    );
  }
}

/** A path within the checkout, without `./` and `/` at its ends. Fails where it leads out. */
export function relative(input: string, path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) throw leadsOut(input, path);
  }
  if (path.startsWith('/')) throw leadsOut(input, path);
  return parts.join('/') || '.';
}

function leadsOut(input: string, path: string): UserError {
  return new UserError(`Input ${input} is ${quoted(path)}, which leads out of the checkout: write a path within it.`);
}

/** An archive within the checkout, whose ending says how it is compressed. Fails on other paths. */
export function archive(input: string, path: string): string {
  requireArchive(input, path);
  return relative(input, path);
}

/** Fails where a path's ending doesn't say how an archive is compressed. */
export function requireArchive(input: string, path: string): void {
  if (/\.tar(?:\.gz|\.zst)?$/.test(path)) return;
  throw new UserError(
    `Input ${input} is ${quoted(path)}: write a path that ends in .tar, .tar.gz or .tar.zst, such as share.tar.zst.`,
  );
}
