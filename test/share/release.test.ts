import { describe, expect, test } from 'vitest';
import type { AttachFacts, ShareFile } from '../../src/share/facts.ts';
import {
  type Asset,
  type Attacher,
  assetLabel,
  assetName,
  attachOutcome,
  attachSentence,
  replacedAssets,
} from '../../src/share/release.ts';
import { render } from '../../src/text/sentence.ts';

const file = (path: string, platform = 'linux/arm64'): ShareFile => ({ path, platform, bytes: 1, seconds: 1 });
const alone: Attacher = { job: ['release', 'share'], leg: '', isOneOfSeveral: false };
const several: Attacher = { ...alone, leg: '3.14, arm', isOneOfSeveral: true };

test.each([
  ['share.tar.zst', alone, 'share.tar.zst'],
  ['out/share.tar.zst', several, 'share-arm64.tar.zst'],
  ['share.tar', several, 'share-arm64.tar'],
  ['my wine (1).tar.gz', several, 'my.wine.1.-arm64.tar.gz'],
  ['.tar', alone, 'share.tar'],
])('%s in a release', (path, attacher, name) => {
  expect(assetName(file(path), attacher)).toBe(name);
});

test('of a platform with a variant, the name has both', () => {
  expect(assetName(file('share.tar', 'linux/arm/v7'), several)).toBe('share-arm-v7.tar');
});

test('what a release shows says what it is for and whose it is, and is no markup', () => {
  expect(assetLabel('a.tar', file('a.tar'), alone)).toBe('a.tar (linux/arm64, release / share)');
  expect(assetLabel('a.tar', file('a.tar'), { ...several, leg: '<b>"3.14"</b>\n' })).toBe(
    'a.tar (linux/arm64, release / share, -b-3.14-/b-)',
  );
});

describe('files that are there', () => {
  const label = 'a.tar (linux/arm64, release / share)';
  const asset = (more: Partial<Asset>): Asset => ({ id: 1, name: 'a.tar', label, state: 'uploaded', ...more });
  test.each<[string, Asset[], number[] | undefined]>([
    ['none', [], []],
    ['another name', [asset({ name: 'b.tar' })], []],
    ['its own of an earlier attempt', [asset({ id: 7 })], [7]],
    ['one that never got whole', [asset({ label: '', state: 'starter' })], [1]],
    ["somebody's, made by hand", [asset({ label: '' })], undefined],
    ["another leg's", [asset({ label: `${label}, 3.13` })], undefined],
  ])('%s', (_, assets, ids) => {
    expect(replacedAssets(assets, 'a.tar', label)?.map(({ id }) => id)).toEqual(ids);
  });
});

test.each<[number, string, AttachFacts['outcome']]>([
  [422, 'Cannot upload assets to an immutable release.', 'immutable'],
  [422, 'Validation Failed: {"resource":"ReleaseAsset","code":"already_exists","field":"name"}', 'taken'],
  [422, 'Validation Failed', 'failed'],
  [403, 'Resource not accessible by integration', 'denied'],
  [404, 'Not Found', 'denied'],
  [401, 'Bad credentials', 'denied'],
  [502, 'Bad Gateway', 'failed'],
  [0, 'fetch failed', 'failed'],
])('%d, %s: %s', (status, said, outcome) => {
  expect(attachOutcome(status, said)).toBe(outcome);
});

test.each<[AttachFacts['outcome'], string]>([
  ['attached', 'Attached a.tar to the release v1.'],
  [
    'taken',
    'a.tar is not attached to the release v1, which has a file of this name that is not of this job: delete it there, or write another name for share-file.',
  ],
  [
    'immutable',
    'a.tar is not attached to the release v1, which is immutable: only a draft takes files. Start this workflow by the tag in place of the release, and have a later step make the release with the file: gh release create "$GITHUB_REF_NAME" out/a.tar',
  ],
  [
    'denied',
    'a.tar is not attached to the release v1, as this job may not write there (said): give it "contents: write" below "permissions:".',
  ],
  ['failed', 'a.tar is not attached to the release v1 (said): re-run this job.'],
])('%s', (outcome, sentence) => {
  const facts = { outcome, tag: 'v1', name: 'a.tar', detail: 'said' };
  expect(render(attachSentence(facts, 'out/a.tar'), 'job')).toBe(sentence);
});
