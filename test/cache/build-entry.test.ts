import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BuildEntryHeader,
  buildHeaderLength,
  decodeBuildHeader,
  encodeBuildHeader,
  layersIn,
} from '../../src/cache/build-entry.ts';
import { framed } from '../../src/cache/framed.ts';

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
const OCI = 'application/vnd.oci.image.manifest.v1+json';
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

const config = '{"architecture":"amd64"}';
const layers = [
  { mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: digest('a'), size: 10 },
  { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digest('b'), size: 0 },
];
const described = { digest: `sha256:${sha256(config)}`, size: config.length };
const manifest = { schemaVersion: 2, mediaType: OCI, config: described, layers };
const header: BuildEntryHeader = {
  manifest: JSON.stringify(manifest),
  config,
  layers: [
    { digest: digest('a'), size: 10, packed: 7 },
    { digest: digest('b'), size: 0, packed: 9 },
  ],
};
const whole = encodeBuildHeader(header, sha256);

/** A header with any fields in it, whose length and digest are right. */
function headerAround(fields: unknown): Uint8Array {
  return framed({ line: 'dev-in-docker build entry 1\n', name: '' }, Object(fields), sha256);
}

test('a header is read as it was written, whatever follows it', () => {
  const start = Buffer.concat([whole, Buffer.alloc(100, 7)]);
  expect(buildHeaderLength(start)).toBe(whole.length);
  expect(decodeBuildHeader(start, sha256)).toEqual(header);
});

test('a layer that an image has twice is there once', () => {
  const twice = JSON.stringify({ ...manifest, layers: [...layers, ...layers] });
  expect(layersIn(twice, described.digest)).toEqual(layers.map(({ digest, size }) => ({ digest, size })));
});

test('what Docker itself calls a manifest is one too', () => {
  const docker = { ...manifest, mediaType: 'application/vnd.docker.distribution.manifest.v2+json' };
  expect(layersIn(JSON.stringify(docker), described.digest)).toHaveLength(2);
});

describe('what is no header is refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'it is no build entry of this format'],
    ['a run entry', framed({ line: 'dev-in-docker run entry 1\n', name: '' }, {}, sha256), 'it is no build entry'],
    ['one that breaks off', whole.subarray(0, -1), 'its header is damaged'],
    ['a list', headerAround([]), 'its header is damaged'],
    ['nothing in it', headerAround({}), 'its header is damaged'],
  ])('%s', (_, bytes, message) => {
    expect(() => decodeBuildHeader(bytes, sha256)).toThrow(message);
  });

  const changed = (more: object) => ({ manifest: JSON.stringify({ ...manifest, ...more }) });
  const named = (name: unknown) => changed({ layers: [{ digest: name, size: 1 }, layers[1]] });
  test.each<[string, object]>([
    ['a manifest that is no text', { manifest }],
    ['a manifest that is no JSON', { manifest: '{' }],
    ['a manifest that is a list', { manifest: '[]' }],
    ['a list of manifests', changed({ mediaType: 'application/vnd.oci.image.index.v1+json' })],
    ['a manifest of no kind', changed({ mediaType: undefined })],
    ['a manifest without a configuration', changed({ config: undefined })],
    ['another configuration', { config: '{}' }],
    ['a configuration that is no text', { config: {} }],
    ['no layers', changed({ layers: undefined })],
    ['layers that are an object', changed({ layers: {} })],
    ['a layer that is nothing', changed({ layers: [null, layers[1]] })],
    ['a layer without a digest', named(undefined)],
    ['a path out of the layout', named('sha256:../../../../etc/passwd')],
    ['an absolute path', named('/etc/passwd')],
    ['a path behind a digest', named(`${digest('a')}/../x`)],
    ['a line feed behind a digest', named(`${digest('a')}\n`)],
    ['another kind of digest', named(`md5:${'a'.repeat(64)}`)],
    ['a digest in capitals', named(digest('A'))],
    ['a list for a digest', named([digest('a')])],
    ['a size below nothing', changed({ layers: [{ digest: digest('a'), size: -1 }, layers[1]] })],
    ['a size that is a fraction', changed({ layers: [{ digest: digest('a'), size: 0.5 }, layers[1]] })],
    ['a size that is a text', changed({ layers: [{ digest: digest('a'), size: '1' }, layers[1]] })],
    ['a size that can not be counted', changed({ layers: [{ digest: digest('a'), size: 2 ** 60 }, layers[1]] })],
    ['too many layers', { ...changed({ layers: Array(1001).fill(layers[0]) }), packed: [7] }],
    ['no packed sizes', { packed: undefined }],
    ['too few packed sizes', { packed: [1] }],
    ['too many packed sizes', { packed: [1, 2, 3] }],
    ['a packed size below nothing', { packed: [1, -1] }],
    ['a packed size that is a text', { packed: [1, '1'] }],
  ])('%s', (_, more) => {
    const fields = { manifest: header.manifest, config, packed: [7, 9], ...more };
    expect(() => decodeBuildHeader(headerAround(fields), sha256)).toThrow(/^its header is damaged$/);
  });
});

test('whatever a blob begins with, it is a header or is refused', () => {
  const expectKnownEnd = (bytes: Uint8Array) => {
    try {
      expect(decodeBuildHeader(bytes, sha256).layers).toEqual(expect.any(Array));
    } catch (error) {
      expect(String(error)).toMatch(/^Error: (?:its header is damaged|it is no build entry of this format)$/);
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectKnownEnd));
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), value => expectKnownEnd(headerAround(value))));
  fc.assert(
    fc.property(fc.constantFrom('manifest', 'config', 'packed'), fc.jsonValue(), (name, value) => {
      const fields = { manifest: header.manifest, config, packed: [7, 9], [name]: value };
      expectKnownEnd(headerAround(fields));
    }),
  );
  fc.assert(
    fc.property(fc.constantFrom('mediaType', 'config', 'layers'), fc.jsonValue(), (name, value) => {
      const fields = { manifest: JSON.stringify({ ...manifest, [name]: value }), config, packed: [7, 9] };
      expectKnownEnd(headerAround(fields));
    }),
  );
});
