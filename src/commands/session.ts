import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../context.ts';
import { shellLine } from '../core/markup.ts';
import type { Run } from '../run.ts';
import { announceCommands } from '../steps/exec.ts';
import { speakTo } from '../steps/log.ts';
import type { Options } from './options.ts';

/** Exit code of a command that could not do what it was asked for, as docker has it. */
export const TROUBLE = 125;

/**
 * Runs a command with a folder of its own and the word to stop, by Ctrl-C, SIGTERM or a terminal that closes; nothing of
 * it is left at the end. Resolves with the exit code.
 */
export async function inSession(
  { isQuiet, isVerbose }: Options,
  action: (run: Omit<Run, 'workspace'>) => Promise<number>,
): Promise<number> {
  speakTo(isQuiet ? 'quiet' : isAtTerminal() ? 'terminal' : 'pipe');
  if (isVerbose) announceCommands(argv => console.error(`+ ${shellLine(argv)}`));
  const id = newId();
  const temp = await mkdtemp(join(tmpdir(), 'dev-in-docker-'));
  // A terminal that was closed takes no words any more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal));
  try {
    return await action({ id, temp, signal: stop.signal });
  } finally {
    await rm(temp, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Whether a person sees what comes, as it comes. */
export function isAtTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].every(stream => stream.isTTY === true);
}
