import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ownName, type Run } from '../../host/run.ts';
import { newId, readPerson } from '../../host/steps/environment.ts';
import { announceCommands } from '../../host/steps/exec.ts';
import { print } from '../../host/steps/log.ts';
import { commandLine } from '../../text/command-line.ts';
import { messageOf, UserError } from '../../text/errors.ts';
import { type Source, withSource } from '../../text/sentence.ts';
import type { Options } from './options.ts';

/** What a command has for itself until it knows its project, and where values come from that were not typed. */
export type Session = Omit<Run, 'workspace'> & { settings?: Source };

/** Exit code of a command that could not do what it was asked for, as docker has it. */
export const TROUBLE = 125;

/**
 * Runs a command with a folder of its own and the word to stop, by Ctrl-C, SIGTERM or a terminal that closes; nothing of
 * it is left at the end. Resolves with the exit code.
 */
export async function inSession(
  { isQuiet, isVerbose }: Options,
  action: (session: Session) => Promise<number>,
): Promise<number> {
  if (isVerbose) announceCommands(argv => print(`+ ${commandLine(argv)}`, process.stderr));
  const id = newId();
  const temp = await makeFolder(join(readPerson().cacheFolder, 'runs'), id);
  // A terminal that was closed takes no words any more.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal));
  const reader = isQuiet ? 'quiet' : isAtTerminal() ? 'terminal' : 'pipe';
  const session: Session = { id, temp, signal: stop.signal, reader };
  try {
    const exitCode = await action(session);
    return stop.signal.aborted && exitCode === TROUBLE ? afterSignal(stop.signal.reason) : exitCode;
  } catch (error) {
    if (stop.signal.aborted) {
      // Ctrl-C ends docker too, wherever it is, and what it leaves is of no use.
      print('Stopped.', process.stderr);
      return afterSignal(stop.signal.reason);
    }
    throw error instanceof UserError ? new UserError(withSource(error.sentence, session.settings)) : error;
  } finally {
    await removeIfPossible(temp);
  }
}

/** Exit code of what a signal has ended, as shells have it. */
export function afterSignal(name: NodeJS.Signals): number {
  return 128 + constants.signals[name];
}

/** Seconds after which a folder can't be that of a command that still runs, unless somebody sleeps in its shell. */
const FORGOTTEN_SECONDS = 7 * 24 * 3600;

/**
 * Makes a folder for one command in the home, which engines in a virtual machine can mount where the system's folder for
 * temporary files is out of their sight; removes those of commands that were killed long ago.
 */
async function makeFolder(parent: string, id: string): Promise<string> {
  const folder = join(parent, ownName(id));
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(error => {
    throw new UserError(`${messageOf(error)}: let the variable XDG_CACHE_HOME name a folder that you may write to.`);
  });
  for (const name of await readdir(parent)) {
    const { mtimeMs } = await stat(join(parent, name)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > FORGOTTEN_SECONDS * 1000) await removeIfPossible(join(parent, name));
  }
  return folder;
}

/** Tests may have written what only root could remove. */
async function removeIfPossible(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

/** Whether a person sees what comes, as it comes. */
export function isAtTerminal(): boolean {
  return [process.stdin, process.stdout, process.stderr].every(stream => stream.isTTY === true);
}
