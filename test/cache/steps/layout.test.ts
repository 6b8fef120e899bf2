import { createHash } from 'node:crypto';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  manifestDigest,
  readConfig,
  readManifest,
  rememberLayers,
  writeDocuments,
} from '../../../src/cache/steps/layout.ts';
import { folderWith } from '../../temporary-folder.ts';

const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const blobOf = (text: string) => `blobs/${digestOf(text).replace(':', '/')}`;
const descriptor = (text: string, mediaType: string) => ({ mediaType, digest: digestOf(text), size: text.length });

const layers = ['base layer', 'venv layer'];
const cacheOf = (records: object[]) => btoa(JSON.stringify(records));
const configOf = (records: object[]) =>
  JSON.stringify({
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: layers },
    'moby.buildkit.cache.v0': cacheOf(records),
  });
const forgotten = configOf([{ digest: 'venv' }]);
const known = configOf([{ digest: 'venv', layers: [{ layer: 1 }] }]);

/** An image as `docker save` writes it. */
function imageFiles(config: string): Record<string, string> {
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptor(config, 'application/vnd.oci.image.config.v1+json'),
    layers: layers.map(layer => descriptor(layer, 'application/vnd.oci.image.layer.v1.tar')),
  });
  const index = {
    schemaVersion: 2,
    manifests: [{ ...descriptor(manifest, 'application/vnd.oci.image.manifest.v1+json'), annotations: { a: 'b' } }],
  };
  const blobs = [config, manifest, ...layers].map(text => [blobOf(text), text]);
  return {
    'oci-layout': '{"imageLayoutVersion":"1.0.0"}',
    'index.json': JSON.stringify(index),
    ...Object.fromEntries(blobs),
  };
}

async function read(layout: string, path: string) {
  return JSON.parse(await readFile(join(layout, path), 'utf8'));
}

/** Fails where one of the documents is missing, or is not what its name says. */
async function expectWhole(layout: string): Promise<void> {
  const [digest, manifest, config] = [
    await manifestDigest(layout),
    await readManifest(layout),
    await readConfig(layout),
  ];
  expect(digestOf(manifest)).toBe(digest);
  expect(digestOf(config)).toBe(JSON.parse(manifest).config.digest);
}

test('reads the manifest and the configuration', async () => {
  const layout = await folderWith(imageFiles(known));
  expect(await readConfig(layout)).toBe(known);
  expect(
    digestOf(await readFile(join(layout, 'blobs', (await manifestDigest(layout)).replace(':', '/')), 'utf8')),
  ).toBe(await manifestDigest(layout));
});

describe('what is no layout is refused', () => {
  test.each([
    ['nothing', {}, /ENOENT/],
    ['no JSON', { 'index.json': '{' }, /JSON/],
    ['no manifests', { 'index.json': '{"manifests":[]}' }, /^the image layout has no manifest$/],
    [
      'an odd digest',
      { 'index.json': '{"manifests":[{"digest":"sha256:../../etc"}]}' },
      /^the image layout has no manifest$/,
    ],
    ['no digest', { 'index.json': '{"manifests":[{}]}' }, /^the image layout has no manifest$/],
  ])('%s', async (_, files, message) => {
    const layout = await folderWith(files);
    await expect(manifestDigest(layout)).rejects.toThrow(message);
    await expect(readConfig(layout)).rejects.toThrow(message);
  });
});

test('writes all of a layout but its layers, and nothing over what is there', async () => {
  const files = imageFiles(known);
  const layout = await folderWith({});
  const manifest = await readManifest(await folderWith(files));
  await writeDocuments(layout, { manifest, config: known });
  expect(await readManifest(layout)).toBe(manifest);
  expect(await readConfig(layout)).toBe(known);
  expect(await read(layout, 'oci-layout')).toEqual({ imageLayoutVersion: '1.0.0' });
  await expect(writeDocuments(layout, { manifest, config: known })).rejects.toThrow('EEXIST');
});

describe('rememberLayers', () => {
  test('writes the configuration and all that names it, in a layout that is whole', async () => {
    const layout = await folderWith(imageFiles(forgotten));
    await rememberLayers(layout, known);
    expect(await readConfig(layout)).toBe(known);
    await expectWhole(layout);
    const { manifests } = await read(layout, 'index.json');
    expect(manifests).toEqual([
      {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        annotations: { a: 'b' },
        digest: await manifestDigest(layout),
        size: expect.any(Number),
      },
    ]);
    const blob = `blobs/${manifests[0].digest.replace(':', '/')}`;
    expect((await readFile(join(layout, blob))).length).toBe(manifests[0].size);
    const manifest = await read(layout, blob);
    expect(manifest.config).toEqual(descriptor(known, 'application/vnd.oci.image.config.v1+json'));
    expect(manifest.layers).toEqual(layers.map(layer => descriptor(layer, 'application/vnd.oci.image.layer.v1.tar')));
  });

  test('gives what the other image is, byte for byte', async () => {
    const layout = await folderWith(imageFiles(forgotten));
    await rememberLayers(layout, known);
    expect(await manifestDigest(layout)).toBe(await manifestDigest(await folderWith(imageFiles(known))));
  });

  test('writes nothing where nothing was forgotten', async () => {
    const layout = await folderWith(imageFiles(known));
    const before = await readdir(layout, { recursive: true });
    await rememberLayers(layout, forgotten);
    expect(await readdir(layout, { recursive: true })).toEqual(before);
    expect(await read(layout, 'index.json')).toEqual(JSON.parse(imageFiles(known)['index.json'] ?? ''));
  });

  test('a blob that is there already may be read-only', async () => {
    const layout = await folderWith({ ...imageFiles(forgotten), [blobOf(known)]: known });
    await chmod(join(layout, blobOf(known)), 0o444);
    await rememberLayers(layout, known);
    await expectWhole(layout);
  });
});
