import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { parse } from './address.ts';

type EngineCall = {
  /** An archive that is posted; without one, the engine is only asked. */
  tar?: Uint8Array;
  /** Seconds after which an engine that has not answered in full is given up. */
  patienceSeconds?: number;
};

/**
 * The engine's answer to a call of its API, as text. Fails with the engine's own words where it refuses, and with a few
 * words where it can't be reached or has not answered in full after `patienceSeconds` seconds.
 */
export async function callEngine(
  socketPath: string,
  path: string,
  { tar, patienceSeconds = 10 }: EngineCall = {},
): Promise<string> {
  const signal = AbortSignal.timeout(patienceSeconds * 1000);
  const headers = tar && { 'content-type': 'application/x-tar', 'content-length': tar.length };
  const options = { socketPath, path, signal, ...(headers ? { method: 'POST', headers } : {}) };
  try {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(options, resolve).on('error', reject).end(tar);
    });
    const said = await text(answer);
    if (answer.statusCode === 200) return said;
    throw new Error(parse<{ message?: string }>(said)?.message ?? said.trim());
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${patienceSeconds} s`) : error;
  }
}

/** What the engine says at a path of its API; undefined where it can't be reached so, is too slow, or has no such thing. */
export async function askEngine<Answer>(
  socketPath: string,
  path: string,
  call?: EngineCall,
): Promise<Answer | undefined> {
  return callEngine(socketPath, path, call).then(parse<Answer>, () => undefined);
}
