import { setTimeout } from 'node:timers/promises';
import { docker } from '../../host/steps/exec.ts';

/** When and how a container is ended that does not end by itself. */
export type Ending = {
  /** The word to stop; its reason is the name of a signal where it was one. */
  signal: AbortSignal;
  /** Whether SIGINT is the command's own to answer; another signal after that removes the container. */
  isInterruptible: boolean;
  /** Seconds that the command has after any other signal, which it gets; without them the container is removed at once. */
  graceSeconds?: number;
};

/** Signals that tell this process to stop. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a container until it has ended, by itself or by the word to stop. `attach` starts docker with the container's
 * name, and ends it when its signal says so. Resolves with docker's exit code, or null where a signal ended docker. The
 * container may still be there: it is the caller's to remove, and no other removal is under way by then.
 */
export async function runToEnd(
  name: string,
  attach: (signal: AbortSignal) => Promise<number | null>,
  { signal, isInterruptible, graceSeconds }: Ending,
): Promise<number | null> {
  const client = new AbortController();
  const run = { name, hasEnded: false };
  let removing = Promise.resolve();
  const remove = () => {
    client.abort();
    // Docker refuses a second removal while the first is still at it.
    removing = removing.then(() => removeContainers([name]));
    return removing;
  };
  const stop = async () => {
    if (signal.reason === 'SIGINT' && isInterruptible) {
      for (const another of SIGNALS) process.once(another, remove);
      if (await interrupt(name)) return;
    }
    await (graceSeconds === undefined ? remove() : stopInTime(run, signal.reason, graceSeconds));
  };
  let stopping: Promise<void> | undefined;
  const onStop = () => {
    stopping = stop();
  };
  if (signal.aborted) client.abort();
  signal.addEventListener('abort', onStop, { once: true });
  try {
    return await attach(client.signal);
  } finally {
    run.hasEnded = true;
    signal.removeEventListener('abort', onStop);
    for (const another of SIGNALS) process.off(another, remove);
    await stopping;
    await removing;
  }
}

/** Removes containers, by names or IDs, with their volumes, whatever state they are in; those that are not there are passed over. */
export async function removeContainers(names: string[]): Promise<void> {
  if (names.length > 0) await docker(['rm', '--force', '--volumes', ...names]);
}

/** Whether the command could be told: it may not have begun yet. */
async function interrupt(name: string): Promise<boolean> {
  const { exitCode } = await docker(['kill', '--signal', 'SIGINT', name]);
  return exitCode === 0;
}

async function stopInTime(run: { name: string; hasEnded: boolean }, signal: string, seconds: number): Promise<void> {
  // Newer clients call it --timeout, older ones --time.
  const args = ['stop', '--signal', signal, '-t', String(seconds), run.name];
  // The container may not be there yet, or not have started: docker takes either for stopped.
  while (!run.hasEnded) {
    await docker(args);
    await setTimeout(100);
  }
}
