import { expect, test } from 'vitest';
import { defaultImageName, registryOf } from '../../src/share/image-name.ts';
import { UserError } from '../../src/text/errors.ts';

test("the repository's name is the image's, in lower case", () => {
  expect(defaultImageName('Octo/Wine')).toBe('ghcr.io/octo/wine');
});

test('a repository whose name can not be an image says so', () => {
  expect(() => defaultImageName('Octo/.github')).toThrow(
    new UserError(
      'Input image is not set, and the repository\'s name makes it "ghcr.io/octo/.github", which is no image name: write registry/owner/name, such as ghcr.io/owner/name, without a tag.',
    ),
  );
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
