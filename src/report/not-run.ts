// What ended where pytest never began: it is not pytest's exit code then, whatever it is.

import { refusal } from '../engine/trouble.ts';
import { input } from '../inputs/options.ts';
import type { TestFacts } from '../pytest/facts.ts';
import { commandLine } from '../text/command-line.ts';
import { plain, quoted } from '../text/plain.ts';
import { type Sentence, sentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';

/** How docker's init process, shells and other programs say that they could not start one. */
const UNSTARTABLE = [
  /\bexec (\S+) failed: /,
  /\bexec: "?([^\s":]+)"?: (?:not found|permission denied|cannot execute|executable file not found)/i,
  /\bexec: line \d+: ([^\s:]+): (?:not found|permission denied)/i,
  /: (?:line )?\d+: ([^\s:]+): (?:command )?(?:not found|permission denied)/i,
  /\bFailed to spawn: `([^\s`]+)`/,
  /\bCommand not found: (\S+)/,
  /\bNo module named '?(pytest)\b/,
  /\bmake: ([^\s:]+): (?:No such file|Permission denied)/,
];

const MOST_CHARACTERS = 300;

/** How programs say that only root may do it, `su`, `runuser` and `sudo` among them. */
const ROOTS =
  /permission denied|operation not permitted|not permitted to|must be root|run as root|os error 13|non-root users|authentication failure|no new privileges/i;

/** Why pytest never began: what ended instead, what it said last, and the cure; without a full stop. */
export function notRunSentence(tests: TestFacts): Sentence {
  const { exitCode, lastWords } = tests;
  if (exitCode === 125) {
    const said = refusal(plain(lastWords));
    return `Docker could not start the container${said === '' ? '' : `: ${said}`}`;
  }
  const program = wasStopped(tests) || exitCode === 0 ? undefined : unstartable(lastWords);
  return (program !== undefined && ofProgram(program, tests)) || ofEnd(tests);
}

function wasStopped({ exitCode, stoppedAfter }: TestFacts): boolean {
  return exitCode === null || stoppedAfter !== undefined;
}

function unstartable(lastWords: string): string | undefined {
  const said = plain(lastWords);
  return UNSTARTABLE.map(pattern => pattern.exec(said)?.[1]).find(program => program !== undefined);
}

/** Of a program that could not be started; undefined where it is none that we know of. */
function ofProgram(program: string, { exitCode, command, entrypoint }: TestFacts): Sentence | undefined {
  const isThere = exitCode === 126;
  if (program === 'pytest') {
    return isThere
      ? 'pytest is in the dev image but can not be executed: check the permissions of its file'
      : 'pytest is not on the PATH of the dev image: add it to your packages, with a line "pytest" in requirements.txt, with "uv add --dev pytest" or "poetry add --group dev pytest", or add the folder that has it to PATH with ENV';
  }
  if (program === command[0]) {
    const how = isThere
      ? 'can not be executed there: let its file be executable, with "chmod +x"'
      : 'is not in the dev image, or what its first line names is not: install it in the dev stage';
    return sentence`${quoted(plain(program))}, which ${input('test-command')} starts, ${how}, or let pytest be started itself`;
  }
  if (program !== entrypoint[0]) return undefined;
  return `The dev image's ENTRYPOINT ${quoted(plain(program))} ${isThere ? 'can not be executed' : 'is not in it, or what its first line names is not'}: correct the ENTRYPOINT in the dev stage, or remove it`;
}

/** Of a program that ended, or was still there when the time was over. */
function ofEnd(tests: TestFacts): Sentence {
  const { exitCode, lastWords, command, entrypoint } = tests;
  const said = wordsOf(lastWords).at(-1)?.trim();
  const end = wasStopped(tests) ? 'was still running' : `ended with exit code ${exitCode}`;
  const how = `${end}${said ? `; it said "${lastOf(said)}"` : ''}`;
  const started = quoted(commandLine(command));
  if (entrypoint.length > 0) {
    const name = quoted(commandLine(entrypoint));
    return sentence`pytest did not run: the dev image's ENTRYPOINT ${name}, which gets ${started} as its arguments, ${how}. ${cureOfEntrypoint(tests)}, set it in the share stage only, or ${words.noEntrypoint}`;
  }
  if (command[0] === 'pytest') return `pytest did not run: what has its name in the dev image ${how}`;
  return sentence`pytest did not run: ${started} ${how}. ${cureOf(command)}`;
}

function cureOfEntrypoint({ entrypoint, lastWords }: TestFacts): string {
  if (ROOTS.test(lastWords)) return 'The tests do not run as root: let it do only as root what only root may';
  const [shell, option, line = ''] = entrypoint;
  const isIgnoring = shell === '/bin/sh' && option === '-c' && entrypoint.length === 3 && !/\$[@*\d]/.test(line);
  return isIgnoring
    ? 'Its shell form ignores them: write it as a list, with a program that ends in exec "$@"'
    : 'Let it end in exec "$@"';
}

/** The reason stands at the end of a long line. */
function lastOf(line: string): string {
  const flat = line.replace(/\s+/g, ' ');
  return flat.length > MOST_CHARACTERS ? `…${flat.slice(-MOST_CHARACTERS)}` : flat;
}

function cureOf([program = '', ...rest]: string[]): Sentence {
  if (/(?:^|\/)uv$/.test(program) && rest.includes('run')) {
    return sentence`Set "ENV UV_NO_SYNC=1" in the dev stage, so that uv leaves the packages there as they are, or let ${input('test-command')} be pytest`;
  }
  return sentence`Let it start pytest and show pytest's output, or let ${input('test-command')} be pytest`;
}

function wordsOf(text: string): string[] {
  return plain(text)
    .split('\n')
    .filter(line => line.trim() !== '');
}
