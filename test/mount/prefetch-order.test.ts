import { describe, expect, test } from 'vitest';
import { DATA_OFFSET } from '../../src/cache/framed.ts';
import { CHUNK_BYTES } from '../../src/cache/run-entry.ts';
import { formatPrefetchOrder, isWorthKeeping, MOST_BYTES, parsePrefetchOrder } from '../../src/mount/prefetch-order.ts';

const upTo = (end: number, start = 0) => Array.from({ length: end - start }, (_, index) => start + index);

test('an order is read as it was kept', () => {
  expect(parsePrefetchOrder(formatPrefetchOrder([3, 0, 2]), 4)).toEqual([3, 0, 2]);
});

test('the order of the largest entry there can be is not too long', () => {
  const most = Math.floor(DATA_OFFSET / 64);
  expect(most * CHUNK_BYTES).toBeGreaterThan(10e9);
  expect(formatPrefetchOrder(upTo(most)).length).toBeLessThan(MOST_BYTES / 2);
});

test.each<[string, string, number[]]>([
  ['empty', '', []],
  ['no JSON', 'chunks', []],
  ['broken off', '[1,2', []],
  ['no list', '{"0":1}', []],
  ['null', 'null', []],
  ['numbers that no chunk has', '[-1,1.5,5,1e99,2]', [2]],
  ['other things than numbers', '[null,"1",[1],{"a":1},true,2]', [2]],
  ['duplicates', '[1,1,0,1,0]', [1, 0]],
  ['too long', `[${'1,'.repeat(MOST_BYTES)}1]`, []],
  ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, []],
])('whatever an order says is safe: %s', (_, text, chunks) => {
  expect(parsePrefetchOrder(text, 5)).toEqual(chunks);
});

describe('an order is kept', () => {
  test.each<[string, number[], number[], boolean]>([
    ['none was known', [], [1], true],
    ['nothing was asked for', [], [], false],
    ['nothing was asked for, something known', [1], [], false],
    ['it was right', upTo(100), upTo(100), false],
    ['it was right, in another order', upTo(100), upTo(100).reverse(), false],
    ['a tenth was missing', upTo(900), upTo(1000), false],
    ['more than a tenth was missing', upTo(899), upTo(1000), true],
    ['more than a tenth was missing, which is little', upTo(80), upTo(143), false],
    ['the same, and one more', upTo(80), upTo(144), true],
    ['half of it was needless', upTo(100), upTo(50), false],
    ['most of it was needless', upTo(100), upTo(49), true],
    ['it was for something else', upTo(10), upTo(20, 10), true],
  ])('%s', (_, known, asked, isKept) => {
    expect(isWorthKeeping(known, asked)).toBe(isKept);
  });
});
