// The cache service's three calls, for entries that are one blob as it is: @actions/cache wraps all it saves in tar and
// zstd, and hands out no address. The protocol is that of @actions/cache (lib/internal/shared/cacheTwirpClient.js).
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from '../../text/errors.ts';
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
  const { status, fields } = await call(service, 'CreateCacheEntry', { key, version: VERSION });
  const uploadUrl = fields.signed_upload_url;
  if (status === 200 && fields.ok === true && isAddress(uploadUrl)) return { uploadUrl };
  const said = sentence(fields);
  if (said !== undefined) return { refused: said };
  if (status === 409 || (status === 200 && fields.ok === false)) return { refused: 'the cache service refused it' };
  throw unknown('CreateCacheEntry', status);
}

/** Makes an uploaded blob of so many bytes an entry. Rejects where that is refused. */
export async function finalize(service: CacheService, key: string, bytes: number): Promise<void> {
  const request = { key, version: VERSION, size_bytes: String(bytes) };
  const { status, fields } = await call(service, 'FinalizeCacheEntryUpload', request);
  if (status !== 200 || fields.ok !== true) throw refusal('FinalizeCacheEntryUpload', { status, fields });
}

/** The newest entry whose key begins so, and the address of its blob. Rejects where the service can't be understood. */
export async function find(service: CacheService, prefix: string): Promise<{ key: string; url: string } | undefined> {
  const request = { key: prefix, restore_keys: [prefix], version: VERSION };
  const { status, fields } = await call(service, 'GetCacheEntryDownloadURL', request);
  const { signed_download_url: url, matched_key: key } = fields;
  if (status === 200 && fields.ok === true && isAddress(url) && typeof key === 'string' && key.startsWith(prefix)) {
    return { key, url };
  }
  // Protobuf leaves out what is false, so a miss may say nothing at all.
  if (status === 200 && (fields.ok === false || Object.keys(fields).length === 0)) return undefined;
  throw refusal('GetCacheEntryDownloadURL', { status, fields });
}

type Answered = { status: number; fields: Record<string, unknown> };

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

/** What the service says in words: `message` in an answer, `msg` in an error. */
function sentence({ message, msg }: Answered['fields']): string | undefined {
  return [message, msg].find((said): said is string => typeof said === 'string' && said !== '');
}

function refusal(name: string, { status, fields }: Answered): Error {
  const said = sentence(fields);
  return said === undefined ? unknown(name, status) : new Error(`the cache service says: ${said}`);
}

function unknown(name: string, status: number): Error {
  return new Error(`the cache service gave an answer to ${name} that is not known (HTTP ${status})`);
}

async function call(service: CacheService, name: string, request: object): Promise<Answered> {
  let pause = FIRST_PAUSE_MILLISECONDS;
  for (let tries = 1; ; tries++, pause *= 2) {
    const answer = await callOnce(service, name, request).catch(
      (error: unknown): Problem => ({ problem: messageOf(error) }),
    );
    if ('fields' in answer) return answer;
    const milliseconds = Math.max(pause, answer.milliseconds ?? 0);
    if (tries === TRIES || milliseconds > LONGEST_PAUSE_MILLISECONDS) throw new Error(answer.problem);
    await wait(milliseconds);
  }
}

/** What may go better at the next try, and after how long, where the service names a time. */
type Problem = { problem: string; milliseconds?: number };

async function callOnce({ url, token }: CacheService, name: string, request: object): Promise<Answered | Problem> {
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
  const said = await text(body);
  if (status === 429 || status >= 500) {
    const seconds = Number(headers['retry-after'] ?? 0);
    return { problem: `the cache service answers HTTP ${status}`, milliseconds: seconds > 0 ? seconds * 1000 : 0 };
  }
  const fields = parseFields(said);
  return fields ? { status, fields } : { problem: unknown(name, status).message };
}

function parseFields(said: string): Answered['fields'] | undefined {
  try {
    const parsed: unknown = JSON.parse(said);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
