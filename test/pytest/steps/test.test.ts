import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPlaces, withPlacesThatExist } from '../../../src/pytest/steps/test.ts';
import { failure } from '../../report/places.ts';
import { devImage, mainPlan } from '../../samples.ts';
import { folderWith } from '../../temporary-folder.ts';

/** A checkout with files, folders and links, beside a folder that is none of its business. */
async function checkout(): Promise<string> {
  const folder = await folderWith({ 'repo/tests/test_a.py': '', 'repo/test_ü ☃.py': '', 'outside/test_b.py': '' });
  const repo = join(folder, 'repo');
  await mkdir(join(repo, 'folder.py'));
  await symlink('../outside/test_b.py', join(repo, 'link.py'));
  await symlink('../outside', join(repo, 'outside'));
  await symlink('tests', join(repo, 'inside'));
  await symlink('endless', join(repo, 'endless'));
  return repo;
}

describe('a failure keeps its path where the checkout has such a file', () => {
  test.each([
    ['a file', '/usr/src/app/tests/test_a.py', true],
    ['a file with an odd name', '/usr/src/app/test_ü ☃.py', true],
    ['a relative path', 'tests/../tests/test_a.py', true],
    ['no such file', '/usr/src/app/tests/test_gone.py', false],
    ['no such folder', '/usr/src/app/gone/test_a.py', false],
    ['a folder', '/usr/src/app/folder.py', false],
    ['below a file', '/usr/src/app/tests/test_a.py/x', false],
    ['a link', '/usr/src/app/link.py', false],
    ['below a link that leads out', '/usr/src/app/outside/test_b.py', false],
    ['below a link that does not', '/usr/src/app/inside/test_a.py', false],
    ['a link to itself', '/usr/src/app/endless/x', false],
    ['the way out', '/usr/src/app/../../../outside/test_b.py', false],
    ['a file of this machine', '/etc/passwd', false],
    ['too long a name', `/usr/src/app/${'x'.repeat(300)}.py`, false],
    ['a null character', '/usr/src/app/tests/test_a.py\0', false],
  ])('%s', async (_, path, isKept) => {
    const { path: __, ...without } = failure({ line: 3 });
    const expected = isKept ? { ...without, path } : without;
    expect(await withPlacesThatExist([failure({ path, line: 3 })], await checkout(), '/usr/src/app')).toEqual([
      expected,
    ]);
  });

  test('others are left as they are, in their order', async () => {
    const failures = [failure({ nodeId: 'b' }), failure({ nodeId: 'a', path: '/app/tests/test_a.py', line: 1 })];
    expect(await withPlacesThatExist(failures, await checkout(), '/app')).toEqual(failures);
  });

  test('so many files that nobody reads of them all are not looked at', async () => {
    const names = Array.from({ length: 1000 }, (_, number) => `/app/${number}.py`);
    const failures = [...names, '/app/tests/test_a.py'].map(path => failure({ path }));
    expect((await withPlacesThatExist(failures, await checkout(), '/app')).at(-1)).not.toHaveProperty('path');
  });
});

test.each<[string, string]>([
  ['repo/tests', '"repo/tests", but there is no such folder: write "tests", relative to the context.'],
  ['absent', '"absent", but there is no such folder: write its path relative to the context.'],
  ['other/tests', '"other/tests", but there is no such folder: write its path relative to the context.'],
  ['repo/link.py', '"repo/link.py", but there is no such folder: write its path relative to the context.'],
])('a folder to start in that is not there: %s', async (folder, sentence) => {
  const plan = { ...mainPlan.test, context: await checkout(), folder };
  const run = {
    id: 'a',
    temp: '/tmp',
    workspace: '/tmp',
    signal: new AbortController().signal,
    reader: 'runner',
  } as const;
  await expect(findPlaces(plan, devImage, run)).rejects.toThrow(`Input working-directory is ${sentence}`);
});
