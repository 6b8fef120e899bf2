import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/** Name of the image without a tag, in lower case. Fails on what is no image name. */
export function imageName(input: string, repository: string): string {
  const name = (input || `ghcr.io/${repository}`).toLowerCase();
  const [, last = ''] = /([^/]*)$/.exec(name) ?? [];
  if (/[:@]/.test(last) && name.includes('/')) {
    throw new UserError(`Input image is ${quoted(input)}: leave the tag out; tags come from the git tag.`);
  }
  if (!isImageName(name)) {
    const what =
      input === ''
        ? `Input image is not set, and the repository's name makes it ${quoted(name)}`
        : `Input image is ${quoted(input)}`;
    throw new UserError(
      `${what}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`,
    );
  }
  return name;
}

/** Whether a text in lower case is an image's name, without a tag. */
export function isImageName(name: string): boolean {
  const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
  const registry = '(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]+)?|\\[[0-9a-f:]+\\](?::[0-9]+)?)';
  return name.length <= 255 && new RegExp(`^(?:${registry}/)?${component}(?:/${component})*$`).test(name);
}

/** Host of the registry that a name belongs to, as Docker reads it. */
export function registryOf(image: string): string {
  const [first = ''] = image.split('/');
  return image.includes('/') && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}
