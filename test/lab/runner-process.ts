// Runs one process of an action as the runner does: no input, output by lines, and the runner's way to cancel.
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { LineReader } from './commands.ts';

export type ActionProcess = {
  command: readonly string[];
  folder: string;
  environment: Record<string, string>;
  /** Gets each raw line of standard output and standard error; what it throws ends the process and the step. */
  onLine: (line: string) => void;
  /** Says of each raw line whether the job is to be cancelled at it. */
  cancelWhen?: (line: string) => boolean;
};

/** `exitCode` is 128 and the signal's number for a process that a signal ended; `seconds` is the time it took. */
export type ProcessEnd = { exitCode: number; cancelled: boolean; seconds: number };

// A process that ended while another still holds its output open is waited for no longer than this.
const patienceForOutput = 5000;
const cancelSignals = [
  ['SIGINT', 7500],
  ['SIGTERM', 2500],
] as const;

/** Runs a process to its end. Fails if it can't be started, or if `onLine` throws. */
export async function runProcess(options: ActionProcess): Promise<ProcessEnd> {
  const start = performance.now();
  const [program = '', ...parameters] = options.command;
  const child = spawn(program, parameters, { cwd: options.folder, env: options.environment, stdio: 'pipe' });
  child.stdin.on('error', () => {});
  child.stdin.end();
  const ended = endOf(child, [child.stdout, child.stderr]);
  let cancelling: Promise<void> | undefined;
  let failure: unknown;
  const takeLine = (line: string): void => {
    if (failure !== undefined) return;
    if (!cancelling && options.cancelWhen?.(line)) cancelling = cancel(child, ended);
    try {
      options.onLine(line);
    } catch (error) {
      failure = error;
      child.kill('SIGKILL');
    }
  };
  await readBoth(child, ended, takeLine);
  await cancelling;
  if (failure !== undefined) throw failure;
  const seconds = (performance.now() - start) / 1000;
  return { exitCode: exitCodeOf(child), cancelled: cancelling !== undefined, seconds };
}

// The runner works in batches, and in each takes the lines of standard error first, whenever they were written. So a
// stop-commands on standard output does not surely stop the commands that standard error brings after it.
async function readBoth(
  child: ChildProcessWithoutNullStreams,
  ended: Promise<void>,
  takeLine: (line: string) => void,
): Promise<void> {
  const batch: { errors: string[]; output: string[] } = { errors: [], output: [] };
  const takeBatch = (): void => {
    for (const line of [...batch.errors.splice(0), ...batch.output.splice(0)]) takeLine(line);
  };
  const addTo = (lines: string[]) => (line: string) => {
    if (batch.errors.length + batch.output.length === 0) setImmediate(takeBatch);
    lines.push(line);
  };
  const streams = [readLines(child.stderr, addTo(batch.errors)), readLines(child.stdout, addTo(batch.output))];
  await ended;
  await Promise.all(streams);
  takeBatch();
}

async function readLines(stream: Readable, takeLine: (line: string) => void): Promise<void> {
  const reader = new LineReader();
  stream.on('data', (bytes: Buffer) => {
    for (const line of reader.read(bytes)) takeLine(line);
  });
  // A stream that was destroyed before its end has lines too.
  await finished(stream).catch(() => {});
  for (const line of reader.end()) takeLine(line);
}

async function endOf(child: ChildProcess, streams: Readable[]): Promise<void> {
  const closed = once(child, 'close');
  closed.catch(() => {});
  await once(child, 'exit');
  const patience = new AbortController();
  await Promise.race([closed, wait(patienceForOutput, undefined, { signal: patience.signal })]);
  patience.abort();
  for (const stream of streams) stream.destroy();
}

// Only the process itself gets the signals. What it leaves running is killed when the job ends.
async function cancel(child: ChildProcess, ended: Promise<void>): Promise<void> {
  for (const [signal, patience] of cancelSignals) {
    if (!child.kill(signal)) continue;
    const timer = new AbortController();
    const tooLong = wait(patience, 'too long', { signal: timer.signal });
    if ((await Promise.race([ended, tooLong])) === 'too long') continue;
    timer.abort();
    return;
  }
  child.kill('SIGKILL');
}

function exitCodeOf(child: ChildProcess): number {
  if (child.exitCode !== null) return child.exitCode;
  return 128 + (child.signalCode ? constants.signals[child.signalCode] : 0);
}

/** Kills what a job left running, known by its RUNNER_TRACKING_ID, and returns a name and id of each. */
export async function killOrphans(trackingId: string): Promise<{ pid: number; name: string }[]> {
  const orphans = [];
  // Only Linux has /proc; the lab of any other system leaves orphans to themselves.
  for (const pid of (await readdir('/proc').catch(() => [])).map(Number).filter(Number.isInteger)) {
    // Other users' processes can't be read, and processes end while they are looked at.
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (!environment.split('\0').includes(`RUNNER_TRACKING_ID=${trackingId}`)) continue;
    const name = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
    try {
      process.kill(pid, 'SIGKILL');
      orphans.push({ pid, name });
    } catch {
      // It ended by itself.
    }
  }
  return orphans;
}
