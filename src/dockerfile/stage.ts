// What a stage of a Dockerfile depends on, as far as its text tells.

import { Doubt, readInstructions, startOfLine } from './instructions.ts';
import { needsOf, optionsOf } from './needs.ts';
import { baseOf, findTarget, originOf, type Stage, type StageBase, splitStages } from './stages.ts';
import { globalArguments, splitPair, type Variables } from './variables.ts';

/** An instruction that takes files from the build context. */
export type Copy = {
  /** As written: paths, some with `*` or `?`. */
  sources: string[];
  line: number;
  /** On one line. */
  instruction: string;
  isInTarget: boolean;
};

/** What a stage depends on. */
export type StageInputs = {
  /** The Dockerfile's text up to the end of the target stage. */
  text: string;
  /** Names of all stages, in lower case, in order. */
  stages: string[];
  /** COPY and ADD instructions that take from the build context, in the stages that the target needs, in order. */
  copies: Copy[];
  /** References of images that the needed stages take from registries, variables resolved, each once. */
  bases: string[];
  /** How many steps BuildKit makes of each needed stage; one without a name is `stage-` and its number. */
  steps: Record<string, number>;
  /** Why what the stage depends on can't be known without building it, as a part of a sentence; absent if it can. */
  doubt?: string;
};

/** The stages that a target needs, itself among them, in order, and the images that they need. */
type Needed = { stages: Stage[]; images: string[] };

/** What of the checkout a stage depends on. */
export type Sources =
  /** SHA-256 over everything the stage depends on locally, hexadecimal. */
  | { hash: string }
  /** Why it can't be known, as a part of a sentence for the user. */
  | { doubt: string }
  /** The instruction that copies sources, which change with every commit; whether to another place than the project's. */
  | { line: number; instruction: string; isApart?: true };

/** What the Dockerfile says of a stage, and the files in the checkout that the stage depends on. */
export type StageFacts = {
  inputs: StageInputs;
  sources: Sources;
  /** Text of the whole Dockerfile. */
  dockerfile: string;
};

/**
 * Reads what a stage depends on from its Dockerfile, its name in lower case, and build arguments (`NAME=value`). Never
 * fails: what can't be known is a doubt.
 */
export function readStage(dockerfile: string, target: string, buildArguments: string[]): StageInputs {
  const nothing: StageInputs = { text: dockerfile, stages: [], copies: [], bases: [], steps: {} };
  return orDoubt(nothing, () => {
    const instructions = readInstructions(dockerfile);
    const stages = splitStages(instructions);
    const listed = { ...nothing, stages: stages.filter(stage => stage.isNamed).map(stage => stage.name) };
    return orDoubt(listed, () => {
      requirePlainArguments(buildArguments);
      const stage = findTarget(stages, target);
      const variables = globalArguments(instructions, buildArguments);
      const needed = neededBy(stage, stages, variables);
      requireKnownNeeds(needed);
      return {
        ...listed,
        text: dockerfile.slice(0, startOfLine(dockerfile, (stage.instructions.at(-1) ?? stage.from).lastLine + 1)),
        copies: needed.stages.flatMap(one => copiesOf(one, one === stage)),
        bases: needed.images,
        steps: Object.fromEntries(needed.stages.map(one => [one.name, countSteps(one, stages, variables)])),
      };
    });
  });
}

/**
 * COPY, ADD and RUN instructions that take from the build context, in the stages that a target needs, itself among them,
 * whatever else these depend on. Undefined where only a build can tell.
 */
export function readCopies(dockerfile: string, target: string, buildArguments: string[]): Copy[] | undefined {
  try {
    const instructions = readInstructions(dockerfile);
    const stages = splitStages(instructions);
    const stage = findTarget(stages, target);
    const needed = neededBy(stage, stages, globalArguments(instructions, buildArguments));
    return needed.stages.flatMap(one => copiesOf(one, one === stage));
  } catch (error) {
    if (error instanceof Doubt) return undefined;
    throw error;
  }
}

/** The same of all stages, whoever needs them. */
export function readAllCopies(dockerfile: string): Copy[] | undefined {
  try {
    return splitStages(readInstructions(dockerfile)).flatMap(stage => copiesOf(stage, false));
  } catch (error) {
    if (error instanceof Doubt) return undefined;
    throw error;
  }
}

/**
 * The Dockerfile's text before the instruction on a line of the target stage, or of one that it is based on; the target
 * is then its last stage. Undefined where no RUN, COPY or ADD of these stages comes before it.
 */
export function cutBefore(dockerfile: string, target: string, line: number): string | undefined {
  try {
    const stages = splitStages(readInstructions(dockerfile));
    const stage = findTarget(stages, target.toLowerCase());
    const cut = stageOfLine(stage, stages, line);
    if (!cut || !isHeavy(cut, stages)) return undefined;
    const text = dockerfile.slice(0, startOfLine(dockerfile, line));
    return cut.name === stage.name ? text : `${text}FROM ${cut.name} AS ${stage.name}\n`;
  } catch (error) {
    if (error instanceof Doubt) return undefined;
    throw error;
  }
}

/** A stage, or one that it is based on, with the instructions before that on a line. */
function stageOfLine(stage: Stage, stages: Stage[], line: number): Stage | undefined {
  const at = stage.instructions.findIndex(instruction => instruction.line === line);
  if (at >= 0) return { ...stage, instructions: stage.instructions.slice(0, at) };
  const base = namedBase(stage, stages);
  return base && stageOfLine(base, stages, line);
}

function orDoubt(known: StageInputs, read: () => StageInputs): StageInputs {
  try {
    return read();
  } catch (error) {
    if (error instanceof Doubt) return { ...known, doubt: error.message };
    throw error;
  }
}

function requirePlainArguments(buildArguments: string[]): void {
  const pairs = buildArguments.map(splitPair);
  const names = new Set<string>();
  for (const [name] of pairs) {
    if (names.has(name)) throw new Doubt(`the build argument ${name} is given twice`);
    names.add(name);
  }
  if (names.has('BUILDKIT_SYNTAX')) throw new Doubt('BUILDKIT_SYNTAX asks for a frontend of its own');
  // BuildKit can take a time from the files of the context.
  const isTime = ([name, value]: [string, string]) => name !== 'SOURCE_DATE_EPOCH' || /^\d+$/.test(value);
  if (!pairs.every(isTime)) throw new Doubt('the build argument SOURCE_DATE_EPOCH is no number');
}

function neededBy(target: Stage, stages: Stage[], variables: Variables): Needed {
  const needed = new Set([target]);
  const images = new Set<string>();
  // A set hands out what is added to it meanwhile, too.
  for (const stage of needed) {
    for (const origin of originsOf(stage, stages, variables)) {
      if ('stage' in origin) needed.add(origin.stage);
      else images.add(origin.image);
    }
  }
  return { stages: [...needed].sort((a, b) => a.index - b.index), images: [...images].sort() };
}

function requireKnownNeeds({ stages }: Needed): void {
  const [doubt] = stages.flatMap(({ instructions }) => instructions.flatMap(one => needsOf(one).doubts));
  if (doubt !== undefined) throw new Doubt(doubt);
}

function originsOf(stage: Stage, stages: Stage[], variables: Variables): StageBase[] {
  optionsOf('FROM', stage.from);
  const others = stage.instructions.flatMap(instruction =>
    needsOf(instruction).from.map(from => originOf(from, instruction, stage, stages)),
  );
  return [baseOf(stage, stages, variables), ...others].filter(
    origin => !('image' in origin) || origin.image !== 'scratch',
  );
}

function copiesOf({ instructions }: Stage, isInTarget: boolean): Copy[] {
  return instructions.flatMap(instruction => {
    const { sources } = needsOf(instruction);
    const { line, text } = instruction;
    return sources.length > 0 ? [{ sources, line, instruction: text.replace(/\s+/g, ' '), isInTarget }] : [];
  });
}

/** The image is a step as well. */
function countSteps(stage: Stage, stages: Stage[], variables: Variables): number {
  const steps = stage.instructions.filter(({ keyword }) => ['ADD', 'COPY', 'RUN', 'WORKDIR'].includes(keyword));
  const base = baseOf(stage, stages, variables);
  return steps.length + ('image' in base && base.image !== 'scratch' ? 1 : 0);
}

/** Whether a stage, or one that it is based on, has instructions that take time. */
function isHeavy(stage: Stage, stages: Stage[]): boolean {
  if (stage.instructions.some(({ keyword }) => ['ADD', 'COPY', 'RUN'].includes(keyword))) return true;
  const base = namedBase(stage, stages);
  return base !== undefined && isHeavy(base, stages);
}

/** The stage that another is based on, if that names it as it is. */
function namedBase(stage: Stage, stages: Stage[]): Stage | undefined {
  return stages.find(({ index, name, isNamed }) => isNamed && index < stage.index && name === stage.from.words[0]);
}
