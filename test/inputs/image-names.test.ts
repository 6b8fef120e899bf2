import { describe, expect, test } from 'vitest';
import { imageName } from '../../src/inputs/image-names.ts';
import { UserError } from '../../src/text/errors.ts';

describe('imageName', () => {
  test.each([
    ['ghcr.io/Octo/Wine', 'ghcr.io/octo/wine'],
    ['docker.io/octo/wine', 'docker.io/octo/wine'],
    ['octo/wine', 'octo/wine'],
    ['wine', 'wine'],
    ['localhost/wine', 'localhost/wine'],
    ['localhost:5000/wine', 'localhost:5000/wine'],
    ['127.0.0.1:5000/a/b/c', '127.0.0.1:5000/a/b/c'],
    ['[::1]:5000/wine', '[::1]:5000/wine'],
    ['ghcr.io/octo/my_wine', 'ghcr.io/octo/my_wine'],
    ['ghcr.io/octo/my__wine', 'ghcr.io/octo/my__wine'],
    ['ghcr.io/octo/my---wine.x', 'ghcr.io/octo/my---wine.x'],
  ])('%s → %s', (text, name) => {
    expect(imageName('image', text)).toBe(name);
  });

  test.each([
    ['ghcr.io/octo/wine:latest'],
    ['octo/wine:1'],
    ['localhost:5000/wine:1'],
    ['ghcr.io/octo/wine@sha256:0123'],
  ])('%s has a tag', input => {
    expect(() => imageName('image', input)).toThrow(
      new UserError(`Input image is "${input}": leave the tag out; tags come from the git tag.`),
    );
  });

  test.each([
    ['wine:latest'],
    ['https://ghcr.io/octo/wine'],
    ['ghcr.io/octo/wine/'],
    ['/octo/wine'],
    ['ghcr.io//wine'],
    ['ghcr.io/octo/wi ne'],
    ['ghcr.io/octo/-wine'],
    ['ghcr.io/octo/wine.'],
    ['ghcr.io/octo/a___b'],
    ['ghcr.io/octo/a._b'],
    ['ghcr.io/octo/größe'],
    ['ghcr.io:port/octo/wine'],
    ['$(id)'],
  ])('%s is no image name', input => {
    expect(() => imageName('image', input)).toThrow(
      new UserError(
        `Input image is "${input}", which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`,
      ),
    );
  });

  test('a name of more than 255 characters is none', () => {
    expect(() => imageName('image', `ghcr.io/${'x'.repeat(248)}`)).toThrow(/which is no image name/);
    expect(imageName('image', `ghcr.io/${'x'.repeat(247)}`)).toHaveLength(255);
  });
});
