import { hasFailed, type TestFacts } from '../pytest/facts.ts';
import { pathBelow, repoPath } from '../pytest/paths.ts';
import type { Failure } from '../pytest/results.ts';
import { plain, shortened } from '../text/plain.ts';
import { render, type Sentence } from '../text/sentence.ts';
import type { Annotation, Outcome } from './outcome.ts';
import { testSentence } from './verdict.ts';

/** The runner shows ten annotations of a level for a step: nine for single ones, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4000;
const MOST_NAMES_OF_A_GROUP = 20;

/** An error that belongs to no test. */
export function error(
  outcome: Pick<Outcome, 'leg' | 'settings'>,
  message: Sentence,
  more: Partial<Annotation> = {},
): Annotation {
  return {
    level: 'error',
    message: shortened(plain(render(message, 'job', outcome.settings)), MOST_MESSAGE_CHARACTERS),
    ...titled('dev-in-docker', outcome.leg),
    ...more,
  };
}

/** Problems as errors under one title: as many as are shown, the last of which tells how many are not. */
export function problemAnnotations(problems: string[], title: string): Annotation[] {
  const isAll = problems.length <= MOST_SINGLE_ANNOTATIONS + 1;
  const shown = isAll ? problems : problems.slice(0, MOST_SINGLE_ANNOTATIONS);
  const rest = isAll ? [] : [`${problems.length - shown.length} more problems are on the page of this job.`];
  return [...shown, ...rest].map(problem => error({ leg: '' }, problem, { title }));
}

/** A title that tells the legs of a matrix apart. */
export function titled(title: string, leg: string): { title: string } {
  return { title: leg === '' ? title : `${title} (${leg})` };
}

/** Red tests as annotations on their lines, new failures first, in the room that `taken` others leave. */
export function testAnnotations(outcome: Outcome, tests: TestFacts, taken: number): Annotation[] {
  if (!hasFailed(tests)) return [];
  const { failures, counts } = tests.results;
  const isExplained = tests.exitCode === 1 && failures.length > 0;
  const sentence = isExplained ? [] : [error(outcome, testSentence(tests))];
  const room = MOST_SINGLE_ANNOTATIONS - sentence.length - taken;
  const groups = failures.length > room ? groupsByError(failures) : failures.map(failure => [failure]);
  const shown = groups.slice(0, Math.max(0, room));
  // The plugin tells none of those of a pytest that it doesn't know.
  const left = tests.results.isUnknown ? 0 : counts.failed + counts.errors - shown.flat().length;
  return [
    ...sentence,
    ...shown.map(group => ofGroup(group, outcome)),
    ...(left > 0
      ? [error(outcome, `${left} more ${left === 1 ? 'failure is' : 'failures are'} in the summary and the log.`)]
      : []),
  ];
}

/** Failures with the same error line together, in the order of the first of each. */
function groupsByError(failures: Failure[]): Failure[][] {
  return [...Map.groupBy(failures, errorLine).values()];
}

/** What went wrong, in a line: the first of pytest's message, as its short summary has it. */
export function errorLine({ message }: { message: string }): string {
  return plain(message).trimStart().split('\n', 1)[0]?.trim() ?? '';
}

function ofGroup(group: Failure[], outcome: Outcome): Annotation {
  const [first] = group;
  if (!first) return error(outcome, '');
  if (group.length === 1) return error(outcome, first.message, placeOf(first, outcome));
  const names = group.slice(0, MOST_NAMES_OF_A_GROUP).map(({ nodeId }) => nodeId);
  const left = group.length - names.length;
  const list = [...names, ...(left > 0 ? [`and ${left} more`] : [])].join('\n');
  return error(
    outcome,
    `${group.length} failures with this error: ${first.message}\n\n${list}`,
    placeOf(first, outcome),
  );
}

function placeOf(failure: Failure, outcome: Outcome): Partial<Annotation> {
  const file = inRepository(fileOf(failure, outcome), outcome);
  return {
    ...titled(plain(failure.nodeId), outcome.leg),
    ...(file === undefined ? {} : { file, ...(failure.line === undefined ? {} : { line: failure.line }) }),
  };
}

/** A path of the checkout as the job's repository has it; undefined where it is not in that. */
export function inRepository(
  path: string | undefined,
  { repository }: Pick<Outcome, 'repository'>,
): string | undefined {
  if (repository === '' || path === undefined) return path;
  return repository === undefined ? undefined : pathBelow(`/${repository}`, `/${path}`);
}

/** The file of a place in the container, relative to the checkout, if it is in it. */
export function fileOf({ path }: { path?: string }, { image, context }: Outcome): string | undefined {
  const mapping = { workdir: image?.workdir ?? '', context: context === '.' ? '' : context };
  return path === undefined ? undefined : repoPath(path, mapping);
}
