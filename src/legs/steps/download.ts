import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../text/errors.ts';
import { plain, withoutQueries } from '../../text/plain.ts';
import type { LegRead, RunIdentity } from '../read-leg.ts';
import { runArtifactClient } from './process.ts';
import { problemSentence, readLegs } from './read.ts';

const MILLISECONDS = 5 * 60_000;

/**
 * Downloads what the legs of this run left into a folder, and reads it, one leg after the other. Those that are there and
 * can't be had or believed are problems. Fails with a UserError where it can't be known which there are.
 */
export async function* fetchLegs(folder: string, run: RunIdentity, signal: AbortSignal): AsyncGenerator<LegRead> {
  const result = await runArtifactClient(folder, { action: 'download' }, { milliseconds: MILLISECONDS, signal });
  if ('trouble' in result) {
    throw new UserError(
      `What the other jobs left can't be read, as this run's artifacts can't be listed or downloaded: ${withoutQueries(plain(result.trouble))}. Re-run this job; on a server without artifacts, as GitHub Enterprise Server is, there can be no report.`,
    );
  }
  for (const { name, why } of result.missing)
    yield { name, problem: problemSentence(name, `can't be had: ${withoutQueries(plain(why))}`) };
  const missing = new Set(result.missing.map(({ name }) => name));
  const artifacts = join(folder, 'artifacts');
  await mkdir(artifacts, { recursive: true });
  for await (const read of readLegs(artifacts, run)) if (!missing.has(read.name)) yield read;
}
