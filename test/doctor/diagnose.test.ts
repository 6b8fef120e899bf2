import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/doctor/diagnose.ts';
import type { DoctorFacts } from '../../src/doctor/facts.ts';
import { type Finding, note, ok, type Section, verdictOf, worthALook, wrong } from '../../src/doctor/findings.ts';
import type { Engine, Info } from '../../src/engine/engine.ts';
import { findingLines } from '../../src/laptop/commands/findings.ts';

const engine: Engine = {
  ...{ version: '28.5.2', store: 'containerd', architecture: 'x86_64', builder: 'default' },
  ...{ socket: '/var/run/docker.sock', isUserMapped: false, isRootless: false, isLabelled: false },
};
const info: Info = { OSType: 'linux', MemTotal: 16e9, NCPU: 8, DockerRootDir: '/var/lib/docker' };

/** A machine and a project on which all is well. */
const good: DoctorFacts = {
  machine: {
    ...{ system: 'linux', platform: 'linux', architecture: 'x64', nodeVersion: '24.1.0', proxies: [] },
    ...{ defaultPlatform: '', stateFolder: '/home/me/.local/state/dev-in-docker' },
  },
  docker: {
    address: {
      ...{ socket: '/var/run/docker.sock', host: 'unix:///var/run/docker.sock' },
      ...{ contextName: 'default', origin: 'default' },
    },
    client: { version: '28.5.2', buildx: 'v0.29.1' },
    engine: { engine, info },
    ...{ freeBytes: 80e9, imageBytes: 5e9, buildCacheBytes: 1e9 },
  },
  credentials: {
    ...{ folder: '/home/me/.docker', file: '/home/me/.docker/config.json', state: 'absent' },
    ...{ registries: [], helpers: [], missingHelpers: [], hasProxies: false },
  },
  project: {
    ...{ folder: '/home/me/wine', isOnWindows: false, uid: 1000 },
    dockerfile: {
      ...{ path: 'Dockerfile', stages: ['dev', 'share'], target: 'dev', shareTarget: 'share' },
      ...{ sources: { hash: 'f00d' }, sharesAll: true, dependencies: ['requirements.txt'] },
    },
    files: { unwanted: [], rootOwned: [], uid: 1000 },
    image: { isThere: true },
  },
  git: { state: 'repository', top: '/home/me/wine', hasIdentity: true },
};

test('all is well', () => {
  const lines = findingLines(diagnose(good), 80).map(stripVTControlCharacters);
  expect(lines.join('\n')).toBe(`This machine
  ✓ System       Linux on x64, Node 24.1.0

Docker
  ✓ Client       28.5.2
  ✓ Buildx       0.29.1
  ✓ Engine       28.5.2 at unix:///var/run/docker.sock
  ✓ Image store  containerd
  ✓ Disk         80.0 GB free where the engine keeps its data
  ✓ Images       5.0 GB of images, 1.0 GB of build cache
  ✓ Memory       16.0 GB and 8 CPUs for all containers

Logins
  ✓ Registries   none: enough for public images

Project
  ✓ Folder       /home/me/wine
  ✓ Dockerfile   Dockerfile, with the stages dev, share
  ✓ Packages     named by requirements.txt
  ✓ Image        dev is there and current: it starts at once
  ✓ Git          a repository, and git knows your name

All is well.`);
});

/** What isn't as it should be, as `mark subject: text → cure`. */
function troubles(facts: DoctorFacts): string[] {
  return worthALook(diagnose(facts)).flatMap(({ findings }) => findings.map(shown));
}

function shown({ mark, subject, text, cure }: Finding): string {
  return `${mark} ${subject}: ${text}${cure === undefined ? '' : ` → ${cure}`}`;
}

describe('the machine', () => {
  test.each<[string, Partial<DoctorFacts['machine']>, string]>([
    [
      'Windows itself',
      { platform: 'win32', system: 'wsl' },
      'wrong System: Windows itself → run dev-in-docker within WSL, with the project in a folder there',
    ],
    [
      'much kept for homes',
      { stateBytes: 3e9 },
      'note Kept: 3.0 GB for homes in containers, in /home/me/.local/state/dev-in-docker → remove the folders in it whose projects you no longer have',
    ],
    [
      'another platform than the engine has',
      { defaultPlatform: 'linux/arm64' },
      'note Platform: DOCKER_DEFAULT_PLATFORM is linux/arm64, which an engine of linux/amd64 emulates, slowly → unset it, if your packages have wheels for linux/amd64',
    ],
    [
      'a proxy that builds are not told of',
      { proxies: ['HTTPS_PROXY'] },
      `note Proxy: builds and containers don't see your HTTPS_PROXY → name the proxy in /home/me/.docker/config.json ("proxies"), see https://docs.docker.com/engine/cli/proxy/`,
    ],
  ])('%s', (_, machine, expected) => {
    expect(troubles({ ...good, machine: { ...good.machine, ...machine } })).toEqual([expected]);
  });

  test.each<[string, Partial<DoctorFacts['machine']>]>([
    ["the engine's own platform", { defaultPlatform: 'linux/amd64/v3' }],
    ['little kept', { stateBytes: 3e6 }],
  ])('%s is well', (_, machine) => {
    expect(troubles({ ...good, machine: { ...good.machine, ...machine } })).toEqual([]);
  });
});

describe('Docker', () => {
  const { address } = good.docker;
  const said = 'Cannot connect';
  test.each<[string, Partial<DoctorFacts['docker']>, RegExp[]]>([
    [
      'no client, and no engine: said once',
      {
        client: { version: '', buildx: '', trouble: { kind: 'no-client' } },
        engine: { trouble: { kind: 'no-client' } },
      },
      [/^wrong Client: Docker is not installed/],
    ],
    [
      'no client, but an engine',
      { client: { version: '', buildx: '', trouble: { kind: 'no-client' } } },
      [/^wrong Client: Docker is not installed/],
    ],
    [
      'no buildx, and an engine that is not running',
      {
        client: {
          ...{ version: '28.5.2', buildx: '' },
          trouble: { kind: 'too-old', what: 'Docker Buildx', version: '', oldest: '0.17.0' },
        },
        engine: { trouble: { kind: 'not-running', socket: '/var/run/docker.sock', origin: 'default', said } },
      },
      [/^wrong Buildx: This machine has no Docker Buildx/, /^wrong Engine: The Docker engine is not running/],
    ],
    [
      'Podman: said once',
      {
        client: {
          ...{ version: '', buildx: '' },
          trouble: { kind: 'too-old', what: 'Docker Buildx', version: '', oldest: '0.17.0' },
        },
        engine: { trouble: { kind: 'podman' } },
      },
      [/^wrong Engine: What answers as "docker" is Podman/],
    ],
    [
      'Windows containers',
      { engine: { engine, info: { ...info, OSType: 'windows' } } },
      [/Windows containers → switch/],
    ],
    [
      'a snap',
      { engine: { engine, info: { ...info, DockerRootDir: '/var/snap/docker/common/var-lib-docker' } } },
      [/it comes from a snap/],
    ],
    [
      'another machine, by a variable',
      { address: { ...address, host: 'tcp://server:2376', origin: 'DOCKER_HOST' } },
      [/^wrong Engine: it is on another machine.* → unset DOCKER_HOST$/],
    ],
    [
      'another machine, by a context',
      { address: { ...address, host: 'ssh://me@server', origin: 'configuration', contextName: 'server' } },
      [/^wrong Engine: it is on another machine.* → run "docker context use default"$/],
    ],
    [
      'another machine, by a variable that names a context',
      { address: { ...address, host: 'ssh://me@server', origin: 'DOCKER_CONTEXT', contextName: 'server' } },
      [/^wrong Engine: it is on another machine.* → unset DOCKER_CONTEXT$/],
    ],
    ['users that are mapped', { engine: { engine: { ...engine, isUserMapped: true }, info } }, [/^note Users:/]],
    ['little disk', { freeBytes: 5e9 }, [/^note Disk: 5\.0 GB free .* "docker system prune"$/]],
    ['a full disk', { freeBytes: 5e8 }, [/^wrong Disk: 500 MB free/]],
    [
      'much build cache',
      { buildCacheBytes: 50e9 },
      [/^note Images: .*50\.0 GB of build cache → .*"docker builder prune"$/],
    ],
    [
      'little memory',
      { engine: { engine, info: { ...info, MemTotal: 2e9, NCPU: 1, OperatingSystem: 'Docker Desktop' } } },
      [/^note Memory: 2\.0 GB and 1 CPU for all containers → give Docker Desktop \(Settings, Resources\) more/],
    ],
    ['rootless', { engine: { engine: { ...engine, isUserMapped: true, isRootless: true }, info } }, []],
    [
      'an engine with known holes',
      { engine: { engine, info: { ...info, ServerVersion: '25.0.1' } } },
      [/^note Engine: 25\.0\.1 .*CVE-2024-23651.* → update Docker: 25\.0\.2 has the fixes/],
    ],
  ])('%s', (_, docker, expected) => {
    const found = troubles({ ...good, docker: { ...good.docker, ...docker } });
    expect(found).toEqual(expected.map(pattern => expect.stringMatching(pattern)));
  });
});

describe('what runs containers', () => {
  const found = (id: string) =>
    diagnose({ ...good, docker: { ...good.docker, engine: { engine, info: { ...info, RuncCommit: { ID: id } } } } })
      .flatMap(({ findings }) => findings)
      .filter(({ subject }) => subject === 'Runtime')
      .map(shown);
  const BREAKOUT = 'which code in a container can break out of (CVE-2025-31133 and others)';
  const CURE = 'update Docker, and containerd with it: runc 1.2.8, 1.3.3 and 1.4 have the fix';

  test.each([
    ['v1.2.7-0-g6c52b3fc', [`note Runtime: runc 1.2.7, ${BREAKOUT} → ${CURE}`]],
    ['v1.3.2-0-gaeabe4e7', [`note Runtime: runc 1.3.2, ${BREAKOUT} → ${CURE}`]],
    ['v1.4.0-rc.2-0-gabc', [`note Runtime: runc 1.4.0-rc.2, ${BREAKOUT} → ${CURE}`]],
    ['v1.1.12-0-g51d5e946', [`note Runtime: runc 1.1.12, ${BREAKOUT} → ${CURE}`]],
    [
      '1.1.5+ds1-1+deb12u1',
      [`note Runtime: runc 1.1.5, ${BREAKOUT}, unless your distribution has brought the fix to it → ${CURE}`],
    ],
    ['v1.2.8-0-geeb7e602', ['ok Runtime: runc 1.2.8']],
    ['v1.3.3-0-gd842d771', ['ok Runtime: runc 1.3.3']],
    ['v1.4.0-rc.3-0-gabc', ['ok Runtime: runc 1.4.0-rc.3']],
    ['v1.4.0-0-g8bd78a98', ['ok Runtime: runc 1.4.0']],
    ['2.0.1', ['ok Runtime: runc 2.0.1']],
    // A commit alone, or another runtime's word, tells no version.
    ['ccaecfcbc907d70a7aa870a6650887b901b25b82', []],
    ['', []],
  ])('%s', (id, expected) => {
    expect(found(id)).toEqual(expected);
  });
});

describe('logins', () => {
  test.each<[string, Partial<DoctorFacts['credentials']>, RegExp[]]>([
    [
      'a helper that is not there',
      { state: 'read', helpers: ['docker-credential-desktop'], missingHelpers: ['docker-credential-desktop'] },
      [/^wrong Helper: docker-credential-desktop, which .*config\.json names, is not on the PATH → install it/],
    ],
    ['a broken configuration', { state: 'no JSON' }, [/^wrong Configuration: .*config\.json is no JSON/]],
    [
      "a configuration of root's",
      { state: 'unreadable' },
      [
        /needs \/home\/me\/\.docker\/config\.json, which you may not read → run "sudo chown -R \$USER \/home\/me\/\.docker"/,
      ],
    ],
    [
      "notes of buildx that are root's",
      { unwritable: '/home/me/.docker/buildx/activity' },
      [/needs \/home\/me\/\.docker\/buildx\/activity, which you may not write/],
    ],
  ])('%s', (_, credentials, expected) => {
    const found = troubles({ ...good, credentials: { ...good.credentials, ...credentials } });
    expect(found).toEqual(expected.map(pattern => expect.stringMatching(pattern)));
  });

  test('are named, and nothing else of them', () => {
    const credentials: DoctorFacts['credentials'] = {
      ...{ ...good.credentials, state: 'read', helpers: ['docker-credential-pass'] },
      registries: ['https://index.docker.io/v1/', 'ghcr.io', 'https://registry.example.org'],
    };
    const findings = diagnose({ ...good, credentials }).flatMap(section => section.findings);
    expect(findings).toContainEqual(
      ok('Registries', 'docker.io, ghcr.io, registry.example.org, kept by docker-credential-pass'),
    );
  });
});

describe('the project', () => {
  const { dockerfile } = good.project;
  if (!dockerfile) throw new Error('the sample has no Dockerfile');
  const { dockerfile: _, image: __, files: ___, ...bare } = good.project;
  test.each<[string, DoctorFacts['project'], string[]]>([
    [
      'no Dockerfile',
      { ...bare, trouble: 'There is no Dockerfile in /home/me: write one with "dev-in-docker init".' },
      ['wrong Project: There is no Dockerfile in /home/me: write one with "dev-in-docker init".'],
    ],
    [
      'no stage to share',
      { ...good.project, dockerfile: { ...dockerfile, stages: ['dev'] } },
      ['note Dockerfile: no stage to share: there is no "share" → add one, with your code in it: FROM dev AS share'],
    ],
    [
      'packages that no file names',
      { ...good.project, dockerfile: { ...dockerfile, dependencies: [] } },
      ['note Packages: no file names them → list them in a requirements.txt, and install from that in the Dockerfile'],
    ],
    [
      'a dev stage that copies the code',
      { ...good.project, dockerfile: { ...dockerfile, sources: { line: 3, instruction: 'COPY . .' } } },
      [
        'note Image: each change of code builds dev anew: line 3 copies it ("COPY . .") → copy there only what packages are installed from: the project is mounted anyway',
      ],
    ],
    [
      'packages that the project hides',
      { ...good.project, image: { isThere: true, obstacle: 'The dev image has its packages in /app/.venv: …' } },
      ['wrong Image: The dev image has its packages in /app/.venv: …'],
    ],
    [
      'what belongs into no image',
      { ...good.project, files: { unwanted: ['.git', '.env'], rootOwned: [], uid: 1000 } },
      ['note Ignored: the share image gets .git, .env too → write them into .dockerignore, one a line'],
    ],
    [
      'files of root',
      { ...good.project, files: { unwanted: [], rootOwned: ['.pytest_cache'], uid: 1000 } },
      [
        `wrong Files: root owns some of them, which you can't change: .pytest_cache → run "sudo chown -R $USER ." in the project's folder`,
      ],
    ],
    [
      "another user's project",
      { ...good.project, files: { unwanted: [], rootOwned: [], uid: 1001 } },
      [
        `note Files: the project belongs to another user, as will what is written in containers → run "sudo chown -R $USER ." in the project's folder`,
      ],
    ],
    [
      "a disk of Windows'",
      { ...good.project, isOnWindows: true },
      ["note Folder: it is on a disk of Windows', slow from WSL → move it into the Linux file system: ~/projects"],
    ],
    ['an image that is not there', { ...good.project, image: { isThere: false } }, []],
    ['a doubt', { ...good.project, dockerfile: { ...dockerfile, sources: { doubt: 'line 2 uses a secret' } } }, []],
    [
      'a share stage that copies only some files',
      {
        ...{ ...good.project, dockerfile: { ...dockerfile, sharesAll: false } },
        files: { unwanted: ['.git'], rootOwned: [], uid: 1000 },
      },
      [],
    ],
  ])('%s', (_, project, expected) => {
    expect(troubles({ ...good, project })).toEqual(expected);
  });

  test('has its settings named', () => {
    const findings = diagnose({ ...good, project: { ...good.project, settings: 'dev-in-docker.toml' } });
    expect(findings.flatMap(section => section.findings)).toContainEqual(ok('Settings', 'dev-in-docker.toml'));
  });

  test.each([
    ['unix:///Users/me/.colima/default/docker.sock', '/Users/me/wine', []],
    ['unix:///Users/me/.config/colima/default/docker.sock', '/Users/me', []],
    [
      'unix:///Users/me/.colima/default/docker.sock',
      '/Users/melissa/wine',
      [/^note Folder: containers of Colima see only/],
    ],
    [
      'unix:///Users/me/.config/colima/x/docker.sock',
      '/Volumes/data',
      [/^note Folder: .* start Colima with "--mount"$/],
    ],
    ['unix:///Users/me/.docker/run/docker.sock', '/Volumes/data', []],
  ])('whether an engine at %s sees %s', (host, folder, expected) => {
    const facts = {
      ...good,
      docker: { ...good.docker, address: { ...good.docker.address, host } },
      project: { ...good.project, folder },
    };
    expect(troubles(facts)).toEqual(expected.map(text => expect.stringMatching(text)));
  });

  test.each<[DoctorFacts['git'], RegExp]>([
    [{ state: 'no git', top: '', hasIdentity: false }, /^note Git: is not installed/],
    [
      { state: 'no repository', top: '', hasIdentity: false },
      /^note Git: no repository, but git does not know your name/,
    ],
    [
      { state: 'distrusted', top: '/home/me/wine', hasIdentity: true },
      /^wrong Git: .*git config --global --add safe\.directory \/home\/me\/wine/,
    ],
  ])('%j', (git, expected) => {
    expect(troubles({ ...good, git })).toEqual([expect.stringMatching(expected)]);
  });
});

const sections = (...findings: Finding[]): Section[] => [{ title: 'Docker', findings }];

test.each<[Section[], string]>([
  [sections(), 'All is well.'],
  [sections(ok('a', 'b')), 'All is well.'],
  [sections(note('a', 'b', 'c')), 'Nothing is wrong; 1 thing is worth a look.'],
  [sections(wrong('a', 'b', 'c')), '1 thing is wrong.'],
  [
    sections(wrong('a', 'b', 'c'), wrong('a', 'b', 'c'), note('a', 'b', 'c')),
    '2 things are wrong; 1 thing is worth a look.',
  ],
])('%j', (found, expected) => {
  expect(verdictOf(found)).toBe(expected);
});

describe('findingLines', () => {
  const lines = (columns: number, ...findings: Finding[]) =>
    findingLines(sections(...findings), columns)
      .map(stripVTControlCharacters)
      .slice(1, -2);

  test('wraps a text and its cure where they begin', () => {
    expect(
      lines(40, wrong('Engine', 'The Docker engine is not running (nothing listens)', 'start it with "systemctl"')),
    ).toEqual([
      '  ✗ Engine  The Docker engine is not',
      '            running (nothing listens)',
      '            → start it with "systemctl"',
    ]);
  });

  test('keeps a long word whole', () => {
    const address = 'https://docs.docker.com/engine/install/debian/#install-using-the-repository';
    expect(lines(40, note('Engine', 'old', `see ${address}`))).toEqual([
      '  ! Engine  old',
      '            → see',
      `              ${address}`,
    ]);
  });

  test('lets nothing foreign steer the terminal', () => {
    expect(lines(80, ok('Registries', 'evil\u001b]0;title\u0007\u001b[2J\r.example'))).toEqual([
      '  ✓ Registries  evil.example',
    ]);
  });
});
