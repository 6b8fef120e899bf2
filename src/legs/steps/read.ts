import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { messageOf } from '../../text/errors.ts';
import { FILES, sameLeg } from '../artifact.ts';
import type { LegIdentity } from '../leg.ts';
import { type LegRead, type RunIdentity, readLeg, readSuite, readTests } from '../read-leg.ts';
import { readArchive } from './archive.ts';

/** A leg's archive on the disk, and whose it says it is. */
type Archive = { name: string; path: string; identity: LegIdentity };

/**
 * Reads what the legs of a run left from a folder with a folder for each artifact's name that has the archive somewhere: one
 * leg after the other, in the order of their jobs and places; of several attempts of one the last. An artifact that is
 * damaged, or of another run, is a problem. Never rejects.
 */
export async function* readLegs(folder: string, run: RunIdentity): AsyncGenerator<LegRead> {
  const archives: Archive[] = [];
  for (const { name, path } of await findArchives(folder)) {
    const read = await identify(path, run);
    if ('problem' in read) yield { name, problem: problemSentence(name, read.problem) };
    else archives.push({ name, path, identity: read });
  }
  const attempts = Map.groupBy(archives.sort(byPlace), ({ identity }) => sameLeg(identity));
  for (const ofOne of attempts.values()) {
    const highest = Math.max(...ofOne.map(({ identity }) => identity.attempt));
    const [last, ...others] = ofOne.filter(({ identity }) => identity.attempt === highest);
    for (const { name } of others) {
      yield { name, problem: problemSentence(name, `says that it is of the same leg as ${last?.name}`) };
    }
    if (last) yield await readAll(last);
  }
}

async function findArchives(folder: string): Promise<{ name: string; path: string }[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => ({
      name: relative(folder, parentPath).split(sep)[0] ?? '',
      path: join(parentPath, name),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whose it is, as it says; a problem where that is none of this run's. */
async function identify(path: string, run: RunIdentity): Promise<LegIdentity | { problem: string }> {
  try {
    const { failures: _, ...leg } = readLeg((await readArchive(path, [FILES.leg])).get(FILES.leg));
    if (leg.repository !== run.repository) return { problem: `is of another repository, ${leg.repository}` };
    if (leg.runId !== run.runId) return { problem: `is of another run, ${leg.runId}` };
    if (leg.sha !== run.sha) return { problem: `is of another commit, ${leg.sha}` };
    if (leg.attempt > run.attempt)
      return { problem: `is of attempt ${leg.attempt}, and this is attempt ${run.attempt}` };
    return leg;
  } catch (error) {
    return { problem: `can't be read: ${messageOf(error)}` };
  }
}

async function readAll({ name, path }: Archive): Promise<LegRead> {
  try {
    const texts = await readArchive(path, [FILES.leg, FILES.tests]);
    return {
      name,
      leg: readLeg(texts.get(FILES.leg)),
      tests: readTests(texts.get(FILES.tests)),
      async suite() {
        const { has, get } = await readArchive(path, [FILES.suite]);
        return has(FILES.suite) ? readSuite(get(FILES.suite)) : [];
      },
    };
  } catch (error) {
    return { name, problem: problemSentence(name, `can't be read: ${messageOf(error)}`) };
  }
}

/** Why an artifact counts for nothing, with the cure. */
export function problemSentence(name: string, what: string): string {
  return `The artifact ${name} ${what}. Re-run all jobs; if it is the same again, look for what else in the workflow makes artifacts with this name.`;
}

function byPlace({ identity: a }: Archive, { identity: b }: Archive): number {
  const inWords = ({ job, step, place }: LegIdentity) => JSON.stringify([job, step, place]);
  return inWords(a) < inWords(b) ? -1 : inWords(a) > inWords(b) ? 1 : a.index - b.index;
}
