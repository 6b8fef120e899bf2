import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  CHUNK_BYTES,
  DATA_OFFSET,
  decodeHeader,
  encodeHeader,
  HEADER_GUESS,
  headerLength,
  type RunEntryHeader,
  topLevelOf,
} from '../../src/cache/run-entry.ts';
import type { TarFact } from '../../src/cache/tar-stream.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const digests = (count: number) => Array.from({ length: count }, (_, chunk) => sha256(Buffer.from(String(chunk))));
const header: RunEntryHeader = {
  image: { id: 'sha256:1', contentId: '2', config: { Env: ['NAME=ü'], WorkingDir: '/work' } },
  topLevel: [],
  bases: { 'python:3.13': 'sha256:3' },
  bytes: 2 * CHUNK_BYTES + 1,
  chunks: digests(3),
};
const whole = Buffer.from(encodeHeader(header, sha256));

function changed(place: number): Buffer {
  // As in a blob, something follows.
  const bytes = Buffer.concat([whole, Buffer.alloc(8)]);
  bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
  return bytes;
}

describe('a header', () => {
  test('is read as it was written, whatever follows it', () => {
    const start = Buffer.concat([whole, Buffer.alloc(1000, 7)]);
    expect(headerLength(start)).toBe(whole.length);
    expect(decodeHeader(start, sha256)).toEqual(header);
  });

  test('is read from the middle of a buffer', () => {
    const start = Buffer.concat([Buffer.alloc(13), whole]).subarray(13);
    expect(decodeHeader(start, sha256)).toEqual(header);
  });

  test('of an image without files', () => {
    const empty = { ...header, bytes: 0, chunks: [] };
    expect(decodeHeader(encodeHeader(empty, sha256), sha256)).toEqual(empty);
  });

  test('of 900 MB is within the first guess', () => {
    expect(encodeHeader({ ...header, chunks: digests(3600) }, sha256).length).toBeLessThan(HEADER_GUESS);
  });

  test('that does not fit is refused', () => {
    expect(() => encodeHeader({ ...header, chunks: digests(DATA_OFFSET / 64) }, sha256)).toThrow('too large');
  });
});

describe('what is no header is refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'no run entry'],
    ['zeros', Buffer.alloc(HEADER_GUESS), 'no run entry'],
    ['another format', Buffer.from(whole.toString('latin1').replace('entry 1', 'entry 2'), 'latin1'), 'no run entry'],
    ['a damaged magic', changed(0), 'no run entry'],
    ['a length beyond the squashfs', changed(26), 'damaged'],
    ['a length that is a little off', changed(29), 'damaged'],
    ['a damaged digest', changed(30), 'damaged'],
    ['a damaged text', changed(whole.length - 5), 'damaged'],
    ['one that breaks off', whole.subarray(0, -1), 'damaged'],
    ['too few chunks', encodeHeader({ ...header, chunks: digests(2) }, sha256), 'damaged'],
    ['too many chunks', encodeHeader({ ...header, chunks: digests(4) }, sha256), 'damaged'],
  ])('%s', (_, bytes, message) => {
    expect(() => decodeHeader(bytes, sha256)).toThrow(message);
  });
});

describe('the root directory of an image', () => {
  const fact = (path: string, type: TarFact['type'] = 'directory', target = ''): TarFact => ({ path, type, target });

  test.each<[TarFact, unknown]>([
    [fact('usr/'), { name: 'usr', kind: 'directory' }],
    [fact('usr'), { name: 'usr', kind: 'directory' }],
    [fact('größe und 空/'), { name: 'größe und 空', kind: 'directory' }],
    [fact('line\nbreak', 'file'), { name: 'line\nbreak', kind: 'file' }],
    [fact('bin', 'link', 'usr/bin'), { name: 'bin', kind: 'link', target: 'usr/bin' }],
    [fact('a -> b', 'link', '/c -> d'), { name: 'a -> b', kind: 'link', target: '/c -> d' }],
    // What lies deeper comes with its folder, whatever it is.
    [fact('usr/bin/'), undefined],
    [fact('opt/pipe', 'other'), undefined],
    [fact('opt/\ufffd', 'file'), undefined],
    // Docker makes these.
    [fact('.dockerenv', 'file'), undefined],
    [fact('proc/'), undefined],
    [fact('sys/'), undefined],
    [fact('dev/'), undefined],
    [fact('devices/'), { name: 'devices', kind: 'directory' }],
  ])('%j', (entry, found) => {
    expect(topLevelOf(entry)).toEqual(found);
  });

  test.each([
    [fact('pipe', 'other'), '/pipe in the image is neither a directory'],
    [fact('second', 'hard link', 'opt/first'), '/second in the image is neither a directory'],
    [fact('\ufffd', 'file'), "isn't UTF-8"],
    [fact('ü'.repeat(51)), 'too long'],
    [fact('link', 'link', 'a'.repeat(101)), 'too long'],
  ])('%j can not be mounted', (entry, message) => {
    expect(() => topLevelOf(entry)).toThrow(message);
  });
});
