import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type CacheScope,
  cacheKey,
  cachePrefixes,
  keyInstead,
  runKey,
  runPrefixes,
  splitKey,
} from '../../src/cache/keys.ts';
import { hostileTexts } from '../samples.ts';

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
  ['plain', {}, `dev-in-docker-v2-classic-x86_64-${build}-`],
  ['a suffix', { suffix: 'gpu' }, `dev-in-docker-v2-classic-x86_64-gpu-${build}-`],
  ['a suffix with what no key has', { suffix: 'a, b/ü' }, `dev-in-docker-v2-classic-x86_64-a_b_-${build}-`],
  ['a long suffix', { suffix: 's'.repeat(600) }, `dev-in-docker-v2-classic-x86_64-${'s'.repeat(100)}-${build}-`],
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

describe('run entries', () => {
  const scope = { architecture: 'x86_64', suffix: '', everything: ['dev', 'ba5e'] };
  const id = hash('["dev","ba5e"]').slice(0, 32);

  test('the prefetch order has the same scope, and neither is found by the other', () => {
    expect(runPrefixes(scope, hash)).toEqual({
      run: `dev-in-docker-run-v2-x86_64-${id}-`,
      prefetch: `dev-in-docker-prefetch-v2-x86_64-${id}-`,
    });
  });

  test('a suffix keeps them apart', () => {
    expect(runPrefixes({ ...scope, suffix: 'gpu 1' }, hash).run).toBe(`dev-in-docker-run-v2-x86_64-gpu_1-${id}-`);
  });

  test('anything else in what the stage depends on is another entry', () => {
    const everything = ['dev', 'A=1', 'ba5e'];
    expect(runPrefixes({ ...scope, everything }, hash).run).not.toBe(runPrefixes(scope, hash).run);
  });

  test('a key ends in what was built', () => {
    const prefixes = runPrefixes(scope, hash);
    expect(runKey(prefixes, hash('image'))).toBe(prefixes.run + hash('image').slice(0, 16));
  });

  test.each([
    ['nothing was found', 'k-1', undefined, 'k-1'],
    ['another image was found', 'k-1', 'k-2', 'k-1'],
    ['the same image was found damaged', 'k-1', 'k-1', 'k-1-instead'],
    ['its replacement was found damaged', 'k-1', 'k-1-instead', 'k-1-instead-instead'],
  ])('%s', (_, key, unusable, expected) => {
    expect(keyInstead(key, unusable)).toBe(expected);
  });
});

test('what one run splits by is not taken for what another does whose number goes on', () => {
  const key = splitKey(['test', 'unit'], '17', hash);
  expect(splitKey(['test', 'unit'], '171', hash).startsWith(key)).toBe(false);
});
