import { isImageName } from '../inputs/image-names.ts';
import { input } from '../inputs/options.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';

/** The name under which a repository's image is published where no other is set. Fails where that is no image name. */
export function defaultImageName(repository: string): string {
  const name = `ghcr.io/${repository}`.toLowerCase();
  if (isImageName(name)) return name;
  throw new UserError(
    sentence`${input('image')} is not set, and the repository's name makes it ${quoted(name)}, which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`,
  );
}

/** Host of the registry that a name belongs to, as Docker reads it. */
export function registryOf(image: string): string {
  const [first = ''] = image.split('/');
  return image.includes('/') && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}
