import { describe, expect, test } from 'vitest';
import { type CacheResult, judgeEnd, judgeRestored } from '../../src/cache/request.ts';

describe('what came of a request', () => {
  test.each<[string, 'restore' | 'save', CacheResult | undefined, string, CacheResult]>([
    ['a hit', 'restore', { key: 'k', bytes: 7 }, 'Cache hit for: k\nCache Size: ~1 MB\n', { key: 'k', bytes: 7 }],
    ['a miss', 'restore', {}, 'Cache not found for keys: k\n', {}],
    [
      'a miss, for want of an answer',
      'restore',
      {},
      '::warning::Failed to restore: connect ECONNREFUSED 127.0.0.1:1\n',
      { trouble: 'Failed to restore: connect ECONNREFUSED 127.0.0.1:1' },
    ],
    [
      'a hit with a warning',
      'restore',
      { key: 'k', bytes: 7 },
      'Received 1 of 2\n::warning::Cache read 50%25 of it%0Athen broke off%0D\n',
      { key: 'k', bytes: 7, trouble: 'Cache read 50% of it then broke off' },
    ],
    [
      "the client's own trouble, which says more",
      'restore',
      { key: 'k', trouble: 'the entry k is damaged' },
      '::warning::something\n',
      { key: 'k', trouble: 'the entry k is damaged' },
    ],
    [
      'saved, whatever was said on the way',
      'save',
      { key: 'k', bytes: 7 },
      '::warning::tried twice\n',
      { key: 'k', bytes: 7 },
    ],
    [
      'refused',
      'save',
      { bytes: 7 },
      'Failed to save: Unable to reserve cache with key k, another job may be creating this cache.\n',
      { bytes: 7, trouble: 'Unable to reserve cache with key k, another job may be creating this cache.' },
    ],
    [
      'denied',
      'save',
      { bytes: 7 },
      '::error::Failed to save: cache write denied: read only\n',
      { bytes: 7, trouble: 'Failed to save: cache write denied: read only' },
    ],
    ['nothing that speaks of trouble', 'save', { bytes: 7 }, 'it said "::warning::" in mid-line\n', { bytes: 7 }],
    ['ended', 'save', undefined, ' \nreading…\n', { trouble: 'the cache client ended early: reading…' }],
    [
      'ended after many words',
      'save',
      undefined,
      `${'a'.repeat(1000)}b`,
      { trouble: `the cache client ended early: ${'a'.repeat(499)}b` },
    ],
  ])('%s', (_, action, result, said, expected) => {
    expect(judgeEnd(result, said, action)).toEqual(expected);
  });
});

describe('what a restore brought', () => {
  test.each<[string, CacheResult, boolean, ReturnType<typeof judgeRestored>]>([
    ['nothing', {}, false, { isExact: false, isUsable: false, bytes: 0 }],
    [
      'an entry of these requirements',
      { key: 'k-feed-1', bytes: 7 },
      false,
      { key: 'k-feed-1', isExact: true, isUsable: true, bytes: 7 },
    ],
    [
      'an entry of others',
      { key: 'k-dead-1', bytes: 7 },
      false,
      { key: 'k-dead-1', isExact: false, isUsable: true, bytes: 7 },
    ],
    [
      'one that is damaged',
      { key: 'k-feed-1', bytes: 7, trouble: 'damaged' },
      false,
      { key: 'k-feed-1', isExact: false, isUsable: false, bytes: 7, trouble: 'damaged' },
    ],
    ['trouble', { trouble: 'no answer' }, false, { isExact: false, isUsable: false, bytes: 0, trouble: 'no answer' }],
    [
      'only the word that there is one',
      { key: 'k-feed-1', bytes: 0 },
      true,
      { key: 'k-feed-1', isExact: true, isUsable: false, bytes: 0 },
    ],
    [
      'only the word that there is one of others',
      { key: 'k-dead-1', bytes: 0 },
      true,
      { key: 'k-dead-1', isExact: false, isUsable: false, bytes: 0 },
    ],
    ['only the word that there is none', {}, true, { isExact: false, isUsable: false, bytes: 0 }],
  ])('%s', (_, result, lookupOnly, expected) => {
    expect(judgeRestored(result, 'k-feed-', lookupOnly)).toEqual(expected);
  });
});
