// A cache service that has one entry, whatever it is, and hands it out range by range.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { CacheService } from '../../src/cache/steps/service.ts';

/** The service, until the test that asked for it has finished; `requests` are the ranges that were asked for. */
export async function serviceWith(key: string, blob: Uint8Array): Promise<CacheService & { requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((call, answer) => {
    const { port } = server.address() as AddressInfo;
    if (call.method === 'POST') {
      const found = { ok: true, signed_download_url: `http://127.0.0.1:${port}/blob`, matched_key: key };
      answer.setHeader('content-type', 'application/json').end(JSON.stringify(found));
      return;
    }
    const [, from = 0, to = 0] = /^bytes=(\d+)-(\d+)$/.exec(call.headers.range ?? '')?.map(Number) ?? [];
    requests.push(call.headers.range ?? '');
    const bytes = blob.subarray(from, to + 1);
    if (bytes.length === 0) return answer.writeHead(416).end();
    answer.writeHead(206, { 'content-range': `bytes ${from}-${from + bytes.length - 1}/${blob.length}` }).end(bytes);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, token: 'token', requests };
}
