// What one types to run failing tests again.

import { join as shellLine, quote as shellWord } from 'shlex';
import { environment, lines, secretValues } from '../inputs/lists.ts';
import type { InputName, InputTexts } from '../inputs/names.ts';
import { builtIn } from '../inputs/settings.ts';
import { pathFrom } from '../pytest/paths.ts';
import { plain } from '../text/plain.ts';
import type { Outcome } from './outcome.ts';

/** Inputs that change how tests come out, with one value each, and with one a line. */
const SINGLE: InputName[] = [
  'context',
  'file',
  'target',
  'working-directory',
  'workdir',
  'entrypoint',
  'network',
  'shm-size',
  'gpus',
];
const MANY: InputName[] = ['build-args', 'secret-files', 'secret-envs', 'ssh'];
const STANDARD: Partial<InputTexts> = { ...builtIn, context: '.' };
const MOST_NAME_CHARACTERS = 1000;

/**
 * Names of the failing tests, each once, as pytest takes them in the folder where it was started; without those that
 * would not arrive as they are.
 */
export function failingTests({ tests, plan, image }: Outcome): string[] {
  const { failures = [], rootdir } = tests?.results ?? {};
  const start = `${image?.workdir ?? ''}/${plan?.test.folder ?? ''}`;
  const names = failures.filter(({ nodeId }) => isTypable(nodeId)).map(({ nodeId }) => nameIn(start, nodeId, rootdir));
  return [...new Set(names.map(asPath))];
}

function isTypable(name: string): boolean {
  return name !== '' && plain(name) === name && !/[\n\t\u2028\u2029]/.test(name) && name.length < MOST_NAME_CHARACTERS;
}

/** Tests can forge their names: behind a dash may be an option, and behind an @ pytest looks for a file of them. */
function asPath(name: string): string {
  return /^[-@]/.test(name) ? `./${name}` : name;
}

/** pytest names tests from its root directory, but looks for what is typed where it was started. */
function nameIn(folder: string, nodeId: string, rootdir: string | undefined): string {
  if (rootdir === undefined || !isTypable(rootdir)) return nodeId;
  const [file = '', ...rest] = nodeId.split('::');
  return [pathFrom(folder, `${rootdir}/${file}`), ...rest].join('::');
}

/**
 * The line that gives pytest some arguments by the laptop command, with the options that stand for the inputs that were
 * typed. Values of variables are shown only to those who typed them.
 */
export function testLine(pytestArguments: string[], outcome: Outcome, showsValues: boolean): string {
  const { typed, plan } = outcome;
  const options = typed
    ? [...inputOptions(inClone(typed, outcome)), ...secretOptions(typed), ...variableOptions(typed, showsValues)]
    : [];
  const command = commandOption(plan?.test.command ?? [], typed?.['test-command'] ?? '');
  return ['dev-in-docker test', ...options, ...command, shellLine(pytestArguments)]
    .filter(part => part !== '')
    .join(' ');
}

/** Inputs as one types them in a clone of the job's repository, wherever in the checkout that was. */
function inClone(typed: InputTexts, outcome: Outcome): InputTexts {
  const { context, file } = typed;
  return { ...typed, context: pathInClone(context || '.', outcome), file: file && pathInClone(file, outcome) };
}

/** A path of the checkout as one types it in a clone of the job's repository. */
export function pathInClone(path: string, { repository }: Pick<Outcome, 'repository'>): string {
  return repository ? pathFrom(`/${repository}`, `/${path}`) : path;
}

function inputOptions(typed: InputTexts): string[] {
  const option = (name: InputName, value: string) => `--${name} ${shellWord(value)}`;
  return [
    ...SINGLE.filter(name => typed[name] !== (STANDARD[name] ?? '') && typed[name] !== '').map(name =>
      option(name, typed[name]),
    ),
    ...MANY.flatMap(name => lines(typed[name]).map(value => option(name, value))),
    ...(typed['read-only'].toLowerCase() === 'true' ? ['--read-only'] : []),
  ];
}

/** Values of secrets are shown to nobody; one may have them in variables of the same names. */
function secretOptions(typed: InputTexts): string[] {
  return secretValues(typed.secrets).map(([id]) => `--secret-envs ${id}=${id}`);
}

function variableOptions(typed: InputTexts, showsValues: boolean): string[] {
  return Object.entries(environment(typed.env)).map(([name, value]) => {
    const isShown = showsValues && plain(value) === value && !/[\n\t]/.test(value);
    return `--env ${isShown ? shellWord(`${name}=${value}`) : `${name}="$${name}"`}`;
  });
}

/** What starts pytest by way of something else, such as make, takes no names of tests. */
function commandOption(command: string[], typed: string): string[] {
  if (!command.some(word => /(?:^|\/)(?:pytest|py\.test)$/.test(word))) return ['--test-command pytest'];
  return typed === '' || typed === builtIn['test-command'] ? [] : [`--test-command ${shellWord(typed)}`];
}
