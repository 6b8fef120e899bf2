import { describe, expect, test } from 'vitest';
import { isModule, type MissingModule, missingModules } from '../../src/pytest/hidden-modules.ts';
import { failure } from '../report/places.ts';

describe('modules that could not be imported', () => {
  test.each<[string, string, Omit<MissingModule, 'isWhole'> | undefined]>([
    ['another error', 'assert 0', undefined],
    [
      'a compiled part of a package',
      "ModuleNotFoundError: No module named 'wine._fast'",
      { name: 'wine._fast', folders: ['wine', 'src/wine'], leaf: '_fast' },
    ],
    [
      'the same, imported by name',
      "ImportError: cannot import name '_fast' from 'wine' (/usr/src/app/wine/__init__.py)",
      { name: 'wine._fast', folders: ['wine', 'src/wine'], leaf: '_fast' },
    ],
    [
      'the same in a circle',
      "ImportError: cannot import name '_fast' from partially initialized module 'wine.core' (x)",
      { name: 'wine.core._fast', folders: ['wine/core', 'src/wine/core'], leaf: '_fast' },
    ],
    [
      'a module of its own',
      "ModuleNotFoundError: No module named 'fast'",
      { name: 'fast', folders: ['', 'src'], leaf: 'fast' },
    ],
    ['a path instead of a module', "No module named '../../etc'", undefined],
  ])('%s', (_, message, module) => {
    expect(missingModules([failure({ message })])).toEqual(
      module ? [{ isWhole: /No module/.test(message), ...module }] : [],
    );
  });

  test('each once, five at most', () => {
    const failures = [1, 1, 2, 3, 4, 5, 6].map(number => failure({ message: `No module named 'm${number}'` }));
    expect(missingModules(failures).map(({ name }) => name)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });
});

test.each([
  ['_fast.cpython-313-x86_64-linux-gnu.so', true],
  ['_fast.so', true],
  ['_fast.py', true],
  ['_fast', true],
  ['_faster.so', false],
  ['_fast.c', false],
  ['test_fast.py', false],
])('%s', (entry, expected) => {
  expect(isModule(entry, '_fast')).toBe(expected);
});
