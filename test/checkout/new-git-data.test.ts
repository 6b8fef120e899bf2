import { describe, expect, test } from 'vitest';
import {
  BARE_PARTS,
  type GitMarks,
  isBare,
  newGitData,
  removable,
  withFolders,
} from '../../src/checkout/new-git-data.ts';

describe('what git takes for a bare repository', () => {
  test.each<[string, boolean]>([
    ['', false],
    ['HEAD', false],
    ['HEAD objects', false],
    ['objects refs', false],
    ['HEAD objects refs', true],
    ['HEAD commondir', true],
    ['commondir objects refs', false],
  ])('%j: %s', (parts, expected) => {
    expect(isBare({ parts: parts.split(' ') })).toBe(expected);
  });
});

const bare = { parts: ['HEAD', 'objects', 'refs'] };
const plain = (git: string): GitMarks => ({ git, parts: [] });
type Marks = Record<string, GitMarks>;

describe('what was not there before', () => {
  test.each<[string, Marks, Marks, unknown[]]>([
    ['nothing', {}, {}, []],
    ['the same', { '': plain('1'), a: bare }, { '': plain('1'), a: bare }, []],
    ['.git', {}, { docs: plain('2') }, [['docs', '.git']]],
    ['.git at the top', {}, { '': plain('2') }, [['', '.git']]],
    ['a bare repository', {}, { docs: bare }, [['docs', 'HEAD', 'objects', 'refs']]],
    [
      'both in one folder',
      {},
      { d: { git: '2', ...bare } },
      [
        ['d', '.git'],
        ['d', 'HEAD', 'objects', 'refs'],
      ],
    ],
    ['what a bare one lacked', { d: { parts: ['HEAD', 'objects'] } }, { d: bare }, [['d', 'refs']]],
    ['a HEAD by itself', {}, { docs: { parts: ['HEAD'] } }, []],
    ['more in what was bare', { d: bare }, { d: { parts: [...BARE_PARTS] } }, []],
    ['moved with its folder', { a: plain('1') }, { b: plain('1') }, []],
    ['two that changed places', { a: plain('1'), b: plain('2') }, { a: plain('2'), b: plain('1') }, []],
    ['another in its place', { a: plain('1') }, { a: plain('2') }, [['a', '.git', 'in place of another']]],
  ])('%s', (_, before, after, expected) => {
    const found = newGitData(new Map(Object.entries(before)), new Map(Object.entries(after)));
    const shown = found.map(({ folder, names, isInPlaceOfAnother }) => [
      ...[folder, ...names],
      ...(isInPlaceOfAnother ? ['in place of another'] : []),
    ]);
    expect(shown).toEqual(expected);
  });
});

describe('what may be removed', () => {
  const git = ['.git'];
  const parts = ['HEAD', 'objects', 'refs'];
  test.each<[string, string[], string, string[], string[]]>([
    ['at the top', ['a.py'], '', git, git],
    ['in a folder with tracked files', ['docs/a.md'], 'docs', git, git],
    ['in one with tracked files further below', ['docs/api/b/a.md'], 'docs', git, git],
    ['in a submodule that was not fetched', ['data'], 'data', git, git],
    ['not where there is no index', [], '', git, []],
    ['not in a folder for data', ['docs/a.md'], 'data', git, []],
    ['not in one inside of a tracked one', ['docs/a.md'], 'docs/clone', git, []],
    ['not in one whose name only begins like it', ['docs-old/a.md'], 'docs', git, []],
    ['parts of a bare one', ['docs/a.md'], 'docs', parts, parts],
    ['not what git tracks', ['docs/HEAD', 'docs/objects/a'], 'docs', parts, ['refs']],
  ])('%s', (_, tracked, folder, names, expected) => {
    const found = { folder: 'anywhere', names, isInPlaceOfAnother: false };
    expect(removable(found, folder, withFolders(tracked))).toEqual(expected);
  });

  test('not where another was before', () => {
    const found = { folder: '', names: git, isInPlaceOfAnother: true };
    expect(removable(found, '', withFolders(['a.py']))).toEqual([]);
  });

  test('paths of an index, with their folders', () => {
    expect([...withFolders(['a/b/c.py', 'a/b/d.py', 'e'])].toSorted()).toEqual(
      ['', 'a', 'a/b', 'a/b/c.py', 'a/b/d.py', 'e'].toSorted(),
    );
    expect([...withFolders([])]).toEqual([]);
  });
});
