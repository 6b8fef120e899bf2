// What the default branch's last run of the same tests did, kept as a small cache entry: what later runs are compared
// with. Whoever may save on the default branch could have written it: it is checked, and shown, never believed.
import { type Ran, secondsOf } from './results.ts';

/** Shortened names of tests → whether they failed, and their seconds. */
export type Baseline = { sha: string; tests: Map<string, { isFailed: boolean; seconds: number }> };

/** How a run differs from the baseline. */
export type Comparison = {
  /** The commit of the baseline. */
  sha: string;
  /** Node ids of tests that fail, and did not there. */
  newFailures: Set<string>;
  /** How many tests that failed there pass. */
  fixed: number;
  /** How many tests there were not. */
  added: number;
  /** The most slowed down first. */
  slower: { nodeId: string; before: number; seconds: number }[];
  /** By how many seconds the tests that are in both are slower here. */
  change: number;
};

/** Makes a short name from a node id, the same for the same. */
export type Shorten = (nodeId: string) => string;

/** Bytes that a baseline takes at most; 50,000 tests need a third. */
export const MOST_BASELINE_BYTES: number = 4 << 20;
const MOST_TESTS = 100_000;
const MOST_SLOWER = 10;
/** A test is slower if it takes half as much again, and half a second more: less is noise on a shared machine. */
const SLOWER_FACTOR = 1.5;
const SLOWER_SECONDS = 0.5;
const MOST_SECONDS = 1e6;

/** The text that a run is kept as. */
export function formatBaseline(sha: string, ran: Ran[], shorten: Shorten): string {
  const tests = ran
    .slice(0, MOST_TESTS)
    .map(test => [shorten(test.nodeId), [test.isFailed ? 1 : 0, Math.round(secondsOf(test) * 1000)]]);
  return JSON.stringify({ sha, tests: Object.fromEntries(tests) });
}

/** Reads such a text; undefined where it is none. Never throws. */
export function parseBaseline(text: string): Baseline | undefined {
  if (text === '' || text.length > MOST_BASELINE_BYTES) return undefined;
  const value = parse(text);
  if (!isObject(value) || typeof value.sha !== 'string' || !isObject(value.tests)) return undefined;
  if (!/^[0-9a-f]{7,64}$/.test(value.sha)) return undefined;
  const tests: Baseline['tests'] = new Map();
  for (const [name, told] of Object.entries(value.tests)) {
    const [failed, milliseconds]: unknown[] = Array.isArray(told) ? told : [];
    if (typeof milliseconds !== 'number' || !(milliseconds >= 0 && milliseconds < MOST_SECONDS * 1000)) continue;
    tests.set(name, { isFailed: failed === 1, seconds: milliseconds / 1000 });
  }
  return { sha: value.sha, tests };
}

/** Compares a run with a baseline. */
export function compare(baseline: Baseline, ran: Ran[], shorten: Shorten): Comparison {
  const comparison: Comparison = {
    sha: baseline.sha,
    newFailures: new Set(),
    fixed: 0,
    added: 0,
    slower: [],
    change: 0,
  };
  for (const test of ran) {
    const before = baseline.tests.get(shorten(test.nodeId));
    const seconds = secondsOf(test);
    if (test.isFailed && !before?.isFailed) comparison.newFailures.add(test.nodeId);
    if (!before) {
      comparison.added += 1;
      continue;
    }
    if (!test.isFailed && before.isFailed) comparison.fixed += 1;
    comparison.change += seconds - before.seconds;
    const isSlower = seconds > before.seconds * SLOWER_FACTOR && seconds > before.seconds + SLOWER_SECONDS;
    if (isSlower) comparison.slower.push({ nodeId: test.nodeId, before: before.seconds, seconds });
  }
  comparison.slower.sort((a, b) => b.seconds - b.before - (a.seconds - a.before)).splice(MOST_SLOWER);
  return comparison;
}

/** Whether a run tells enough news to be kept in place of the baseline: other tests, other outcomes, or other seconds. */
export function isNews(baseline: Baseline | undefined, ran: Ran[], shorten: Shorten): boolean {
  if (ran.length === 0) return false;
  if (!baseline || baseline.tests.size !== Math.min(ran.length, MOST_TESTS)) return true;
  const { newFailures, fixed, added, slower, change } = compare(baseline, ran, shorten);
  const before = [...baseline.tests.values()].reduce((all, { seconds }) => all + seconds, 0);
  const isQuicker = -change > before / 5 && -change > SLOWER_SECONDS;
  return newFailures.size + fixed + added + slower.length > 0 || isQuicker;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
