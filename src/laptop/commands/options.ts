import type { Command } from 'commander';
import { asLines } from '../../inputs/lists.ts';
import { type InputName, type InputTexts, inputNames, noInputs } from '../../inputs/names.ts';
import { optionGroups } from '../../inputs/options.ts';
import { builtIn } from '../../inputs/settings.ts';

/** What every command that works on a project can be told. */
export type Options = {
  /** The action's inputs, as they were typed. */
  inputs: InputTexts;
  isQuiet: boolean;
  isVerbose: boolean;
  isDryRun: boolean;
};

/** Adds the options of some groups to a command, under the names of the action's inputs, and those that all commands have. */
export function addOptions(command: Command, groups: (keyof typeof optionGroups)[]): Command {
  for (const [name, value, description] of groups.flatMap(group => optionGroups[group])) {
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
  const inputs: Record<InputName, string> = { ...noInputs };
  for (const [key, value] of Object.entries(typed)) {
    const name = names.get(key);
    if (name !== undefined) inputs[name] = asInput(name, value);
  }
  return {
    inputs,
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
