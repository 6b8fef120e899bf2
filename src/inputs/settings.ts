// What a project says of itself in a file of its own, for the action and the laptop command alike. Whoever opens a pull
// request can change that file: it holds nothing that guards a job, its cache or what is published.

import { join as asShellLine } from 'shlex';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence, withSource } from '../text/sentence.ts';
import { refuseSecrets } from './exposed.ts';
import { asLines, buildArguments, environment } from './lists.ts';
import { type InputName, type InputTexts, inputNames } from './names.ts';
import { nearest } from './nearest.ts';
import { input, optionNames } from './options.ts';
import { relative } from './values.ts';

/** The settings of a project. */
export type Settings = {
  /** Where they stand, as one says it, such as `[tool.dev-in-docker] of pyproject.toml`. */
  origin: string;
  /** As inputs have them; none is empty. */
  values: Partial<InputTexts>;
};

/** What holds where neither an input nor a setting says anything. */
export const builtIn: Partial<InputTexts> = {
  target: 'dev',
  'share-target': 'share',
  'test-command': 'pytest',
  slowest: '10',
};

/** The inputs that can be settings, and how a value is read that TOML has. */
const READERS: Partial<Record<InputName, (name: InputName, value: unknown) => string>> = {
  file: text,
  target: text,
  'share-target': text,
  'build-args': (name, value) => checkedBuildArguments(named(name, value)),
  'cache-dependency-path': list,
  'test-command': words,
  'pytest-args': words,
  env: (name, value) => checkedEnvironment(named(name, value)),
  'working-directory': text,
  workdir: text,
  entrypoint: text,
  network: noNetwork,
  'shm-size': text,
  'timeout-minutes': number,
  slowest: number,
};

/** Names of the inputs that can be settings. */
export const settingNames: InputName[] = inputNames.filter(name => name in READERS);

/**
 * Reads settings that were found in the context, a folder of the checkout. Fails with a sentence on a key that is none,
 * and on a value of another form than its input has; whether the value makes sense is for the plan to say.
 */
export function readSettings(table: Record<string, unknown>, origin: string, context: string): Settings {
  const values: Partial<Record<InputName, string>> = {};
  for (const [key, value] of Object.entries(table)) {
    const name = settingNames.find(name => name === key);
    if (name === undefined) throw noSetting(key, origin);
    try {
      const read = READERS[name]?.(name, value) ?? '';
      if (read.trim() !== '') values[name] = name === 'file' ? fromContext(read, context) : read;
    } catch (error) {
      throw error instanceof UserError ? new UserError(withSource(error.sentence, { origin, names: [name] })) : error;
    }
  }
  return { origin, values };
}

function noSetting(key: string, origin: string): UserError {
  const has = `${origin} has ${quoted(key)}`;
  if (key === 'context') {
    return new UserError(
      `${has}, but the file is looked for in that very folder: set it in the workflow, as an input.`,
    );
  }
  if (inputNames.some(name => name === key)) {
    const option = optionNames.some(name => name === key) ? ', or on your machine as an option' : '';
    return new UserError(
      `${has}, which every pull request could change there: set it in the workflow, as an input${option}.`,
    );
  }
  if (key === 'tool') return new UserError(`${has}: leave [tool.dev-in-docker] out, which only pyproject.toml needs.`);
  const meant = nearest(key.slice(0, 40), settingNames);
  return new UserError(
    `${has}, which is no setting: ${meant === undefined ? `there are ${settingNames.join(', ')}.` : `did you mean ${meant}?`}`,
  );
}

/** A path beside the settings, as one in the checkout. */
function fromContext(path: string, context: string): string {
  return relative('file', path.startsWith('/') || context === '.' ? path : `${context}/${path}`);
}

function text(name: InputName, value: unknown): string {
  if (typeof value === 'string') return value.trim();
  throw new UserError(sentence`${input(name)} is no text: write its value in quotes.`);
}

function number(name: InputName, value: unknown): string {
  if (typeof value === 'number' || typeof value === 'string') return String(value).trim();
  throw new UserError(sentence`${input(name)} is no number: write one, such as 10.`);
}

function list(name: InputName, value: unknown): string {
  return typeof value === 'string' ? value : asLines(name, texts(name, value));
}

/** A list of words is what comes out when a shell has split the line. */
function words(name: InputName, value: unknown): string {
  return typeof value === 'string' ? value : asShellLine(texts(name, value));
}

function texts(name: InputName, value: unknown): string[] {
  if (Array.isArray(value) && value.every(entry => typeof entry === 'string')) return value;
  throw new UserError(sentence`${input(name)} is neither a text nor a list of texts: write "…" or ["…", "…"].`);
}

/** `NAME=value` in one text as the input has it, one by one in a list, or as a table. */
function named(name: InputName, value: unknown): string {
  const isTable = typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  if (!isTable) return list(name, value);
  const entries = Object.entries(value).map(([key, entry]) => {
    if (typeof entry === 'string') return `${key}=${entry}`;
    throw new UserError(
      sentence`${input(name)} has ${quoted(key)} without quotes around its value: put it in quotes, which keep a version such as "3.10" as it is.`,
    );
  });
  return asLines(name, entries);
}

function checkedBuildArguments(lines: string): string {
  refuseSecrets(lines);
  buildArguments(lines);
  return lines;
}

function checkedEnvironment(lines: string): string {
  environment(lines);
  return lines;
}

function noNetwork(name: InputName, value: unknown): string {
  if (text(name, value) === 'none') return 'none';
  throw new UserError(
    sentence`${input(name)} is ${quoted(String(value))}, but a file can only take the network away: write "none", or set the network in the workflow, as an input, or on your machine as an option.`,
  );
}
