import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { imageName, provenanceLabels, registryOf, versionOfBranch, versionOfTag } from '../../src/core/version.ts';

describe('versionOfTag', () => {
  test.each([
    ['v1.2.3', '1.2.3', ['1.2.3', '1.2', '1', 'latest']],
    ['1.2.3', '1.2.3', ['1.2.3', '1.2', '1', 'latest']],
    ['v0.0.0', '0.0.0', ['0.0.0', '0.0', '0', 'latest']],
    ['v10.20.30', '10.20.30', ['10.20.30', '10.20', '10', 'latest']],
    ['1.2.3-rc.1', '1.2.3-rc.1', ['1.2.3-rc.1']],
    ['v1.2.3-0', '1.2.3-0', ['1.2.3-0']],
    ['1.2.3+5', '1.2.3_5', ['1.2.3_5', '1.2', '1', 'latest']],
    ['v1.2.3-rc.1+build.5', '1.2.3-rc.1_build.5', ['1.2.3-rc.1_build.5']],
    ['nightly', 'nightly', ['nightly']],
    ['v1', 'v1', ['v1']],
    ['v1.2', 'v1.2', ['v1.2']],
    ['1.2.3.4', '1.2.3.4', ['1.2.3.4']],
    ['01.2.3', '01.2.3', ['01.2.3']],
    ['V1.2.3', 'V1.2.3', ['V1.2.3']],
    ['2024-11-24', '2024-11-24', ['2024-11-24']],
    ['_private', '_private', ['_private']],
    ['x'.repeat(128), 'x'.repeat(128), ['x'.repeat(128)]],
  ])('%s', (gitTag, version, tags) => {
    expect(versionOfTag(gitTag)).toEqual({ version, tags, isRelease: true });
  });

  test.each([
    ['release/2024', '"release/2024"'],
    ['données', '"données"'],
    ['.hidden', '".hidden"'],
    ['-x', '"-x"'],
    ['a+b', '"a+b"'],
    ['a@{1', '"a@{1"'],
    ['x'.repeat(200), `"${'x'.repeat(100)}…"`],
    [`v1.2.3-${'x'.repeat(150)}`, `"v1.2.3-${'x'.repeat(93)}…"`],
  ])('%s can not name an image', (gitTag, shown) => {
    expect(() => versionOfTag(gitTag)).toThrow(
      new UserError(
        `The git tag ${shown} can't name an image: an image tag has letters, digits, ".", "_" and "-" only, at most 128. Push a tag that fits, such as v1.2.3, or set push: false.`,
      ),
    );
  });
});

describe('versionOfBranch', () => {
  test.each([
    ['main', 'main'],
    ['feature/wine', 'feature-wine'],
    ['dependabot/pip/numpy-2.0', 'dependabot-pip-numpy-2.0'],
    ['Größe', 'Gr-e'],
    ['日本', 'branch'],
    ['日本/v2', 'v2'],
    ['..--x', 'x'],
    ['_x', '_x'],
    ['a  b//c', 'a-b-c'],
    ['', 'branch'],
    ['b'.repeat(200), 'b'.repeat(128)],
    ['1.2.3', '1.2.3'],
  ])('%s → %s', (branch, tag) => {
    expect(versionOfBranch(branch)).toEqual({ version: tag, tags: [tag], isRelease: false });
  });
});

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

test('provenanceLabels', () => {
  expect(provenanceLabels('https://github.com/Octo/Wine', 'c0ffee', '1.2.3')).toEqual([
    'org.opencontainers.image.source=https://github.com/Octo/Wine',
    'org.opencontainers.image.revision=c0ffee',
    'org.opencontainers.image.version=1.2.3',
  ]);
});
