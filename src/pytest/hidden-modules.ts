// A package that is built in the image's working directory can't be imported once the checkout is mounted over it.

import { plain } from '../text/plain.ts';
import type { Failure } from './results.ts';

/** A module that tests could not import, and the folder that would have it, relative to the working directory. */
export type MissingModule = {
  name: string;
  folders: string[];
  leaf: string;
  /** Whether it was imported by its whole name, so that it can be nothing else than a module. */
  isWhole: boolean;
};

const MOST_MODULES = 5;
const NO_MODULE = /No module named '([\w.]+)'/;
const NO_NAME = /cannot import name '(\w+)' from (?:partially initialized module )?'([\w.]+)'/;

/** The modules that failures say could not be imported, each once. */
export function missingModules(failures: Pick<Failure, 'message'>[]): MissingModule[] {
  const names = new Map<string, boolean>();
  for (const { message } of failures) {
    const text = plain(message);
    const [, name, parent] = NO_NAME.exec(text) ?? [];
    const whole = NO_MODULE.exec(text)?.[1];
    const missing = whole ?? (name === undefined ? undefined : `${parent}.${name}`);
    if (missing !== undefined) names.set(missing, whole !== undefined);
    if (names.size >= MOST_MODULES) break;
  }
  return [...names].map(([name, isWhole]) => {
    const parts = name.split('.').filter(part => part !== '');
    const folder = parts.slice(0, -1).join('/');
    return { name, folders: [folder, folder === '' ? 'src' : `src/${folder}`], leaf: parts.at(-1) ?? '', isWhole };
  });
}

/** Whether an entry of a folder is this module: a folder, a source, or a compiled library. */
export function isModule(entry: string, leaf: string): boolean {
  return entry === leaf || (entry.startsWith(`${leaf}.`) && /\.(?:py|so|pyd|pyx)$/.test(entry));
}
