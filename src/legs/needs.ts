import { UserError } from '../text/errors.ts';
import { isRecord, parseJson } from '../text/json.ts';

export type JobEnd = 'success' | 'failure' | 'cancelled' | 'skipped';

const ENDS: readonly string[] = ['success', 'failure', 'cancelled', 'skipped'] satisfies JobEnd[];
const CURE =
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own syntax
  'write "needs: ${{ toJSON(needs) }}" below "with:", and "needs:" with the names of the jobs that test above the steps';

/** Reads how the jobs ended that a report is of, from what `toJSON(needs)` gives. Fails where it is not that, or names none. */
export function readNeeds(text: string): Map<string, JobEnd> {
  if (text.trim() === '') throw new UserError(`Input needs is empty, so it can't be known what is missing: ${CURE}.`);
  const told = parseJson(text);
  const jobs = isRecord(told) ? Object.entries(told) : [];
  const ends = jobs.flatMap(([job, value]): [string, JobEnd][] => {
    const result = isRecord(value) ? value.result : undefined;
    return isEnd(result) ? [[job, result]] : [];
  });
  if (ends.length === 0 || ends.length < jobs.length)
    throw new UserError(`Input needs is not what GitHub tells of the jobs that this one waits for: ${CURE}.`);
  return new Map(ends);
}

function isEnd(value: unknown): value is JobEnd {
  return typeof value === 'string' && ENDS.includes(value);
}
