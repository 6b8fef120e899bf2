import { lstat, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegularFile } from '../../host/steps/read.ts';
import { findWithin } from '../../host/steps/within.ts';
import { UserError } from '../../text/errors.ts';
import { quoted } from '../../text/plain.ts';
import { type Source, sentence } from '../../text/sentence.ts';
import { words } from '../../text/words.ts';
import { type Inputs, readInputs } from '../inputs.ts';
import type { InputTexts } from '../names.ts';
import { readSettings } from '../settings.ts';

const NAME = 'dev-in-docker';
const OWN_FILE = `${NAME}.toml`;
const PROJECT_FILE = 'pyproject.toml';
const MOST_BYTES = 1 << 20;

/** A table of settings, and where it stands, as one says it. */
type SettingsTable = { table: Record<string, unknown>; origin: string };

/**
 * Reads what was typed, completed by the settings in the context and by what is built in; `variables` are the names of
 * those that the runner has inputs in. Fails with a sentence on each input, and on settings, that can't be read.
 */
export async function completeInputs(
  typed: InputTexts,
  workspace: string,
  variables: string[] = [],
): Promise<{ inputs: Inputs; source?: Source }> {
  // What was typed is told before any file is looked at.
  const read = readInputs(typed, undefined, variables);
  const { context } = read.inputs;
  const found = await findSettings(workspace, context);
  return found ? readInputs(typed, readSettings(found.table, found.origin, context)) : read;
}

/** Whether a folder is that of a project with settings. Fails with a sentence where they can't be read. */
export async function hasSettings(folder: string): Promise<boolean> {
  return (await findSettings(folder, '.')) !== undefined;
}

/** The settings in a folder of the checkout; undefined where it has none. */
async function findSettings(workspace: string, folder: string): Promise<SettingsTable | undefined> {
  const root = await realpath(workspace).catch(() => undefined);
  if (root === undefined) return undefined;
  const [own, project] = await Promise.all([ownSettings(root, folder), projectSettings(root, folder)]);
  if (own && project)
    throw new UserError(`There are settings in ${own.origin} and in ${project.origin}: keep one of them.`);
  return own ?? project;
}

async function ownSettings(root: string, folder: string): Promise<SettingsTable | undefined> {
  const path = join(folder, OWN_FILE);
  if (!(await lstat(join(root, path)).catch(() => undefined))) return undefined;
  const text = await readWithin(root, path);
  if (text === undefined) {
    throw new UserError(
      sentence`${path} is no file of at most 1 MiB within the ${words.checkout}: write the settings into such a file.`,
    );
  }
  return { table: (await import('./toml.ts')).parseToml(text, path), origin: path };
}

/** Most projects have this file, and few of them settings in it: those that don't need not wait for a parser. */
async function projectSettings(root: string, folder: string): Promise<SettingsTable | undefined> {
  const path = join(folder, PROJECT_FILE);
  const text = await readWithin(root, path);
  if (text === undefined || !/dev[-_]in[-_]docker/i.test(text)) return undefined;
  const parsed = (await import('./toml.ts')).parseToml(text, path);
  const tool = isTable(parsed.tool) ? parsed.tool : {};
  const misplaced = [...Object.keys(parsed), ...Object.keys(tool).filter(key => key !== NAME)].find(isAlmostName);
  if (misplaced !== undefined) {
    throw new UserError(`${path} has a table ${quoted(misplaced)}: its settings belong into [tool.${NAME}].`);
  }
  const table = tool[NAME];
  if (table === undefined) return undefined;
  const origin = `[tool.${NAME}] of ${path}`;
  if (isTable(table)) return { table, origin };
  throw new UserError(`${origin} is no table: write a line [tool.${NAME}], and the settings below it.`);
}

function isAlmostName(key: string): boolean {
  return key.toLowerCase().replaceAll('_', '-') === NAME;
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a file; undefined where it is none of a decent size, or a link leads out of the checkout. */
async function readWithin(root: string, path: string): Promise<string | undefined> {
  const found = await findWithin(root, path, 'isFile');
  return found === undefined ? undefined : (await readRegularFile(found, MOST_BYTES))?.toString();
}
