import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gitDataElsewhere } from '../../checkout/steps/git.ts';
import { findGitData } from '../../checkout/steps/git-data.ts';
import type { Mount } from '../../engine/container.ts';

/**
 * Mounts for the git data that a worktree or a submodule has outside of its folder, where it is on this machine: read-only,
 * and with cleaned copies over the configurations that hold a credential. None where all is in the folder.
 */
export async function gitMountsElsewhere(folder: string, temp: string): Promise<Mount[]> {
  const data = await gitDataElsewhere(folder);
  if (data === undefined) return [];
  const mounts: Mount[] = [{ source: data, target: data, isReadOnly: true }];
  const copies = await mkdtemp(join(temp, 'git-'));
  for await (const found of findGitData(data, { isGit: true })) {
    if (found.kind !== 'credential') continue;
    const copy = join(copies, String(mounts.length));
    await writeFile(copy, found.harmless, { mode: 0o644 });
    mounts.push({ source: copy, target: found.path, isReadOnly: true });
  }
  return mounts;
}
