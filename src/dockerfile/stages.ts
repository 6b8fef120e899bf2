// The stages of a Dockerfile, and what stands behind the names that they use for each other.
import { Doubt, type Instruction } from './instructions.ts';
import { resolve, type Variables } from './variables.ts';

/** A stage as it is written. */
export type Stage = {
  index: number;
  name: string;
  isNamed: boolean;
  from: Instruction;
  /** Those after FROM. */
  instructions: Instruction[];
};

/** Where files come from: an earlier stage, or an image. */
export type StageBase = { stage: Stage } | { image: string };

/** The stages of a Dockerfile, in order. Fails with a Doubt where BuildKit might see others. */
export function splitStages(instructions: Instruction[]): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of instructions) {
    const { keyword, line } = instruction;
    if (keyword === 'FROM') stages.push(startStage(instruction, stages));
    else if (stages.length > 0) stages.at(-1)?.instructions.push(instruction);
    else if (keyword !== 'ARG') throw new Doubt(`line ${line} stands before the first stage`);
  }
  return stages;
}

function startStage(from: Instruction, before: Stage[]): Stage {
  const [, as, name] = from.words;
  const isPlain = from.words.length === 1 || (from.words.length === 3 && as?.toLowerCase() === 'as');
  const lowerCase = name?.toLowerCase() ?? `stage-${before.length}`;
  if (!isPlain || !/^[a-z][a-z0-9_.-]*$/.test(lowerCase) || lowerCase === 'scratch' || lowerCase === 'context') {
    throw new Doubt(`line ${from.line} is not a FROM that BuildKit takes`);
  }
  if (before.some(stage => stage.name === lowerCase)) {
    throw new Doubt(`line ${from.line} begins a second stage ${lowerCase}`);
  }
  return { index: before.length, name: lowerCase, isNamed: name !== undefined, from, instructions: [] };
}

/** The stage of a name in lower case. Fails with a Doubt where there is none. */
export function findTarget(stages: Stage[], target: string): Stage {
  const stage = stages.find(({ name, isNamed }) => isNamed && name === target);
  if (!stage) throw new Doubt(`the Dockerfile has no stage ${target}`);
  return stage;
}

/**
 * What a stage is based on. FROM sees only the stages before it, by their names as BuildKit keeps them; anything else is
 * an image. Fails with a Doubt where only a build can tell.
 */
export function baseOf({ from, index }: Stage, stages: Stage[], variables: Variables): StageBase {
  const name = resolve(from.words[0] ?? '', variables, from.line);
  const base = stages.find(stage => stage.index < index && stage.isNamed && stage.name === name);
  return base ? { stage: base } : { image: plainReference(name, from.line) };
}

/**
 * What stands behind a name in COPY or a mount: both name stages in any case, COPY by their numbers too. Fails with a
 * Doubt where it is no stage before that, and no plain image.
 */
export function originOf(from: string, { keyword, line }: Instruction, stage: Stage, stages: Stage[]): StageBase {
  const isNumber = keyword === 'COPY' && /^\d+$/.test(from);
  const found = isNumber
    ? stages[Number(from)]
    : stages.find(({ name, isNamed }) => isNamed && name === from.toLowerCase());
  if (found && found.index < stage.index) return { stage: found };
  if (found || isNumber) throw new Doubt(`line ${line} takes from a stage that doesn't come before it`);
  return { image: plainReference(from, line) };
}

function plainReference(reference: string, line: number): string {
  const isPlain = /^[a-z0-9][a-z0-9._:/-]*(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(reference);
  if (!isPlain || /^(\d+|context)$/.test(reference)) throw new Doubt(`line ${line} names an image in an unusual way`);
  return reference;
}
