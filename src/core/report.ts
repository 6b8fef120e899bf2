import type { TestFacts } from '../steps/test.ts';
import { plain, shortened } from './markup.ts';
import type { Annotation, Outcome } from './outcome.ts';
import { renderSummary } from './summary.ts';
import { type Failure, repoPath } from './tests.ts';
import { buildSentence, hasFailed, mountSentence, publishSentence, testSentence } from './verdict.ts';

/** Names of the action's outputs, as action.yml has them. */
export const outputNames = [
  'conclusion',
  'exit-code',
  'image-id',
  'cache-hit',
  'cache-key',
  'published',
  'image',
  'version',
  'tags',
  'digest',
] as const;

export type Outputs = Record<(typeof outputNames)[number], string>;

/** The outcome in words: what is shown where. */
export type Report = {
  conclusion: 'success' | 'failure';
  outputs: Outputs;
  annotations: Annotation[];
  /** Markdown for the job page. */
  summary: string;
  /** The last lines of the log. */
  lines: string[];
};

/** The runner shows ten annotations of a level for a step: nine for single failures, one for the rest. */
const MOST_SINGLE_ANNOTATIONS = 9;
/** The runner cuts messages at 4,096 characters. */
const MOST_MESSAGE_CHARACTERS = 4000;

/** Turns facts into words, outputs and the verdict. */
export function makeReport(outcome: Outcome): Report {
  const others = findProblems(outcome);
  const tests = outcome.tests && !outcome.isCancelled ? testProblems(outcome, outcome.tests, others.length) : [];
  const problems = [...others, ...tests];
  const conclusion = problems.length > 0 || outcome.isCancelled ? 'failure' : 'success';
  const notices = findNotices(outcome);
  return {
    conclusion,
    outputs: makeOutputs(outcome, conclusion),
    annotations: [
      ...problems,
      ...notices.map((message): Annotation => ({ level: 'notice', message, ...titled('dev-in-docker', outcome.leg) })),
    ],
    summary: renderSummary(outcome, { others, tests }, notices),
    lines: [
      ...(outcome.tests && !outcome.isCancelled ? [testSentence(outcome.tests)] : []),
      ...(outcome.published ? [publishSentence(outcome.published, outcome.plan?.share)] : []),
      ...notices,
    ],
  };
}

/** What makes the step fail besides red tests, as annotations. */
function findProblems(outcome: Outcome): Annotation[] {
  const problems: Annotation[] = [];
  if (outcome.error) problems.push(error(outcome, outcome.error));
  for (const build of [outcome.dev, outcome.share]) {
    if (!build?.failure || outcome.isCancelled) continue;
    const { line, output } = build.failure;
    const place = { file: outcome.dockerfile, ...(line === undefined ? {} : { line }) };
    problems.push(error(outcome, `${buildSentence(build, outcome.dockerfile)}\n\n${output}`, place));
  }
  const { published, plan } = outcome;
  if (published && published.outcome !== 'published' && published.outcome !== 'already-there') {
    problems.push(error(outcome, publishSentence(published, plan?.share)));
  }
  return problems;
}

function error(outcome: Outcome, message: string, more: Partial<Annotation> = {}): Annotation {
  return {
    level: 'error',
    message: shortened(plain(message), MOST_MESSAGE_CHARACTERS),
    ...titled('dev-in-docker', outcome.leg),
    ...more,
  };
}

/** Red tests as annotations, in the room that others leave. */
function testProblems(outcome: Outcome, tests: TestFacts, taken: number): Annotation[] {
  if (!hasFailed(tests)) return [];
  const { failures, counts } = tests.results;
  const isExplained = tests.exitCode === 1 && failures.length > 0;
  const single = failures.slice(0, MOST_SINGLE_ANNOTATIONS - (isExplained ? 0 : 1) - taken);
  const left = counts.failed + counts.errors - single.length;
  return [
    ...(isExplained ? [] : [error(outcome, testSentence(tests))]),
    ...single.map(failure => error(outcome, failure.message, placeOf(failure, outcome))),
    ...(left > 0
      ? [error(outcome, `${left} more ${left === 1 ? 'failure is' : 'failures are'} in the summary and the log.`)]
      : []),
  ];
}

function placeOf(failure: Failure, outcome: Outcome): Partial<Annotation> {
  const places = {
    workdir: outcome.image?.workdir ?? '',
    context: outcome.context === '.' ? '' : outcome.context,
  };
  const file = failure.path === undefined ? undefined : repoPath(failure.path, places);
  return {
    ...titled(plain(failure.nodeId), outcome.leg),
    ...(file === undefined ? {} : { file, ...(failure.line === undefined ? {} : { line: failure.line }) }),
  };
}

function titled(title: string, leg: string): { title: string } {
  return { title: leg === '' ? title : `${title} (${leg})` };
}

function findNotices({ plan, mounted, restored, saved, isCancelled }: Outcome): string[] {
  const lost = mounted?.trouble === undefined ? [] : [mountSentence(mounted)];
  const troubles = [restored?.trouble, ...(isCancelled ? [] : [saved?.run?.trouble, saved?.build?.trouble])].filter(
    trouble => trouble !== undefined,
  );
  const cache =
    troubles.length > 0 ? [`The cache did not work, which costs time only: ${plain(troubles.join('; '))}.`] : [];
  return [...(plan?.notices ?? []), ...(mounted?.notices ?? []), ...lost, ...cache];
}

function makeOutputs(outcome: Outcome, conclusion: 'success' | 'failure'): Outputs {
  const { plan, mounted, restored, published, tests, image } = outcome;
  const share = published?.outcome === 'published' || published?.outcome === 'already-there' ? plan?.share : undefined;
  return {
    conclusion,
    'exit-code': String(tests?.exitCode ?? ''),
    'image-id': image?.id ?? '',
    'cache-hit': mounted?.isUsed
      ? 'true'
      : restored
        ? String(restored.isExact && plan !== undefined && 'off' in plan.mount)
        : '',
    'cache-key': cacheKey(outcome),
    published: String(published?.outcome === 'published'),
    image: share?.build.tags[0] ?? '',
    version: share?.version.version ?? '',
    tags: share?.build.tags.join('\n') ?? '',
    digest: (share && published?.digest) ?? '',
  };
}

/** The entry that this job leaves to the next ones, which is the one it used if it saved none. */
function cacheKey({ mounted, restored, saved }: Outcome): string {
  if (mounted?.isUsed) return mounted.key ?? '';
  return saved?.run?.key ?? saved?.build?.key ?? (restored?.entry && restored.key) ?? '';
}
