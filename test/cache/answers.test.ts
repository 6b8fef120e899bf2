import { describe, expect, test } from 'vitest';
import {
  type Answered,
  type FoundEntry,
  judgeFinalize,
  judgeFind,
  judgeReserve,
  type Problem,
  type Reserved,
  readAnswer,
} from '../../src/cache/answers.ts';

const again = (status: number, milliseconds = 0): Problem => ({
  ...{ problem: `the cache service answers HTTP ${status}`, milliseconds },
});
const unknown = (name: string, status: number) =>
  `the cache service gave an answer to ${name} that is not known (HTTP ${status})`;
const unread: Problem = { problem: unknown('CreateCacheEntry', 200), milliseconds: 0 };

describe('an answer', () => {
  test.each<[string, number, string, string, Answered | Problem]>([
    ['with fields', 200, '{"ok":true}', '', { status: 200, fields: { ok: true } }],
    ['without any', 200, '{}', '', { status: 200, fields: {} }],
    [
      'of an error',
      409,
      '{"code":"already_exists","msg":"x"}',
      '',
      { status: 409, fields: { code: 'already_exists', msg: 'x' } },
    ],
    ['too many requests', 429, '', '', again(429)],
    ['too many requests, with a time', 429, '', '3', again(429, 3000)],
    ['too many requests, with a date', 429, '', 'Wed, 21 Oct 2026 07:28:00 GMT', again(429)],
    ['too many requests, with nonsense', 429, '', '-1', again(429)],
    ['out of order', 503, '{"ok":true}', '', again(503)],
    ['no JSON', 200, '<html>', '', unread],
    ['nothing', 200, '', '', unread],
    ['a list', 200, '[]', '', unread],
    ['null', 200, 'null', '', unread],
  ])('%s', (_, status, said, retryAfter, expected) => {
    expect(readAnswer('CreateCacheEntry', status, said, retryAfter)).toEqual(expected);
  });
});

describe('a key is', () => {
  const url = 'https://storage.example/blob?sig=1';
  test.each<[string, number, object, Reserved]>([
    ['reserved', 200, { ok: true, signed_upload_url: url }, { uploadUrl: url }],
    ['taken', 409, { msg: 'it already exists' }, { refused: 'it already exists' }],
    ['taken, without a word', 409, {}, { refused: 'the cache service refused it' }],
    ['refused', 200, { ok: false, message: 'cache write denied' }, { refused: 'cache write denied' }],
    ['refused, without a word', 200, { ok: false }, { refused: 'the cache service refused it' }],
    ['refused, with nothing at all, as protobuf has it', 200, {}, { refused: 'the cache service refused it' }],
    ['refused to those who are nobody', 401, { msg: 'unauthenticated' }, { refused: 'unauthenticated' }],
    [
      'reserved at no address',
      200,
      { ok: true, signed_upload_url: 'file:///etc' },
      { problem: unknown('CreateCacheEntry', 200) },
    ],
    ['reserved nowhere', 200, { ok: true }, { problem: unknown('CreateCacheEntry', 200) }],
    ['of no interest', 404, {}, { problem: unknown('CreateCacheEntry', 404) }],
  ])('%s', (_, status, fields, expected) => {
    expect(judgeReserve({ status, fields: { ...fields } })).toEqual(expected);
  });
});

describe('an entry is', () => {
  const url = 'https://storage.example/blob?sig=1';
  const hit = { ok: true, signed_download_url: url, matched_key: 'run-1' };
  const other: FoundEntry = { problem: unknown('GetCacheEntryDownloadURL', 200) };
  test.each<[string, number, object, FoundEntry]>([
    ['there', 200, hit, { key: 'run-1', url }],
    ['not there', 200, { ok: false }, { nothing: true }],
    ['not there, without a word, as protobuf has it', 200, {}, { nothing: true }],
    ['of another key', 200, { ...hit, matched_key: 'order-1' }, other],
    ['without a key', 200, { ...hit, matched_key: undefined }, other],
    ['at no address', 200, { ...hit, signed_download_url: 'nowhere' }, other],
    ['refused', 403, { msg: 'no' }, { problem: 'the cache service says: no' }],
    [
      'refused, with a signed address',
      403,
      { msg: 'no such blob: https://b/c?sig=x' },
      { problem: 'the cache service says: no such blob: https://b/c?…' },
    ],
    ['refused without a word', 403, {}, { problem: unknown('GetCacheEntryDownloadURL', 403) }],
  ])('%s', (_, status, fields, expected) => {
    expect(judgeFind({ status, fields: { ...fields } }, 'run-')).toEqual(expected);
  });
});

describe('a blob is an entry', () => {
  test.each<[string, number, object, string | undefined]>([
    ['yes', 200, { ok: true, entry_id: '1' }, undefined],
    ['no', 200, { ok: false }, unknown('FinalizeCacheEntryUpload', 200)],
    ['no, and why', 200, { ok: false, message: 'too large' }, 'the cache service says: too large'],
    ['an error', 400, { msg: 'no such upload' }, 'the cache service says: no such upload'],
    ['nothing', 200, {}, unknown('FinalizeCacheEntryUpload', 200)],
  ])('%s', (_, status, fields, expected) => {
    expect(judgeFinalize({ status, fields: { ...fields } })).toBe(expected);
  });
});
