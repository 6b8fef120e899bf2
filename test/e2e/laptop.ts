// A person's machine: their home, their project, their docker client, and the command as npm has installed it there.

import { spawn } from 'node:child_process';
import { cp, lstat, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type Engine, listIds } from '../lab/client.ts';
import { clientPath } from '../lab/lab.ts';
import { run as runProgram } from '../lab/process.ts';
import { newFolder, nodeForActions, removeFolder } from '../lab/runner-folders.ts';
import { startTerminal, type Terminal } from '../lab/terminal.ts';
import { asUser, giveTo, type JobUser, jobUser } from '../lab/user.ts';
import type { TestLab } from './lab.ts';
import { type Files, tiny } from './project.ts';

const dist = resolve(import.meta.dirname, '../../dist');

/** Seconds after which a command that was to end by itself hangs: a first build takes its time. */
const PATIENCE_SECONDS = 240;

export type LaptopOptions = {
  /** Where the command is called; unset, in the project. */
  folder?: string;
  /** Over the person's own environment. */
  environment?: Record<string, string>;
};

export type PipeOptions = LaptopOptions & {
  input?: string;
  /** Signals that it gets, one after the other at half a second, once it has written something. */
  signals?: NodeJS.Signals[];
  /** Whether nobody reads on, once it has written something. */
  isClosed?: boolean;
};

export type Ended = { exitCode: number; screen: string };
export type PipeEnded = { exitCode: number; stdout: string; stderr: string };

export type Laptop = {
  /** The person's project, and their home around it. */
  readonly folder: string;
  readonly home: string;
  /** Runs `dev-in-docker` with these arguments in a terminal to its end. */
  run(args: string[], options?: LaptopOptions): Promise<Ended>;
  /** Starts it, for somebody who types. */
  start(args: string[], options?: LaptopOptions): Terminal;
  /** Runs it without a terminal. */
  pipe(args: string[], options?: PipeOptions): Promise<PipeEnded>;
  /** Writes files of the person's; paths are relative to the home. */
  write(files: Files): Promise<void>;
  /** Runs another program as the person, and returns what it said. */
  outside(command: string[], folder?: string): Promise<string>;
  /** Names of the command's containers, running or not. */
  containers(): Promise<string[]>;
};

/** One person on one machine, who can do what they do. */
type Machine = { user: JobUser; root: string; node: string; engine: Engine };

/**
 * Gives a person a machine with a project, before the tests of a `describe` and until after them. After each test nothing
 * may be left of what it ran.
 */
export function useLaptop({ lab }: TestLab, files: Files = tiny()): Laptop {
  let found: Machine | undefined;
  let before: string[] = [];
  const started: Terminal[] = [];
  const machine = () => {
    if (!found) throw new Error('The laptop was not set up.');
    return found;
  };
  const start: Laptop['start'] = (args, options = {}) => {
    const terminal = startTerminal(commandOf(machine(), args), placeOf(machine(), options));
    started.push(terminal);
    return terminal;
  };
  beforeAll(async () => {
    found = await setUp(lab().engine, files);
    before = await listImages(found.engine);
  });
  afterEach(async () => {
    for (const terminal of started.splice(0)) await endForSure(terminal);
    if (found) await expectNothingLeft(found);
  });
  afterAll(async () => {
    if (!found) return;
    const made = (await listImages(found.engine)).filter(image => !before.includes(image));
    if (made.length > 0) await found.engine.docker(['rmi', '--force', ...made]);
    await removeFolder(found.root);
  });
  return {
    get folder() {
      return projectOf(machine());
    },
    get home() {
      return homeOf(machine());
    },
    start,
    run: async (args, options) => {
      const terminal = start(args, options);
      const exitCode = await inTime(terminal);
      return { exitCode, screen: terminal.screen() };
    },
    pipe: (args, options = {}) => pipe(machine(), args, options),
    write: files => writeFiles(machine(), files),
    outside: (command, folder) => outside(machine(), command, folder),
    containers: () => listContainers(machine().engine),
  };
}

function homeOf({ root }: Machine): string {
  return join(root, 'home');
}

function projectOf(machine: Machine): string {
  return join(homeOf(machine), 'wine');
}

async function setUp(engine: Engine, files: Files): Promise<Machine> {
  const user = await jobUser('runner');
  const machine = { user, root: await newFolder('laptop'), node: await nodeForActions(), engine };
  await cp(dist, join(machine.root, 'dev-in-docker/dist'), { recursive: true });
  await mkdir(join(machine.root, 'docker'));
  await symlink(engine.plugins, join(machine.root, 'docker/cli-plugins'));
  await giveTo(user, join(machine.root, 'docker'));
  await writeFiles(machine, { '.gitconfig': '[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n' });
  await writeFiles(machine, Object.fromEntries(Object.entries(files).map(([path, text]) => [`wine/${path}`, text])));
  await outside(machine, ['git', 'init', '--quiet', '--initial-branch', 'main']);
  await outside(machine, ['git', 'add', '--all']);
  await outside(machine, ['git', 'commit', '--quiet', '--allow-empty', '--message', 'Add an analysis']);
  return machine;
}

async function writeFiles(machine: Machine, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(homeOf(machine), path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await giveTo(machine.user, homeOf(machine));
}

function outside(machine: Machine, command: string[], folder = projectOf(machine)): Promise<string> {
  return runProgram(asUser(machine.user, command), placeOf(machine, { folder }));
}

function commandOf({ user, root, node }: Machine, args: string[]): string[] {
  return asUser(user, [node, join(root, 'dev-in-docker/dist/cli.js'), ...args]);
}

/** Nothing of who runs the tests, whose shell may be a job's. */
function placeOf(machine: Machine, { folder = projectOf(machine), environment }: LaptopOptions) {
  const { user, engine } = machine;
  const own = {
    ...{ HOME: homeOf(machine), USER: user.name, LOGNAME: user.name, TERM: 'xterm-256color', LANG: 'C.UTF-8' },
    ...engine.environment,
    PATH: clientPath(engine),
    DOCKER_CONFIG: join(machine.root, 'docker'),
  };
  return { folder, environment: { ...own, ...environment } };
}

async function pipe(machine: Machine, args: string[], options: PipeOptions): Promise<PipeEnded> {
  const { folder, environment } = placeOf(machine, options);
  const [program = '', ...rest] = commandOf(machine, args);
  const child = spawn(program, rest, { cwd: folder, env: environment, timeout: PATIENCE_SECONDS * 1000 });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', code => resolve(code ?? -1));
  });
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  child.stdout.once('data', async () => {
    if (options.isClosed) child.stdout.destroy();
    for (const signal of options.signals ?? []) {
      child.kill(signal);
      await sleep(500);
    }
  });
  const [stdout, stderr, exitCode] = await Promise.all([
    options.isClosed ? '' : text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  return { exitCode, stdout, stderr };
}

/** The exit code of a program that ends by itself; rejects with the screen where it does not. */
async function inTime(terminal: Terminal): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const complain = () => reject(new Error(`It still runs after ${PATIENCE_SECONDS} s:\n${terminal.screen()}`));
    timer = setTimeout(complain, PATIENCE_SECONDS * 1000);
  });
  return Promise.race([terminal.ended, tooLate]).finally(() => clearTimeout(timer));
}

async function endForSure(terminal: Terminal): Promise<void> {
  let hasEnded = false;
  void terminal.ended.then(() => {
    hasEnded = true;
  });
  await Promise.resolve();
  if (!hasEnded) terminal.close();
  await inTime(terminal);
}

async function listContainers({ docker }: Engine): Promise<string[]> {
  const names = await docker(['ps', '--all', '--filter', 'label=dev-in-docker', '--format', '{{.Names}}']);
  return names.split('\n').filter(Boolean);
}

function listImages({ docker }: Engine): Promise<string[]> {
  return listIds(docker, ['images', '--filter', 'reference=dev-in-docker/*']);
}

async function expectNothingLeft(machine: Machine): Promise<void> {
  const { docker } = machine.engine;
  expect(await listContainers(machine.engine), 'containers').toEqual([]);
  const networks = await docker(['network', 'ls', '--format', '{{.Name}}']);
  expect(networks.split('\n').sort(), 'networks').toEqual(['bridge', 'host', 'none']);
  const runs = await readdir(join(homeOf(machine), '.cache/dev-in-docker/runs')).catch(() => []);
  expect(runs, 'folders for one run').toEqual([]);
  expect(await foreignFiles(machine), 'files that are not the person’s').toEqual([]);
}

/** What in the person's home, their projects among it, belongs to somebody else. */
async function foreignFiles(machine: Machine): Promise<string[]> {
  const paths = await readdir(homeOf(machine), { recursive: true });
  const owners = await Promise.all(
    paths.map(async path => [path, (await lstat(join(homeOf(machine), path))).uid] as const),
  );
  return owners.flatMap(([path, uid]) => (uid === machine.user.uid ? [] : [path]));
}
