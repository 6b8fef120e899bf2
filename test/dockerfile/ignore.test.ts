import { describe, expect, test } from 'vitest';
import { readIgnore } from '../../src/dockerfile/ignore.ts';

describe('what a .dockerignore leaves out', () => {
  const paths = ['a', 'a/b', 'a/b/c', 'b', 'A', '.git', '.git/x', 'x.pyc', 'e/x.pyc', 'constructor'];
  const all = ['a', 'a/b', 'a/b/c'];
  test.each<[string, string[]]>([
    ['', []],
    ['# a', []],
    ['a', all],
    ['a\r\n', all],
    ['  a/  ', all],
    ['/a', all],
    ['./a', all],
    ['a/b', ['a/b', 'a/b/c']],
    ['b', ['b']],
    ['**/b', ['a/b', 'a/b/c', 'b']],
    ['a/**', ['a/b', 'a/b/c']],
    ['a/*', ['a/b', 'a/b/c']],
    ['*.pyc', ['x.pyc']],
    ['**/*.pyc', ['x.pyc', 'e/x.pyc']],
    ['.git', ['.git', '.git/x']],
    ['a\n!a/b', ['a']],
    ['!a/b\na', all],
    ['a\n! a/b/c', ['a', 'a/b']],
    ['a\n!**/b', ['a']],
  ])('%j', (text, expected) => {
    expect(paths.filter(readIgnore(text).ignores)).toEqual(paths.filter(path => expected.includes(path)));
  });

  test.each([
    '[ab]',
    'a?',
    '\\a',
    'a+',
    '(a)',
    '{a}',
    'a|b',
    '^a',
    'a$',
    'a**',
    '**a',
    '../a',
    '.',
    '/',
    ' #a',
    '\ufeffa',
    '\u00a0a',
    'ä',
  ])('nothing because of %j, but b', pattern => {
    expect(paths.filter(readIgnore(`${pattern}\nb`).ignores)).toEqual(['b']);
  });

  test.each(['!', '![ab]', '!a?', '\ufeff!a', '!!a', '!../a'])('nothing at all because of %j', pattern => {
    expect(paths.filter(readIgnore(`a\n${pattern}\nb`).ignores)).toEqual([]);
  });

  test('has exceptions, or not', () => {
    expect(readIgnore('*\n!a')).toMatchObject({ hasExceptions: true });
    expect(readIgnore('*\n#!a')).toMatchObject({ hasExceptions: false });
  });
});
