// Which jobs are measured, in which order.

import type { ImageStore } from '../test/lab/client.ts';
import type { ProjectName } from './projects.ts';
import type { Cell, Sample, WayName } from './results.ts';

/** One job to measure. */
export type Task = Pick<Sample, 'store' | 'project' | 'way' | 'cell'>;

/** Jobs that share what is cached, which is nothing at the start. */
export type Round = Task[];

/** Groups of cells that can be asked for alone: each way of examples/science, and what only concerns the action. */
export const GROUPS = ['action', 'plain', 'gha', 'local', 'venv', 'pip', 'line', 'small', 'grown', 'uv'] as const;
export type Group = (typeof GROUPS)[number];

export type Extent = {
  stores: ImageStore[];
  rounds: number;
  groups: readonly Group[];
  /** Everything on both stores, each cell as often as the warm ones, and a slow line for all ways. */
  all: boolean;
};

/** The stores in the order in which two runs of the lab never wait for each other. */
export const STORES: readonly ImageStore[] = ['containerd', 'classic'];

/** All rounds on one store; jobs that are compared with each other alternate. */
export function roundsOn(store: ImageStore, extent: Extent): Round[] {
  const { rounds, groups, all, stores } = extent;
  // What says enough on one store is measured on the one that ubuntu-latest has.
  const isMain = all || store === stores.at(-1);
  const numbers = Array.from({ length: rounds }, (_, index) => index);
  const once = (group: Group, plan: () => Round[]) => (isMain && groups.includes(group) ? plan() : []);
  return [
    ...numbers.map(number => scienceRound(store, number, extent, isMain)),
    ...once('small', () => [smallRound(store, rounds)]),
    ...once('grown', () => [grownRound(store, rounds)]),
    ...once('uv', () => numbers.map(() => uvRound(store))),
  ].filter(round => round.length > 0);
}

/** The other ways are cold, warm and changed in the first round; in later ones only as far as a target needs them. */
function scienceRound(store: ImageStore, number: number, { rounds, groups, all }: Extent, isMain: boolean): Round {
  const has = (group: Group) => groups.includes(group);
  const on = (cell: Cell, ways: WayName[]) => tasks(store, 'science', cell, ways);
  const isFull = all || number === 0;
  const own: WayName[] = has('action') || has('line') ? ['action'] : [];
  const others = isMain || isFull ? (['gha', 'local', 'venv'] as const).filter(has) : [];
  const pip: WayName[] = has('pip') && isMain && isFull ? ['pip'] : [];
  const repeats = isMain ? warmJobs(number, rounds) : number === 0 ? warmTotal(rounds) : 0;
  const lines = has('line') && isMain ? [...own, ...(all ? others : [])] : [];
  return [
    // docker run of what the job before has built.
    ...(has('plain') ? [...on('cold', ['plain']), ...repeat(repeats, on('warm', ['present']))] : []),
    ...on('cold', [...own, ...others, ...pip]),
    ...on('first', own),
    ...repeat(repeats, on('warm', [...own, ...others])),
    ...repeat(all ? 1 : Math.min(rounds, 3), on('warm', pip)),
    ...lines.flatMap(way => [...on('slow', [way]), ...on('fast', [way])]),
    ...on('changed', [...own, ...(isFull ? [...others, ...pip] : [])]),
  ];
}

/** How often a warm job is measured: of three rounds on, five times at least. */
function warmTotal(rounds: number): number {
  return rounds < 3 ? rounds : Math.max(rounds, 5);
}

/** Warm jobs of one of the rounds, over which they are spread evenly. */
function warmJobs(number: number, rounds: number): number {
  return Math.ceil((warmTotal(rounds) - number) / rounds);
}

function smallRound(store: ImageStore, rounds: number): Round {
  const on = (cell: Cell, ways: WayName[]) => tasks(store, 'small', cell, ways);
  const ways: WayName[] = ['action', 'gha', 'venv'];
  return [...on('cold', ways), ...on('first', ['action']), ...repeat(warmTotal(rounds), on('warm', ways))];
}

function grownRound(store: ImageStore, rounds: number): Round {
  const on = (cell: Cell) =>
    (['grown-0.3', 'grown-3'] as const).flatMap(project => tasks(store, project, cell, ['action']));
  return [...on('cold'), ...on('first'), ...repeat(warmTotal(rounds), on('warm'))];
}

function uvRound(store: ImageStore): Round {
  return [...tasks(store, 'science-uv', 'cold', ['action']), ...tasks(store, 'science-uv', 'changed', ['action'])];
}

function tasks(store: ImageStore, project: ProjectName, cell: Cell, ways: readonly WayName[]): Task[] {
  return ways.map(way => ({ store, project, way, cell }));
}

function repeat(times: number, tasks: Task[]): Task[] {
  return Array.from({ length: times }, () => tasks).flat();
}
