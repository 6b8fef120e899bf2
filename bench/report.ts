// What the report of all legs costs: legs with many tests in all, and with as many in each, left as artifacts in the lab's
// service and read by dist/report.js. `node bench/report.ts [LEGS] [TESTS]`; takes a minute or two.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sha256 } from '../src/host/steps/hash.ts';
import { artifactName } from '../src/legs/artifact.ts';
import { formatLeft } from '../src/legs/format-leg.ts';
import type { Test } from '../src/legs/leg.ts';
import { type CacheService, startCacheService } from '../test/lab/cache-service.ts';
import { run } from '../test/lab/process.ts';
import { makeLeg } from '../test/legs/samples.ts';
import { makeZip } from '../test/legs/zip.ts';

const [LEGS = 64, TESTS = 50_000] = process.argv.slice(2).map(Number);
const RUN = 'run-bench';
const NEEDS = JSON.stringify({ test: { result: 'success', outputs: {} } });
const report = resolve(import.meta.dirname, '../dist/report.js');
const service = await startCacheService();
const folder = mkdtempSync(join(tmpdir(), 'dev-in-docker-report-'));
try {
  console.log(await measure('the tests spread over all legs, as shards', true));
  console.log(await measure('all of the tests in each leg, as of Python versions', false));
} finally {
  await service.stop();
  rmSync(folder, { recursive: true });
}

async function measure(title: string, isSharded: boolean): Promise<string> {
  await service.clear();
  const suite = Array.from(
    { length: TESTS },
    (_, at) => `tests/test_module_${at % 500}.py::TestThings::test_it[case-${at}]`,
  );
  for (let index = 0; index < LEGS; index++) await leave(service, index, suite.sort(), isSharded);
  const started = performance.now();
  const stdout = await run([process.execPath, '--import', memoryAtEnd(), report], {
    folder,
    environment: environment(),
  });
  const seconds = (performance.now() - started) / 1000;
  const [, megabytes = '?'] = /^peak (\d+)$/m.exec(stdout) ?? [];
  const [line = ''] = stdout.split('\n');
  return `${LEGS} legs, ${TESTS} tests, ${title}: ${seconds.toFixed(1)} s, ${megabytes} MB (${line})`;
}

/** Adds what a leg of a matrix leaves. */
async function leave(service: CacheService, index: number, suite: string[], isSharded: boolean): Promise<void> {
  const names = isSharded ? suite.filter((_, at) => at % LEGS === index) : suite;
  const tests = names.map((nodeId): Test => ({ nodeId, outcome: 'passed', seconds: 0.012345 }));
  const leg = makeLeg({
    index,
    total: LEGS,
    matrix: [{ name: 'shard', value: String(index + 1) }],
    place: `test._${index + 1}`,
  });
  const hash = sha256(suite.map(name => `${name}\n`).join(''));
  const facts = { total: LEGS, by: 'times' as const, times: hash, suite: hash, collected: suite.length };
  const shard = isSharded ? { shard: { ...facts, index: index + 1, kept: names.length } } : {};
  const files = formatLeft({ leg: { ...leg, ...shard }, tests, ...(isSharded ? { suite } : {}) });
  const zip = makeZip(Object.entries(files).map(([name, content]) => ({ name, content })));
  await service.addArtifact(RUN, artifactName(leg, sha256), zip);
}

function environment(): Record<string, string> {
  const { repository, runId, sha } = makeLeg({});
  const token = service.token({ ref: 'refs/heads/main', results: { run: RUN, job: 'report-0-1' } });
  return {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: runId,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SHA: sha,
    GITHUB_JOB: 'report',
    GITHUB_WORKFLOW: randomUUID(),
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: token,
    ACTIONS_CACHE_SERVICE_V2: 'True',
    INPUT_NEEDS: NEEDS,
  };
}

/** A module that prints the most memory that the process had, in megabytes, when it writes its last line. */
function memoryAtEnd(): string {
  const code = `const { execve } = process;
process.execve = (...all) => {
  console.log('peak ' + Math.round(process.resourceUsage().maxRSS / 1000));
  execve.call(process, ...all);
};`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
