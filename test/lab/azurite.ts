// The blob service: Azurite in a child process, with everything in its memory.

import { type ChildProcess, fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import {
  BlobSASPermissions,
  BlobServiceClient,
  BlockBlobClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { addHost } from './hosts-file.ts';

/** One request that reached Azurite; `bytes` is the length of the answer's body. */
export type BlobRequest = { method: string; blob: string; status: number; bytes: number };

/** What the rest of the lab does with the blob service. */
export type BlobStore = {
  port: number;
  /** Whether clients see the host name of the real service, and so take the path they take in production. */
  productionHost: boolean;
  /** Returns an address that allows one thing with one blob for an hour; `port` is another one that leads here. */
  signedUrl(blob: string, allows: 'upload' | 'download', port?: number): string;
  /** Returns a blob's bytes, or undefined if it doesn't exist. */
  size(blob: string): Promise<number | undefined>;
  /** Changes one bit in the middle of a blob, or cuts off its second half. */
  damage(blob: string, how: 'flip' | 'truncate'): Promise<void>;
  remove(blob: string): Promise<void>;
  stop(): Promise<void>;
};

const CONTAINER = 'cache';
const HOUR = 60 * 60 * 1000;
// Marks the lab's own requests in Azurite's log; the blob service ignores it.
const OWN = 'by=lab';

/**
 * Starts Azurite on a free port of 127.0.0.1 and returns when it answers (about a second). `hostsFile` asks for the
 * host name of the real service (a line in /etc/hosts while it runs). Fails with Azurite's own words if it can't start.
 */
export async function startAzurite(
  hostsFile: boolean,
  onRequest: (request: BlobRequest) => void,
  print: (text: string) => void,
): Promise<BlobStore> {
  const account = `lab${createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 12)}`;
  const secret = randomBytes(64).toString('base64');
  const key = new StorageSharedKeyCredential(account, secret);
  const host = `${account}.blob.core.windows.net`;
  const child = forkAzurite(account, secret);
  const removeHost = hostsFile ? await addHost(host) : undefined;
  if (hostsFile) print(removeHost ? hostsLineText(host) : NO_HOSTS_LINE_TEXT);
  const cleanUp = () => {
    child.kill('SIGKILL');
    removeHost?.();
  };
  process.once('exit', cleanUp);

  try {
    const port = await listeningPort(child, onRequest);
    const base = (at: number) => (removeHost ? `http://${host}:${at}` : `http://127.0.0.1:${at}/${account}`);
    await new BlobServiceClient(base(port), key).createContainer(CONTAINER);
    const signedUrl: BlobStore['signedUrl'] = (blob, allows, at = port) =>
      `${base(at)}/${CONTAINER}/${blob}?${signature(key, blob, allows === 'upload' ? 'cw' : 'r')}`;
    const stop = async () => {
      process.off('exit', cleanUp);
      removeHost?.();
      await ended(child);
    };
    const own = (blob: string) =>
      new BlockBlobClient(`${base(port)}/${CONTAINER}/${blob}?${signature(key, blob, 'rwd')}&${OWN}`);
    return { port, productionHost: removeHost !== undefined, signedUrl, ...operations(own), stop };
  } catch (error) {
    process.off('exit', cleanUp);
    cleanUp();
    throw error;
  }
}

const hostsLineText = (host: string) =>
  `added "127.0.0.1 ${host}" to /etc/hosts (blobs go the way they go on GitHub); it is removed at the end`;
const NO_HOSTS_LINE_TEXT = '/etc/hosts is not writable: blobs go over the slower path that clients take off GitHub';

// Azurite ends when the channel to its parent closes, so it is never left behind, not even by a parent that was killed.
const END_WITH_PARENT = 'data:text/javascript,process.on("disconnect",()=>process.exit())';

function forkAzurite(account: string, key: string): ChildProcess {
  const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js');
  const options = '--blobHost 127.0.0.1 --blobPort 0 --inMemoryPersistence --skipApiVersionCheck --disableTelemetry';
  return fork(main, options.split(' '), {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, AZURITE_ACCOUNTS: `${account}:${key}` },
    execArgv: ['--import', END_WITH_PARENT],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

/** Reads Azurite's output: the line that names its port, and from then on one line per request. */
function listeningPort(child: ChildProcess, onRequest: (request: BlobRequest) => void): Promise<number> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('Azurite was started without its output.');
  let said = '';
  stderr.on('data', chunk => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', line => {
      const port = /successfully listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port) resolve(Number(port));
      const request = parseLogLine(line);
      if (request) onRequest(request);
    });
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`Azurite ended with ${code} before it answered: ${said.trim()}`)));
  });
}

/** Reads a line such as `127.0.0.1 - - [date] "GET /cache/b1?sig=… HTTP/1.1" 206 4194304`. */
function parseLogLine(line: string): BlobRequest | undefined {
  const [, method, path, status, bytes] = /"([A-Z]+) (\S+) HTTP\/[\d.]+" (\d+) (\d+|-)$/.exec(line) ?? [];
  if (!method || !path || path.endsWith(`&${OWN}`)) return undefined;
  const blob = blobOf(path);
  if (!blob) return undefined;
  return { method, blob, status: Number(status), bytes: method === 'GET' && bytes !== '-' ? Number(bytes) : 0 };
}

/** Returns the name of the blob that a request's path is about. */
export function blobOf(path: string): string | undefined {
  return new RegExp(`/${CONTAINER}/([^/?]+)\\?`).exec(path)?.[1];
}

function signature(key: StorageSharedKeyCredential, blob: string, permissions: string): string {
  const values = {
    containerName: CONTAINER,
    blobName: blob,
    permissions: BlobSASPermissions.parse(permissions),
    expiresOn: new Date(Date.now() + HOUR),
  };
  return generateBlobSASQueryParameters(values, key).toString();
}

function operations(own: (blob: string) => BlockBlobClient): Pick<BlobStore, 'size' | 'damage' | 'remove'> {
  return {
    async size(blob) {
      const client = own(blob);
      return (await client.exists()) ? (await client.getProperties()).contentLength : undefined;
    },
    async damage(blob, how) {
      const client = own(blob);
      const bytes = await client.downloadToBuffer();
      const middle = bytes.length >> 1;
      if (how === 'flip') bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
      await client.uploadData(how === 'flip' ? bytes : bytes.subarray(0, middle));
    },
    async remove(blob) {
      await own(blob).deleteIfExists();
    },
  };
}

/** Ends a child with its channel; there is nothing on a disk that a gentler end would save. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
