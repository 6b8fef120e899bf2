// What is asked for: each input in the form in which it is used.
import { UserError } from '../text/errors.ts';
import { joined, type Sentence, type Source, withSource } from '../text/sentence.ts';
import {
  entrypoint,
  graphicsCards,
  minutes,
  network,
  networkOfServices,
  sharedMemory,
  user,
  workdir,
} from './container.ts';
import { refuseSecrets } from './exposed.ts';
import { imageName, imageTags } from './image-names.ts';
import {
  buildArguments,
  environment,
  globs,
  labels,
  requireOnce,
  secretFiles,
  secretValues,
  secretVariables,
  sshAgents,
} from './lists.ts';
import { filledIn, type InputName, type InputTexts, inputNames } from './names.ts';
import { nearest } from './nearest.ts';
import { builtIn, type Settings } from './settings.ts';
import { shard } from './shard.ts';
import { startCommand } from './start-command.ts';
import { archive, choice, count, flag, oneOf, relative, shellWords, size, xmlFile } from './values.ts';

type InputReader<Value> = (name: InputName, text: string) => Value;

/** How each input is read. A value that can't be one is a sentence that names the input and the cure. */
const READERS = {
  context: orElse('.', relative),
  file: optional(relative),
  target: stage,
  'share-target': stage,
  'build-args': (_, text) => harmlessArguments(text),
  secrets: (_, text) => secretValues(text),
  'secret-files': (_, text) => secretFiles(text),
  'secret-envs': (_, text) => secretVariables(text),
  ssh: (_, text) => sshAgents(text),
  'cache-dependency-path': globs,
  'enable-cache': choice,
  'save-cache': choice,
  'cache-suffix': asTyped,
  'cache-max-size': orElse('5 GB', size),
  mount: choice,
  load: orElse('false', flag),
  'test-command': startCommand,
  'pytest-args': shellWords,
  env: (_, text) => environment(text),
  'working-directory': orElse('.', relative),
  workdir: optional(workdir),
  entrypoint: optional(entrypoint),
  user: optional(user),
  network: optional(network),
  'shm-size': optional(sharedMemory),
  gpus: optional(graphicsCards),
  'read-only': orElse('false', flag),
  'timeout-minutes': optional(minutes),
  shard: optional(shard),
  summary: orElse('true', (name, text) => oneOf(name, text, ['true', 'false', 'failures'] as const)),
  annotations: orElse('true', flag),
  slowest: count,
  'junit-file': optional(xmlFile),
  image: optional(imageName),
  username: asTyped,
  password: asTyped,
  'github-token': asTyped,
  push: orElse('auto', (name, text) => oneOf(name, text, ['auto', 'true', 'false', 'platform'] as const)),
  tags: imageTags,
  'tag-prefix': asTyped,
  overwrite: orElse('false', flag),
  labels: (_, text) => labels(text),
  'verify-share': orElse('true', flag),
  'share-file': optional(archive),
  matrix: asTyped,
  'job-total': (_, text) => Number(text || '1'),
  'job-index': (_, text) => Number(text || '0'),
  'job-container': asTyped,
  services: networkOfServices,
} satisfies { [Name in InputName]: InputReader<unknown> };

/**
 * All inputs, read: paths are relative to the checkout and have neither `./` nor `/` at their ends, sizes are in bytes,
 * stages in lower case; undefined is what is not set.
 */
export type Inputs = { readonly [Name in InputName]: ReturnType<(typeof READERS)[Name]> };

/**
 * Reads what was typed, completed by a project's settings and then by what is built in, and says where that comes from
 * which was not typed. Of build arguments and variables, each is taken by itself. Fails with a sentence on each input that
 * can't be read, and on those of some variables (`INPUT_…`, without the prefix) that can only be meant as some; all of them at once.
 */
export function readInputs(
  typed: InputTexts,
  settings?: Settings,
  variables: string[] = [],
): { inputs: Inputs; source?: Source } {
  const { origin, values: set }: Settings = settings ?? { origin: '', values: {} };
  const names = inputNames.filter(name => typed[name] === '' && set[name] !== undefined);
  const source: { source?: Source } = names.length === 0 ? {} : { source: { origin, names } };
  const sentences = unknownInputs(variables);
  const values: Partial<Record<InputName, unknown>> = {};
  for (const name of inputNames) {
    const text = typed[name] || set[name] || builtIn[name] || '';
    attempt(sentences, () => {
      values[name] = READERS[name](name, text);
    });
  }
  if (sentences.length === 0) attempt(sentences, () => requireOwnIds(values as Inputs));
  if (sentences.length > 0) throw new UserError(withSource(joined(sentences, '\n'), source.source));
  const inputs = values as Inputs;
  return {
    inputs: {
      ...inputs,
      'build-args': withOthers(inputs['build-args'], buildArguments(set['build-args'] ?? '')),
      env: { ...environment(set.env ?? ''), ...inputs.env },
    },
    ...source,
  };
}

/** Carries an action out, and keeps the sentence that it fails with. */
function attempt(sentences: Sentence[], action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    sentences.push(error.sentence);
  }
}

/**
 * What was typed as an input and is none. Without a dash in its name it may as well be a variable of the job: workflows
 * hand their own inputs to scripts as `INPUT_VERSION` and the like.
 */
function unknownInputs(variables: string[]): Sentence[] {
  return unknownNames(variables)
    .filter(name => name.includes('-'))
    .map(name => {
      const meant = meantBy(name);
      return `There is no input ${name}${meant ? `: did you mean ${meant}?` : `. Inputs are: ${typable.join(', ')}.`}`;
    });
}

/** What to tell of variables (`INPUT_…`, without the prefix) that may be misspelled inputs; of others, the runner warns. */
export function inputNotices(variables: string[]): Sentence[] {
  return unknownNames(variables).flatMap(name => {
    const meant = name.includes('-') ? undefined : meantBy(name);
    return meant === undefined
      ? []
      : [
          `There is no input ${name}: did you mean ${meant}? If INPUT_${name.toUpperCase()} is a variable of this job, nothing is wrong.`,
        ];
  });
}

const typable = inputNames.filter(name => !filledIn.includes(name));

function unknownNames(variables: string[]): string[] {
  const known = new Set<string>(inputNames);
  return variables.map(name => name.toLowerCase()).filter(name => !known.has(name));
}

function meantBy(name: string): string | undefined {
  return nearest(name.slice(0, 40), typable);
}

function requireOwnIds({ secrets, ...inputs }: Inputs): void {
  const ids = [
    ...secrets.map(([id]) => id),
    ...inputs['secret-files'].map(({ id }) => id),
    ...inputs['secret-envs'].map(({ id }) => id),
  ];
  requireOnce(ids, 'secrets, secret-files and secret-envs');
}

/** Lines of `NAME=value`, and after them those others whose names are not among them. */
function withOthers(typed: string[], others: string[]): string[] {
  const nameOf = (pair: string) => pair.replace(/=.*/s, '');
  const names = new Set(typed.map(nameOf));
  return [...typed, ...others.filter(pair => !names.has(nameOf(pair)))];
}

function harmlessArguments(text: string): string[] {
  refuseSecrets(text);
  return buildArguments(text);
}

/** BuildKit doesn't tell stages apart by upper and lower case. */
function stage(_name: string, text: string): string {
  return text.toLowerCase();
}

function asTyped(_name: string, text: string): string {
  return text;
}

/** Reads what is written, or `standard` where nothing is: an expression such as `\${{ inputs.push }}` is empty on events without inputs. */
function orElse<Value>(standard: string, read: InputReader<Value>): InputReader<Value> {
  return (name, text) => read(name, text || standard);
}

function optional<Value>(read: InputReader<Value>): InputReader<Value | undefined> {
  return (name, text) => (text === '' ? undefined : read(name, text));
}
