// The cache service's three calls, for entries that are one blob as it is: @actions/cache wraps all it saves in tar, which
// it then unpacks wherever the entry says, and hands out no address.
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from '../../text/errors.ts';
import {
  type Answered,
  type CallName,
  judgeFinalize,
  judgeFind,
  judgeReserve,
  type Problem,
  readAnswer,
} from '../answers.ts';
import { send } from './http.ts';

/** Where the cache service is, and the job's token for it. */
export type CacheService = { url: string; token: string };

/** Part of an entry's identity beside its key, which sets our blobs apart: SHA-256 of `dev-in-docker run entry 1`. */
const VERSION = '2b415eac2f560fd0d4895821f383f49cf5de3a717fa249a93c960cfafa11e07e';
const TRIES = 4;
const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 5_000;
const IDLE_MILLISECONDS = 10_000;

/** Reserves a key and returns where to put its blob, or why not. Rejects where the service can't be understood. */
export async function reserve(
  service: CacheService,
  key: string,
): Promise<{ uploadUrl: string } | { refused: string }> {
  const reserved = judgeReserve(await call(service, 'CreateCacheEntry', { key, version: VERSION }));
  if ('problem' in reserved) throw new Error(reserved.problem);
  return reserved;
}

/** Makes an uploaded blob of so many bytes an entry. Rejects where that is refused. */
export async function finalize(service: CacheService, key: string, bytes: number): Promise<void> {
  const request = { key, version: VERSION, size_bytes: String(bytes) };
  const problem = judgeFinalize(await call(service, 'FinalizeCacheEntryUpload', request));
  if (problem !== undefined) throw new Error(problem);
}

/**
 * The newest entry whose key begins so, or else the newest whose key begins with a start of that; and the address of its
 * blob. Rejects where the service can't be understood.
 */
export async function find(
  service: CacheService,
  prefix: string,
  start: string = prefix,
): Promise<{ key: string; url: string } | undefined> {
  const request = { key: prefix, restore_keys: [...new Set([prefix, start])], version: VERSION };
  const found = judgeFind(await call(service, 'GetCacheEntryDownloadURL', request), start);
  if ('problem' in found) throw new Error(found.problem);
  return 'key' in found ? found : undefined;
}

async function call(service: CacheService, name: CallName, request: object): Promise<Answered> {
  let pause = FIRST_PAUSE_MILLISECONDS;
  for (let tries = 1; ; tries++, pause *= 2) {
    const answer = await callOnce(service, name, request).catch(
      (error: unknown): Problem => ({ problem: messageOf(error), milliseconds: 0 }),
    );
    if ('fields' in answer) return answer;
    const milliseconds = Math.max(pause, answer.milliseconds);
    if (tries === TRIES || milliseconds > LONGEST_PAUSE_MILLISECONDS) throw new Error(answer.problem);
    await wait(milliseconds);
  }
}

async function callOnce({ url, token }: CacheService, name: CallName, request: object): Promise<Answered | Problem> {
  const { status, headers, body } = await send(
    new URL(`/twirp/github.actions.results.api.v1.CacheService/${name}`, url).href,
    {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'dev-in-docker',
      },
      body: JSON.stringify(request),
      idle: IDLE_MILLISECONDS,
    },
  ).catch((error: unknown) => Promise.reject(new Error(`the cache service can not be reached (${messageOf(error)})`)));
  return readAnswer(name, status, await text(body), headers['retry-after']);
}
