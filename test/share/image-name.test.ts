import { describe, expect, test } from 'vitest';
import { imageName, registryOf } from '../../src/share/image-name.ts';
import { UserError } from '../../src/text/errors.ts';

describe('imageName', () => {
  test.each([
    ['', 'Octo/Wine', 'ghcr.io/octo/wine'],
    ['ghcr.io/Octo/Wine', 'x/y', 'ghcr.io/octo/wine'],
    ['docker.io/octo/wine', 'x/y', 'docker.io/octo/wine'],
    ['octo/wine', 'x/y', 'octo/wine'],
    ['wine', 'x/y', 'wine'],
    ['localhost/wine', 'x/y', 'localhost/wine'],
    ['localhost:5000/wine', 'x/y', 'localhost:5000/wine'],
    ['127.0.0.1:5000/a/b/c', 'x/y', '127.0.0.1:5000/a/b/c'],
    ['[::1]:5000/wine', 'x/y', '[::1]:5000/wine'],
    ['ghcr.io/octo/my_wine', 'x/y', 'ghcr.io/octo/my_wine'],
    ['ghcr.io/octo/my__wine', 'x/y', 'ghcr.io/octo/my__wine'],
    ['ghcr.io/octo/my---wine.x', 'x/y', 'ghcr.io/octo/my---wine.x'],
  ])('%s in %s → %s', (input, repository, name) => {
    expect(imageName(input, repository)).toBe(name);
  });

  test.each([
    ['ghcr.io/octo/wine:latest'],
    ['octo/wine:1'],
    ['localhost:5000/wine:1'],
    ['ghcr.io/octo/wine@sha256:0123'],
  ])('%s has a tag', input => {
    expect(() => imageName(input, 'x/y')).toThrow(
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
    expect(() => imageName(input, 'x/y')).toThrow(
      new UserError(
        `Input image is "${input}", which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.`,
      ),
    );
  });

  test('a name of more than 255 characters is none', () => {
    expect(() => imageName(`ghcr.io/${'x'.repeat(248)}`, 'x/y')).toThrow(/which is no image name/);
    expect(imageName(`ghcr.io/${'x'.repeat(247)}`, 'x/y')).toHaveLength(255);
  });

  test('a repository whose name can not be an image says so', () => {
    expect(() => imageName('', 'Octo/.github')).toThrow(
      new UserError(
        'Input image is not set, and the repository\'s name makes it "ghcr.io/octo/.github", which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.',
      ),
    );
  });
});

test.each([
  ['ghcr.io/octo/wine', 'ghcr.io'],
  ['localhost/wine', 'localhost'],
  ['localhost:5000/wine', 'localhost:5000'],
  ['registry:5000/wine', 'registry:5000'],
  ['[::1]:5000/wine', '[::1]:5000'],
  ['docker.io/octo/wine', 'docker.io'],
  ['octo/wine', 'docker.io'],
  ['wine', 'docker.io'],
  ['localhost', 'docker.io'],
])('registryOf %s → %s', (image, registry) => {
  expect(registryOf(image)).toBe(registry);
});
