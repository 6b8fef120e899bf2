// Small texts as entries of the cache: hints that a run leaves to the next ones, and which they can do without.

import { buffer, text } from 'node:stream/consumers';
import { STORAGE_HEADERS, send } from './http.ts';
import { type CacheService, finalize, find, reserve } from './service.ts';

const IDLE_MILLISECONDS = 10_000;

/** At most so many bytes of the newest text whose key begins so; empty where there is none, or it can't be had. Never rejects. */
export async function fetchText(service: CacheService, prefix: string, mostBytes: number): Promise<string> {
  try {
    const found = await find(service, prefix);
    if (!found) return '';
    const headers = { ...STORAGE_HEADERS, range: `bytes=0-${mostBytes - 1}` };
    const { status, body } = await send(found.url, { method: 'GET', headers, idle: IDLE_MILLISECONDS });
    if (status === 206) return await text(body);
    body.destroy();
    return '';
  } catch {
    return '';
  }
}

/** Keeps a text under a key and returns the key; undefined where that can't be done. Never rejects. */
export async function keepText(service: CacheService, key: string, body: string): Promise<string | undefined> {
  try {
    const reserved = await reserve(service, key);
    if ('refused' in reserved) return undefined;
    const bytes = Buffer.byteLength(body);
    const headers = { ...STORAGE_HEADERS, 'x-ms-blob-type': 'BlockBlob', 'content-length': String(bytes) };
    const answer = await send(reserved.uploadUrl, { method: 'PUT', headers, body, idle: IDLE_MILLISECONDS });
    await buffer(answer.body);
    if (answer.status !== 201) return undefined;
    await finalize(service, key, bytes);
    return key;
  } catch {
    return undefined;
  }
}
