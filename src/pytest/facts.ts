import type { GitDataFacts } from '../checkout/new-git-data.ts';
import type { Shard } from '../inputs/shard.ts';
import { type TestResults, totalOf } from './results.ts';
import type { ShardFacts } from './shard.ts';
import type { Sign } from './signs.ts';
import type { UnmetImport } from './unmet-imports.ts';

/** How a test run ended, and what the plugin told of it. */
export type Ended = {
  /** Of pytest as seen through Docker; null where a signal ended docker. */
  exitCode: number | null;
  results: TestResults;
  /** What the output has of pytest's own. */
  sign?: Sign | undefined;
  /** What was started, and the words of the image's ENTRYPOINT that came before it; none where it has none. */
  command: string[];
  entrypoint: string[];
  /** The words of an ENTRYPOINT that did not start pytest, so that this was run without it. */
  leftOut?: string[];
  seconds: number;
  /** The end of what was written to standard error: docker's own words where it could not start the container. */
  lastWords: string;
  /** Seconds after which the tests were stopped, if they were. */
  stoppedAfter?: number;
  /** The part of the suite that was run, and all of its tests; absent where the whole suite was. */
  shard?: { facts: ShardFacts; suite: string[] };
  /** The part that should have been run, where the whole suite was. */
  wanted?: Shard;
  /** Whether the kernel killed something in the container for want of memory. */
  isOutOfMemory?: boolean;
  /** Whether the engine could not start the container, so that nothing was run in it. */
  isUnstarted?: boolean;
};

/** What became of the test run. */
export type TestFacts = Ended & {
  /** A module that could not be imported because the mounted checkout hides it. */
  hiddenModule?: HiddenModule;
  /** Why pytest could not be started, or did not find what the image has, as far as the image's files tell. */
  obstacle?: Obstacle;
  /** What the tests looked for in their home and the image has in another. */
  elsewhere?: Elsewhere;
  /** Other modules that could not be imported, as far as the checkout tells why. */
  unmetImports?: UnmetImport[];
  /** What they left of git data in the checkout, if anything. */
  gitData?: GitDataFacts;
};

export type HiddenModule = {
  name: string;
  folder: string;
  /** The folder of the checkout that has it too: the image has its content in place of the checkout's. */
  deeper?: string;
};

/** Why the tests don't reach what the image has. */
export type Obstacle =
  /** `path` lies behind `folder`, which their user may not enter. */
  | { kind: 'closed'; what: Closed; path: string; folder: string; uid: number }
  /** Packages, and what starts pytest, are in a folder that the mounted checkout hides. */
  | { kind: 'hidden'; folder: string };

export type Closed = 'workdir' | 'program' | 'interpreter' | 'packages' | 'file';

/** A path relative to the home of the tests, and the home that has it. */
export type Elsewhere = { path: string; home: string };

/** Whether it was pytest that ran: only then is an exit code its own. */
export function hasPytest({ results, sign }: Pick<Ended, 'results' | 'sign'>): boolean {
  return results.pytest !== undefined || sign !== undefined;
}

/** What one can ask pytest for besides a run. */
const QUESTIONS = ['-h', '--help', '-V', '-VV', '--version', '--markers', '--cache-show'];

/** Whether pytest looked for tests, or answered what it was asked besides. */
function didItsWork({ results, sign, command }: Ended): boolean {
  if (results.hasRun || sign === 'run') return true;
  return hasPytest({ results, sign }) && command.some(word => QUESTIONS.includes(word));
}

/**
 * Whether the tests make the step fail: pytest's exit code decides, but without pytest there is none; and a run that never
 * came to its end is no success, nor is one in which tests failed, or in which something hides that pytest went wrong.
 */
export function hasFailed(tests: TestFacts): boolean {
  if (tests.exitCode !== 0 || !didItsWork(tests)) return true;
  return tests.wanted !== undefined || endedEarly(tests) || hasFailures(tests) || hiddenStatus(tests) !== undefined;
}

export function hasFailures({ results }: TestFacts): boolean {
  return results.counts.failed + results.counts.errors > 0;
}

/** Whether something ended the interpreter with exit code 0 before pytest was done. */
export function endedEarly({ exitCode, results, sign, command }: TestFacts): boolean {
  if (results.pytest !== undefined) return exitCode === 0 && results.exitStatus === undefined;
  return exitCode === 0 && sign === 'begun' && !command.some(word => QUESTIONS.includes(word));
}

/** The status that pytest meant where the exit code is 0 all the same; whoever lets an empty suite pass hides nothing. */
export function hiddenStatus({ exitCode, results }: TestFacts): number | undefined {
  const { exitStatus } = results;
  return exitCode === 0 && exitStatus !== 0 && exitStatus !== 5 ? exitStatus : undefined;
}

/**
 * Whether a run went through all of its tests, red or green, so that it can be compared with others. An exit code of 1 does
 * not say so: whoever ends the interpreter may choose it, and a program around pytest may have it for everything.
 */
export function wentThrough(tests: TestFacts): boolean {
  const { exitCode, results } = tests;
  return (
    (exitCode === 0 || exitCode === 1) &&
    (results.exitStatus === 0 || results.exitStatus === 1) &&
    hiddenStatus(tests) === undefined
  );
}

/** Whether a run's output says what no number does: what went wrong, or the help or list that pytest was asked for. */
export function isTelling(tests: TestFacts): boolean {
  return hasFailed(tests) || totalOf(tests.results.counts) === 0;
}
