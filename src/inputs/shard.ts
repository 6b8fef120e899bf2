import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import type { InputName } from './names.ts';
import { input } from './options.ts';

/** One part of a suite, such as 2 of 4, counted from 1. */
export type Shard = { index: number; total: number };

/** A matrix has no more legs. */
const MOST_SHARDS = 256;

/** Reads which of how many, such as `2/4`. Fails on anything else. */
export function shard(name: InputName, text: string): Shard {
  const [, index, total] = (/^(\d{1,3})\s*\/\s*(\d{1,3})$/.exec(text) ?? []).map(Number);
  if (index !== undefined && total !== undefined && index >= 1 && index <= total && total <= MOST_SHARDS)
    return { index, total };
  throw new UserError(
    sentence`${input(name)} is ${quoted(text)}: write which of how many, from 1/4 to 4/4 for four, and at most ${MOST_SHARDS}.`,
  );
}
