import { expect, test } from 'vitest';
import { judgeRange, type RangeAnswer } from '../../src/cache/ranges.ts';

const short: RangeAnswer = { kind: 'gone', reason: 'the entry is cut short' };
const others: RangeAnswer = { kind: 'trouble', reason: 'the blob storage sent other bytes than were asked for' };
const refused = (status: number): RangeAnswer => ({
  kind: 'refused',
  reason: `the blob storage answers HTTP ${status}`,
});
const trouble = (status: number): RangeAnswer => ({
  kind: 'trouble',
  reason: `the blob storage answers HTTP ${status}`,
});

test.each<[string, number, string, RangeAnswer]>([
  ['just these bytes', 206, 'bytes 100-149/1000', { kind: 'bytes', size: 1000 }],
  ['up to the end', 206, 'bytes 100-149/150', { kind: 'bytes', size: 150 }],
  ['a blob that ends before', 206, 'bytes 100-119/120', short],
  ['a blob that ends where they begin', 416, 'bytes */100', short],
  ['no such range', 416, '', short],
  ['fewer bytes, although there are more', 206, 'bytes 100-119/1000', others],
  ['other bytes', 206, 'bytes 0-49/1000', others],
  ['no word of which', 206, '', others],
  ['a size that is not told', 206, 'bytes 100-149/*', others],
  ['several ranges', 206, 'multipart/byteranges', others],
  ['the whole blob', 200, '', trouble(200)],
  ['an address that has expired', 403, '', refused(403)],
  ['an address without a signature', 401, '', refused(401)],
  ['a blob that is not there', 404, '', refused(404)],
  ['a blob that was there', 410, '', refused(410)],
  ['too many requests', 429, '', trouble(429)],
  ['a storage that is out of order', 503, '', trouble(503)],
])('of 50 bytes from 100, the storage sends %s', (_, status, contentRange, expected) => {
  expect(judgeRange({ start: 100, length: 50 }, status, contentRange)).toEqual(expected);
});
