// What `dev-in-docker dev -- CMD` costs on an unchanged project, beside docker itself with the same image: a plain
// `docker run`, and one with the very arguments that dev uses. In turns, on engines of the lab's own.
// `node bench/start.ts [ROUNDS]`; takes some minutes the first time, as root.

import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { split } from 'shlex';
import type { Engine } from '../test/lab/client.ts';
import { startLab } from '../test/lab/lab.ts';
import { run } from '../test/lab/process.ts';

const ROUNDS = Number(process.argv[2] ?? 21);
const root = resolve(import.meta.dirname, '..');
const WORD = 'started';
const COMMAND = ['python', '-c', `print("${WORD}", flush=True)`];

/** Both in seconds: until the command's first word, and until everything has ended. */
type Times = { start: number; end: number };

for (const store of ['containerd', 'classic'] as const) {
  const lab = await startLab(store);
  const folder = mkdtempSync(join(tmpdir(), 'dev-in-docker-start-'));
  try {
    console.log(await compare(lab.engine, folder));
  } finally {
    rmSync(folder, { recursive: true });
    await lab.stop();
  }
}

async function compare(engine: Engine, home: string): Promise<string> {
  const project = join(home, 'science');
  cpSync(join(root, 'examples/science'), project, { recursive: true });
  const environment = { ...engine.environment, HOME: home, DOCKER_CONFIG: join(home, '.docker') };
  cpSync(engine.plugins, join(home, '.docker/cli-plugins'), { recursive: true });
  const dev = [process.execPath, join(root, 'dist/cli.js'), 'dev'];
  const inProject = { folder: project, environment };
  await run([...dev, '--', 'true'], inProject); // Builds.
  const [, ...byHand] = split(await run([...dev, '--dry-run', '--', ...COMMAND], inProject));
  const image = byHand.find(word => word.startsWith('sha256:')) ?? '';
  const ways = {
    'docker run --rm IMAGE CMD': ['docker', 'run', '--rm', image, ...COMMAND],
    'docker run as dev runs it': ['docker', ...byHand],
    'dev-in-docker dev -- CMD': [...dev, '--', ...COMMAND],
  };
  const times = Object.keys(ways).map((): Times[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, argv] of Object.values(ways).entries()) {
      const measured = await time(argv, project, environment);
      // The first is not counted: what is read once.
      if (round > 0) times[index]?.push(measured);
    }
  }
  const [plain = 0] = times.map(way => median(way.map(({ start }) => start)));
  const rows = Object.keys(ways).map((name, index) => {
    const way = times[index] ?? [];
    const [start, end] = [median(way.map(({ start }) => start)), median(way.map(({ end }) => end))];
    const ratio = start / plain;
    return `  ${name.padEnd(26)} ${start.toFixed(3)} s  ${end.toFixed(3)} s  ${(start - plain).toFixed(3).padStart(6)} s  ${ratio.toFixed(2)}`;
  });
  return `${engine.store} store, median of ${ROUNDS} rounds: first word, end, beyond the plain run, ratio\n${rows.join('\n')}`;
}

async function time(argv: string[], folder: string, environment: Record<string, string>): Promise<Times> {
  const [program = '', ...args] = argv;
  const begin = performance.now();
  const seconds = () => (performance.now() - begin) / 1000;
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...environment }, stdio: 'pipe' });
  const start = await firstWord(child, seconds);
  return { start, end: seconds() };
}

function firstWord(child: ChildProcess, seconds: () => number): Promise<number> {
  return new Promise((resolve, reject) => {
    let [said, start] = ['', Number.NaN];
    child.stdout?.on('data', chunk => {
      if (Number.isNaN(start)) start = seconds();
      said += chunk;
    });
    child.stderr?.on('data', chunk => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', code => (code === 0 && said.includes(WORD) ? resolve(start) : reject(new Error(said))));
  });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
