import { quote } from 'shlex';

/** A bind mount; paths are absolute. */
export type Mount = { source: string; target: string; isReadOnly?: boolean };

/** What a container is made of, beyond the plan. */
export type Container = {
  name: string;
  label: string;
  /** ID or reference of the image to start. */
  image: string;
  /** Words of the image's ENTRYPOINT, where it may matter how they take a command. */
  entrypoint?: string[];
  /** Absent for the image's own. */
  user?: string;
  /** Absent for the image's own. */
  workdir?: string;
  mounts: Mount[];
  /** Places in the image that the mounted checkout would hide, kept visible by a volume filled from the image. */
  volumes: string[];
  /** More arguments, such as what a person at a terminal needs. */
  options: string[];
  /** Whether it is kept from what no test needs. */
  isLockedDown: boolean;
};

/** Where a container finds its files. */
export type Root = {
  /** Reference of the image to start: the dev image's configuration, without its files. */
  skeleton: string;
  /** What lies in the root directory, as mounts. */
  mounts: Mount[];
  /** Places of empty volumes. */
  volumes: string[];
  /** The folder that all of it is mounted in. */
  folder: string;
};

/** What is run in a container, and how the engine is to run it. */
export type Command = {
  /** Whether the engine keeps containers from files that are not labelled for them (SELinux). */
  isLabelled: boolean;
  /** More arguments for docker run: network, shared memory, graphics cards. */
  options: string[];
  command: string[];
  /** Whether the command is started without the image's ENTRYPOINT. */
  isBare?: boolean;
};

/** Arguments that run a command in an image, locked down (what each line is for: docs/threat-model.md). */
export function runArguments({ isLabelled, options, command, isBare }: Command, container: Container): string[] {
  const { mounts, volumes } = onePerTarget(container);
  return [
    'run',
    ...['--init', '--pull', 'never', '--name', container.name, '--label', container.label],
    ...(container.user === undefined ? [] : ['--user', container.user]),
    ...(container.workdir === undefined ? [] : ['--workdir', container.workdir]),
    ...(container.isLockedDown
      ? ['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--pids-limit', '4096']
      : []),
    // The other way would label the user's own files anew, and for good.
    ...(isLabelled && mounts.length > 0 ? ['--security-opt', 'label=disable'] : []),
    ...(isBare ? ['--entrypoint', ''] : []),
    ...options,
    ...mounts.flatMap(mount => ['--mount', bindMount(mount)]),
    ...volumes.flatMap(target => ['--mount', volumeMount(target)]),
    ...container.options,
    container.image,
    ...(isBare ? command : givenTo(container.entrypoint ?? [], command)),
  ];
}

/** A command as an ENTRYPOINT takes it: `sh -c` and the like run their first word alone, so that all of it is one. */
function givenTo(entrypoint: string[], command: string[]): string[] {
  const program = entrypoint.slice(0, -1).findLast(word => !word.startsWith('-')) ?? '';
  const takesLine = /^-[a-z]*c$/.test(entrypoint.at(-1) ?? '') && /(?:^|\/)(?:ba|da|k|z)?sh$/.test(program);
  return takesLine ? [command.map(quote).join(' ')] : command;
}

/**
 * Whether something may be mounted at a path that an image names, which may be anybody's: it is absolute, leads nowhere
 * else, and no program can read it as more than a path.
 */
export function isMountable(path: string): boolean {
  return path.startsWith('/') && !path.split('/').includes('..') && !/[",\p{Cc}]/u.test(path);
}

/**
 * Mounts and volumes without those that lie under another one at the same target, which docker refuses: the later mount
 * counts, and a mount more than a volume.
 */
function onePerTarget({
  mounts,
  volumes,
}: Pick<Container, 'mounts' | 'volumes'>): Pick<Container, 'mounts' | 'volumes'> {
  const mounted = new Map(mounts.map(mount => [withoutSlashes(mount.target), mount]));
  const empty = new Map(volumes.map(target => [withoutSlashes(target), target]));
  return {
    mounts: [...mounted.values()],
    volumes: [...empty].filter(([target]) => !mounted.has(target)).map(([, written]) => written),
  };
}

/** As docker compares paths: `/app/` and `//app` are `/app`. */
function withoutSlashes(path: string): string {
  return path.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
}

/** Arguments for an environment that no argument shows: a file with one `NAME=value` a line, and names whose values docker has in its own. */
export function hiddenEnvironment(file: string, inherited: Record<string, string>): string[] {
  return ['--env-file', file, ...Object.keys(inherited).flatMap(name => ['--env', name])];
}

/** Variables in the arguments, so that a command that is shown is whole; every user of the machine can read them. */
export function environmentArguments(environment: Record<string, string>): string[] {
  return Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
}

/**
 * Docker's own keys, Ctrl-P and Ctrl-Q, would leave the container behind, and each Ctrl-P, which is the way back in a
 * shell's history, would wait for the next key. There is no way to have none; these nobody types.
 */
const DETACH_KEYS = 'ctrl-^,ctrl-@,ctrl-^,ctrl-@';

/** Arguments that give a container this process's input, and where there is one its terminal. */
export function attachArguments(isTerminal: boolean): string[] {
  return isTerminal ? ['--interactive', '--tty', '--detach-keys', DETACH_KEYS] : ['--interactive'];
}

function bindMount({ source, target, isReadOnly }: Mount): string {
  return ['type=bind', csvField(`src=${source}`), csvField(`dst=${target}`), ...(isReadOnly ? ['readonly'] : [])].join(
    ',',
  );
}

/** An empty volume, or one that is filled from the image, at an absolute path. */
function volumeMount(target: string): string {
  return ['type=volume', csvField(`dst=${target}`)].join(',');
}

/** Docker reads mounts as a line of CSV, in which a comma in a path would begin another field, such as a source on this machine. */
export function csvField(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Arguments by which root, who is given no capability else, may write where the file system lets only others. */
export const WRITING: string[] = ['--cap-add', 'DAC_OVERRIDE'];

/** A name that every image can have for a user: others' names may have blanks, or a domain before them. */
export function userNameOf(name: string): string {
  const plain = name
    .replace(/^.*\\/, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z_]+/, '');
  return plain === '' || plain === 'root' ? 'me' : plain.slice(0, 32);
}
