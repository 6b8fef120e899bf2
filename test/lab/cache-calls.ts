// The three calls of the cache service and their answers, as GitHub gives them (JSON over Twirp).
import type { ArtifactContext } from './artifact-calls.ts';
import { type Entry, findEntry, sameEntry } from './cache-entries.ts';
import type { Faults } from './cache-faults.ts';
import type { Bearer } from './cache-token.ts';
import { type Answer, errorAnswer, type Fields } from './twirp.ts';

/** What a call works on: all entries and artifacts there are, and what the caller's token may do. */
export type CallContext = ArtifactContext &
  Bearer & {
    entries: Entry[];
    onFinalized(bytes: number): void;
  };

/** One of the calls: the switch of its faults, how it is refused, and what it does. */
export type Call = {
  fault: keyof Pick<Faults, 'reserve' | 'finalize' | 'lookup' | 'artifact'>;
  denied: Answer;
  answer(context: CallContext, fields: Fields): Answer | Promise<Answer>;
};

// A refused write is an answer, a refused read is an error: the client tells them by these beginnings.
const WRITE_DENIED: Answer = {
  status: 200,
  body: { ok: false, message: 'cache write denied: the token has no writable scopes' },
};
const READ_DENIED = errorAnswer('permission_denied', 'cache read denied: the token has no readable scopes');

/** The calls by the last part of their path. */
export const CALLS: ReadonlyMap<string, Call> = new Map<string, Call>([
  ['CreateCacheEntry', { fault: 'reserve', denied: WRITE_DENIED, answer: reserve }],
  ['FinalizeCacheEntryUpload', { fault: 'finalize', denied: WRITE_DENIED, answer: finalize }],
  ['GetCacheEntryDownloadURL', { fault: 'lookup', denied: READ_DENIED, answer: lookUp }],
]);

let lastId = 0;

function reserve(context: CallContext, fields: Fields): Answer {
  const { key, version } = fields;
  const scope = writableScope(context);
  if (scope === undefined) return WRITE_DENIED;
  if (!isKey(key) || !isVersion(version)) return BAD_KEY;
  if (sameEntry(context.entries, { key, version, scope })) {
    return errorAnswer('already_exists', 'cache entry with the same key, version, and scope already exists');
  }
  lastId += 1;
  const blob = `entry-${lastId}`;
  context.entries.push({ id: lastId, key, version, scope, blob, size: undefined, createdAt: Date.now() });
  return { status: 200, body: { ok: true, signed_upload_url: context.signedUrl(blob, 'upload') } };
}

async function finalize(context: CallContext, fields: Fields): Promise<Answer> {
  const { key, version } = fields;
  const scope = writableScope(context);
  if (scope === undefined) return WRITE_DENIED;
  if (!isKey(key) || !isVersion(version)) return BAD_KEY;
  const entry = sameEntry(context.entries, { key, version, scope });
  if (!entry) return errorAnswer('not_found', 'cache entry not found');
  if (entry.size !== undefined) return errorAnswer('already_exists', 'cache entry is already finalized');
  const stored = await context.size(entry.blob);
  // Protobuf's JSON has 64-bit numbers as strings; some clients send numbers all the same.
  if (stored === undefined || stored !== Number(fields.size_bytes)) {
    const message = `size_bytes is ${String(fields.size_bytes)}, but ${stored ?? 'nothing'} was uploaded`;
    return { status: 200, body: { ok: false, message } };
  }
  entry.size = stored;
  context.onFinalized(stored);
  return { status: 200, body: { ok: true, entry_id: String(entry.id) } };
}

function lookUp(context: CallContext, fields: Fields): Answer {
  const { key, version, restore_keys: others = [] } = fields;
  if (!context.access.some(({ read }) => read)) return READ_DENIED;
  if (!isKey(key) || !isVersion(version)) return BAD_KEY;
  if (!Array.isArray(others) || !others.every(isKey) || others.length > 9) return BAD_KEY;
  const found = findEntry(context.entries, context.access, version, [key, ...others]);
  if (!found) return { status: 200, body: { ok: false } };
  const signed_download_url = context.signedUrl(found.blob, 'download');
  return { status: 200, body: { ok: true, signed_download_url, matched_key: found.key } };
}

const BAD_KEY = errorAnswer(
  'invalid_argument',
  'key (1 to 512 characters, no comma), version, or restore_keys (at most 9) is missing or wrong',
);

function writableScope({ access }: CallContext): string | undefined {
  return access.find(({ write }) => write)?.scope;
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 512 && !value.includes(',');
}

function isVersion(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0;
}
