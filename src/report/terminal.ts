// What a person reads at the end of a test run, below pytest's own words: what matters most comes last, where the eye is.

import { hasFailed, type TestFacts } from '../pytest/facts.ts';
import { type Failure, secondsOf, totalOf } from '../pytest/results.ts';
import { plain } from '../text/plain.ts';
import { duration } from '../text/quantities.ts';
import { render, type Sentence } from '../text/sentence.ts';
import { errorLine, fileOf } from './annotations.ts';
import { findCures } from './cures.ts';
import { gitDataSentences } from './git-data.ts';
import type { Outcome } from './outcome.ts';
import { failingTests, testLine } from './repeat.ts';
import { PHASES } from './summary-failures.ts';
import { countsInWords, testSentence } from './verdict.ts';

/** How what is shown. */
export type Look = {
  /** Whether only what went wrong is of interest. */
  isQuiet: boolean;
  style: (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string;
  /** How a file of the project, relative to its top folder, is called where one stands. */
  place: (file: string) => string;
};

const MOST_FAILURES = 20;
const MOST_FLAKY = 20;
const MOST_CHARACTERS = 200;
const MOST_SENTENCE_CHARACTERS = 1000;
/** Names of failing tests that one line repeats; of more, pytest itself knows which they were. */
const MOST_REPEATED = 5;
/** Seconds below which a test is not slow. */
const SLOW = 0.1;

/**
 * The lines about a test run: slow and flaky tests, notices, what failed, how to repeat that, the verdict. Where pytest was
 * asked for something else than a run, such as its help or a list of tests, only what its code left.
 */
export function terminalReport(outcome: Outcome, tests: TestFacts, notices: Sentence[], look: Look): string[] {
  const asNotice = (notice: Sentence) => look.style('yellow', oneSentence(notice, outcome));
  const { pytest, isCounted, hasRun, counts } = tests.results;
  const isRun = pytest === undefined ? tests.sign === 'run' : hasRun && !isCounted;
  if (!hasFailed(tests) && totalOf(counts) === 0 && !isRun) return gitDataSentences(outcome).map(asNotice);
  const lines = [
    look.isQuiet ? [] : slowest(outcome, tests, look),
    flaky(tests, look),
    notices.map(asNotice),
    failed(outcome, tests, look),
    repeated(outcome, tests, look),
    cures(outcome, look),
    [verdict(outcome, tests, look)],
  ].flatMap(section => (section.length === 0 ? [] : ['', ...section]));
  // What is above of a quiet run is the prompt.
  return look.isQuiet && !hasFailed(tests) ? lines.slice(1) : lines;
}

/** What came out, in one line; of a run that went wrong in another way than by red tests, how. */
function verdict(outcome: Outcome, tests: TestFacts, { style }: Look): string {
  const { results } = tests;
  const { counts, failures, flaky } = results;
  const isWhole = results.pytest !== undefined && !results.isUnknown;
  const isPytests = isWhole && tests.exitCode === 2 && failures.every(({ phase }) => phase !== 'collect');
  const isInterrupted = outcome.isCancelled || isPytests;
  const isRed = hasFailed(tests);
  const isTold = isInterrupted || (isWhole && (!isRed || (tests.exitCode === 1 && failures.length > 0)));
  const numbers = [countsInWords(counts), ...(flaky.length > 0 ? [`${flaky.length} flaky`] : [])].filter(
    part => part !== '',
  );
  const result = isTold
    ? `${isInterrupted ? 'Interrupted: ' : ''}${numbers.join(', ') || 'nothing was tested'} in ${duration(tests.seconds)}`
    : oneSentence(testSentence(tests), outcome);
  return isRed ? style('red', `✗ ${result}`) : style('green', `✓ ${result}`);
}

function slowest({ plan }: Outcome, { results }: TestFacts, { style }: Look): string[] {
  const shown = results.slowest.slice(0, plan?.report.slowest ?? 0).filter(test => secondsOf(test) >= SLOW);
  if (shown.length === 0) return [];
  const times = shown.map(test => duration(secondsOf(test)));
  const width = Math.max(...times.map(time => time.length));
  return [
    style('bold', shown.length === 1 ? 'Slowest test' : `Slowest ${shown.length} tests`),
    ...shown.map(({ nodeId }, index) => `  ${times[index]?.padStart(width)}  ${oneLine(nodeId)}`),
  ];
}

function flaky({ results }: TestFacts, { style }: Look): string[] {
  if (results.flaky.length === 0) return [];
  return [
    style('bold', 'Flaky: failed, and passed when repeated'),
    ...results.flaky
      .slice(0, MOST_FLAKY)
      .flatMap(test => [
        `  ${style('yellow', oneLine(test.nodeId))} ${style('dim', `passed on try ${test.reruns + 1}`)}`,
        `    ${oneLine(errorLine(test))}`,
      ]),
    ...left(results.flaky.length - MOST_FLAKY),
  ];
}

function failed(outcome: Outcome, { results }: TestFacts, look: Look): string[] {
  const { failures, counts } = results;
  if (failures.length === 0) return [];
  return [
    look.style('bold', 'Failed'),
    ...failures.slice(0, MOST_FAILURES).flatMap(failure => ofFailure(failure, outcome, look)),
    ...left(Math.max(failures.length, counts.failed + counts.errors) - MOST_FAILURES),
  ];
}

/** The line where it went wrong first, of which terminals make a link; then the test, and what went wrong. */
function ofFailure(failure: Failure, outcome: Outcome, { style, place }: Look): string[] {
  const file = fileOf(failure, outcome);
  const line = failure.line === undefined ? '' : `:${failure.line}`;
  const [ownFile = '', ...names] = failure.nodeId.split('::');
  const name = file?.endsWith(ownFile) ? names.join('::') : failure.nodeId;
  const words = [file === undefined ? '' : style('cyan', `${place(file)}${line}`), oneLine(name)];
  const error = oneLine(errorLine(failure));
  return [
    `  ${[...words, PHASES[failure.phase]].filter(word => word !== '').join('  ')}`,
    ...(error === '' ? [] : [`    ${style('red', error)}`]),
  ];
}

function repeated(outcome: Outcome, { results }: TestFacts, { style }: Look): string[] {
  const names = failingTests(outcome);
  if (names.length === 0) return [];
  const knowsLast = results.failures.length > MOST_REPEATED && results.remembers === true;
  const which = knowsLast ? ['--last-failed'] : names.slice(0, MOST_REPEATED);
  return [style('bold', 'Run only these again'), `  ${testLine(which, outcome, true)}`];
}

function cures(outcome: Outcome, { style }: Look): string[] {
  return findCures(outcome).flatMap(({ sentence, lines }) => [
    style('yellow', oneSentence(sentence, outcome)),
    ...lines.map(line => `  ${line}`),
  ]);
}

function left(count: number): string[] {
  return count > 0 ? [`  and ${count} more, above`] : [];
}

/** A sentence in a person's words, on one line. */
function oneSentence(sentence: Sentence, { settings }: Outcome): string {
  return oneLine(render(sentence, 'person', settings), MOST_SENTENCE_CHARACTERS);
}

/** Foreign text on one line, harmless to a terminal, and no longer than anybody reads. */
function oneLine(text: string, most = MOST_CHARACTERS): string {
  const flat = plain(text.replace(/\s+/g, ' ')).trim();
  return flat.length > most ? `${flat.slice(0, most).toWellFormed()}…` : flat;
}
