import { execFileSync } from 'node:child_process';
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
  return findMissingFiles({ context, dockerfile: join(context, 'Dockerfile') }, { candidates, testFiles: [] });
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
    const clues = { candidates, testFiles: [] };
    expect(await findMissingFiles({ context, dockerfile: join(context, 'Dockerfile') }, clues)).toHaveLength(10);
  });
});

describe('what no error tells of', () => {
  /** Looks in a repository with these files, of which .dockerignore leaves out secrets and data. The .env at the top is not git's. */
  async function named(files: Record<string, string>, candidates: MissingCandidate[] = []): Promise<MissingFile[]> {
    const ignore = '**/.env\ndata\n';
    const context = await folderWith({
      '.dockerignore': ignore,
      '.env': '',
      'apps/.env': '',
      'data/a.csv': '',
      ...files,
    });
    execFileSync('git', ['-C', context, 'init', '--quiet']);
    execFileSync('git', ['-C', context, 'add', 'apps', 'data', ...Object.keys(files)]);
    const testFiles = ['test_gone.py', 'test_a.py', 'test_b.py'];
    return findMissingFiles({ context, dockerfile: join(context, 'Dockerfile') }, { candidates, testFiles });
  }
  const env = { path: 'apps/.env', isFolder: false, isIgnored: true, wantedBy: 'test_a.py', isNamed: true };

  test('files of git that are left out, and that a test names', async () => {
    expect(await named({ 'test_a.py': 'load(".env"), "b.csv"', 'b.csv': '' })).toEqual([env]);
    const both = await named({ 'test_a.py': 'load(".env")', 'test_b.py': '".env", "a.csv"' });
    expect(both).toEqual([env, { ...env, path: 'data/a.csv', wantedBy: 'test_b.py' }]);
  });

  test('only where no error tells of anything', async () => {
    const found = await named({ 'test_a.py': 'load(".env")', 'b.csv': '' }, [wanting('b.csv')]);
    expect(found.map(({ path }) => path)).toEqual(['b.csv']);
  });
});
