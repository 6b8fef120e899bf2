// Names and tags of images (distribution/reference).
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import { lines } from './lists.ts';
import type { InputName } from './names.ts';
import { input } from './options.ts';

const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** How an image tag may look, as a sentence says it. */
export const TAG_RULE =
  'an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-"';

/** Whether a text may stand behind the colon of an image's name. */
export function isImageTag(text: string): boolean {
  return TAG.test(text);
}

/** Reads image tags, one a line, and `auto` in any case, which alone stands for no line at all. Fails on a line that is neither. */
export function imageTags(name: InputName, text: string): string[] {
  const written = lines(text).map(line => {
    if (line.toLowerCase() === 'auto') return 'auto';
    if (isImageTag(line)) return line;
    throw new UserError(
      sentence`${input(name)} has the line ${quoted(line)}: ${TAG_RULE}. Write auto, or one image tag a line without the image's name.`,
    );
  });
  return written.length > 0 ? written : ['auto'];
}

/** Reads an image's name without a tag, in lower case. Fails on anything else. */
export function imageName(name: InputName, text: string): string {
  const image = text.toLowerCase();
  const [, last = ''] = /([^/]*)$/.exec(image) ?? [];
  if (/[:@]/.test(last) && image.includes('/'))
    throw new UserError(sentence`${input(name)} is ${quoted(text)}: leave the tag out; tags come from the git tag.`);
  if (isImageName(image)) return image;
  throw new UserError(
    sentence`${input(name)} is ${quoted(text)}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`,
  );
}

/** Whether a text in lower case is an image's name, without a tag. */
export function isImageName(name: string): boolean {
  const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
  const registry = '(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?|\\[[0-9a-f:]+\\](?::[0-9]+)?)';
  return name.length <= 255 && new RegExp(`^(?:${registry}/)?${component}(?:/${component})*$`).test(name);
}
