// What each layer of an image weighs, from what the engine and the registry say of it.
import type { Chain, RepeatedCopy } from '../dockerfile/chain.ts';
import { type HistoryStep, keywordOf, layersInHistory } from '../image/history.ts';

/** What is known of an image. */
export type LayerFacts = {
  /** How it was made, the oldest step first. */
  history: HistoryStep[];
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

/** That less than this is there twice is not worth a word. */
const WORTH_A_WORD = 1e6;

/** Puts together what each layer of an image weighs. */
export function describeLayers({ history, diffIds, compressed, chain }: LayerFacts): Layers {
  const made = layersInHistory(history, diffIds.length);
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
