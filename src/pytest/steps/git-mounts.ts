import { lstat, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { findGitData } from '../../checkout/steps/git-data.ts';
import type { SeeFolder } from '../../checkout/steps/git-marks.ts';
import type { Mount } from '../../engine/container.ts';

/**
 * Mounts that protect the git data of a folder: all of it read-only, since git on the host runs what a .git/config
 * names; and cleaned copies over the configurations that hold a credential. `see` is told what is in each folder.
 */
export async function gitMounts(folder: string, workdir: string, temp: string, see: SeeFolder): Promise<Mount[]> {
  const mounts: Mount[] = [];
  const copies = await mkdtemp(join(temp, 'git-'));
  for await (const found of findGitData(folder, { see })) {
    const copy = join(copies, String(mounts.length));
    if (found.kind === 'credential') await writeFile(copy, found.harmless, { mode: 0o644 });
    const source = found.kind === 'credential' ? copy : found.path;
    for (const path of found.kind === 'data' ? await spellings(found.path) : [found.path])
      mounts.push({ source, target: join(workdir, relative(folder, path)), isReadOnly: true });
  }
  return mounts;
}

const SPELLINGS = ['git', 'Git', 'gIt', 'giT', 'GIt', 'GiT', 'gIT', 'GIT'].map(name => `.${name}`);

/**
 * The paths that lead to what is called .git: several on a disk of macOS or Windows that ignores case. An engine in a
 * virtual machine doesn't: a mount over one spelling leaves the others open (tried with a file system of that kind).
 */
async function spellings(path: string): Promise<string[]> {
  const all = SPELLINGS.map(name => join(dirname(path), name));
  const [own, other] = await Promise.all([all[0], all.at(-1)].map(one => lstat(one ?? '').catch(() => undefined)));
  return own && own.ino === other?.ino && own.dev === other.dev ? all : [path];
}
