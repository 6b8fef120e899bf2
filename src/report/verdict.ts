import type { BuildFacts } from '../buildkit/facts.ts';
import type { BuildSecrets } from '../buildkit/secrets.ts';
import { input } from '../inputs/options.ts';
import type { MountFacts } from '../mount/facts.ts';
import {
  type Closed,
  type Elsewhere,
  endedEarly,
  type HiddenModule,
  hasFailures,
  hasPytest,
  hiddenStatus,
  type Obstacle,
  type TestFacts,
} from '../pytest/facts.ts';
import { type Counts, type TestResults, totalOf } from '../pytest/results.ts';
import { hiddenPackagesSentence } from '../pytest/workdir.ts';
import { commandLine } from '../text/command-line.ts';
import { plain, quoted } from '../text/plain.ts';
import { duration } from '../text/quantities.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import { notRunSentence } from './not-run.ts';

/** What pytest's own exit codes mean (pytest: `ExitCode`). */
const PYTEST_ENDINGS: Record<number, Sentence> = {
  0: 'All tests passed',
  1: 'Tests failed',
  2: 'pytest stopped before it was through: files could not be collected, or something interrupted it',
  3: sentence`pytest had an internal error: ${words.seeLog}`,
  4: 'pytest could not start: check pytest-args, the pytest configuration and conftest.py',
  5: 'No tests were collected: name files test_*.py and functions test_*, or check testpaths and pytest-args',
  6: 'There were more warnings than --max-warnings allows',
};

const COULD_NOT_START = 4;

/** What it means when a signal chose the exit code. */
const OTHER_ENDINGS: Record<number, Sentence> = {
  132: 'The interpreter met an instruction that this processor does not have (SIGILL): a package was built for another one',
  134: sentence`The interpreter gave up (SIGABRT): ${words.seeLog}`,
  135: sentence`The interpreter touched memory that is not there (SIGBUS): shared memory may be too small, set ${input('shm-size')}, such as 1 GB`,
  137: sentence`The test run was killed, most likely for want of memory: run fewer tests at once, or ${words.moreMemory}`,
  139: 'The interpreter crashed (segmentation fault) in native code',
  143: 'The test run was ended from outside (SIGTERM)',
};

const COUNT_WORDS: [keyof Counts, string, string][] = [
  ['failed', 'failed', 'failed'],
  ['errors', 'error', 'errors'],
  ['passed', 'passed', 'passed'],
  ['skipped', 'skipped', 'skipped'],
  ['xfailed', 'xfailed', 'xfailed'],
  ['xpassed', 'xpassed', 'xpassed'],
  ['deselected', 'deselected', 'deselected'],
  ['reruns', 'rerun', 'rerun'],
  ['warnings', 'warning', 'warnings'],
];

/** How the tests went, in one sentence. */
export function testSentence(tests: TestFacts): Sentence {
  const counts = countsInWords(tests.results.counts);
  const without = tests.leftOut
    ? `; its ENTRYPOINT ${quoted(commandLine(tests.leftOut))} did not start pytest, so they were run without it`
    : '';
  return sentence`${ending(tests)}${limit(tests)}${without}${counts ? ` (${counts})` : ''}.`;
}

/** `2 failed, 40 passed`, in pytest's words; empty if nothing was counted. */
export function countsInWords(counts: Counts): string {
  return COUNT_WORDS.filter(([name]) => counts[name] > 0)
    .map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`)
    .join(', ');
}

/** The numbers of tests as outputs, empty where they are not known. */
export function numbersOf(counts: Counts, isCounted: boolean): Record<NumberOutput, string> {
  const all = { ...counts, total: totalOf(counts) };
  const text = (name: NumberOutput): string => (isCounted ? String(all[name]) : '');
  return {
    total: text('total'),
    passed: text('passed'),
    failed: text('failed'),
    errors: text('errors'),
    skipped: text('skipped'),
    xfailed: text('xfailed'),
    xpassed: text('xpassed'),
  };
}

export type NumberOutput = 'total' | 'passed' | 'failed' | 'errors' | 'skipped' | 'xfailed' | 'xpassed';

/** The plugin knows none before that. */
const OLDEST_PYTEST = 7;

/** Why there is less to tell than of others' runs; nothing where there isn't. */
function limit({ results, sign, exitCode }: TestFacts): string {
  if (results.isUnknown) {
    const isOld = Number.parseInt(results.pytest ?? '', 10) < OLDEST_PYTEST;
    const what = isOld ? `too old for a report, which needs ${OLDEST_PYTEST} or newer` : 'newer than the report knows';
    return `; pytest ${plain(results.pytest ?? '')} is ${what}, so there are its numbers alone`;
  }
  if (results.pytest !== undefined || sign !== 'run' || exitCode === null) return '';
  return "; pytest ran without the report's plugin, which PYTHONPATH and DEV_IN_DOCKER_RESULTS bring, so the exit code alone tells how it went";
}

function ending(tests: TestFacts): Sentence {
  const { exitCode, results } = tests;
  const then = hasPytest(tests) ? during(results) : sentence`; ${notRunSentence(tests)}`;
  if (tests.stoppedAfter !== undefined)
    return sentence`The tests were stopped after ${duration(tests.stoppedAfter)}, as timeout-minutes says${then}`;
  if (exitCode === null) return sentence`The test run was ended from outside${then}`;
  if (tests.isOutOfMemory)
    return sentence`The tests ran out of memory, and the kernel killed them: run fewer at once, or ${words.moreMemory}${during(results)}`;
  if (tests.obstacle && !hasPytest(tests)) return obstacleSentence(tests.obstacle);
  const other = OTHER_ENDINGS[exitCode];
  // What a signal ended may have been anything that the ENTRYPOINT started.
  if (!hasPytest(tests)) return tests.entrypoint.length === 0 && other ? other : notRunSentence(tests);
  return exitCode === 0 ? ofZero(tests) : ofPytest(exitCode, tests);
}

/** Of a pytest that is not content, or did not live to tell. */
function ofPytest(exitCode: number, tests: TestFacts): Sentence {
  const { results } = tests;
  if (exitCode === 1 && results.exitStatus === 1 && !hasFailures(tests) && results.isCounted)
    return sentence`No test failed, but pytest ended with exit code 1: a plugin wanted it so, as pytest-cov does below --cov-fail-under; ${words.seeLogsEnd}`;
  // Before it runs anything, pytest has 4 for what it can't do, or 3 for a plugin, and Python has 1 for what goes wrong.
  const isStart = results.pytest !== undefined && !results.hasRun && results.exitStatus === undefined;
  const couldNotStart = isStart && [1, 3, COULD_NOT_START].includes(exitCode);
  const misfit = couldNotStart && misfitSentence(tests);
  if (misfit) return misfit;
  const pytests = PYTEST_ENDINGS[couldNotStart ? COULD_NOT_START : exitCode];
  // pytest says at its end which code it means: another code, or none, was somebody else's.
  const isIts = results.pytest === undefined || results.exitStatus === exitCode || couldNotStart;
  if (pytests && isIts) return sentence`${pytests}${pytestsReason(tests)}`;
  const other = OTHER_ENDINGS[exitCode];
  const { exitStatus } = results;
  // pytest was done, and its interpreter did not crash at its end.
  if (exitStatus !== undefined && exitStatus !== exitCode && (!other || exitCode < 128)) {
    return sentence`${PYTEST_ENDINGS[exitStatus] ?? `pytest ended with exit code ${exitStatus}`}, but what ran after pytest ended with exit code ${exitCode}; ${words.seeLogsEnd}`;
  }
  return sentence`${other ?? `pytest ended with exit code ${exitCode}`}${during(results)}`;
}

/** An exit code of 0 does not mean that all is well. */
function ofZero(tests: TestFacts): Sentence {
  const { results, wanted, shard } = tests;
  if (endedEarly(tests)) return `The interpreter ended before pytest was done${during(results)}`;
  if (hasFailures(tests))
    return sentence`Tests failed, and dev-in-docker counts them although the exit code is 0: something hides pytest's own. ${words.letFailuresPass}`;
  const hidden = hiddenStatus(tests);
  if (hidden !== undefined)
    return `The exit code is 0, but pytest's own was ${hidden}, which something hides: see its output`;
  if (wanted)
    return sentence`The whole suite ran in place of shard ${wanted.index}/${wanted.total}, as pytest ran without the plugin that picks a shard's tests: it needs pytest ${OLDEST_PYTEST} or newer, and a Python that is not isolated (-I, tox)`;
  if (shard && shard.facts.collected > 0 && shard.facts.kept === 0)
    return `This shard has no tests, as the suite has ${shard.facts.collected} for ${shard.facts.total} shards`;
  const isNone = results.pytest === undefined ? tests.sign !== 'run' : results.isCounted || !results.hasRun;
  return isNone && totalOf(results.counts) === 0 ? 'No tests were run' : 'All tests passed';
}

/** Which plugin takes arguments that its hooks have no more, and the cure; nothing if none does. */
function misfitSentence({ lastWords, results }: TestFacts): Sentence | undefined {
  const [, plugin] = /\bPluginValidationError: [Pp]lugin '?([^'\n]+?)'? for hook /.exec(plain(lastWords)) ?? [];
  return plugin === undefined
    ? undefined
    : sentence`The plugin ${quoted(plugin)} does not fit pytest ${plain(results.pytest ?? '')}: update its package, remove it, or pin an older pytest`;
}

/** Why pytest gave up, in its own words, where no failure of a file or test shows it. */
function pytestsReason({ exitCode, results, lastWords, command, entrypoint }: TestFacts): Sentence {
  const usage = /^(?:\S+: error: |ERROR: (?!usage)|E {3,}|(?:\w+\.)*\w+(?:Error|Exception|Failure): )(.+)$/gm;
  const isStart = exitCode === COULD_NOT_START || !results.hasRun;
  const said = isStart ? [...plain(lastWords).matchAll(usage)].at(-1)?.[1] : results.stopped;
  if (!said || results.failures.length > 0) return '';
  const isMistaken = entrypoint.length > 0 && said === `file or directory not found: ${command[0]}`;
  const mistake = sentence`; the dev image's ENTRYPOINT ${quoted(commandLine(entrypoint))} gets ${quoted(commandLine(command))} as its arguments: ${words.noEntrypoint}`;
  return sentence`; it said ${quoted(plain(said))}${isMistaken ? mistake : ''}`;
}

function during({ lastStarted }: TestResults): string {
  return lastStarted === undefined ? '' : `; it was running ${quoted(plain(lastStarted))}`;
}

/** Why a stage does not build, in one sentence, and one more for secrets that were empty. */
export function buildSentence({ stage, failure }: BuildFacts, dockerfile: string, secrets?: BuildSecrets): Sentence {
  const place = failure?.line === undefined ? dockerfile : `${dockerfile}, line ${failure.line}`;
  const culprit = failure?.instruction ? `: ${quoted(plain(failure.instruction))} failed` : '';
  return sentence`The ${stage} stage does not build${culprit} (${place}).${secrets ? missingSecrets(secrets) : ''}`;
}

function missingSecrets({ secrets, isAgentMissing }: BuildSecrets): Sentence {
  const empty = secrets.filter(({ isEmpty }) => isEmpty).map(({ id }) => id);
  const [subject, verb] = empty.length === 1 ? ['secret', 'was'] : ['secrets', 'were'];
  const ofSecrets =
    empty.length === 0 ? '' : sentence` The ${subject} ${empty.join(', ')} ${verb} empty: ${words.whyEmpty}.`;
  const ofAgent = isAgentMissing ? sentence` There was no SSH agent for ${input('ssh')}: ${words.startAgent}.` : '';
  return sentence`${ofSecrets}${ofAgent}`;
}

/** Why a dev image that was cached is not the one that was tested, in one sentence. */
export function mountSentence({ key, trouble, isOutdated, hasStarted }: MountFacts): string {
  const built = hasStarted ? 'the tests were run once more, in an image that was built' : 'the image was built';
  if (isOutdated) return `${sentenceCase(trouble ?? '')} since the dev image was cached: ${built}.`;
  const what =
    key === undefined ? 'The cached dev image could not be looked up' : 'The cached dev image could not be used';
  return `${what} (${plain(trouble ?? '')}), which costs time only: ${built}.`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + plain(text).slice(1);
}

const CLOSED: Record<Closed, { subject: (path: string) => string; cure: string }> = {
  workdir: { subject: path => `WORKDIR ${path}`, cure: 'choose one that is open to all, such as /usr/src/app' },
  program: { subject: path => path, cure: 'install it in a folder that is open to all, such as /opt/venv' },
  interpreter: {
    subject: path => `The interpreter of the tests, ${path},`,
    cure: 'install it in a folder that is open to all, for uv with "ENV UV_PYTHON_INSTALL_DIR=/opt/python"',
  },
  packages: {
    subject: path => `The folder of packages ${path}`,
    cure: 'install it in a folder that is open to all, such as a virtual environment in /opt/venv',
  },
  file: { subject: path => path, cure: 'let the build put it in a folder that is open to all' },
};

/** Why the tests don't reach what the image has, and the cure, without a full stop. */
export function obstacleSentence(obstacle: Obstacle): Sentence {
  if (obstacle.kind === 'hidden') return hiddenPackagesSentence(obstacle.folder);
  const { subject, cure } = CLOSED[obstacle.what];
  const closed = plain(obstacle.folder);
  return `${subject(plain(obstacle.path))} can not be reached by the user of the tests (${obstacle.uid}), who may not enter ${closed}: ${cure}, or open that folder with "RUN chmod 755 ${closed}" in the dev stage`;
}

/** That the tests looked in their home for what the image has in another, and the cure. */
export function elsewhereSentence({ path, home }: Elsewhere): Sentence {
  return `The tests look for ${plain(path)} in their home; the dev image has it in ${plain(home)}, the home of who built it. Let the build put it in a folder that all may read, and that a variable names, such as ENV HF_HOME, NLTK_DATA, TORCH_HOME or PLAYWRIGHT_BROWSERS_PATH.`;
}

/** What is wrong and how to fix it, in one sentence. */
export function hiddenModuleSentence({ name, folder, deeper }: HiddenModule, workdir = ''): Sentence {
  if (deeper !== undefined) {
    const place = `${workdir}/${deeper}`;
    return sentence`The tests can't import ${name}: the dev image has it in ${folder}, but the ${words.checkout} that is mounted at ${workdir} has it in ${deeper}, one folder deeper. Set ${input('env')} to "PYTHONPATH=${place}"; or let the image have it there too, with "COPY ${deeper} ${deeper}" and "ENV PYTHONPATH=${place}" in the dev stage.`;
  }
  return sentence`The tests can't import ${name}: the dev image has it in ${folder}, which the mounted ${words.checkout} hides. Install it to where the packages are ("RUN pip install ." in the dev stage), or build it in a folder outside of WORKDIR.`;
}
