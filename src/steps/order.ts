import { createHash } from 'node:crypto';
import { buffer, text } from 'node:stream/consumers';
import { formatOrder, MOST_BYTES } from '../core/order.ts';
import { type CacheService, finalize, find, reserve } from './cache-calls.ts';
import { send } from './http.ts';
import { STORAGE_HEADERS } from './ranges.ts';

const IDLE_MILLISECONDS = 10_000;

/** The text of the newest order whose key begins so; empty where there is none, or it can't be had. Never rejects. */
export async function fetchOrder(service: CacheService, prefix: string): Promise<string> {
  try {
    const found = await find(service, prefix);
    if (!found) return '';
    const headers = { ...STORAGE_HEADERS, range: `bytes=0-${MOST_BYTES - 1}` };
    const { status, body } = await send(found.url, { method: 'GET', headers, idle: IDLE_MILLISECONDS });
    if (status === 206) return await text(body);
    body.destroy();
    return '';
  } catch {
    return '';
  }
}

/** Keeps an order as an entry of its own and returns its key; undefined where that can't be done. Never rejects. */
export async function keepOrder(service: CacheService, prefix: string, order: number[]): Promise<string | undefined> {
  try {
    const body = formatOrder(order);
    const key = prefix + createHash('sha256').update(body).digest('hex').slice(0, 16);
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
