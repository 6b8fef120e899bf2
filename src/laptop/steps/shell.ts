import { createServer } from 'node:net';
import { removeContainers, runToEnd } from '../../engine/steps/container.ts';
import { attachDocker } from '../../host/steps/exec.ts';
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
  // On its own, docker doesn't pass on a second time what a Ctrl-C sends to all of a pipeline.
  const attach = (signal: AbortSignal) => attachDocker(args, signal, { isApart: !hasTerminal });
  const ending = { signal, isInterruptible: !hasTerminal, graceSeconds: GRACE_SECONDS };
  const exitCode = await runToEnd(container, attach, ending);
  // A docker that was killed, lost its output, or was told to stop before the container ran, has left it behind.
  if (exitCode !== 0 || signal.aborted) await removeContainers([container]);
  return exitCode ?? KILLED;
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
