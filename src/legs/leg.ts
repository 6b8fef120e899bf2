// What a leg of a matrix leaves for the report of all: an artifact with three files. `leg.json` is a Leg; `tests.jsonl` has
// a line for each test that ran here, a Test; `suite.txt`, of a shard alone, the name of each test of the whole suite, one a
// line. They come from a job that ran foreign code: every field is checked by who reads it, and none is believed.

import type { Counts, Failure, Flaky, Reason, TestOutcome, Timing, Warning } from '../pytest/results.ts';
import type { ShardFacts } from '../pytest/shard.ts';
import type { MatrixValue } from './matrix.ts';

/** Which run, job and leg it was; the highest attempt of a leg counts. */
export type LegIdentity = {
  /** `owner/name`. */
  repository: string;
  runId: string;
  /** From 1. */
  attempt: number;
  sha: string;
  /** Name of the job in the workflow, and of the step in it. */
  job: string;
  step: string;
  /** Where the run's plan has the job, which tells two calls of one workflow apart; empty where the runner doesn't say. */
  place: string;
  /** Place in the matrix, from 0, and how many legs it has. */
  index: number;
  total: number;
  /** Its values in the matrix; empty where there is none. */
  matrix: MatrixValue[];
};

export type Leg = LegIdentity & {
  conclusion: 'success' | 'failure';
  /** What the leg's own page says of it, as plain text in the words of a job; empty for a green one. */
  sentence: string;
  /** Such as `Linux X64`. */
  runner: string;
  python?: string;
  pytest?: string;
  /** Of the step until the tests' end, and of the tests alone. */
  seconds: number;
  testSeconds: number;
  /** pytest's exit code; null where the tests never ran. */
  exitCode: number | null;
  shard?: ShardFacts;
  counts: Counts;
  /** Whether the counts are known. */
  isCounted: boolean;
  /** What it pushed for its platform, to be published with those of others. */
  image?: LegImage;
  /** In the order they happened. */
  failures: LegFailure[];
  flaky: Flaky[];
  /** The slowest first. */
  slowest: Timing[];
  reasons: Reason[];
  warnings: Warning[];
};

/** An image that is in the registry for one platform of several. */
export type LegImage = {
  /** Without a tag. */
  name: string;
  version: string;
  /** Such as `linux/arm64`. */
  platform: string;
  digest: string;
};

/** A failure with its place in the repository, where it has one, in place of that in the container. */
export type LegFailure = Omit<Failure, 'path'> & { file?: string };

/** A test that ran or was skipped, once, however often it was repeated. */
export type Test = {
  nodeId: string;
  outcome: TestOutcome;
  /** Why it was skipped, or failed as expected. */
  reason?: string;
  /** All phases together. */
  seconds: number;
};
