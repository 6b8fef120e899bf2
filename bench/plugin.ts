// What the pytest plugin costs: a suite of 20,000 small tests with and without it, alternating, on this machine's
// Python. `node bench/plugin.ts`; takes some minutes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const TESTS = 20_000;
const ROUNDS = 5;
const plugin = resolve(import.meta.dirname, '../src/pytest');
const folder = mkdtempSync(join(tmpdir(), 'dev-in-docker-plugin-'));
try {
  const python = join(folder, 'venv/bin/python');
  execFileSync('python3', ['-m', 'venv', join(folder, 'venv')]);
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'pytest']);
  const suite = `import pytest\n\n@pytest.mark.parametrize("n", range(${TESTS}))\ndef test_small(n):\n    assert n >= 0\n`;
  writeFileSync(join(folder, 'test_small.py'), suite);
  const seconds: Record<'without' | 'with', number[]> = { without: [], with: [] };
  for (let round = 0; round < ROUNDS; round++) {
    seconds.without.push(run(python, {}));
    const results = join(folder, `results-${round}.jsonl`);
    seconds.with.push(
      run(python, { PYTHONPATH: plugin, PYTEST_PLUGINS: 'dev_in_docker_report', DEV_IN_DOCKER_RESULTS: results }),
    );
  }
  const [without, withPlugin] = [median(seconds.without), median(seconds.with)];
  const ratio = (withPlugin / without).toFixed(3);
  console.log(
    `${TESTS} tests, median of ${ROUNDS}: ${without.toFixed(2)} s without the plugin, ${withPlugin.toFixed(2)} s with it; ratio ${ratio}`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

function run(python: string, environment: Record<string, string>): number {
  const start = performance.now();
  execFileSync(python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', folder], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'ignore',
  });
  return (performance.now() - start) / 1000;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
