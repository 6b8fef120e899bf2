import { createHash } from 'node:crypto';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { labCertificate } from './certificate.ts';
import { labFolder } from './folder.ts';
import { endProcessesOf, unmountAllUnder } from './leftovers.ts';
import type { Network } from './network.ts';
import { type Daemon, runAsRoot, startDaemon, waitFor } from './process.ts';
import type { Programs } from './programs.ts';

export type DaemonOptions = {
  store: 'containerd' | 'classic';
  /** Of its folders. */
  name: string;
  programs: Programs;
  network: Network;
  socket: string;
  mirror?: string | undefined;
  group?: number | undefined;
};

/** The folder of an engine's images and containers, kept between runs. */
export function dataFolder(engine: string): string {
  return join(labFolder, 'engines', engine, 'data');
}

/**
 * The folder of an engine's running state. Its name is known beforehand, so that what a killed run left behind is
 * found; and short, because containerd's sockets are in it and a socket's path has at most 107 characters.
 */
export function runFolder(engine: string): string {
  const hash = createHash('sha256').update(labFolder).digest('hex').slice(0, 8);
  return `/run/dev-in-docker-${hash}-${engine}`;
}

/** Ends what an earlier engine of this name left running or mounted, and empties its folder of running state. */
export async function clearLeftovers(engine: string): Promise<void> {
  await endProcessesOf(runFolder(engine));
  await unmountAllUnder([runFolder(engine), dataFolder(engine)]);
  await runAsRoot(['rm', '-rf', runFolder(engine)]);
}

/** Starts dockerd and waits until it answers; rejects with the end of its log when it doesn't. */
export async function startDockerd(options: DaemonOptions): Promise<Daemon> {
  const { name, programs, socket } = options;
  const folder = join(labFolder, 'engines', name);
  await mkdir(folder, { recursive: true });
  await runAsRoot(['mkdir', '-p', dataFolder(name), runFolder(name)]);
  const config = join(folder, 'daemon.json');
  await writeFile(config, `${JSON.stringify(settings(options), null, 2)}\n`);
  const group = options.group === undefined ? [] : ['--group', String(options.group)];
  const command = [
    ...[programs.dockerd, '--config-file', config, '--host', `unix://${socket}`, ...group],
    ...['--data-root', dataFolder(name), '--exec-root', runFolder(name), '--pidfile', join(runFolder(name), 'pid')],
  ];
  const log = join(folder, 'dockerd.log');
  const environment = { ...programs.environment, SSL_CERT_FILE: (await labCertificate()).certificate };
  const daemon = await startDaemon(command, log, { root: true, environment });
  await waitFor('dockerd answers', 60, async () => !daemon.isRunning() || (await answers(socket)));
  if (!daemon.isRunning()) throw new Error(`dockerd ended at once. The end of ${log}:\n${await daemon.log()}`);
  // Without the group, only root and who runs the lab may use the engine.
  if (options.group === undefined) await runAsRoot(['chown', String(process.getuid?.() ?? 0), socket]);
  return daemon;
}

function settings({ store, network, mirror }: DaemonOptions): Record<string, unknown> {
  const image =
    store === 'containerd'
      ? { features: { 'containerd-snapshotter': true } }
      : { features: { 'containerd-snapshotter': false }, 'storage-driver': 'overlay2' };
  return {
    ...image,
    bridge: network.bridge,
    'default-address-pools': [{ base: network.subnet, size: 24 }],
    iptables: false,
    ip6tables: false,
    'shutdown-timeout': 2,
    ...(mirror ? { 'registry-mirrors': [`http://${mirror}`] } : {}),
  };
}

function answers(socket: string): Promise<boolean> {
  return new Promise(resolve => {
    const call = request({ socketPath: socket, path: '/_ping', timeout: 1000 }, response => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(false));
    call.end();
  });
}

/** Makes the folder of an engine's socket anew, open to every user: the socket itself says who may use it. */
export async function socketFolder(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  return folder;
}
