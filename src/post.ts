import { rm } from 'node:fs/promises';
import { getState } from '@actions/core';
import { messageOf } from './core/errors.ts';
import { finishSave } from './steps/cache.ts';
import { docker } from './steps/exec.ts';

/** Removes what a cancelled main left: its containers, and its temporary folder once the save in it is done. */
async function cleanUp(id: string, temp: string): Promise<void> {
  const { stdout } = await docker(['ps', '--all', '--quiet', '--filter', `label=dev-in-docker=${id}`]);
  const containers = stdout.split('\n').filter(line => line !== '');
  if (containers.length > 0) await docker(['rm', '--force', '--volumes', ...containers]);
  await finishSave(temp);
  await rm(temp, { recursive: true, force: true });
}

const id = getState('id');
if (id !== '' && getState('done') === '') {
  // The job is over: what goes wrong here must not change its result.
  await cleanUp(id, getState('temp')).catch(error => console.log(`Cleaning up: ${messageOf(error)}`));
}
process.exit();
