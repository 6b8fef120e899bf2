import { describe, expect, test } from 'vitest';
import { imageTags } from '../../src/inputs/image-names.ts';
import {
  latestTag,
  mayMove,
  platformTag,
  provenanceLabels,
  type Rule,
  type Version,
  versionOfBranch,
  versionOfTag,
  withTags,
} from '../../src/share/version.ts';
import { UserError } from '../../src/text/errors.ts';

/** `1.2.3! 1.2> 1> latest>`: `!` is fixed, `>` forward, `~` free. */
function shown(version: Version | undefined): string | undefined {
  const marks: Record<Rule, string> = { fixed: '!', forward: '>', free: '~' };
  return version?.tags.map(({ name, rule }) => name + marks[rule]).join(' ');
}

const RULE = 'an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-"';

describe('versionOfTag', () => {
  test.each([
    // Semantic versioning.
    ['v1.2.3', '1.2.3', '1.2.3! 1.2> 1> latest>'],
    ['1.2.3', '1.2.3', '1.2.3! 1.2> 1> latest>'],
    ['V1.2.3', '1.2.3', '1.2.3! 1.2> 1> latest>'],
    ['v0.0.0', '0.0.0', '0.0.0! 0.0> 0> latest>'],
    ['v10.20.30', '10.20.30', '10.20.30! 10.20> 10> latest>'],
    ['1.2.3-rc.1', '1.2.3-rc.1', '1.2.3-rc.1!'],
    ['v1.2.3-0', '1.2.3-0', '1.2.3-0!'],
    ['1.2.3+5', '1.2.3+5', '1.2.3_5! 1.2> 1> latest>'],
    ['v1.2.3-rc.1+build.5', '1.2.3-rc.1+build.5', '1.2.3-rc.1_build.5!'],
    ['V1.2.3-alpha.beta', '1.2.3-alpha.beta', '1.2.3-alpha.beta!'],
    ['v1.2.3-1', '1.2.3-1', '1.2.3-1!'],
    ['1.2.3+exp-1', '1.2.3+exp-1', '1.2.3_exp-1! 1.2> 1> latest>'],
    // PEP 440, in the git tag's own spelling.
    ['v1.2rc1', '1.2rc1', '1.2rc1!'],
    ['v1.2', '1.2', '1.2! 1> latest>'],
    ['v1', '1', '1! latest>'],
    ['20261124', '20261124', '20261124! latest>'],
    ['2026.04', '2026.04', '2026.04! 2026> latest>'],
    ['2026.04.1', '2026.04.1', '2026.04.1! 2026.04> 2026> latest>'],
    ['01.2.3', '01.2.3', '01.2.3! 01.2> 01> latest>'],
    ['1.2.3.4', '1.2.3.4', '1.2.3.4! 1.2.3> 1.2> 1> latest>'],
    ['v1.2.3.post1', '1.2.3.post1', '1.2.3.post1! 1.2> 1> latest>'],
    ['1.0.dev1', '1.0.dev1', '1.0.dev1!'],
    ['1.0.post1.dev2', '1.0.post1.dev2', '1.0.post1.dev2!'],
    ['1.0+local.7', '1.0+local.7', '1.0_local.7! 1> latest>'],
    ['1.2-1', '1.2-1', '1.2-1! 1> latest>'],
    ['2024-11', '2024-11', '2024-11! latest>'],
    ['1.2.3.post1.dev1', '1.2.3.post1.dev1', '1.2.3.post1.dev1!'],
    ['v1.2RC1', '1.2RC1', '1.2RC1!'],
    ['99999999999999999999.1', '99999999999999999999.1', '99999999999999999999.1! 99999999999999999999> latest>'],
    // No versions.
    ['vv1.2.3', 'vv1.2.3', 'vv1.2.3!'],
    ['v1.2.3-', 'v1.2.3-', 'v1.2.3-!'],
    ['1.x', '1.x', '1.x!'],
    ['latest', 'latest', 'latest!'],
    ['nightly', 'nightly', 'nightly!'],
    ['paper-submission', 'paper-submission', 'paper-submission!'],
    ['version-1.2.3', 'version-1.2.3', 'version-1.2.3!'],
    ['2024-11-24', '2024-11-24', '2024-11-24!'],
    ['_private', '_private', '_private!'],
    ['v', 'v', 'v!'],
    ['x'.repeat(128), 'x'.repeat(128), `${'x'.repeat(128)}!`],
  ])('%s', (gitTag, version, tags) => {
    const found = versionOfTag(gitTag, '');
    expect([found?.version, shown(found)]).toEqual([version, tags]);
  });

  test.each([
    ['analysis/v1.2.3', 'analysis/', '1.2.3! 1.2> 1> latest>'],
    ['analysis/v1.2.3', 'analysis/v', '1.2.3! 1.2> 1> latest>'],
    ['analysis-1.2.3', 'analysis-', '1.2.3! 1.2> 1> latest>'],
    ['v1.2.3', 'analysis/', undefined],
    ['Analysis/v1.2.3', 'analysis/', undefined],
    ['analysis/first', 'analysis/', 'first!'],
    ['v1.2.3', 'v', '1.2.3! 1.2> 1> latest>'],
    ['analysis', 'analysis/', undefined],
    ['x/analysis/v1.2.3', 'analysis/', undefined],
    ['analysisXv1.2.3', 'analysis.', undefined],
  ])('%s with the prefix %s', (gitTag, prefix, tags) => {
    expect(shown(versionOfTag(gitTag, prefix))).toBe(tags);
  });

  test.each([
    ['release/2024', '"release/2024"'],
    ['analysis/v1.2.3', '"analysis/v1.2.3"'],
    ['données', '"données"'],
    ['.hidden', '".hidden"'],
    ['-x', '"-x"'],
    ['a+b', '"a+b"'],
    ['a@{1', '"a@{1"'],
    ['1!2.0', '"1!2.0"'],
    ['1.2.3\n', '"1.2.3"'],
    ['١.٢.٣', '"١.٢.٣"'],
    ['', '""'],
    ['../x', '"../x"'],
    ['=1.2.3', '"=1.2.3"'],
    ['v1.2.3 ', '"v1.2.3"'],
    ['x'.repeat(200), `"${'x'.repeat(100)}…"`],
    [`v1.2.3-${'x'.repeat(150)}`, `"v1.2.3-${'x'.repeat(93)}…"`],
  ])('%j can not name an image', (gitTag, quotedTag) => {
    expect(() => versionOfTag(gitTag, '')).toThrow(
      new UserError(
        `The git tag ${quotedTag} can't name an image: ${RULE}. Push a tag that fits, such as v1.2.3, or set push: false.`,
      ),
    );
  });
});

test.each([
  ['analysis/', 'analysis/', 'analysis/1.2.3'],
  ['analysis/v', 'analysis/v', 'analysis/v1.2.3'],
  ['analysis/v1.2.3', 'analysis', 'analysis1.2.3'],
  ['analysis/größe', 'analysis/', 'analysis/1.2.3'],
  ['analysis/../x', 'analysis/', 'analysis/1.2.3'],
])('%s with the prefix %s can not name an image', (gitTag, prefix, fitting) => {
  expect(() => versionOfTag(gitTag, prefix)).toThrow(
    new UserError(
      `What follows "${prefix}" in the git tag "${gitTag}" can't name an image: ${RULE}. Push a tag that fits, such as ${fitting}, or set push: false.`,
    ),
  );
});

describe('versionOfBranch', () => {
  test.each([
    ['main', 'main'],
    ['feature/wine', 'feature-wine'],
    ['dependabot/pip/numpy-2.0', 'dependabot-pip-numpy-2.0'],
    ['Größe', 'Gr-e'],
    ['日本', 'branch'],
    ['日本/v2', 'branch-v2'],
    ['..--x', 'x'],
    ['_x', '_x'],
    ['a  b//c', 'a-b-c'],
    ['', 'branch'],
    ['b'.repeat(200), 'b'.repeat(128)],
    ['1.2.3', 'branch-1.2.3'],
    ['1.2', 'branch-1.2'],
    ['v2', 'branch-v2'],
    ['latest', 'branch-latest'],
    ['release/1.2.3', 'release-1.2.3'],
    ['1.x', '1.x'],
    ['7-fix', '7-fix'],
  ])('%s → %s', (branch, name) => {
    expect(versionOfBranch(branch)).toEqual({ version: name, tags: [{ name, rule: 'free' }] });
  });
});

describe('withTags', () => {
  function tagsOf(gitTag: string, input: string): string | undefined {
    const version = versionOfTag(gitTag, '');
    return version && shown(withTags(version, imageTags('tags', input)));
  }

  test.each([
    ['v1.2.3', '', '1.2.3! 1.2> 1> latest>'],
    ['v1.2.3', ' \n', '1.2.3! 1.2> 1> latest>'],
    ['v1.2.3', '# none yet', '1.2.3! 1.2> 1> latest>'],
    ['v1.2.3', 'auto', '1.2.3! 1.2> 1> latest>'],
    ['v1.2.3', 'Auto\nnightly', '1.2.3! 1.2> 1> latest> nightly~'],
    ['v1.2.3', 'stable\n1.2.3\n1.2', 'stable~ 1.2.3! 1.2>'],
    ['v1.2.3', 'latest', 'latest>'],
    ['v1.2.3', 'v1.2.3\nv1.2\nV1', 'v1.2.3! v1.2> V1>'],
    ['v1.2.3', '2.0.0\n2\n1.2.0', '2.0.0! 2! 1.2.0!'],
    ['v1.2.3', '2026.04', '2026.04!'],
    ['v1.2.3', '1.2.3rc1\n1.2.x', '1.2.3rc1! 1.2.x~'],
    ['v1.2.3', 'latest\nauto\nlatest', 'latest> 1.2.3! 1.2> 1>'],
    ['v1.2.3', '  # comment\r\n  edge  \r\n', 'edge~'],
    ['v1.2.3+5', '1.2.3_5\n1.2.3', '1.2.3_5! 1.2.3!'],
    ['v1.2.3.post1', '1.2.3\n1.2', '1.2.3! 1.2>'],
    ['v1.2.3.4', '1.2.3', '1.2.3>'],
    ['v1.3.0-rc.1', 'auto\n1.3.0\n1.3\n1', '1.3.0-rc.1! 1.3.0! 1.3> 1>'],
    ['v1.3rc1', 'auto\n1.3\n1\nlatest', '1.3rc1! 1.3! 1> latest>'],
    ['paper', 'paper\nlatest\n1', 'paper! latest> 1!'],
    ['latest', 'latest\nauto', 'latest!'],
    ['1.2.x', '1', '1!'],
  ])('%s under %j', (gitTag, input, tags) => {
    expect(tagsOf(gitTag, input)).toBe(tags);
  });

  test.each([
    ['main', 'auto\nedge\nlatest', 'main~ edge~ latest>'],
    ['1.x', '1.x', '1.x~'],
    ['1.2', '1.2', '1.2!'],
    ['1.2', 'auto', 'branch-1.2~'],
  ])('the branch %s under %j', (branch, input, tags) => {
    expect(shown(withTags(versionOfBranch(branch), imageTags('tags', input)))).toBe(tags);
  });

  test.each([
    ['a b', '"a b"'],
    ['1.2,latest', '"1.2,latest"'],
    ['ghcr.io/x:1', '"ghcr.io/x:1"'],
    ['1.2.3+5', '"1.2.3+5"'],
    ['-x', '"-x"'],
    ['../x', '"../x"'],
    ['ü', '"ü"'],
    ['١.٢', '"١.٢"'],
    ['x'.repeat(129), `"${'x'.repeat(100)}…"`],
  ])('%j is no image tag', (line, quotedLine) => {
    expect(() => tagsOf('v1.2.3', `auto\n${line}`)).toThrow(
      new UserError(
        `Input tags has the line ${quotedLine}: ${RULE}. Write auto, or one image tag a line without the image's name.`,
      ),
    );
  });
});

test.each<[string, string, string | undefined, boolean]>([
  ['latest', '1.2.3', undefined, true],
  ['latest', '1.2.3', '', true],
  ['latest', '1.2.3', 'main', true],
  ['latest', '1.2.3', '1.2.3', true],
  ['latest', '1.2.3', '1.2.2', true],
  ['latest', '1.2.3', '2.0.1', false],
  ['latest', '1.10.0', '1.9.0', true],
  ['latest', '1.9.1', '1.10.0', false],
  ['1.2', '1.2.4', '1.2.10', false],
  ['1.2', '1.2.0', '1.2', false],
  ['1', '1.2.0', '1', false],
  ['latest', '2026.04.1', '2026.3', true],
  ['latest', '2026.03', '2026.04.1', false],
  ['latest', '1.2.3.post1', '1.2.3', true],
  ['latest', '1.2.3', '1.2.3.post1', false],
  ['latest', '1.0.0', '1.0.0rc1', true],
  ['latest', '1.0.0', '1.0.0-rc.1', true],
  ['latest', 'nightly', '9.0.0', true],
  ['latest', '1.2.3', 'v2.0.0', false],
  ['latest', '1.2.3', '2.0.0+5', false],
  ['latest', '1.2.3', '1.2.3+5', true],
  ['latest', '1.2.3', '2.0.0\n', true],
  ['v1', '1.2.4', '1.2.3', true],
  ['v1', '1.2.4', '1.3.0', false],
  ['v1', '1.2.4', '1', false],
  ['1.2', '1.2.0', 'v1.2', false],
  ['1.2.3', '1.2.3.4', '1.2.3', false],
  // Semantic versioning beside PEP 440.
  ['latest', '1.2.0rc1', '1.2.0-rc.1', true],
  ['latest', '1.2.0-rc.1', '1.2.0rc1', true],
  ['latest', '1.2.0rc1', '1.2.0-rc.2', false],
  ['latest', '1.2', '1.2.0-1', true],
  ['latest', '1.2.0-1', '1.2', false],
  ['latest', '1.2.0-1.dev.1', '1.2', false],
  ['latest', '1.2', '1.3.0-feature.x', false],
  ['latest', '1.2', '1.3.0+-', false],
  ['latest', '2026.4.1', '2026.04.2', false],
  ['latest', '2026.04', '2026.4.0', true],
])('%s may move to %s from %s: %s', (tag, version, there, may) => {
  expect(mayMove(tag, version, there)).toBe(may);
});

test.each([
  ['1.2.3', 'linux/amd64', '1.2.3-amd64'],
  ['1.2.3', 'linux/arm/v7', '1.2.3-arm-v7'],
  ['main', 'linux/arm64', 'main-arm64'],
  ['x'.repeat(128), 'linux/arm64', `${'x'.repeat(122)}-arm64`],
])('%s for %s has the tag %s', (name, platform, expected) => {
  expect(platformTag({ name, rule: 'fixed' }, platform)).toBe(expected);
});

test('labels that say where an image came from', () => {
  const facts = {
    title: 'wine',
    description: ' Wine,\nanalysed ',
    source: 'https://github.com/octo/wine',
    url: '',
    version: '1.2.3',
    revision: 'c0ffee',
    created: '2026-11-23T12:00:00Z',
    licenses: 'MIT',
  };
  expect(provenanceLabels(facts)).toEqual([
    'org.opencontainers.image.title=wine',
    'org.opencontainers.image.description=Wine, analysed',
    'org.opencontainers.image.source=https://github.com/octo/wine',
    'org.opencontainers.image.version=1.2.3',
    'org.opencontainers.image.revision=c0ffee',
    'org.opencontainers.image.created=2026-11-23T12:00:00Z',
    'org.opencontainers.image.licenses=MIT',
  ]);
});

test.each<[string[], string, string | undefined]>([
  [[], '', undefined],
  [['v1.2.3-rc.1', 'v1.2.3'], '', 'v1.2.3'],
  [['v1.10.0', 'v1.9.0', 'v1.10.0rc1'], '', 'v1.10.0'],
  [['paper', 'v1.0.0', 'zoo'], '', 'v1.0.0'],
  [['paper', 'zoo'], '', 'paper'],
  [['beer/v2.0', 'wine/v1.0', 'wine/v1.1'], 'wine/', 'wine/v1.1'],
  [['beer/v2.0'], 'wine/', undefined],
])('of %j with the prefix %j, %s is the latest', (gitTags, prefix, latest) => {
  expect(latestTag(gitTags, prefix)).toBe(latest);
});
