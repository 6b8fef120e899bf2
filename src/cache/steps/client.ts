// Talks to the cache service, in a process of its own: it can finish a save after main was cancelled, and it alone has the
// service's token.
import { constants, setPriority } from 'node:os';
import { answerAsClient } from '../../host/steps/client.ts';
import { cacheService } from '../../host/steps/environment.ts';
import type { CacheRequest, CacheResult, RestoreRequest, SaveRequest } from '../request.ts';
import { saveBuildEntry } from './build-entry.ts';
import { restoreBuildEntry } from './restore.ts';
import { saveRunEntry } from './run-entry.ts';
import { find } from './service.ts';

await answerAsClient((request: CacheRequest) => (request.action === 'restore' ? restore(request) : save(request)));

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
