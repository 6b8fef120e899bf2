// Writes what a leg leaves, within the caps of who reads it.

import { FILES, type FileName } from './artifact.ts';
import type { Leg, LegFailure, Test } from './leg.ts';
import { MOST } from './read-leg.ts';

/** Characters of JSON that failures take together: first their tracebacks are left out, then the rest of them. */
const MOST_WITH_TRACEBACKS = 4_000_000;
const MOST_FAILURES = 8_000_000;

/** All that a leg leaves; the names of the suite's tests only of a shard. */
export type Left = { leg: Leg; tests: Test[]; suite?: string[] };

/** The files of a leg's artifact: name → text. */
export function formatLeft({ leg, tests, suite }: Left): Partial<Record<FileName, string>> {
  return {
    [FILES.leg]: formatLeg(leg),
    [FILES.tests]: formatTests(tests),
    ...(suite === undefined ? {} : { [FILES.suite]: formatSuite(suite) }),
  };
}

/** The text of `leg.json`; of what is too long for it, the end is left out, but never a number. */
export function formatLeg(leg: Leg): string {
  return JSON.stringify({
    ...leg,
    job: leg.job.slice(0, MOST.name),
    step: leg.step.slice(0, MOST.name),
    place: leg.place.slice(0, MOST.name),
    matrix: leg.matrix.slice(0, MOST.listed).map(({ name, value }) => ({
      name: name.slice(0, MOST.name),
      value: value.slice(0, MOST.name),
    })),
    sentence: leg.sentence.slice(0, MOST.sentence),
    failures: withinCaps(leg.failures),
  });
}

/** The text of `tests.jsonl`: all of them, so that none that ran seems not to have. */
export function formatTests(tests: Test[]): string {
  return tests.map(test => `${JSON.stringify(test)}\n`).join('');
}

/** The text of `suite.txt`. */
export function formatSuite(names: string[]): string {
  return names.map(name => `${name}\n`).join('');
}

function withinCaps(failures: LegFailure[]): LegFailure[] {
  let used = 0;
  return failures.slice(0, MOST.failures).flatMap(failure => {
    const length = JSON.stringify(failure).length;
    const kept = used + length <= MOST_WITH_TRACEBACKS ? failure : { ...failure, traceback: '' };
    used += kept === failure ? length : JSON.stringify(kept).length;
    return used <= MOST_FAILURES ? [kept] : [];
  });
}
