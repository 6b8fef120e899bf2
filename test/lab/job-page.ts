// Prints a job on a terminal as GitHub's job page shows it: the log with its groups, annotations, summary.

import { styleText } from 'node:util';
import { plainText } from './job-page-markdown.ts';
import type { JobResult } from './runner.ts';
import type { Annotation } from './runner-step.ts';

/** Takes text to print, line breaks included. */
export type Write = (text: string) => void;

const toStandardOutput: Write = text => void process.stdout.write(text);

const styles = { error: 'red', warning: 'yellow', notice: 'cyan' } as const;
const signs = { error: '✗', warning: '!', notice: 'i' } as const;

/** Prints a whole job: log of main and post, then what `printReport` prints. */
export function printJob(job: JobResult, write: Write = toStandardOutput): void {
  const print = logPrinter(write);
  for (const line of `${job.log}\n${job.postLog}`.split('\n')) print(line);
  printReport(job, write);
}

/** Makes a function that prints one line of the log after the other, such as `onLine` of `runAction` gets them. */
export function logPrinter(write: Write = toStandardOutput): (line: string) => void {
  let margin = '';
  return line => {
    const [, command = '', text = line] = /^##\[(group|endgroup|error|warning|notice)\](.*)$/s.exec(line) ?? [];
    // A group ends with its step, even if nothing closed it.
    if (command === 'endgroup' || line === 'Post job cleanup.') margin = '';
    if (command === 'endgroup') return;
    if (command === 'group') {
      margin = '    ';
      write(`  ${styleText('bold', `▾ ${text}`)}\n`);
      return;
    }
    const [first = '', ...rest] = text.split('\n');
    if (command === 'error' || command === 'warning' || command === 'notice') {
      const word = command[0]?.toUpperCase() + command.slice(1);
      write(`${margin}${styleText(styles[command], `${word}: ${first}`)}\n`);
    } else write(`${margin}${first}\n`);
    for (const next of rest) write(`${margin}${next}\n`);
  };
}

/** Prints how a job ended, its annotations and its summary. */
export function printReport(job: JobResult, write: Write = toStandardOutput): void {
  const style = job.conclusion === 'success' ? 'green' : 'red';
  write(`\n${styleText(style, `Job: ${job.conclusion}`)} (main took ${job.duration.toFixed(1)} s)\n`);
  if (job.annotations.length > 0) write(`\n${styleText('bold', 'Annotations')}\n`);
  for (const annotation of job.annotations) write(annotationText(annotation));
  if (job.droppedAnnotations > 0) write(`  (${job.droppedAnnotations} more that GitHub does not show)\n`);
  if (job.summary !== '') write(`\n${styleText('bold', 'Summary')}\n${indented(plainText(job.summary))}`);
}

function annotationText({ level, title, message, file, line }: Annotation): string {
  const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}`;
  const heading = [place, title].filter(part => part !== undefined && part !== '').join('  ');
  const sign = styleText(styles[level], signs[level]);
  const text = heading === '' ? message : `${heading}\n${message}`;
  return indented(text).replace('  ', `${sign} `);
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map(line => `  ${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}
