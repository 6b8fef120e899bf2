import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { atEnd } from './at-end.ts';

/** The folder of everything that is kept between runs (downloads, images, the engines' data); git ignores it. */
export const labFolder: string = resolve(import.meta.dirname, '../../.lab');

/** Prints one line about what the lab is doing, to standard error. */
export function progress(text: string): void {
  process.stderr.write(`lab: ${text}\n`);
}

const publicPrefix = 'dev-in-docker-lab-';
let madePublicFolder: Promise<string> | undefined;

/**
 * A folder under the system's temporary one that every user can enter, one for this process, removed when it ends.
 * The clone itself may be under /root, where a job's unprivileged user can't go.
 */
export function publicFolder(): Promise<string> {
  madePublicFolder ??= makePublicFolder();
  return madePublicFolder;
}

async function makePublicFolder(): Promise<string> {
  await removeFoldersOfDeadProcesses();
  const folder = await mkdtemp(join(tmpdir(), `${publicPrefix}${process.pid}-`));
  await chmod(folder, 0o755);
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function removeFoldersOfDeadProcesses(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${publicPrefix}(\\d+)-`).exec(name)?.[1]);
    // Another user's may be left: it is not ours to remove.
    if (pid && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
  }
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes the lock `name`, waiting with one progress line while another process holds it, and returns what gives it
 * back. A kernel lock (flock) in a child that ends with this process: a dead holder's lock is free at once.
 */
export async function lock(name: string): Promise<() => Promise<void>> {
  await mkdir(join(labFolder, 'locks'), { recursive: true });
  const file = join(labFolder, 'locks', name);
  // cat answers the first byte as soon as flock lets it run, and ends when this process closes its input.
  const holder = spawn('flock', [file, 'cat'], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  holder.stdin.write('.');
  const taken = once(holder.stdout, 'data');
  const waiting = setTimeout(() => void tellWhoHolds(name, file), 500);
  try {
    await Promise.race([taken, once(holder, 'exit').then(() => Promise.reject(new Error(`flock ${file} failed`)))]);
  } finally {
    clearTimeout(waiting);
  }
  await writeFile(file, `${process.pid}\n`);
  const gone = once(holder, 'exit');
  // A lock alone keeps no process alive.
  holder.unref();
  holder.stdout.destroy();
  return async () => {
    holder.ref();
    holder.stdin.end();
    await gone;
  };
}

async function tellWhoHolds(name: string, file: string): Promise<void> {
  const pid = (await readFile(file, 'utf8').catch(() => '')).trim();
  progress(`waiting for process ${pid || '?'}, which uses "${name}" of this lab`);
}
