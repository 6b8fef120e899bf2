import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import http from 'node:http';
import https from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connectToOwn, labLabel } from './answering-engine.ts';
import { type Certificate, labCertificate, tlsName } from './certificate.ts';
import { labFolder, progress, publicFolder } from './folder.ts';
import { addHost } from './hosts-file.ts';
import { isDebian, providePackages } from './packages.ts';
import { findProgram, startDaemon, waitFor } from './process.ts';

export type Registry = {
  /** 127.0.0.1:PORT, plain HTTP; over TLS registry.test:PORT. */
  host: string;
  /** The folder of its contents, kept between runs. */
  storage: string;
  /** What a job needs to trust it; empty without TLS. */
  environment: Record<string, string>;
  stop(): Promise<void>;
};

export type RegistryOptions = {
  /** Unset, a folder of the lab's. */
  storage?: string;
  /** Who may read and write: lines of `name:bcrypt hash`. Unset, everybody. */
  users?: string;
  /** Whether it speaks HTTPS, which needs root or sudo, openssl, and an engine that this process started. */
  tls?: boolean;
};

/*
 * How clients speak to a registry on this machine, as seen with Docker 28.5 and Buildx 0.29:
 * - The engine, which also does the work of `docker login`, looks the host up. To an address of 127.0.0.0/8 it speaks
 *   TLS without looking at the certificate, and then plain HTTP where it got no or no good answer: a wrong password
 *   ends as "400 Bad Request", which no user of a real registry ever sees.
 * - `buildx imagetools` is a client of its own. To 127.0.0.1 and localhost it speaks plain HTTP only, to other names
 *   TLS only.
 * - Both believe the certificates in SSL_CERT_FILE besides those in /etc/ssl/certs.
 * So a registry over TLS gets a name, and the name an address that leads to this machine and isn't of 127.0.0.0/8.
 */
const tlsAddress = '0.0.0.0';

/**
 * Starts a registry on a free port of the loopback address; tags may be overwritten and manifests deleted. Registries
 * of several runs may share one storage, to which one of them at a time may push. Where Debian's docker-registry can't
 * be had, it is the image `registry:2` on the engine that answers.
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const storage = options.storage ?? join(labFolder, 'registry');
  await mkdir(storage, { recursive: true });
  const tls = options.tls ? await labCertificate() : undefined;
  const giveUpName = tls ? await takeName() : () => {};
  try {
    const program = await registryProgram();
    // At the last moment, before others find it free too.
    const site = { port: await freePort(), storage, tls, users: options.users };
    const end = await (program ? runProgram(program, site) : runContainer(site));
    const environment: Record<string, string> = tls ? { SSL_CERT_FILE: tls.certificate } : {};
    return { host: hostOf(site), storage, environment, stop: () => end().finally(giveUpName) };
  } catch (error) {
    giveUpName();
    throw error;
  }
}

type Site = { port: number; storage: string; tls: Certificate | undefined; users: string | undefined };

function hostOf({ port, tls }: Site): string {
  return `${tls ? tlsName : '127.0.0.1'}:${port}`;
}

async function takeName(): Promise<() => void> {
  const giveUp = await addHost(tlsName, tlsAddress);
  if (giveUp) return giveUp;
  throw new Error(`${tlsName} can't be made to lead to this machine: run as root, or allow sudo without a password`);
}

/** The path of docker-registry, or undefined where this is no Debian and has none. */
async function registryProgram(): Promise<string | undefined> {
  const installed = await findProgram('docker-registry');
  if (installed) return installed;
  return (await isDebian()) ? findProgram('docker-registry', (await providePackages()).folders) : undefined;
}

async function runProgram(program: string, site: Site): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await publicFolder(), 'registry-'));
  const config = await writeSettings(folder, site, site.storage, `127.0.0.1:${site.port}`);
  const daemon = await startDaemon([program, 'serve', config], join(folder, 'log'));
  await waitFor('the registry answers', 20, async () => !daemon.isRunning() || (await answers(site)));
  if (!daemon.isRunning()) throw new Error(`The registry ended at once:\n${await daemon.log()}`);
  return async () => {
    if (daemon.isRunning()) process.kill(daemon.pid, 'SIGTERM');
    await daemon.untilEnded(20);
  };
}

async function runContainer(site: Site): Promise<() => Promise<void>> {
  const { docker } = await connectToOwn();
  const shared = await publicFolder();
  const config = await writeSettings(await mkdtemp(join(shared, 'registry-')), site, '/var/lib/registry', ':5000');
  progress('starting the registry as a container of the image registry:2');
  const container = await docker([
    ...['run', '--detach', '--rm', '--label', `${labLabel}=registry`, '--publish', `127.0.0.1:${site.port}:5000`],
    ...['--mount', `type=bind,source=${site.storage},target=/var/lib/registry`],
    ...['--mount', `type=bind,source=${shared},target=${shared},readonly`],
    ...['--user', `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`, 'registry:2', 'serve', config],
  ]);
  const stop = async () => {
    await docker(['rm', '--force', container]);
  };
  await waitFor('the registry answers', 20, () => answers(site)).catch(async error => {
    await stop();
    throw error;
  });
  return stop;
}

/** Writes the configuration into `folder` and returns its path. YAML holds JSON, so it needs no template. */
async function writeSettings(folder: string, { tls, users }: Site, storage: string, addr: string): Promise<string> {
  const path = join(folder, 'users');
  if (users !== undefined) await writeFile(path, users);
  const settings = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: storage },
      delete: { enabled: true },
      maintenance: { uploadpurging: { enabled: false } },
    },
    http: { addr, tls },
    ...(users === undefined ? {} : { auth: { htpasswd: { realm: 'lab', path } } }),
  };
  const config = join(folder, 'config.json');
  await writeFile(config, JSON.stringify(settings));
  return config;
}

async function answers(site: Site): Promise<boolean> {
  const { get } = site.tls ? https : http;
  const ca = site.tls && (await readFile(site.tls.certificate));
  return new Promise(resolve => {
    get(`${site.tls ? 'https' : 'http'}://${hostOf(site)}/v2/`, { agent: false, ca }, response => {
      response.resume();
      resolve(response.statusCode === 200 || response.statusCode === 401);
    }).on('error', () => resolve(false));
  });
}

/** A port of the loopback address that nothing listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
