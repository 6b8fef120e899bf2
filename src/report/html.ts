import { byteLength } from '../inputs/values.ts';

/** Foreign text for HTML within Markdown: nothing in it is markup, and it stays on one line. */
export function inline(text: string): string {
  return escaped(text.replace(/\s+/g, ' ')).trim();
}

/** Foreign text in a block of its own. It begins at the first column, after an empty line, so that Markdown leaves it alone. */
export function block(text: string): string {
  return `\n\n<pre>${escaped(text)}</pre>\n\n`;
}

/** Folded text under a line that stays visible. */
export function folded(title: string, content: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>${content}</details>\n\n`;
}

/** An HTML table without line breaks between its rows, whose cells are escaped already. */
export function table(rows: string[][]): string {
  return `<table>${rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>\n\n`;
}

/** Text without the escape sequences that colour a terminal, and without characters that steer or mislead one. */
export function plain(text: string): string {
  return text
    .replace(ESCAPE_SEQUENCES, '')
    .replace(/[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .toWellFormed();
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

/** The same with so many bytes of HTML at most. */
export function inlineWithin(text: string, bytes: number): string {
  let kept = text.replace(/\s+/g, ' ');
  // What takes several bytes must be looked at again; long texts are cut roughly first.
  kept = shortened(kept, bytes);
  while (byteLength(inline(kept)) > bytes) kept = shortened(kept, Math.floor(kept.length * 0.7));
  return inline(kept);
}

/** Text as one word for a shell. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command as one would type it. */
export function shellLine(argv: string[]): string {
  return argv.map(shellWord).join(' ');
}

/** `850 ms`, `12.3 s`, `4 min 10 s`. */
export function duration(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${Math.min(seconds, 59.9).toFixed(1)} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `12.3 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** `4 B`, `25 kB`, `12.3 MB`, `1.2 GB`: for sizes that may lie far apart. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1e3)} kB`;
  return bytes < 999.5e6 ? megabytes(bytes) : `${(bytes / 1e9).toFixed(1)} GB`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
}
