// The part of the summary that tells what the share image weighs.

import { hasFailed } from '../pytest/facts.ts';
import type { PublishFacts, ShareFile } from '../share/facts.ts';
import { type Layer, type Layers, together } from '../share/layers.ts';
import type { SharePlan } from '../share/plan.ts';
import { attachSentence } from '../share/release.ts';
import { byteSize, megabytes } from '../text/quantities.ts';
import { render } from '../text/sentence.ts';
import { block, folded, inline, inlineWithin, table } from './html.ts';
import type { Outcome } from './outcome.ts';
import { isInRegistry, publishSentence } from './publishing.ts';
import { testSentence } from './verdict.ts';

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

/** What was published, how to get it, and what stays as it was. */
export function publication({ shared, plan, settings }: Outcome): string {
  if (!shared || !plan?.share) return '';
  const { published, file, layers, verified } = shared;
  return [
    verified?.leftOut && !hasFailed(verified)
      ? `<p>ℹ️ In the ${inline(plan.share.build.stage)} image: ${inline(render(testSentence(verified), 'job', settings))}</p>\n\n`
      : '',
    published && isInRegistry(published) ? pushed(published, plan.share) : '',
    published?.outcome === 'part'
      ? `<p>📦 ${inline(render(publishSentence(published, plan.share), 'job', settings))}</p>\n\n`
      : '',
    file
      ? `<p>📦 Wrote <code>${inline(file.path)}</code> (${megabytes(file.bytes)}): <code>docker load --input ${inline(file.path)}</code> takes it.${attachedTo(file)}</p>\n\n`
      : '',
    layers ? shareLayers(layers) : '',
  ].join('');
}

function attachedTo({ attached, path }: ShareFile): string {
  return attached?.outcome === 'attached' ? ` ${inline(render(attachSentence(attached, path), 'job'))}` : '';
}

/** What was published under which tags, and how to get it. */
export function pushed(
  { outcome, digest = '', tags, kept, isFirst }: PublishFacts,
  { image, version, registry }: Pick<SharePlan, 'image' | 'version' | 'registry'>,
): string {
  const names = tags.map(tag => `<code>${inline(tag)}</code>`).join(', ');
  const what =
    outcome === 'published'
      ? `Published ${names}`
      : `<code>${inline(`${image}:${version.tags[0]?.name ?? ''}`)}</code> is there already, published from this commit${names ? `; now ${names} too` : ''}`;
  const stays = kept.map(({ tag, version }) => `<code>${inline(tag)}</code> stays with ${inline(version)}`);
  const isPrivate = isFirst && registry?.host === 'ghcr.io';
  return [
    `<p>📦 ${[what, ...stays].join(' · ')}</p>`,
    block(`docker run --rm ${image}@${digest} pytest`),
    isPrivate
      ? '<p>A new package on ghcr.io is private at first: to let others pull it, open it from the right side of the repository’s page, and change its visibility under <em>Package settings</em>.</p>\n\n'
      : '',
  ].join('');
}
