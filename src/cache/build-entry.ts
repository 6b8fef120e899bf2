// The build entry: an image that BuildKit may take layers from. One blob holds a header, zeros up to DATA_OFFSET, and the
// layers one after the other, each compressed by itself. A layer is known by its digest alone: no entry can name a file.
import type { Descriptor } from '../image/layout.ts';
import { isRecord, parseJson } from '../text/json.ts';
import { damaged, type Format, framed, framedLength, type Sha256, unframed } from './framed.ts';

/** A layer as the manifest has it, and how many bytes it takes in the blob. */
export type PackedLayer = Descriptor & { packed: number };

/** What is known of an image without its layers; manifest and configuration are the texts that their digests name. */
export type BuildEntryHeader = { manifest: string; config: string; layers: PackedLayer[] };

/** The most layers of an image: Docker's own limit is 127. */
const MOST_LAYERS = 1000;

const FORMAT: Format = { line: 'dev-in-docker build entry 1\n', name: 'build entry' };

/** Kinds of manifests that name the layers of one image. */
const MANIFESTS = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/**
 * The layers of a manifest, each once; undefined where it is none of one image, or names another configuration than that
 * of this digest.
 */
export function layersIn(manifest: string, configDigest: string): Descriptor[] | undefined {
  const fields = parseJson(manifest);
  if (!isRecord(fields) || !isRecord(fields.config) || !Array.isArray(fields.layers)) return undefined;
  if (!MANIFESTS.some(kind => kind === fields.mediaType) || fields.config.digest !== configDigest) return undefined;
  if (fields.layers.length > MOST_LAYERS || !fields.layers.every(isLayer)) return undefined;
  const layers = new Map(fields.layers.map(({ digest, size }) => [digest, { digest, size }]));
  return [...layers.values()];
}

function isLayer(value: unknown): value is Descriptor {
  if (!isRecord(value)) return false;
  return typeof value.digest === 'string' && /^sha256:[0-9a-f]{64}$/.test(value.digest) && isByteCount(value.size);
}

function isByteCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** The bytes of a header. Fails where they would not fit before the layers. */
export function encodeBuildHeader({ manifest, config, layers }: BuildEntryHeader, sha256: Sha256): Uint8Array {
  return framed(FORMAT, { manifest, config, packed: layers.map(({ packed }) => packed) }, sha256);
}

/** Bytes from the start of a blob that its header takes. Fails if the blob is no build entry of this format. */
export function buildHeaderLength(start: Uint8Array): number {
  return framedLength(FORMAT, start);
}

/** Reads a header. Fails if it is incomplete or damaged, or says what no header of ours does. */
export function decodeBuildHeader(start: Uint8Array, sha256: Sha256): BuildEntryHeader {
  const fields = unframed(FORMAT, start, sha256);
  if (!isRecord(fields)) throw damaged();
  const { manifest, config, packed } = fields;
  if (typeof manifest !== 'string' || typeof config !== 'string' || !Array.isArray(packed)) throw damaged();
  const layers = layersIn(manifest, `sha256:${sha256(new TextEncoder().encode(config))}`);
  if (layers?.length !== packed.length || !packed.every(isByteCount)) throw damaged();
  return { manifest, config, layers: layers.map((layer, index) => ({ ...layer, packed: packed[index] ?? 0 })) };
}
