import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { labFolder, lock, progress } from './folder.ts';
import { exists, run } from './process.ts';

export type Packages = {
  /** Where the packages are unpacked. */
  root: string;
  /** The folders of their programs, for PATH. */
  folders: string[];
  /** What the programs need to find their libraries and data in `root` instead of in the system's places. */
  environment: Record<string, string>;
};

/** Taken from this system's own release, with whatever they need and the system lacks. */
const fromOwnRelease = ['runc', 'iptables', 'iproute2', 'pigz', 'docker-registry', 'debootstrap'];
/** Taken one by one: their programs run on an older libc than their packages ask for. */
const fromNewerRelease = ['docker.io', 'docker-cli', 'docker-buildx', 'containerd', 'tini-static'];
const releasesToTry = ['forky', 'trixie', 'sid'];

let provided: Promise<Packages> | undefined;

/**
 * Debian's packages of everything the lab runs, unpacked into the lab's folder and kept there; nothing is installed.
 * Takes some 20 s the first time. Rejects where this is no Debian or its mirror can't be reached.
 */
export function providePackages(): Promise<Packages> {
  provided ??= unpackOnce();
  return provided;
}

async function unpackOnce(): Promise<Packages> {
  const release = await ownRelease();
  const wanted = JSON.stringify([release, process.arch, fromOwnRelease, fromNewerRelease, releasesToTry]);
  const root = join(labFolder, 'packages', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
  const unlock = await lock('packages');
  try {
    if (!(await exists(join(root, 'versions.txt')))) await unpackAll(release, root);
  } finally {
    await unlock();
  }
  return describe(root);
}

/** Whether this machine runs Debian itself, whose packages the lab can unpack. */
export async function isDebian(): Promise<boolean> {
  return (await systemFact('ID')) === 'debian' && (await systemFact('VERSION_CODENAME')) !== undefined;
}

/** The code name of the Debian release this machine runs; rejects on other systems. */
async function ownRelease(): Promise<string> {
  const release = await systemFact('VERSION_CODENAME');
  if (release && (await isDebian())) return release;
  const system = (await systemFact('PRETTY_NAME')) ?? 'another system';
  throw new Error(
    `The lab brings an engine of its own only on Debian, and this is ${system}: install Docker Engine (dockerd, docker, buildx)`,
  );
}

async function systemFact(name: string): Promise<string | undefined> {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return new RegExp(`^${name}="?([^"\n]*)`, 'm').exec(text)?.[1];
}

async function unpackAll(release: string, root: string): Promise<void> {
  progress(`downloading the engine, registry and debootstrap from Debian into ${root}; nothing is installed`);
  const work = `${root}.new`;
  await rm(work, { recursive: true, force: true });
  await mkdir(join(work, 'unpacked'), { recursive: true });
  const files = [...(await downloadOwn(await openApt(work, 'own', [release]))), ...(await downloadNewer(work))];
  for (const file of files) await run(['dpkg', '-x', file, join(work, 'unpacked')]);
  await linkAlternatives(join(work, 'unpacked'));
  const versions = files.map(file => decodeURIComponent(file.split('/').at(-1) ?? '').replace(/\.deb$/, ''));
  progress(`took ${versions.sort().join(', ')}`);
  await writeFile(join(work, 'unpacked', 'versions.txt'), `${versions.join('\n')}\n`);
  await rm(root, { recursive: true, force: true });
  await rename(join(work, 'unpacked'), root);
  await rm(work, { recursive: true, force: true });
}

type Apt = { folder: string; environment: Record<string, string> };

/** An apt with lists, sources and cache of its own in `work/name`, that knows the given releases. */
async function openApt(work: string, name: string, releases: readonly string[]): Promise<Apt> {
  const folder = join(work, name);
  await mkdir(join(folder, 'lists/partial'), { recursive: true });
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true });
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  const mirror = await mirrorAddress();
  const sources = releases.map(release => `deb [signed-by=${keyring}] ${mirror} ${release} main\n`);
  await writeFile(join(folder, 'sources.list'), sources.join(''));
  const settings = {
    'Dir::Etc::SourceList': join(folder, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    // The unprivileged user apt downloads as can't enter a clone under /root.
    'APT::Sandbox::User': 'root',
    'Debug::NoLocking': 'true',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key} "${value}";\n`);
  await writeFile(join(folder, 'apt.conf'), lines.join(''));
  const apt = { folder, environment: { APT_CONFIG: join(folder, 'apt.conf'), LC_ALL: 'C' } };
  await run(['apt-get', 'update', '--quiet'], { environment: apt.environment });
  return apt;
}

/** The address of the Debian mirror this system uses, from apt itself. */
export async function mirrorAddress(): Promise<string> {
  const release = await ownRelease();
  const lines = await run(['apt-get', 'indextargets', '--format', '$(REPO_URI) $(RELEASE) $(CREATED_BY)']);
  const found = lines.split('\n').map(line => line.split(' '));
  const address = found.find(([, name, kind]) => name === release && kind === 'Packages')?.[0];
  if (address) return address;
  throw new Error(`apt has no source for ${release}: add Debian's to /etc/apt/sources.list`);
}

/** Downloads what installing `fromOwnRelease` would add to this system, and returns the files. */
async function downloadOwn(apt: Apt): Promise<string[]> {
  const install = ['apt-get', 'install', '--simulate', '--no-install-recommends', ...fromOwnRelease];
  const plan = await run(install, { environment: apt.environment });
  const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(match => match[1] ?? '');
  return names.length > 0 ? download(apt, names) : [];
}

/** Downloads `fromNewerRelease`, from the first release that has all of them and whose dockerd runs here. */
async function downloadNewer(work: string): Promise<string[]> {
  const refusals: string[] = [];
  for (const release of releasesToTry) {
    try {
      const files = await download(await openApt(work, release, [release]), fromNewerRelease);
      await tryPrograms(files, join(work, `try-${release}`));
      return files;
    } catch (error) {
      refusals.push(`${release}: ${error instanceof Error ? error.message : error}`);
    }
  }
  throw new Error(`No Debian release has a Docker Engine that runs here.\n${refusals.join('\n')}`);
}

async function tryPrograms(files: readonly string[], folder: string): Promise<void> {
  for (const file of files) await run(['dpkg', '-x', file, folder]);
  await run([join(folder, 'usr/sbin/dockerd'), '--version']);
  await run([join(folder, 'usr/bin/docker'), '--version']);
  await run([join(folder, 'usr/bin/containerd'), '--version']);
}

async function download(apt: Apt, names: readonly string[]): Promise<string[]> {
  const folder = join(apt.folder, 'files');
  await mkdir(folder, { recursive: true });
  await run(['apt-get', 'download', '--quiet', ...names], { environment: apt.environment, folder });
  return (await readdir(folder)).map(name => join(folder, name));
}

/** Makes the links that an installation would: the alternatives of iptables. */
async function linkAlternatives(root: string): Promise<void> {
  for (const name of ['iptables', 'ip6tables']) {
    const program = join(root, 'usr/sbin', name);
    if ((await exists(`${program}-nft`)) && !(await exists(program))) await symlink(`${name}-nft`, program);
  }
}

async function describe(root: string): Promise<Packages> {
  const libraries: string[] = [];
  for (const folder of [join(root, 'usr/lib'), join(root, 'lib')]) {
    const names = (await exists(folder)) ? await readdir(folder) : [];
    libraries.push(...names.filter(name => name.includes('linux-gnu')).map(name => join(folder, name)));
  }
  const environment: Record<string, string> = { LD_LIBRARY_PATH: libraries.join(':') };
  const extensions = libraries.map(folder => join(folder, 'xtables'));
  for (const folder of extensions) if (await exists(folder)) environment.XTABLES_LIBDIR = folder;
  const debootstrap = join(root, 'usr/share/debootstrap');
  if (await exists(debootstrap)) environment.DEBOOTSTRAP_DIR = debootstrap;
  return { root, folders: ['usr/bin', 'usr/sbin', 'bin', 'sbin'].map(name => join(root, name)), environment };
}
