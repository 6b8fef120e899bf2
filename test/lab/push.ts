import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Registry } from './registry.ts';

/** An image as files: its configuration as JSON, and its layers, gzipped, in order. */
export type Image = { config: string; layers: string[] };

type Descriptor = { mediaType: string; digest: string; size: number; platform?: { architecture: string; os: string } };

const oci = 'application/vnd.oci.image';

/**
 * Pushes an image under a tag such as `library/python:3.11-slim`, as an index with one manifest: the shape in which
 * Docker Hub has it. Does nothing where the registry has exactly this under the tag.
 */
export async function pushImage(registry: Registry, tag: string, image: Image): Promise<void> {
  const [repository = '', name = 'latest'] = tag.split(':');
  const config = Buffer.from(image.config);
  const layers = await Promise.all(image.layers.map(file => readFile(file)));
  const manifest = document(`${oci}.manifest.v1+json`, {
    config: describe(config, `${oci}.config.v1+json`),
    layers: layers.map(bytes => describe(bytes, `${oci}.layer.v1.tar+gzip`)),
  });
  const { architecture, os } = JSON.parse(image.config);
  const described = { ...describe(manifest.bytes, manifest.mediaType), platform: { architecture, os } };
  const index = document(`${oci}.index.v1+json`, { manifests: [described] });
  const base = `http://${registry.host}/v2/${repository}`;
  if ((await digestOf(`${base}/manifests/${name}`)) === digest(index.bytes)) return;
  for (const bytes of [config, ...layers]) await pushBlob(base, bytes);
  await pushDocument(`${base}/manifests/${described.digest}`, manifest);
  await pushDocument(`${base}/manifests/${name}`, index);
}

type Document = { mediaType: string; bytes: Buffer };

function document(mediaType: string, content: Record<string, unknown>): Document {
  return { mediaType, bytes: Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content })) };
}

function describe(bytes: Buffer, mediaType: string): Descriptor {
  return { mediaType, digest: digest(bytes), size: bytes.length };
}

function digest(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

async function digestOf(url: string): Promise<string | null> {
  const headers = { accept: `${oci}.index.v1+json, ${oci}.manifest.v1+json` };
  const response = await fetch(url, { method: 'HEAD', headers });
  return response.ok ? response.headers.get('docker-content-digest') : null;
}

async function pushBlob(base: string, bytes: Buffer): Promise<void> {
  if ((await fetch(`${base}/blobs/${digest(bytes)}`, { method: 'HEAD' })).ok) return;
  const opened = await fetch(`${base}/blobs/uploads/`, { method: 'POST' });
  const place = new URL(opened.headers.get('location') ?? '', base);
  place.searchParams.set('digest', digest(bytes));
  await expectCreated(
    await fetch(place, { method: 'PUT', body: bytes, headers: { 'content-type': 'application/octet-stream' } }),
  );
}

async function pushDocument(url: string, { mediaType, bytes }: Document): Promise<void> {
  await expectCreated(await fetch(url, { method: 'PUT', body: bytes, headers: { 'content-type': mediaType } }));
}

async function expectCreated(response: Response): Promise<void> {
  if (response.status === 201) return;
  throw new Error(`The registry answered ${response.status} to ${response.url}: ${await response.text()}`);
}
