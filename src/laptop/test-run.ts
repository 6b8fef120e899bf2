// How a person runs the tests, and how that ends.

import type { Image } from '../image/image.ts';
import { type Ended, hasFailed } from '../pytest/facts.ts';
import type { TestPlan } from '../pytest/plan.ts';

/**
 * The plan of a test run that a person starts with arguments for pytest: in the folder where they are, as paths are
 * relative to that, unless the project's tests are at home in another; an absolute path is one in the container, or in the
 * project, whose place there is another. `folder` is relative to the context.
 */
export function startedBy(
  plan: TestPlan,
  folder: string,
  { workdir }: Pick<Image, 'workdir'>,
  typed: string[],
): TestPlan {
  const { context, command } = plan;
  const inside = typed.map(argument =>
    argument === context || argument.startsWith(`${context}/`) ? workdir + argument.slice(context.length) : argument,
  );
  const isAtHome = plan.folder === '' || folder === plan.folder || folder.startsWith(`${plan.folder}/`);
  return { ...plan, command: [...command, ...inside], ...(isAtHome ? { folder } : {}) };
}

/** How the command ends: as what the signal has ended that stopped it, or with an exit code. */
export type CommandEnd = { kind: 'signal' } | { kind: 'exit'; code: number };

/** Judges a run of the tests; `isStopped` says whether a signal came, which pytest may have answered with a code of its own. */
export function endOf(tests: Ended, isStopped: boolean): CommandEnd {
  const { exitCode } = tests;
  if (isStopped && (exitCode === null || exitCode > 128)) return { kind: 'signal' };
  // A failure that only the report tells of is one all the same.
  return { kind: 'exit', code: exitCode || (hasFailed(tests) ? 1 : 0) };
}
