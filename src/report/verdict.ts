import type { BuildFacts } from '../buildkit/facts.ts';
import type { BuildSecrets } from '../buildkit/secrets.ts';
import { refusal } from '../engine/trouble.ts';
import { input } from '../inputs/options.ts';
import type { MountFacts } from '../mount/facts.ts';
import {
  type Closed,
  type Elsewhere,
  endedEarly,
  type HiddenModule,
  hasFailures,
  type Obstacle,
  type TestFacts,
} from '../pytest/facts.ts';
import type { Counts, TestResults } from '../pytest/results.ts';
import { hiddenPackagesSentence } from '../pytest/workdir.ts';
import { plain, quoted } from '../text/plain.ts';
import { duration } from '../text/quantities.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';

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

const DOCKER_FAILED = 'Docker could not start the container';

/** What it means when not pytest chose the exit code. */
const OTHER_ENDINGS: Record<number, Sentence> = {
  125: DOCKER_FAILED,
  126: 'pytest is in the dev image but can not be executed: check the permissions of its file',
  127: 'pytest is not on the PATH of the dev image: add it to your packages, with a line "pytest" in requirements.txt, with "uv add --dev pytest" or "poetry add --group dev pytest", or add the folder that has it to PATH with ENV',
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
  return sentence`${ending(tests)}${counts ? ` (${counts})` : ''}.`;
}

/** `2 failed, 40 passed`, in pytest's words; empty if nothing was counted. */
export function countsInWords(counts: Counts): string {
  return COUNT_WORDS.filter(([name]) => counts[name] > 0)
    .map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`)
    .join(', ');
}

function ending(tests: TestFacts): Sentence {
  const { exitCode, results, lastWords } = tests;
  if (tests.stoppedAfter !== undefined)
    return `The tests were stopped after ${duration(tests.stoppedAfter)}, as timeout-minutes says${during(results)}`;
  if (exitCode === null) return `The test run was ended from outside${during(results)}`;
  if (tests.isOutOfMemory)
    return sentence`The tests ran out of memory, and the kernel killed them: run fewer at once, or ${words.moreMemory}${during(results)}`;
  if (tests.obstacle && results.pytest === undefined) return obstacleSentence(tests.obstacle);
  if (endedEarly(tests)) return `The interpreter ended before pytest was done${during(results)}`;
  if (exitCode === 0 && hasFailures(tests))
    return `Tests failed, although the exit code is 0: something hides pytest's own`;
  if (exitCode === 1 && results.exitStatus === 1 && !hasFailures(tests))
    return sentence`No test failed, but pytest ended with exit code 1: a plugin wanted it so, as pytest-cov does below --cov-fail-under; ${words.seeLogsEnd}`;
  const pytests = PYTEST_ENDINGS[exitCode];
  // pytest says at its end which code it means: another code, or none, was somebody else's.
  if (pytests && (results.pytest === undefined || results.exitStatus === exitCode))
    return sentence`${pytests}${pytestsReason(tests)}`;
  if (exitCode === 125 && results.pytest === undefined) return `${DOCKER_FAILED}${reason(lastWords)}`;
  const program = unstartable(tests);
  if (results.pytest === undefined && program !== undefined && program !== 'pytest') {
    return `The dev image's ENTRYPOINT ${quoted(plain(program))} ${exitCode === 126 ? 'can not be executed' : 'is not in it, or what its first line names is not'}: correct the ENTRYPOINT in the dev stage, or remove it`;
  }
  const { exitStatus } = results;
  const other = OTHER_ENDINGS[exitCode];
  // pytest was done, and its interpreter did not crash at its end.
  if (exitStatus !== undefined && exitStatus !== exitCode && (!other || exitCode < 128)) {
    return sentence`${PYTEST_ENDINGS[exitStatus] ?? `pytest ended with exit code ${exitStatus}`}, but what ran after pytest ended with exit code ${exitCode}; ${words.seeLogsEnd}`;
  }
  if (results.pytest === undefined && other) return other;
  // With pytest running, these are no longer docker's to choose.
  if ((exitCode >= 125 && exitCode <= 127) || !other)
    return `pytest ended with exit code ${exitCode}${during(results)}`;
  return sentence`${other}${during(results)}`;
}

/** Why pytest gave up, in its own words, where no failure of a file or test shows it. */
function pytestsReason({ exitCode, results, lastWords }: TestFacts): string {
  const usage = /^(?:\S+: error: |ERROR: (?!usage)|E {3,})(.+)$/gm;
  const said = exitCode === 4 ? [...plain(lastWords).matchAll(usage)].at(-1)?.[1] : results.stopped;
  return said && results.failures.length === 0 ? `; it said ${quoted(plain(said))}` : '';
}

/** What the container's init process could not start; the image's ENTRYPOINT comes before pytest. */
function unstartable({ exitCode, lastWords }: TestFacts): string | undefined {
  return exitCode === 126 || exitCode === 127 ? /\bexec (\S+) failed: /.exec(lastWords)?.[1] : undefined;
}

function reason(lastWords: string): string {
  const said = refusal(plain(lastWords));
  return said === '' ? '' : `: ${said}`;
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

/** What is wrong and how to mend it, in one sentence. */
export function hiddenModuleSentence({ name, folder, deeper }: HiddenModule, workdir = ''): Sentence {
  if (deeper !== undefined) {
    const place = `${workdir}/${deeper}`;
    return sentence`The tests can't import ${name}: the dev image has it in ${folder}, but the ${words.checkout} that is mounted at ${workdir} has it in ${deeper}, one folder deeper. Set ${input('env')} to "PYTHONPATH=${place}"; or let the image have it there too, with "COPY ${deeper} ${deeper}" and "ENV PYTHONPATH=${place}" in the dev stage.`;
  }
  return sentence`The tests can't import ${name}: the dev image has it in ${folder}, which the mounted ${words.checkout} hides. Install it to where the packages are ("RUN pip install ." in the dev stage), or build it in a folder outside of WORKDIR.`;
}
