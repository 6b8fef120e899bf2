// The part of the summary that tells what became of the share image.

import type { SharePlan } from '../plan.ts';
import type { PublishFacts } from '../share/steps/publish.ts';
import { block, inline, megabytes } from './html.ts';
import type { Outcome } from './outcome.ts';
import { isInRegistry } from './publishing.ts';
import { shareLayers } from './summary-share.ts';

/** What was published, how to get it, and what stays as it was. */
export function publication({ shared, plan }: Outcome): string {
  if (!shared || !plan?.share) return '';
  const { published, file, layers } = shared;
  return [
    published && isInRegistry(published) ? pushed(published, plan.share) : '',
    file
      ? `<p>📦 Wrote <code>${inline(file.path)}</code> (${megabytes(file.bytes)}): <code>docker load --input ${inline(file.path)}</code> takes it.</p>\n\n`
      : '',
    layers ? shareLayers(layers) : '',
  ].join('');
}

function pushed(
  { outcome, digest = '', tags, kept, isFirst }: PublishFacts,
  { image, version, registry }: SharePlan,
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
