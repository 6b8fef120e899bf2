import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A project's files: paths and texts. */
export type Files = Record<string, string>;

const fixtures = resolve(import.meta.dirname, '../fixtures');

/** The smallest project that has all there is to one, with some of its files changed or added. */
export function tiny(changes: Files = {}): Files {
  const folder = join(fixtures, 'tiny');
  const files = Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
  return { ...files, ...changes };
}

/** Folder of the Dockerfile that began it all, with the files it asks for. */
export const seed: string = join(fixtures, 'seed');

/** The tiny project's Dockerfile with more lines at the end of its dev stage, from line 7 on. */
export function tinyDockerfile(more: string): string {
  return (tiny().Dockerfile ?? '').replace('\n\nFROM', `\n${more}\n\nFROM`);
}
