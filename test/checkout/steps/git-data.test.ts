import { symlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { findGitData } from '../../../src/checkout/steps/git-data.ts';
import { folderWith } from '../../temporary-folder.ts';

const secret = '[http]\n\textraheader = AUTHORIZATION: basic S3CRET\n';
const HEAD = 'ref: refs/heads/main\n';

/** Paths of what holds a credential, relative to the folder. */
async function credentialsIn(folder: string, isSkipped?: (folder: string) => boolean): Promise<string[]> {
  const paths: string[] = [];
  for await (const found of findGitData(folder, isSkipped ? { isSkipped } : {})) {
    if (found.kind === 'credential') paths.push(relative(folder, found.path));
  }
  return paths.sort();
}

test.each<[string, Record<string, string>, string[]]>([
  [
    'files that are included, one by the other and in a circle',
    {
      '.git/HEAD': HEAD,
      '.git/config': '[include]\n\tpath = ../ci/a.config\n\tpath = absent\n',
      'ci/a.config': '[include]\n\tpath = b\n',
      'ci/b': `${secret}[include]\n\tpath = a.config\n`,
    },
    ['ci/b'],
  ],
  ['a file outside', { '.git/HEAD': HEAD, '.git/config': '[include]\n\tpath = ../../../../etc/passwd\n' }, []],
  [
    'files of credentials',
    { '.git/HEAD': HEAD, '.git/credentials': 'https://a:S3CRET@b\n', '.git/.git-credentials': 'https://S3CRET@b\n' },
    ['.git/.git-credentials', '.git/credentials'],
  ],
  [
    'files of that name elsewhere',
    { credentials: 'https://a:S3CRET@b\n', '.git-credentials': 'https://a:S3CRET@b' },
    [],
  ],
  [
    'data in another folder',
    { '.git': 'gitdir: data/git\n', 'data/git/HEAD': HEAD, 'data/git/config': secret },
    ['data/git/config'],
  ],
  [
    "a submodule's data, once",
    {
      '.git/HEAD': HEAD,
      '.git/modules/a/HEAD': HEAD,
      '.git/modules/a/config': secret,
      'a/.git': 'gitdir: ../.git/modules/a',
    },
    ['.git/modules/a/config'],
  ],
])('%s', async (_, files, expected) => {
  expect(await credentialsIn(await folderWith(files))).toEqual(expected);
});

test('data behind a link within the folder', async () => {
  const folder = await folderWith({ 'data/HEAD': HEAD, 'data/config': secret });
  await symlink('data', join(folder, '.git'));
  expect(await credentialsIn(folder)).toEqual(['data/config']);
});

test('what is skipped is not looked into', async () => {
  const folder = await folderWith({ 'a/.git/config': secret, 'b/.git/config': secret });
  expect(await credentialsIn(folder, path => path === 'a')).toEqual(['b/.git/config']);
});
