import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MissingCandidate, MissingFile } from '../../../src/share/missing-files.ts';
import { findMissingFiles } from '../../../src/share/steps/missing-files.ts';
import { folderWith } from '../../temporary-folder.ts';

/** Looks for candidates in a project with these files, a link out of it, and an empty folder. */
async function find(candidates: MissingCandidate[], ignore = ''): Promise<MissingFile[]> {
  const folder = await folderWith({
    'wine/Dockerfile': 'FROM x',
    'wine/.dockerignore': ignore,
    'wine/data/table.csv': '',
    'wine/data/more.csv': '',
    'wine/test_a.py': '',
    'wine/test_b.py': '',
    'outside/secret.csv': '',
  });
  const context = join(folder, 'wine');
  await symlink('../outside', join(context, 'out'));
  await mkdir(join(context, 'empty'));
  return findMissingFiles({ context, dockerfile: join(context, 'Dockerfile') }, candidates);
}

const wantedBy = 'test_a.py::test';
const wanting = (...paths: string[]): MissingCandidate => ({ paths, wantedBy });

describe('what the build context has', () => {
  test.each<[string, string, string[], Partial<MissingFile> | undefined]>([
    ['a file', '', ['data/table.csv'], { path: 'data/table.csv' }],
    ['a folder', '', ['data'], { path: 'data', isFolder: true }],
    ['the likeliest place that is there', '', ['src/table.csv', 'data/table.csv', 'data'], { path: 'data/table.csv' }],
    ['files of a form', '', ['test_*.py'], { path: 'test_*.py' }],
    ['files of a form in a folder', '', ['data/*.csv'], { path: 'data/*.csv' }],
    ['no such file', '', ['data/gone.csv'], undefined],
    ['no files of that form', '', ['*.ipynb'], undefined],
    ['files of that form in no folder', '', ['gone/*.csv', 'test_a.py/*.csv'], undefined],
    ['a file behind a link', '', ['out/secret.csv', 'out/*.csv'], undefined],
    ['a file that is left out', '*.csv\ndata/*.csv', ['data/table.csv'], { path: 'data/table.csv', isIgnored: true }],
    ['a folder that is left out', 'data', ['data'], { path: 'data', isFolder: true, isIgnored: true }],
    ['a folder of which all files are left out', 'data/*', ['data'], { path: 'data', isFolder: true, isIgnored: true }],
    ['a folder of which one file is left', 'data/*\n!data/more.csv', ['data'], { path: 'data', isFolder: true }],
    ['a folder without files', '', ['empty'], { path: 'empty', isFolder: true }],
    ['a folder without files that is left out', 'empty', ['empty'], { path: 'empty', isFolder: true, isIgnored: true }],
  ])('%s', async (_, ignore, paths, expected) => {
    const missing = expected && { isFolder: false, isIgnored: false, wantedBy, ...expected };
    expect(await find([wanting(...paths)], ignore)).toEqual(missing ? [missing] : []);
  });

  test('is told once, of who wanted it first', async () => {
    const found = await find([wanting('data'), { paths: ['data'], wantedBy: 'test_b.py::test' }, wanting('test_a.py')]);
    expect(found.map(({ path, wantedBy: who }) => [path, who])).toEqual([
      ['data', wantedBy],
      ['test_a.py', wantedBy],
    ]);
  });

  test('is told of ten at most', async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.csv`, '']));
    const context = await folderWith(files);
    const candidates = Object.keys(files).map(path => wanting(path));
    expect(await findMissingFiles({ context, dockerfile: join(context, 'Dockerfile') }, candidates)).toHaveLength(10);
  });
});
