// What is wrong with the engine, in words, for the machine that it is wrong on.
import { plain } from '../text/plain.ts';

/** Whose machine it is: a runner's, or a person's with one of these systems. */
export type System = 'runner' | 'linux' | 'macos' | 'wsl';

/** What says where the engine is. */
export type AddressOrigin = 'DOCKER_HOST' | 'DOCKER_CONTEXT' | 'configuration' | 'default';

/** Why there is no engine that can be used. `said` is what the docker client said. */
export type EngineTrouble =
  | { kind: 'no-client' }
  | { kind: 'podman' }
  | { kind: 'unknown-context'; context: string; origin: AddressOrigin; said: string }
  /** Nothing listens there, or there is no such socket. */
  | { kind: 'not-running'; socket: string; origin: AddressOrigin; said: string }
  /** `isMember`: whether the socket's group has this user, but not yet this login. */
  | { kind: 'denied'; socket: string; isMember: boolean; said: string }
  | { kind: 'silent'; origin: AddressOrigin; said: string }
  /** An empty version stands for none at all. */
  | { kind: 'too-old'; what: 'Docker Engine' | 'Docker Buildx'; version: string; oldest: string };

/** What is wrong, and what to do about it: two parts of a sentence. */
export type Explanation = { problem: string; cure: string };

/** What is wrong with the engine and how to fix it, in one sentence. */
export function engineSentence(trouble: EngineTrouble, system: System): string {
  const { problem, cure } = explainEngine(trouble, system);
  return `${problem}: ${cure}.`;
}

/** The same in two parts. */
export function explainEngine(trouble: EngineTrouble, system: System): Explanation {
  return system === 'runner' ? explainToRunner(trouble) : explainToPerson(trouble, system);
}

function explainToRunner(trouble: EngineTrouble): Explanation {
  const other = 'use a runner that has it, such as runs-on: ubuntu-latest';
  switch (trouble.kind) {
    case 'no-client':
      return { problem: 'This runner has no Docker', cure: other };
    case 'podman':
      return { problem: 'This runner has Podman in place of Docker, which this action needs', cure: other };
    case 'too-old':
      return { problem: `This runner has ${tooOld(trouble)}`, cure: 'update it, or use runs-on: ubuntu-latest' };
    default:
      return {
        problem: `The Docker engine does not answer (${plain(trouble.said)})`,
        cure: "start it, or let this job's user reach its socket",
      };
  }
}

type PersonSystem = Exclude<System, 'runner'>;

function explainToPerson(trouble: EngineTrouble, system: PersonSystem): Explanation {
  switch (trouble.kind) {
    case 'no-client':
      return { problem: 'Docker is not installed, or its program "docker" is not on the PATH', cure: INSTALL[system] };
    case 'podman':
      return {
        problem: 'What answers as "docker" is Podman, which lacks what dev-in-docker needs of BuildKit',
        cure: INSTALL[system],
      };
    case 'unknown-context':
      return {
        problem: `There is no Docker context ${trouble.context}, which ${nameOf(trouble.origin)} names`,
        cure: trouble.origin === 'DOCKER_CONTEXT' ? `unset DOCKER_CONTEXT, or ${USE_CONTEXT}` : USE_CONTEXT,
      };
    case 'not-running':
      return {
        problem: `The Docker engine is not running (nothing listens on ${trouble.socket})`,
        cure: starter(trouble.socket, system) + instead(trouble.origin),
      };
    case 'denied':
      return {
        problem: `You may not use Docker yet (no permission for ${trouble.socket})`,
        cure: admission(trouble, system),
      };
    case 'silent':
      return {
        problem: `The Docker engine does not answer (${plain(trouble.said)})`,
        cure: `see whether "docker version" gets an answer, and restart it if not${instead(trouble.origin)}`,
      };
    case 'too-old':
      return {
        problem: `This machine has ${tooOld(trouble)}`,
        cure: trouble.what === 'Docker Engine' ? UPDATE[system] : BUILDX[system],
      };
  }
}

const INSTALL: Record<PersonSystem, string> = {
  linux: 'install Docker Engine, see https://docs.docker.com/engine/install/',
  macos: 'install Docker Desktop, see https://docs.docker.com/get-started/get-docker/',
  wsl: 'install Docker Desktop on Windows and turn on its WSL integration for this distribution (Settings, Resources), see https://docs.docker.com/desktop/features/wsl/',
};

const UPDATE: Record<PersonSystem, string> = {
  linux: 'update it, see https://docs.docker.com/engine/install/ (distributions may have old ones)',
  macos: 'update Docker Desktop, or what else brings your engine',
  wsl: 'update Docker Desktop on Windows, or Docker Engine in this distribution',
};

const BUILDX: Record<PersonSystem, string> = {
  linux:
    'install docker-buildx-plugin where Docker comes from docker.com, else the package docker-buildx of your distribution',
  macos:
    'update Docker Desktop; or with Homebrew "brew install docker-buildx", then do what "brew info docker-buildx" says of cliPluginsExtraDirs',
  wsl: 'update Docker Desktop on Windows; or, with Docker Engine in this distribution, install docker-buildx-plugin',
};

const START: Record<PersonSystem, string> = {
  linux: 'run "sudo systemctl start docker"',
  macos: 'start Docker Desktop ("open -a Docker")',
  wsl: 'start Docker Desktop on Windows and turn on its WSL integration for this distribution (Settings, Resources); or, with Docker Engine in this distribution, run "sudo service docker start"',
};

const USE_CONTEXT = 'choose one that "docker context ls" shows, with "docker context use default" or the like';

/** Where several programs bring an engine, its socket tells which one it was. */
const STARTERS: [socket: RegExp, cure: string][] = [
  [/\/\.docker\/(?:desktop|run)\/docker\.sock$/, 'start Docker Desktop'],
  [/\/\.?colima\//, 'run "colima start"'],
  [/\/\.orbstack\//, 'start OrbStack'],
  [/\/\.rd\//, 'start Rancher Desktop'],
  [/^\/run\/user\/\d+\/docker\.sock$/, 'run "systemctl --user start docker"'],
];

function starter(socket: string, system: PersonSystem): string {
  return STARTERS.find(([pattern]) => pattern.test(socket))?.[1] ?? START[system];
}

function admission({ isMember, socket }: Extract<EngineTrouble, { kind: 'denied' }>, system: PersonSystem): string {
  // There, each user's engine is their own.
  if (system === 'macos') return `${starter(socket, system)} as yourself, as another user seems to have done`;
  return isMember
    ? 'log out and in again (or restart), so that your login knows of the group you are already in'
    : 'run "sudo usermod -aG docker $USER", then log out and in again (who is in that group can do what root can)';
}

function instead(origin: AddressOrigin): string {
  if (origin === 'default') return '';
  return origin === 'configuration' ? `, or ${USE_CONTEXT}` : `, or unset ${origin}, which says to look there`;
}

function nameOf(origin: AddressOrigin): string {
  return origin === 'configuration' || origin === 'default' ? "docker's configuration" : origin;
}

function tooOld({ what, version, oldest }: Extract<EngineTrouble, { kind: 'too-old' }>): string {
  const has = version === '' ? `no ${what}` : `${what} ${plain(version)}`;
  return `${has}, but ${oldest} or newer is needed`;
}

/** Why docker could not run a container, in its own words; empty where it said nothing. */
export function refusal(said: string): string {
  const lines = said
    .split('\n')
    // Newer versions end with a hint at their help.
    .filter(line => line.trim() !== '' && !/^(?:Run|See) 'docker run --help'/.test(line));
  return (lines.at(-1) ?? '').trim().replace(/\.$/, '');
}

/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
export function lastWords(output: string): string {
  const lines = output.trim().split('\n');
  const error = lines.findLastIndex(line => line.startsWith('ERROR: '));
  return lines
    .slice(error < 0 ? -1 : error)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
