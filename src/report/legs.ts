// The report of all legs: facts → words.

import { type Gathered, type GatheredLeg, gatherNothing, labelOf } from '../legs/gather.ts';
import type { LegFailure } from '../legs/leg.ts';
import type { Comparison } from '../pytest/baseline.ts';
import { type Counts, secondsOf, sumOf } from '../pytest/results.ts';
import { byteLength, plain, shortened } from '../text/plain.ts';
import { duration } from '../text/quantities.ts';
import { errorLine, problemAnnotations } from './annotations.ts';
import { block, folded, inline, inlineWithin, linkToLine, makeRoom, table } from './html.ts';
import type { Annotation } from './outcome.ts';
import { countsInWords, numbersOf } from './verdict.ts';

/** What all legs come to. */
export type LegsOutcome = {
  all: Gathered;
  /** What is missing, does not fit together, or could not be read: sentences. */
  gaps: string[];
  comparison?: Comparison;
  /** Where the server shows the commit's files. */
  source?: string;
};

export type LegsReport = {
  conclusion: 'success' | 'failure';
  outputs: Record<string, string>;
  annotations: Annotation[];
  summary: string;
  lines: string[];
};

/** GitHub drops a summary of more than 1 MiB whole. */
const MOST_BYTES = 900 * 1024;
const MOST_NAME_BYTES = 400;
const MOST_GAP_BYTES = 4000;
const MOST_SLOWEST = 10;
const MOST_FLAKY = 50;
const TITLE = 'dev-in-docker report';

/** Makes the report: red if any leg is, or if anything is missing. Failing tests are annotated where they ran. */
export function makeLegsReport(outcome: LegsOutcome): LegsReport {
  const { all, gaps } = outcome;
  const red = all.legs.filter(({ conclusion, mayFail }) => conclusion === 'failure' && !mayFail);
  const isRed = red.length > 0 || gaps.length > 0;
  const redNames = red.map(labelOf).join(', ');
  const numbers = countsInWords(countsOf(all)) || 'no tests were run';
  const line = `${numbers} in ${inLegs(all.legs.length)}${red.length > 0 ? `; red: ${redNames}` : ''}`;
  return {
    conclusion: isRed ? 'failure' : 'success',
    outputs: outputsOf(outcome, isRed),
    annotations: problemAnnotations(isRed && gaps.length === 0 ? [`Red legs: ${redNames}.`] : gaps, TITLE),
    summary: summaryOf(outcome, isRed, numbers),
    lines: [plain(line), ...gaps.map(plain)],
  };
}

/** The report where it can't be known what there is, for a reason that is a sentence. */
export function withoutLegs(sentence: string): LegsReport {
  return {
    conclusion: 'failure',
    outputs: outputsOf({ all: gatherNothing(), gaps: [] }, true),
    annotations: problemAnnotations([sentence], TITLE),
    summary: `<h3>❌ pytest: nothing is known of any leg</h3>\n\n<p>${inline(plain(sentence))}</p>\n\n`,
    lines: [],
  };
}

function countsOf({ legs }: Gathered): Counts {
  return sumOf(legs.map(({ counts }) => counts));
}

function secondsOfSlowest({ legs }: Gathered): number {
  return Math.max(...legs.map(({ seconds }) => seconds));
}

function inLegs(count: number): string {
  return count === 1 ? '1 leg' : `${count} legs`;
}

/** The outputs that the action itself has of its tests, under the same names; numbers are of all legs together. */
function outputsOf({ all }: LegsOutcome, isRed: boolean): Record<string, string> {
  const isCounted = all.legs.length > 0 && all.legs.every(leg => leg.isCounted);
  return {
    conclusion: isRed ? 'failure' : 'success',
    ...numbersOf(countsOf(all), isCounted),
    flaky: isCounted ? String(all.legs.reduce((sum, { flaky }) => sum + flaky, 0)) : '',
    duration: all.legs.length > 0 ? secondsOfSlowest(all).toFixed(1) : '',
  };
}

/**
 * The page: did it pass, what is missing, each leg in a line, what broke and in which legs, what is flaky and slow. At most
 * 900 KiB: slow and flaky tests and tracebacks are left out in this order. Foreign text stands in HTML only.
 */
function summaryOf(outcome: LegsOutcome, isRed: boolean, numbers: string): string {
  const { all, gaps } = outcome;
  const seconds = all.legs.length > 0 ? ` · ${duration(secondsOfSlowest(all))}` : '';
  const top = [
    `<h3>${isRed ? '❌' : '✅'} pytest, ${inLegs(all.legs.length)}: ${numbers}${seconds}</h3>\n\n`,
    comparedWith(outcome),
    letPass(all),
    ...gaps.map(gap => `<p>❌ ${inlineWithin(gap, MOST_GAP_BYTES)}</p>\n\n`),
    all.legs.length > 0 ? table([['', 'leg', 'tests', 'time', 'runner', 'Python'], ...all.legs.map(rowOf)]) : '',
  ].join('');
  const room = makeRoom(MOST_BYTES - byteLength(top));
  return [
    top,
    failuresOf(outcome, room),
    ...[flakyOf(all), slowestOf(all)].filter(part => room.take(byteLength(part))),
  ].join('');
}

function rowOf(leg: GatheredLeg): string[] {
  const { shard, conclusion, sentence, exitCode } = leg;
  const empty = shard && shard.collected > 0 && shard.kept === 0 ? 'no tests, as there are fewer than shards' : '';
  const why = conclusion === 'failure' && leg.failures === 0 ? sentence || `exit code ${exitCode ?? 'unknown'}` : '';
  return [
    conclusion === 'success' ? '✅' : leg.mayFail ? '⚠️' : '❌',
    `<b>${inlineWithin(labelOf(leg), MOST_NAME_BYTES)}</b>`,
    [countsInWords(leg.counts) || empty, inlineWithin(why, 1000)].filter(part => part !== '').join('<br>') || 'none',
    duration(leg.seconds),
    inline(leg.runner),
    inline(leg.python ?? ''),
  ];
}

function comparedWith({ comparison }: LegsOutcome): string {
  if (!comparison) return '';
  const { newFailures, fixed, added, sha } = comparison;
  const news = [
    newFailures.size > 0 ? `${newFailures.size} newly failing` : '',
    fixed > 0 ? `${fixed} fixed` : '',
    added > 0 ? `${added} new` : '',
  ].filter(part => part !== '');
  if (news.length === 0) return '';
  return `<p>Compared with the default branch (${inline(sha.slice(0, 7))}): ${news.join(' · ')}</p>\n\n`;
}

/** Which red legs make nothing red. */
function letPass({ legs }: Gathered): string {
  const names = legs.filter(({ mayFail }) => mayFail).map(labelOf);
  if (names.length === 0) return '';
  return `<p>⚠️ Red, but their jobs succeeded, as <code>continue-on-error</code> has it: ${inlineWithin(names.join('; '), MOST_GAP_BYTES)}</p>\n\n`;
}

/** Each failure once, with the legs that it was in: those that all have first. */
function failuresOf({ all, comparison, source }: LegsOutcome, room: ReturnType<typeof makeRoom>): string {
  const failures = [...all.failures.values()].sort((a, b) => b.legs.length - a.legs.length);
  const blocks: string[] = [];
  const names: string[] = [];
  for (const { failure, legs } of failures) {
    const { nodeId, file, line } = failure;
    const place = line === undefined ? '' : linkToLine(`line ${line}`, file, line, source);
    const title = [
      `❌ <code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code>`,
      whereFailed(failure, legs, all),
      comparison?.newFailures.has(nodeId) ? 'new' : '',
      place,
    ].filter(part => part !== '');
    const text = shortened(failure.traceback || failure.message, 20_000);
    const next = folded(title.join(' · '), block(text), blocks.length === 0);
    if (room.take(byteLength(next))) blocks.push(next);
    else names.push(`<code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code><br>`);
  }
  const rest = names.filter(name => room.take(byteLength(name)));
  const left = names.length - rest.length;
  return [
    ...blocks,
    rest.length > 0
      ? folded(`❌ ${names.length} more, whose tracebacks are in the logs`, `<p>${rest.join('')}</p>`)
      : '',
    left > 0 ? `<p>${left} more in the logs.</p>\n\n` : '',
  ].join('');
}

/** In which legs; "only" where others ran the test as well. */
function whereFailed({ nodeId }: LegFailure, legs: string[], all: Gathered): string {
  if (legs.length === all.legs.length) return legs.length > 1 ? 'in all legs' : '';
  const runs = [...all.tests.values()].reduce((sum, tests) => sum + (tests.get(nodeId)?.runs ?? 0), 0);
  return `in ${inlineWithin(legs.join('; '), MOST_NAME_BYTES)}${legs.length === 1 && runs > 1 ? ' only' : ''}`;
}

function flakyOf({ flaky }: Gathered): string {
  if (flaky.size === 0) return '';
  const rows = [...flaky]
    .slice(0, MOST_FLAKY)
    .map(([nodeId, { message, legs }]) => [
      `<code>${inlineWithin(nodeId, MOST_NAME_BYTES)}</code>`,
      inlineWithin(legs.join('; '), MOST_NAME_BYTES),
      inlineWithin(errorLine({ message }), 1000),
    ]);
  return folded(`🔁 ${flaky.size} flaky`, `\n\n${table(rows)}`);
}

function slowestOf({ slowest }: Gathered): string {
  const shown = slowest.slice(0, MOST_SLOWEST).filter(test => secondsOf(test) >= 0.01);
  if (shown.length === 0) return '';
  const rows = shown.map(test => [
    `<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>`,
    duration(secondsOf(test)),
  ]);
  return folded(
    `🐢 ${shown.length === 1 ? 'The slowest test' : `The ${shown.length} slowest tests`}`,
    `\n\n${table(rows)}`,
  );
}
