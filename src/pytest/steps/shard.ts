import { join } from 'node:path';
import { sha256 } from '../../host/steps/hash.ts';
import type { Ended } from '../facts.ts';
import type { TestPlan } from '../plan.ts';
import type { TestResults } from '../results.ts';
import { byNumber, readSuite } from '../shard.ts';
import { readUntrusted } from './untrusted.ts';

/** What became of the shard that was to be run, by what the plugin left in its folder; nothing where none was. */
export async function readShard(
  { shard, split = byNumber('') }: Pick<TestPlan, 'shard' | 'split'>,
  { inShard }: Pick<TestResults, 'inShard'>,
  folder: string,
): Promise<Pick<Ended, 'shard' | 'wanted'>> {
  if (!shard) return {};
  if (inShard === undefined) return { wanted: shard };
  const suite = readSuite(await readUntrusted(join(folder, 'suite.jsonl')));
  const { by, times } = split;
  const facts = {
    ...{ ...shard, by, times, kept: inShard, collected: suite.length },
    suite: sha256(suite.map(name => `${name}\n`).join('')),
  };
  return { shard: { facts, suite } };
}
