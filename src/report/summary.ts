import type { CachePlan } from '../cache/plan.ts';
import { hasFailed, hasPytest, hiddenStatus, type TestFacts } from '../pytest/facts.ts';
import { byteLength } from '../text/plain.ts';
import { duration } from '../text/quantities.ts';
import { render } from '../text/sentence.ts';
import { findCures } from './cures.ts';
import { block, inline, makeRoom } from './html.ts';
import type { Annotation, Outcome } from './outcome.ts';
import { unpublishedSentence } from './publishing.ts';
import { failureBlocks, flakyTests, repeatCommands } from './summary-failures.ts';
import { runDetails } from './summary-run.ts';
import { publication } from './summary-share.ts';
import { skippedTests, slowestTests, warningsByMessage } from './summary-tests.ts';
import { countsInWords, testSentence } from './verdict.ts';

/** What makes the step fail: red tests, and what else does. */
type Problems = { tests: Annotation[]; others: Annotation[] };

/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 900 * 1024;

/**
 * The job page: did it pass, what broke, how to repeat it, what is flaky and slow, where the time went. At most 900 KiB:
 * skipped tests, warnings, slow tests and tracebacks are left out in this order, counts and the names of failing tests
 * never. Foreign text stands in HTML only.
 */
export function renderSummary(outcome: Outcome, problems: Problems, notices: string[]): string {
  const { tests } = outcome;
  const top = [
    headlineOf(outcome, problems.tests.length + problems.others.length > 0),
    comparedWith(outcome),
    ...problems.others.map(problem => block(problem.message)),
    ...findCures(outcome).map(
      ({ sentence, lines }) =>
        `<p>💡 ${inline(render(sentence, 'job', outcome.settings))}</p>${lines.length > 0 ? block(lines.join('\n')) : '\n\n'}`,
    ),
  ].join('');
  const isLimited = tests?.results.isUnknown && !hasFailed(tests) && !outcome.isCancelled;
  const limit = isLimited ? [render(testSentence(tests), 'job', outcome.settings)] : [];
  const middle = [
    repeatCommands(outcome),
    ...[...limit, ...notices].map(notice => `<p>ℹ️ ${inline(notice)}</p>\n\n`),
  ].join('');
  const unpublished = unpublishedSentence(outcome);
  const outlook = unpublished ? `<p>📦 ${inline(render(unpublished, 'job', outcome.settings))}</p>\n\n` : '';
  const bottom = [outlook, publication(outcome), runDetails(outcome, cacheFacts(outcome))].join('');
  const room = makeRoom(MOST_BYTES - byteLength(top + middle + bottom));
  const failures =
    tests && tests.results.failures.length > 0
      ? failureBlocks(outcome, tests, room)
      : problems.tests.map(problem => `<p>${inline(problem.message)}</p>\n\n`).join('');
  const sections = tests
    ? [
        flakyTests(tests.results),
        slowestTests(tests.results, outcome.plan?.report.slowest ?? 0, outcome.comparison),
        warningsByMessage(tests.results),
        skippedTests(tests.results),
      ].filter(section => room.take(byteLength(section)))
    : [];
  return [top, failures, middle, ...sections, bottom].join('');
}

/** The first line of the page: whether the leg is red, and its numbers. */
export function headlineOf({ leg, tests, isCancelled, plan, image, settings }: Outcome, isRed: boolean): string {
  const mark = isCancelled ? '🚫' : isRed ? '❌' : '✅';
  const flaky = tests?.results.flaky.length ?? 0;
  const counts = tests
    ? [countsInWords(tests.results.counts), ...(flaky > 0 ? [`${flaky} flaky`] : [])].join(', ')
    : '';
  // Of a run that crashed, or that a plugin made red, the numbers alone would look green.
  const exit =
    tests && hasFailed(tests) && tests.results.failures.length === 0 ? [exitInWords(tests)].filter(part => part) : [];
  const result = isCancelled
    ? 'cancelled'
    : tests
      ? counts || exit.length > 0
        ? [...exit, ...(counts ? [counts] : [])].join(', ')
        : inline(render(testSentence(tests), 'job', settings))
      : image
        ? 'the tests were not run'
        : plan
          ? 'the image was not built'
          : 'nothing was run';
  const time = tests ? ` · ${duration(tests.seconds)}` : '';
  return `<h3>${mark} pytest${leg === '' ? '' : ` (${inline(leg)})`}: ${result}${time}</h3>\n\n`;
}

/** What is new since the default branch's last run; nothing where nothing is. */
function comparedWith({ comparison, plan, tests }: Outcome): string {
  if (!comparison || !tests) return '';
  const { newFailures, fixed, added, slower, change, sha } = comparison;
  const isRed = tests.results.failures.length > 0;
  const news = [
    newFailures.size > 0 || isRed ? some(newFailures.size, 'new failure') : '',
    fixed > 0 ? `${fixed} fixed` : '',
    added > 0 ? some(added, 'new test') : '',
    slower.length > 0 ? `${some(slower.length, 'test')} much slower` : '',
    Math.abs(change) >= 1 && Math.abs(change) > tests.results.testSeconds / 5
      ? `${duration(Math.abs(change))} ${change > 0 ? 'slower' : 'faster'}`
      : '',
  ].filter(part => part !== '');
  if (news.length === 0) return '';
  const branch = inline(plan?.baseline?.branch ?? '');
  return `<p>Compared with <code>${branch}</code> (${inline(sha.slice(0, 7))}): ${news.join(' · ')}</p>\n\n`;
}

/** `no new failure`, `1 new failure`, `2 new failures`. */
function some(count: number, noun: string): string {
  return `${count || 'no'} ${noun}${count > 1 ? 's' : ''}`;
}

/** The sentence about it stands below. */
function exitInWords(tests: TestFacts): string {
  const { exitCode, stoppedAfter } = tests;
  if (stoppedAfter !== undefined) return 'out of time';
  if (!hasPytest(tests)) return 'did not run';
  if (tests.results.isUnknown && exitCode === 1) return '';
  const code = hiddenStatus(tests) ?? exitCode;
  return code === null || code === 0 ? 'not finished' : `exit code ${code}`;
}

function cacheFacts({ plan, mounted, restored, saved }: Outcome): string {
  if (!plan) return '';
  if ('off' in plan.cache) return `<p>Cache: off; ${inline(plan.cache.off)}.</p>\n\n`;
  if (mounted?.isUsed)
    return `<p>Cache: <code>${inline(mounted.key ?? '')}</code>, mounted while it was downloaded.</p>\n\n`;
  const keys = [saved?.run?.key, saved?.build?.key].filter(key => key !== undefined);
  const kept = keys.length > 0 ? `; saved as ${keys.map(key => `<code>${inline(key)}</code>`).join(' and ')}` : '';
  const why = 'off' in plan.mount ? ` The image was not mounted: ${inline(plan.mount.off)}.` : '';
  const { restore, requirementsFrom } = plan.cache;
  const isUsual = ['', 'requirements.txt'].includes(requirementsFrom);
  const from = isUsual ? '' : ` In its key, ${inline(requirementsFrom)} stands for the requirements.`;
  return `<p>Cache: ${whatWasFound(restore, restored)}${kept}.${from}${why}</p>\n\n`;
}

function whatWasFound(restore: CachePlan['restore'], restored: Outcome['restored']): string {
  if (restore === 'no') return "not read, as the workflow's cache-mode says";
  if (!restored?.key) return 'no entry was there';
  const key = `<code>${inline(restored.key)}</code>`;
  const from = restored.isExact ? '' : ', made from other requirements';
  if (restore === 'lookup') return `${key}${from} is there, and was not used for what is published`;
  return restored.entry ? `${key} restored${from}` : `${key} could not be used`;
}
