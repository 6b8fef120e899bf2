// Images for several platforms that are published together: each must be what its leg says that it is.

import { plain } from '../text/plain.ts';
import type { Together } from './plan.ts';
import { platformsOf } from './push.ts';
import type { PlatformImage, PublishedImage } from './registry.ts';

/** An image that a leg says to have pushed for a platform. */
export type ClaimedImage = PlatformImage & {
  /** What the leg is called. */
  leg: string;
};

/**
 * Why an image can't be published for what it is said to be, by what the registry has under its digest; undefined where
 * it is that. Who said it ran foreign code, so that nothing of it is believed.
 */
export function claimProblem(
  { leg, platform, digest }: ClaimedImage,
  there: PublishedImage | undefined,
  { image, version: { version }, revision }: Pick<Together, 'image' | 'version' | 'revision'>,
): string | undefined {
  const whose = `The image of the leg ${plain(leg)} (${digest})`;
  if (!there)
    return `${whose} is not to be found as one of ${image}. This job may not read it, which on ghcr.io takes "packages: write", elsewhere the login of the legs; or it was deleted: re-run all jobs.`;
  const [found = 'no platform that is known', ...others] = platformsOf(there);
  if (there.digest !== digest || found !== platform || others.length > 0)
    return `${whose} is for ${[found, ...others].join(' and ')} by its configuration, and for ${platform} as the leg says. ${AGAIN}`;
  if (there.revision !== revision)
    return `${whose} is of ${there.revision === '' ? 'no known commit' : `the commit ${plain(there.revision)}`}, and this run of ${revision}: remove "ref:" from actions/checkout in that job, and labels that name another commit. ${AGAIN}`;
  if (there.version !== version)
    return `${whose} is version ${plain(there.version) || 'unknown'}, and this run publishes ${version}: give both jobs the same tag-prefix, and no label with another version. ${AGAIN}`;
  return undefined;
}

const AGAIN = 'Then re-run all jobs.';
