import type { Readable } from 'node:stream';
import { removeContainers } from '../../engine/steps/container.ts';
import { ownLabel, ownName, type Run } from '../../host/run.ts';
import { followDocker, streamDocker } from '../../host/steps/exec.ts';
import { readEntries } from '../tar-entries.ts';

/** Whether a folder of an image, by its absolute path, has an entry with a name that is looked for. */
export type HasEntry = (folder: string, isWanted: (name: string) => boolean) => Promise<boolean>;

/** For all that is looked for in an image together. */
const PATIENCE_SECONDS = 10;

/**
 * Lets an action look into an image, of which nothing is run: its files are read from a container that is never started,
 * and that is removed at the end. What is not found within ten seconds, or before the run is to stop, counts as absent.
 */
export async function lookInto<Result>(
  image: string,
  run: Pick<Run, 'id' | 'signal'>,
  action: (has: HasEntry) => Promise<Result>,
  patienceSeconds = PATIENCE_SECONDS,
): Promise<Result> {
  const name = ownName(run.id);
  const signal = AbortSignal.any([run.signal, AbortSignal.timeout(patienceSeconds * 1000)]);
  const ours = ['--name', name, '--label', ownLabel(run.id), '--pull', 'never', '--network', 'none'];
  const ignore = () => undefined;
  try {
    // An image without a command of its own needs one here, though it never runs.
    await followDocker(['create', ...ours, image, 'none'], { onStdout: ignore, onStderr: ignore, signal });
    return await action((folder, isWanted) => hasEntry(`${name}:${folder}/.`, isWanted, signal));
  } finally {
    await removeContainers([name]);
  }
}

/** Docker gives a folder with all below it; there is no way to have the names alone. */
async function hasEntry(place: string, isWanted: (name: string) => boolean, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  let isFound = false;
  const read = async (output: Readable) => {
    for await (const entry of readEntries(output)) {
      if ('end' in entry) break;
      const [, name, ...below] = entry.path.replace(/\/$/, '').split('/');
      isFound = name !== undefined && below.length === 0 && isWanted(name);
      if (isFound) break;
      for await (const _ of entry.blocks());
    }
    // Docker would wait for ever for somebody to read the rest.
    output.destroy();
  };
  await streamDocker(['cp', place, '-'], { read, signal }).catch(() => undefined);
  return isFound;
}
