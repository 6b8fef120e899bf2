// What one step of a job (main or post) leaves: its log as the job page shows it, annotations, outputs and state.
import type { Secrets } from './runner-secrets.ts';

/** One annotation as the job page shows it; `file` is relative to the checkout where it lies in it. */
export type Annotation = {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
  endLine?: number;
  column?: number;
  endColumn?: number;
};

/** Annotations that the runner keeps of each level and step; the others are dropped without a word. */
export const annotationsPerLevel = 10;

/** Characters of an annotation's message that the runner keeps. */
export const annotationLength = 4096;

/** Collects what a step says and does. */
export class StepRecord {
  readonly log: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  readonly environment = new Map<string, string>();
  readonly path: string[] = [];
  readonly masks: string[] = [];
  summary = '';
  droppedAnnotations = 0;
  /** Whether a command failed the step, whatever its exit code. */
  failed = false;
  readonly #secrets: Secrets;
  readonly #onLine: (line: string) => void;

  constructor(secrets: Secrets, onLine: (line: string) => void = () => {}) {
    this.#secrets = secrets;
    this.#onLine = onLine;
  }

  /** Writes one line of the log, with the secrets known so far hidden. */
  write(text: string): void {
    const line = this.#secrets.mask(text);
    this.log.push(line);
    this.#onLine(line);
  }

  /** Adds an annotation within the limits, and always its line of the log. */
  annotate(annotation: Annotation): void {
    const message = this.#secrets.mask(annotation.message).slice(0, annotationLength);
    const ofThisLevel = this.annotations.filter(({ level }) => level === annotation.level).length;
    if (ofThisLevel < annotationsPerLevel) this.annotations.push({ ...annotation, message });
    else this.droppedAnnotations += 1;
    if (message !== '') this.write(`##[${annotation.level}]${message}`);
  }

  /** Makes the step fail, with one error for each sentence. */
  fail(...sentences: string[]): void {
    for (const message of sentences) this.annotate({ level: 'error', message });
    this.failed = true;
  }

  /** Hides a value from now on, because the action asked for it. */
  hide(value: string): void {
    this.masks.push(value);
    this.#secrets.add(value);
  }

  /** Hides the token of a stop-commands, which the runner treats as a secret without being asked. */
  hideToken(token: string): void {
    this.#secrets.add(token);
  }

  /** Sets the step's summary, with secrets hidden line by line. */
  setSummary(markdown: string): void {
    const lines = markdown.split(/\r\n|\n|\r/);
    if (lines.at(-1) === '') lines.pop();
    this.summary = lines.map(line => `${this.#secrets.mask(line)}\n`).join('');
  }
}
