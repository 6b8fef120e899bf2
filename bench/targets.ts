// What the action has promised to reach, as ratios of medians of one run of the bench.
import type { ImageStore } from '../test/lab/client.ts';
import { type Cell, type Mark, medianOf, type Sample, type Wanted, type WayName } from './results.ts';

/** A target on one image store; the ratio is undefined where nothing was measured for it. */
export type Check = { limit: number; ratio: number | undefined };

export type Target = { name: string; checks: Record<ImageStore, Check> };

type Rule = {
  name: string;
  limits: number | Record<ImageStore, number>;
  mark: Mark;
  of: Wanted;
  /** The quickest of these is what it is compared with. */
  against: Wanted[];
};

const MARKS: Readonly<Record<Mark, string>> = { firstLine: 'first line', end: 'end of tests', whole: 'whole job' };

const own = science('action', 'warm');
const venv = science('venv', 'warm');
const gha = science('gha', 'warm');

const rules: readonly Rule[] = [
  { name: 'Warm: first line, against a cached venv', limits: 0.6, mark: 'firstLine', of: own, against: [venv] },
  { name: 'Warm: end of tests, against a cached venv', limits: 0.9, mark: 'end', of: own, against: [venv] },
  {
    name: 'First warm job, no order known: first line, against a cached venv',
    limits: 0.85,
    mark: 'firstLine',
    of: science('action', 'first'),
    against: [venv],
  },
  {
    name: 'Warm: first line, against the quickest other way with Docker',
    limits: { containerd: 0.2, classic: 0.12 },
    mark: 'firstLine',
    of: own,
    against: [gha, science('local', 'warm')],
  },
  {
    name: 'Warm: first line, against setup-buildx, build-push and type=gha',
    limits: { containerd: 0.1, classic: 0.08 },
    mark: 'firstLine',
    of: own,
    against: [gha],
  },
  {
    name: 'Warm: first line, against docker run of an image in the engine',
    limits: 2.5,
    mark: 'firstLine',
    of: own,
    against: [science('present', 'warm')],
  },
  ...both({
    name: 'Warm: {}, image of 3 GB against 0.3 GB',
    limits: 1.1,
    marks: ['firstLine', 'end'],
    of: grown('grown-3'),
    against: [grown('grown-0.3')],
  }),
  {
    name: 'Warm: first line, at 20 MB/s against 100 MB/s',
    limits: 1.5,
    mark: 'firstLine',
    of: science('action', 'slow'),
    against: [science('action', 'fast')],
  },
  ...both({
    name: 'One requirement added, uv: {}, against its cold job',
    limits: 0.6,
    marks: ['firstLine', 'whole'],
    of: uv('changed'),
    against: [uv('cold')],
  }),
  {
    name: 'Cold: first line, against docker build and run',
    limits: 1.02,
    mark: 'firstLine',
    of: science('action', 'cold'),
    against: [science('plain', 'cold')],
  },
  {
    name: 'Cold: whole job with its saves, against docker build and run',
    limits: 1.2,
    mark: 'whole',
    of: science('action', 'cold'),
    against: [science('plain', 'cold')],
  },
];

/** All targets with what was reached. */
export function targetsOf(samples: readonly Sample[]): Target[] {
  return rules.map(({ name, ...rule }) => ({
    name,
    checks: { containerd: check(samples, rule, 'containerd'), classic: check(samples, rule, 'classic') },
  }));
}

/** Whether a target is reached; undefined where it wasn't measured. */
export function isReached({ ratio, limit }: Check): boolean | undefined {
  return ratio === undefined ? undefined : ratio < limit;
}

function check(samples: readonly Sample[], rule: Omit<Rule, 'name'>, store: ImageStore): Check {
  const { limits, mark, of, against } = rule;
  const limit = typeof limits === 'number' ? limits : limits[store];
  const time = medianOf(samples, { ...of, store }, mark);
  const others = against.map(wanted => medianOf(samples, { ...wanted, store }, mark));
  const known = others.filter(other => other !== undefined);
  // The quickest of only some would flatter.
  return { limit, ratio: time === undefined || known.length < others.length ? undefined : time / Math.min(...known) };
}

function science(way: WayName, cell: Cell): Wanted {
  return { project: 'science', way, cell };
}

function grown(project: 'grown-0.3' | 'grown-3'): Wanted {
  return { project, way: 'action', cell: 'warm' };
}

function uv(cell: Cell): Wanted {
  return { project: 'science-uv', way: 'action', cell };
}

/** A rule for each of two marks, each named where the name has {}. */
function both({ marks, name, ...rest }: Omit<Rule, 'mark'> & { marks: Mark[] }): Rule[] {
  return marks.map(mark => ({ ...rest, mark, name: name.replace('{}', MARKS[mark]) }));
}
