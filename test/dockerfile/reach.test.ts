import { expect, test } from 'vitest';
import { reaches } from '../../src/dockerfile/reach.ts';

test.each<[string[], string, boolean]>([
  [['.'], '.git/config', true],
  [['/'], '.git/config', true],
  [['../..'], '.git/config', true],
  [['.git'], '.git/config', true],
  [['./.git/'], '.git/config', true],
  [['src/../.git'], '.git/config', true],
  [['.g*'], '.git/config', true],
  [['*'], 'a/.git/config', true],
  [['a.py', '.git/config'], '.git/config', true],
  // A folder on the way to what is taken.
  [['.git/HEAD'], '.git', true],
  [['.git/HEAD'], '.git/config', false],
  [['src', '*.py', 'git'], '.git/config', false],
  [[], '.git/config', false],
])('COPY %j takes %s: %j', (sources, path, expected) => {
  expect(reaches([{ sources: [] }, { sources }], path)).toBe(expected);
});

test('what nobody knows may be anything', () => {
  expect(reaches(undefined, '.git/config')).toBe(true);
  expect(reaches([], '.git/config')).toBe(false);
});
