// What a leg of a matrix leaves for the report of all, made from its outcome.

import type { Context } from '../host/context.ts';
import type { Left } from '../legs/format-leg.ts';
import type { Leg, LegFailure, LegImage } from '../legs/leg.ts';
import { hasPytest } from '../pytest/facts.ts';
import { type Failure, noCounts, secondsOf, type TestResults } from '../pytest/results.ts';
import { plain, withoutQueries } from '../text/plain.ts';
import type { Sentence } from '../text/sentence.ts';
import { fileOf, inRepository } from './annotations.ts';
import type { Outcome } from './outcome.ts';
import type { Report } from './report.ts';
import { headlineOf } from './summary.ts';

/** Which leg it is: of how many, with which values, and the seconds since the step began. */
export type Place = Pick<Leg, 'index' | 'total' | 'matrix' | 'seconds'>;

/** Shorter values are words, and not the secrets that some may be. */
const LEAST_SECRET = 8;

/**
 * What the leg leaves. Values that the tests were given are hidden in it: a runner masks its secrets in logs and summaries,
 * but not in artifacts, and does not say which they are.
 */
export function makeLeft(
  outcome: Outcome,
  { conclusion, sentence }: Pick<Report, 'conclusion' | 'sentence'>,
  context: Context,
  { index, total, matrix, seconds }: Place,
): Left {
  const { tests, plan, typed } = outcome;
  const values = [...Object.values(plan?.test.environment ?? {}), typed?.password ?? '', typed?.['github-token'] ?? ''];
  const hide = hider(values);
  const { results } = tests ?? {};
  const leg: Leg = {
    repository: context.repository,
    runId: context.runId,
    attempt: context.attempt,
    sha: context.sha,
    job: context.job[1] ?? '',
    step: context.step,
    place: context.place,
    index,
    total,
    matrix: matrix.map(({ name, value }) => ({ name, value: hide(value) })),
    conclusion,
    sentence: hide(sentence),
    runner: [context.runnerOs, context.runnerArchitecture].filter(part => part !== '').join(' '),
    ...(results?.python === undefined ? {} : { python: results.python }),
    ...(results?.pytest === undefined ? {} : { pytest: results.pytest }),
    seconds,
    testSeconds: results?.testSeconds ?? 0,
    exitCode: tests && hasPytest(tests) ? tests.exitCode : null,
    ...(tests?.shard ? { shard: tests.shard.facts } : {}),
    counts: results?.counts ?? noCounts(),
    isCounted: results?.isCounted ?? false,
    ...imageOf(outcome),
    failures: results?.failures.map(failure => failureOf(failure, outcome, hide)) ?? [],
    flaky: results?.flaky.map(test => ({ ...test, message: hide(test.message) })) ?? [],
    slowest: results?.slowest ?? [],
    reasons: results?.reasons.map(reason => ({ ...reason, reason: hide(reason.reason) })) ?? [],
    warnings: results?.warnings.map(warning => ({ ...warning, message: hide(warning.message) })) ?? [],
  };
  const suite = tests?.shard && { suite: tests.shard.suite };
  return { leg, tests: results ? testsOf(results, hide) : [], ...suite };
}

/** What the leg has pushed for its platform, if it has. */
function imageOf({ shared, plan }: Outcome): { image?: LegImage } {
  const { outcome, digest, platforms: [platform] = [] } = shared?.published ?? {};
  if (outcome !== 'part' || digest === undefined || platform === undefined || !plan?.share) return {};
  const { image: name, version } = plan.share;
  return { image: { name, version: version.version, platform, digest } };
}

/** That the image of a leg is pushed, but can't be published with those of others. */
export function unpublishableSentence(trouble: string): Sentence {
  return `The image of this job is in the registry, but can't be published with those of others, as no artifact could be uploaded that names it: ${shortly(trouble)}. Re-run this job; on a server without artifacts, as GitHub Enterprise Server is, publish from a single job.`;
}

/** The leg's own page where a report of all follows: a line with its numbers. */
export function legLine(outcome: Outcome, isRed: boolean): string {
  return `${headlineOf(outcome, isRed)}<p>The rest is on the page of the job that reports on all legs.</p>\n\n`;
}

/** What is said where nothing could be left, which changes nothing for the leg. */
export function unleftSentence(trouble: string): Sentence {
  return `The report of all legs will lack this one, as its artifact could not be uploaded: ${shortly(trouble)}.`;
}

function shortly(trouble: string): string {
  const [line = ''] = withoutQueries(plain(trouble)).split('\n', 1);
  return line.replace(/\.$/, '').slice(0, 300);
}

/** Whether the report of all has all that the leg's own page would: its tests ran, and nothing else is wrong. */
export function isAllInReport({ tests, error, dev, share, shared, isCancelled }: Outcome): boolean {
  const isElse = error !== undefined || dev?.failure !== undefined || share !== undefined || shared !== undefined;
  return tests !== undefined && hasPytest(tests) && !isElse && !isCancelled;
}

function failureOf(failure: Failure, outcome: Outcome, hide: (text: string) => string): LegFailure {
  const { path: _, ...rest } = failure;
  const file = inRepository(fileOf(failure, outcome), outcome);
  const texts = { message: hide(failure.message), traceback: hide(failure.traceback) };
  return { ...rest, ...texts, ...(file === undefined ? {} : { file }) };
}

function testsOf({ outcomes, whys, timings }: TestResults, hide: (text: string) => string): Left['tests'] {
  return [...outcomes].map(([nodeId, outcome]) => {
    const timing = timings.get(nodeId);
    const why = outcome === 'skipped' || outcome === 'xfailed' ? whys.get(nodeId) : undefined;
    const reason = why === undefined ? {} : { reason: hide(why) };
    return { nodeId, outcome, ...reason, seconds: timing ? Number(secondsOf(timing).toFixed(6)) : 0 };
  });
}

/** Puts stars in the place of these values, and of the lines of those that have several. */
function hider(values: string[]): (text: string) => string {
  const lines = values.flatMap(value => [value, ...value.split(/\r?\n/)]);
  const secrets = [...new Set(lines)].filter(value => value.length >= LEAST_SECRET).sort((a, b) => b.length - a.length);
  return text => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '***'), text);
}
