import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findWithin, isWithin, kindWithin, makeWithin, writeWithin } from '../../../src/host/steps/within.ts';
import { folderWith } from '../../temporary-folder.ts';

/** A checkout with links of all sorts, beside folders that are none of its business. */
async function checkout(): Promise<string> {
  const folder = await folderWith({
    'repo/file': '',
    'repo/in/file': '',
    'outside/file': '',
    'outside/sub/file': '',
    'repo-neighbour/file': '',
  });
  const repo = join(folder, 'repo');
  await mkdir(join(repo, 'folder.py'));
  await symlink('../outside', join(repo, 'out'));
  await symlink('../repo-neighbour', join(repo, 'neighbour'));
  await symlink('../outside/file', join(repo, 'out.file'));
  await symlink('file', join(repo, 'link'));
  await symlink('in', join(repo, 'inside'));
  await symlink('nowhere', join(repo, 'broken'));
  await symlink('../outside/new', join(repo, 'dangling'));
  await symlink('circle', join(repo, 'circle'));
  return repo;
}

describe('findWithin: what leads out of a folder, or is of another kind, counts as absent', () => {
  test.each<[string, string, 'isFile' | 'isDirectory', string | undefined]>([
    ['a file', 'file', 'isFile', 'file'],
    ['a folder', 'in', 'isDirectory', 'in'],
    ['the folder itself', '.', 'isDirectory', '.'],
    ['a detour within it', 'in/../file', 'isFile', 'file'],
    ['a link to a file', 'link', 'isFile', 'file'],
    ['a link to a folder', 'inside', 'isDirectory', 'in'],
    ['a file below a link', 'inside/file', 'isFile', 'in/file'],
    ['nothing', 'nothing', 'isFile', undefined],
    ['a link to a folder outside', 'out', 'isDirectory', undefined],
    ['a folder below a link to outside', 'out/sub', 'isDirectory', undefined],
    ['a file where a folder should be', 'file', 'isDirectory', undefined],
    ['a folder that only begins like this one', 'neighbour', 'isDirectory', undefined],
    ['a link to a file outside', 'out.file', 'isFile', undefined],
    ['a file below a link to outside', 'out/file', 'isFile', undefined],
    ['a folder where a file should be', 'in', 'isFile', undefined],
    ['a broken link', 'broken', 'isFile', undefined],
    ['a link in circles', 'circle', 'isFile', undefined],
    ['the way up', '../outside/file', 'isFile', undefined],
    ['a null character', 'file\0', 'isFile', undefined],
  ])('%s', async (_, path, kind, expected) => {
    const repo = await checkout();
    expect(await findWithin(repo, path, kind)).toBe(expected && join(repo, expected));
  });
});

describe('kindWithin: to git, what lies behind a link is no path', () => {
  test.each<[string, string, 'file' | 'folder' | undefined]>([
    ['a file', 'file', 'file'],
    ['a file in a folder', 'in/file', 'file'],
    ['a folder', 'in', 'folder'],
    ['a folder that is named like a file', 'folder.py', 'folder'],
    ['nothing', 'gone', undefined],
    ['in a folder that is not there', 'gone/file', undefined],
    ['below a file', 'file/x', undefined],
    ['a link', 'link', undefined],
    ['a link that leads out', 'out', undefined],
    ['below a link that leads out', 'out/file', undefined],
    ['below a link that does not', 'inside/file', undefined],
    ['a broken link', 'broken', undefined],
    ['below a link to itself', 'circle/x', undefined],
    ['too long a name', 'x'.repeat(300), undefined],
    ['a null character', 'file\0', undefined],
  ])('%s', async (_, path, expected) => {
    expect(await kindWithin(await checkout(), path)).toBe(expected);
  });
});

test.each([
  ['/work/wine', '/work/wine', true],
  ['/work/wine', '/work/wine/a/b', true],
  ['/work/wine', '/work/winery', false],
  ['/work/wine', '/work', false],
  ['/', '/', true],
  ['/', '/work', true],
])('in %s lies %s: %s', (root, path, expected) => {
  expect(isWithin(root, path)).toBe(expected);
});

describe('makeWithin: no folder is made out of a folder', () => {
  test.each<[string, string, string]>([
    ['the folder itself', '.', '.'],
    ['a folder that is there', 'in', 'in'],
    ['a new one', 'new', 'new'],
    ['several new ones', 'in/new/newer', 'in/new/newer'],
    ['below a link within', 'inside/new', 'in/new'],
    ['a name like the way up', '..new', '..new'],
  ])('%s', async (_, path, expected) => {
    const repo = await checkout();
    expect(await makeWithin(repo, path)).toBe(join(repo, expected));
    expect(await kindWithin(repo, expected)).toBe('folder');
  });

  test.each(['out', 'out/new', 'neighbour/new/newer', '../new', '../../new'])('%s leads out', async path => {
    const repo = await checkout();
    expect(await makeWithin(repo, path)).toBeUndefined();
    for (const folder of ['..', '../outside', '../repo-neighbour']) {
      expect(await readdir(join(repo, folder))).not.toContain('new');
    }
  });

  test.each(['file', 'file/new', 'link/new', 'broken', 'broken/new', 'dangling', 'dangling/new', 'circle/new'])(
    'where %s is in the way, nothing is made',
    async path => {
      const repo = await checkout();
      await expect(makeWithin(repo, path)).rejects.toThrow(/^(?:EEXIST|ENOTDIR|ENOENT|ELOOP):/);
      expect(await readdir(join(repo, '../outside'))).not.toContain('new');
    },
  );
});

describe('writeWithin', () => {
  test.each(['junit.xml', 'new/deep/junit.xml', 'inside/junit.xml', 'link', 'file'])(
    '%s is written in the folder',
    async path => {
      const repo = await checkout();
      expect(await writeWithin(repo, path, 'text')).toBe(true);
      expect(await readFile(join(repo, path), 'utf8')).toBe('text');
    },
  );

  test.each(['out/file', 'neighbour/file', 'circle/file'])('%s leads out, or nowhere', async path => {
    const repo = await checkout();
    expect(await writeWithin(repo, path, 'text').catch(() => false)).toBe(false);
    expect(await readFile(join(repo, '../outside/file'), 'utf8')).toBe('');
  });

  test.each(['out.file', 'dangling'])('%s is a link that is replaced, not followed', async path => {
    const repo = await checkout();
    expect(await writeWithin(repo, path, 'text')).toBe(true);
    expect(await readFile(join(repo, '../outside/file'), 'utf8')).toBe('');
    expect(await readdir(join(repo, '../outside'))).toEqual(['file', 'sub']);
  });

  test('a folder in its place stays', async () => {
    const repo = await checkout();
    await expect(writeWithin(repo, 'in', 'text')).rejects.toThrow();
    expect(await readdir(join(repo, 'in'))).toEqual(['file']);
  });
});
