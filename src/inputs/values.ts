import { split } from 'shlex';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/** `true`, `false` or `auto`, in any case. */
export type Choice = 'true' | 'false' | 'auto';

/** The non-empty lines of an input, trimmed; a line that begins with `#` is a comment. */
export function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
}

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

/** Reads `true` or `false`, in any case; `standard` where nothing is written. Fails on anything else. */
export function flag(name: string, text: string, standard: boolean): boolean {
  return oneOf(name, text || String(standard), ['true', 'false']) === 'true';
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

/** Reads lines of `NAME=value`. Fails on a line without a name or a value. */
export function buildArguments(text: string): string[] {
  return pairs('build-args', text, /^[A-Za-z_][A-Za-z0-9_]*=/, 'NAME=value');
}

/** Reads lines of `key=value` for labels. Fails on a line without a key. */
export function labels(text: string): string[] {
  return pairs('labels', text, /^[A-Za-z0-9][A-Za-z0-9._/-]*=/, 'key=value');
}

/** What does not have the form may be a secret in the wrong place: it is not shown. */
function pairs(name: string, text: string, form: RegExp, words: string): string[] {
  const isMalformed = (line: string) => lines(line).some(written => !form.test(written));
  const index = text.split('\n').findIndex(isMalformed);
  if (index < 0) return lines(text);
  throw new UserError(`Input ${name} has no ${words} in its line ${index + 1}: write one ${words} a line.`);
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

/** What the names in an input are made of, what stands for one in a sentence, and the cure for one without a value. */
type Naming = { input: 'env' | 'secrets'; word: string; pattern: string; cure: string };

/**
 * Reads lines of `NAME=value`; a value of several lines stands between `NAME<<END` and a line `END`.
 * Fails on a bare name, whose value would have to come from the runner's own environment. Never shows a value.
 */
export function environment(text: string): Record<string, string> {
  const cure = "write NAME=value; the runner's own variables are never passed on";
  return Object.fromEntries(namedValues(text, { input: 'env', word: 'NAME', pattern: '[A-Za-z_][A-Za-z0-9_]*', cure }));
}

/** Reads lines of `id=value`, in the same form. Fails on anything else. Never shows a value. */
export function secretValues(text: string): [id: string, value: string][] {
  const cure = 'write id=value, or id=VARIABLE in the input secret-envs';
  return namedValues(text, { input: 'secrets', word: 'id', pattern: '[A-Za-z0-9_.-]+', cure });
}

function namedValues(text: string, naming: Naming): [name: string, value: string][] {
  const result: [string, string][] = [];
  const form = new RegExp(`^(${naming.pattern})(=|<<)(.*)$`, 's');
  const rows = text.split(/\r?\n/);
  for (let at = 0; at < rows.length; at++) {
    const row = (rows[at] ?? '').trimStart();
    if (row.trim() === '' || row.startsWith('#')) continue;
    const [, name, sign, rest] = form.exec(row) ?? [];
    if (name === undefined || rest === undefined) throw malformed(naming, row, at);
    if (sign === '=') {
      result.push([name, rest]);
      continue;
    }
    const end = rows.findIndex((line, index) => index > at && line.trim() === rest.trim());
    if (rest.trim() === '' || end < 0) {
      throw new UserError(
        `Input ${naming.input} has ${name}<<${rest} but no line ${rest.trim() || 'END'} that ends the value.`,
      );
    }
    result.push([name, rows.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return result;
}

function malformed({ input, word, pattern, cure }: Naming, row: string, index: number): UserError {
  // What looks like a name may be a line of a value, a key for instance: it is not shown.
  const isName = new RegExp(`^${pattern}\\s*$`).test(row);
  return new UserError(
    isName
      ? `Input ${input} has a name without a value in its line ${index + 1}: ${cure}.`
      : `Input ${input} has no ${word}=value in its line ${index + 1}: write one ${word}=value a line, or a value of several lines between ${word}<<END and END.`,
  );
}

/** Values that were given one by one, as an input has them. Fails on one of several lines that would be taken for several. */
export function asLines(input: string, values: string[]): string {
  const takesLines = input === 'env' || input === 'secrets';
  return values.map(value => (takesLines ? inSeveralLines(value) : oneLine(input, value))).join('\n');
}

/** `NAME=value` whose value has line breaks, as an input has it. */
function inSeveralLines(entry: string): string {
  if (!entry.includes('\n')) return entry;
  const [name = ''] = entry.split('=', 1);
  const value = entry.slice(name.length + 1);
  let end = 'END';
  while (value.split('\n').some(line => line.trim() === end)) end += '_';
  return `${name}<<${end}\n${value}\n${end}`;
}

function oneLine(input: string, entry: string): string {
  if (!/[\r\n]/.test(entry)) return entry;
  throw new UserError(`Input ${input} has a value of several lines: write one value at a time, on one line.`);
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
