// Talks to the cache service, in a process of its own: it can finish a save after main was cancelled, and it alone has the
// service's token.
// Usage: node cache-client.js FOLDER, where FOLDER/request.json says what to do, FOLDER/result.json what came of it.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { cacheService } from '../../host/steps/environment.ts';
import { leave } from '../../host/steps/leave.ts';
import { messageOf } from '../../text/errors.ts';
import type { CacheRequest, CacheResult, RestoreRequest, SaveRequest } from '../request.ts';
import { saveBuildEntry } from './build-entry.ts';
import { restoreBuildEntry } from './restore.ts';
import { saveRunEntry } from './run-entry.ts';
import { find } from './service.ts';

const [, , folder = '.'] = process.argv;
process.chdir(folder);

const request: CacheRequest = JSON.parse(await readFile('request.json', 'utf8'));
const result = await (request.action === 'restore' ? restore(request) : save(request)).catch(
  (error): CacheResult => ({ trouble: messageOf(error) }),
);
await writeFile('result.part', JSON.stringify(result));
await rename('result.part', 'result.json');
leave(0);

async function restore({ keys, lookupOnly }: RestoreRequest): Promise<CacheResult> {
  const service = cacheService();
  if (!lookupOnly) return restoreBuildEntry({ service, keys, layout: 'image' });
  const found = await find(service, keys.exact, keys.any);
  return found ? { key: found.key, bytes: 0 } : {};
}

async function save({ entry, action: _, ...request }: SaveRequest): Promise<CacheResult> {
  // Tests may run beside this, and come first.
  setPriority(constants.priority.PRIORITY_LOW);
  const upload = { ...request, service: cacheService(), file: 'entry' };
  return entry.kind === 'run'
    ? saveRunEntry({ ...upload, ...entry })
    : saveBuildEntry({ ...upload, ...entry, layout: 'image' });
}
