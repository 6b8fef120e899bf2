import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CacheScope, cacheKey, cachePrefixes } from '../../src/core/keys.ts';
import { hostileTexts } from './samples.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const scope: CacheScope = {
  store: 'classic',
  architecture: 'x86_64',
  suffix: '',
  build: ['.', '', 'dev'],
  requirements: hash('numpy'),
};
const prefixes = (more: Partial<CacheScope> = {}) => cachePrefixes({ ...scope, ...more }, hash);
const build = hash('[".","","dev"]').slice(0, 8);
const requirements = hash('numpy').slice(0, 16);

test.each([
  ['plain', {}, `dev-in-docker-v1-classic-x86_64-${build}-`],
  ['a suffix', { suffix: 'gpu' }, `dev-in-docker-v1-classic-x86_64-gpu-${build}-`],
  ['a suffix with what no key has', { suffix: 'a, b/ü' }, `dev-in-docker-v1-classic-x86_64-a_b_-${build}-`],
  ['a long suffix', { suffix: 's'.repeat(600) }, `dev-in-docker-v1-classic-x86_64-${'s'.repeat(100)}-${build}-`],
])('%s', (_, more, any) => {
  expect(prefixes(more)).toEqual({ any, exact: `${any}${requirements}-` });
});

test('a key is the exact prefix and what was built', () => {
  expect(cacheKey(prefixes(), hash('image'))).toBe(prefixes().exact + hash('image').slice(0, 16));
});

describe('what makes two jobs differ', () => {
  test.each<[string, Partial<CacheScope>]>([
    ['store', { store: 'containerd' }],
    ['architecture', { architecture: 'aarch64' }],
    ['suffix', { suffix: 'gpu' }],
    ['context', { build: ['sub', '', 'dev'] }],
    ['stage', { build: ['.', '', 'test'] }],
    ['build arguments', { build: ['.', '', 'dev', 'PYTHON=3.12'] }],
  ])('%s: neither finds the entries of the other', (_, more) => {
    const [mine, others] = [prefixes(), prefixes(more)];
    expect(cacheKey(others, 'id').startsWith(mine.any)).toBe(false);
    expect(cacheKey(mine, 'id').startsWith(others.any)).toBe(false);
  });

  test('requirements: found, but not as exact', () => {
    const [mine, others] = [prefixes(), prefixes({ requirements: hash('pandas') })];
    expect(cacheKey(others, 'id').startsWith(mine.any)).toBe(true);
    expect(cacheKey(others, 'id').startsWith(mine.exact)).toBe(false);
  });
});

test('whatever the suffix, a key has no comma, at most 512 characters, and starts with its prefixes', () => {
  for (const suffix of [...hostileTexts, ',', 'a'.repeat(10_000)]) {
    const both = prefixes({ suffix });
    const key = cacheKey(both, hash('image'));
    expect(key).toMatch(/^[A-Za-z0-9._-]{1,512}$/);
    expect(key.startsWith(both.exact)).toBe(true);
    expect(both.exact.startsWith(both.any)).toBe(true);
  }
});
