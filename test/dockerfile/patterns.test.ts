import dockerignoreModule from '@balena/dockerignore';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIgnore } from '../../src/dockerfile/ignore.ts';
import { asPattern } from '../../src/dockerfile/patterns.ts';

describe('names', () => {
  test.each<[string, string, boolean]>([
    ['a', 'a', true],
    ['a', 'ab', false],
    ['*', '', true],
    ['*', '.hidden', true],
    ['a*', 'a', true],
    ['*a', 'banana', true],
    ['*an', 'banana', false],
    ['b*n*a', 'banana', true],
    ['b*x*a', 'banana', false],
    ['?', '🐍', true],
    ['??', '🐍', false],
    ['*?', '', false],
    ['a**b', 'axb', true],
    ['a.b', 'axb', false],
    ['[ab]', '[ab]', true],
    ['*', '*', true],
    ['\n*', '\nx', true],
  ])('%j and %j: %s', (pattern, name, expected) => {
    expect(asPattern(pattern)(name)).toBe(expected);
  });

  test('as a regular expression finds them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '🐍'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '🐍', '*', '?'), maxLength: 6 });
    const property = fc.property(pattern, text, (wanted, name) => {
      const expression = new RegExp(`^${wanted.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'su');
      expect(asPattern(wanted)(name)).toBe(expression.test(name));
    });
    fc.assert(property, { numRuns: 3000 });
  });
});

test('paths are left out as the reference implementation in JavaScript leaves them out', () => {
  // A CommonJS module: what its types call the default export is the module itself.
  const dockerignore = dockerignoreModule as unknown as typeof dockerignoreModule.default;
  const name = fc.constantFrom('a', 'b', 'ab', '*', 'a*', '*b', '*a*', '**', '.');
  const pattern = fc
    .tuple(
      fc.constantFrom('', '!', '! ', '/'),
      fc.array(name, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '/'),
    )
    .map(([start, names, end]) => `${start}${names.join('/')}${end}`)
    .filter(text => !/^[!/ ]*\.\/?$/.test(text));
  const path = fc
    .array(fc.constantFrom('a', 'b', 'ab', 'ba', 'abab'), { minLength: 1, maxLength: 5 })
    .map(names => names.join('/'));
  const property = fc.property(fc.array(pattern, { maxLength: 4 }), path, (patterns, file) => {
    const expected = dockerignore({ ignorecase: false }).add(patterns).ignores(file);
    expect(readIgnore(patterns.join('\n')).ignores(file)).toBe(expected);
  });
  fc.assert(property, { numRuns: 5000 });
});
