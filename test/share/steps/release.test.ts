import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ShareFile } from '../../../src/share/facts.ts';
import type { Attacher } from '../../../src/share/release.ts';
import { attachToRelease } from '../../../src/share/steps/release.ts';
import { type GitHubApi, type Release, startGitHubApi } from '../../lab/github-api.ts';
import { folderWith } from '../../temporary-folder.ts';

let api: GitHubApi;
let release: Release;
beforeAll(async () => {
  api = await startGitHubApi();
});
afterAll(() => api.stop());
beforeEach(() => {
  release = { id: 7, repository: 'Octo/Wine', assets: [] };
  api.releases = [release, { id: 8, repository: 'Octo/Wine', assets: [] }];
  api.mayWrite = true;
});

const attacher: Attacher = { job: ['release', 'share'], leg: '', isOneOfSeveral: false };

/** Attaches a file with this text, and returns what became of it. */
async function attach(text: string, more: Partial<Attacher> = {}, token = 'ghs_token') {
  const workspace = await folderWith({ 'share.tar': text });
  const file: ShareFile = { path: 'share.tar', bytes: text.length, seconds: 1, platform: 'linux/arm64' };
  const context = { repository: 'Octo/Wine', release: { id: 7, tag: 'v1.2.3' }, apiUrl: api.url };
  const run = { workspace, signal: new AbortController().signal };
  return attachToRelease(file, { ...attacher, ...more }, context, token, run);
}

const shown = () => release.assets.map(({ name, label, content }) => [name, label, content.toString()]);

test('it is attached to its own release, byte by byte', async () => {
  const bytes = `ustar \u0000\u00ff${'x'.repeat(100_000)}`;
  expect(await attach(bytes)).toEqual({ outcome: 'attached', tag: 'v1.2.3', name: 'share.tar', detail: '' });
  expect(shown()).toEqual([['share.tar', 'share.tar (linux/arm64, release / share)', bytes]]);
  expect(api.releases[1]?.assets).toEqual([]);
});

test('a re-run replaces its own file, and nobody else’s', async () => {
  const leg = { isOneOfSeveral: true, leg: 'ubuntu-24.04-arm' };
  await attach('one');
  await attach('of a leg', leg);
  release.assets.push({ id: 99, name: 'notes.txt', label: '', state: 'uploaded', content: Buffer.from('by hand') });
  await attach('two');
  expect(shown().sort()).toEqual([
    ['notes.txt', '', 'by hand'],
    ['share-arm64.tar', 'share-arm64.tar (linux/arm64, release / share, ubuntu-24.04-arm)', 'of a leg'],
    ['share.tar', 'share.tar (linux/arm64, release / share)', 'two'],
  ]);
  // Another job of the same name has another place.
  expect(await attach('three', { ...leg, leg: '3.13, arm' })).toMatchObject({ outcome: 'taken' });
  expect(await attach('three', { job: ['other', 'share'] })).toMatchObject({ outcome: 'taken', name: 'share.tar' });
  expect(release.assets).toHaveLength(3);
});

test('what never got whole gives way', async () => {
  release.assets.push({ id: 99, name: 'share.tar', label: '', state: 'starter', content: Buffer.alloc(0) });
  expect(await attach('whole')).toMatchObject({ outcome: 'attached' });
  expect(shown()).toEqual([['share.tar', 'share.tar (linux/arm64, release / share)', 'whole']]);
});

test('an immutable release takes none', async () => {
  release.isImmutable = true;
  expect(await attach('late')).toMatchObject({ outcome: 'immutable', detail: expect.stringContaining('immutable') });
});

test('without the right to write, or a token at all, it is denied', async () => {
  api.mayWrite = false;
  expect(await attach('x')).toMatchObject({ outcome: 'denied', detail: expect.stringContaining('not accessible') });
  expect(await attach('x', {}, 'nobody')).toMatchObject({ outcome: 'denied' });
  expect(release.assets).toEqual([]);
});

test('a release that is gone, and a server that is none', async () => {
  api.releases = [];
  expect(await attach('x')).toMatchObject({ outcome: 'denied', detail: expect.stringContaining('Not Found') });
  const { url } = api;
  api.url = 'http://127.0.0.1:1';
  expect(await attach('x')).toMatchObject({ outcome: 'failed' });
  api.url = url;
});
