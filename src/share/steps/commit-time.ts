import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { docker, streamDocker } from '../../host/steps/exec.ts';
import { digestingStream, sha256 } from '../../host/steps/hash.ts';
import type { Image } from '../../image/image.ts';
import {
  blobPath,
  type Descriptor,
  type ImageDocuments,
  layoutFiles,
  type NewLayer,
  withLayers,
} from '../../image/layout.ts';
import { inspectImage, layersOf } from '../../image/steps/inspect.ts';
import { BLOCK, joined, paddedSize, tarHeader, withPadding } from '../../image/tar.ts';
import { contentOf, type RawEntry, readEntries } from '../../image/tar-entries.ts';
import { clampTimes, ownLayers } from '../layer-times.ts';

/** What is to get the time of a commit, and where it may be written meanwhile. */
export type Settlement = {
  /** The image that was built. Its own layers are not compressed. */
  image: Image;
  /** The image that it is built on, whose layers stay as they are. */
  base: Image;
  /** Its reference, which moves to the new image. */
  reference: string;
  /** Of the commit, since 1970. */
  seconds: number;
  store: 'containerd' | 'classic';
};

/** Bytes that a configuration or a manifest has at most. */
const MOST_OF_A_DOCUMENT = 8 << 20;
const BRACE = 0x7b;

/**
 * Gives all that a build put on top of another image at most the time of the commit, so that the same files make the
 * same layers wherever and whenever they are built, and compresses these layers where the image store would push them
 * as they are. Takes the image out of the engine and loads it anew, without the layers that are there anyway. Rejects
 * where the engine can't do that.
 */
export async function giveCommitTime(settlement: Settlement, temp: string, signal: AbortSignal): Promise<Image> {
  const { image, base, reference, seconds, store } = settlement;
  const folder = join(temp, 'layers');
  await mkdir(folder);
  try {
    const own = ownLayers(await layersOf(image.id), await layersOf(base.id));
    if (own.length === 0) return image;
    const saved: SavedImage = { documents: new Map(), layers: new Map() };
    const writer = { folder, own: new Set(own), seconds, isCompressed: store === 'containerd' };
    await streamDocker(['save', image.id], { read: output => readSaved(output, writer, saved), signal });
    const settled = makeLayout(saved, seconds, `docker.io/${reference}`);
    await streamDocker(['load', '--quiet'], { input: archiveOf(settled, saved.layers), signal });
    const loaded = await inspectImage(store === 'containerd' ? settled.manifest : settled.config);
    if (loaded.id !== image.id) await docker(['image', 'rm', '--force', image.id]);
    return loaded;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type SavedImage = {
  /** index.json and blobs that are JSON, as text, by path. */
  documents: Map<string, string>;
  /** What was written for each own layer, and where, by the diff ID that it had. */
  layers: Map<string, NewLayer & { path: string }>;
};

type LayerWriter = { folder: string; own: Set<string>; seconds: number; isCompressed: boolean };

async function readSaved(output: Readable, writer: LayerWriter, saved: SavedImage): Promise<void> {
  for await (const entry of readEntries(output)) {
    if ('end' in entry) return drain(entry.end);
    const digest = /^blobs\/(sha256)\/([0-9a-f]{64})$/.exec(entry.path)?.slice(1).join(':');
    if (digest !== undefined && writer.own.has(digest)) {
      const path = join(writer.folder, String(saved.layers.size));
      saved.layers.set(digest, { ...(await writeLayer(entry, writer, path)), path });
    } else if (entry.type === '0' && entry.size <= MOST_OF_A_DOCUMENT) {
      const bytes = await collect(contentOf(entry));
      if (bytes[0] === BRACE) saved.documents.set(entry.path, new TextDecoder().decode(bytes));
    } else await drain(entry.blocks());
  }
  throw new Error('what docker save wrote ends too early');
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return joined(all);
}

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

async function writeLayer(entry: RawEntry, writer: LayerWriter, path: string): Promise<NewLayer> {
  const before = digestingStream();
  const after = digestingStream();
  const times = clampTimes(contentOf(entry), writer.seconds);
  const written = createWriteStream(path);
  if (writer.isCompressed) await pipeline(times, before.stream, createGzip(), after.stream, written);
  else await pipeline(times, before.stream, after.stream, written);
  return { diffId: before.digest(), digest: after.digest(), size: written.bytesWritten };
}

type Layout = {
  /** Digests. */
  manifest: string;
  config: string;
  /** All but the layers, by path. */
  files: Map<string, Uint8Array>;
};

function makeLayout({ documents, layers }: SavedImage, seconds: number, reference: string): Layout {
  const read = <Value>(path: string): Value => {
    const text = documents.get(path);
    if (text === undefined) throw new Error(`what docker save wrote lacks ${path}`);
    return JSON.parse(text);
  };
  const [described] = read<{ manifests: [Descriptor] }>('index.json').manifests;
  const manifest = read<ImageDocuments['manifest']>(blobPath(described.digest));
  const config = read<ImageDocuments['config']>(blobPath(manifest.config.digest));
  const settled = withLayers({ manifest, config }, layers, seconds);
  const files = new Map<string, Uint8Array>();
  const blob = (value: unknown): Pick<Descriptor, 'digest' | 'size'> => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    const digest = `sha256:${sha256(bytes)}`;
    files.set(blobPath(digest), bytes);
    return { digest, size: bytes.length };
  };
  const named = { ...settled.manifest, config: { ...manifest.config, ...blob(settled.config) } };
  const top = { ...described, ...blob(named) };
  for (const [path, value] of Object.entries(layoutFiles(named, top, reference))) {
    files.set(path, new TextEncoder().encode(JSON.stringify(value)));
  }
  return { manifest: top.digest, config: named.config.digest, files };
}

/** The archive that is loaded: the engine has the layers below. */
async function* archiveOf({ files }: Layout, layers: SavedImage['layers']): AsyncGenerator<Uint8Array> {
  const header = (name: string, size: number) => tarHeader({ name, type: '0', mode: 0o644, size, link: '' });
  for (const { path, digest, size } of layers.values()) {
    yield header(blobPath(digest), size);
    yield* createReadStream(path);
    yield new Uint8Array(paddedSize(size) - size);
  }
  for (const [name, bytes] of files) yield joined([header(name, bytes.length), withPadding(bytes)]);
  yield new Uint8Array(2 * BLOCK);
}
