import type { Command } from 'commander';
import { builtIn } from '../core/settings.ts';
import { asLines } from '../core/values.ts';
import { type InputName, type Inputs, inputNames } from '../inputs.ts';

/** What every command that works on a project can be told. */
export type Options = {
  /** The action's inputs, as they were typed. */
  inputs: Inputs;
  isQuiet: boolean;
  isVerbose: boolean;
  isDryRun: boolean;
};

/** An option that is an input of the action: its name, what stands for its value, and what it is but for a built-in. */
type InputOption = [name: InputName, value: string, description: string];

/** What a project is made of, which all commands need. */
const PROJECT: InputOption[] = [
  ['context', '<folder>', 'folder that Docker builds from and that is mounted (default: ".")'],
  ['file', '<path>', 'the Dockerfile (default: "Dockerfile" in the context)'],
  ['target', '<stage>', 'stage to work and test in'],
  ['share-target', '<stage>', 'stage to share'],
  ['build-args', '<name=value…>', 'build arguments'],
  ['secrets', '<id=value…>', 'secrets for the builds, which no image keeps'],
  ['secret-files', '<id=path…>', 'the same from files'],
  ['secret-envs', '<id=VARIABLE…>', 'the same from variables'],
  ['ssh', '<default…>', 'SSH agents or keys for the builds'],
];

/** How a container is run. */
const CONTAINER: InputOption[] = [
  ['env', '<name=value…>', 'variables in the container'],
  ['working-directory', '<folder>', 'folder to start in, relative to the context'],
  ['workdir', '<path>', "where the project is mounted (default: the stage's WORKDIR)"],
  ['network', '<name>', 'bridge, none, host or the name of a network (default: "bridge")'],
  ['shm-size', '<size>', 'shared memory, such as "1 GB"'],
  ['gpus', '<which>', 'graphics cards, as for docker run, such as "all"'],
];

/** How tests are run. */
const TESTS: InputOption[] = [
  ['test-command', '<command>', 'what starts pytest'],
  ['pytest-args', '<arguments>', 'more arguments for pytest, as one text'],
  ['read-only', '', 'the tests may write nothing into the project'],
  ['timeout-minutes', '<minutes>', 'the tests are stopped after so many minutes'],
  ['slowest', '<number>', 'how many of the slowest tests are listed'],
];

/** What is published. */
const PUBLICATION: InputOption[] = [
  ['tags', '<tag…>', 'image tags to publish under (default: from the git tag, else the branch)'],
  ['tag-prefix', '<prefix>', 'what a git tag begins with before the version'],
  ['overwrite', '', 'replace a version that another commit published'],
  ['labels', '<key=value…>', 'more labels for the image'],
];

const GROUPS = { project: PROJECT, container: CONTAINER, tests: TESTS, publication: PUBLICATION };

/** Adds the options of some groups to a command, under the names of the action's inputs, and those that all commands have. */
export function addOptions(command: Command, groups: (keyof typeof GROUPS)[]): Command {
  for (const [name, value, description] of groups.flatMap(group => GROUPS[group])) {
    const flags = value === '' ? `--${name}` : `--${name} ${value.replace('…', '')}`;
    const standard: string | undefined = builtIn[name];
    const text = standard ? `${description} (default: "${standard}")` : description;
    if (value.endsWith('…>')) command.option(flags, `${text}; once for each`, collect);
    else command.option(flags, text);
  }
  return command
    .option('--quiet', 'show no progress, only results and what went wrong')
    .option('--verbose', 'show every docker command')
    .option('--dry-run', 'show the docker commands, and run none that changes anything');
}

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** What was typed, as the inputs that it stands for. Fails on a value of several lines where it would be taken for two. */
export function readOptions(typed: Record<string, unknown>): Options {
  const names = new Map(inputNames.map(name => [camelCase(name), name]));
  const inputs: Record<string, string> = Object.fromEntries(inputNames.map(name => [name, '']));
  for (const [key, value] of Object.entries(typed)) {
    const name = names.get(key);
    if (name !== undefined) inputs[name] = asInput(name, value);
  }
  return {
    inputs: inputs as Inputs,
    isQuiet: typed.quiet === true,
    isVerbose: typed.verbose === true,
    isDryRun: typed.dryRun === true,
  };
}

function asInput(name: InputName, value: unknown): string {
  return Array.isArray(value) ? asLines(name, value) : String(value);
}

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
