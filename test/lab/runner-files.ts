// The files through which a step talks to the runner: $GITHUB_OUTPUT, $GITHUB_STATE, $GITHUB_STEP_SUMMARY and so on.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StepRecord } from './runner-step.ts';

// In the order in which the runner reads them.
const prefixes = {
  GITHUB_PATH: 'add_path_',
  GITHUB_ENV: 'set_env_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
  GITHUB_STATE: 'save_state_',
  GITHUB_OUTPUT: 'set_output_',
} as const;

type Variable = keyof typeof prefixes;

/** The paths of a step's files, by the variable that names each to the action. */
export type CommandFiles = Record<Variable, string>;

/** The largest summary that GitHub takes, in bytes; a larger one is dropped whole. */
export const summaryLimit = 1024 * 1024;

/** Makes a step's files, all empty, in the job's temporary folder. */
export async function makeCommandFiles(temp: string): Promise<CommandFiles> {
  const folder = join(temp, '_runner_file_commands');
  const suffix = randomUUID();
  await mkdir(folder, { recursive: true });
  const path = (variable: Variable): string => join(folder, prefixes[variable] + suffix);
  const files: CommandFiles = {
    GITHUB_PATH: path('GITHUB_PATH'),
    GITHUB_ENV: path('GITHUB_ENV'),
    GITHUB_STEP_SUMMARY: path('GITHUB_STEP_SUMMARY'),
    GITHUB_STATE: path('GITHUB_STATE'),
    GITHUB_OUTPUT: path('GITHUB_OUTPUT'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  return files;
}

/** Reads what the step wrote; a file in a wrong format fails the step, and the others are still read. */
export async function readCommandFiles(files: CommandFiles, step: StepRecord): Promise<void> {
  const readers: [Variable, () => Promise<void>][] = [
    ['GITHUB_PATH', () => readPath(files.GITHUB_PATH, step)],
    ['GITHUB_ENV', () => readEnvironment(files.GITHUB_ENV, step)],
    ['GITHUB_STEP_SUMMARY', () => readSummary(files.GITHUB_STEP_SUMMARY, step)],
    ['GITHUB_STATE', () => readInto(step.state, files.GITHUB_STATE)],
    ['GITHUB_OUTPUT', () => readInto(step.outputs, files.GITHUB_OUTPUT)],
  ];
  for (const [variable, read] of readers) {
    try {
      await read();
    } catch (error) {
      const name = variable.slice('GITHUB_'.length).toLowerCase();
      const reason = error instanceof Error ? error.message : String(error);
      step.fail(`Unable to process file command '${name}' successfully.`, reason);
    }
  }
}

async function readPath(file: string, step: StepRecord): Promise<void> {
  const lines = (await textOf(file)).split(/\r\n|\n|\r/);
  step.path.push(...lines.filter(line => line !== ''));
}

async function readEnvironment(file: string, step: StepRecord): Promise<void> {
  for (const [name, value] of readPairs(await textOf(file))) {
    if (name.toUpperCase() !== 'NODE_OPTIONS') step.environment.set(name, value);
    else {
      const message = "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.";
      step.annotate({ level: 'error', message });
    }
  }
}

async function readSummary(file: string, step: StepRecord): Promise<void> {
  const size = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (size <= summaryLimit) return step.setSummary(await textOf(file));
  const kilobytes = Math.floor(size / 1024);
  step.annotate({
    level: 'error',
    message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${summaryLimit / 1024}k, got ${kilobytes}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`,
  });
}

async function readInto(target: Map<string, string>, file: string): Promise<void> {
  for (const [name, value] of readPairs(await textOf(file))) target.set(name, value);
}

// A file that the step removed counts as empty.
async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.replace(/^\ufeff/, '');
}

/** Reads `name=value` and `name<<delimiter` pairs one by one; throws at the first that is in neither form. */
export function* readPairs(text: string): Generator<[name: string, value: string]> {
  const lines = text.split('\n');
  // What follows the last line break is a line only if there is something.
  if (lines.at(-1) === '') lines.pop();
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      yield [line.slice(0, equals), line.slice(equals + 1)];
      continue;
    }
    if (heredoc < 0) throw new Error(`Invalid format '${line}'`);
    const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
    if (name === '' || delimiter === '') {
      throw new Error(`Invalid format '${line}'. Name must not be empty and delimiter must not be empty`);
    }
    const end = lines.indexOf(delimiter, index + 1);
    if (end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    yield [name, lines.slice(index + 1, end).join('\n')];
    index = end;
  }
}
