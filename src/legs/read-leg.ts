// Reads what a leg left. It was written where foreign code ran, and may have been written by it: every field is checked,
// every text and list has its cap, and one wrong field makes the whole of it worthless.

import { PLATFORM } from '../image/platform.ts';
import {
  COUNT_NAMES,
  type Counts,
  type Failure,
  type Flaky,
  noCounts,
  type Reason,
  type Timing,
  type Warning,
} from '../pytest/results.ts';
import type { ShardFacts } from '../pytest/shard.ts';
import { isRecord, parseJson } from '../text/json.ts';
import type { Leg, LegFailure, LegIdentity, LegImage, Test } from './leg.ts';
import type { MatrixValue } from './matrix.ts';

/** Characters of texts, and lengths of lists, at most; who writes keeps to them. */
export const MOST = {
  id: 2000,
  name: 500,
  message: 4000,
  reason: 500,
  traceback: 20_000,
  sentence: 8000,
  failures: 5000,
  /** Of values in the matrix, flaky tests, reasons, warnings and slow tests each. */
  listed: 200,
  tests: 200_000,
  legs: 1000,
} as const;

const MOST_NUMBER = 1_000_000_000;

/** Which run it must be of. */
export type RunIdentity = Pick<LegIdentity, 'repository' | 'runId' | 'attempt' | 'sha'>;

/** What one artifact is: what a leg left, or why it counts for nothing, as a sentence. */
export type LegRead = WholeLeg | { name: string; problem: string };

/** What a leg left. */
export type WholeLeg = {
  /** Of the artifact. */
  name: string;
  leg: Leg;
  tests: Test[];
  /** Names of all tests of a shard's suite; empty without a shard. Rejects where they can't be read. */
  suite(): Promise<string[]>;
};

/** Reads `leg.json`; throws an Error that says which field is wrong. */
export function readLeg(text: string): Leg {
  const told = record(parseJson(text), 'leg.json');
  const failures = list(told.failures, 'failures', MOST.failures, readFailure);
  return {
    ...readIdentity(told),
    conclusion: oneOf(told.conclusion, 'conclusion', ['success', 'failure']),
    sentence: string(told.sentence, 'sentence', MOST.sentence),
    runner: string(told.runner, 'runner', MOST.name),
    ...optional('python', told.python, value => string(value, 'python', MOST.name)),
    ...optional('pytest', told.pytest, value => string(value, 'pytest', MOST.name)),
    seconds: seconds(told.seconds, 'seconds'),
    testSeconds: seconds(told.testSeconds, 'testSeconds'),
    exitCode: told.exitCode === null ? null : integer(told.exitCode, 'exitCode', 255),
    ...optional('shard', told.shard, readShard),
    counts: readCounts(told.counts),
    isCounted: boolean(told.isCounted, 'isCounted'),
    ...optional('image', told.image, readImage),
    failures,
    flaky: list(told.flaky, 'flaky', MOST.listed, readFlaky),
    slowest: list(told.slowest, 'slowest', MOST.listed, readTiming),
    reasons: list(told.reasons, 'reasons', MOST.listed, readReason),
    warnings: list(told.warnings, 'warnings', MOST.listed, readWarning),
  };
}

/** Reads `tests.jsonl`; throws an Error that says which line is wrong. */
export function readTests(text: string): Test[] {
  return lines(text, 'tests.jsonl').map((line, index) => {
    const name = `line ${index + 1} of tests.jsonl`;
    const told = record(parseJson(line), name);
    return {
      nodeId: string(told.nodeId, name, MOST.id),
      outcome: oneOf(told.outcome, name, OUTCOMES),
      ...optional('reason', told.reason, value => string(value, name, MOST.reason)),
      seconds: seconds(told.seconds, name),
    };
  });
}

/** Reads `suite.txt`; throws an Error that says what is wrong. */
export function readSuite(text: string): string[] {
  return lines(text, 'suite.txt').map((line, index) => string(line, `line ${index + 1} of suite.txt`, MOST.id));
}

const OUTCOMES = ['passed', 'failed', 'error', 'skipped', 'xfailed', 'xpassed'] as const satisfies Test['outcome'][];
const PHASES = ['collect', 'setup', 'call', 'teardown'] as const satisfies Failure['phase'][];
const REASONS = ['skipped', 'xfailed', 'xpassed'] as const satisfies Reason['outcome'][];
const HASH = /^[0-9a-f]{64}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

type Told = Record<string, unknown>;

function readIdentity(told: Told): LegIdentity {
  const total = integer(told.total, 'total', MOST.legs, 1);
  return {
    repository: matching(told.repository, 'repository', /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
    runId: matching(told.runId, 'runId', /^\d{1,20}$/),
    attempt: integer(told.attempt, 'attempt', 10_000, 1),
    sha: matching(told.sha, 'sha', /^[0-9a-f]{7,64}$/),
    job: string(told.job, 'job', MOST.name),
    step: string(told.step, 'step', MOST.name),
    place: string(told.place, 'place', MOST.name),
    index: integer(told.index, 'index', total - 1),
    total,
    matrix: list(told.matrix, 'matrix', MOST.listed, readValue),
  };
}

function readValue(told: Told, name: string): MatrixValue {
  return { name: string(told.name, name, MOST.name), value: string(told.value, name, MOST.name) };
}

function readShard(value: unknown): ShardFacts {
  const told = record(value, 'shard');
  const total = integer(told.total, 'shard.total', MOST_NUMBER, 1);
  const by =
    told.by === 'times' ? told.by : { count: string(record(told.by, 'shard.by').count, 'shard.by.count', MOST.name) };
  return {
    index: integer(told.index, 'shard.index', total, 1),
    total,
    by,
    times: told.times === '' ? '' : matching(told.times, 'shard.times', HASH),
    suite: matching(told.suite, 'shard.suite', HASH),
    collected: integer(told.collected, 'shard.collected'),
    kept: integer(told.kept, 'shard.kept'),
  };
}

function readImage(value: unknown): LegImage {
  const told = record(value, 'image');
  return {
    name: matching(told.name, 'image.name', /^[\w.:/-]{1,300}$/),
    version: matching(told.version, 'image.version', /^[\w.+-]{1,200}$/),
    platform: matching(told.platform, 'image.platform', PLATFORM),
    digest: matching(told.digest, 'image.digest', DIGEST),
  };
}

function readCounts(value: unknown): Counts {
  const told = new Map(Object.entries(record(value, 'counts')));
  const counts = noCounts();
  for (const name of COUNT_NAMES) counts[name] = integer(told.get(name), `counts.${name}`);
  return counts;
}

function readFailure(told: Told, name: string): LegFailure {
  return {
    nodeId: string(told.nodeId, name, MOST.id),
    phase: oneOf(told.phase, name, PHASES),
    message: string(told.message, name, MOST.message),
    traceback: string(told.traceback, name, MOST.traceback),
    ...optional('file', told.file, value => string(value, name, MOST.id)),
    ...optional('line', told.line, value => integer(value, name)),
    ...optional('seconds', told.seconds, value => seconds(value, name)),
  };
}

function readFlaky(told: Told, name: string): Flaky {
  return {
    nodeId: string(told.nodeId, name, MOST.id),
    reruns: integer(told.reruns, name),
    message: string(told.message, name, MOST.message),
  };
}

function readTiming(told: Told, name: string): Timing {
  return {
    nodeId: string(told.nodeId, name, MOST.id),
    setup: seconds(told.setup, name),
    call: seconds(told.call, name),
    teardown: seconds(told.teardown, name),
  };
}

function readReason(told: Told, name: string): Reason {
  return {
    outcome: oneOf(told.outcome, name, REASONS),
    reason: string(told.reason, name, MOST.message),
    count: integer(told.count, name),
  };
}

function readWarning(told: Told, name: string): Warning {
  return {
    category: string(told.category, name, MOST.name),
    message: string(told.message, name, MOST.message),
    ...optional('path', told.path, value => string(value, name, MOST.id)),
    ...optional('line', told.line, value => integer(value, name)),
    count: integer(told.count, name),
  };
}

function lines(text: string, name: string): string[] {
  const all = text.split('\n', MOST.tests + 2);
  // Each line ends in a line feed.
  if (all.pop() !== '') throw wrong(`the end of ${name}`);
  if (all.length > MOST.tests) throw wrong(`the number of lines of ${name}`);
  return all;
}

function record(value: unknown, name: string): Told {
  if (!isRecord(value)) throw wrong(name);
  return value;
}

function list<Item>(value: unknown, name: string, most: number, read: (told: Told, name: string) => Item): Item[] {
  if (!Array.isArray(value) || value.length > most) throw wrong(name);
  return value.map((item: unknown, index) => read(record(item, `${name}[${index}]`), `${name}[${index}]`));
}

function string(value: unknown, name: string, most: number): string {
  if (typeof value !== 'string' || value.length > most) throw wrong(name);
  return value;
}

function matching(value: unknown, name: string, pattern: RegExp): string {
  const text = string(value, name, MOST.id);
  if (!pattern.test(text)) throw wrong(name);
  return text;
}

function oneOf<Value extends string>(value: unknown, name: string, values: readonly Value[]): Value {
  const found = values.find(one => one === value);
  if (found === undefined) throw wrong(name);
  return found;
}

function integer(value: unknown, name: string, most: number = MOST_NUMBER, least = 0): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) throw wrong(name);
  return value;
}

function seconds(value: unknown, name: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= MOST_NUMBER)) throw wrong(name);
  return value;
}

function boolean(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw wrong(name);
  return value;
}

/** The field where it is there, and nothing where it isn't. */
function optional<Name extends string, Value>(
  name: Name,
  value: unknown,
  read: (value: unknown) => Value,
): Partial<Record<Name, Value>> {
  const field: Partial<Record<Name, Value>> = {};
  if (value !== undefined) field[name] = read(value);
  return field;
}

function wrong(name: string): Error {
  return new Error(`${name} is not as this action writes it`);
}
