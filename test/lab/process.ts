import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { access, constants, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

export type RunOptions = {
  input?: string | Readable;
  /** Added to the environment of this process. */
  environment?: Record<string, string>;
  /** The working directory. */
  folder?: string;
  /** Where standard error goes besides the error message: nowhere unless given. */
  onLine?: (line: string) => void;
};

/** Runs a program to its end and returns its standard output, trimmed; rejects with its standard error in the message. */
export async function run(command: readonly string[], options: RunOptions = {}): Promise<string> {
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: options.folder,
    env: { ...process.env, ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A program that ends before it has read its input is judged by its exit status, not by the broken pipe.
  child.stdin.on('error', () => {});
  if (typeof options.input === 'object') options.input.pipe(child.stdin);
  else child.stdin.end(options.input ?? '');
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr.push(chunk);
    for (const line of chunk.toString().split('\n')) if (line.trim()) options.onLine?.(line.trim());
  });
  const [code, signal] = await ended(child, command);
  const output = Buffer.concat(stdout).toString().trim();
  if (code === 0) return output;
  const reason = lastLines(Buffer.concat(stderr).toString().trim() || output, 20);
  throw new Error(`${command.join(' ')} ended with ${signal ?? code}: ${reason}`);
}

async function ended(child: ChildProcess, command: readonly string[]): Promise<[number | null, string | null]> {
  try {
    const [code, signal] = await once(child, 'close');
    return [code, signal];
  } catch (error) {
    throw new Error(`${command[0]} could not be started: ${error instanceof Error ? error.message : error}`);
  }
}

/** The last `count` lines of a text. */
export function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** The path of a program on this machine's PATH, or undefined. */
export async function findProgram(name: string, more: readonly string[] = []): Promise<string | undefined> {
  // A user's PATH often lacks the sbin folders, where dockerd and iptables may be.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin', ...more];
  for (const folder of folders) {
    const path = join(folder, name);
    if (folder && (await isExecutable(path))) return path;
  }
  return undefined;
}

/** Whether there is something at this path. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

let becomingRoot: Promise<readonly string[] | undefined> | undefined;

/** What to put before a command so that it runs as root: nothing for root, `sudo -n` where that works, else undefined. */
export function wayToRoot(): Promise<readonly string[] | undefined> {
  becomingRoot ??= findWayToRoot();
  return becomingRoot;
}

async function findWayToRoot(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = ['sudo', '-n'];
  return run([...sudo, 'true']).then(
    () => sudo,
    () => undefined,
  );
}

/** Runs a program as root, see `run`; rejects where this process can't become root. */
export async function runAsRoot(command: readonly string[], options: RunOptions = {}): Promise<string> {
  return run(await asRoot(command, options.environment), options);
}

/** Starts a program as root whose standard output is read while it runs; `ended` rejects when it fails. */
export async function streamAsRoot(command: readonly string[]): Promise<{ stdout: Readable; ended: Promise<void> }> {
  const argv = await asRoot(command);
  const child = spawn(argv[0] ?? '', argv.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
  const judge = async () => {
    const [code, signal] = await ended(child, argv);
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${signal ?? code}`);
  };
  return { stdout: child.stdout, ended: judge() };
}

/** A command as root would type it: sudo hands no environment on, so it is spelled out. */
export async function asRoot(command: readonly string[], environment: Record<string, string> = {}): Promise<string[]> {
  const way = await wayToRoot();
  if (!way) throw new Error(`${command[0]} needs root: run as root, or allow sudo without a password`);
  if (way.length === 0) return [...command];
  return [...way, 'env', ...Object.entries(environment).map(([name, value]) => `${name}=${value}`), ...command];
}

export type Daemon = {
  /** Whether it is still running. */
  isRunning(): boolean;
  /** The last lines it wrote. */
  log(): Promise<string>;
  /** Waits until it has ended; rejects when it still runs after so many seconds. */
  untilEnded(seconds: number): Promise<void>;
  /** The process that was started: the program itself, or the sudo before it. */
  pid: number;
};

/**
 * Starts a program that stays in the background, its output in the file `log`. It gets SIGTERM from the kernel when
 * this process dies, however that happens; a Ctrl-C in the terminal doesn't reach it.
 */
export async function startDaemon(
  command: readonly string[],
  log: string,
  options: { root?: boolean; environment?: Record<string, string> } = {},
): Promise<Daemon> {
  const tied = ['setpriv', '--pdeathsig', 'TERM', ...command];
  const argv = options.root ? await asRoot(tied, options.environment) : tied;
  const output = openSync(log, 'w');
  const child = spawn(argv[0] ?? '', argv.slice(1), {
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', output, output],
    detached: true,
  });
  await once(child, 'spawn');
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const untilEnded = (seconds: number) => waitFor(`${command[0]} ends`, seconds, () => !isRunning());
  child.unref();
  return { isRunning, untilEnded, log: async () => lastLines(await readFile(log, 'utf8'), 15), pid: child.pid ?? 0 };
}

/** Waits until `isDone` says so, asking every 50 ms; rejects with `what` in the message after `seconds`. */
export async function waitFor(what: string, seconds: number, isDone: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await isDone())) {
    if (Date.now() > end) throw new Error(`${what}: still not after ${seconds} s`);
    await sleep(50);
  }
}
