import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATA_OFFSET, HEADER_GUESS } from '../../src/cache/framed.ts';
import {
  CHUNK_BYTES,
  decodeHeader,
  encodeHeader,
  headerLength,
  type RunEntryHeader,
} from '../../src/cache/run-entry.ts';
import type { TarFact } from '../../src/cache/tar-stream.ts';
import { type TopLevel, topLevelOf } from '../../src/cache/top-level.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const digests = (count: number) => Array.from({ length: count }, (_, chunk) => sha256(Buffer.from(String(chunk))));
const header: RunEntryHeader = {
  image: {
    id: `sha256:${'1'.repeat(64)}`,
    contentId: '2'.repeat(64),
    config: { Env: ['NAME=ü'], WorkingDir: '/work', Volumes: null, Cmd: ['python'], Labels: { a: 'b' } },
  },
  topLevel: [
    { name: 'usr', kind: 'directory' },
    { name: 'größe und 空', kind: 'file' },
    { name: 'bin', kind: 'link', target: 'usr/bin' },
  ],
  bases: { 'python:3.13': `sha256:${'3'.repeat(64)}` },
  bytes: 2 * CHUNK_BYTES + 1,
  chunks: digests(3),
};
const whole = Buffer.from(encodeHeader(header, sha256));

/** A header with any text in it, whose length and digest are right. */
function headerAround(text: string | Uint8Array): Buffer {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([whole.subarray(0, 26), length, Buffer.from(sha256(bytes)), bytes]);
}

/** What a header holds as JSON. */
const written = JSON.parse(whole.subarray(26 + 4 + 64).toString());

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

  test('that would reach into the squashfs is not even asked for', () => {
    expect(() => headerLength(changed(26))).toThrow('damaged');
  });

  test('is read from the middle of a buffer', () => {
    const start = Buffer.concat([Buffer.alloc(13), whole]).subarray(13);
    expect(decodeHeader(start, sha256)).toEqual(header);
  });

  test('that could not be read again is not written', () => {
    const topLevel: TopLevel[] = [{ name: '..', kind: 'directory' }];
    expect(() => encodeHeader({ ...header, topLevel }, sha256)).toThrow('no header of a run entry can describe');
    expect(() => encodeHeader({ ...header, chunks: digests(2) }, sha256)).toThrow('can describe');
    expect(() => encodeHeader({ ...header, bytes: 0, chunks: [] }, sha256)).toThrow('can describe');
  });

  test('of 900 MB is within the first guess', () => {
    expect(encodeHeader({ ...header, bytes: 3600 * CHUNK_BYTES, chunks: digests(3600) }, sha256).length).toBeLessThan(
      HEADER_GUESS,
    );
  });

  test('that does not fit is refused', () => {
    const count = DATA_OFFSET / 64;
    const large = { ...header, bytes: count * CHUNK_BYTES, chunks: digests(count) };
    expect(() => encodeHeader(large, sha256)).toThrow('too large');
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
    ['no JSON', headerAround('{'), 'damaged'],
    ['no text', headerAround(Buffer.from([0xff, 0xfe])), 'damaged'],
    ['folders without end', headerAround('['.repeat(1e6)), 'damaged'],
    ['lists without end', headerAround(`${'['.repeat(1e5)}${']'.repeat(1e5)}`), 'damaged'],
  ])('%s', (_, bytes, message) => {
    expect(() => decodeHeader(bytes, sha256)).toThrow(message);
  });
});

describe('a header whose digest is right, but not what is in it, is refused', () => {
  const { image, topLevel, bases, chunks } = written;
  const config = (more: object) => ({ image: { ...image, config: { ...image.config, ...more } } });
  const named = (name: unknown, kind: unknown = 'directory', more = {}) => ({ topLevel: [{ name, kind, ...more }] });

  test('as it was', () => {
    expect(decodeHeader(headerAround(JSON.stringify(written)), sha256)).toEqual(header);
  });

  test('what is not known is left out', () => {
    const [first, ...others] = topLevel;
    const more = { ...written, topLevel: [{ ...first, target: '/' }, ...others], more: 1 };
    expect(decodeHeader(headerAround(JSON.stringify(more)), sha256)).toEqual(header);
  });

  test.each<[string, object]>([
    ['no image', { image: undefined }],
    ['an image that is a text', { image: 'sha256:1' }],
    ['an ID that is none', { image: { ...image, id: 'latest' } }],
    ['an ID that is a list', { image: { ...image, id: [image.id] } }],
    ['no content ID', { image: { ...image, contentId: undefined } }],
    ['a content ID with more in it', { image: { ...image, contentId: `${image.contentId}\n` } }],
    ['no configuration', { image: { ...image, config: null } }],
    ['a configuration that is a list', { image: { ...image, config: [] } }],
    ['an environment that is a text', config({ Env: 'A=b' })],
    ['a variable that is a number', config({ Env: [1] })],
    ['a variable with a zero', config({ Env: ['A=\0'] })],
    ['a working directory that is a number', config({ WorkingDir: 1 })],
    ['a working directory that is relative', config({ WorkingDir: 'work' })],
    ['a working directory that leads out', config({ WorkingDir: '/../work' })],
    ['a working directory with a comma', config({ WorkingDir: '/a,type=bind,src=/' })],
    ['a user that is a number', config({ User: 0 })],
    ['a user under another name', config({ USER: 'root' })],
    ['volumes that are a list', config({ Volumes: ['/data'] })],
    ['a volume that is a text', config({ Volumes: { '/data': '/' } })],
    ['volumes under a name that the engine takes for the same', config({ volumes: { '/data': {} } })],
    ['a working directory under such a name', config({ WORKINGDIR: '/' })],
    ['such a name in other letters', config({ 'Volume\u017f': { '/data': {} } })],
    ['no root directory', { topLevel: undefined }],
    ['a root directory that is an object', { topLevel: { usr: 'directory' } }],
    ['an entry that is a text', { topLevel: ['usr'] }],
    ['an entry without a name', named(undefined)],
    ['an empty name', named('')],
    ['the directory itself', named('.')],
    ['the one above', named('..')],
    ['a path', named('usr/bin')],
    ['an absolute path', named('/usr')],
    ['a path out', named('../../etc')],
    ['a zero in a name', named('usr\0')],
    ['a line feed in a name', named('usr\n')],
    ['a comma in a name', named('usr,src=')],
    ['a quote in a name', named('usr"')],
    ['half a character in a name', named('\ud800')],
    ['a name that is too long', named('a'.repeat(101))],
    ["Docker's own", named('proc')],
    ['another kind', named('usr', 'fifo')],
    ['a kind of every object', named('usr', 'constructor')],
    ['a link without a target', named('bin', 'link')],
    ['a link with an empty target', named('bin', 'link', { target: '' })],
    ['a link with a number for a target', named('bin', 'link', { target: 1 })],
    ['a link with a zero in its target', named('bin', 'link', { target: 'a\0' })],
    ['a link with a target that is too long', named('bin', 'link', { target: 'a'.repeat(101) })],
    ['one name twice', { topLevel: [topLevel[0], { name: 'usr', kind: 'file' }] }],
    [
      'too many names',
      { topLevel: Array.from({ length: 1001 }, (_, index) => ({ name: String(index), kind: 'file' })) },
    ],
    ['no base images', { bases: undefined }],
    ['base images that are a list', { bases: Object.values(bases) }],
    ['base images that are nothing', { bases: null }],
    ['a base image without a digest', { bases: { python: 1 } }],
    ['a base image with an odd digest', { bases: { python: 'sha256:1' } }],
    ['no size', { bytes: undefined }],
    ['no bytes', { bytes: 0, chunks: '' }],
    ['a size that is a text', { bytes: String(written.bytes) }],
    ['a fraction of a byte', { bytes: written.bytes + 0.5 }],
    ['less than nothing', { bytes: -1, chunks: '' }],
    ['more than can be counted', { bytes: 1e300 }],
    ['more than the chunks hold', { bytes: 3 * CHUNK_BYTES + 1 }],
    ['less than the chunks hold', { bytes: 2 * CHUNK_BYTES }],
    ['no chunks', { chunks: undefined }],
    ['chunks that are a list', { chunks: header.chunks }],
    ['too few chunks', { chunks: chunks.slice(64) }],
    ['too many chunks', { chunks: chunks + chunks }],
    ['digests with something between', { chunks: `${chunks.slice(0, 64)} ${chunks.slice(64)}` }],
    ['something that is no digest', { chunks: chunks.replace(/^./, 'g') }],
  ])('%s', (_, more) => {
    const text = JSON.stringify({ ...written, ...more });
    expect(() => decodeHeader(headerAround(text), sha256)).toThrow(/^its header is damaged$/);
  });
});

describe('whatever a blob begins with, it is a header or is refused', () => {
  const expectKnownEnd = (bytes: Uint8Array) => {
    try {
      expect(decodeHeader(bytes, sha256)).toEqual(expect.objectContaining({ bytes: expect.any(Number) }));
    } catch (error) {
      expect(error).toEqual(
        expect.objectContaining({
          message: expect.stringMatching(/^(?:its header is damaged|it is no run entry of this format)$/),
        }),
      );
    }
  };

  test('any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectKnownEnd));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), bytes => expectKnownEnd(headerAround(bytes))));
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.json({ maxDepth: 6 }), text => expectKnownEnd(headerAround(text))));
  });

  test('any JSON in place of a part', () => {
    const places: (string | number)[][] = [
      ...[['image'], ['image', 'id'], ['image', 'contentId'], ['image', 'config'], ['image', 'config', 'Env']],
      ...[['image', 'config', 'Volumes'], ['topLevel'], ['topLevel', 0], ['topLevel', 0, 'name']],
      ...[['topLevel', 2, 'target'], ['bases'], ['bases', 'python:3.13'], ['bytes'], ['chunks']],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        const changed = structuredClone(written);
        place.slice(0, -1).reduce((part, key) => part[key], changed)[place.at(-1) ?? ''] = value;
        expectKnownEnd(headerAround(JSON.stringify(changed)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the root directory of an image', () => {
  const fact = (path: string, type: TarFact['type'] = 'directory', target = ''): TarFact => ({ path, type, target });

  test.each<[TarFact, unknown]>([
    [fact('usr/'), { name: 'usr', kind: 'directory' }],
    [fact('usr'), { name: 'usr', kind: 'directory' }],
    [fact('größe und 空/'), { name: 'größe und 空', kind: 'directory' }],
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
    [fact('line\nbreak', 'file'), 'nothing can be mounted at'],
    [fact('a,b'), 'nothing can be mounted at'],
    [fact('..'), 'nothing can be mounted at'],
    [fact('empty', 'link'), 'leads nowhere'],
    [fact('ü'.repeat(51)), 'too long'],
    [fact('link', 'link', 'a'.repeat(101)), 'too long'],
  ])('%j can not be mounted', (entry, message) => {
    expect(() => topLevelOf(entry)).toThrow(message);
  });
});
