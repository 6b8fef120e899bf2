// The run entry: a dev image that can be used while it is still being downloaded. One blob holds a header, zeros up to
// DATA_OFFSET, and the image's file system as one squashfs.
import type { ImageConfig } from '../image/image.ts';
import { LONGEST_NAME } from '../image/tar.ts';
import type { TarFact } from './tar-stream.ts';

/**
 * Bytes of a chunk: what is verified and handed to the kernel at once, and the least that is fetched. Of four times as
 * much, a run of tests fetches a quarter more bytes, and waits longer for the first on a slow line (measured).
 */
export const CHUNK_BYTES: number = 256 << 10;

/** Where the squashfs begins in the blob, in bytes; the header has the room before it. */
export const DATA_OFFSET: number = 4 << 20;

/** Bytes to ask for first: they hold the header of a squashfs of about 1 GB, a longer one says how long it is. */
export const HEADER_GUESS: number = 256 << 10;

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

/** Makes the SHA-256 of some bytes, hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;

// Magic, length of what follows the digest, digest of it.
const MAGIC = 'dev-in-docker run entry 1\n';
const DIGEST_AT = MAGIC.length + 4;
const TEXT_AT = DIGEST_AT + 64;

/** One entry of an image's root directory. */
export type TopLevel =
  | { name: string; kind: 'directory' }
  | { name: string; kind: 'file' }
  | { name: string; kind: 'link'; target: string };

/** The bytes of a header. Fails where they would not fit before the squashfs, which some 16 GB of it make happen. */
export function encodeHeader(header: RunEntryHeader, sha256: Sha256): Uint8Array {
  const { chunks, ...rest } = header;
  const text = new TextEncoder().encode(JSON.stringify({ ...rest, chunks: chunks.join('') }));
  const bytes = new Uint8Array(TEXT_AT + text.length);
  if (bytes.length > DATA_OFFSET) throw new Error('the image is too large for a run entry');
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length);
  bytes.set(new TextEncoder().encode(sha256(text)), DIGEST_AT);
  bytes.set(text, TEXT_AT);
  return bytes;
}

/** Bytes from the start of a blob that its header takes. Fails if the blob is no run entry of this format. */
export function headerLength(start: Uint8Array): number {
  if (start.length < TEXT_AT || new TextDecoder().decode(start.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Error('it is no run entry of this format');
  }
  const length = TEXT_AT + new DataView(start.buffer, start.byteOffset).getUint32(MAGIC.length);
  if (length > DATA_OFFSET) throw new Error('its header is damaged');
  return length;
}

/** Reads a header. Fails if it is incomplete or damaged. */
export function decodeHeader(start: Uint8Array, sha256: Sha256): RunEntryHeader {
  const text = start.subarray(TEXT_AT, headerLength(start));
  const digest = new TextDecoder().decode(start.subarray(DIGEST_AT, TEXT_AT));
  if (sha256(text) !== digest) throw new Error('its header is damaged');
  const { chunks, ...rest } = JSON.parse(new TextDecoder().decode(text));
  const header: RunEntryHeader = { ...rest, chunks: String(chunks).match(/[0-9a-f]{64}/g) ?? [] };
  if (header.chunks.length !== Math.ceil(header.bytes / CHUNK_BYTES)) throw new Error('its header is damaged');
  return header;
}

/** What Docker makes itself in every container. */
const DOCKERS = ['proc', 'sys', 'dev', '.dockerenv'];

/**
 * What an entry of an image's archive is to the image's root directory, if it lies in it and isn't Docker's. Fails where
 * it can neither be mounted nor be made anew.
 */
export function topLevelOf({ path, type, target }: TarFact): TopLevel | undefined {
  const name = path.replace(/\/$/, '');
  if (name.includes('/') || DOCKERS.includes(name)) return undefined;
  if ([name, target].some(text => text.includes('\ufffd') || new TextEncoder().encode(text).length > LONGEST_NAME)) {
    throw new Error(`/${name} in the image has a name that is too long, or isn't UTF-8`);
  }
  // What a hard link leads to may itself be a link, which a mount would follow out of the image.
  if (type === 'other' || type === 'hard link') {
    throw new Error(`/${name} in the image is neither a directory, nor a file of its own, nor a symbolic link`);
  }
  return type === 'link' ? { name, kind: type, target } : { name, kind: type };
}
