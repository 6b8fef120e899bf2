// The part of the summary that tells what the share image weighs.
import { type Layer, type Layers, together } from '../share/layers.ts';
import { byteSize, folded, inlineWithin, table } from './html.ts';

const MOST_ROWS = 40;
const MOST_INSTRUCTION_BYTES = 300;
const BAR_CELLS = 24;

/** What each layer of the share image weighs, folded. */
export function shareLayers({ layers, unpacked, compressed }: Layers): string {
  const download = compressed === undefined ? '' : `${byteSize(compressed)} to download, `;
  const rows = heaviest(layers).map(layer => [
    layer.stage === undefined ? '' : inlineWithin(layer.stage, MOST_INSTRUCTION_BYTES),
    `<code>${inlineWithin(layer.instruction, MOST_INSTRUCTION_BYTES)}</code>`,
    ...(compressed === undefined ? [] : [layer.compressed === undefined ? '' : byteSize(layer.compressed)]),
    byteSize(layer.unpacked),
    `<code>${bar(layer.unpacked / Math.max(1, unpacked))}</code>`,
  ]);
  const header = ['stage', 'layer', ...(compressed === undefined ? [] : ['to download']), 'unpacked', ''];
  return folded(`📦 share image: ${download}${byteSize(unpacked)} unpacked`, `\n\n${table([header, ...rows])}`);
}

/** In their order; where there are too many, the lightest are summed up. */
function heaviest(layers: Layer[]): Layer[] {
  if (layers.length <= MOST_ROWS) return layers;
  const kept = new Set([...layers].sort((a, b) => b.unpacked - a.unpacked).slice(0, MOST_ROWS - 1));
  const rest = layers.filter(layer => !kept.has(layer));
  return [...layers.filter(layer => kept.has(layer)), together(`${rest.length} smaller layers`, rest)];
}

function bar(share: number): string {
  const length = Math.min(BAR_CELLS, Math.round(share * BAR_CELLS));
  return `${'█'.repeat(length)}${'░'.repeat(BAR_CELLS - length)}`;
}
