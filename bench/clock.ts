import { stripVTControlCharacters } from 'node:util';
import type { Mark, Times } from './results.ts';

const FIRST_LINE = /=+ .*test session starts/;
const COLLECTED = /^collected \d+ items?|^shard \d+\/\d+: /;
const LAST_LINE = /=+ .*\b\d+ passed\b.* in /;

/** Times a job by its output: starts when it is told to, and reads each line as it comes. */
export class Clock {
  readonly lines: string[] = [];
  private start: number | undefined;
  private readonly marks: Partial<Record<Mark | 'collected', number>> = {};

  /** The job begins; only the first call counts. */
  begin(): void {
    this.start ??= performance.now();
  }

  read(line: string): void {
    this.lines.push(line);
    const text = stripVTControlCharacters(line);
    if (FIRST_LINE.test(text)) this.marks.firstLine ??= this.seconds();
    else if (COLLECTED.test(text)) this.marks.collected ??= this.seconds();
    else if (LAST_LINE.test(text)) this.marks.end ??= this.seconds();
  }

  /** The job has ended, now. Fails if its tests did not run and pass. */
  stop(): Times & { collected?: number } {
    const { firstLine, collected, end } = this.marks;
    if (firstLine === undefined || end === undefined) throw new Error(`No tests passed in this job:\n${this.log}`);
    return { firstLine, ...(collected === undefined ? {} : { collected }), end, whole: this.seconds() };
  }

  get log(): string {
    return this.lines.join('\n');
  }

  private seconds(): number {
    return (performance.now() - (this.start ?? Number.NaN)) / 1000;
  }
}
