import { chmod, copyFile, mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { publicFolder } from './folder.ts';
import { run } from './process.ts';
import type { Programs } from './programs.ts';

export type Client = Pick<Engine, 'environment' | 'plugins' | 'docker'>;

/** What reaches the engine at `host` (as in DOCKER_HOST), for the lab itself and for jobs of any user. */
export async function connect(programs: Pick<Programs, 'docker' | 'buildx' | 'init'>, host: string): Promise<Client> {
  shared ??= shareClients(programs);
  const { folder, plugins } = await shared;
  const environment = { DOCKER_HOST: host, PATH: [folder, process.env.PATH ?? ''].join(delimiter) };
  const docker: Engine['docker'] = (args, options = {}) =>
    run([join(folder, 'docker'), ...args], {
      ...options,
      // A configuration of the lab's own: nothing of the user's is read or written.
      environment: { ...environment, DOCKER_CONFIG: join(plugins, '..'), ...options.environment },
    });
  return { environment, plugins, docker };
}

type Shared = { folder: string; plugins: string };
let shared: Promise<Shared> | undefined;

/** Puts docker and docker-buildx where every user can reach them, once for all engines of this process. */
async function shareClients(programs: Pick<Programs, 'docker' | 'buildx' | 'init'>): Promise<Shared> {
  const root = await publicFolder();
  await shareProgram(programs.docker, join(root, 'bin'), 'docker');
  // Hosted runners have it on their PATH.
  if (programs.init) await shareProgram(programs.init, join(root, 'bin'), 'docker-init');
  await shareProgram(programs.buildx, join(root, 'docker/cli-plugins'), 'docker-buildx');
  await chmod(join(root, 'docker'), 0o755);
  return { folder: join(root, 'bin'), plugins: join(root, 'docker/cli-plugins') };
}

async function shareProgram(path: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  // What the system has installed is reachable where it is.
  if (path.startsWith('/usr/')) return symlink(path, join(folder, name));
  await copyFile(path, join(folder, name));
  await chmod(join(folder, name), 0o755);
}

/** Runs a docker command that lists ids, one a line, and returns each id once. */
export async function listIds(docker: Engine['docker'], args: string[]): Promise<string[]> {
  return [...new Set((await docker([...args, '--quiet', '--no-trunc'])).split('\n').filter(Boolean))];
}

export type ImageStore = 'containerd' | 'classic';

export type Engine = {
  /** The image store it really has: on an engine that isn't the lab's own, maybe not the one asked for. */
  store: ImageStore;
  /** Started by the lab, or else the one that answers on this machine. */
  isPrivate: boolean;
  /** What a job needs to reach it: DOCKER_HOST, and PATH with the docker client first. */
  environment: Record<string, string>;
  /** A folder with docker-buildx, for the cli-plugins of a job's home. */
  plugins: string;
  /** Runs the docker client and returns its standard output, trimmed; rejects with its standard error. */
  docker(
    args: string[],
    options?: { input?: string | Readable; environment?: Record<string, string> },
  ): Promise<string>;
  /** Makes it as empty as on a new runner; an engine that isn't the lab's own loses only what has the lab's label. */
  empty(): Promise<void>;
  /** The same, and the next read of every file comes from the disk: for who measures times. */
  clean(): Promise<void>;
  /** Cuts builds and containers off from the network until the function it returns is called; private engines only. */
  cutOff(): Promise<() => Promise<void>>;
  /** Stops a private engine, or removes what has the lab's label from another, and lets the next run have it. */
  stop(): Promise<void>;
};
