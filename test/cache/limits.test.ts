import { expect, test } from 'vitest';
import { excess, shortage } from '../../src/cache/limits.ts';

test.each<[number, number, string | undefined]>([
  [14e9, 1e9, undefined],
  [3e9, 1e9, undefined],
  [2_999_999_999, 1e9, 'the disk has 3000 MB left, too little to save an image of 1000 MB and leave 2000 MB free'],
  [1e9, 4e6, 'the disk has 1000 MB left, too little to save an image of 4.0 MB and leave 2000 MB free'],
])('with %d bytes free, an image of %d: %s', (free, takes, expected) => {
  expect(shortage(free, takes)).toBe(expected);
});

test('nor is one restored to a disk without room', () => {
  expect(shortage(3e9, 1e9, 'restore')).toBeUndefined();
  expect(shortage(1e9, 4e6, 'restore')).toMatch('too little to restore an image of 4.0 MB');
});

test.each<[number, number, string | undefined]>([
  [0, 5e9, undefined],
  [5e9, 5e9, undefined],
  [5_000_000_001, 5e9, 'the entry has 5000 MB, more than the 5000 MB that cache-max-size allows'],
  [12e6, 1e6, 'the entry has 12 MB, more than the 1.0 MB that cache-max-size allows'],
])('of an entry of %d bytes, where %d are allowed: %s', (bytes, most, expected) => {
  expect(excess(bytes, most)).toBe(expected);
});
