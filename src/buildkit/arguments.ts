import type { BuildPlan, TestPlan } from '../plan.ts';
import { type BuildSecrets, secretVariable } from './secrets.ts';

/** Arguments that make BuildKit list the stages of a Dockerfile. */
export function stagesArguments(plan: Pick<BuildPlan, 'builder' | 'context' | 'dockerfile'>): string[] {
  return [
    'buildx',
    'build',
    '--builder',
    plan.builder,
    '--call',
    'targets,format=json',
    '--file',
    plan.dockerfile,
    plan.context,
  ];
}

/**
 * Arguments that build one stage into the engine's image store; `cache` is an entry's folder and its manifest's digest,
 * `progress` how buildx tells of it: to us, or to a person at a terminal.
 */
export function buildStageArguments(
  plan: BuildPlan,
  metadataFile: string,
  cache?: { folder: string; digest: string },
  progress: 'rawjson' | 'tty' = 'rawjson',
): string[] {
  return [
    'buildx',
    'build',
    ...['--builder', plan.builder, '--progress', progress, '--metadata-file', metadataFile],
    ...['--file', plan.dockerfile, '--target', plan.stage],
    ...plan.buildArguments.flatMap(pair => ['--build-arg', pair]),
    ...secretOptions(plan.secrets),
    ...plan.tags.flatMap(tag => ['--tag', tag]),
    ...plan.labels.flatMap(label => ['--label', label]),
    ...Object.entries(plan.given).flatMap(([stage, image]) => ['--build-context', `${stage}=docker-image://${image}`]),
    // A single manifest: provenance would make it an index, which older clients and some registries stumble over.
    ...['--provenance=false', '--sbom=false'],
    ...(plan.isFresh ? ['--no-cache'] : []),
    ...(plan.pulls ? ['--pull'] : []),
    ...(plan.isCacheable ? ['--cache-to', 'type=inline'] : []),
    ...(cache ? ['--cache-from', `type=local,src=${cache.folder},digest=${cache.digest}`] : []),
    ...['--output', plan.compression === 'gzip' ? 'type=docker' : `type=docker,compression=${plan.compression}`],
    plan.context,
  ];
}

/** Values are in buildx's environment, so that no argument shows them. */
function secretOptions({ secrets, ssh }: BuildSecrets): string[] {
  const source = (index: number, file?: string) =>
    file === undefined ? `env=${secretVariable(index)}` : csvField(`src=${file}`);
  return [
    ...secrets.flatMap(({ id, file }, index) => ['--secret', `id=${id},${source(index, file)}`]),
    ...ssh.flatMap(agent => ['--ssh', agent]),
  ];
}

/** A bind mount; paths are absolute. */
export type Mount = { source: string; target: string; isReadOnly?: boolean };

/** What a container is made of, beyond the plan. */
export type Container = {
  name: string;
  label: string;
  /** ID or reference of the image to start. */
  image: string;
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

/** Arguments that run a command in an image, locked down (what each line is for: docs/threat-model.md). */
export function runArguments(
  plan: Pick<TestPlan, 'isLabelled' | 'options' | 'command'>,
  container: Container,
): string[] {
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
    ...(plan.isLabelled && mounts.length > 0 ? ['--security-opt', 'label=disable'] : []),
    ...plan.options,
    ...mounts.flatMap(mount => ['--mount', bindMount(mount)]),
    ...volumes.flatMap(target => ['--mount', volumeMount(target)]),
    ...container.options,
    container.image,
    ...plan.command,
  ];
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
function csvField(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Arguments that log in to a registry; the password goes to standard input. */
export function loginArguments(registry: string, username: string): string[] {
  return ['login', '--username', username, '--password-stdin', ...(registry === 'docker.io' ? [] : [registry])];
}

/** Arguments that ask a registry for the manifest and the configuration of a published image. */
export function lookUpArguments(reference: string): string[] {
  return ['buildx', 'imagetools', 'inspect', '--format', '{{json .}}', reference];
}

/** Arguments that ask a registry for the manifest alone, as it is. */
export function manifestArguments(reference: string): string[] {
  return ['buildx', 'imagetools', 'inspect', '--raw', reference];
}

/** Arguments that give an image that a registry has another tag there, without a byte of it being moved. */
export function retagArguments(reference: string, published: string): string[] {
  // Unless told not to, it would put an index around the one manifest.
  return ['buildx', 'imagetools', 'create', '--prefer-index=false', '--tag', reference, published];
}
