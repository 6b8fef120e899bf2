import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRepository } from '../../../src/checkout/steps/repository.ts';
import { folderWith } from '../../temporary-folder.ts';

/** A workspace with repositories: their folders, and where they come from. */
async function workspaceWith(repositories: Record<string, string>): Promise<string> {
  const workspace = await folderWith({ 'a/b/c.py': '', 'd/e.py': '' });
  for (const [folder, address] of Object.entries(repositories)) {
    const git = (...args: string[]) => execFileSync('git', ['-C', join(workspace, folder), ...args]);
    git('init', '--quiet');
    if (address !== '') git('remote', 'add', 'origin', address);
  }
  return workspace;
}

const OURS = 'https://github.com/Octo/Wine';

test.each<[string, Record<string, string>, string, string | undefined]>([
  ['the workspace', { '.': OURS }, '.', ''],
  ['the workspace, and a folder of it', { '.': OURS }, 'a/b', ''],
  ['no repository', {}, 'a/b', ''],
  ['a path', { a: OURS }, 'a', 'a'],
  ['a path, and a folder of it', { a: OURS }, 'a/b', 'a'],
  ['a longer path', { 'a/b': `${OURS}.git` }, 'a/b', 'a/b'],
  ['by SSH', { a: 'git@github.com:octo/wine.git' }, 'a', 'a'],
  ['from nowhere', { a: '' }, 'a', 'a'],
  ['another repository beside it', { a: OURS, d: 'https://github.com/octo/data' }, 'd', undefined],
  ['a submodule', { '.': OURS, a: 'https://github.com/octo/old-wine' }, 'a/b', undefined],
  ['a repository of a longer name', { a: 'https://github.com/octo/wine-list' }, 'a', undefined],
])('%s', async (_, repositories, folder, expected) => {
  expect(await findRepository(await workspaceWith(repositories), folder, 'octo/wine')).toBe(expected);
});

test('on a machine without a job, there is only the project', async () => {
  expect(await findRepository(await workspaceWith({ a: OURS }), 'a', '')).toBe('');
});
