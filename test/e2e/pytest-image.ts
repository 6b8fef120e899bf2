import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runArguments } from '../../src/engine/container.ts';
import { sha256 } from '../../src/host/steps/hash.ts';
import type { Shard } from '../../src/inputs/shard.ts';
import { containerEnvironment, splitForDocker } from '../../src/pytest/environment.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import type { Counts, TestResults } from '../../src/pytest/results.ts';
import { readSuite } from '../../src/pytest/shard.ts';
import { labLabel } from '../lab/answering-engine.ts';
import type { Engine } from '../lab/client.ts';
import type { Files } from './project.ts';

const plugins = ['pytest-xdist', 'pytest-rerunfailures', 'pytest-asyncio'];
/** What stops the clock, and what takes the file system away, while tests run. */
const fakes = ['freezegun', 'pyfakefs'];

/** What is installed beside each pytest. 6 stands for a version that the plugin doesn't know; 9 has subtests itself. */
const packages = {
  6: ['pytest==6.2.5'],
  7: ['pytest==7.*', 'pytest-subtests', ...plugins],
  8: ['pytest==8.*', 'pytest-subtests', ...plugins],
  9: ['pytest==9.*', ...plugins, ...fakes],
} as const;
type Version = keyof typeof packages;
const versions = [6, 7, 8, 9] as const;
/** The versions that the plugin works with. */
export const known = [7, 8, 9] as const;

/** Where the container finds the project, the plugin and the folder for results. */
export const places = {
  project: '/usr/src/app',
  plugin: '/opt/dev-in-docker/plugin',
  results: '/opt/dev-in-docker/results',
} as const;
const image = `${labLabel}/pytest`;
const plugin = resolve(import.meta.dirname, '../../src/pytest');

/** An image with a virtual environment for each version of pytest. */
export type PytestImage = {
  /** Runs pytest in a container of its own as the action does, with the plugin, on these files. */
  run(files: Files, options?: RunOptions): Promise<Run>;
  remove(): Promise<void>;
};

export type RunOptions = {
  /** Unset, the newest. */
  version?: Version;
  /** For pytest. */
  args?: string[];
  /** Instead of pytest and `args`. */
  command?: string[];
  /** The part of the suite to run, and the seconds that tests took before. */
  shard?: Shard & { times?: Record<string, number> };
  /** Over what the action sets. */
  environment?: Record<string, string>;
};

export type Run = {
  /** Of docker run: above 128 where a signal ended the command. */
  status: number;
  output: string;
  lastLine: string;
  /** The results file, and what the reader makes of it. */
  text: string;
  results: TestResults;
  /** Of a shard: the names of all tests of the suite. */
  suite: string[];
};

/** Builds the image on an engine, in about ten seconds; the engine's next cleaning takes it away. */
export async function buildPytestImage(engine: Engine): Promise<PytestImage> {
  const folder = await mkdtemp(join(tmpdir(), 'pytest-image-'));
  try {
    await writeFile(join(folder, 'Dockerfile'), dockerfile());
    await engine.docker(['buildx', 'build', '--load', '--tag', image, folder]);
    return {
      run: (files, options) => runIn(engine, files, options ?? {}),
      remove: async () => void (await engine.docker(['rmi', '--force', image])),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A stage for each version, because BuildKit makes them side by side. A first start of pytest leaves its plugins there as
 * it has rewritten them: otherwise each container would do that again, which takes longer than most tests here.
 */
function dockerfile(): string {
  const stages = versions.map(
    version => `
FROM base AS pytest-${version}
RUN python -m venv --without-pip ${venv(version)} && \\
    pip --python ${venv(version)}/bin/python install --no-cache-dir ${packages[version].join(' ')} && \\
    ${venv(version)}/bin/pytest --help > /dev/null
`,
  );
  const copies = versions.map(version => `COPY --from=pytest-${version} ${venv(version)} ${venv(version)}`);
  return [
    `FROM python:3.11-slim AS base\nLABEL ${labLabel}=job\nWORKDIR ${places.project}`,
    ...stages,
    `FROM base\n${copies.join('\n')}\n`,
  ].join('\n');
}

function venv(version: Version): string {
  return `/opt/pytest-${version}`;
}

async function runIn(engine: Engine, files: Files, options: RunOptions): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'pytest-run-'));
  try {
    await mkdir(join(folder, 'results'));
    await writeFiles(join(folder, 'project'), files);
    const { status, output } = await runDocker(engine, await argumentsFor(folder, options));
    const text = await readFile(join(folder, 'results/results.jsonl'), 'utf8').catch(() => '');
    const suite = readSuite(await readFile(join(folder, 'results/suite.jsonl'), 'utf8').catch(() => ''));
    const lastLine = output.trimEnd().split('\n').at(-1) ?? '';
    return { status, output, lastLine, text, results: readResults(text), suite };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

/** What the action would give docker; the command is another where the options say so. */
async function argumentsFor(folder: string, options: RunOptions): Promise<string[]> {
  const { version = 9, args = [], command = ['pytest', '-p', 'no:cacheprovider', '--color=no', ...args] } = options;
  const users = { PATH: `${venv(version)}/bin:/usr/local/bin:/usr/bin:/bin`, PYTHONDONTWRITEBYTECODE: '1' };
  const environment = {
    ...containerEnvironment({ ...users, ...options.environment }, {}, places, {
      isReadOnly: false,
      ...(options.shard ? { shard: options.shard } : {}),
    }),
    ...quiet(version),
    ...options.environment,
  };
  const environmentFile = join(folder, 'environment');
  await writeFile(environmentFile, splitForDocker(environment).file);
  const plan = {
    context: join(folder, 'project'),
    folder: '',
    environment: {},
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
    isReadOnly: false,
    isLabelled: false,
    options: [],
  };
  const container = {
    name: `pytest-${folder.slice(-6)}`,
    label: `${labLabel}=job`,
    image: image,
    workdir: places.project,
    mounts: [
      { source: plan.context, target: places.project },
      { source: await pluginWith(options.shard?.times, folder), target: places.plugin, isReadOnly: true },
      { source: join(folder, 'results'), target: places.results },
    ],
    volumes: [],
    options: ['--env-file', environmentFile],
    isLockedDown: true,
  };
  const [run = '', ...rest] = runArguments({ ...plan, command }, container);
  return [run, '--rm', ...rest];
}

/** The folder with the plugin, and beside it what tests took, if that is known. */
async function pluginWith(times: Record<string, number> | undefined, folder: string): Promise<string> {
  if (!times) return plugin;
  const copy = join(folder, 'plugin');
  await cp(plugin, copy, { recursive: true });
  const shortened = Object.entries(times).map(([name, seconds]) => [sha256(name).slice(0, 12), seconds * 1000]);
  await writeFile(join(copy, 'times.json'), JSON.stringify(Object.fromEntries(shortened)));
  return copy;
}

/** pytest-asyncio warns on standard error, after pytest's last line, unless this is set; its older versions lack it. */
function quiet(version: Version): Record<string, string> {
  return version < 8 ? {} : { PYTEST_ADDOPTS: '-o asyncio_default_fixture_loop_scope=function' };
}

function runDocker(engine: Engine, args: string[]): Promise<Pick<Run, 'status' | 'output'>> {
  const options = { env: { ...process.env, ...engine.environment }, maxBuffer: 256 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile('docker', args, options, (error, stdout, stderr) => {
      // 125: docker itself could not start the container.
      if (error && (typeof error.code !== 'number' || error.code === 125)) reject(error);
      else resolve({ status: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

const words = new Map<string, keyof Counts>([
  ['failed', 'failed'],
  ['passed', 'passed'],
  ['skipped', 'skipped'],
  ['deselected', 'deselected'],
  ['xfailed', 'xfailed'],
  ['xpassed', 'xpassed'],
  ['error', 'errors'],
  ['errors', 'errors'],
  ['rerun', 'reruns'],
  ['warning', 'warnings'],
  ['warnings', 'warnings'],
  ['subtests passed', 'subtestsPassed'],
]);

/** The counts in pytest's last line, "== 1 failed, 2 errors in 0.1s =="; throws at a word that is new. */
export function countsOf(lastLine: string): Counts {
  const counts: Counts = { ...readResults('').counts };
  for (const [, number, word] of lastLine.matchAll(/(\d+) ([a-z ]+?)(?=,| in )/g)) {
    const name = words.get(word ?? '');
    if (!name) throw new Error(`"${word}" is new in pytest's last line: ${lastLine}`);
    counts[name] = Number(number);
  }
  return counts;
}
