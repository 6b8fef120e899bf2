import { render, type Sentence } from './sentence.ts';

/**
 * A mistake that the user can fix: its sentence says what is wrong, where, and the cure. The message has that in the
 * words of a job.
 */
export class UserError extends Error {
  override name = 'UserError';
  // Two errors with the same message are the same to a test.
  readonly #sentence: Sentence;

  constructor(sentence: Sentence) {
    super(render(sentence, 'job'));
    this.#sentence = sentence;
  }

  get sentence(): Sentence {
    return this.#sentence;
  }
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The sentence of anything that was thrown. */
export function sentenceOf(error: unknown): Sentence {
  return error instanceof UserError ? error.sentence : messageOf(error);
}
