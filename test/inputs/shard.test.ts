import { expect, test } from 'vitest';
import { shard } from '../../src/inputs/shard.ts';

test.each([
  ['1/1', 1, 1],
  ['2/4', 2, 4],
  ['256 / 256', 256, 256],
])('%s', (text, index, total) => {
  expect(shard('shard', text)).toEqual({ index, total });
});

test.each(['5/4', '0/4', '0/0', '2', '2/', '/4', 'a/b', '-1/4', '1.5/4', '1/257', '1/4/4', '2 of 4'])(
  '%s is none',
  text => {
    let told = '';
    try {
      shard('shard', text);
    } catch (error) {
      told = error instanceof Error ? error.message : '';
    }
    expect(told).toBe(`Input shard is "${text}": write which of how many, from 1/4 to 4/4 for four, and at most 256.`);
  },
);
