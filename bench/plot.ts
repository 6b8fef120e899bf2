// results.svg: the warm jobs as bars. Shown by the README, on light and on dark pages.

import type { ImageStore } from '../test/lab/client.ts';
import { WAY_NAMES } from './names.ts';
import { type Cell, medianOf, type Results, type Sample, select, type Wanted, type WayName } from './results.ts';

type Bar = { label: string; firstLine: number; end: number };
type Group = { way: WayName; bars: Bar[] };

/** Without a cache, no job is warm. */
const SHOWN: readonly [WayName, Cell][] = [
  ['action', 'warm'],
  ['venv', 'warm'],
  ['pip', 'warm'],
  ['gha', 'warm'],
  ['local', 'warm'],
  ['plain', 'cold'],
];

const WIDTH = 900;
/** Where the bars begin, and how far the longest goes. */
const LEFT = 370;
const RIGHT = 788;
const TOP = 100;
const BAR = 14;
const STEP = 18;
const GAP = 16;

// A picture on GitHub knows the reader's system, but not what the reader has set on GitHub: so it has a ground of its
// own, on which it can always be read.
const STYLE = `
    svg { --back: #ffffff; --line: #d1d9e0; --text: #1f2328; --faint: #59636e }
    svg { --wait: #818b98; --tests: #c8cfd6; --own-wait: #0969da; --own-tests: #8dc0f8 }
    @media (prefers-color-scheme: dark) {
      svg { --back: #0d1117; --line: #3d444d; --text: #f0f6fc; --faint: #9198a1 }
      svg { --wait: #7d8590; --tests: #434b55; --own-wait: #4493f8; --own-tests: #23538f }
    }
    text { font: 13px -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; fill: var(--text) }
    .title { font-size: 16px; font-weight: 600 }
    .own, .value { font-weight: 600 }
    .faint { font-size: 12px; fill: var(--faint); font-weight: 400 }
    .back { fill: var(--back); stroke: var(--line) }
    .grid { stroke: var(--line); stroke-dasharray: 2 3 }
    .axis { stroke: var(--line) }
    .wait { fill: var(--wait) }
    .tests { fill: var(--tests) }
    .own.wait { fill: var(--own-wait) }
    .own.tests { fill: var(--own-tests) }
  `;

/** The plot as an SVG file without fonts or scripts; a way that wasn't measured is left out. */
export function plotOf({ samples, machine }: Results): string {
  const groups = groupsOf(samples);
  const longest = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ end }) => end)));
  const scale = (seconds: number) => LEFT + ((RIGHT - LEFT) * seconds) / longest;
  const parts: string[] = [];
  let y = TOP;
  for (const group of groups) {
    parts.push(...drawGroup(group, y, scale));
    y += group.bars.length * STEP + GAP;
  }
  const bottom = y - GAP / 2;
  const height = bottom + 56;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `  <title>${describe(groups)}</title>`,
    `  <style>${STYLE}</style>`,
    `  <rect class="back" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>`,
    ...legend(),
    ...grid(longest, scale, bottom),
    ...parts,
    text(
      20,
      height - 16,
      `Medians on one machine with ${machine.cores} cores, examples/science with 650 MB of packages, ${machine.date}`,
      'faint',
    ),
    '</svg>',
    '',
  ].join('\n');
}

function groupsOf(samples: readonly Sample[]): Group[] {
  return SHOWN.flatMap(([way, cell]) => {
    const isDocker = way !== 'venv' && way !== 'pip';
    const stores: (ImageStore | undefined)[] = isDocker ? ['classic', 'containerd'] : [undefined];
    const bars = stores.flatMap(store => barOf(samples, { project: 'science', way, cell }, store));
    return bars.length === 0 ? [] : [{ way, bars }];
  });
}

function barOf(samples: readonly Sample[], wanted: Wanted, store: ImageStore | undefined): Bar[] {
  const found = select(samples, store === undefined ? wanted : { ...wanted, store });
  const [firstLine, end] = [medianOf(found, {}, 'firstLine'), medianOf(found, {}, 'end')];
  return firstLine === undefined || end === undefined ? [] : [{ label: store ?? '', firstLine, end }];
}

function drawGroup({ way, bars }: Group, top: number, scale: (seconds: number) => number): string[] {
  const middle = top + (bars.length * STEP - (STEP - BAR)) / 2;
  const own = way === 'action' ? 'own ' : '';
  const lines = bars.flatMap((bar, index) => drawBar(bar, own, top + index * STEP, scale));
  return [text(20, middle + 4.5, WAY_NAMES[way], own.trim()), ...lines];
}

function drawBar({ label, firstLine, end }: Bar, own: string, y: number, scale: (seconds: number) => number): string[] {
  const [start, middle, stop] = [scale(0), scale(firstLine), scale(end)];
  const value = `<tspan class="value">${firstLine.toFixed(1)}</tspan> / ${end.toFixed(1)} s`;
  return [
    ...(label === '' ? [] : [text(LEFT - 8, y + 11, label, 'faint', 'end')]),
    rectangle(`${own}wait`, start, y, middle - start),
    rectangle(`${own}tests`, middle, y, stop - middle),
    text(stop + 8, y + 11.5, value),
  ];
}

function legend(): string[] {
  const entry = (x: number, kind: string, meaning: string) => [
    rectangle(`own ${kind}`, x, 67, BAR),
    rectangle(kind, x + BAR, 67, BAR),
    text(x + 2 * BAR + 6, 78.5, meaning, 'faint'),
  ];
  return [
    text(20, 32, 'Unchanged requirements: seconds until pytest runs', 'title'),
    text(20, 52, 'From the start of a job on a new runner: to pytest’s first line / to the end of the tests', 'faint'),
    ...entry(LEFT, 'wait', 'until pytest’s first line'),
    ...entry(LEFT + 190, 'tests', 'tests'),
  ];
}

function grid(longest: number, scale: (seconds: number) => number, bottom: number): string[] {
  const step = longest > 25 ? 10 : longest > 10 ? 5 : 1;
  const marks = Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => index * step);
  return marks.flatMap(seconds => {
    const x = scale(seconds).toFixed(1);
    const line = `  <line class="${seconds === 0 ? 'axis' : 'grid'}" x1="${x}" x2="${x}" y1="${TOP - 10}" y2="${bottom}"/>`;
    return [line, text(scale(seconds), bottom + 14, String(seconds), 'faint', 'middle')];
  });
}

function describe(groups: readonly Group[]): string {
  const bars = groups.flatMap(({ way, bars }) =>
    bars.map(
      bar =>
        `${[WAY_NAMES[way], bar.label].filter(Boolean).join(', ')}: ${bar.firstLine.toFixed(1)} and ${bar.end.toFixed(1)}`,
    ),
  );
  return `Seconds to pytest's first line and to the end of the tests. ${bars.join('; ')}.`;
}

function rectangle(name: string, x: number, y: number, width: number): string {
  return `  <rect class="${name}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${BAR}"/>`;
}

function text(x: number, y: number, content: string, name = '', anchor = 'start'): string {
  const attributes = `${name === '' ? '' : ` class="${name}"`}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}`;
  return `  <text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${attributes}>${content}</text>`;
}
