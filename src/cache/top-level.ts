// What lies in the root directory of an image that is mounted, each of which becomes a mount or a link of its own.
import { isMountable } from '../engine/container.ts';
import { LONGEST_NAME } from '../image/tar.ts';
import { isRecord } from '../text/json.ts';
import { byteLength, quoted } from '../text/plain.ts';
import type { TarFact } from './tar-stream.ts';

/** One entry of an image's root directory. */
export type TopLevel =
  | { name: string; kind: 'directory' }
  | { name: string; kind: 'file' }
  | { name: string; kind: 'link'; target: string };

/** The most entries of a root directory: each becomes an argument of docker. */
const MOST_NAMES = 1000;

/** What Docker makes itself in every container. */
const DOCKERS = ['proc', 'sys', 'dev', '.dockerenv'];

/** Whether Docker makes this entry of the root directory itself, so that it is none of the image's. */
export function isDockers(name: string): boolean {
  return DOCKERS.includes(name);
}

/**
 * What an entry of an image's archive is to the image's root directory, if it lies in it and isn't Docker's. Fails where
 * it can neither be mounted nor be made anew.
 */
export function topLevelOf({ path, type, target }: TarFact): TopLevel | undefined {
  const name = path.replace(/\/$/, '');
  if (name.includes('/') || isDockers(name)) return undefined;
  if (![name, target].every(isKept)) {
    throw new Error(`/${name} in the image has a name that is too long, or isn't UTF-8`);
  }
  if (!isSingleName(name)) throw new Error(`the image has a name in / that nothing can be mounted at: ${quoted(name)}`);
  // What a hard link leads to may itself be a link, which a mount would follow out of the image.
  if (type === 'other' || type === 'hard link') {
    throw new Error(`/${name} in the image is neither a directory, nor a file of its own, nor a symbolic link`);
  }
  if (type !== 'link') return { name, kind: type };
  if (!isTarget(target)) throw new Error(`/${name} in the image is a link that leads nowhere`);
  return { name, kind: type, target };
}

/** The root directory that a foreign value describes; undefined where one entry is not such as topLevelOf makes them. */
export function readTopLevel(value: unknown): TopLevel[] | undefined {
  if (!Array.isArray(value) || value.length > MOST_NAMES) return undefined;
  const entries = value.map(readEntry).filter(entry => entry !== undefined);
  const names = new Set(entries.map(({ name }) => name));
  return names.size === value.length ? entries : undefined;
}

function readEntry(value: unknown): TopLevel | undefined {
  if (!isRecord(value)) return undefined;
  const { name, kind, target } = value;
  if (typeof name !== 'string' || !isSingleName(name) || !isKept(name) || isDockers(name)) return undefined;
  if (kind === 'directory' || kind === 'file') return { name, kind };
  return kind === 'link' && typeof target === 'string' && isTarget(target) ? { name, kind, target } : undefined;
}

/** Whether something can be mounted at that name in the root directory, and nowhere else. */
function isSingleName(name: string): boolean {
  return name !== '' && name !== '.' && !name.includes('/') && isMountable(`/${name}`);
}

function isTarget(target: string): boolean {
  return target !== '' && !target.includes('\0') && isKept(target);
}

/** Whether an archive keeps a name or target as it is. */
function isKept(text: string): boolean {
  return text.isWellFormed() && !text.includes('\ufffd') && byteLength(text) <= LONGEST_NAME;
}
