// What each layer of an image weighs, from what the engine and the registry say of it.
import type { Chain, RepeatedCopy } from './dockerfile-chain.ts';

/** What is known of an image. */
export type LayerFacts = {
  /** What `docker history --no-trunc --human=false --format '{{json .}}'` printed. */
  printed: string;
  /** Digests of its unpacked layers, the lowest first. */
  diffIds: string[];
  /** What its Dockerfile adds to the base image. */
  chain?: Chain | undefined;
  /** Bytes of each layer as it is downloaded, the lowest first. */
  compressed?: number[] | undefined;
};

/** A layer, or several together. */
export type Layer = {
  instruction: string;
  /** Name of the stage that it comes from; absent for the base image, and where it isn't known. */
  stage?: string;
  /** Bytes on disk; on the containerd image store in whole blocks. */
  unpacked: number;
  /** Bytes to download. */
  compressed?: number;
};

/** What an image weighs. */
export type Layers = {
  /** The lowest first; those of the base image are one, where it is known which they are. */
  layers: Layer[];
  unpacked: number;
  /** Each content counts once, as it is downloaded. */
  compressed?: number;
  /** With the bytes on disk that the image has because of it. */
  repeated: (RepeatedCopy & { bytes: number })[];
  /** Instructions whose layers hold the same, with the bytes on disk of the second. */
  twins: { first: string; second: string; bytes: number }[];
};

type Entry = { createdBy: string; unpacked: number };

/** That less than this is there twice is not worth a word. */
const WORTH_A_WORD = 1e6;

/** Instructions that change nothing but the configuration. */
const CONFIGURES = new Set(
  `ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME`.split(' '),
);

/** Puts together what each layer of an image weighs. Undefined where the engine's words are not what was expected. */
export function describeLayers(facts: LayerFacts): Layers | undefined {
  const { diffIds, compressed, chain } = facts;
  const entries = readHistory(facts.printed);
  if (!entries || entries.length === 0) return undefined;
  const made = layersAmong(entries, diffIds.length);
  const isKnown = made.length === diffIds.length;
  const sizes = isKnown && compressed?.length === diffIds.length ? compressed : undefined;
  const own = isKnown && chain && agrees(made, chain) ? chain.layers : [];
  const all = made.map(({ unpacked, instruction }, index): Layer => {
    const { stage, instruction: written } = own[index - made.length + own.length] ?? {};
    return {
      instruction: written ?? instruction,
      unpacked,
      ...(stage === undefined ? {} : { stage }),
      ...(sizes ? { compressed: sizes[index] ?? 0 } : {}),
    };
  });
  const once = new Map(diffIds.map((id, index) => [id, sizes?.[index] ?? 0]));
  return {
    layers: own.length > 0 ? withBaseAsOne(all, all.length - own.length) : all,
    unpacked: sum(all.map(({ unpacked }) => unpacked)),
    ...(sizes ? { compressed: sum([...once.values()]) } : {}),
    repeated: own.length > 0 && chain ? weighed(chain, all) : [],
    twins: isKnown ? twinsAmong(all, diffIds) : [],
  };
}

/** Bytes of each layer in a registry's manifest of a single image, the lowest first; undefined if it is none. */
export function readLayerSizes(manifest: string): number[] | undefined {
  try {
    const { layers }: { layers?: { size: number }[] } = JSON.parse(manifest);
    return layers?.map(({ size }) => size);
  } catch {
    return undefined;
  }
}

/** Several layers as one. */
export function together(instruction: string, layers: Layer[]): Layer {
  const sizes = layers.flatMap(({ compressed }) => compressed ?? []);
  return {
    instruction,
    unpacked: sum(layers.map(({ unpacked }) => unpacked)),
    ...(sizes.length > 0 ? { compressed: sum(sizes) } : {}),
  };
}

/** The oldest first. */
function readHistory(printed: string): Entry[] | undefined {
  try {
    const lines = printed.split('\n').filter(line => line.trim() !== '');
    const entries = lines.map(line => {
      const { CreatedBy, Size } = JSON.parse(line);
      return { createdBy: String(CreatedBy), unpacked: Number(Size) };
    });
    return entries.every(({ unpacked }) => Number.isInteger(unpacked)) ? entries.reverse() : undefined;
  } catch {
    return undefined;
  }
}

/** The entries that have a layer, of which there are so many. */
function layersAmong(entries: Entry[], count: number): { instruction: string; unpacked: number }[] {
  const additions = {
    pairs: entries.flatMap(({ createdBy }) => argumentPairs(createdBy)),
    shells: ['/bin/sh -c', ...entries.flatMap(({ createdBy }) => shellOf(createdBy))],
  };
  const made = entries
    .map(({ createdBy, unpacked }) => ({ instruction: asInstruction(createdBy, additions), unpacked }))
    .filter(({ instruction, unpacked }) => unpacked > 0 || makesLayer(instruction));
  // Other builders than BuildKit, which have made many a base image, make no layer of what changes nothing, and the
  // engine does not tell.
  let surplus = made.length - count;
  return made.filter(({ unpacked }) => unpacked > 0 || surplus-- <= 0);
}

/** The root is a folder of every image. */
function makesLayer(instruction: string): boolean {
  return instruction !== 'WORKDIR /' && !CONFIGURES.has(keywordOf(instruction));
}

function keywordOf(instruction: string): string {
  return instruction.split(/\s/, 1)[0] ?? '';
}

/** Pairs `NAME=value` of build arguments, as their own entries in the history have them. */
function argumentPairs(createdBy: string): string[] {
  const [, text] = /^(?:\/bin\/sh -c #\(nop\) +)?ARG (.*)$/s.exec(createdBy) ?? [];
  return text === undefined ? [] : [text, ...text.split(/\s(?=\w+=)/)];
}

/** The shell that an entry sets, if any. */
function shellOf(createdBy: string): string[] {
  const [, shell] = /^(?:\/bin\/sh -c #\(nop\) +)?SHELL \[(.*)\]$/s.exec(createdBy) ?? [];
  return shell === undefined ? [] : [shell];
}

/** What builders add to an instruction: values of build arguments, and shells with their options. */
type Additions = { pairs: string[]; shells: string[] };

/** An instruction as somebody wrote it, without what the builder adds to it. */
function asInstruction(createdBy: string, { pairs, shells }: Additions): string {
  const text = createdBy.replace(/\s*# buildkit$/, '').trim();
  const [, configured] = /^\/bin\/sh -c #\(nop\)\s+(.*)$/s.exec(text) ?? [];
  if (configured !== undefined) return configured;
  const isRun = /^(?:RUN |\|\d+ )/.test(text) || shells.some(shell => text.startsWith(`${shell} `));
  if (!isRun) return text;
  const command = withoutArguments(text.replace(/^RUN /, ''), pairs);
  return `RUN ${withoutShell(command, shells).trim()}`;
}

/** A base image may have lost the entry that names its shell. */
function withoutShell(command: string, shells: string[]): string {
  const shell = shells.find(known => command.startsWith(`${known} `));
  if (shell !== undefined) return command.slice(shell.length);
  return command.replace(/^\S*sh(?: -\w*o \w+| --?\w+)*? -\w*c /, '');
}

/** `|2 A=1 B=2 command` → `command`. A value may have spaces, so that only one that is known tells where it ends. */
function withoutArguments(text: string, pairs: string[]): string {
  const [, count, rest = ''] = /^\|(\d+) (.*)$/s.exec(text) ?? [];
  if (count === undefined) return text;
  const longestFirst = [...pairs].sort((a, b) => b.length - a.length);
  let left = rest;
  for (let number = 0; number < Number(count); number++) {
    const pair = longestFirst.find(known => left.startsWith(`${known} `));
    if (pair === undefined) return /\s-\w*c (.*)$/s.exec(left)?.[1] ?? '…';
    left = left.slice(pair.length + 1);
  }
  return left;
}

/** Whether the last layers are those that the Dockerfile promises. */
function agrees(made: { instruction: string }[], { layers }: Chain): boolean {
  const start = made.length - layers.length;
  return layers.every(
    ({ instruction }, index) => keywordOf(instruction) === keywordOf(made[start + index]?.instruction ?? ''),
  );
}

function withBaseAsOne(all: Layer[], count: number): Layer[] {
  return count === 0 ? all : [together('base image', all.slice(0, count)), ...all.slice(count)];
}

function weighed({ layers, repeated }: Chain, all: Layer[]): Layers['repeated'] {
  const start = all.length - layers.length;
  return repeated.map(copy => {
    const index = layers.findIndex(({ line }) => line === copy.line);
    return { ...copy, bytes: all[start + index]?.unpacked ?? 0 };
  });
}

function twinsAmong(all: Layer[], diffIds: string[]): Layers['twins'] {
  return all.flatMap(({ instruction: second, unpacked: bytes }, index) => {
    const first = all[diffIds.indexOf(diffIds[index] ?? '')];
    const isWorthIt = first !== all[index] && bytes >= WORTH_A_WORD;
    return first && isWorthIt ? [{ first: first.instruction, second, bytes }] : [];
  });
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
