import { describe, expect, test } from 'vitest';
import { blobPath, type ImageDocuments, layoutFiles, withLayers } from '../../src/image/layout.ts';

const COMMIT = 1_700_000_000;
const layer = (digest: string, mediaType: string) => ({ mediaType, digest, size: 10 });

function image(type: string, layerType: string): ImageDocuments {
  return {
    manifest: {
      mediaType: type,
      config: { digest: 'sha256:c0', size: 1 },
      layers: [layer('sha256:base', layerType), layer('sha256:own', layerType)],
    },
    config: {
      created: '2026-11-24T10:00:00Z',
      rootfs: { diff_ids: ['sha256:d-base', 'sha256:d-own'] },
      history: [{ created: '2020-01-01T00:00:00Z' }, { created: '2026-11-24T10:00:00.5Z' }, {}],
    },
  };
}

const DOCKER = 'application/vnd.docker.distribution.manifest.v2+json';
const OCI = 'application/vnd.oci.image.manifest.v1+json';

describe('an image with another layer', () => {
  const replaced = (digest: string) => new Map([['sha256:d-own', { digest, diffId: 'sha256:d-new', size: 7 }]]);

  test.each([
    [DOCKER, 'application/vnd.docker.image.rootfs.diff.tar.gzip'],
    [OCI, 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ])('that was compressed, %s', (type, gzip) => {
    const { manifest } = withLayers(image(type, 'tar'), replaced('sha256:new'), COMMIT);
    expect(manifest.layers).toEqual([layer('sha256:base', 'tar'), { digest: 'sha256:new', size: 7, mediaType: gzip }]);
  });

  test('that was not compressed keeps its type', () => {
    const { manifest } = withLayers(image(OCI, 'tar'), replaced('sha256:d-new'), COMMIT);
    expect(manifest.layers[1]).toEqual({ digest: 'sha256:d-new', size: 7, mediaType: 'tar' });
  });

  test('names it in its configuration, and claims to be no newer than the commit', () => {
    const { config } = withLayers(image(OCI, 'tar'), replaced('sha256:new'), COMMIT);
    expect(config).toEqual({
      created: '2023-11-14T22:13:20.000Z',
      rootfs: { diff_ids: ['sha256:d-base', 'sha256:d-new'] },
      history: [{ created: '2020-01-01T00:00:00Z' }, { created: '2023-11-14T22:13:20.000Z' }, {}],
    });
  });
});

test('what docker load takes', () => {
  const { manifest } = image(OCI, 'tar');
  const described = { mediaType: OCI, digest: 'sha256:m0', size: 5 };
  const files = layoutFiles(manifest, described, 'docker.io/octo/wine:1');
  expect(files['manifest.json']).toEqual([
    {
      Config: 'blobs/sha256/c0',
      RepoTags: ['docker.io/octo/wine:1'],
      Layers: ['blobs/sha256/base', 'blobs/sha256/own'],
    },
  ]);
  expect(files['index.json']).toMatchObject({
    manifests: [{ ...described, annotations: { 'io.containerd.image.name': 'docker.io/octo/wine:1' } }],
  });
  expect(blobPath('sha256:m0')).toBe('blobs/sha256/m0');
});
