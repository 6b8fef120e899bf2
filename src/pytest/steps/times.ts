import { setTimeout as wait } from 'node:timers/promises';
import { splitKey, timesPrefix } from '../../cache/keys.ts';
import type { TimesPlan } from '../../cache/plan.ts';
import { fetchText, keepText } from '../../cache/steps/texts.ts';
import { cacheService } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { MOST_BASELINE_BYTES, parseBaseline } from '../baseline.ts';
import { byNumber, byTimes, type Split } from '../shard.ts';

const PATIENCE_MILLISECONDS = 20_000;
const PAUSE_MILLISECONDS = 500;
/** Stands for no times, as an entry can't be empty. */
const NONE = '{}';

/**
 * By what a suite is split here and in all other shards of the run: the first that asks keeps the times that there are
 * under a key of the run, which can be made only once, and the others take those. Waits 20 s for them at most. Never rejects.
 */
export async function agreeOnSplit(plan: TimesPlan | { off: string }): Promise<Split> {
  if ('off' in plan) return byNumber(plan.off);
  const service = cacheService();
  const key = splitKey(plan.job, plan.runId, sha256);
  const agreed = () => fetchText(service, key, MOST_BASELINE_BYTES);
  const end = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  let text = await agreed();
  if (text === '') {
    const times = (await fetchText(service, timesPrefix(plan.job, sha256), MOST_BASELINE_BYTES)) || NONE;
    if ((await keepText(service, key, times)) === key) text = times;
  }
  while (text === '' && !end.aborted) {
    await wait(PAUSE_MILLISECONDS);
    text = await agreed();
  }
  return text === ''
    ? byNumber('the shards could not agree on times within 20 s')
    : byTimes(parseBaseline(text), text, sha256);
}
