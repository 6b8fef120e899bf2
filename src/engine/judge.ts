// Whether an engine and its client can be used, by what they say of themselves.

import { coerce, lt } from 'semver';
import type { Engine, EngineAddress, Info } from './engine.ts';
import type { EngineTrouble } from './trouble.ts';

/** Since 25.0 `docker save` writes an OCI layout on either image store, which BuildKit can read as a cache. */
const OLDEST_ENGINE = '25.0.0';

/** Since 0.17 `--call` lists stages as JSON. */
const OLDEST_BUILDX = '0.17.0';

/** What an engine is to us. */
export type EngineJudgement =
  | { kind: 'usable' }
  | { kind: 'unusable'; trouble: EngineTrouble }
  /** It says nothing; why, its socket may tell. `said` is the client's reason. */
  | { kind: 'silent'; said: string };

/** Judges an engine. */
export function judgeEngine({ BuildahVersion, host, ServerVersion = '', said, ServerErrors }: Info): EngineJudgement {
  // Podman answers as Docker does at its socket, but not at the command line.
  if (BuildahVersion || host?.buildahVersion) return { kind: 'unusable', trouble: { kind: 'podman' } };
  if (ServerVersion === '') return { kind: 'silent', said: said || ServerErrors?.[0] || 'it gave no reason' };
  const trouble = tooOld('Docker Engine', ServerVersion, OLDEST_ENGINE);
  return trouble ? { kind: 'unusable', trouble } : { kind: 'usable' };
}

/** Why no build can be done with a client; undefined if it can, or where it tells nothing of itself, as one does that knows no context. */
export function buildxTrouble(info: Info): EngineTrouble | undefined {
  return info.ClientInfo && tooOld('Docker Buildx', buildxVersion(info), OLDEST_BUILDX);
}

/** Version of the client's buildx; empty where it has none. */
export function buildxVersion({ ClientInfo }: Info): string {
  return ClientInfo?.Plugins?.find(plugin => plugin.Name === 'buildx')?.Version ?? '';
}

function tooOld(what: 'Docker Engine' | 'Docker Buildx', version: string, oldest: string): EngineTrouble | undefined {
  const found = coerce(version);
  return found && !lt(found, oldest) ? undefined : { kind: 'too-old', what, version, oldest };
}

/** What is of interest in what an engine says of itself. */
export function describeEngine(info: Info, { socket, contextName }: EngineAddress): Engine {
  const security = JSON.stringify(info.SecurityOptions ?? '');
  return {
    version: info.ServerVersion ?? '',
    store: JSON.stringify(info.DriverStatus ?? '').includes('io.containerd.snapshotter.v1') ? 'containerd' : 'classic',
    architecture: info.Architecture ?? 'unknown',
    ...(socket === undefined ? {} : { socket }),
    isUserMapped: /name=(?:rootless|userns)/.test(security),
    isRootless: /name=rootless/.test(security),
    isLabelled: /name=selinux/.test(security),
    builder: info.ClientInfo?.Context ?? contextName,
  };
}

/** Whether the system's list of groups (`/etc/group`) has a user in the group of that number. */
export function isInGroup(groups: string, gid: number, user: string): boolean {
  const group = groups.split('\n').find(line => line.split(':')[2] === String(gid));
  return group?.split(':')[3]?.split(',').includes(user) ?? false;
}
