// results.md: what was measured, as tables.

import type { ImageStore } from '../test/lab/client.ts';
import type { Machine } from './machine.ts';
import { CELL_NAMES, PROJECT_NAMES, STORE_NAMES, WAY_NAMES } from './names.ts';
import { STORES } from './plan.ts';
import { type Cell, medianOf, type Results, type Sample, select, type WayName } from './results.ts';
import { SHARD_LIMIT, type ShardResults, shardFigures } from './shard-results.ts';
import { type Check, isReached, targetsOf } from './targets.ts';

/** The page with all tables, as Biome formats it. */
export function pageOf({ machine, minutes, samples }: Results, shards?: ShardResults): string {
  const stores = STORES.filter(store => select(samples, { store }).length > 0);
  const parts = [
    '# What `npm run bench` measured',
    'Seconds from the start of a job, as medians: to pytest’s first line / to the end of the tests / to the end of the ' +
      'job with its saves. Each job is on an engine that is as empty as on a new runner, with nothing in the page ' +
      'cache. Jobs that are compared alternate. In brackets: how many there were. Registry and cache service are on ' +
      'the same machine. Of other actions, only actions/cache is run as a process of its own; the starts of ' +
      'docker/setup-buildx-action, docker/build-push-action and actions/setup-python come for free.',
    '![Warm jobs: seconds to the first line and to the end of the tests](results.svg)',
    '## Targets',
    'Ratios, and what they are to stay below.',
    targetTable(samples),
    ...stores.flatMap(store => [`## examples/science, ${STORE_NAMES[store]}`, scienceTable(samples, store)]),
    '## Other projects and lines',
    otherTable(samples),
    ...(shards ? shardPart(shards) : []),
    '## Machine',
    machineList(machine, minutes),
    '## How to repeat',
    'On a machine that does nothing else, as root, from a fresh clone:',
    '```sh\nnpm run bench\n```',
    '`npm run bench -- --help` tells what else it can measure. This page and the plot are made from `results.json`; ' +
      '`npm run bench -- --render` makes them again. `node bench/shards.ts` measures the shards, and keeps that in ' +
      '`shards.json`.',
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}

function targetTable(samples: readonly Sample[]): string {
  const rows = targetsOf(samples).map(({ name, checks }) => [name, cellOf(checks.containerd), cellOf(checks.classic)]);
  return table(['Target', STORE_NAMES.containerd, STORE_NAMES.classic], rows);
}

function cellOf(check: Check): string {
  const { ratio, limit } = check;
  if (ratio === undefined) return '–';
  return `${ratio.toFixed(2)} of ${limit}, ${isReached(check) ? 'ok' : '**missed**'}`;
}

const ORDER: readonly WayName[] = ['action', 'plain', 'gha', 'local', 'venv', 'pip', 'present'];

function scienceTable(samples: readonly Sample[], store: ImageStore): string {
  const cells: readonly Cell[] = ['cold', 'first', 'warm', 'changed'];
  const of = (way: WayName, cell: Cell) => select(samples, { store, project: 'science', way, cell });
  const ways = ORDER.filter(way => cells.some(cell => of(way, cell).length > 0));
  const rows = ways.map(way => {
    const warm = of(way, 'warm');
    return [WAY_NAMES[way], ...cells.map(cell => timesOf(of(way, cell))), rangeOf(warm), trafficOf(warm)];
  });
  return table(['Way', ...cells.map(cell => CELL_NAMES[cell]), 'warm: first lines', 'warm: fetched'], rows);
}

function otherTable(samples: readonly Sample[]): string {
  const others = samples.filter(({ project, cell }) => project !== 'science' || cell === 'slow' || cell === 'fast');
  const groups = Object.values(
    Object.groupBy(others, ({ store, project, way, cell }) => [store, project, way, cell].join()),
  );
  const rows = groups.flatMap((group = []) => {
    const [first] = group;
    if (!first) return [];
    const { project, way, cell, store } = first;
    return [
      [PROJECT_NAMES[project], WAY_NAMES[way], CELL_NAMES[cell], STORE_NAMES[store], timesOf(group), trafficOf(group)],
    ];
  });
  return table(['Project', 'Way', 'Job', 'Image store', 'Seconds', 'Fetched'], rows);
}

/** Medians of the three times, and how many jobs they come from. */
function timesOf(samples: readonly Sample[]): string {
  if (samples.length === 0) return '–';
  const times = (['firstLine', 'end', 'whole'] as const).map(mark => (medianOf(samples, {}, mark) ?? 0).toFixed(1));
  return `${times.join(' / ')} (${samples.length})`;
}

/** From the quickest first line to the slowest. */
function rangeOf(samples: readonly Sample[]): string {
  const lines = samples.map(({ times }) => times.firstLine);
  return lines.length === 0 ? '–' : `${Math.min(...lines).toFixed(1)}–${Math.max(...lines).toFixed(1)}`;
}

function trafficOf(samples: readonly Sample[]): string {
  const [first] = samples;
  return first === undefined ? '–' : `${Math.round(first.downloaded / 1e6)} MB`;
}

function shardPart(results: ShardResults): string[] {
  const { shards, tests, testSeconds, rounds, machine } = results;
  const { start, collection, testing, ideal, end, ratio, oneEnd } = shardFigures(results);
  const verdict = ratio <= SHARD_LIMIT ? 'ok' : '**missed**';
  const numbers = [start, collection, testing, oneEnd, ideal, end].map(value => value.toFixed(2));
  return [
    '## One suite on several machines',
    `${tests} tests of ${testSeconds} s each in warm jobs of this action, with pytest only: all of them in one job, and in ` +
      `${shards} shards whose jobs run one after the other, each as on a new runner. Medians of ${rounds.length} rounds ` +
      `in turns, in seconds; of the shards, the slowest counts. At best, they take the start, the collection and the ` +
      `tests’ time divided by ${shards}. (${machine.date})`,
    table(
      ['Start', 'Collection', 'Tests', 'One job', `${shards} shards at best`, `${shards} shards`, 'Target'],
      [[...numbers, `${ratio.toFixed(2)} of ${SHARD_LIMIT}, ${verdict}`]],
    ),
  ];
}

function machineList(machine: Machine, minutes: number): string {
  return [
    `- ${machine.date}, in ${Math.round(minutes)} minutes`,
    `- ${machine.processor}, ${machine.cores} cores, ${machine.memory} GB of memory`,
    `- ${machine.system}, Linux ${machine.kernel}`,
    `- Docker Engine ${machine.engine}, buildx ${machine.buildx}, Node ${machine.node.slice(1)}`,
  ].join('\n');
}

/** A table of Markdown; one without rows is nothing. */
function table(head: string[], rows: string[][]): string {
  if (rows.length === 0) return '';
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map(cells => (cells[column] ?? '').length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = '', ...others] = all.map(line);
  return [first, line(widths.map(width => '-'.repeat(width))), ...others].join('\n');
}
