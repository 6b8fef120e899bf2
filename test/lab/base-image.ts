import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Engine } from './client.ts';
import { labFolder, lock, progress } from './folder.ts';
import { unmountAllUnder } from './leftovers.ts';
import { mirrorAddress, providePackages } from './packages.ts';
import { exists, runAsRoot, streamAsRoot, wayToRoot } from './process.ts';
import { type Image, pushImage } from './push.ts';
import type { Registry } from './registry.ts';

/** Where Docker Hub answers, base images come from there. */
const hub = 'https://registry-1.docker.io/v2/';
/** Debian 12 is the release whose Python has wheels for everything the examples use. */
const release = 'bookworm';
const packages = [
  ...['ca-certificates', 'python3', 'python3-venv', 'python3-pip', 'libgomp1', 'netbase', 'tzdata'],
  // The real image has Python's headers, and no compiler.
  'libpython3.11-dev',
];
// pip refuses to pack files into a wheel that are from before 1980.
const date = '2020-01-01T00:00:00Z';
const certificates = '/etc/ssl/certs/ca-certificates.crt';

/** What the real image doesn't have either, or no test looks at: every test case downloads the image anew. */
const dropped = [
  ...['doc', 'man', 'info', 'locale', 'lintian', 'bug', 'bash-completion'].map(name => `usr/share/${name}`),
  ...['var/cache/apt/archives', 'var/cache/debconf', 'var/lib/apt/lists', 'var/log', 'debootstrap'],
  // Copied from this machine by debootstrap; the engine gives each container its own.
  ...['etc/hostname', 'etc/resolv.conf'],
  // Character sets other than those glibc has built in.
  `usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/gconv`,
  // With this mark, pip would refuse to install outside of a virtual environment, which the real image lets it do.
  'usr/lib/python3.11/EXTERNALLY-MANAGED',
  // A tenth of all files, each of which costs time whenever the image is unpacked, packed or removed.
  ...['share/zoneinfo/right', 'share/zoneinfo/posix', 'lib/python3.11/lib2to3'].map(path => `usr/${path}`),
];
/** What apt and others expect to be there, if empty. */
const neededFolders = [
  'var/cache/apt/archives/partial',
  'var/cache/debconf',
  'var/lib/apt/lists/partial',
  'var/log/apt',
];
/** The part of the file system that becomes the second layer: the real image keeps Python apart from Debian, too. */
const pythonPart = ['usr/lib/python3', 'usr/lib/python3.11', 'usr/share/python-wheels', 'usr/local/bin'];
/** Compiled once for all: pip, and each start of Python by a user who may write nothing, would do it again and again. */
const compiled = ['usr/lib/python3.11', 'usr/lib/python3/dist-packages/pip'];

/**
 * Sees to it that `python:3.11-slim` and the like can be pulled by the engine. Where Docker Hub answers, nothing is
 * done; else a Debian with Python 3.11 is built once (about a minute), kept, and pushed to the registry under each
 * of `tags` (such as `library/python:3.11-slim`) that isn't there yet.
 */
export async function provideBaseImages(engine: Engine, registry: Registry, tags: string[]): Promise<void> {
  if (await hubAnswers()) return;
  const image = await provideStandIn();
  // Registries of several runs share one storage, where files are written in place: another one may read half of one.
  const unlock = await lock('base-image-tags');
  try {
    for (const tag of tags) await pushImage(registry, tag, image);
  } finally {
    await unlock();
  }
  for (const tag of tags) {
    // An engine that isn't the lab's own has no mirror: it gets the image under the name a Dockerfile uses.
    if (!engine.isPrivate) await nameOnEngine(engine, `${registry.host}/${tag}`, tag.replace(/^library\//, ''));
  }
}

let asking: Promise<boolean> | undefined;

/** Whether Docker Hub can be reached from here; asked once, for at most 3 s. */
export function hubAnswers(): Promise<boolean> {
  asking ??= fetch(hub, { signal: AbortSignal.timeout(3000) }).then(
    // Hub asks who we are; a proxy that keeps us from it answers something else.
    response =>
      response.status === 200 || response.headers.get('www-authenticate')?.includes('auth.docker.io') === true,
    () => false,
  );
  return asking;
}

async function nameOnEngine(engine: Engine, from: string, name: string): Promise<void> {
  const isThere = await engine.docker(['image', 'inspect', name]).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await engine.docker(['pull', '--quiet', from]);
  await engine.docker(['tag', from, name]);
}

/** Builds the stand-in image unless it is kept from an earlier run; takes about a minute. */
export async function provideStandIn(): Promise<Image> {
  const folder = join(labFolder, 'base-image', await recipeHash());
  const unlock = await lock('base-image');
  try {
    if (!(await exists(folder))) await buildStandIn(folder);
  } finally {
    await unlock();
  }
  const config = await readFile(join(folder, 'config.json'), 'utf8');
  return { config, layers: ['debian.tar.gz', 'python.tar.gz'].map(name => join(folder, name)) };
}

/** A name for what the image is made from: another recipe, or other certificates, make another image. */
async function recipeHash(): Promise<string> {
  const recipe = JSON.stringify([release, packages, dropped, pythonPart, compiled, settings([])]);
  const bundle = await readFile(certificates).catch(() => '');
  return createHash('sha256').update(recipe).update(bundle).digest('hex').slice(0, 12);
}

async function buildStandIn(folder: string): Promise<void> {
  if (!(await wayToRoot())) {
    throw new Error('Docker Hub does not answer, and only root can build a stand-in for its python image: run as root');
  }
  progress('Docker Hub does not answer: building a stand-in for the python image from Debian (about a minute)');
  const work = `${folder}.new`;
  const root = join(work, 'root');
  await unmountAllUnder([root]);
  await runAsRoot(['rm', '-rf', work]);
  await mkdir(root, { recursive: true });
  await installDebian(root);
  await runAsRoot(['rm', '-rf', ...dropped.map(path => join(root, path))]);
  // With fixed owner and mode, whatever this user's umask; the root folder is among them.
  const open = ['install', '--directory', '--owner=0', '--group=0', '--mode=755'];
  await runAsRoot([...open, root, ...neededFolders.map(path => join(root, path))]);
  await runAsRoot(['find', root, '-name', '__pycache__', '-prune', '-exec', 'rm', '-rf', '{}', '+']);
  // Good whatever the time of the source, which the layer changes.
  const compile = ['python3', '-m', 'compileall', '-q', '--invalidation-mode', 'unchecked-hash'];
  await runAsRoot(['/usr/sbin/chroot', root, ...compile, ...compiled.map(path => `/${path}`)]);
  const apart = pythonPart.map(path => `--exclude=./${path}`);
  const layers = [
    await writeLayer(root, join(work, 'debian.tar.gz'), [...apart, '.']),
    await writeLayer(
      root,
      join(work, 'python.tar.gz'),
      pythonPart.map(path => `./${path}`),
    ),
  ];
  await writeFile(join(work, 'config.json'), JSON.stringify(settings(layers)));
  await runAsRoot(['rm', '-rf', root]);
  await rename(work, folder);
  await removeOthers(folder);
}

/** Removes what earlier recipes made, and what a run that was killed left half done. */
async function removeOthers(folder: string): Promise<void> {
  const all = await readdir(dirname(folder));
  const others = all.filter(name => name !== basename(folder)).map(name => join(dirname(folder), name));
  await unmountAllUnder(others);
  if (others.length > 0) await runAsRoot(['rm', '-rf', ...others]);
}

async function installDebian(root: string): Promise<void> {
  const { folders, environment } = await providePackages().catch(error => {
    throw new Error(`Docker Hub does not answer, and a stand-in for its python image can't be built: ${error.message}`);
  });
  const path = [...folders, process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(delimiter);
  const command = ['debootstrap', '--variant=minbase', `--include=${packages.join(',')}`, release, root];
  // Not from PATH: sudo looks programs up in one of its own.
  await runAsRoot(['env', ...command, await mirrorAddress()], {
    environment: { ...environment, PATH: path, LC_ALL: 'C' },
  });
  await runAsRoot(['mkdir', '-p', join(root, 'usr/local/bin')]);
  await runAsRoot(['ln', '-s', '/usr/bin/python3', join(root, 'usr/local/bin/python')]);
  await access(certificates)
    .then(() => runAsRoot(['cp', certificates, join(root, certificates)]))
    .catch(() => progress(`${certificates} is not on this machine: the stand-in keeps Debian's own`));
}

/** Packs files into a layer, the same bytes for the same files, and returns the digest of its contents unpacked. */
async function writeLayer(root: string, file: string, args: readonly string[]): Promise<string> {
  const fixed = ['--sort=name', `--mtime=${date}`, '--numeric-owner', '--one-file-system'];
  const tar = await streamAsRoot(['tar', '--create', ...fixed, '--directory', root, ...args]);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await Promise.all([pipeline(tar.stdout, hashing, createGzip(), createWriteStream(file)), tar.ended]);
  return `sha256:${hash.digest('hex')}`;
}

/** The image's configuration, as the real one has it, and with the certificates this machine trusts. */
function settings(diffIds: readonly string[]): Record<string, unknown> {
  return {
    architecture: process.arch === 'x64' ? 'amd64' : process.arch,
    os: 'linux',
    created: date,
    config: {
      Env: [
        'PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
        'LANG=C.UTF-8',
        `PIP_CERT=${certificates}`,
        `SSL_CERT_FILE=${certificates}`,
        'PIP_DISABLE_PIP_VERSION_CHECK=1',
      ],
      Cmd: ['python3'],
    },
    rootfs: { type: 'layers', diff_ids: diffIds },
    history: ['debian', 'python'].map(part => ({ created: date, created_by: part })),
  };
}
