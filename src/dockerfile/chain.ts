// The stages that an image is made of, one upon the other: the layers they make, and what is copied into it twice.
import { Doubt, type Instruction, readInstructions } from './instructions.ts';
import { baseOf, findTarget, type Stage, splitStages } from './stages.ts';
import { globalArguments, type Variables } from './variables.ts';

/** A layer that an instruction makes. */
export type OwnLayer = {
  /** In lower case. */
  stage: string;
  /** As written, on one line. */
  instruction: string;
  line: number;
};

/** A COPY of what the image has already, at the same place, from a stage that it is based on. */
export type RepeatedCopy = OwnLayer & {
  /** Absolute, in the image. */
  path: string;
  /** The stage that it is copied from, in lower case. */
  from: string;
};

/** What the Dockerfile adds to a base image. */
export type Chain = {
  /** The layers, the lowest first, without those of the base image. */
  layers: OwnLayer[];
  repeated: RepeatedCopy[];
};

const MAKES_LAYER = ['ADD', 'COPY', 'RUN', 'WORKDIR'];

/**
 * Reads what a stage, and the stages that it is based on, add to their base image; build arguments are `NAME=value`.
 * Undefined where that can't be known without a build.
 */
export function readChain(dockerfile: string, target: string, buildArguments: string[]): Chain | undefined {
  try {
    const instructions = readInstructions(dockerfile);
    const stages = splitStages(instructions);
    const stage = findTarget(stages, target.toLowerCase());
    const chain = chainOf(stage, stages, globalArguments(instructions, buildArguments));
    return { layers: chain.flatMap(layersOf), repeated: repeatedCopies(chain) };
  } catch (error) {
    if (error instanceof Doubt) return undefined;
    throw error;
  }
}

/** A stage and those that it is based on, the lowest first. */
function chainOf(stage: Stage, stages: Stage[], variables: Variables): Stage[] {
  const base = baseOf(stage, stages, variables);
  return 'stage' in base ? [...chainOf(base.stage, stages, variables), stage] : [stage];
}

function layersOf(stage: Stage): OwnLayer[] {
  // The root is there already.
  const isLayer = ({ keyword, words }: Instruction) =>
    MAKES_LAYER.includes(keyword) && !(keyword === 'WORKDIR' && words.join(' ') === '/');
  return stage.instructions.filter(isLayer).map(instruction => asLayer(stage, instruction));
}

function asLayer({ name }: Stage, { text, line }: Instruction): OwnLayer {
  return { stage: name, instruction: text.replace(/\s+/g, ' '), line };
}

/** Something that an instruction may have changed: a path and all below it, or where it is undefined anything. */
type Change = { level: number; path: string | undefined };

function repeatedCopies(chain: Stage[]): RepeatedCopy[] {
  const found: RepeatedCopy[] = [];
  const changes: Change[] = [];
  let workdir: string | undefined;
  for (const [level, stage] of chain.entries()) {
    for (const instruction of stage.instructions) {
      const { keyword, words } = instruction;
      if (keyword === 'WORKDIR') workdir = absolute(words.join(' '), workdir);
      if (!['ADD', 'COPY', 'RUN'].includes(keyword)) continue;
      const path = keyword === 'RUN' ? undefined : absolute(words.at(-1) ?? '', workdir);
      const from = chain.slice(0, level).findIndex(earlier => isSource(instruction, earlier));
      const isUnchanged = !changes.some(change => change.level > from && overlaps(change.path, path));
      if (from >= 0 && path !== undefined && isPlainCopy(instruction, path) && isUnchanged) {
        found.push({ ...asLayer(stage, instruction), path, from: chain[from]?.name ?? '' });
      } else {
        changes.push({ level, path });
      }
    }
  }
  return found;
}

/** COPY names stages in any case, and by their numbers. */
function isSource({ keyword, flags }: Instruction, { name, isNamed, index }: Stage): boolean {
  const from = flags.find(flag => flag.startsWith('--from='))?.slice('--from='.length);
  return keyword === 'COPY' && (from === String(index) || (isNamed && from?.toLowerCase() === name));
}

/** Whether it copies one place to the same place, and changes nothing on the way, such as the owner. */
function isPlainCopy({ flags, words }: Instruction, path: string): boolean {
  return (
    words.length === 2 &&
    absolute(words[0] ?? '', '') === path &&
    flags.every(flag => flag.startsWith('--from=') || flag === '--link')
  );
}

/** A path in full; undefined where it can't be known, or means more than itself. */
function absolute(path: string, workdir: string | undefined): string | undefined {
  const full = path.startsWith('/') ? path : workdir === undefined ? undefined : `${workdir}/${path}`;
  if (path === '' || full === undefined || !/^[\w./@+-]+$/.test(full)) return undefined;
  const names = full.split('/').filter(name => name !== '' && name !== '.');
  return names.includes('..') ? undefined : `/${names.join('/')}`;
}

function overlaps(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const within = (path: string, folder: string) => `${path}/`.startsWith(folder === '/' ? '/' : `${folder}/`);
  return within(a, b) || within(b, a);
}
