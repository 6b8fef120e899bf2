import { describe, expect, test } from 'vitest';
import {
  decidePart,
  decidePush,
  decideRetag,
  decideTag,
  judgePush,
  type PartDecision,
  type Publishing,
  type Pushed,
  type RetagDecision,
  type TagDecision,
  withGiven,
  withKept,
} from '../../src/share/push.ts';
import type { PublishedImage } from '../../src/share/registry.ts';
import { type ImageTag, type Rule, versionOfBranch, versionOfTag } from '../../src/share/version.ts';

const AMD = 'linux/amd64';
const ARM = 'linux/arm64';
const publishing: Publishing = { version: '1.2.3', revision: 'c0ffee', overwrite: false, platforms: [AMD] };
const tag = (name: string, rule: Rule): ImageTag => ({ name, rule });
const fixed = tag('1.2.3', 'fixed');
const latest = tag('latest', 'forward');
const main = tag('main', 'free');

/** An image in the registry, of this commit and version but for what a row says. */
const image = ({ digest = 'sha256:01', ...more }: Partial<PublishedImage> = {}): PublishedImage => ({
  ...{ digest, version: '1.2.3', revision: 'c0ffee', images: [{ platform: AMD, digest }] },
  ...more,
});
/** Two images that have a name together. */
const both = image({
  digest: 'sha256:0c',
  images: [
    { platform: AMD, digest: 'sha256:a1' },
    { platform: ARM, digest: 'sha256:a2' },
  ],
});
const ours = image();
const older = image({ digest: 'sha256:00', version: '1.2.2', revision: 'decaf' });
const newer = image({ digest: 'sha256:02', version: '1.3.0', revision: 'decaf' });
const rebuilt = image({ digest: 'sha256:0a' });
const anotherCommit = image({ digest: 'sha256:0b', revision: 'decaf' });
/** Without labels, as of anybody's. */
const foreign = image({ digest: 'sha256:0f', version: '', revision: '' });

describe('a tag', () => {
  test.each<[string, ImageTag, PublishedImage | undefined, Partial<Publishing>, TagDecision['kind']]>([
    ['of a version that nobody has published', fixed, undefined, {}, 'open'],
    ['of a version that this commit has published', fixed, ours, {}, 'same'],
    ['of a version that another commit has published', fixed, anotherCommit, {}, 'taken'],
    ['of a version under which there is something else', fixed, foreign, {}, 'taken'],
    ['of another commit, by force', fixed, anotherCommit, { overwrite: true }, 'open'],
    ['of something else, by force', fixed, foreign, { overwrite: true }, 'open'],
    ['of this commit, by force', fixed, ours, { overwrite: true }, 'same'],
    ['of something else, where this commit is not known', fixed, foreign, { revision: '' }, 'taken'],
    ['that nobody has', latest, undefined, {}, 'open'],
    ['that an older version has', latest, older, {}, 'open'],
    ['that this version has', latest, ours, {}, 'open'],
    ['that another commit has under this version', latest, anotherCommit, {}, 'open'],
    ['that a newer version has', latest, newer, {}, 'kept'],
    ['that a newer version has, by force', latest, newer, { overwrite: true }, 'kept'],
    ['that an image without a version has', latest, foreign, {}, 'open'],
    ['that is itself the version which has it', tag('1.2', 'forward'), image({ version: '1.2' }), {}, 'kept'],
    ['of a version that this commit has published for more platforms', fixed, both, {}, 'same'],
    [
      'of a version that this commit has published for another platform',
      fixed,
      ours,
      { platforms: [AMD, ARM] },
      'lacking',
    ],
    ['of that, by force', fixed, ours, { platforms: [AMD, ARM], overwrite: true }, 'open'],
    [
      'of a version of this commit that is for nobody knows what',
      fixed,
      image({ images: [] }),
      { platforms: [ARM] },
      'same',
    ],
    ['of a branch, whoever has it', main, newer, { version: 'main' }, 'open'],
    ['of a branch, whose image is of this commit', main, image({ version: 'main' }), { version: 'main' }, 'open'],
  ])('%s', (_, wanted, there, more, kind) => {
    expect(decideTag(wanted, there, { ...publishing, ...more })).toEqual({ kind, tag: wanted, there });
  });
});

describe('in the registry', () => {
  const { tags } = versionOfTag('v1.2.3', '') ?? { tags: [] };
  const [, minor, major] = tags;
  const nothing = { kept: [], replaced: [], reshaped: [], isFirst: false };
  const kept = (...names: string[]) => names.map(name => ({ tag: name, version: '1.3.0' }));

  test.each<[string, (PublishedImage | undefined)[], Partial<Publishing>, object]>([
    ['there is nothing', [], {}, { kind: 'push', first: fixed, others: [minor, major, latest], isFirst: true }],
    [
      'there is an older version',
      [undefined, older, older, older],
      {},
      { kind: 'push', first: fixed, others: [minor, major, latest] },
    ],
    [
      'there is a newer version: this one is of an older line',
      [undefined, undefined, newer, newer],
      {},
      { kind: 'push', first: fixed, others: [minor], kept: kept('1', 'latest') },
    ],
    [
      'this commit has published it before',
      [ours, ours, ours, ours],
      {},
      { kind: 'already-there', digest: 'sha256:01', there: [AMD], tags: [minor, major, latest] },
    ],
    [
      'a run of this commit broke off before it gave all tags',
      [ours, ours, older, undefined],
      {},
      { kind: 'already-there', digest: 'sha256:01', there: [AMD], tags: [minor, major, latest] },
    ],
    [
      'this commit has published it before, and a newer version came',
      [ours, ours, newer, newer],
      {},
      { kind: 'already-there', digest: 'sha256:01', there: [AMD], tags: [minor], kept: kept('1', 'latest') },
    ],
    [
      'another commit has published it: nothing is done, whatever other tags say',
      [anotherCommit, older, newer, foreign],
      {},
      { kind: 'taken', other: { tag: '1.2.3', revision: 'decaf' } },
    ],
    ['something else is called so', [foreign], {}, { kind: 'taken', other: { tag: '1.2.3', revision: '' } }],
    [
      'another commit has published it, and is replaced by force',
      [anotherCommit, anotherCommit, anotherCommit, anotherCommit],
      { overwrite: true },
      { kind: 'push', first: fixed, others: [minor, major, latest] },
    ],
    [
      'images for several platforms take the tags of one for a single platform',
      [undefined, undefined, undefined, older],
      { platforms: [ARM, AMD] },
      {
        ...{ kind: 'push', first: fixed, others: [minor, major, latest] },
        reshaped: [{ tag: 'latest', platforms: [AMD] }],
      },
    ],
    [
      'an image for a single platform takes the tags of several',
      [undefined, undefined, undefined, { ...both, version: '1.2.2', revision: 'decaf' }],
      {},
      {
        ...{ kind: 'push', first: fixed, others: [minor, major, latest] },
        reshaped: [{ tag: 'latest', platforms: [AMD, ARM] }],
      },
    ],
    [
      'this commit has published it for one platform only',
      [ours, older],
      { platforms: [AMD, ARM] },
      { kind: 'lacking', there: [AMD] },
    ],
    [
      'a tag moves away from an image of which nobody knows the version',
      [undefined, undefined, older, foreign],
      {},
      {
        ...{ kind: 'push', first: fixed, others: [minor, major, latest] },
        replaced: [{ tag: 'latest', digest: 'sha256:0f' }],
      },
    ],
  ])('%s', (_, there, more, expected) => {
    const found = tags.map((_, index) => there[index]);
    expect(decidePush(tags, found, { ...publishing, ...more })).toEqual({ ...nothing, ...expected });
  });

  test.each<[string, ImageTag[], (PublishedImage | undefined)[], object]>([
    ['only tags of later versions', [latest], [newer], { kind: 'kept', kept: kept('latest') }],
    [
      'nothing to give, once published',
      [fixed],
      [ours],
      { kind: 'already-there', digest: 'sha256:01', there: [AMD], tags: [] },
    ],
    [
      'a version that is taken, behind a tag that is free',
      [main, tag('1.0.0', 'fixed')],
      [undefined, anotherCommit],
      { kind: 'taken', other: { tag: '1.0.0', revision: 'decaf' } },
    ],
    [
      'a version that is there, behind a tag that is free: the same image gets both',
      [main, fixed],
      [older, ours],
      { kind: 'already-there', digest: 'sha256:01', there: [AMD], tags: [main] },
    ],
  ])('%s', (_, wanted, there, expected) => {
    expect(decidePush(wanted, there, publishing)).toEqual({ ...nothing, ...expected });
  });

  test("a branch's image is pushed again and again", () => {
    const { version, tags: own } = versionOfBranch('main');
    const there = [image({ version: 'main' })];
    expect(decidePush(own, there, { ...publishing, version })).toEqual({
      ...{ ...nothing, kind: 'push', first: main, others: [] },
    });
  });
});

describe('after the push, the registry shows', () => {
  test.each<[string, PublishedImage | undefined, string, Pushed]>([
    ['what was pushed', ours, 'c0ffee', { outcome: 'published', digest: 'sha256:01' }],
    [
      'what was pushed, for nobody knows what',
      image({ images: [] }),
      'c0ffee',
      { outcome: 'published', digest: 'sha256:01' },
    ],
    ["another job's image of the same commit", rebuilt, 'c0ffee', { outcome: 'already-there', digest: rebuilt.digest }],
    ["another commit's image", anotherCommit, 'c0ffee', { outcome: 'moved', revision: 'decaf' }],
    ['an image without labels', foreign, 'c0ffee', { outcome: 'moved', revision: '' }],
    ['an image without labels, and this commit is not known', foreign, '', { outcome: 'moved', revision: '' }],
    ['nothing', undefined, 'c0ffee', { outcome: 'moved', revision: '' }],
  ])('%s', (_, there, revision, expected) => {
    expect(judgePush(['sha256:01'], there, { ...publishing, revision })).toEqual(expected);
  });

  test.each<[string, string[], PublishedImage, Pushed]>([
    [
      'what was given the tag together',
      ['sha256:a2', 'sha256:a1'],
      both,
      { outcome: 'published', digest: 'sha256:0c' },
    ],
    [
      'other images of the same commit',
      ['sha256:a1', 'sha256:a3'],
      both,
      { outcome: 'already-there', digest: 'sha256:0c' },
    ],
    ['one image of the same commit', ['sha256:01', 'sha256:a2'], ours, { outcome: 'lacking', there: [AMD] }],
    ['one image of another', ['sha256:a1', 'sha256:a2'], anotherCommit, { outcome: 'moved', revision: 'decaf' }],
  ])('of several: %s', (_, digests, there, expected) => {
    expect(judgePush(digests, there, { ...publishing, platforms: [AMD, ARM] })).toEqual(expected);
  });
});

describe('an image for one platform of several', () => {
  const own = tag('1.2.3-arm64', 'free');
  const older = image({ revision: 'decaf', images: [{ platform: ARM, digest: 'sha256:0d' }] });

  test.each<[string, PublishedImage | undefined, PublishedImage | undefined, Partial<Publishing>, PartDecision]>([
    ['is pushed where there is nothing', undefined, undefined, {}, { kind: 'push' }],
    ['takes the place of what another attempt left', undefined, image(), {}, { kind: 'push' }],
    ['takes the place of what another commit left that never was published', undefined, older, {}, { kind: 'push' }],
    ['is there, where this commit has published it', both, undefined, {}, { kind: 'there', digest: 'sha256:a2' }],
    [
      'is pushed where this commit has published another platform, which is told then',
      ours,
      undefined,
      {},
      { kind: 'push' },
    ],
    [
      'stays out where another commit has the version',
      anotherCommit,
      undefined,
      {},
      { kind: 'taken', other: { tag: '1.2.3', revision: 'decaf' } },
    ],
    ['goes in by force', anotherCommit, older, { overwrite: true }, { kind: 'push' }],
    [
      "does not take the place of a pre-release that is called like it, whose image isn't of this version",
      undefined,
      image({ version: '1.2.3-arm64', revision: 'decaf' }),
      {},
      { kind: 'taken', other: { tag: '1.2.3-arm64', revision: 'decaf' } },
    ],
  ])('%s', (_, whole, part, more, expected) => {
    const decision = decidePart({ tag: fixed, there: whole }, { tag: own, there: part }, ARM, {
      ...publishing,
      platforms: [ARM],
      ...more,
    });
    expect(decision).toEqual(expected);
  });
});

describe('one more tag of a published image', () => {
  test.each<[string, ImageTag, PublishedImage | undefined, RetagDecision]>([
    ['nobody has it', latest, undefined, { kind: 'give' }],
    ['the image has it', latest, ours, { kind: 'nothing' }],
    ['an older version has it, or took it meanwhile', latest, older, { kind: 'give' }],
    ['a newer version took it meanwhile', latest, newer, { kind: 'kept', version: '1.3.0' }],
    ["another job's image of this version has it", latest, rebuilt, { kind: 'give' }],
    ['a version that another commit took meanwhile', fixed, anotherCommit, { kind: 'nothing' }],
    ['a version of which another job has pushed an image', fixed, rebuilt, { kind: 'nothing' }],
    ['a free one', main, newer, { kind: 'give' }],
  ])('%s', (_, wanted, there, expected) => {
    expect(decideRetag(wanted, there, 'sha256:01', publishing)).toEqual(expected);
  });
});

test('a tag is told of once, by what was found last', () => {
  const give = (facts: Parameters<typeof withGiven>[0]) => withGiven(facts, 'latest', 'wine:latest');
  const keep = (facts: Parameters<typeof withKept>[0], version: string) =>
    withKept(facts, 'latest', 'wine:latest', version);
  const before = { tags: ['wine:1.2.3'], kept: [{ tag: '1', version: '1.4.0' }] };
  const given = { tags: ['wine:1.2.3', 'wine:latest'], kept: before.kept };
  const kept = { tags: before.tags, kept: [...before.kept, { tag: 'latest', version: '1.3.0' }] };
  expect(give(before)).toEqual(given);
  expect(give(given)).toEqual(given);
  expect(keep(given, '1.3.0')).toEqual(kept);
  expect(keep(keep(before, '1.2.9'), '1.3.0')).toEqual(kept);
  expect(give(kept)).toEqual(given);
});
