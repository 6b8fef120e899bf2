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
  /** Of this phase. */
  seconds?: number;
};

/** A test with what it took, in seconds. */
export type Timing = { nodeId: string; setup: number; call: number; teardown: number };

/** A test that passed or failed. */
export type Ran = Timing & { isFailed: boolean };

/** In one word: a test may fail in its call and have an error in its teardown, and then it failed. */
export type TestOutcome = 'passed' | 'failed' | 'error' | 'skipped' | 'xfailed' | 'xpassed';

/** A test that failed and passed when it was repeated. */
export type Flaky = {
  nodeId: string;
  /** How often it was repeated. */
  reruns: number;
  /** The error of its last failed attempt. */
  message: string;
};

/** Tests that were skipped, or did what their xfail mark expects or not, for one reason. */
export type Reason = { outcome: 'skipped' | 'xfailed' | 'xpassed'; reason: string; count: number };

/** A warning that pytest recorded, and how often. */
export type Warning = {
  category: string;
  message: string;
  /** Path in the container. */
  path?: string;
  /** 1-based. */
  line?: number;
  count: number;
};

export type Phase = 'collect' | 'setup' | 'call' | 'teardown';

/** The numbers of pytest's last line. */
export type Counts = Record<keyof typeof WORDS, number>;

export type TestResults = {
  /** Version of the pytest that began; absent where none did, as far as the plugin tells. */
  pytest?: string;
  python?: string;
  /** Whether the plugin doesn't know this pytest, and tells no more than its counts. */
  isUnknown?: boolean;
  /** Whether a pytest got as far as to collect tests. */
  hasRun: boolean;
  /** Folder in the container that the names of tests begin at. */
  rootdir?: string;
  counts: Counts;
  /** Whether the counts are known. */
  isCounted: boolean;
  /** How many of its shard's tests the pytests had, where each that ran kept to a shard. */
  inShard?: number;
  /** Whether pytest can repeat what failed last. */
  remembers?: boolean;
  /** In the order they happened, at most 5,000; `counts` has them all. */
  failures: Failure[];
  /** At most 200. */
  flaky: Flaky[];
  /** The slowest first, at most 50. */
  slowest: Timing[];
  /** Of all tests together. */
  testSeconds: number;
  /** Tests that passed or failed, each once. */
  ran: Ran[];
  /** What became of each test by its node id: what it did last; not of files that could not be collected. */
  outcomes: Map<string, TestOutcome>;
  /** Why a test was skipped or is expected to fail, by its node id, where a reason is told. */
  whys: Map<string, string>;
  /** What each test took, by its node id. */
  timings: Map<string, Timing>;
  /** The most frequent first, at most 200. */
  reasons: Reason[];
  /** The most frequent first, at most 200. */
  warnings: Warning[];
  /** The test that was started last and never finished: the one that took the interpreter with it. */
  lastStarted?: string;
  /** Why pytest gave up before the end, in its words: an interrupt, `pytest.exit`, an internal error. */
  stopped?: string;
  /** As pytest meant it; absent if it did not live to say so. Of several, of one that went wrong if any did. */
  exitStatus?: number;
};

/** Our names for the words of pytest's last line. */
export const WORDS = {
  failed: 'failed',
  passed: 'passed',
  skipped: 'skipped',
  deselected: 'deselected',
  xfailed: 'xfailed',
  xpassed: 'xpassed',
  errors: 'error',
  reruns: 'rerun',
  warnings: 'warnings',
  subtestsPassed: 'subtests passed',
} as const;

/** Seconds of a test, all of its phases together. */
export function secondsOf({ setup, call, teardown }: Timing): number {
  return setup + call + teardown;
}

/** Nothing counted. */
export const NO_COUNTS: Readonly<Counts> = noCounts();

/** Their names. */
export const COUNT_NAMES: readonly (keyof Counts)[] = Object.keys(WORDS).filter((name): name is keyof Counts =>
  Object.hasOwn(WORDS, name),
);

/** All of them together. */
export function sumOf(all: Counts[]): Counts {
  const counts = noCounts();
  for (const one of all) for (const name of COUNT_NAMES) counts[name] += one[name];
  return counts;
}

/** Tests that ran or were skipped; what could not be collected is one, too. */
export function totalOf({ failed, passed, skipped, xfailed, xpassed, errors }: Counts): number {
  return failed + passed + skipped + xfailed + xpassed + errors;
}

export function noCounts(): Counts {
  return {
    failed: 0,
    passed: 0,
    skipped: 0,
    deselected: 0,
    xfailed: 0,
    xpassed: 0,
    errors: 0,
    reruns: 0,
    warnings: 0,
    subtestsPassed: 0,
  };
}
