import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readPerson } from '../../host/steps/environment.ts';
import { hasSettings } from '../../inputs/steps/settings.ts';

/** Where a project is on a person's machine, and where in it they are. */
export type ProjectFolder = {
  /** Absolute path without links of the project's top folder. */
  top: string;
  /** The folder that the command was called in, likewise. */
  here: string;
};

/**
 * Looks for the project that a folder belongs to, as git does: the nearest folder upwards that has the Dockerfile, or
 * settings in the context, within the repository; else the repository, or the folder itself. Both paths are relative to
 * what is looked for. Fails with a sentence on settings that can't be read.
 */
export async function findProject(
  folder: string,
  { dockerfile, context }: { dockerfile: string; context: string },
): Promise<ProjectFolder> {
  const here = await realpath(folder);
  const { folders, repository = here } = await foldersUpwards(here);
  for (const top of folders) {
    if (existsSync(join(top, dockerfile)) || (await hasSettings(join(top, context)))) return { top, here };
  }
  return { top: repository, here };
}

/**
 * The folders that a folder's project may be in, from that folder itself up to its repository's top, if there is one.
 * Above the folder, a home is no project: all of it would be built from, and mounted. Nor is it a repository of projects,
 * even where somebody keeps its settings in git.
 */
export async function foldersUpwards(here: string): Promise<{ folders: string[]; repository?: string }> {
  const home = await realpath(readPerson().home).catch(() => '');
  const folders = [here];
  let folder = here;
  while (!existsSync(join(folder, '.git'))) {
    folder = dirname(folder);
    if (folder === home || dirname(folder) === folder) return { folders };
    folders.push(folder);
  }
  return { folders, repository: folder };
}
