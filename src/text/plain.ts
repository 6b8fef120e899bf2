/** `a`, `a and b`, `a, b and c`. */
export function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** A foreign text within a sentence: on one line, shortened, in quotes. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return `"${flat.length > 100 ? `${flat.slice(0, 100)}…` : flat}"`;
}

/** Text without the escape sequences that colour a terminal, and without characters that steer or mislead one. */
export function plain(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCES, '')
    .replace(/[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .toWellFormed();
}

/**
 * Text in whose lines a runner finds no command. It looks for `::name::` at a line's start, after white space, and for
 * `##[name]` anywhere.
 */
export function withoutCommands(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/);
  return lines.map(line => line.replace(/^([\s\u0085]*):(?=:)/, '$1: ').replaceAll('##[', '## [')).join('\n');
}

/** Text in which addresses have no query: that of a signed one lets everybody in. */
export function withoutQueries(text: string): string {
  return text.replace(/\?[^\s'"?=]*=[^\s'"]*/g, '?…');
}

/** Colours and cursor movements, titles and links of terminals. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ESCAPE_SEQUENCES = /\x1b(?:\[[0-9;?]{0,20}[A-Za-z]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?)/g;

/** At most so many characters, with both ends kept. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 20) / 2);
  return `${text.slice(0, half)}\n… cut …\n${text.slice(-half)}`;
}
