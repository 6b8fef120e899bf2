import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from '../plan.ts';

/** Where Docker's packages put docker-init, besides the PATH. */
const INIT_FOLDERS = ['/usr/bin', '/usr/libexec/docker', '/usr/local/bin'];

/** Looks for what mounting takes: FUSE, loop devices, docker-init. (Whether sudo asks for a password, the first mount shows.) */
export async function inspectMachine(folders: string[]): Promise<Machine> {
  const [hasFuse, hasLoop, init] = await Promise.all([
    isThere('/dev/fuse', constants.R_OK | constants.W_OK),
    isThere('/dev/loop-control'),
    findInit(folders),
  ]);
  if (!hasFuse) return { obstacle: 'this runner has no /dev/fuse that its user may open' };
  if (!hasLoop) return { obstacle: 'this runner has no loop devices' };
  if (init === undefined) return { obstacle: 'docker-init is not where Docker usually puts it' };
  return { init };
}

async function findInit(folders: string[]): Promise<string | undefined> {
  for (const folder of [...folders, ...INIT_FOLDERS]) {
    const path = join(folder, 'docker-init');
    if (await isThere(path, constants.X_OK)) return path;
  }
  return undefined;
}

async function isThere(path: string, mode: number = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
