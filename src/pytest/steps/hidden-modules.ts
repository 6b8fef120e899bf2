import { readdir, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Root } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { findWithin } from '../../host/steps/within.ts';
import type { Image } from '../../image/image.ts';
import { type HasEntry, lookInto } from '../../image/steps/look.ts';
import { isModule, missingModules } from '../hidden-modules.ts';
import type { TestResults } from '../results.ts';

type HiddenModule = { name: string; folder: string };
type HiddenCandidate = HiddenModule & { leaf: string };

/**
 * A module that tests could not import although the image has it, in a folder that the mounted checkout hides; undefined
 * where there is none, or it is not found in time. Runs nothing of the image, and never rejects.
 */
export async function findHiddenModule(
  context: string,
  image: Image,
  { failures }: TestResults,
  run: Run,
  root?: Root,
): Promise<HiddenModule | undefined> {
  const candidates: HiddenCandidate[] = [];
  for (const { name, folders, leaf } of missingModules(failures)) {
    for (const relative of folders) {
      const isThere = (await namesIn(join(context, relative))).some(entry => isModule(entry, leaf));
      if (!isThere) candidates.push({ name, leaf, folder: posix.join(image.workdir, relative) });
    }
  }
  if (candidates.length === 0) return undefined;
  if (root) {
    return firstThere(candidates, async (folder, isWanted) => {
      const real = await findWithin(await realpath(root.folder), folder, 'isDirectory');
      return real !== undefined && (await namesIn(real)).some(isWanted);
    });
  }
  return lookInto(image.id, run, has => firstThere(candidates, has)).catch(() => undefined);
}

async function firstThere(candidates: HiddenCandidate[], has: HasEntry): Promise<HiddenModule | undefined> {
  for (const { name, folder, leaf } of candidates)
    if (await has(folder, entry => isModule(entry, leaf))) return { name, folder };
  return undefined;
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
