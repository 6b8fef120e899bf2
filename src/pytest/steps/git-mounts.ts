import { mkdtemp, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
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
    mounts.push({
      source: found.kind === 'credential' ? copy : found.path,
      target: join(workdir, relative(folder, found.path)),
      isReadOnly: true,
    });
  }
  return mounts;
}
