// What is made of results.json: the page, the plot, and what the terminal shows.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import type { ImageStore } from '../test/lab/client.ts';
import { STORES } from './plan.ts';
import { plotOf } from './plot.ts';
import type { Results } from './results.ts';
import { readShards } from './shard-results.ts';
import { pageOf } from './tables.ts';
import { type Check, isReached, targetsOf } from './targets.ts';

/** Writes results.md and results.svg, and returns the targets with what was reached, for a terminal. */
export async function render(results: Results): Promise<string> {
  await writeFile(join(import.meta.dirname, 'results.md'), pageOf(results, await readShards()));
  await writeFile(join(import.meta.dirname, 'results.svg'), plotOf(results));
  const lines = targetsOf(results.samples).flatMap(({ name, checks }) =>
    STORES.flatMap(store => lineOf(name, store, checks[store])),
  );
  return `\n${[...lines, '', 'bench/results.md and bench/results.svg have the rest.'].join('\n')}\n`;
}

function lineOf(name: string, store: ImageStore, check: Check): string[] {
  if (check.ratio === undefined) return [];
  const verdict = isReached(check) ? styleText('green', 'ok') : styleText('red', 'missed');
  return [`${name.padEnd(76)} ${store.padEnd(10)} ${check.ratio.toFixed(2)} below ${check.limit}  ${verdict}`];
}
