import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runAsRoot } from '../../host/steps/exec.ts';

/** Where the parts of a mounted image are, within the run's own folder. */
export function mountFolder(temp: string): string {
  return join(temp, 'mount');
}

/** Mount points in the order in which they come off: the overlay, the squashfs in it, the file that holds it. */
export const MOUNT_POINTS = ['merged', 'lower', 'image'] as const;

/** Takes off all mounts of a run, lazily those that are still in use; does nothing where there are none. */
export async function unmountAll(temp: string): Promise<void> {
  for (const name of MOUNT_POINTS) await unmount(join(mountFolder(temp), name));
}

/** Removes a run's mount folder, in which the engine made files as root. */
export async function removeMountFolder(temp: string): Promise<void> {
  const folder = mountFolder(temp);
  await rm(folder, { recursive: true, force: true }).catch(() =>
    runAsRoot(['rm', '--recursive', '--force', '--one-file-system', folder]),
  );
}

async function unmount(path: string): Promise<void> {
  // A loop device lets go of its file a moment after its file system came off.
  for (let tries = 0; await isMounted(path); tries++) {
    const isLazy = tries > 20;
    const { exitCode } = await runAsRoot(['umount', ...(isLazy ? ['--lazy'] : []), path]);
    if (exitCode === 0 || isLazy) return;
    await wait(25);
  }
}

async function isMounted(path: string): Promise<boolean> {
  const mounts = await readFile('/proc/self/mountinfo', 'utf8');
  // The fifth field is the mount point; blanks and the like are octal escapes.
  const escaped = path.replace(/[\s\\]/g, character => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);
  return mounts.split('\n').some(line => line.split(' ')[4] === escaped);
}
