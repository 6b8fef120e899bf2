// The history of an image, as the engine tells it.

/** A line of an image's history: an instruction as somebody wrote it, empty where nothing is known of it, and its bytes on disk. */
export type HistoryStep = { instruction: string; unpacked: number };

/** Instructions that change nothing but the configuration. */
const CONFIGURES = new Set(
  `ARG CMD ENTRYPOINT ENV EXPOSE HEALTHCHECK LABEL MAINTAINER ONBUILD SHELL STOPSIGNAL USER VOLUME`.split(' '),
);

/**
 * What `docker history --no-trunc --human=false --format '{{json .}}'` prints, the oldest first, a RUN without the
 * values of build arguments. Undefined where the engine's words are not what was expected.
 */
export function readHistory(printed: string): HistoryStep[] | undefined {
  const entries = readEntries(printed)?.toReversed();
  if (!entries || entries.length === 0) return undefined;
  const additions = {
    pairs: entries.flatMap(({ createdBy }) => argumentPairs(createdBy)),
    shells: ['/bin/sh -c', ...entries.flatMap(({ createdBy }) => shellOf(createdBy))],
  };
  return entries.map(({ createdBy, unpacked }) => ({ instruction: asInstruction(createdBy, additions), unpacked }));
}

function readEntries(printed: string): { createdBy: string; unpacked: number }[] | undefined {
  try {
    const lines = printed.split('\n').filter(line => line.trim() !== '');
    const entries = lines.map(line => {
      const { CreatedBy, Size } = JSON.parse(line);
      return { createdBy: String(CreatedBy), unpacked: Number(Size) };
    });
    return entries.every(({ unpacked }) => Number.isInteger(unpacked)) ? entries : undefined;
  } catch {
    return undefined;
  }
}

/** The steps that made the layers of an image that has so many. */
export function layersInHistory(history: HistoryStep[], count: number): HistoryStep[] {
  const made = history.filter(({ instruction, unpacked }) => unpacked > 0 || makesLayer(instruction));
  // Other builders than BuildKit, which have made many a base image, make no layer of what changes nothing, and the
  // engine does not tell.
  let surplus = made.length - count;
  return made.filter(({ unpacked }) => unpacked > 0 || surplus-- <= 0);
}

/** The step that adds most to an image; undefined where nothing is known of it, as in an image that was imported. */
export function largestInHistory(history: HistoryStep[]): HistoryStep | undefined {
  const additions = history.filter(({ unpacked }) => unpacked > 0);
  const [largest] = additions.toSorted((one, other) => other.unpacked - one.unpacked);
  return largest?.instruction === '' ? undefined : largest;
}

/** The root is a folder of every image. */
function makesLayer(instruction: string): boolean {
  return instruction !== 'WORKDIR /' && !CONFIGURES.has(keywordOf(instruction));
}

/** `RUN` of `RUN true`. */
export function keywordOf(instruction: string): string {
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
  const text = createdBy.replace(/# buildkit$/, '').trim();
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
