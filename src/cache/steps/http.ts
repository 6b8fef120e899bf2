import type { IncomingMessage, RequestOptions } from 'node:http';

// An import of node:http makes Node load all that its fetch needs too, which takes 20 ms of a process's start.
const http = process.getBuiltinModule('node:http');
const https = process.getBuiltinModule('node:https');

/** An answer whose body is still to come. */
export type HttpAnswer = { status: number; headers: IncomingMessage['headers']; body: IncomingMessage };

export type HttpCall = {
  method: 'GET' | 'POST' | 'PUT';
  headers: Record<string, string>;
  body?: string;
  /** Milliseconds without a byte after which it fails, body included. */
  idle: number;
};

// Without a limit: whoever calls decides how many connections there are.
const AGENTS = { http: new http.Agent({ keepAlive: true }), https: new https.Agent({ keepAlive: true }) };

/** Sends a request over a connection that is kept. Rejects where there is none, or nothing comes back in time. */
export function send(url: string, { method, headers, body, idle }: HttpCall): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const address = new URL(url);
    const isSecure = address.protocol === 'https:';
    const options: RequestOptions = { method, headers, agent: isSecure ? AGENTS.https : AGENTS.http };
    const call = (isSecure ? https : http).request(address, options, answer => {
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer });
    });
    call.setTimeout(idle, () => call.destroy(new Error(`nothing came for ${idle / 1000} s`)));
    call.on('error', reject);
    call.end(body);
  });
}

/** Blob storage wants a version named (learn.microsoft.com/rest/api/storageservices/get-blob). */
export const STORAGE_HEADERS = { 'x-ms-version': '2020-10-02' };
