import { rm } from 'node:fs/promises';
import { getState } from '@actions/core';
import { finishSaves } from './cache/steps/entries.ts';
import { removeContainers } from './engine/steps/container.ts';
import { docker } from './host/steps/exec.ts';
import { untag } from './image/steps/inspect.ts';
import { skeletonOf } from './mount/steps/mount.ts';
import { removeMountFolder, unmountAll } from './mount/steps/unmount.ts';
import { messageOf } from './text/errors.ts';

/** Removes what a cancelled main left: containers, mounts, and its temporary folder once the saves in it are done. */
async function cleanUp(id: string, temp: string): Promise<void> {
  const { stdout } = await docker(['ps', '--all', '--quiet', '--filter', `label=dev-in-docker=${id}`]);
  await removeContainers(stdout.split('\n').filter(line => line !== ''));
  for (const stage of ['dev', 'share']) await untagRun(`dev-in-docker/*/*:${stage}-${id}`);
  await unmountAll(temp);
  await Promise.all([untag(skeletonOf(id)), removeMountFolder(temp)]);
  await finishSaves(temp);
  await rm(temp, { recursive: true, force: true });
}

/** Takes the references of a run away from what it built. */
async function untagRun(pattern: string): Promise<void> {
  const format = '{{.Repository}}:{{.Tag}}';
  const { stdout } = await docker(['image', 'ls', '--filter', `reference=${pattern}`, '--format', format]);
  for (const reference of stdout.split('\n').filter(line => line !== '')) await untag(reference);
}

const id = getState('id');
if (id !== '' && getState('done') === '') {
  // The job is over: what goes wrong here must not change its result.
  await cleanUp(id, getState('temp')).catch(error => console.log(`Cleaning up: ${messageOf(error)}`));
}
process.exit();
