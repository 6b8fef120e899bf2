import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { CacheService } from '../lab/cache-service.ts';

const SCRIPT = `
  import { readFileSync, rmSync } from 'node:fs';
  import { restoreCache, saveCache } from '@actions/cache';
  const [, from, to] = process.argv;
  await restoreCache(['image'], from);
  const path = digest => 'image/blobs/' + digest.replace(':', '/');
  const { manifests } = JSON.parse(readFileSync('image/index.json'));
  const { layers } = JSON.parse(readFileSync(path(manifests[0].digest)));
  rmSync(path(layers.at(-1).digest));
  await saveCache(['image'], to);
  process.exit();`;

/** Saves an entry anew without its last layer. It is the newest then, and @actions/cache finds nothing wrong with it. */
export async function saveDamaged(cache: CacheService, from: string, to: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dev-in-docker-entry-'));
  const env = {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: cache.url,
    ACTIONS_RUNTIME_TOKEN: cache.token({ ref: 'refs/heads/main' }),
  };
  // The client looks for its paths where it runs, but Node looks for the client from here.
  const script = SCRIPT.replace("'@actions/cache'", JSON.stringify(import.meta.resolve('@actions/cache')));
  const args = ['--input-type=module', '--eval', script, from, to];
  await promisify(execFile)(process.execPath, args, { env, cwd: folder });
  await rm(folder, { recursive: true });
}
