// A way to the blob service that can go wrong. Clients are sent over it only while a blob fault is set.
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { blobOf } from './azurite.ts';
import { type BlobFault, type Faults, hit } from './cache-faults.ts';
import { close, listen } from './loopback.ts';

/** The proxy's port on 127.0.0.1, and what ends it. */
export type BlobProxy = { port: number; stop(): Promise<void> };

/** A request that never reached the blob service: the proxy answered it, or cut the connection (status 0). */
export type Refusal = { method: string; blob: string; status: number };

type Target = { port: number; agent: Agent };
/** Waits until this many more bytes may pass at `rate` bytes per second. */
type Pace = (bytes: number, rate: number) => Promise<void>;

/** Starts passing requests on to `port`, with the faults that `faults` returns at the time of each request. */
export async function startBlobProxy(
  port: number,
  faults: () => Faults,
  onRefusal: (refusal: Refusal) => void,
): Promise<BlobProxy> {
  const target = { port, agent: new Agent({ keepAlive: true }) };
  const pace = sharedPace();
  const server = createServer((incoming, outgoing) => {
    const fault = faultOf(incoming.method, faults());
    // Taken now: a request that breaks off loses its socket.
    const { socket } = incoming;
    handle(incoming, outgoing, fault, target, pace, onRefusal).catch(() => socket.destroy());
  });
  const ownPort = await listen(server);
  const stop = async () => {
    target.agent.destroy();
    await close(server);
  };
  return { port: ownPort, stop };
}

function faultOf(method: string | undefined, faults: Faults): BlobFault {
  if (method === 'PUT') return hit(faults.upload) ?? {};
  if (method === 'GET') return hit(faults.download) ?? {};
  return {};
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fault: BlobFault,
  target: Target,
  pace: Pace,
  onRefusal: (refusal: Refusal) => void,
): Promise<void> {
  const { method = '', url = '' } = incoming;
  const blob = blobOf(url) ?? '';
  if (fault.delay) await wait(fault.delay);
  if (fault.reset) {
    onRefusal({ method, blob, status: 0 });
    incoming.socket.resetAndDestroy();
  } else if (fault.status) {
    onRefusal({ method, blob, status: fault.status });
    incoming.resume();
    outgoing.writeHead(fault.status, { 'content-length': 0 }).end();
  } else {
    await passOn(incoming, outgoing, target, () => damaging(fault, pace));
  }
}

/** Passes a request and its answer on; what carries the blob (a PUT's body, else the answer's) goes through `damage`. */
async function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: Target,
  damage: () => Transform,
): Promise<void> {
  const { method, url: path, headers } = incoming;
  const uploads = method === 'PUT';
  const passed = request({ host: '127.0.0.1', ...target, method, path, headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    passed.once('response', resolve).once('error', reject);
  });
  const [answer] = await Promise.all([answered, pipeline(incoming, uploads ? damage() : new PassThrough(), passed)]);
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  await pipeline(answer, uploads ? new PassThrough() : damage(), outgoing);
}

/** A stream that slows down, cuts or changes what goes through it. */
function damaging(fault: BlobFault, pace: Pace): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const isFirst = passed === 0;
      const room = (fault.truncateAfter ?? Number.POSITIVE_INFINITY) - passed;
      passed += chunk.length;
      if (fault.flip && isFirst) chunk.writeUInt8(chunk.readUInt8(chunk.length >> 1) ^ 1, chunk.length >> 1);
      const pass = () => {
        if (room < chunk.length) this.push(chunk.subarray(0, room));
        if (room >= chunk.length) done(null, chunk);
        else setTimeout(() => done(new Error('Cut, as the fault says.')), FLUSH);
      };
      if (fault.rate) pace(chunk.length, fault.rate).then(pass, done);
      else pass();
    },
  });
}

// Milliseconds for what came before the cut to reach the other side.
const FLUSH = 50;

/** One pace for all connections: a slow line is shared, however many streams a client opens. */
function sharedPace(): Pace {
  let free = 0;
  return async (bytes, rate) => {
    const now = Date.now();
    free = Math.max(free, now) + (bytes / rate) * 1000;
    await wait(free - now);
  };
}
