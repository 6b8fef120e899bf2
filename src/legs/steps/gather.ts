import type { Run } from '../../host/run.ts';
import { findGaps, jobOf } from '../completeness.ts';
import { type Gathered, gather, gatherNothing } from '../gather.ts';
import type { JobEnd } from '../needs.ts';
import type { LegRead, RunIdentity } from '../read-leg.ts';
import { fetchLegs } from './download.ts';

/** All legs together, and what is missing, does not fit, or could not be read, as sentences. */
export type FoundLegs = { all: Gathered; gaps: string[] };

/**
 * Reads what the legs of some jobs left, and puts it together; `onLeg` gets each leg with its tests. Rejects with a
 * UserError where it can't be known what there is.
 */
export async function gatherLegs(
  needs: ReadonlyMap<string, JobEnd>,
  identity: RunIdentity,
  { temp, signal }: Pick<Run, 'temp' | 'signal'>,
  onLeg: (read: Extract<LegRead, { leg: unknown }>) => void = () => undefined,
): Promise<FoundLegs> {
  const all = gatherNothing();
  const gaps: string[] = [];
  for await (const read of fetchLegs(temp, identity, signal)) {
    if ('problem' in read) {
      gaps.push(read.problem);
      continue;
    }
    // What other jobs left is none of theirs.
    const end = needs.get(jobOf(read.leg, needs) ?? '');
    if (end === undefined) continue;
    onLeg(read);
    gather(all, read, end);
  }
  gaps.push(...(await findGaps(all, needs)));
  return { all, gaps };
}
