import { lstat, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findGitData } from '../../checkout/steps/git-data.ts';
import { readChain } from '../../dockerfile/chain.ts';
import { reaches } from '../../dockerfile/reach.ts';
import { type Copy, readCopies, type StageFacts } from '../../dockerfile/stage.ts';
import { inspectIgnore, type SourcePaths } from '../../dockerfile/steps/sources.ts';
import type { GitInShare } from '../facts.ts';

/** Where a share stage is written, and what of the Dockerfile is known. */
export type ShareStage = {
  checkout: Partial<Pick<SourcePaths, 'context' | 'dockerfile'>>;
  stage: StageFacts | undefined;
  target: string;
  buildArguments: string[];
};

type Takes = (path: string) => boolean;

/**
 * Looks which folders called .git the share stage copies, and what they weigh, whether it is built or not; undefined
 * without any, and where the Dockerfile has no such stage. Follows no links, skips what it can't read, and never rejects.
 */
export async function findGitInShare({
  checkout: { context, dockerfile },
  stage,
  ...share
}: ShareStage): Promise<GitInShare | undefined> {
  if (!context || !dockerfile || !stage?.inputs.stages.includes(share.target)) return undefined;
  const copies = ownCopies(stage.dockerfile, share);
  const ignore = await inspectIgnore({ context, dockerfile });
  if (!ignore.isKnown) return undefined;
  const takes: Takes = path => reaches(copies, path) && !ignore.ignores(path);
  const isSkipped = (folder: string) => !reaches(copies, folder) || (ignore.ignores(folder) && !ignore.hasExceptions);
  const found: GitInShare = { paths: [], bytes: 0, isSure: copies !== undefined };
  try {
    for await (const data of findGitData(context, { isSkipped })) {
      if (data.kind !== 'data' || !data.isFolder) continue;
      const path = relative(context, data.path);
      const bytes = isSkipped(path) ? undefined : await weigh(context, path, takes);
      if (bytes === undefined) continue;
      found.paths.push(path);
      found.bytes += bytes;
    }
  } catch {
    // A configuration that can't be read: the build, which reads it too, tells of it.
  }
  return found.paths.length > 0 ? found : undefined;
}

/** What ends up in the image; undefined where nobody knows that. Of what is copied only in part, nothing is said. */
function ownCopies(
  dockerfile: string,
  { target, buildArguments }: Pick<ShareStage, 'target' | 'buildArguments'>,
): Copy[] | undefined {
  const chain = readChain(dockerfile, target, buildArguments);
  const isOwn = ({ line, instruction }: Copy) =>
    chain?.layers.some(layer => layer.line === line) && !/^RUN | --exclude=/.test(instruction);
  return chain && readCopies(dockerfile, target, buildArguments)?.filter(isOwn);
}

/** Bytes of a folder's files that are taken; undefined where none is. */
async function weigh(context: string, folder: string, takes: Takes): Promise<number | undefined> {
  const entries = await readdir(join(context, folder), { withFileTypes: true }).catch(() => []);
  let sum: number | undefined;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const bytes = entry.isDirectory()
      ? await weigh(context, path, takes)
      : takes(path)
        ? await lstat(join(context, path)).then(
            ({ size }) => size,
            () => undefined,
          )
        : undefined;
    if (bytes !== undefined) sum = (sum ?? 0) + bytes;
  }
  return sum;
}
