// The run entry: a dev image that can be used while it is still being downloaded. One blob holds a header, zeros up to
// DATA_OFFSET, and the image's file system as one squashfs. Whoever can write entries can write any header: all of it is
// looked at before anything of it is used.
import { isMountable } from '../engine/container.ts';
import type { ImageConfig } from '../image/image.ts';
import { isRecord } from '../text/json.ts';
import { damaged, type Format, framed, framedLength, type Sha256, unframed } from './framed.ts';
import { readTopLevel, type TopLevel } from './top-level.ts';

/**
 * Bytes of a chunk: what is verified and handed to the kernel at once, and the least that is fetched. Of four times as
 * much, a run of tests fetches a quarter more bytes, and waits longer for the first on a slow line (measured).
 */
export const CHUNK_BYTES: number = 256 << 10;

/** What is known of an image without its files. */
export type RunEntryHeader = {
  image: {
    /** ID that the engine gave the image when it was built. */
    id: string;
    contentId: string;
    /** Its whole configuration, as the engine shows it. */
    config: ImageConfig;
  };
  /** What lies in its root directory. */
  topLevel: TopLevel[];
  /** Base images of the build: reference as the Dockerfile has it → digest in the registry. */
  bases: Record<string, string>;
  /** Bytes of the squashfs. */
  bytes: number;
  /** SHA-256 of each chunk of the squashfs, hexadecimal; the last chunk may be shorter. */
  chunks: string[];
};

const FORMAT: Format = { line: 'dev-in-docker run entry 1\n', name: 'run entry' };

/**
 * The bytes of a header. Fails where they would not fit before the squashfs, which some 16 GB of it make happen, and where
 * the header could not be read again.
 */
export function encodeHeader(header: RunEntryHeader, sha256: Sha256): Uint8Array {
  const { chunks, ...rest } = header;
  const fields = { ...rest, chunks: chunks.join('') };
  if (!readFields(fields)) throw new Error('no header of a run entry can describe the image');
  return framed(FORMAT, fields, sha256);
}

/** Bytes from the start of a blob that its header takes. Fails if the blob is no run entry of this format. */
export function headerLength(start: Uint8Array): number {
  return framedLength(FORMAT, start);
}

/** Reads a header. Fails if it is incomplete or damaged, or says what no header of ours does. */
export function decodeHeader(start: Uint8Array, sha256: Sha256): RunEntryHeader {
  const header = readFields(unframed(FORMAT, start, sha256));
  if (!header) throw damaged();
  return header;
}

function readFields(value: unknown): RunEntryHeader | undefined {
  if (!isRecord(value)) return undefined;
  const { bytes } = value;
  const [image, topLevel, bases] = [readImage(value.image), readTopLevel(value.topLevel), readBases(value.bases)];
  const chunks = readChunks(value.chunks);
  if (!image || !topLevel || !bases || !chunks || !isByteCount(bytes)) return undefined;
  return Math.ceil(bytes / CHUNK_BYTES) === chunks.length ? { image, topLevel, bases, bytes, chunks } : undefined;
}

function readImage(value: unknown): RunEntryHeader['image'] | undefined {
  if (!isRecord(value)) return undefined;
  const { id, contentId, config } = value;
  if (!isDigest(id) || !isText(contentId, /^[0-9a-f]{64}$/) || !isConfig(config)) return undefined;
  return { id, contentId, config };
}

/**
 * The fields of a configuration that are read here; the engine, which reads them all, refuses what it doesn't understand.
 * Images may have volumes at odd paths: volumesOf refuses these.
 */
function isConfig(value: unknown): value is ImageConfig {
  // The engine takes `volumes`, and some letters beside A to Z, for the same name.
  const read = new Map(['Env', 'User', 'WorkingDir', 'Volumes'].map(name => [name.toLowerCase(), name]));
  const isOneName = (name: string) => /^[A-Za-z]+$/.test(name) && (read.get(name.toLowerCase()) ?? name) === name;
  if (!isRecord(value) || !Object.keys(value).every(isOneName)) return false;
  const { Env, User = '', WorkingDir = '', Volumes } = value;
  return (
    typeof User === 'string' &&
    (Env == null || (Array.isArray(Env) && Env.every(pair => isText(pair, /^[^\0]*$/)))) &&
    (WorkingDir === '' || (typeof WorkingDir === 'string' && isMountable(WorkingDir))) &&
    (Volumes == null || (isRecord(Volumes) && Object.values(Volumes).every(isRecord)))
  );
}

function readBases(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const bases = Object.entries(value).filter((base): base is [string, string] => isDigest(base[1]));
  return bases.length === Object.keys(value).length ? Object.fromEntries(bases) : undefined;
}

/** Digests that are written one after the other. */
function readChunks(value: unknown): string[] | undefined {
  if (!isText(value, /^[0-9a-f]+$/) || value.length % 64 !== 0) return undefined;
  return value.match(/.{64}/g) ?? [];
}

function isByteCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isDigest(value: unknown): value is string {
  return isText(value, /^sha256:[0-9a-f]{64}$/);
}

function isText(value: unknown, form: RegExp): value is string {
  return typeof value === 'string' && form.test(value);
}
