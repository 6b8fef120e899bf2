// By which lines of its output one knows pytest, where its plugin tells nothing.

import { plain } from '../text/plain.ts';

/**
 * That tests were run or looked for, to the end; that pytest has begun to; or that it was asked something, such as its
 * version, or could not be told what to do.
 */
export type Sign = 'run' | 'begun' | 'word';

/** From the weakest on. */
const STRENGTH: (Sign | undefined)[] = [undefined, 'word', 'begun', 'run'];

const HEADERS = [
  /^=+ test session starts =+$/i,
  /^platform \S+ -- Python \S+, pytest-\d/,
  // pytest-sugar's
  /^test session starts \(platform: /i,
];

/** All that it shows with -qq: how far it has come, and what went wrong. */
const PROGRESS = /^[.FEsxXR,u-]+ +\[ *(?:(?<percent>\d+)%|(?<done>\d+)\/(?<all>\d+))\]$/;
const HEADINGS = /^=+ (?:ERRORS|FAILURES|short test summary info) =+$/;

/** pytest-sugar and pytest-pretty have the numbers on lines of their own, below this one. */
const RESULTS = /^Results \(\d+(?:\.\d+)?s\):$/;

/** Its version, and how it is called: pytest shows that with its help, and where it does not know an option. */
const WORDS = [/^pytest \d+(?:\.\d+)+\S*$/, /^(?:ERROR: )?usage: .{0,200}\[file_or_dir\]/];

const DURATION = / in \d+(?:\.\d+)?(?:s| seconds)(?: \(\d+:\d\d:\d\d\))?$/;
const NUMBER =
  /^(?:\d+|no|\d+\/\d+) (?:failed|passed|skipped|deselected|xfailed|xpassed|errors?|tests? ran|tests? collected)\b/;

/** Longer lines are none of these. */
const MOST_CHARACTERS = 500;

/** What a line is a sign of; undefined for any other line. */
export function signIn(line: string): Sign | undefined {
  if (line.length > MOST_CHARACTERS) return undefined;
  const text = plain(line).trim();
  if (isClosing(text) || isLastProgress(text) || RESULTS.test(text)) return 'run';
  if ([...HEADERS, PROGRESS, HEADINGS].some(line => line.test(text))) return 'begun';
  return WORDS.some(word => word.test(text)) ? 'word' : undefined;
}

function isLastProgress(text: string): boolean {
  const { percent, done, all } = PROGRESS.exec(text)?.groups ?? {};
  return percent === '100' || (done !== undefined && done === all);
}

/** `== 1 failed, 2 passed in 0.12s ==`; with -q without the rule around it. */
function isClosing(text: string): boolean {
  const told = text.replace(/^=+ | =+$/g, '');
  return (
    DURATION.test(told) &&
    told
      .replace(DURATION, '')
      .split(', ')
      .some(part => NUMBER.test(part))
  );
}

/** Looks for signs in an output as it comes, and keeps the strongest. */
export function watchForSigns(): { read: (chunk: Buffer | string) => void; found: () => Sign | undefined } {
  let found: Sign | undefined;
  let begun = '';
  const look = (line: string) => {
    const sign = signIn(line);
    if (STRENGTH.indexOf(sign) > STRENGTH.indexOf(found)) found = sign;
  };
  return {
    read(chunk) {
      if (found === 'run') return;
      const lines = (begun + chunk).split('\n');
      begun = (lines.pop() ?? '').slice(-MOST_CHARACTERS * 2);
      for (const line of lines) look(line);
    },
    found() {
      if (found !== 'run') look(begun);
      return found;
    },
  };
}
