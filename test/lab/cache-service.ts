// The Actions cache and artifact services: Azurite for the blobs, and in front of it the calls that GitHub's clients make.

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { ARTIFACT_CALLS, type Artifact, newArtifact } from './artifact-calls.ts';
import { type BlobRequest, startAzurite } from './azurite.ts';
import { type Refusal, startBlobProxy } from './blob-proxy.ts';
import { CALLS, type Call } from './cache-calls.ts';
import type { Entry } from './cache-entries.ts';
import { type CallFault, type Faults, hit } from './cache-faults.ts';
import { type Rights, readToken, signToken } from './cache-token.ts';
import { progress } from './folder.ts';
import { close, listen } from './loopback.ts';
import { type Answer, errorAnswer, type Fields } from './twirp.ts';

/** A running cache service, and what a test may see of it and do to it. */
export type CacheService = {
  /** For ACTIONS_RESULTS_URL; ends with a slash. */
  url: string;
  /** Whether clients see the host name of the real blob service, and so download many ranges at a time. */
  productionHost: boolean;
  /** Returns an ACTIONS_RUNTIME_TOKEN with these rights, valid for six hours. */
  token(rights: Rights): string;
  /** The finalized entries, oldest first; sizes in bytes, times in milliseconds since 1970. */
  entries(): { key: string; version: string; scope: string; size: number; createdAt: number }[];
  /** The calls (by their names) and the blob requests (GET, HEAD, PUT) so far; status 0 is a connection that was cut. */
  requests: { method: string; key?: string; status: number }[];
  /**
   * Bytes of the blobs that were finalized, and of the bodies of blob answers. These and the blob requests are read
   * from the blob service's log and come a few milliseconds late.
   */
  traffic: { uploaded: number; downloaded: number };
  /** What goes wrong; `service.faults = {}` makes all well again. */
  faults: Faults;
  /** Damages the newest entry of this key where it is stored. Fails if there is none. */
  corrupt(key: string, how: 'flip' | 'truncate'): Promise<void>;
  /** The finalized artifacts, oldest first; sizes in bytes. */
  artifacts(): Pick<Artifact, 'id' | 'run' | 'name' | 'size' | 'expiresAt'>[];
  /** Makes an artifact in a run, as a job of it could. */
  addArtifact(run: string, name: string, content: Buffer): Promise<void>;
  /** Removes every artifact of this name. */
  removeArtifact(name: string): Promise<void>;
  /** Removes every entry of this key, as GitHub's eviction does. */
  remove(key: string): Promise<void>;
  /** Removes all entries, artifacts, reservations, records and faults. */
  clear(): Promise<void>;
  /** The service disappears (connections are cut, then refused) or comes back at the same address. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
};

const PATH = /^\/twirp\/github\.actions\.results\.api\.v1\.((?:Cache|Artifact)Service\/\w+)$/;

const ALL_CALLS = new Map<string, Call>([
  ...[...CALLS].map(([name, call]): [string, Call] => [`CacheService/${name}`, call]),
  ...[...ARTIFACT_CALLS].map(([name, answer]): [string, Call] => [
    `ArtifactService/${name}`,
    { fault: 'artifact', denied: errorAnswer('permission_denied', 'no access to artifacts'), answer },
  ]),
]);

/**
 * Starts a cache service on free ports of 127.0.0.1 (about a second). Unless `hostsFile` is false it adds a line to
 * /etc/hosts until it stops, so that clients take the path they take on GitHub; `productionHost` tells if it could.
 */
export async function startCacheService(options: { hostsFile?: boolean } = {}): Promise<CacheService> {
  const secret = randomBytes(32);
  const entries: Entry[] = [];
  const artifacts: Artifact[] = [];
  const keyOf = (blob: string) => entries.find(entry => entry.blob === blob)?.key;
  const record = (method: string, key: string | undefined, status: number) =>
    service.requests.push({ method, ...(key === undefined ? {} : { key }), status });
  const onBlobRequest = ({ method, blob, status, bytes }: BlobRequest) => {
    record(method, keyOf(blob), status);
    service.traffic.downloaded += bytes;
  };
  const onRefusal = ({ method, blob, status }: Refusal) => record(method, keyOf(blob), status);

  const blobs = await startAzurite(options.hostsFile ?? true, onBlobRequest, progress);
  const proxy = await startBlobProxy(blobs.port, () => service.faults, onRefusal);
  const server = createServer((request, response) => {
    respond(request, response).catch(error => send(response, errorAnswer('internal', String(error))));
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = PATH.exec(request.url ?? '')?.[1] ?? '';
    const name = path.split('/')[1] ?? '';
    const call = ALL_CALLS.get(path);
    if (!call || request.method !== 'POST') return send(response, errorAnswer('bad_route', `no call ${request.url}`));
    const fields = parseFields(await text(request));
    const key = typeof fields?.key === 'string' ? fields.key : undefined;
    const fault = hit(service.faults[call.fault]);
    if (fault?.delay) await wait(fault.delay);
    if (fault?.reset) {
      record(name, key, 0);
      request.socket.resetAndDestroy();
      return;
    }
    const answer = faultyAnswer(fault, call) ?? (await rightAnswer(call, request, fields));
    record(name, key, answer.status);
    send(response, answer, fault?.retryAfter);
  }

  async function rightAnswer(call: Call, request: IncomingMessage, fields: Fields | undefined): Promise<Answer> {
    const bearer = readToken(request.headers.authorization?.replace(/^Bearer /, '') ?? '', secret, Date.now());
    if (!bearer) return errorAnswer('unauthenticated', 'the token is missing, not valid, or not of this service');
    if (!fields) return errorAnswer('malformed', 'the request is not a JSON object');
    const faulty = (allows: 'upload' | 'download') => (service.faults[allows] ? proxy.port : blobs.port);
    return call.answer(
      {
        entries,
        artifacts,
        ...bearer,
        size: blobs.size,
        signedUrl: (blob, allows) => blobs.signedUrl(blob, allows, faulty(allows)),
        onFinalized: size => {
          service.traffic.uploaded += size;
        },
      },
      fields,
    );
  }

  async function removeEntries(unwanted: Entry[]): Promise<void> {
    for (const entry of unwanted) entries.splice(entries.indexOf(entry), 1);
    await Promise.all(unwanted.map(({ blob }) => blobs.remove(blob)));
  }

  async function removeArtifacts(unwanted: Artifact[]): Promise<void> {
    for (const artifact of unwanted) artifacts.splice(artifacts.indexOf(artifact), 1);
    await Promise.all(unwanted.map(({ blob }) => blobs.remove(blob)));
  }

  const port = await listen(server);
  const service: CacheService = {
    url: `http://127.0.0.1:${port}/`,
    productionHost: blobs.productionHost,
    requests: [],
    traffic: { uploaded: 0, downloaded: 0 },
    faults: {},
    token: rights => signToken(rights, secret, Date.now()),
    entries: () =>
      entries.flatMap(({ key, version, scope, size, createdAt }) =>
        size === undefined ? [] : [{ key, version, scope, size, createdAt }],
      ),
    async corrupt(key, how) {
      const entry = entries.findLast(entry => entry.key === key && entry.size !== undefined);
      if (!entry) throw new Error(`There is no cache entry ${key} to damage.`);
      await blobs.damage(entry.blob, how);
    },
    artifacts: () => artifacts.filter(({ size }) => size !== undefined),
    async addArtifact(run, name, content) {
      const artifact = newArtifact({ run, job: 'another-job' }, name);
      const upload = { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: new Uint8Array(content) };
      const { status } = await fetch(blobs.signedUrl(artifact.blob, 'upload'), upload);
      if (status !== 201) throw new Error(`The blob service answered ${status}.`);
      artifacts.push({ ...artifact, size: content.length });
    },
    removeArtifact: name => removeArtifacts(artifacts.filter(artifact => artifact.name === name)),
    remove: key => removeEntries(entries.filter(entry => entry.key === key)),
    async clear() {
      await removeEntries([...entries]);
      await removeArtifacts([...artifacts]);
      service.requests = [];
      service.traffic = { uploaded: 0, downloaded: 0 };
      service.faults = {};
    },
    goDown: () => close(server),
    comeBack: async () => {
      await listen(server, port);
    },
    async stop() {
      await Promise.all([close(server), proxy.stop()]);
      await blobs.stop();
    },
  };
  return service;
}

/** What a fault answers in place of the call; undefined if it leaves the answer alone. */
function faultyAnswer(fault: CallFault | undefined, call: Call): Answer | undefined {
  if (fault?.denied) return call.denied;
  if (fault?.body !== undefined) return { status: fault.status ?? 200, body: fault.body };
  if (fault?.status === undefined) return undefined;
  const code = fault.status === 429 ? 'resource_exhausted' : 'unavailable';
  return { status: fault.status, body: { code, msg: `the lab's fault: ${fault.status}` } };
}

function send(response: ServerResponse, { status, body }: Answer, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function parseFields(json: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined;
  } catch {
    return undefined;
  }
}

async function main(): Promise<void> {
  const service = await startCacheService();
  const token = service.token({ ref: 'refs/heads/main' });
  process.stdout.write(`export ACTIONS_RESULTS_URL=${service.url} ACTIONS_RUNTIME_TOKEN=${token}\n`);
  progress('the cache service runs until Ctrl-C; the token reads and writes as a push to main does');
  await new Promise(resolve => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  await service.stop();
}

if (import.meta.main) await main();
