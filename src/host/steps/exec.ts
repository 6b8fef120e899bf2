import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getExecOutput } from '@actions/exec';
import { childEnvironment } from './environment.ts';
import { asRoot } from './root.ts';

export type Answer = { exitCode: number; stdout: string; stderr: string };

type ProcessOptions = {
  /** Variables beyond the child's ordinary ones. */
  environment?: Record<string, string>;
  input?: string;
  /** Whether it gets no signals but those from here, not even those that a terminal sends to all that runs in it. */
  isApart?: boolean;
  /** After which it is ended. */
  milliseconds?: number;
};

let announce: (argv: string[]) => void = () => undefined;

/** Has every docker command told before it runs. */
export function announceCommands(tell: (argv: string[]) => void): void {
  announce = tell;
}

/** Runs a short docker command quietly. Rejects only where docker itself is missing. */
export async function docker(args: string[], options: ProcessOptions = {}): Promise<Answer> {
  announce(['docker', ...args]);
  return ask('docker', args, options);
}

/** Exit code of what took too long and was ended, as by coreutils' timeout. */
export const ENDED = 124;

/**
 * Runs a program that should answer soon, and ends it with exit code 124 where it doesn't; undefined where there is no
 * such program. Never rejects.
 */
export async function askBriefly(program: string, args: string[], milliseconds: number): Promise<Answer | undefined> {
  if (program === 'docker') announce([program, ...args]);
  return ask(program, args, { milliseconds }).catch(() => undefined);
}

/** Runs a short git command quietly; fails with an exit code where git is missing. */
export async function git(args: string[], input?: string): Promise<Answer> {
  return ask('git', args, input === undefined ? {} : { input }).catch(() => ({
    exitCode: 127,
    stdout: '',
    stderr: '',
  }));
}

/** Runs a short command as root, by sudo where this process isn't; fails with its exit code where sudo wants a password. */
export async function runAsRoot(argv: string[]): Promise<Answer> {
  const [program = '', ...args] = asRoot(argv);
  return getExecOutput(program, args, { silent: true, ignoreReturnCode: true, env: childEnvironment() });
}

/**
 * Runs a program quietly; rejects only where there is none. (@actions/exec prints to standard output where the PATH has
 * folders that can't be read, ends nothing, and breaks where a program does not read its input.)
 */
function ask(
  program: string,
  args: string[],
  { environment, input, milliseconds = 0 }: ProcessOptions = {},
): Promise<Answer> {
  const env = { ...childEnvironment(), ...environment };
  return new Promise((resolve, reject) => {
    const options = { env, timeout: milliseconds, maxBuffer: Number.POSITIVE_INFINITY };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      const exitCode = error ? (error.code ?? ENDED) : 0;
      if (typeof exitCode === 'number') resolve({ exitCode, stdout, stderr });
      else reject(error);
    });
    // What ended before it had read its input is judged by its exit code.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** What goes into a command and what is done with what comes out of it. */
type Streams = { input?: AsyncIterable<Uint8Array>; read?: (output: Readable) => Promise<void>; signal: AbortSignal };

/** Runs a docker command that takes or gives a stream. Rejects with docker's own words where it fails. */
export async function streamDocker(args: string[], { input, read, signal }: Streams): Promise<void> {
  announce(['docker', ...args]);
  const child = spawn('docker', args, { env: childEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  let said = '';
  child.stderr.on('data', chunk => {
    said = (said + chunk).slice(-2000);
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  try {
    const streams = await Promise.allSettled([
      pipeline(input ?? [], child.stdin),
      read ? read(child.stdout) : child.stdout.resume(),
    ]);
    const trouble = streams.find(result => result.status === 'rejected');
    if (trouble) stop();
    // Where docker gave up, its words say more than the broken pipe.
    if ((await ended) !== 0 && said !== '') throw new Error(said.trim().split('\n').at(-1));
    if (trouble) throw trouble.reason;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** What is done with the output of a long command, chunk by chunk. */
type Follower = {
  onStdout: (chunk: Buffer) => void;
  onStderr: (chunk: Buffer) => void;
  signal: AbortSignal;
};

/**
 * Runs a long docker command and hands out its output as it comes; stops it when the signal says so.
 * Resolves with its exit code, or null where a signal ended it. (@actions/exec gives out no process to stop.)
 */
export function followDocker(args: string[], follower: Follower, options: ProcessOptions = {}): Promise<number | null> {
  const child = startDocker(args, options, ['ignore', 'pipe', 'pipe']);
  child.stdout?.on('data', follower.onStdout);
  child.stderr?.on('data', follower.onStderr);
  return untilEnded(child, follower.signal);
}

/** Milliseconds that docker has to stop by itself. */
const GRACE_MILLISECONDS = 1000;

/** Gives a docker command this process's own terminal, or pipes, until it ends. Resolves and stops as above. */
export function attachDocker(
  args: string[],
  signal: AbortSignal,
  options: ProcessOptions = {},
): Promise<number | null> {
  const child = startDocker(args, options, 'inherit');
  // At a terminal docker leaves it to its plugins to heed signals, and they get none but those of keys. They do stop
  // once docker is gone. https://github.com/docker/cli/blob/v28.5.2/cmd/docker/docker.go
  const insist = () => void setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS).unref();
  signal.addEventListener('abort', insist, { once: true });
  return untilEnded(child, signal).finally(() => signal.removeEventListener('abort', insist));
}

function startDocker(
  args: string[],
  { environment, isApart }: ProcessOptions,
  stdio: SpawnOptions['stdio'],
): ChildProcess {
  announce(['docker', ...args]);
  return spawn('docker', args, {
    env: { ...childEnvironment(), ...environment },
    stdio: stdio ?? 'inherit',
    detached: isApart === true,
  });
}

function untilEnded(child: ChildProcess, signal: AbortSignal): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const stop = () => child.kill('SIGTERM');
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    child.on('error', reject);
    child.on('close', code => {
      signal.removeEventListener('abort', stop);
      resolve(code);
    });
  });
}
