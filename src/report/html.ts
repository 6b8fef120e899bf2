import { byteLength, plain, shortened } from '../text/plain.ts';

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

/** The same with so many bytes of HTML at most. */
export function inlineWithin(text: string, bytes: number): string {
  let kept = text.replace(/\s+/g, ' ');
  // What takes several bytes must be looked at again; long texts are cut roughly first.
  kept = shortened(kept, bytes);
  while (byteLength(inline(kept)) > bytes) kept = shortened(kept, Math.floor(kept.length * 0.7));
  return inline(kept);
}

/** Words, in HTML, that lead to a line of a file on the server, below the address `source`; the words alone where either is unknown. */
export function linkToLine(words: string, file: string | undefined, line: number, source: string | undefined): string {
  if (!file || !source) return words;
  const path = file.split('/').map(encodeURIComponent).join('/').replaceAll("'", '%27');
  return `<a href="${inline(source)}/${path}#L${line}">${words}</a>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return plain(text).replace(/[&<>"']/g, character => ENTITIES[character] ?? character);
}

/** What is left of so many bytes. */
export type Room = {
  /** Takes so many bytes away, if they are left. */
  take(bytes: number): boolean;
};

/** Room for so many bytes. */
export function makeRoom(bytes: number): Room {
  let left = bytes;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
  };
}
