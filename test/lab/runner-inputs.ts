// What a node action's action.yml says, and the inputs that the runner makes of it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

type Input = { default: string; deprecationMessage?: string };

/** The parts of action.yml that the runner acts upon. */
export type Manifest = { inputs: Map<string, Input>; main: string; post?: string };

/** The values that expressions may name, such as `github.token`. */
export type Contexts = Record<'github' | 'matrix' | 'strategy' | 'job' | 'runner', unknown>;

/** Reads action.yml; fails if the action is none for Node, or has what this runner can't run. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, 'action.yml');
  // Every scalar is a string to the runner: `default: 5` and `default: true` too.
  const content: unknown = parse(await readFile(file, 'utf8'), { schema: 'failsafe' });
  const runs = property(content, 'runs');
  const using = property(runs, 'using');
  const main = property(runs, 'main');
  const post = property(runs, 'post');
  if (using !== 'node24' || typeof main !== 'string') {
    throw new Error(`${file} is no action for node24: the lab runs nothing else.`);
  }
  if (property(runs, 'pre') !== undefined || ![undefined, 'always()'].includes(textOf(property(runs, 'post-if')))) {
    throw new Error(`${file} has "pre" or a "post-if": the lab's runner knows neither, add them there.`);
  }
  return { inputs: readInputs(content), main, ...(typeof post === 'string' && { post }) };
}

function readInputs(content: unknown): Map<string, Input> {
  const inputs = new Map<string, Input>();
  for (const [name, input] of Object.entries(asRecord(property(content, 'inputs')))) {
    const deprecationMessage = textOf(property(input, 'deprecationMessage'));
    inputs.set(name, {
      default: textOf(property(input, 'default')) ?? '',
      ...(deprecationMessage !== undefined && { deprecationMessage }),
    });
  }
  return inputs;
}

/**
 * The inputs of a step: what the workflow gave, then the defaults of all others, and the runner's warnings about them.
 * Fails on an expression that this runner does not know.
 */
export function evaluateInputs(
  manifest: Manifest,
  given: Record<string, string>,
  contexts: Contexts,
): { values: Map<string, string>; warnings: string[] } {
  const values = new Map(Object.entries(given));
  const givenNames = new Set(Object.keys(given).map(name => name.toLowerCase()));
  const warnings: string[] = [];
  for (const [name, input] of manifest.inputs) {
    if (!givenNames.has(name.toLowerCase())) values.set(name, evaluate(input.default, contexts));
    else if (input.deprecationMessage !== undefined) {
      warnings.push(`Input '${name}' has been deprecated with message: ${input.deprecationMessage}`);
    }
  }
  const known = new Set([...manifest.inputs.keys()].map(name => name.toLowerCase()));
  const unexpected = Object.keys(given).filter(name => !known.has(name.toLowerCase()));
  if (unexpected.length > 0) {
    const valid = [...manifest.inputs.keys()].join("', '");
    warnings.push(`Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${valid}']`);
  }
  return { values, warnings };
}

/** The environment variables of the inputs: upper case, spaces become underscores, dashes stay. */
export function inputVariables(values: Map<string, string>): Record<string, string> {
  const variables = [...values].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]);
  return Object.fromEntries(variables);
}

/** Replaces each `${{ … }}` in a text by its value; fails on what it does not know. */
export function evaluate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/gs, (_, expression: string) => expressionValue(expression, contexts));
}

function expressionValue(expression: string, contexts: Contexts): string {
  const argument = /^toJSON\(\s*(.*?)\s*\)$/i.exec(expression)?.[1];
  const value = lookUp(argument ?? expression, contexts);
  if (argument !== undefined) return JSON.stringify(value ?? null, undefined, 2);
  return typeof value === 'object' && value !== null ? 'Object' : String(value ?? '');
}

function lookUp(path: string, contexts: Contexts): unknown {
  const [context = '', ...names] = path.split('.');
  const isPath = /^[a-z_][\w-]*(\.[a-z_][\w-]*)*$/i.test(path) && Object.hasOwn(contexts, context);
  const isFilledIn = ['github', 'runner', 'strategy'].includes(context);
  const value = names.reduce<unknown>(property, asRecord(contexts)[context]);
  if (isPath && (value !== undefined || !isFilledIn)) return value;
  throw new Error(`The lab's runner does not know the expression "${path}": add it to test/lab/runner-contexts.ts.`);
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function property(value: unknown, name: string): unknown {
  return asRecord(value)[name];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
