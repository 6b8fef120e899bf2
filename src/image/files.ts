// The files of an image, wherever they are.
import { type RawEntry, recordOf, textAt } from './tar-entries.ts';

/** What is at a path of an image. */
export type Found = {
  kind: 'file' | 'folder' | 'link' | 'other';
  /** The bits that say who may do what. */
  mode: number;
  uid: number;
  gid: number;
  /** Where a link leads to; empty for all else. */
  target: string;
};

/** Looks at an image's files. What can't be looked at counts as absent. */
export type ImageFiles = {
  /** What is at an absolute path in which no folder is a link; a link at its end is found itself. */
  find(path: string): Promise<Found | undefined>;
  /** Bytes of a regular file at such a path; undefined for one of more than so many, and for all else. */
  read(path: string, mostBytes: number): Promise<Uint8Array | undefined>;
  /** Whether a folder, by its absolute path, has an entry with a name that is looked for. */
  has(folder: string, isWanted: (name: string) => boolean): Promise<boolean>;
};

/** Where a path in an image ends: at what is there, or before a folder that may not be entered. */
export type PathEnd =
  | { kind: 'there'; path: string; found: Found }
  | { kind: 'absent' }
  | { kind: 'closed'; folder: string };

/** More links than this are a circle, to Linux too. */
const MOST_LINKS = 40;

/** Follows an absolute path from an image's root directory, with its links, as the image's own programs would. */
export async function follow(
  { find }: Pick<ImageFiles, 'find'>,
  path: string,
  mayEnter: (folder: Found) => boolean = () => true,
): Promise<PathEnd> {
  let names: string[] = [];
  let left = namesIn(path);
  let end: PathEnd = { kind: 'absent' };
  for (let links = 0; left.length > 0; ) {
    const [name = '', ...rest] = left;
    left = rest;
    if (name === '..') {
      names.pop();
      continue;
    }
    const place = `/${[...names, name].join('/')}`;
    const found = await find(place);
    if (!found || links > MOST_LINKS) return { kind: 'absent' };
    if (found.kind === 'link') {
      links++;
      left = [...namesIn(found.target), ...left];
      if (found.target.startsWith('/')) names = [];
      continue;
    }
    if (left.length > 0 && found.kind !== 'folder') return { kind: 'absent' };
    if (left.length > 0 && !mayEnter(found)) return { kind: 'closed', folder: place };
    names.push(name);
    end = { kind: 'there', path: place, found };
  }
  return end;
}

function namesIn(path: string): string[] {
  return path.split('/').filter(name => name !== '' && name !== '.');
}

/** Text of a file of an image, by a path that may have links; empty where there is none of at most so many bytes. */
export async function readText(files: ImageFiles, path: string, mostBytes: number): Promise<string> {
  const end = await follow(files, path);
  const bytes = end.kind === 'there' ? await files.read(end.path, mostBytes) : undefined;
  return new TextDecoder().decode(bytes);
}

/** Whether somebody without any capability may enter a folder, by its mode. */
export function mayEnter({ mode, uid, gid }: Found, user: { uid: number; gid: number }): boolean {
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & 1) === 1;
}

const KINDS: Record<string, Found['kind']> = { 0: 'file', 2: 'link', 5: 'folder' };

/** What an entry of an archive says of the file that it stands for. */
export function foundIn({ header, pax = [], type }: RawEntry): Found {
  const text = (key: string) => new TextDecoder().decode(recordOf(pax, key));
  const octal = (at: number) => Number.parseInt(textAt(header, at, 8), 8) || 0;
  return {
    kind: KINDS[type] ?? 'other',
    mode: octal(100),
    uid: Number(text('uid')) || octal(108),
    gid: Number(text('gid')) || octal(116),
    target: type === '2' ? text('linkpath') || textAt(header, 157, 100) : '',
  };
}
