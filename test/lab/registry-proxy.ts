// A way to a registry that can go wrong.
import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { finished, pipeline } from 'node:stream/promises';
import { close, listen } from './loopback.ts';

export type RegistryProxy = {
  /** 127.0.0.1:PORT, plain HTTP: to its clients, the registry itself. */
  host: string;
  /** Asks `handler` from now on what becomes of each request. */
  intercept(handler: Handler): void;
  /** All so far, in the order they came; the status is what the client was told, 0 if nothing or nothing yet. */
  requests: { method: string; path: string; status: number }[];
  /** Stops listening and cuts all connections, those of held requests too. */
  stop(): Promise<void>;
};

/** Decides on a request before the registry hears of it, or with a function once the registry has answered. */
export type Handler = (request: RegistryRequest) => Decision | Promise<Decision>;
export type Decision = Verdict | ((answer: Answer) => Verdict | Promise<Verdict>);
/** Undefined is to pass; a reply is told to the client instead of what the registry says. */
export type Verdict = 'pass' | 'cut' | Reply | undefined;
export type Reply = { status: number; headers?: OutgoingHttpHeaders; body?: string };
/** The path has the query, too. */
export type RegistryRequest = { method: string; path: string; headers: IncomingHttpHeaders };
export type Answer = { status: number; headers: IncomingHttpHeaders };

/** Starts a proxy in front of the registry at `registryHost` (host:port, plain HTTP), which passes on everything at first. */
export async function startRegistryProxy(registryHost: string): Promise<RegistryProxy> {
  const [host = '', port = ''] = registryHost.split(':');
  const target = { host, port: Number(port), agent: new Agent({ keepAlive: true }) };
  const requests: RegistryProxy['requests'] = [];
  let handler: Handler = () => 'pass';
  const server = createServer((incoming, outgoing) => {
    const record = { method: incoming.method ?? '', path: incoming.url ?? '', status: 0 };
    requests.push(record);
    // Set first: who waits for the client's end finds it.
    const tell = (status: number, headers: OutgoingHttpHeaders) => {
      record.status = status;
      return outgoing.writeHead(status, headers);
    };
    // Taken now: a request that breaks off loses its socket.
    const { socket } = incoming;
    handle(incoming, request => handler(request), target, tell).catch(() => socket.destroy());
  });
  const ownPort = await listen(server);
  const stop = async () => {
    await close(server);
    target.agent.destroy();
  };
  const intercept = (next: Handler) => {
    handler = next;
  };
  return { host: `127.0.0.1:${ownPort}`, intercept, requests, stop };
}

/** An error as registries tell it; `code` is one of the distribution specification's, such as `DENIED`. */
export function registryError(status: number, code: string, message: string, headers: OutgoingHttpHeaders = {}): Reply {
  const body = JSON.stringify({ errors: [{ code, message }] });
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

type Target = { host: string; port: number; agent: Agent };
type Tell = (status: number, headers: OutgoingHttpHeaders) => ServerResponse;

async function handle(incoming: IncomingMessage, handler: Handler, target: Target, tell: Tell): Promise<void> {
  const { method = '', url: path = '', headers, socket } = incoming;
  const decision = await handler({ method, path, headers });
  // Whoever asked may have gone while the handler waited.
  if (decision === 'cut' || socket.destroyed) {
    // Read to its end: else it is chance whether the client hears an end, a reset, or fails to write.
    await finished(incoming.resume());
    socket.destroy();
  } else if (typeof decision === 'object') {
    incoming.resume();
    reply(decision, tell);
  } else {
    const answer = await forward(incoming, target);
    const seen = { status: answer.statusCode ?? 502, headers: answer.headers };
    const verdict = typeof decision === 'function' ? await decision(seen) : 'pass';
    if (verdict === 'cut') socket.destroy();
    if (typeof verdict === 'object') reply(verdict, tell);
    if (verdict === 'cut' || typeof verdict === 'object') answer.destroy();
    else await pipeline(answer, tell(seen.status, seen.headers));
  }
}

function reply({ status, headers = {}, body = '' }: Reply, tell: Tell): void {
  tell(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);
}

/** Passes a request on as it is: by its Host header the registry sends uploads to the proxy again. */
function forward(incoming: IncomingMessage, target: Target): Promise<IncomingMessage> {
  const { method, url: path, headers } = incoming;
  return new Promise((resolve, reject) => {
    const passed = request({ ...target, method, path, headers })
      .on('response', resolve)
      .on('error', reject);
    // An answer that comes before everything was read is an answer all the same.
    pipeline(incoming, passed).catch(reject);
  });
}
