import { coerce, lt } from 'semver';
import { stagesArguments } from '../core/arguments.ts';
import { UserError } from '../core/errors.ts';
import type { Checkout } from './checkout.ts';
import { docker } from './exec.ts';

/** What the Docker engine says of itself. */
export type Engine = {
  version: string;
  buildx: string;
  store: 'containerd' | 'classic';
  /** Such as `x86_64`. */
  architecture: string;
  /** Path of its socket; absent where it runs elsewhere. */
  socket?: string;
  /** Whether users in containers are others than on this machine (rootless, or user namespaces). */
  isUserMapped: boolean;
  /** Name of the builder that is the engine itself, whatever builder the job made besides. */
  builder: string;
};

/** Since 25.0 `docker save` writes an OCI layout on either image store, which BuildKit can read as a cache. */
const OLDEST_ENGINE = '25.0.0';
/** Since 0.17 `--call` lists stages as JSON. */
const OLDEST_BUILDX = '0.17.0';

/** Asks the engine what it is; `dockerHost` is the variable DOCKER_HOST. Fails where there is none, or one too old. */
export async function inspectEngine(dockerHost: string): Promise<Engine> {
  const answer = await docker(['info', '--format', '{{json .}}']).catch(() => undefined);
  if (!answer) {
    throw new UserError('This runner has no Docker: use a runner that has it, such as runs-on: ubuntu-latest.');
  }
  const info = parseInfo(answer.stdout);
  if (!info?.ServerVersion) {
    const said = answer.stderr.trim().split('\n').at(-1) || info?.ServerErrors?.[0] || 'it gave no reason';
    throw new UserError(
      `The Docker engine does not answer (${said}): start it, or let this job's user reach its socket.`,
    );
  }
  const buildx = info.ClientInfo?.Plugins?.find(plugin => plugin.Name === 'buildx')?.Version ?? '';
  requireVersion('Docker Engine', info.ServerVersion, OLDEST_ENGINE);
  requireVersion('Docker Buildx', buildx, OLDEST_BUILDX);
  const socket = socketOf(info, dockerHost);
  return {
    version: info.ServerVersion,
    buildx,
    store: JSON.stringify(info.DriverStatus ?? '').includes('io.containerd.snapshotter.v1') ? 'containerd' : 'classic',
    architecture: info.Architecture ?? 'unknown',
    ...(socket === undefined ? {} : { socket }),
    isUserMapped: /name=(?:rootless|userns)/.test(JSON.stringify(info.SecurityOptions ?? '')),
    builder: info.ClientInfo?.Context ?? 'default',
  };
}

/** Path of the socket that the client reaches the engine by; undefined for one of another machine or context. */
function socketOf(info: Info, dockerHost: string): string | undefined {
  // A context of its own may lead anywhere.
  if ((info.ClientInfo?.Context ?? 'default') !== 'default') return undefined;
  return /^unix:\/\/(\/.+)$/.exec(dockerHost || 'unix:///var/run/docker.sock')?.[1];
}

/**
 * Names of the Dockerfile's stages in lower case; undefined where BuildKit can't read it (the build will say why).
 * BuildKit, which takes a fifth of a second to answer, is asked only where the target is not among those that were read.
 */
export async function listStages(
  builder: string,
  { context, dockerfile }: Pick<Checkout, 'context' | 'dockerfile'>,
  target: string,
  read: string[] = [],
): Promise<string[] | undefined> {
  if (!context || !dockerfile) return undefined;
  if (read.includes(target.toLowerCase())) return read;
  const answer = await docker(stagesArguments({ builder, context, dockerfile }));
  if (answer.exitCode !== 0) return undefined;
  const { targets }: { targets?: { name?: string }[] } = JSON.parse(answer.stdout);
  return targets?.flatMap(target => (target.name ? [target.name.toLowerCase()] : []));
}

type Info = {
  ServerVersion?: string;
  ServerErrors?: string[];
  DriverStatus?: [string, string][];
  SecurityOptions?: string[];
  Architecture?: string;
  ClientInfo?: { Context?: string; Plugins?: { Name: string; Version: string }[] };
};

function parseInfo(text: string): Info | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function requireVersion(name: string, version: string, oldest: string): void {
  const found = coerce(version);
  if (found && !lt(found, oldest)) return;
  const has = version === '' ? `no ${name}` : `${name} ${version}`;
  throw new UserError(
    `This runner has ${has}, but ${oldest} or newer is needed: update it, or use runs-on: ubuntu-latest.`,
  );
}
