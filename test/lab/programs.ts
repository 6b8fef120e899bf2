import { delimiter, dirname, join } from 'node:path';
import { type Packages, providePackages } from './packages.ts';
import { findProgram } from './process.ts';

/** Where the engine's programs are, and the environment they need. */
export type Programs = {
  dockerd: string;
  docker: string;
  buildx: string;
  /** What the engine puts in front of a container's first process. */
  init?: string;
  ip: string;
  iptables: string;
  environment: Record<string, string>;
};

export const pluginFolders = [
  '/usr/local/lib/docker/cli-plugins',
  '/usr/local/libexec/docker/cli-plugins',
  '/usr/lib/docker/cli-plugins',
  '/usr/libexec/docker/cli-plugins',
];

/** This machine's own dockerd, docker and buildx where it has all of them, else Debian's unpacked packages. */
export async function findPrograms(): Promise<Programs> {
  return (await ownPrograms()) ?? unpackedPrograms(await providePackages());
}

async function ownPrograms(): Promise<Programs | undefined> {
  const dockerd = await findProgram('dockerd');
  const docker = await findProgram('docker');
  const buildx = await findProgram('docker-buildx', pluginFolders);
  const ip = await findProgram('ip');
  const iptables = await findProgram('iptables');
  if (!dockerd || !docker || !buildx || !ip || !iptables) return undefined;
  const init = await findProgram('docker-init', ['/usr/libexec/docker']);
  const folders = [dirname(dockerd), dirname(docker), '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
  const environment = { PATH: [...new Set(folders)].join(delimiter) };
  return { dockerd, docker, buildx, ip, iptables, environment, ...(init ? { init } : {}) };
}

async function unpackedPrograms(packages: Packages): Promise<Programs> {
  const find = async (name: string): Promise<string> => {
    const unpacked = await findProgram(name, packages.folders);
    if (unpacked) return unpacked;
    throw new Error(`${name} is neither on this machine nor in ${packages.root}: remove that folder to get it again`);
  };
  const usr = join(packages.root, 'usr');
  return {
    dockerd: join(usr, 'sbin/dockerd'),
    docker: join(usr, 'bin/docker'),
    buildx: join(usr, 'libexec/docker/cli-plugins/docker-buildx'),
    init: await find('docker-init'),
    ip: await find('ip'),
    iptables: await find('iptables'),
    environment: {
      ...packages.environment,
      PATH: [...packages.folders, process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter),
    },
  };
}
