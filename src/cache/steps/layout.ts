import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Manifest of the image in an OCI layout, as text. */
export async function readManifest(layout: string): Promise<string> {
  return readBlob(layout, await manifestDigest(layout));
}

/** Configuration of the image in an OCI layout, as text. */
export async function readConfig(layout: string): Promise<string> {
  return readBlob(layout, (await parseManifest(layout)).config.digest);
}

/** Puts back into an image's inline cache what an older image knew of its layers. */
export async function rememberLayers(layout: string, olderConfig: string): Promise<void> {
  const manifest = await parseManifest(layout);
  const remembered = withRememberedLayers(await readConfig(layout), olderConfig);
  if (remembered === undefined) return;
  const config = await writeBlob(layout, remembered);
  const changed = await writeBlob(layout, JSON.stringify({ ...manifest, config: { ...manifest.config, ...config } }));
  const index = await readIndex(layout);
  const manifests = index.manifests.map(descriptor => ({ ...descriptor, ...changed }));
  await writeFile(join(layout, 'index.json'), JSON.stringify({ ...index, manifests }));
}

/** Makes the folders of a layout, and all files in it but the layers: no link is followed, since there is nothing before. */
export async function writeDocuments(
  layout: string,
  { manifest, config }: Record<'manifest' | 'config', string>,
): Promise<void> {
  await mkdir(join(layout, 'blobs', 'sha256'), { recursive: true });
  await writeBlob(layout, config);
  const manifests = [await writeBlob(layout, manifest)];
  await writeFile(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }), { flag: 'wx' });
  await writeFile(join(layout, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests }), { flag: 'wx' });
}

async function readIndex(layout: string): Promise<Index> {
  return JSON.parse(await readFile(join(layout, 'index.json'), 'utf8'));
}

async function parseManifest(layout: string): Promise<Manifest> {
  return JSON.parse(await readManifest(layout));
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
