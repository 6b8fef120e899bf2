import type { Run } from '../../host/run.ts';
import { askBriefly, ENDED } from '../../host/steps/exec.ts';
import { UserError } from '../../text/errors.ts';
import type { ClientFacts, ClientSettings, Engine, EngineAddress, Info } from '../engine.ts';
import { buildxTrouble, buildxVersion, describeEngine, judgeEngine } from '../judge.ts';
import { type EngineTrouble, engineSentence } from '../trouble.ts';
import { findSocket, parse } from './address.ts';
import { askEngine } from './api.ts';
import { explainSilence } from './silence.ts';
import { systemOf } from './system.ts';

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
  const trouble = (await engineTrouble(info, address)) ?? buildxTrouble(info);
  return trouble ? { trouble } : { engine: describeEngine(info, address), info };
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
  const trouble = buildxTrouble(info);
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
  const judgement = judgeEngine(info);
  if (judgement.kind === 'silent') return explainSilence(judgement.said, address);
  return judgement.kind === 'unusable' ? judgement.trouble : undefined;
}
