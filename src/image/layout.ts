// An image as `docker save` writes it, and as `docker load` takes it: an OCI layout with Docker's own manifest beside.

/** What names a blob (OCI descriptor). */
export type Descriptor = { mediaType?: string; digest: string; size: number };

/** The documents of an image. What is not named here is kept as it is. */
export type ImageDocuments = {
  manifest: { mediaType?: string; config: Descriptor; layers: Descriptor[] };
  config: { created?: string; rootfs: { diff_ids: string[] }; history?: { created?: string }[] };
};

/** A layer that takes the place of another; `diffId` is the digest of its archive before it was compressed. */
export type NewLayer = Descriptor & { diffId: string };

/**
 * The documents of an image in which some layers (by their old diff ID) were replaced and nothing claims to be newer than
 * a time, in seconds since 1970. The manifest still names the old configuration.
 */
export function withLayers(
  { manifest, config }: ImageDocuments,
  replaced: Map<string, NewLayer>,
  seconds: number,
): ImageDocuments {
  const ids = config.rootfs.diff_ids;
  const isoTime = new Date(seconds * 1000).toISOString();
  const settled = <Value extends { created?: string }>(value: Value): Value =>
    value.created !== undefined && !(Date.parse(value.created) <= seconds * 1000)
      ? { ...value, created: isoTime }
      : value;
  return {
    manifest: {
      ...manifest,
      layers: manifest.layers.map((layer, index) => {
        const replacement = replaced.get(ids[index] ?? '');
        if (!replacement) return layer;
        const { digest, size, diffId } = replacement;
        return { ...layer, digest, size, ...(digest === diffId ? {} : { mediaType: gzipType(manifest.mediaType) }) };
      }),
    },
    config: {
      ...settled(config),
      rootfs: { ...config.rootfs, diff_ids: ids.map(id => replaced.get(id)?.diffId ?? id) },
      ...(config.history ? { history: config.history.map(settled) } : {}),
    },
  };
}

function gzipType(manifestType: string | undefined): string {
  return manifestType === 'application/vnd.docker.distribution.manifest.v2+json'
    ? 'application/vnd.docker.image.rootfs.diff.tar.gzip'
    : 'application/vnd.oci.image.layer.v1.tar+gzip';
}

/** The path of a blob in a layout. */
export function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`;
}

/** The files of a layout besides its blobs, for one image under one reference (complete, with its registry). */
export function layoutFiles(
  manifest: ImageDocuments['manifest'],
  described: Descriptor,
  reference: string,
): Record<string, unknown> {
  const annotations = { 'io.containerd.image.name': reference };
  return {
    'oci-layout': { imageLayoutVersion: '1.0.0' },
    'index.json': {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [{ ...described, annotations }],
    },
    'manifest.json': [
      {
        Config: blobPath(manifest.config.digest),
        RepoTags: [reference],
        Layers: manifest.layers.map(({ digest }) => blobPath(digest)),
      },
    ],
  };
}
