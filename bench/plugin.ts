// What the pytest plugin costs: a suite of 20,000 small tests with and without it, in turns, on this machine's Python.
// Wall time is what a user waits for; CPU time says it with less noise from what else the machine does.
// `node bench/plugin.ts`; takes some minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TESTS = 20_000;
const ROUNDS = 11;
const plugin = resolve(import.meta.dirname, '../src/pytest');
const folder = mkdtempSync(join(tmpdir(), 'dev-in-docker-plugin-'));
const python = join(folder, 'venv/bin/python');
const results = join(folder, 'results.jsonl');

/** Both in seconds, of a whole run of pytest. */
type Cost = { cpu: number; wall: number };

try {
  execFileSync('python3', ['-m', 'venv', join(folder, 'venv')]);
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'pytest']);
  const suite = `import pytest\n\n@pytest.mark.parametrize("n", range(${TESTS}))\ndef test_small(n):\n    assert n >= 0\n`;
  writeFileSync(join(folder, 'test_small.py'), suite);
  runBoth(0); // Not counted: what is read and compiled once.
  const rounds = Array.from({ length: ROUNDS }, (_, index) => runBoth(index));
  console.log(`${TESTS} tests, median of ${ROUNDS} rounds:`);
  for (const kind of ['cpu', 'wall'] as const) {
    const [without, withPlugin] = [median(rounds.map(({ bare }) => bare[kind])), median(rounds.map(r => r.seen[kind]))];
    const ratios = rounds.map(({ bare, seen }) => seen[kind] / bare[kind]).toSorted((a, b) => a - b);
    console.log(
      `${kind} time: ${without.toFixed(2)} s without the plugin, ${withPlugin.toFixed(2)} s with it; ` +
        `ratio ${median(ratios).toFixed(3)} (${ratios[0]?.toFixed(3)} to ${ratios.at(-1)?.toFixed(3)})`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** One round; who is first takes turns, so that neither gains from a machine that grows quicker or slower. */
function runBoth(index: number): { bare: Cost; seen: Cost } {
  const withPlugin = { PYTHONPATH: plugin, DEV_IN_DOCKER_RESULTS: results };
  const first = index % 2 ? run(withPlugin) : undefined;
  const bare = run({});
  const seen = first ?? run(withPlugin);
  rmSync(results);
  return { bare, seen };
}

function run(environment: Record<string, string>): Cost {
  // Node tells the CPU time of itself only; Python tells that of its children.
  const measure = `
import json, os, resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "wall": time.perf_counter() - start}))`;
  const pytest = [python, '-m', 'pytest', '-q', '-p', 'no:cacheprovider', folder];
  const env = { PATH: process.env.PATH, ...environment };
  return JSON.parse(execFileSync(python, ['-c', measure, ...pytest], { env, encoding: 'utf8' }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
