// Which of the images that legs have pushed are published together.

import type { ClaimedImage } from '../share/claims.ts';
import type { Together } from '../share/plan.ts';
import { listed, plain } from '../text/plain.ts';
import { type GatheredLeg, labelOf } from './gather.ts';

/** A leg with an image, as it says. */
type LegWithImage = ClaimedImage & Pick<GatheredLeg, 'matrix'> & { name: string; version: string };

/** The images of legs, one for each platform, in the order of these; or why they can't be published together, as sentences. */
export function chooseImages(
  legs: GatheredLeg[],
  { image, version: { version } }: Pick<Together, 'image' | 'version'>,
): { parts: ClaimedImage[] } | { problems: string[] } {
  const pushed = legs.flatMap(({ image, ...leg }): LegWithImage[] =>
    image ? [{ ...image, leg: labelOf(leg), matrix: leg.matrix }] : [],
  );
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
  const names = legs.map(({ leg }) => `"${plain(leg)}"`);
  return `There is more than one image for ${platform}, from the legs ${listed(names)}, and the version's name can go to one of them only. Choose it in the workflow, such as by "push: \${{ ${choiceOf(legs)} && 'platform' || 'false' }}".`;
}

/** What is true of one of some legs, as a workflow says it: by the first value in which they differ, if it is a plain one. */
function choiceOf(legs: LegWithImage[]): string {
  const last = legs.at(-1)?.matrix ?? [];
  const own = last.find(({ name, value }) =>
    legs.every(({ matrix }) => matrix === last || !matrix.some(other => other.name === name && other.value === value)),
  );
  const isPlain = own && /^[A-Za-z_][\w-]*$/.test(own.name) && /^[\w.-]+$/.test(own.value);
  return isPlain ? `matrix.${own.name} == '${own.value}'` : "matrix.python == '3.14'";
}
