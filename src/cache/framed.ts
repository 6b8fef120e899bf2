// How the header of an entry stands at the start of its blob: a line that names the format, the length of the text, its
// SHA-256, and the text, which is JSON.
import { parseJson } from '../text/json.ts';

/** Makes the SHA-256 of some bytes, hexadecimal. */
export type Sha256 = (bytes: Uint8Array) => string;

/** A format of entries: the line that names it, and what to call an entry of it in a sentence. */
export type Format = { line: string; name: string };

/** Where the rest of a blob begins, in bytes; the header has the room before it. */
export const DATA_OFFSET: number = 4 << 20;

/** Bytes to ask for first: they hold the header of a squashfs of about 1 GB, a longer one says how long it is. */
export const HEADER_GUESS: number = 256 << 10;

const DIGEST_BYTES = 64;
const LENGTH_BYTES = 4;

/** The bytes of a header with this in it. Fails where they would not fit before the rest. */
export function framed({ line, name }: Format, fields: object, sha256: Sha256): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(fields));
  const digestAt = line.length + LENGTH_BYTES;
  const bytes = new Uint8Array(digestAt + DIGEST_BYTES + text.length);
  if (bytes.length > DATA_OFFSET) throw new Error(`the image is too large for a ${name}`);
  bytes.set(new TextEncoder().encode(line));
  new DataView(bytes.buffer).setUint32(line.length, text.length);
  bytes.set(new TextEncoder().encode(sha256(text)), digestAt);
  bytes.set(text, digestAt + DIGEST_BYTES);
  return bytes;
}

/** Bytes from the start of a blob that its header takes. Fails if the blob is no entry of this format. */
export function framedLength({ line, name }: Format, start: Uint8Array): number {
  const textAt = line.length + LENGTH_BYTES + DIGEST_BYTES;
  if (start.length < textAt || new TextDecoder().decode(start.subarray(0, line.length)) !== line) {
    throw new Error(`it is no ${name} of this format`);
  }
  const length = textAt + new DataView(start.buffer, start.byteOffset).getUint32(line.length);
  if (length > DATA_OFFSET) throw damaged();
  return length;
}

/** What is in a header: any JSON. Fails if it is incomplete or damaged. */
export function unframed(format: Format, start: Uint8Array, sha256: Sha256): unknown {
  const digestAt = format.line.length + LENGTH_BYTES;
  const text = start.subarray(digestAt + DIGEST_BYTES, framedLength(format, start));
  const digest = new TextDecoder().decode(start.subarray(digestAt, digestAt + DIGEST_BYTES));
  if (sha256(text) !== digest) throw damaged();
  return parseJson(new TextDecoder().decode(text));
}

/** That a header is not what its writer made, or was made by nobody of ours. */
export function damaged(): Error {
  return new Error('its header is damaged');
}
