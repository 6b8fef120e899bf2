import { ownName, type Run } from '../../host/run.ts';
import { say } from '../../host/steps/log.ts';
import type { Port } from '../ports.ts';
import { requireFreePorts, runAttached } from '../steps/shell.ts';
import { isAtTerminal, TROUBLE } from './session.ts';

/**
 * Runs this run's container with the person's terminal, or pipes, and says where its ports are. `listeners` names those
 * that need not be told to listen to them. Resolves with the exit code; fails where a port is taken.
 */
export async function enter(args: string[], ports: Port[], run: Run, listeners = ''): Promise<number> {
  await requireFreePorts(ports);
  if (run.signal.aborted) return TROUBLE;
  for (const { host, container } of ports) {
    say(
      run,
      `http://127.0.0.1:${host} leads to port ${container}, if what listens there listens on 0.0.0.0${listeners}.`,
    );
  }
  return runAttached(args, { container: ownName(run.id), hasTerminal: isAtTerminal() }, run.signal);
}
