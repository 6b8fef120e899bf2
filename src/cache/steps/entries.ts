import { spawn } from 'node:child_process';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Run } from '../../host/run.ts';
import { cacheEnvironment } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { timed } from '../../host/steps/log.ts';
import type { Image } from '../../image/image.ts';
import type { Entry, Restored, Saved } from '../facts.ts';
import { cacheKey, cachePrefixes, keyInstead, type Prefixes } from '../keys.ts';
import type { CachePlan } from '../plan.ts';
import type { CacheRequest, CacheResult, SaveRequest } from '../request.ts';
import { manifestDigest, readConfig } from './layout.ts';

/** The prefixes of this plan's keys. */
function prefixesOf(plan: CachePlan): Prefixes {
  return cachePrefixes(plan.scope, sha256);
}

/** Fetches the newest entry for these requirements, or else for others. Trouble is a value. */
export async function restoreCache(plan: CachePlan, { temp, signal }: Run): Promise<Restored> {
  if (plan.restore === 'no') return { isExact: false, bytes: 0, seconds: 0 };
  const { exact, any } = prefixesOf(plan);
  const folder = join(temp, 'restore');
  const lookupOnly = plan.restore === 'lookup';
  const request: CacheRequest = { action: 'restore', keys: [exact, any], lookupOnly };
  const [result, seconds] = await timed(() => runClient(folder, request, signal));
  const isUsable = result.key !== undefined && !lookupOnly && result.trouble === undefined;
  return {
    ...(result.key ? { key: result.key } : {}),
    isExact: (isUsable || lookupOnly) && (result.key?.startsWith(exact) ?? false),
    ...(isUsable ? { entry: await readEntry(join(folder, 'image')) } : {}),
    bytes: result.bytes ?? 0,
    seconds,
    ...(result.trouble ? { trouble: result.trouble } : {}),
  };
}

async function readEntry(folder: string): Promise<Entry> {
  return { folder, digest: await manifestDigest(folder), config: await readConfig(folder) };
}

/** Frees the disk that a restored entry takes. */
export async function discardRestored(temp: string): Promise<void> {
  await rm(join(temp, 'restore'), { recursive: true, force: true });
}

/** The key that an image is to be saved under, unless the entry that was restored holds just that. */
export function keyToSave(plan: CachePlan, restored: Restored, image: Image): string | undefined {
  if (plan.restore === 'lookup' && restored.isExact) return undefined;
  const key = cacheKey(prefixesOf(plan), image.contentId);
  // A damaged entry can't be overwritten, and building anew could give the same image.
  const isDamaged = plan.restore === 'files' && restored.key !== undefined && !restored.entry;
  if (isDamaged) return keyInstead(key, restored.key);
  return key === restored.key ? undefined : key;
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
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'request.json'), JSON.stringify(request));
  const log = await open(join(folder, 'log'), 'w');
  const script = fileURLToPath(new URL('./cache-client.js', import.meta.url));
  const client = spawn(process.execPath, [script, folder], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: cacheEnvironment(),
  });
  await writeFile(join(folder, 'pid'), String(client.pid ?? 0));
  signal?.addEventListener('abort', () => client.kill(), { once: true });
  if (signal?.aborted) client.kill();
  await new Promise((resolve, reject) => client.on('close', resolve).on('error', reject));
  await log.close();
  const said = await readFile(join(folder, 'log'), 'utf8');
  const result = await readJson<CacheResult>(join(folder, 'result.json'));
  if (!result) return { trouble: `the cache client ended early: ${said.trim().slice(-500)}` };
  const isDone = result.trouble !== undefined || (result.key !== undefined && request.action === 'save');
  const trouble = isDone ? undefined : troubleIn(said);
  return trouble === undefined ? result : { ...result, trouble };
}

/** What @actions/cache printed about a failure: a warning, an error, or a line that says so. */
function troubleIn(log: string): string | undefined {
  const said = log.match(/^(?:::(?:warning|error)::|Failed to (?:save|restore): )(.+)$/m)?.[1];
  return said?.replaceAll('%0A', ' ').replaceAll('%0D', '').replaceAll('%25', '%');
}

async function readJson<Value>(path: string): Promise<Value | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
