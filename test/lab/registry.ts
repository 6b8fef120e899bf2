import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { connectToOwn, labLabel } from './answering-engine.ts';
import { labFolder, progress, publicFolder } from './folder.ts';
import { isDebian, providePackages } from './packages.ts';
import { findProgram, startDaemon, waitFor } from './process.ts';

export type Registry = {
  /** 127.0.0.1:PORT, plain HTTP. */
  host: string;
  /** The folder of its contents, kept between runs. */
  storage: string;
  stop(): Promise<void>;
};

export type RegistryOptions = {
  /** Unset, a folder of the lab's. */
  storage?: string;
  /** Who may read and write: lines of `name:bcrypt hash`. Unset, everybody. */
  users?: string;
};

/**
 * Starts a registry on a free port of the loopback address; tags may be overwritten and manifests deleted. Registries
 * of several runs may share one storage, to which one of them at a time may push. Where Debian's docker-registry can't
 * be had, it is the image `registry:2` on the engine that answers.
 */
export async function startRegistry(options: RegistryOptions = {}): Promise<Registry> {
  const storage = options.storage ?? join(labFolder, 'registry');
  await mkdir(storage, { recursive: true });
  const host = `127.0.0.1:${await freePort()}`;
  const program = await registryProgram();
  const stop = await (program ? runProgram(program, host, storage, options.users) : runContainer(host, storage));
  return { host, storage, stop };
}

/** The path of docker-registry, or undefined where this is no Debian and has none. */
async function registryProgram(): Promise<string | undefined> {
  const installed = await findProgram('docker-registry');
  if (installed) return installed;
  return (await isDebian()) ? findProgram('docker-registry', (await providePackages()).folders) : undefined;
}

async function runProgram(
  program: string,
  host: string,
  storage: string,
  users?: string,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await publicFolder(), 'registry-'));
  const config = join(folder, 'config.json');
  const path = join(folder, 'users');
  if (users !== undefined) await writeFile(path, users);
  const auth = users === undefined ? {} : { auth: { htpasswd: { realm: 'lab', path } } };
  await writeFile(config, JSON.stringify({ ...settings(host, storage), ...auth }));
  const daemon = await startDaemon([program, 'serve', config], join(folder, 'log'));
  await waitFor('the registry answers', 20, async () => !daemon.isRunning() || (await answers(host)));
  if (!daemon.isRunning()) throw new Error(`The registry ended at once:\n${await daemon.log()}`);
  return async () => {
    if (daemon.isRunning()) process.kill(daemon.pid, 'SIGTERM');
    await daemon.untilEnded(20);
  };
}

async function runContainer(host: string, storage: string): Promise<() => Promise<void>> {
  const { docker } = await connectToOwn();
  progress('starting the registry as a container of the image registry:2');
  const container = await docker([
    ...['run', '--detach', '--rm', '--label', `${labLabel}=registry`, '--publish', `${host}:5000`],
    ...['--mount', `type=bind,source=${storage},target=/var/lib/registry`],
    ...['--user', `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`],
    ...['--env', 'REGISTRY_STORAGE_DELETE_ENABLED=true', 'registry:2'],
  ]);
  const stop = async () => {
    await docker(['rm', '--force', container]);
  };
  await waitFor('the registry answers', 20, () => answers(host)).catch(async error => {
    await stop();
    throw error;
  });
  return stop;
}

// YAML holds JSON, so the configuration needs no template.
function settings(host: string, storage: string): Record<string, unknown> {
  return {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: storage },
      delete: { enabled: true },
      maintenance: { uploadpurging: { enabled: false } },
    },
    http: { addr: host },
  };
}

function answers(host: string): Promise<boolean> {
  return fetch(`http://${host}/v2/`).then(
    response => response.ok || response.status === 401,
    () => false,
  );
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
