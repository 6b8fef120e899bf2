import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Root } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { kindWithin } from '../../host/steps/within.ts';
import type { ImageFiles } from '../../image/files.ts';
import type { Image } from '../../image/image.ts';
import { lookInto } from '../../image/steps/look.ts';
import type { HiddenModule } from '../facts.ts';
import { isModule, missingModules } from '../hidden-modules.ts';
import type { TestResults } from '../results.ts';

/** `relative` is the folder's path below the working directory. */
type HiddenCandidate = { name: string; leaf: string; folder: string; relative: string };

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
      if (!isThere) candidates.push({ name, leaf, relative, folder: posix.join(image.workdir, relative) });
    }
  }
  if (candidates.length === 0) return undefined;
  const hidden = await lookInto(image.id, run, files => firstThere(candidates, files), { root }).catch(() => undefined);
  if (!hidden) return undefined;
  const deeper = await findDeeper(context, hidden);
  return { name: hidden.name, folder: hidden.folder, ...(deeper === undefined ? {} : { deeper }) };
}

async function firstThere(
  candidates: HiddenCandidate[],
  { has }: Pick<ImageFiles, 'has'>,
): Promise<HiddenCandidate | undefined> {
  for (const candidate of candidates)
    if (await has(candidate.folder, entry => isModule(entry, candidate.leaf))) return candidate;
  return undefined;
}

/** The folder of the checkout that the image has in place of the checkout itself, as from "COPY app /app". */
async function findDeeper(context: string, { relative, leaf }: HiddenCandidate): Promise<string | undefined> {
  for (const top of (await namesIn(context)).sort()) {
    const folder = join(top, relative);
    if (top.startsWith('.') || (await kindWithin(context, folder)) !== 'folder') continue;
    if ((await namesIn(join(context, folder))).some(entry => isModule(entry, leaf))) return top;
  }
  return undefined;
}

/** Names in a folder; none where it can't be read. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
