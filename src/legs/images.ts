// Which of the images that legs have pushed are published together.

import type { ClaimedImage } from '../share/claims.ts';
import type { Together } from '../share/plan.ts';
import { listed, plain } from '../text/plain.ts';
import { type GatheredLeg, labelOf } from './gather.ts';

/** A leg with an image, as it says. */
type LegWithImage = ClaimedImage & { name: string; version: string };

/** The images of legs, one for each platform, in the order of these; or why they can't be published together, as sentences. */
export function chooseImages(
  legs: GatheredLeg[],
  { image, version: { version } }: Pick<Together, 'image' | 'version'>,
): { parts: ClaimedImage[] } | { problems: string[] } {
  const pushed = legs.flatMap(({ image, ...leg }): LegWithImage[] => (image ? [{ ...image, leg: labelOf(leg) }] : []));
  if (pushed.length === 0) return { problems: [NONE] };
  const others = pushed.filter(one => one.name !== image || one.version !== version);
  if (others.length > 0) return { problems: others.map(one => otherSentence(one, image, version)) };
  const byPlatform = [...Map.groupBy(pushed, ({ platform }) => platform)].sort(([a], [b]) => (a < b ? -1 : 1));
  const twice = byPlatform.filter(([, ofOne]) => ofOne.length > 1);
  if (twice.length > 0) return { problems: twice.map(([platform, ofOne]) => twiceSentence(platform, ofOne)) };
  return {
    parts: byPlatform.flatMap(([, ofOne]) => ofOne.map(({ leg, platform, digest }) => ({ leg, platform, digest }))),
  };
}

const NONE =
  'No leg has pushed an image: write "push: platform" below "with:" where this action tests, in the jobs that "needs:" names.';

function otherSentence({ leg, name, version: theirs }: LegWithImage, image: string, version: string): string {
  return name === image
    ? `The leg ${plain(leg)} has pushed version ${plain(theirs)}, and this job publishes ${version}: give both the same tag-prefix.`
    : `The leg ${plain(leg)} has pushed its image to ${plain(name)}, and this job publishes ${image}: write the same image in both.`;
}

/** Of several Python versions, for example, one alone can have the version's name. */
function twiceSentence(platform: string, legs: LegWithImage[]): string {
  const names = listed(legs.map(({ leg }) => plain(leg)));
  return `There is more than one image for ${platform}, from the legs ${names}, and the version's name can go to one of them only: choose it in the matrix, such as by ${EXAMPLE}.`;
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own syntax
const EXAMPLE = "\"push: ${{ matrix.python == '3.14' && 'platform' || 'false' }}\"";
