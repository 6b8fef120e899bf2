import { mkdtemp, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { findGitData } from '../../checkout/steps/git-data.ts';
import { heedsIgnoreFile } from '../../dockerfile/frontend.ts';
import { UNKNOWN } from '../../dockerfile/ignore.ts';
import { Doubt } from '../../dockerfile/instructions.ts';
import { reaches } from '../../dockerfile/reach.ts';
import { readCopies } from '../../dockerfile/stage.ts';
import { ignoreContent, inspectIgnore, readDockerfile } from '../../dockerfile/steps/sources.ts';
import { UserError } from '../../text/errors.ts';
import { ignoreLine, unsafeBuildSentence } from '../credentials.ts';
import type { BuildPlan } from '../plan.ts';

/** What of a plan says what a build sees. */
type Seen = Pick<BuildPlan, 'context' | 'dockerfile' | 'buildArguments'>;

/** A plan whose build sees no credential of git's, and what it would have got of those, relative to the context. */
export type HarmlessBuild = { plan: BuildPlan; keptOut: string[] };

/**
 * Lets a build see no git configuration of the context that holds a credential: it gets a .dockerignore of its own, with
 * these files at its end, beside a copy of the Dockerfile; the checkout stays as it is. Fails where the build might not
 * heed that.
 */
export async function withoutGitCredentials(plan: BuildPlan, temp: string): Promise<HarmlessBuild> {
  const dockerfile = await readDockerfile(plan.dockerfile);
  const files = await credentialFiles(plan, dockerfile);
  if (files.length === 0 || !dockerfile) return { plan, keptOut: [] };
  const ignored = await ignoreContent(plan).catch(error => {
    throw error instanceof Doubt ? new UserError(`${error.message}: make it one.`) : error;
  });
  const copy = join(await mkdtemp(join(temp, 'build-')), basename(plan.dockerfile));
  await writeFile(copy, dockerfile);
  await writeFile(
    `${copy}.dockerignore`,
    Buffer.concat([ignored, Buffer.from(`\n${files.map(ignoreLine).join('\n')}\n`)]),
  );
  const copies = readCopies(dockerfile.toString(), plan.stage, plan.buildArguments);
  return { plan: { ...plan, dockerfile: copy }, keptOut: files.filter(path => reaches(copies, path)) };
}

/** Fails where a program that is not known would read the Dockerfile, and could see a credential of git's. */
export async function requireNoCredentials(seen: Seen): Promise<void> {
  const dockerfile = await readDockerfile(seen.dockerfile);
  if (!isHeeded(seen, dockerfile)) await credentialFiles(seen, dockerfile);
}

function isHeeded({ buildArguments }: Seen, dockerfile: Buffer | undefined): boolean {
  return dockerfile !== undefined && heedsIgnoreFile(dockerfile.toString(), buildArguments);
}

/** Files of the context that hold a credential and are not ignored, relative to it. Fails where nothing keeps them out. */
async function credentialFiles(seen: Seen, dockerfile: Buffer | undefined): Promise<string[]> {
  const ignore = isHeeded(seen, dockerfile) ? await inspectIgnore(seen) : UNKNOWN;
  const isSkipped = (folder: string) => ignore.ignores(folder) && !ignore.hasExceptions;
  const files: string[] = [];
  for await (const found of findGitData(seen.context, { isSkipped })) {
    const path = relative(seen.context, found.path);
    if (found.kind === 'credential' && !ignore.ignores(path)) files.push(path);
  }
  if (files.length > 0 && !isHeeded(seen, dockerfile)) throw new UserError(unsafeBuildSentence(files));
  return files;
}
