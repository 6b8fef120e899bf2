import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCopies } from '../../../src/dockerfile/stage.ts';
import { findAllLfsPointers, findLfsPointers } from '../../../src/share/steps/lfs.ts';
import { findMissingFiles } from '../../../src/share/steps/missing-files.ts';
import { folderWith } from '../../temporary-folder.ts';

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;

/** A build context with these files, and a Dockerfile whose share stage has these lines. */
async function project(files: Record<string, string>, ...lines: string[]) {
  const dockerfile = ['FROM a AS dev', 'FROM dev AS share', ...lines].join('\n');
  const context = await folderWith({ ...files, Dockerfile: dockerfile });
  const places = { context, dockerfile: join(context, 'Dockerfile') };
  return { places, pointers: () => findLfsPointers(places, readCopies(dockerfile, 'share', [])) };
}

describe('pointers of Git LFS', () => {
  const files = {
    'a.csv': pointer,
    'data/b.csv': pointer,
    'data/deep/größe und.csv': pointer.replace('git-lfs', 'hawser'),
    'data/real.csv': 'a,b\n1,2\n',
    'docs/about.md': `${pointer}${'x'.repeat(2000)}`,
    'docs/quote.md': ` ${pointer}`,
  };

  test('all that tests see, also what an image would not have, but nothing that is hidden', async () => {
    const hidden = { '.git/x': pointer, 'sub/.venv/x': pointer, 'sub/node_modules/x': pointer };
    const folder = await folderWith({ ...files, ...hidden, '.dockerignore': '*' });
    expect(await findAllLfsPointers(folder)).toEqual(['a.csv', 'data/b.csv', 'data/deep/größe und.csv']);
    expect(await findAllLfsPointers(join(folder, 'absent'))).toEqual([]);
  });

  test.each<[string, string[], string[]]>([
    ['all', ['COPY . .'], ['a.csv', 'data/b.csv', 'data/deep/größe und.csv']],
    ['a folder', ['COPY data data/'], ['data/b.csv', 'data/deep/größe und.csv']],
    ['a file', ['COPY a.csv ./'], ['a.csv']],
    ['a pattern', ['COPY data/*.csv ./'], ['data/b.csv']],
    ['out and in again', ['COPY ../a.csv ./'], ['a.csv']],
    ['nothing of them', ['COPY docs docs/', 'COPY data/real.csv ./'], []],
    ['from another stage', ['COPY --from=dev /a.csv ./'], []],
    ['beside a secret', ['RUN --mount=type=secret,id=a true', 'COPY docs docs/'], []],
    ['beside an agent and a time', ['ARG SOURCE_DATE_EPOCH', 'RUN --mount=type=ssh true', 'COPY a.csv ./'], ['a.csv']],
    ['a mount of a file', ['RUN --mount=type=bind,source=a.csv,target=/a.csv true'], ['a.csv']],
    ['a mount of a folder', ['RUN --mount=src=./data,target=/d true'], ['data/b.csv', 'data/deep/größe und.csv']],
    [
      'a mount of all, of which it may read a part',
      ['RUN --mount=target=/all true', 'COPY data/b.csv ./'],
      ['data/b.csv'],
    ],
    ['a mount of all by name', ['RUN --mount=source=.,target=/all true'], []],
    ['a mount of a folder that a variable names', ['RUN --mount=source=$WHAT,target=/all true'], []],
    [
      'what only a build can tell: all is looked at',
      ['COPY $WHAT ./'],
      ['a.csv', 'data/b.csv', 'data/deep/größe und.csv'],
    ],
  ])('among what is copied: %s', async (_, lines, expected) => {
    const { pointers } = await project(files, ...lines);
    expect(await pointers()).toEqual(expected);
  });

  test('none where nobody knows what .dockerignore leaves out', async () => {
    const { pointers } = await project({ ...files, '.dockerignore': 'data\n'.repeat(5000) }, 'COPY . .');
    expect(await pointers()).toEqual([]);
  });

  test('not what .dockerignore leaves out, nor what lies behind a link', async () => {
    const { places, pointers } = await project({ ...files, '.dockerignore': 'data\n!data/deep\n' }, 'COPY . .');
    await symlink('/', join(places.context, 'root'));
    await symlink('a.csv', join(places.context, 'link.csv'));
    expect(await pointers()).toEqual(['a.csv', 'data/deep/größe und.csv']);
  });
});

describe('what the share image lacks', () => {
  const wantedBy = 'test_a.py::test_b';

  test.each<[string[], object[]]>([
    [['data/wine.csv'], [{ path: 'data/wine.csv', isFolder: false, isIgnored: false }]],
    [['cellar.py', 'cellar'], [{ path: 'cellar', isFolder: true, isIgnored: false }]],
    [['test_*.py'], [{ path: 'test_*.py', isFolder: false, isIgnored: false }]],
    [['secret/key'], [{ path: 'secret/key', isFolder: false, isIgnored: true }]],
    [['secret'], [{ path: 'secret', isFolder: true, isIgnored: true }]],
    [['nowhere.csv'], []],
    [['link/hostname'], []],
  ])('%j', async (paths, expected) => {
    const files = {
      'data/wine.csv': '',
      'cellar/__init__.py': '',
      'test_a.py': '',
      'secret/key': '',
      '.dockerignore': 'secret\n',
    };
    const { places } = await project(files, 'COPY . .');
    await symlink('/etc', join(places.context, 'link'));
    expect(await findMissingFiles(places, { candidates: [{ paths, wantedBy }], testFiles: [] })).toEqual(
      expected.map(found => ({ ...found, wantedBy })),
    );
  });
});
