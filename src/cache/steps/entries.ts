import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '../../host/run.ts';
import { askClient, readJson } from '../../host/steps/client.ts';
import { cacheEnvironment } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { timed } from '../../host/steps/log.ts';
import type { Entry, Restored, Saved } from '../facts.ts';
import { cachePrefixes } from '../keys.ts';
import type { CachePlan } from '../plan.ts';
import { type CacheRequest, type CacheResult, judgeEnd, judgeRestored, type SaveRequest } from '../request.ts';
import { manifestDigest, readConfig } from './layout.ts';

/** Fetches the newest entry for these requirements, or else for others. Trouble is a value. */
export async function restoreCache(plan: CachePlan, { temp, signal }: Run): Promise<Restored> {
  if (plan.restore === 'no') return { isExact: false, bytes: 0, seconds: 0 };
  const keys = cachePrefixes(plan.scope, sha256);
  const folder = join(temp, 'restore');
  const lookupOnly = plan.restore === 'lookup';
  const request: CacheRequest = { action: 'restore', keys, lookupOnly };
  const [result, seconds] = await timed(() => runClient(folder, request, signal));
  const { isUsable, ...found } = judgeRestored(result, keys.exact, lookupOnly);
  return { ...found, ...(isUsable ? { entry: await readEntry(join(folder, 'image')) } : {}), seconds };
}

async function readEntry(folder: string): Promise<Entry> {
  return { folder, digest: await manifestDigest(folder), config: await readConfig(folder) };
}

/** Frees the disk that a restored entry takes. */
export async function discardRestored(temp: string): Promise<void> {
  await rm(join(temp, 'restore'), { recursive: true, force: true });
}

/** Saves an image, in a process that outlives a cancelled main. Trouble is a value. */
export async function saveEntry(request: Omit<SaveRequest, 'action'>, temp: string): Promise<Saved> {
  const folder = saveFolder(temp, request.entry.kind);
  const [result, seconds] = await timed(() => runClient(folder, { action: 'save', ...request }));
  return { bytes: 0, ...result, seconds };
}

/** Waits for saves that main left under way; does those again whose process was ended. */
export async function finishSaves(temp: string): Promise<void> {
  await Promise.all([finishSave(saveFolder(temp, 'run')), finishSave(saveFolder(temp, 'build'))]);
}

/** Folder of a save, for post to look into. */
function saveFolder(temp: string, kind: 'run' | 'build'): string {
  return join(temp, `save-${kind}`);
}

async function finishSave(folder: string): Promise<void> {
  const request = await readJson<CacheRequest>(join(folder, 'request.json'));
  if (!request) return;
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => '0'));
  while (pid > 0 && isAlive(pid)) await wait(100);
  if (await readJson(join(folder, 'result.json'))) return;
  await rm(folder, { recursive: true, force: true });
  if (request.action !== 'save') return;
  // The first attempt may have reserved its key, which stays taken.
  await runClient(folder, { ...request, key: `${request.key}-again` });
}

/** Runs the cache client; a signal ends it. */
async function runClient(folder: string, request: CacheRequest, signal?: AbortSignal): Promise<CacheResult> {
  const options = { detached: true, env: cacheEnvironment() };
  const { result, said } = await askClient<CacheResult>('cache-client.js', folder, request, options, async client => {
    await writeFile(join(folder, 'pid'), String(client.pid ?? 0));
    signal?.addEventListener('abort', () => client.kill(), { once: true });
    if (signal?.aborted) client.kill();
  });
  return judgeEnd(result, said);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
