import { styleText } from 'node:util';
import { type Finding, type Section, verdictOf } from '../../doctor/findings.ts';
import { plain } from '../../text/plain.ts';

const MARKS = { ok: '✓', note: '!', wrong: '✗' };
const COLOURS = { ok: 'green', note: 'yellow', wrong: 'red' } as const;
/** Mark, blank and indentation. */
const MARGIN = 4;

/** Findings as lines for a terminal of so many columns, coloured where standard output takes it. */
export function findingLines(sections: Section[], columns: number): string[] {
  const width = Math.max(0, ...sections.flatMap(({ findings }) => findings).map(({ subject }) => subject.length)) + 2;
  return [
    ...sections.flatMap(({ title, findings }) => [
      styleText('bold', title),
      ...findings.flatMap(finding => linesOf(finding, width, columns)),
      '',
    ]),
    styleText('bold', verdictOf(sections)),
  ];
}

function linesOf({ mark, subject, text, cure }: Finding, width: number, columns: number): string[] {
  const room = Math.max(columns - MARGIN - width, 20);
  const indent = ' '.repeat(MARGIN + width);
  const [first = '', ...rest] = wrapped(text, room);
  const [cureFirst, ...cureRest] = cure === undefined ? [] : wrapped(cure, room - 2);
  return [
    `  ${styleText(COLOURS[mark], MARKS[mark])} ${subject.padEnd(width)}${first}`,
    ...rest.map(line => indent + line),
    ...(cureFirst === undefined ? [] : [`${indent}${styleText('cyan', '→')} ${cureFirst}`]),
    ...cureRest.map(line => `${indent}  ${line}`),
  ];
}

/** Text on lines of so many characters; a longer word stays whole, so that it can be copied. */
function wrapped(text: string, room: number): string[] {
  const lines = [''];
  for (const word of plain(text).split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
