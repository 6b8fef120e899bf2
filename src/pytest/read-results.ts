// What the tests did, read from the lines that src/pytest/dev_in_docker_report.py wrote. Code under test runs beside
// that plugin and can write to the same file, so every line is checked. They can make a run red, or be the sign that it was
// pytest that ended, but not more: whether the tests passed is its exit code to say.

import {
  COUNT_NAMES,
  type Counts,
  type Failure,
  type Flaky,
  noCounts,
  type Phase,
  type Reason,
  secondsOf,
  sumOf,
  type TestOutcome,
  type TestResults,
  type Warning,
  WORDS,
} from './results.ts';
import { failuresToRepeat, type PytestSession, statusOfAll, takeBack } from './sessions.ts';

const MAX_LINE = 250_000;
const MAX_ID = 2000;
const MAX_MESSAGE = 4000;
const MAX_TRACEBACK = 20_000;
const MAX_FAILURES = 5000;
const MAX_SLOWEST = 50;

/** Stands for all failures that were too many to keep; no test has its name, so none takes it back. */
const FORGOTTEN: Failure = { nodeId: '', phase: 'call', message: '', traceback: '' };

/** Of flaky tests, of reasons, of warnings. */
const MAX_LISTED = 200;
const MAX_REASON = 500;
const MAX_COUNT = 1_000_000_000;
const MAX_LINE_NUMBER = 1_000_000;
/** Sums of it stay numbers. */
const MAX_SECONDS = 1_000_000_000;

/** A line of the file: the fields that the plugin writes, of any type until checked. */
type Event = { [field in Field]?: unknown };
type Field =
  | 'event'
  | 'pytest'
  | 'python'
  | 'known'
  | 'rootdir'
  | 'repeats'
  | 'remembers'
  | 'test'
  | 'phase'
  | 'outcome'
  | 'subtest'
  | 'xfail'
  | 'reason'
  | 'category'
  | 'message'
  | 'traceback'
  | 'path'
  | 'line'
  | 'passed'
  | 'setup'
  | 'call'
  | 'teardown'
  | 'count'
  | 'counts'
  | 'status'
  | 'kept'
  | 'seconds';

/** What is known so far. A run may hold several pytest sessions, one after the other. */
type Reading = Omit<TestResults, 'counts' | 'isCounted' | 'slowest' | 'ran' | 'reasons' | 'warnings'> & {
  /** No test took longer than these seconds; where somebody stops the clock, it would seem so. */
  mostSeconds: number;
  sessions: PytestSession[];
  /** What the present session repeats of earlier ones. */
  toRepeat: Map<string, Failure[]>;
  earlier: Counts;
  /** Counted by us, in case the session does not live to tell. */
  counted: Counts;
  /** What the session said at its end. */
  told: Counts | undefined;
  passed: Set<string>;
  underWay: Set<string>;
  /** Tests that have begun, or are to begin again, and of which nothing is known since. */
  begun: Set<string>;
  /** Tests that are being repeated. */
  repeated: Map<string, Flaky>;
  reasons: Map<string, Reason>;
  warnings: Map<string, Warning>;
};

/**
 * Reads the text of a results file, of a run that took so many seconds; what is broken, unknown or out of bounds in it is
 * left out. Never throws.
 */
export function readResults(text: string, mostSeconds: number = MAX_SECONDS): TestResults {
  const reading: Reading = {
    mostSeconds,
    sessions: [],
    toRepeat: new Map(),
    hasRun: false,
    earlier: noCounts(),
    counted: noCounts(),
    told: undefined,
    failures: [],
    flaky: [],
    timings: new Map(),
    passed: new Set(),
    testSeconds: 0,
    underWay: new Set(),
    begun: new Set(),
    outcomes: new Map(),
    whys: new Map(),
    repeated: new Map(),
    reasons: new Map(),
    warnings: new Map(),
  };
  for (const line of text.split('\n')) {
    const event = parseEvent(line);
    const read = READERS.get(event?.event);
    if (event && read) read(reading, event);
  }
  return results(reading);
}

function parseEvent(line: string): Event | undefined {
  if (!line.startsWith('{') || line.length > MAX_LINE) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isEvent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const READERS = new Map<unknown, (reading: Reading, event: Event) => void>([
  ['session', readSession],
  ['run', readRun],
  ['started', readStarted],
  ['report', readReport],
  ['finished', readFinished],
  ['shard', readShard],
  ['deselected', readDeselected],
  ['warning', readWarning],
  ['stopped', readStopped],
  ['end', readEnd],
]);

function readSession(reading: Reading, event: Event): void {
  reading.earlier = sumOf([reading.earlier, reading.told ?? reading.counted]);
  reading.counted = noCounts();
  reading.told = undefined;
  reading.repeated.clear();
  reading.toRepeat.clear();
  reading.sessions.push({ hasRun: false, failures: new Set(), hadFailures: false });
  const pytest = string(event.pytest, 50);
  const python = string(event.python, 50);
  if (pytest) reading.pytest = pytest;
  if (python) reading.python = python;
  if (event.known === false) reading.isUnknown = true;
}

/** The session has begun to collect tests. */
function readRun(reading: Reading, event: Event): void {
  const rootdir = string(event.rootdir, MAX_ID);
  if (event.repeats === true) reading.toRepeat = failuresToRepeat(reading.sessions, rootdir);
  const session = sessionOf(reading);
  session.hasRun = true;
  reading.hasRun = true;
  if (event.remembers === true) reading.remembers = true;
  if (!rootdir) return;
  session.rootdir = rootdir;
  reading.rootdir = rootdir;
}

/** The present session; of one that did not say that it began, the first that it says. */
function sessionOf(reading: Reading): PytestSession {
  const last = reading.sessions.at(-1);
  if (last) return last;
  const session = { hasRun: false, failures: new Set<Failure>(), hadFailures: false };
  reading.sessions.push(session);
  return session;
}

/** The session runs the tests of a shard alone. */
function readShard(reading: Reading, event: Event): void {
  const kept = integer(event.kept, MAX_COUNT);
  if (kept !== undefined) sessionOf(reading).inShard = kept;
}

function readStarted(reading: Reading, event: Event): void {
  const nodeId = string(event.test, MAX_ID);
  if (!nodeId) return;
  reading.underWay.delete(nodeId); // a set keeps its order: the test goes to its end
  reading.underWay.add(nodeId);
  reading.begun.add(nodeId);
}

function readReport(reading: Reading, event: Event): void {
  const nodeId = string(event.test, MAX_ID);
  const name = countedAs(event);
  if (!nodeId || !name) return;
  reading.counted[name] += 1;
  if (name === 'reruns') addAttempt(reading, nodeId, event);
  if (name === 'failed' || name === 'errors') addFailure(reading, nodeId, event);
  if (name === 'skipped' || name === 'xfailed' || name === 'xpassed') addReason(reading, nodeId, name, event);
  if (event.phase !== 'collect') addOutcome(reading, nodeId, OUTCOMES.get(name));
  // The report of a crashed pytest-xdist worker, for which no "finished" follows.
  if (event.phase === '???') reading.underWay.delete(nodeId);
}

/** The outcomes that a count stands for; the later one counts more where a test has several. */
const OUTCOMES = new Map<keyof Counts, TestOutcome>([
  ['passed', 'passed'],
  ['skipped', 'skipped'],
  ['xfailed', 'xfailed'],
  ['xpassed', 'xpassed'],
  ['errors', 'error'],
  ['failed', 'failed'],
]);
const WEIGHTS = new Map([...OUTCOMES.values()].map((outcome, weight) => [outcome, weight]));

/** What became of a test counts more than what it was before it began, and what is worse more than the rest of it. */
function addOutcome({ begun, outcomes }: Reading, nodeId: string, outcome: TestOutcome | undefined): void {
  if (outcome === undefined) return;
  const known = begun.delete(nodeId) ? undefined : outcomes.get(nodeId);
  const isWorse = known === undefined || (WEIGHTS.get(outcome) ?? 0) > (WEIGHTS.get(known) ?? 0);
  if (isWorse) outcomes.set(nodeId, outcome);
}

/** The count that a report belongs to, by pytest's rules. (A test that simply passed says so when it is finished.) */
function countedAs({ outcome, phase, xfail, subtest }: Event): keyof Counts | undefined {
  if (outcome === 'rerun') return 'reruns';
  if (outcome === 'failed') return phase === 'call' || phase === '???' ? 'failed' : 'errors';
  const isSubtest = typeof subtest === 'string';
  const isExpectedToFail = typeof xfail === 'string';
  if (isSubtest && (isExpectedToFail || outcome === 'skipped')) return undefined;
  if (outcome === 'skipped') return isExpectedToFail ? 'xfailed' : 'skipped';
  if (outcome !== 'passed') return undefined;
  if (isExpectedToFail) return 'xpassed';
  return phase === 'call' && !isSubtest ? 'passed' : undefined;
}

function addFailure(reading: Reading, nodeId: string, event: Event): void {
  const subtest = string(event.subtest, 500);
  const message = string(event.message, MAX_MESSAGE) ?? '';
  const seconds = duration(event.seconds, reading);
  const failure: Failure = {
    nodeId,
    phase: phaseOf(event.phase),
    message: subtest ? `[${subtest}] ${message}`.slice(0, MAX_MESSAGE) : message,
    traceback: string(event.traceback, MAX_TRACEBACK) ?? '',
    ...placeIn(event),
    ...(seconds === undefined ? {} : { seconds }),
  };
  const session = sessionOf(reading);
  const isKept = reading.failures.length < MAX_FAILURES;
  if (isKept) reading.failures.push(failure);
  session.failures.add(isKept ? failure : FORGOTTEN);
  session.hadFailures = true;
}

function placeIn(event: Event): { path?: string; line?: number } {
  const path = string(event.path, MAX_ID);
  const line = integer(event.line, MAX_LINE_NUMBER);
  return { ...(path ? { path } : {}), ...(path && line ? { line } : {}) };
}

function addReason(reading: Reading, nodeId: string, outcome: Reason['outcome'], event: Event): void {
  const reason = string(outcome === 'skipped' ? event.reason : event.xfail, MAX_REASON) ?? '';
  if (reason !== '' && event.phase !== 'collect') reading.whys.set(nodeId, reason);
  const key = `${outcome} ${reason}`;
  const known = reading.reasons.get(key);
  if (known) known.count += 1;
  else reading.reasons.set(key, { outcome, reason, count: 1 });
}

function addAttempt(reading: Reading, nodeId: string, event: Event): void {
  forgetFailedSubtests(reading, nodeId);
  reading.begun.add(nodeId);
  const reruns = (reading.repeated.get(nodeId)?.reruns ?? 0) + 1;
  reading.repeated.set(nodeId, { nodeId, reruns, message: string(event.message, MAX_MESSAGE) ?? '' });
}

/** pytest-rerunfailures takes back the subtests that failed in an attempt which is repeated. */
function forgetFailedSubtests(reading: Reading, nodeId: string): void {
  let last = reading.failures.at(-1);
  while (last && last.nodeId === nodeId && last.phase === 'call') {
    reading.failures.pop();
    sessionOf(reading).failures.delete(last);
    reading.counted.failed = Math.max(0, reading.counted.failed - 1);
    last = reading.failures.at(-1);
  }
}

function readFinished(reading: Reading, event: Event): void {
  const nodeId = string(event.test, MAX_ID);
  if (!nodeId) return;
  reading.underWay.delete(nodeId);
  if (event.passed === true) {
    reading.counted.passed += 1;
    reading.passed.add(nodeId);
    addOutcome(reading, nodeId, 'passed');
  }
  const timing = {
    nodeId,
    setup: duration(event.setup, reading) ?? 0,
    call: duration(event.call, reading) ?? 0,
    teardown: duration(event.teardown, reading) ?? 0,
  };
  reading.timings.set(nodeId, timing);
  reading.testSeconds += secondsOf(timing);
  // A failed attempt is finished, too.
  if (event.passed !== true) return;
  const flaky = reading.repeated.get(nodeId) ?? passedWhenRepeated(reading, nodeId);
  reading.repeated.delete(nodeId);
  if (flaky && reading.flaky.length < MAX_LISTED) reading.flaky.push(flaky);
}

/** A test that failed in an earlier session, and that pytest was told to repeat (--last-failed). */
function passedWhenRepeated(reading: Reading, nodeId: string): Flaky | undefined {
  const failures = reading.toRepeat.get(nodeId);
  const last = failures?.at(-1);
  if (!failures || !last) return undefined;
  reading.toRepeat.delete(nodeId);
  const reruns = takeBack(reading.sessions, failures);
  reading.failures = reading.failures.filter(failure => !failures.includes(failure));
  for (const { phase } of failures) {
    const name = phase === 'call' ? 'failed' : 'errors';
    reading.earlier[name] = Math.max(0, reading.earlier[name] - 1);
  }
  return { nodeId, reruns, message: last.message };
}

/** The plugin tells a warning once at first, and at its end how often it was. */
function readWarning(reading: Reading, event: Event): void {
  const category = string(event.category, MAX_REASON);
  const message = string(event.message, MAX_REASON);
  const count = integer(event.count, MAX_COUNT);
  if (!category || message === undefined || !count) return;
  const place = placeIn(event);
  const key = JSON.stringify([category, message, place]);
  const earlier = reading.warnings.get(key)?.count ?? 0;
  reading.counted.warnings += Math.max(0, count - earlier);
  reading.warnings.set(key, { category, message, ...place, count: Math.max(count, earlier) });
}

function readDeselected(reading: Reading, event: Event): void {
  reading.counted.deselected += integer(event.count, MAX_COUNT) ?? 0;
}

function readStopped(reading: Reading, event: Event): void {
  const message = string(event.message, MAX_MESSAGE);
  if (message) reading.stopped = message;
}

/** A session may say it twice: other plugins can change their mind. */
function readEnd(reading: Reading, event: Event): void {
  const status = integer(event.status, 255);
  if (status !== undefined) sessionOf(reading).status = status;
  if (isEvent(event.counts)) reading.told = toldCounts(event.counts);
}

function toldCounts(told: object): Counts {
  const words = new Map<string, unknown>(Object.entries(told));
  const counts = noCounts();
  for (const name of COUNT_NAMES) counts[name] = integer(words.get(WORDS[name]), MAX_COUNT) ?? 0;
  return counts;
}

function results(reading: Reading): TestResults {
  const { earlier, counted, told, passed, underWay, begun: _, sessions, ...others } = reading;
  const { repeated: __, toRepeat: ___, mostSeconds: ____, ...rest } = others;
  const exitStatus = statusOfAll(sessions);
  const lastStarted = [...underWay].at(-1);
  const failed = new Set(rest.failures.map(({ nodeId }) => nodeId));
  const all = [...rest.timings.values()];
  return {
    ...rest,
    ...(exitStatus === undefined ? {} : { exitStatus }),
    counts: sumOf([earlier, told ?? counted]),
    ...inShardOf(sessions),
    isCounted: rest.hasRun && (!rest.isUnknown || told !== undefined),
    ran: all
      .filter(({ nodeId }) => passed.has(nodeId) || failed.has(nodeId))
      .map(test => ({ ...test, isFailed: failed.has(test.nodeId) })),
    slowest: all.sort((a, b) => secondsOf(b) - secondsOf(a)).slice(0, MAX_SLOWEST),
    reasons: mostFrequent(rest.reasons),
    warnings: mostFrequent(rest.warnings),
    ...(lastStarted === undefined ? {} : { lastStarted }),
  };
}

function inShardOf(sessions: PytestSession[]): { inShard?: number } {
  const ran = sessions.filter(({ hasRun }) => hasRun);
  const isEverywhere = ran.length > 0 && ran.every(({ inShard }) => inShard !== undefined);
  return isEverywhere ? { inShard: ran.reduce((all, { inShard = 0 }) => all + inShard, 0) } : {};
}

function mostFrequent<Item extends { count: number }>(items: Map<string, Item>): Item[] {
  return [...items.values()].sort((a, b) => b.count - a.count).slice(0, MAX_LISTED);
}

function phaseOf(value: unknown): Phase {
  return value === 'collect' || value === 'setup' || value === 'teardown' ? value : 'call';
}

function isEvent(value: unknown): value is Event {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function string(value: unknown, limit: number): string | undefined {
  return typeof value === 'string' ? value.slice(0, limit) : undefined;
}

function integer(value: unknown, limit: number): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limit ? value : undefined;
}

function duration(value: unknown, { mostSeconds }: Reading): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= mostSeconds ? value : undefined;
}
