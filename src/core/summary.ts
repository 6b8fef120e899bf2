import type { Saved } from '../steps/cache.ts';
import type { MountFacts } from '../steps/mount.ts';
import { installHint } from './hints.ts';
import { block, duration, folded, inline, megabytes, shortened, table } from './markup.ts';
import type { Annotation, Outcome } from './outcome.ts';
import type { CachePlan } from './plan.ts';
import type { Failure } from './tests.ts';
import { byteLength } from './values.ts';
import { countsInWords, testSentence } from './verdict.ts';

/** What makes the step fail: red tests, and what else does. */
type Problems = { tests: Annotation[]; others: Annotation[] };

/** GitHub drops a summary of more than 1 MiB whole; this leaves room for the rest of it. */
const MOST_FAILURES_BYTES = 700_000;
const MOST_TRACEBACK_CHARACTERS = 8000;

/** The job page: result, what broke, where the time went, the cache, what was published. Foreign text stands in HTML only. */
export function renderSummary(outcome: Outcome, problems: Problems, notices: string[]): string {
  return [
    headline(outcome, problems),
    ...problems.others.map(problem => block(problem.message)),
    ...(hasFailures(outcome) ? [failures(outcome)] : problems.tests.map(problem => block(problem.message))),
    ...notices.map(notice => `<p>ℹ️ ${inline(notice)}</p>\n\n`),
    publication(outcome),
    folded('Where the time went', `\n\n${times(outcome)}${hint(outcome)}`),
    cacheFacts(outcome),
  ].join('');
}

function headline({ leg, tests, isCancelled, plan, image }: Outcome, problems: Problems): string {
  const isRed = problems.tests.length + problems.others.length > 0;
  const mark = isCancelled ? '🚫' : isRed ? '❌' : '✅';
  const counts = tests ? countsInWords(tests.results.counts) : '';
  const result = isCancelled
    ? 'cancelled'
    : tests
      ? counts || inline(testSentence(tests))
      : image
        ? 'the tests were not run'
        : plan
          ? 'the image was not built'
          : 'nothing was run';
  const time = tests ? ` · ${duration(tests.seconds)}` : '';
  return `<h3>${mark} pytest${leg === '' ? '' : ` (${inline(leg)})`}: ${result}${time}</h3>\n\n`;
}

function hasFailures({ tests }: Outcome): boolean {
  return (tests?.results.failures.length ?? 0) > 0;
}

/** The first failure open, the others folded, until the room is used up. */
function failures({ tests }: Outcome): string {
  if (!tests) return '';
  let text = tests.exitCode === 1 ? '' : `<p>${inline(testSentence(tests))}</p>\n\n`;
  let bytes = 0;
  let shown = 0;
  for (const failure of tests.results.failures) {
    const next = oneFailure(failure, shown === 0);
    bytes += byteLength(next);
    if (bytes > MOST_FAILURES_BYTES) break;
    text += next;
    shown++;
  }
  const left = tests.results.counts.failed + tests.results.counts.errors - shown;
  return left > 0 ? `${text}<p>${left} more in the log.</p>\n\n` : text;
}

function oneFailure(failure: Failure, isOpen: boolean): string {
  const phases = {
    collect: 'could not be collected',
    setup: 'error at setup',
    call: '',
    teardown: 'error at teardown',
  };
  const where = phases[failure.phase];
  const title = `❌ <code>${inline(failure.nodeId)}</code>${where ? ` · ${where}` : ''}${failure.line ? ` · line ${failure.line}` : ''}`;
  return folded(title, block(shortened(failure.traceback || failure.message, MOST_TRACEBACK_CHARACTERS)), isOpen);
}

function times({ mounted, restored, dev, share, tests, saved, published }: Outcome): string {
  const rows: [string, number | undefined, string][] = [
    [
      'Mount the dev image',
      mounted?.key ? mounted.seconds : undefined,
      mounted?.isUsed ? fetched(mounted) : 'not used',
    ],
    ['Restore the cache', restored?.seconds, restored?.bytes ? megabytes(restored.bytes) : ''],
    ['Build the dev stage', dev?.seconds, dev ? stepCount(dev.steps) : ''],
    ['Build the share stage', share?.seconds, ''],
    ['Run the tests', tests?.seconds, ''],
    ['Save the dev image, beside the tests', saved?.run?.seconds, sizeOf(saved?.run)],
    ['Save its first layers, beside the tests', saved?.build?.seconds, sizeOf(saved?.build)],
    ['Publish', published?.seconds, ''],
  ];
  return table(
    rows.flatMap(([what, seconds, more]) => (seconds === undefined ? [] : [[what, duration(seconds), more]])),
  );
}

function hint({ dev }: Outcome): string {
  const text = dev && installHint(dev.steps);
  return text ? `<p>💡 ${inline(text)}</p>\n\n` : '';
}

/** `5 of 6 steps cached`; the base image, which is pulled or there, is no step. */
function stepCount(steps: { name: string; isCached: boolean }[]): string {
  const own = steps.filter(step => !/^(?:\[[^\]]*\] )?FROM /.test(step.name));
  return `${own.filter(step => step.isCached).length} of ${own.length} steps cached`;
}

function sizeOf(saved: Saved | undefined): string {
  return saved?.bytes ? megabytes(saved.bytes) : '';
}

/** `31 of 214 MB while it was used; the tests waited 0.4 s for them`. */
function fetched({ figures }: MountFacts): string {
  if (!figures) return '';
  const { bytesFetched, bytes, secondsWaited } = figures;
  return `${megabytes(bytesFetched)} of ${megabytes(bytes)} downloaded while it was used; reads waited ${duration(secondsWaited)} for them`;
}

function cacheFacts({ plan, mounted, restored, saved }: Outcome): string {
  if (!plan) return '';
  if ('off' in plan.cache) return `<p>Cache: off; ${inline(plan.cache.off)}.</p>\n\n`;
  if (mounted?.isUsed)
    return `<p>Cache: <code>${inline(mounted.key ?? '')}</code>, mounted while it was downloaded.</p>\n\n`;
  const keys = [saved?.run?.key, saved?.build?.key].filter(key => key !== undefined);
  const kept = keys.length > 0 ? `; saved as ${keys.map(key => `<code>${inline(key)}</code>`).join(' and ')}` : '';
  const why = 'off' in plan.mount ? ` The image was not mounted: ${inline(plan.mount.off)}.` : '';
  return `<p>Cache: ${whatWasFound(plan.cache.restore, restored)}${kept}.${why}</p>\n\n`;
}

function whatWasFound(restore: CachePlan['restore'], restored: Outcome['restored']): string {
  if (restore === 'no') return "not read, as the workflow's cache-mode says";
  if (!restored?.key) return 'no entry was there';
  const key = `<code>${inline(restored.key)}</code>`;
  const from = restored.isExact ? '' : ', made from other requirements';
  if (restore === 'lookup') return `${key}${from} is there, and was not used for what is published`;
  return restored.entry ? `${key} restored${from}` : `${key} could not be used`;
}

function publication({ published, plan, image: dev }: Outcome): string {
  const image = dev ? `<p>Dev image <code>${inline(dev.id)}</code></p>\n\n` : '';
  if (!published || !plan?.share || !['published', 'already-there'].includes(published.outcome)) return image;
  const digest = published.digest ? ` · <code>${inline(published.digest)}</code>` : '';
  const verb = published.outcome === 'published' ? 'Published' : 'Already published from this commit:';
  const tags = plan.share.build.tags.map(tag => `<code>${inline(tag)}</code>`).join(', ');
  return `<p>📦 ${verb} ${tags}${digest}</p>\n\n${image}`;
}
