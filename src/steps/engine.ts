import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { coerce, lt } from 'semver';
import { stagesArguments } from '../core/arguments.ts';
import { UserError } from '../core/errors.ts';
import type { Checkout } from './checkout.ts';
import { docker } from './exec.ts';
import { sha256 } from './hash.ts';

/** What the Docker engine says of itself. */
export type Engine = {
  version: string;
  store: 'containerd' | 'classic';
  /** Such as `x86_64`. */
  architecture: string;
  /** Path of its socket; absent where it runs elsewhere. */
  socket?: string;
  /** Whether users in containers are others than on this machine (rootless, or user namespaces). */
  isUserMapped: boolean;
  /** Whether it runs as the user, who is root in its containers. */
  isRootless: boolean;
  /** Name of the builder that is the engine itself, whatever builder the job made besides. */
  builder: string;
};

/** Since 25.0 `docker save` writes an OCI layout on either image store, which BuildKit can read as a cache. */
const OLDEST_ENGINE = '25.0.0';
/** Since 0.17 `--call` lists stages as JSON. */
const OLDEST_BUILDX = '0.17.0';
const TIMEOUT_MILLISECONDS = 10_000;

/** What tells the client where the engine is: DOCKER_HOST, DOCKER_CONTEXT, and the folder of its configuration. */
export type ClientSettings = { host: string; contextName: string; configFolder: string };

/**
 * Asks the engine what it is: over its own socket, which takes a few milliseconds, or else through the client, which
 * takes some hundred on a fresh machine. Fails where there is none, or one too old.
 */
export async function inspectEngine(client: ClientSettings): Promise<Engine> {
  const { socket, contextName } = await findSocket(client);
  const info = (socket && (await askEngine<Info>(socket, '/info'))) || (await askClient());
  const security = JSON.stringify(info.SecurityOptions ?? '');
  requireVersion('Docker Engine', info.ServerVersion ?? '', OLDEST_ENGINE);
  return {
    version: info.ServerVersion ?? '',
    store: JSON.stringify(info.DriverStatus ?? '').includes('io.containerd.snapshotter.v1') ? 'containerd' : 'classic',
    architecture: info.Architecture ?? 'unknown',
    ...(socket === undefined ? {} : { socket }),
    isUserMapped: /name=(?:rootless|userns)/.test(security),
    isRootless: /name=rootless/.test(security),
    builder: info.ClientInfo?.Context ?? contextName,
  };
}

/** Fails where the client has no buildx that can do what a build needs. */
export async function requireBuildx(): Promise<void> {
  await askClient();
}

/** Path of the socket that the client reaches the engine by, where that is plain to see, and the name of its context. */
export async function findSocket(client: ClientSettings): Promise<{ socket?: string; contextName: string }> {
  const { host, configFolder } = client;
  const asSocket = (address = '') => {
    const path = /^unix:\/\/(\/.+)$/.exec(address)?.[1];
    return path === undefined ? {} : { socket: path };
  };
  if (host !== '' && client.contextName === '') return { ...asSocket(host), contextName: 'default' };
  const config = await readFile(join(configFolder, 'config.json'), 'utf8').catch(() => '{}');
  const contextName = client.contextName || parse<{ currentContext?: string }>(config)?.currentContext || 'default';
  if (contextName === 'default') return { ...asSocket(host || 'unix:///var/run/docker.sock'), contextName };
  // Docker Desktop and rootless Docker make contexts of their own, which the client keeps under the hash of their names.
  const meta = join(configFolder, 'contexts/meta', sha256(contextName), 'meta.json');
  const { Endpoints }: ContextMeta = parse(await readFile(meta, 'utf8').catch(() => '{}')) ?? {};
  return { ...asSocket(Endpoints?.docker?.Host), contextName };
}

type ContextMeta = { Endpoints?: { docker?: { Host?: string } } };

/** What the engine says at a path of its API; undefined where it can't be reached so, or has no such thing. */
export async function askEngine<Answer>(socketPath: string, path: string): Promise<Answer | undefined> {
  return new Promise(resolve => {
    const call = request({ socketPath, path, timeout: TIMEOUT_MILLISECONDS }, answer => {
      text(answer).then(
        said => resolve(answer.statusCode === 200 ? parse<Answer>(said) : undefined),
        () => resolve(undefined),
      );
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(undefined));
    call.end();
  });
}

async function askClient(): Promise<Info> {
  const answer = await docker(['info', '--format', '{{json .}}']).catch(() => undefined);
  if (!answer) {
    throw new UserError('This runner has no Docker: use a runner that has it, such as runs-on: ubuntu-latest.');
  }
  const info = parse<Info>(answer.stdout);
  if (!info?.ServerVersion) {
    const said = answer.stderr.trim().split('\n').at(-1) || info?.ServerErrors?.[0] || 'it gave no reason';
    throw new UserError(
      `The Docker engine does not answer (${said}): start it, or let this job's user reach its socket.`,
    );
  }
  requireVersion('Docker Engine', info.ServerVersion, OLDEST_ENGINE);
  requirePlugin(info);
  return info;
}

function requirePlugin(info: Info): void {
  const buildx = info.ClientInfo?.Plugins?.find(plugin => plugin.Name === 'buildx')?.Version ?? '';
  requireVersion('Docker Buildx', buildx, OLDEST_BUILDX);
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

function parse<Value>(text: string): Value | undefined {
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
