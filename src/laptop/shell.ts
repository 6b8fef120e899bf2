// How a person works in a container.

import { attachArguments, type Container, environmentArguments, type Mount } from '../engine/container.ts';
import { ownLabel, ownName } from '../host/run.ts';
import { type Port, portArguments } from './ports.ts';

/** Who works in a container, and where what is theirs lies on this machine. */
export type Inhabitant = {
  name: string;
  uid: number;
  gid: number;
  /** Absolute paths: their home in containers of this project, and a user database that knows them, if there is one. */
  home: string;
  passwd?: string;
};

/** What is asked for. */
export type Shell = {
  /** Of this run. */
  id: string;
  /** ID of the image. */
  image: string;
  /** Variables that it sets. */
  imageEnvironment: Record<string, string>;
  stage: string;
  /** Empty for a shell. */
  command: string[];
  ports: Port[];
  /** Whether there is a terminal to give it. */
  isTerminal: boolean;
  /** Variables beyond those of the image. */
  environment: Record<string, string>;
};

/** What a person has of their project in a container: themselves, and their files. */
export type ShellProject = {
  inhabitant: Inhabitant;
  /** Where the project is mounted, and where one starts. */
  workdir: string;
  mounts: Mount[];
  volumes: string[];
  /** Where the settings are on this machine by which Jupyter listens to more than the container itself. */
  jupyter: string;
};

/** Where a container finds them. */
const JUPYTER = '/opt/dev-in-docker/jupyter';

/** bash where the image has it, for its history and completion; every image with a shell has sh. */
const SHELL = ['sh', '-c', 'command -v bash >/dev/null && exec bash; exec sh'];

/** The command of a container that somebody works in. */
export function shellCommand(command: string[]): string[] {
  return command.length > 0 ? command : SHELL;
}

/** A container to work in: with a project mounted and oneself as its user, or without, just as the image is. */
export function shellContainer(shell: Shell, project?: ShellProject): Container {
  const base = {
    name: ownName(shell.id),
    label: ownLabel(shell.id),
    image: shell.image,
    options: [
      '--rm',
      ...attachArguments(shell.isTerminal),
      ...['--hostname', hostname(shell.stage)],
      ...portArguments(shell.ports),
      ...environmentArguments({ ...(project ? ownVariables(project, shell) : {}), ...shell.environment }),
    ],
  };
  if (!project) return { ...base, mounts: [], volumes: [], isLockedDown: false };
  const { inhabitant, workdir, mounts, volumes, jupyter } = project;
  return {
    ...base,
    user: `${inhabitant.uid}:${inhabitant.gid}`,
    workdir,
    mounts: [
      { source: inhabitant.home, target: homeOf(inhabitant) },
      ...mounts,
      ...(shell.ports.length === 0 ? [] : [{ source: jupyter, target: JUPYTER, isReadOnly: true }]),
      ...(inhabitant.passwd === undefined
        ? []
        : [{ source: inhabitant.passwd, target: '/etc/passwd', isReadOnly: true }]),
    ],
    volumes,
    isLockedDown: true,
  };
}

/** Where somebody's home is in a container. */
export function homeOf({ name }: Pick<Inhabitant, 'name'>): string {
  return `/home/${name}`;
}

function ownVariables({ inhabitant }: ShellProject, { ports, imageEnvironment }: Shell): Record<string, string> {
  const folders = [imageEnvironment.JUPYTER_CONFIG_PATH, JUPYTER].filter(folder => folder);
  return {
    ...{ HOME: homeOf(inhabitant), USER: inhabitant.name, LOGNAME: inhabitant.name },
    ...(ports.length === 0 ? {} : { JUPYTER_CONFIG_PATH: folders.join(':') }),
  };
}

function hostname(stage: string): string {
  return stage.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'dev';
}
