import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { attachDocker, docker } from '../../host/steps/exec.ts';
import { UserError } from '../../text/errors.ts';
import type { Port } from '../ports.ts';

/** Seconds that a command has to end when its terminal is closed, before it is ended. */
const GRACE_SECONDS = 3;

/**
 * Gives a container this process's terminal, or pipes, until its command has ended; resolves with the exit code. Signals
 * reach the command from here: after most it has some seconds, and then is ended. SIGINT, where there is no terminal whose
 * Ctrl-C is a key like any other, is its own to answer; another signal after that ends it.
 */
export async function runAttached(
  args: string[],
  { container, hasTerminal }: { container: string; hasTerminal: boolean },
  signal: AbortSignal,
): Promise<number> {
  const run = { container, hasEnded: false };
  let stopping: Promise<unknown> = Promise.resolve();
  const stop = () => {
    if (signal.reason !== 'SIGINT' || hasTerminal) {
      stopping = stopContainer(run, signal.reason);
      return;
    }
    stopping = interrupt(run);
    for (const another of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(another, () => void remove(container));
  };
  signal.addEventListener('abort', stop, { once: true });
  // On its own, docker doesn't pass on a second time what a Ctrl-C sends to all of a pipeline.
  const exitCode = await attachDocker(args, new AbortController().signal, { isApart: !hasTerminal });
  run.hasEnded = true;
  await stopping;
  // A docker that was killed, lost its output, or was told to stop before the container ran, has left it behind.
  if (exitCode !== 0 || signal.aborted) await remove(container);
  return exitCode ?? KILLED;
}

async function interrupt(run: { container: string; hasEnded: boolean }): Promise<void> {
  // It may not run yet.
  while (!run.hasEnded && (await docker(['kill', '--signal', 'SIGINT', run.container])).exitCode !== 0) {
    await setTimeout(100);
  }
}

async function stopContainer(run: { container: string; hasEnded: boolean }, signal: string): Promise<void> {
  // Newer clients call it --timeout, older ones --time.
  const stop = ['stop', '--signal', signal, '-t', String(GRACE_SECONDS), run.container];
  // It may not be there yet, or not have started: docker takes either for stopped.
  while (!run.hasEnded) {
    await docker(stop);
    await setTimeout(100);
  }
}

async function remove(container: string): Promise<void> {
  await docker(['rm', '--force', '--volumes', container]);
}

/** Exit code of what a signal has ended, where docker tells none. */
const KILLED = 137;

/** Fails where another program listens on a port that is to be published. */
export async function requireFreePorts(ports: Port[]): Promise<void> {
  for (const { host, container } of ports) {
    if (await isFree(host)) continue;
    throw new UserError(
      `Port ${host} of this machine is taken by another program: end that, or choose another port, such as --publish ${host + 1}:${container}.`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    // Ports below 1024 are not ours to try, but maybe docker's.
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
