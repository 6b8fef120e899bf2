import { quote } from 'shlex';

/** What steers or misleads a terminal, line breaks among it. */
const STEERS = /\p{Cc}|[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A command as one types it, on one line. Words that anybody may have written steer no terminal: what would is written as
 * bash has it, `$'\u001b'`.
 */
export function commandLine(words: string[]): string {
  return words.map(word => (word.search(STEERS) < 0 ? quote(word) : inEscapes(word))).join(' ');
}

function inEscapes(word: string): string {
  const quoted = word.replace(/[\\']/g, '\\$&');
  return `$'${quoted.replace(STEERS, character => escapeOf(character.charCodeAt(0)))}'`;
}

/** Bash takes as many digits as there are, up to these. */
function escapeOf(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
