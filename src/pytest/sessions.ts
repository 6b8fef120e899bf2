// Several pytests may run one after the other: `make test` can start many, and a script may start one again.

import type { Failure } from './results.ts';

/** A pytest that began. */
export type PytestSession = {
  /** Whether it got as far as to collect tests. */
  hasRun: boolean;
  rootdir?: string;
  /** How many tests of its shard it had; absent where it ran the whole suite. */
  inShard?: number;
  /** As pytest meant it; absent if it did not live to say so. */
  status?: number;
  /** What failed in it and did not pass later, when pytest repeated what had failed. */
  failures: Set<Failure>;
  hadFailures: boolean;
};

/** No test may be hidden by these: all went well, or there was none. */
const HARMLESS: (number | undefined)[] = [0, 5];

/**
 * The exit status of them all: that of one that went wrong, where there is any. Undefined where the last one did not
 * live to tell it, or one before that was running tests; who only failed to start one, and then started another, knows it.
 */
export function statusOfAll(sessions: PytestSession[]): number | undefined {
  const last = sessions.at(-1);
  if (sessions.some(session => session.status === undefined && (session.hasRun || session === last))) return undefined;
  const statuses = sessions.map(statusOf).filter(status => status !== undefined);
  return (
    statuses.findLast(status => !HARMLESS.includes(status)) ?? statuses.findLast(status => status !== 0) ?? statuses[0]
  );
}

/** A session that was red by nothing but what passed when it was repeated was as good as green. */
function statusOf({ status, failures, hadFailures }: PytestSession): number | undefined {
  return status === 1 && hadFailures && failures.size === 0 ? 0 : status;
}

/** What failed in some sessions and may be repeated by one that begins in the same folder: by the names of tests. */
export function failuresToRepeat(sessions: PytestSession[], rootdir: string | undefined): Map<string, Failure[]> {
  const failures = sessions.filter(session => session.rootdir === rootdir).flatMap(session => [...session.failures]);
  return Map.groupBy(failures, ({ nodeId }) => nodeId);
}

/** Takes failures back, and returns in how many sessions they were. */
export function takeBack(sessions: PytestSession[], failures: Failure[]): number {
  const concerned = sessions.filter(session => failures.some(failure => session.failures.has(failure)));
  for (const session of concerned) for (const failure of failures) session.failures.delete(failure);
  return concerned.length;
}
