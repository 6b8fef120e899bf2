import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { sha256 } from '../../host/steps/hash.ts';
import { type Descriptor, type ImageDocuments, blobPath as pathOfBlob } from '../../image/layout.ts';
import { withRememberedLayers } from '../inline-cache.ts';

type Index = { manifests: Descriptor[] };
type Manifest = ImageDocuments['manifest'];

/** Digest of the one manifest in an OCI layout (opencontainers/image-spec). Fails where there is none. */
export async function manifestDigest(layout: string): Promise<string> {
  const [manifest] = (await readIndex(layout)).manifests;
  if (!manifest || !/^sha256:[0-9a-f]{64}$/.test(manifest.digest)) throw new Error('the image layout has no manifest');
  return manifest.digest;
}

/**
 * Whether all parts of an image are there, and are what their names say. BuildKit must never see a layout of which that
 * isn't so: a layer that is missing fails the build, and leaves the engine unable to build on the same base image.
 */
export async function isWhole(layout: string): Promise<boolean> {
  try {
    const { config, layers } = await readManifest(layout);
    const digests = [await manifestDigest(layout), config.digest, ...layers.map(layer => layer.digest)];
    const matches = await Promise.all(
      digests.map(async digest => (await digestOf(blobPath(layout, digest))) === digest),
    );
    return matches.every(match => match);
  } catch {
    return false;
  }
}

/** Configuration of the image in an OCI layout, as text. */
export async function readConfig(layout: string): Promise<string> {
  return readBlob(layout, (await readManifest(layout)).config.digest);
}

/** Puts back into an image's inline cache what an older image knew of its layers. */
export async function rememberLayers(layout: string, olderConfig: string): Promise<void> {
  const manifest = await readManifest(layout);
  const remembered = withRememberedLayers(await readConfig(layout), olderConfig);
  if (remembered === undefined) return;
  const config = await writeBlob(layout, remembered);
  const changed = await writeBlob(layout, JSON.stringify({ ...manifest, config: { ...manifest.config, ...config } }));
  const index = await readIndex(layout);
  const manifests = index.manifests.map(descriptor => ({ ...descriptor, ...changed }));
  await writeFile(join(layout, 'index.json'), JSON.stringify({ ...index, manifests }));
}

/** About how many bytes the layers of a layout take once they are compressed: what is not yet shrinks to a third or so. */
export async function compressedSize(layout: string): Promise<number> {
  const { layers } = await readManifest(layout);
  const sizes = layers.map(({ size, mediaType = '' }) => (/[.+](?:gzip|zstd)$/.test(mediaType) ? size : size / 3));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return `sha256:${hash.digest('hex')}`;
}

async function readIndex(layout: string): Promise<Index> {
  return JSON.parse(await readFile(join(layout, 'index.json'), 'utf8'));
}

async function readManifest(layout: string): Promise<Manifest> {
  return JSON.parse(await readBlob(layout, await manifestDigest(layout)));
}

function blobPath(layout: string, digest: string): string {
  return join(layout, pathOfBlob(digest));
}

function readBlob(layout: string, digest: string): Promise<string> {
  return readFile(blobPath(layout, digest), 'utf8');
}

/** Writes a blob where it is missing: it is named by its content, and those that docker wrote can't be written to. */
async function writeBlob(layout: string, text: string): Promise<Descriptor> {
  const digest = `sha256:${sha256(text)}`;
  await writeFile(blobPath(layout, digest), text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return { digest, size: Buffer.byteLength(text) };
}
