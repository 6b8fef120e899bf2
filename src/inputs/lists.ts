// Inputs of several entries: lines, and names with values.
import { UserError } from '../text/errors.ts';
import { byteLength, quoted } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import type { InputName } from './names.ts';
import { input } from './options.ts';
import { relative } from './values.ts';

/** The non-empty lines of an input, trimmed; a line that begins with `#` is a comment. */
export function lines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
}

/** Of these, each multiplies the ways in which a library compares a pattern with a path. */
const MOST_STARS = 3;
const MOST_DOUBLE_STARS = 2;

/**
 * Reads globs below a folder, one a line; a `!` before one leaves out what it matches. Fails on one that leads out, and on
 * one with so many stars that it could keep a run busy.
 */
export function globs(name: InputName, text: string): string[] {
  return lines(text).map(line => {
    const [, sign = '', pattern = ''] = /^(!?)\/*(.*)$/s.exec(line) ?? [];
    const names = pattern.split('/');
    const stars = names.filter(part => part !== '**').map(part => part.split('*').length - 1);
    if (Math.max(0, ...stars) > MOST_STARS || names.length - stars.length > MOST_DOUBLE_STARS) {
      throw new UserError(
        sentence`${input(name)} has the pattern ${quoted(pattern)}: write at most ${MOST_STARS} stars in a name, and ** in a path at most twice.`,
      );
    }
    return sign + relative(name, pattern);
  });
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
function pairs(name: InputName, text: string, form: RegExp, entry: string): string[] {
  const isMalformed = (line: string) => lines(line).some(written => !form.test(written));
  const index = text.split('\n').findIndex(isMalformed);
  if (index < 0) return lines(text);
  throw new UserError(sentence`${input(name)} has no ${entry} in its line ${index + 1}: write one ${entry} a line.`);
}

/** What the names in an input are made of, what stands for one in a sentence, and the cure for one without a value. */
type Naming = { name: 'env' | 'secrets'; word: string; pattern: string; cure: Sentence };

/**
 * Reads lines of `NAME=value`; a value of several lines stands between `NAME<<END` and a line `END`.
 * Fails on a bare name, whose value would have to come from the runner's own environment, and on a long value under a
 * name that means something to docker itself. Never shows a value.
 */
export function environment(text: string): Record<string, string> {
  const cure = sentence`write NAME=value; ${words.noVariables}`;
  const values = namedValues(text, { name: 'env', word: 'NAME', pattern: '[A-Za-z_][A-Za-z0-9_]*', cure });
  // Such a value reaches docker in its own environment, where these names mean something to docker itself.
  const [name] = values.find(([name, value]) => !fitsOnLine(value) && DOCKERS.test(name)) ?? [];
  if (name === undefined) return Object.fromEntries(values);
  throw new UserError(
    sentence`${input('env')} gives ${name} several lines or too long a value: this name takes one short line.`,
  );
}

const DOCKERS = /^(?:PATH|HOME|LD_.*|DOCKER_.*|BUILDX_.*|BUILDKIT_.*)$/;

/** Bytes: docker reads a file of variables line by line, each at most 64 KiB long. */
const MAX_FILE_LINE = 60_000;

/** Whether the value of a variable can stand in a file of `NAME=value` lines for docker. */
export function fitsOnLine(value: string): boolean {
  return !/[\r\n]/.test(value) && byteLength(value) < MAX_FILE_LINE;
}

/** Reads lines of `id=value`, in the same form. Fails on anything else. Never shows a value. */
export function secretValues(text: string): [id: string, value: string][] {
  const cure = sentence`write id=value, or id=VARIABLE in ${input('secret-envs')}`;
  return namedValues(text, { name: 'secrets', word: 'id', pattern: '[A-Za-z0-9_.-]+', cure });
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
    const end = indexOfLine(rows, rest.trim(), at + 1);
    if (rest.trim() === '' || end < 0) {
      throw new UserError(
        sentence`${input(naming.name)} has ${name}<<${rest} but no line ${rest.trim() || 'END'} that ends the value.`,
      );
    }
    result.push([name, rows.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return result;
}

/** Where a line stands among others, from one on, whatever is around it; -1 where it isn't. */
function indexOfLine(rows: string[], wanted: string, from: number): number {
  for (let at = from; at < rows.length; at++) if (rows[at]?.trim() === wanted) return at;
  return -1;
}

function malformed({ name, word, pattern, cure }: Naming, row: string, index: number): UserError {
  // What looks like a name may be a line of a value, a key for instance: it is not shown.
  const isName = new RegExp(`^${pattern}\\s*$`).test(row);
  return new UserError(
    isName
      ? sentence`${input(name)} has a name without a value in its line ${index + 1}: ${cure}.`
      : sentence`${input(name)} has no ${word}=value in its line ${index + 1}: write one ${word}=value a line, or a value of several lines between ${word}<<END and END.`,
  );
}

/** Values that were given one by one, as an input has them. Fails on one of several lines that would be taken for several. */
export function asLines(name: InputName, values: string[]): string {
  const takesLines = name === 'env' || name === 'secrets';
  return values.map(value => (takesLines ? inSeveralLines(value) : oneLine(name, value))).join('\n');
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

function oneLine(name: InputName, entry: string): string {
  if (!/[\r\n]/.test(entry)) return entry;
  throw new UserError(sentence`${input(name)} has a value of several lines: write one value at a time, on one line.`);
}

/** A secret, and the file or the variable that it comes from. */
export type SecretSource = { id: string; from: string };

/** Reads lines of `id=path`, paths within the checkout. Fails on anything else. */
export function secretFiles(text: string): SecretSource[] {
  return sources('secret-files', text, /^([A-Za-z0-9_.-]+)=(.+)$/, 'id=path').map(({ id, from }) => ({
    id,
    from: relative('secret-files', from),
  }));
}

/** Reads lines of `id=VARIABLE`. Fails on anything else. */
export function secretVariables(text: string): SecretSource[] {
  return sources('secret-envs', text, /^([A-Za-z0-9_.-]+)=([A-Za-z_][A-Za-z0-9_]*)$/, 'id=VARIABLE');
}

/** What does not have the form may be a value: it is not shown. */
function sources(name: InputName, text: string, form: RegExp, entry: string): SecretSource[] {
  return lines(text).map(line => {
    const [, id, from] = form.exec(line) ?? [];
    if (id !== undefined && from !== undefined) return { id, from };
    throw new UserError(sentence`${input(name)} has a line that is not ${entry}: write one ${entry} a line.`);
  });
}

/** Reads lines of `default` or `id=path`, as `docker buildx build --ssh` has them. Fails on anything else, and on an id given twice. */
export function sshAgents(text: string): string[] {
  const agents = lines(text);
  if (!agents.every(line => /^[A-Za-z0-9_.-]+(?:=.+)?$/.test(line)))
    throw new UserError(
      sentence`${input('ssh')} has a line that is neither default nor id=path: write one of them a line.`,
    );
  requireOnce(
    agents.map(line => line.replace(/=.*/, '')),
    'ssh',
  );
  return agents;
}

/** Fails where an id is given twice in some inputs. */
export function requireOnce(ids: string[], inputs: string): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice === undefined) return;
  throw new UserError(`The id ${twice} is given twice in ${inputs}: give each an id of its own.`);
}
