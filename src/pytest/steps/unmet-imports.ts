import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isModule, type MissingModule, missingModules } from '../hidden-modules.ts';
import type { Failure } from '../results.ts';
import { isSourceOf, isVersionFile, type UnmetImport } from '../unmet-imports.ts';

/** Folders of a checkout that are looked through for a module: the nearest to the top, where it would be. */
const MOST_FOLDERS = 2000;

/** Modules that failures say could not be imported, as far as the checkout in this folder tells why. Never rejects. */
export async function findUnmetImports(context: string, failures: Pick<Failure, 'message'>[]): Promise<UnmetImport[]> {
  const found = await Promise.all(missingModules(failures).map(module => reasonOf(context, module)));
  return found.filter(unmet => unmet !== undefined);
}

async function reasonOf(context: string, module: MissingModule): Promise<UnmetImport | undefined> {
  const { name, leaf, folders, isWhole } = module;
  const [top = '', ...below] = name.split('.');
  const place = await placeInCheckout(context, top);
  if (place === undefined) return isWhole ? { name, kind: 'package' } : undefined;
  if (below.length === 0) return { name, kind: 'elsewhere', folder: place };
  const entries = (await Promise.all(folders.map(folder => entriesOf(join(context, folder))))).flat();
  if (entries.some(entry => isSourceOf(entry.name, leaf))) return { name, kind: 'compiled' };
  return isWhole && isVersionFile(leaf) ? { name, kind: 'version' } : undefined;
}

/** The folder, relative to the checkout, that has a module; links are not followed, nor is what is hidden looked at. */
async function placeInCheckout(context: string, name: string): Promise<string | undefined> {
  const folders = [''];
  // An array hands out what is added to it meanwhile, too.
  for (const folder of folders) {
    const entries = await entriesOf(join(context, folder));
    for (const entry of entries.filter(entry => isModule(entry.name, name))) {
      if (!entry.isDirectory() || (await hasModules(join(context, folder, entry.name)))) return folder;
    }
    const below = entries.filter(entry => entry.isDirectory() && /^[^.]/.test(entry.name));
    if (folders.length < MOST_FOLDERS) folders.push(...below.map(entry => join(folder, entry.name)));
  }
  return undefined;
}

/** Data for tests of a package often lie in a folder of its name. */
async function hasModules(folder: string): Promise<boolean> {
  return (await entriesOf(folder)).some(entry => /\.(?:py|so|pyx)$/.test(entry.name));
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
