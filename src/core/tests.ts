// What the tests did, read from the lines that src/pytest/dev_in_docker_report.py wrote. Code under test runs beside
// that plugin and can write to the same file, so every line is checked, and the results are for showing only:
// whether the tests passed is pytest's exit status to say.

/** One failure or error as pytest counts it: a test may have two, in its call and in its teardown. */
export type Failure = {
  nodeId: string;
  phase: Phase;
  /** The error in short, at most 4,000 characters. */
  message: string;
  /** pytest's own text, at most 20,000 characters. */
  traceback: string;
  /** Path in the container: of the user's innermost frame, else of the test. */
  path?: string;
  /** 1-based. */
  line?: number;
};

export type Phase = 'collect' | 'setup' | 'call' | 'teardown';

/** The numbers of pytest's last line. */
export type Counts = Record<keyof typeof WORDS, number>;

export type TestResults = {
  pytest?: string;
  python?: string;
  counts: Counts;
  /** In the order they happened, at most 1,000; `counts` has them all. */
  failures: Failure[];
  /** Setup, call and teardown together; the slowest first, at most 50. */
  slowest: { nodeId: string; seconds: number }[];
  /** The test that was started last and never finished: the one that took the interpreter with it. */
  lastStarted?: string;
  /** Why pytest gave up before the end, in its words: an interrupt, `pytest.exit`, an internal error. */
  stopped?: string;
  /** As pytest meant it; absent if it did not live to say so. */
  exitStatus?: number;
  /** Duration of the whole session. */
  seconds?: number;
};

/** Our names for the words of pytest's last line. */
const WORDS = {
  failed: 'failed',
  passed: 'passed',
  skipped: 'skipped',
  deselected: 'deselected',
  xfailed: 'xfailed',
  xpassed: 'xpassed',
  errors: 'error',
  reruns: 'rerun',
  subtestsPassed: 'subtests passed',
} as const;
const COUNT_NAMES = Object.keys(WORDS).filter((name): name is keyof Counts => Object.hasOwn(WORDS, name));

const MAX_LINE = 250_000;
const MAX_ID = 2000;
const MAX_MESSAGE = 4000;
const MAX_TRACEBACK = 20_000;
const MAX_FAILURES = 1000;
const MAX_SLOWEST = 50;
const MAX_COUNT = 1_000_000_000;
const MAX_LINE_NUMBER = 1_000_000;

/** A line of the file: the fields that the plugin writes, of any type until checked. */
type Event = { [field in Field]?: unknown };
type Field =
  | 'event'
  | 'pytest'
  | 'python'
  | 'test'
  | 'phase'
  | 'outcome'
  | 'subtest'
  | 'xfail'
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
  | 'seconds';

/** What is known so far. A run may hold several pytest sessions, one after the other: `make test` can start many. */
type Reading = Omit<TestResults, 'counts' | 'slowest'> & {
  earlier: Counts;
  /** Counted by us, in case the session does not live to tell. */
  counted: Counts;
  /** What the session said at its end. */
  told: Counts | undefined;
  durations: { nodeId: string; seconds: number }[];
  underWay: Set<string>;
};

/** Reads the text of a results file; what is broken, unknown or out of bounds in it is left out. Never throws. */
export function readResults(text: string): TestResults {
  const reading: Reading = {
    earlier: noCounts(),
    counted: noCounts(),
    told: undefined,
    failures: [],
    durations: [],
    underWay: new Set(),
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
  ['started', readStarted],
  ['report', readReport],
  ['finished', readFinished],
  ['deselected', readDeselected],
  ['stopped', readStopped],
  ['end', readEnd],
]);

function readSession(reading: Reading, event: Event): void {
  reading.earlier = sum(reading.earlier, reading.told ?? reading.counted);
  reading.counted = noCounts();
  reading.told = undefined;
  const pytest = string(event.pytest, 50);
  const python = string(event.python, 50);
  if (pytest) reading.pytest = pytest;
  if (python) reading.python = python;
}

function readStarted(reading: Reading, event: Event): void {
  const nodeId = string(event.test, MAX_ID);
  if (!nodeId) return;
  reading.underWay.delete(nodeId); // a set keeps its order: the test goes to its end
  reading.underWay.add(nodeId);
}

function readReport(reading: Reading, event: Event): void {
  const nodeId = string(event.test, MAX_ID);
  const name = countedAs(event);
  if (!nodeId || !name) return;
  reading.counted[name] += 1;
  if (name === 'reruns') forgetFailedSubtests(reading, nodeId);
  if (name === 'failed' || name === 'errors') addFailure(reading, nodeId, event);
  // The report of a crashed pytest-xdist worker, for which no "finished" follows.
  if (event.phase === '???') reading.underWay.delete(nodeId);
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
  if (reading.failures.length >= MAX_FAILURES) return;
  const subtest = string(event.subtest, 500);
  const message = string(event.message, MAX_MESSAGE) ?? '';
  const path = string(event.path, MAX_ID);
  const line = integer(event.line, MAX_LINE_NUMBER);
  reading.failures.push({
    nodeId,
    phase: phaseOf(event.phase),
    message: subtest ? `[${subtest}] ${message}`.slice(0, MAX_MESSAGE) : message,
    traceback: string(event.traceback, MAX_TRACEBACK) ?? '',
    ...(path ? { path } : {}),
    ...(path && line ? { line } : {}),
  });
}

/** pytest-rerunfailures takes back the subtests that failed in an attempt which is repeated. */
function forgetFailedSubtests(reading: Reading, nodeId: string): void {
  let last = reading.failures.at(-1);
  while (last && last.nodeId === nodeId && last.phase === 'call') {
    reading.failures.pop();
    reading.counted.failed = Math.max(0, reading.counted.failed - 1);
    last = reading.failures.at(-1);
  }
}

function readFinished(reading: Reading, event: Event): void {
  const nodeId = string(event.test, MAX_ID);
  if (!nodeId) return;
  reading.underWay.delete(nodeId);
  if (event.passed === true) reading.counted.passed += 1;
  const phases = [event.setup, event.call, event.teardown].map(duration);
  reading.durations.push({ nodeId, seconds: phases.reduce((all: number, phase) => all + (phase ?? 0), 0) });
}

function readDeselected(reading: Reading, event: Event): void {
  reading.counted.deselected += integer(event.count, MAX_COUNT) ?? 0;
}

function readStopped(reading: Reading, event: Event): void {
  const message = string(event.message, MAX_MESSAGE);
  if (message) reading.stopped = message;
}

function readEnd(reading: Reading, event: Event): void {
  const status = integer(event.status, 255);
  const seconds = duration(event.seconds);
  // Of several sessions, one that went wrong is the one to tell about.
  if (status !== undefined) reading.exitStatus = status || (reading.exitStatus ?? 0);
  if (seconds !== undefined) reading.seconds = seconds;
  if (isEvent(event.counts)) reading.told = toldCounts(event.counts);
}

function toldCounts(told: object): Counts {
  const words = new Map<string, unknown>(Object.entries(told));
  const counts = noCounts();
  for (const name of COUNT_NAMES) counts[name] = integer(words.get(WORDS[name]), MAX_COUNT) ?? 0;
  return counts;
}

function results({ earlier, counted, told, durations, underWay, ...rest }: Reading): TestResults {
  const lastStarted = [...underWay].at(-1);
  return {
    ...rest,
    counts: sum(earlier, told ?? counted),
    slowest: durations.sort((a, b) => b.seconds - a.seconds).slice(0, MAX_SLOWEST),
    ...(lastStarted === undefined ? {} : { lastStarted }),
  };
}

function noCounts(): Counts {
  return {
    failed: 0,
    passed: 0,
    skipped: 0,
    deselected: 0,
    xfailed: 0,
    xpassed: 0,
    errors: 0,
    reruns: 0,
    subtestsPassed: 0,
  };
}

function sum(a: Counts, b: Counts): Counts {
  const counts = noCounts();
  for (const name of COUNT_NAMES) counts[name] = a[name] + b[name];
  return counts;
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

function duration(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** Where the repo's folder `context` ('' for its root) is mounted: at `workdir` in the container. */
export type Places = { workdir: string; context: string };

const MAX_PATH = 1024;
// C0 and C1 controls, line and paragraph separators, and the marks that make text read in another order than it is.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const FOREIGN = /^(?:[A-Za-z]:[\\/]|[A-Za-z][A-Za-z0-9+.-]*:\/\/|<)/; // Windows drive, URL, `<string>`, `<frozen …>`

/**
 * The repo path of a container path (a relative one starts at `workdir`), or undefined if it isn't in the repo or no
 * decent path at all. Looks at no disk: whether the file exists is for the caller to check.
 */
export function repoPath(path: string, places: Places): string | undefined {
  if (path === '' || path.length > MAX_PATH || UNPRINTABLE.test(path) || FOREIGN.test(path)) return undefined;
  const workdir = segments(places.workdir);
  const context = segments(places.context);
  const full = segments(path.startsWith('/') ? path : `${places.workdir}/${path}`);
  if (!workdir || !context || !full) return undefined;
  const isBelow = full.length > workdir.length && workdir.every((name, index) => full[index] === name);
  const inside = full.slice(workdir.length);
  const isInstalled = inside.includes('site-packages') || inside.includes('dist-packages');
  return isBelow && !isInstalled ? [...context, ...inside].join('/') : undefined;
}

/** The names along a path with `.` and `..` worked out, undefined if it leaves where it starts. */
function segments(path: string): string[] | undefined {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..' && names.pop() === undefined) return undefined;
    if (name !== '' && name !== '.' && name !== '..') names.push(name);
  }
  return names;
}
