import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { LegRead, RunIdentity } from '../../src/legs/read-leg.ts';
import { readLegs } from '../../src/legs/steps/read.ts';
import type { CacheService } from './cache-service.ts';

/** Downloads what the legs of a run left, with the built client and as another job of that run, and reads it. */
export async function fetchLegs(service: CacheService, backendRun: string, run: RunIdentity): Promise<LegRead[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-legs-'));
  try {
    await writeFile(join(folder, 'request.json'), JSON.stringify({ action: 'download' }));
    const token = service.token({ ref: 'refs/heads/main', results: { run: backendRun, job: 'report-0-1' } });
    const env = { PATH: process.env.PATH, ACTIONS_RESULTS_URL: service.url, ACTIONS_RUNTIME_TOKEN: token };
    const client = resolve(import.meta.dirname, '../../dist/artifact-client.js');
    await promisify(execFile)(process.execPath, [client, folder], { env });
    await mkdir(join(folder, 'artifacts'), { recursive: true });
    const reads: LegRead[] = [];
    for await (const read of readLegs(join(folder, 'artifacts'), run)) reads.push(read);
    return reads;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
