import { coerce, lt } from 'semver';
import type { Run } from '../../host/run.ts';
import { askBriefly, ENDED } from '../../host/steps/exec.ts';
import { UserError } from '../../text/errors.ts';
import type { ClientFacts, ClientSettings, Engine, EngineAddress, Info } from '../engine.ts';
import { type EngineTrouble, engineSentence } from '../trouble.ts';
import { findSocket, parse } from './address.ts';
import { askEngine } from './api.ts';
import { explainSilence } from './silence.ts';
import { systemOf } from './system.ts';

/** Since 25.0 `docker save` writes an OCI layout on either image store, which BuildKit can read as a cache. */
const OLDEST_ENGINE = '25.0.0';

/** Since 0.17 `--call` lists stages as JSON. */
const OLDEST_BUILDX = '0.17.0';

/** The client may have to wait for an engine that has much to do. */
const PATIENCE_SECONDS = 60;

/**
 * Asks the engine what it is: over its own socket, which takes a few milliseconds, or else through the client, which
 * takes some hundred on a fresh machine. Fails where there is none, or one too old.
 */
export async function inspectEngine(client: ClientSettings, run: Pick<Run, 'reader'>): Promise<Engine> {
  const found = await examineEngine(client);
  if ('trouble' in found) throw new UserError(engineSentence(found.trouble, systemOf(run)));
  return found.engine;
}

/** The engine, with all that it said of itself; or why there is none that can be used. Never rejects. */
export async function examineEngine(
  client: ClientSettings,
  patienceSeconds = PATIENCE_SECONDS,
): Promise<{ engine: Engine; info: Info } | { trouble: EngineTrouble }> {
  const address = await findSocket(client);
  const info =
    (address.socket && (await askEngine<Info>(address.socket, '/info'))) || (await askClient(patienceSeconds));
  if (!info) return { trouble: { kind: 'no-client' } };
  const trouble = (await engineTrouble(info, address)) ?? (info.ClientInfo && buildxTrouble(info));
  return trouble ? { trouble } : { engine: engineOf(info, address), info };
}

function engineOf(info: Info, { socket, contextName }: EngineAddress): Engine {
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

/** Fails where the client has no buildx that can do what a build needs. */
export async function requireBuildx(run: Pick<Run, 'reader'>): Promise<void> {
  const { trouble, engineTrouble } = await examineClient();
  const first = engineTrouble ?? trouble;
  if (first) throw new UserError(engineSentence(first, systemOf(run)));
}

/** Asks the docker client what it is. Never rejects. */
export async function examineClient(patienceSeconds = PATIENCE_SECONDS): Promise<ClientFacts> {
  const info = await askClient(patienceSeconds);
  if (!info) return { version: '', buildx: '', trouble: { kind: 'no-client' } };
  // A client that knows no context tells nothing of itself.
  const trouble = info.ClientInfo && buildxTrouble(info);
  const engine = await engineTrouble(info);
  return {
    version: info.ClientInfo?.Version ?? '',
    buildx: buildxVersion(info),
    ...(trouble ? { trouble } : {}),
    ...(engine ? { engineTrouble: engine } : {}),
  };
}

/** What the client says of itself and of the engine; undefined where there is no client. */
async function askClient(patienceSeconds: number): Promise<Info | undefined> {
  const answer = await askBriefly('docker', ['info', '--format', '{{json .}}'], patienceSeconds * 1000);
  if (!answer) return undefined;
  const isLate = answer.exitCode === ENDED;
  const said = isLate ? `no answer within ${patienceSeconds} s` : answer.stderr.trim().split('\n').at(-1);
  return { ...parse<Info>(answer.stdout), ...(said ? { said } : {}) };
}

/** Why the engine that said this can't be used; undefined if it can. */
async function engineTrouble(info: Info, address?: EngineAddress): Promise<EngineTrouble | undefined> {
  // Podman answers as Docker does at its socket, but not at the command line.
  if (info.BuildahVersion || info.host?.buildahVersion) return { kind: 'podman' };
  const { ServerVersion = '' } = info;
  if (ServerVersion !== '') return tooOld('Docker Engine', ServerVersion, OLDEST_ENGINE);
  return explainSilence(info.said || info.ServerErrors?.[0] || 'it gave no reason', address);
}

function buildxTrouble(info: Info): EngineTrouble | undefined {
  return tooOld('Docker Buildx', buildxVersion(info), OLDEST_BUILDX);
}

function buildxVersion({ ClientInfo }: Info): string {
  return ClientInfo?.Plugins?.find(plugin => plugin.Name === 'buildx')?.Version ?? '';
}

function tooOld(what: 'Docker Engine' | 'Docker Buildx', version: string, oldest: string): EngineTrouble | undefined {
  const found = coerce(version);
  return found && !lt(found, oldest) ? undefined : { kind: 'too-old', what, version, oldest };
}
