// The part of the summary that tells what broke, and how to repeat it.

import { join as shellLine, quote as shellWord } from 'shlex';
import type { TestFacts } from '../pytest/facts.ts';
import type { Failure, TestResults } from '../pytest/results.ts';
import { byteLength, shortened } from '../text/plain.ts';
import { duration } from '../text/quantities.ts';
import { render } from '../text/sentence.ts';
import { errorLine, fileOf, inRepository } from './annotations.ts';
import { block, folded, inline, inlineWithin, linkToLine, type Room, table } from './html.ts';
import type { Outcome } from './outcome.ts';
import { failingTests, pathInClone, testLine } from './repeat.ts';
import { testSentence } from './verdict.ts';

const MOST_TRACEBACK_CHARACTERS = 8000;
/** For the names of all failing tests together. */
const MOST_NAMES_BYTES = 500_000;
const MOST_NAME_BYTES = 400;

/** What is said of a failure that is not the test's own. */
export const PHASES: Record<Failure['phase'], string> = {
  collect: 'could not be collected',
  setup: 'error at setup',
  call: '',
  teardown: 'error at teardown',
};

/** Failures with their tracebacks, the first one open, as far as the room goes; of the others the names. */
export function failureBlocks(outcome: Outcome, tests: TestFacts, room: Room): string {
  const { failures, counts } = tests.results;
  const sentence =
    tests.exitCode === 1 ? '' : `<p>${inline(render(testSentence(tests), 'job', outcome.settings))}</p>\n\n`;
  const nameBytes = Math.min(MOST_NAME_BYTES, Math.floor(MOST_NAMES_BYTES / failures.length));
  const names = failures.map(({ nodeId }) => `<code>${inlineWithin(nodeId, nameBytes)}</code><br>`);
  // There is room for all names; a name gives its own back to the block that tells more.
  room.take(byteLength(sentence + names.join('')) + 500);
  const blocks: string[] = [];
  for (const failure of failures) {
    const next = oneFailure(failure, outcome, blocks.length === 0);
    if (!room.take(Math.max(0, byteLength(next) - byteLength(names[blocks.length] ?? '')))) break;
    blocks.push(next);
  }
  const rest = names.slice(blocks.length);
  const left = counts.failed + counts.errors - failures.length;
  return [
    sentence,
    ...blocks,
    rest.length > 0 ? folded(`❌ ${rest.length} more, whose tracebacks are in the log`, `<p>${rest.join('')}</p>`) : '',
    left > 0 ? `<p>${left} more in the log.</p>\n\n` : '',
  ].join('');
}

function oneFailure(failure: Failure, outcome: Outcome, isOpen: boolean): string {
  const title = [
    `❌ <code>${inlineWithin(failure.nodeId, MOST_NAME_BYTES)}</code>`,
    PHASES[failure.phase],
    outcome.comparison?.newFailures.has(failure.nodeId) ? 'new' : '',
    placeOf(failure, outcome),
    failure.seconds === undefined || failure.seconds < 0.1 ? '' : duration(failure.seconds),
  ].filter(part => part !== '');
  const text = shortened(failure.traceback || failure.message, MOST_TRACEBACK_CHARACTERS);
  return folded(title.join(' · '), block(text), isOpen);
}

/** The line, linked to the file on the server where that is known. */
function placeOf(failure: Failure, outcome: Outcome): string {
  if (failure.line === undefined) return '';
  const inCheckout = fileOf(failure, outcome);
  const linked = inRepository(inCheckout, outcome);
  const file = linked ?? inCheckout;
  const isOfTest =
    file === undefined || failure.nodeId.startsWith(file) || file.endsWith(failure.nodeId.split('::')[0] ?? '');
  const words = isOfTest ? `line ${failure.line}` : `${inline(file)}, line ${failure.line}`;
  return linkToLine(words, linked, failure.line, outcome.source);
}

/** Tests that failed, and passed when they were repeated. */
export function flakyTests({ flaky }: TestResults): string {
  if (flaky.length === 0) return '';
  const rows = flaky.map(test => [
    `<code>${inlineWithin(test.nodeId, MOST_NAME_BYTES)}</code>`,
    `passed on try ${test.reruns + 1}`,
    inlineWithin(errorLine(test), 1000),
  ]);
  return folded(`🔁 ${flaky.length} flaky`, `\n\n${table(rows)}`);
}

/** What to type to run the first failing test on one's own machine; nothing where none failed. */
export function repeatCommands(outcome: Outcome): string {
  const { tests, plan, image } = outcome;
  if (!tests || tests.results.failures.length === 0 || !plan || !image) return '';
  const failing = failingTests(outcome).slice(0, 1);
  const context = pathInClone(outcome.context, outcome);
  const dockerfile = pathInClone(outcome.dockerfile, outcome);
  const standard = context === '.' ? 'Dockerfile' : `${context}/Dockerfile`;
  const file = dockerfile === standard ? '' : `--file ${shellWord(dockerfile)} `;
  const values = plan.dev.buildArguments.map(pair => `--build-arg ${shellWord(pair)} `).join('');
  // Without a source, Docker takes a variable or a file of that name.
  const ids = plan.dev.secrets.secrets.map(({ id }) => `--secret id=${id} `).join('');
  const folder = context === '.' ? '"$PWD"' : `"$PWD"/${shellWord(context)}`;
  const inside = plan.test.folder === '' ? '' : `--workdir ${shellWord(`${image.workdir}/${plan.test.folder}`)} `;
  const commands = [
    testLine(failing, outcome, false),
    '',
    '# or, with Docker alone:',
    `docker build ${file}${values}${ids}--target ${shellWord(plan.dev.stage)} --tag dev ${shellWord(context)}`,
    `docker run --rm --volume ${folder}:${shellWord(image.workdir)} ${inside}${plan.test.isBare ? "--entrypoint '' " : ''}dev ${shellLine(['pytest', ...failing])}`,
  ];
  return folded('💻 Run it on your machine', block(commands.join('\n')));
}
