import { describe, expect, test } from 'vitest';
import { type CacheResult, judgeEnd, judgeRestored } from '../../src/cache/request.ts';

describe('what came of a request', () => {
  test.each<[string, CacheResult | undefined, string, CacheResult]>([
    ['its result, whatever was said', { key: 'k', bytes: 7 }, 'reading…\n', { key: 'k', bytes: 7 }],
    ['its own trouble', { key: 'k', trouble: 'no room' }, '', { key: 'k', trouble: 'no room' }],
    ['ended', undefined, ' \nreading…\n', { trouble: 'the cache client ended early: reading…' }],
    [
      'ended with a signed address in its last words',
      undefined,
      "TypeError: Invalid URL\n  input: 'https://x.blob.core.windows.net/c/b?sv=1&sig=s3cret'\n}",
      {
        trouble:
          "the cache client ended early: TypeError: Invalid URL\n  input: 'https://x.blob.core.windows.net/c/b?…'\n}",
      },
    ],
    [
      'ended after many words',
      undefined,
      `${'a'.repeat(1000)}b`,
      { trouble: `the cache client ended early: ${'a'.repeat(499)}b` },
    ],
  ])('%s', (_, result, said, expected) => {
    expect(judgeEnd(result, said)).toEqual(expected);
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
