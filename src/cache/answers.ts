// What the cache service's answers mean. The protocol is that of @actions/cache (lib/internal/shared/cacheTwirpClient.js).

import { withoutQueries } from '../text/plain.ts';

/** The service's calls. */
export type CallName = 'CreateCacheEntry' | 'FinalizeCacheEntryUpload' | 'GetCacheEntryDownloadURL';

/** An answer that can be read. */
export type Answered = { status: number; fields: Record<string, unknown> };

/** A problem that may be gone at the next try; `milliseconds` is how long to wait for that, 0 where nobody says. */
export type Problem = { problem: string; milliseconds: number };

/** Reads an answer; `retryAfter` is that header, in seconds, empty where there is none. */
export function readAnswer(name: CallName, status: number, said: string, retryAfter = ''): Answered | Problem {
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return { problem: `the cache service answers HTTP ${status}`, milliseconds: seconds > 0 ? seconds * 1000 : 0 };
  }
  const fields = parseFields(said);
  return fields ? { status, fields } : { problem: unknown(name, status), milliseconds: 0 };
}

/** Whether a key was reserved, and where to put its blob. */
export type Reserved = { uploadUrl: string } | { refused: string } | { problem: string };

/** Judges the answer to CreateCacheEntry. */
export function judgeReserve({ status, fields }: Answered): Reserved {
  const uploadUrl = fields.signed_upload_url;
  if (status === 200 && fields.ok === true && isAddress(uploadUrl)) return { uploadUrl };
  const said = sentence(fields);
  if (said !== undefined) return { refused: said };
  if (status === 409 || saysNo({ status, fields })) return { refused: 'the cache service refused it' };
  return { problem: unknown('CreateCacheEntry', status) };
}

/** The newest entry, with the address of its blob; `nothing` where there is none. */
export type FoundEntry = { key: string; url: string } | { nothing: true } | { problem: string };

/** Judges the answer to GetCacheEntryDownloadURL, which asked for entries whose keys begin so. */
export function judgeFind({ status, fields }: Answered, prefix: string): FoundEntry {
  const { signed_download_url: url, matched_key: key } = fields;
  if (status === 200 && fields.ok === true && isAddress(url) && typeof key === 'string' && key.startsWith(prefix)) {
    return { key, url };
  }
  return saysNo({ status, fields })
    ? { nothing: true }
    : { problem: problemOf('GetCacheEntryDownloadURL', { status, fields }) };
}

/** Judges the answer to FinalizeCacheEntryUpload: why the blob is no entry; undefined where it is one. */
export function judgeFinalize({ status, fields }: Answered): string | undefined {
  return status === 200 && fields.ok === true ? undefined : problemOf('FinalizeCacheEntryUpload', { status, fields });
}

/** Protobuf leaves out what is false, so a no may say nothing at all. */
function saysNo({ status, fields }: Answered): boolean {
  return status === 200 && (fields.ok === false || Object.keys(fields).length === 0);
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
}

/** What the service says in words: `message` in an answer, `msg` in an error. */
function sentence({ message, msg }: Answered['fields']): string | undefined {
  const said = [message, msg].find((said): said is string => typeof said === 'string' && said !== '');
  return said === undefined ? undefined : withoutQueries(said);
}

function problemOf(name: CallName, { status, fields }: Answered): string {
  const said = sentence(fields);
  return said === undefined ? unknown(name, status) : `the cache service says: ${said}`;
}

function unknown(name: CallName, status: number): string {
  return `the cache service gave an answer to ${name} that is not known (HTTP ${status})`;
}

function parseFields(said: string): Answered['fields'] | undefined {
  try {
    const parsed: unknown = JSON.parse(said);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}
