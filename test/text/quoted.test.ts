import { expect, test } from 'vitest';
import { byteLength, quoted } from '../../src/text/plain.ts';

test.each([
  ['a', '"a"'],
  ['  a \n\t b\r\n', '"a b"'],
  ['x'.repeat(100), `"${'x'.repeat(100)}"`],
  ['x'.repeat(101), `"${'x'.repeat(100)}…"`],
])('quoted %j', (text, expected) => {
  expect(quoted(text)).toBe(expected);
});

test.each([
  ['abc', 3],
  ['é', 2],
  ['日', 3],
  ['🐍', 4],
])('byteLength of %s is %i', (text, bytes) => {
  expect(byteLength(text)).toBe(bytes);
});
