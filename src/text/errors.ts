/** A mistake that the user can mend: its message says what is wrong, where, and the cure, in one sentence. */
export class UserError extends Error {
  override name = 'UserError';
}

/** The text of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
