import { describe, expect, test } from 'vitest';
import { byteLength, plain, quoted, shortened, withoutQueries } from '../../src/text/plain.ts';
import { hostileTexts } from '../samples.ts';

test.each([
  ['plain, with tab\tand\nline', 'plain, with tab\tand\nline'],
  ['\u001b[31mred\u001b[0m\u001b[2K\u001b[?25l', 'red'],
  ['\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007', 'link'],
  ['\u001b]0;title\u001b\\text', 'text'],
  ['a\u0000b\u0007c\u007fd\u009be\rf', 'abcdef'],
  ['\u202eabc\u2066d', 'abcd'],
  ['\ud800a', '\ufffda'],
  ['Größe 日本 🐍 👩‍🔬', 'Größe 日本 🐍 👩‍🔬'],
])('plain %j → %j', (text, expected) => {
  expect(plain(text)).toBe(expected);
});

test.each([
  ['https://a.blob/c?sv=1&sig=x%2B failed', 'https://a.blob/c?… failed'],
  ["input: 'https://a.blob/c?sig=x'", "input: 'https://a.blob/c?…'"],
  ['http://a/?b?c=d http://e/?f=g', 'http://a/?b?… http://e/?…'],
  ['Really? Is 1=1?', 'Really? Is 1=1?'],
])('without queries %j → %j', (text, expected) => {
  expect(withoutQueries(text)).toBe(expected);
});

describe('whatever the text', () => {
  test.each(hostileTexts.map(text => [text.slice(0, 60), text]))('%j has no control characters', (_, text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
    expect(plain(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(plain(plain(text))).toBe(plain(text));
  });
});

test.each([
  ['short', 100, 'short'],
  ['x'.repeat(100), 100, 'x'.repeat(100)],
  [`${'a'.repeat(60)}${'z'.repeat(60)}`, 100, `${'a'.repeat(40)}\n… cut …\n${'z'.repeat(40)}`],
])('shortened %j to %i', (text, most, expected) => {
  expect(shortened(text, most)).toBe(expected);
  expect(shortened(text, most).length).toBeLessThanOrEqual(most);
});

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
