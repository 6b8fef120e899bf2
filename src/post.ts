import { rm } from 'node:fs/promises';
import { getState } from '@actions/core';
import { finishSaves } from './cache/steps/entries.ts';
import { removeContainers } from './engine/steps/container.ts';
import { ownLabel, ownName, ownReferences } from './host/run.ts';
import { docker } from './host/steps/exec.ts';
import { leave } from './host/steps/leave.ts';
import { say } from './host/steps/log.ts';
import { untag } from './image/steps/inspect.ts';
import { removeMountFolder, unmountAll } from './mount/steps/unmount.ts';
import { messageOf } from './text/errors.ts';

/** Removes what a cancelled main left: containers, mounts, and once its saves are done the rest that was its own. */
async function cleanUp(id: string, temp: string): Promise<void> {
  await removeContainers([ownName(id)]);
  await unmountAll(temp);
  await removeMountFolder(temp);
  // A save reads the image that it saves, some through a container of its own.
  await finishSaves(temp);
  const { stdout } = await docker(['ps', '--all', '--quiet', '--filter', `label=${ownLabel(id)}`]);
  await removeContainers(stdout.split('\n').filter(line => line !== ''));
  await untag(...ownReferences(id));
  await rm(temp, { recursive: true, force: true });
}

const id = getState('id');
if (id !== '' && getState('done') === '') {
  // The job is over: what goes wrong here must not change its result.
  await cleanUp(id, getState('temp')).catch(error => say({ reader: 'runner' }, `Cleaning up: ${messageOf(error)}`));
}
leave(0);
