import { describe, expect, test } from 'vitest';
import { block, folded, inline, table } from '../../src/report/html.ts';
import { plain, shortened } from '../../src/text/plain.ts';
import { duration, megabytes } from '../../src/text/quantities.ts';
import { hostileTexts } from '../samples.ts';

test.each([
  ['a  b\n\tc\r\n', 'a b c'],
  ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
  ['&lt;', '&amp;lt;'],
  ['\u001b[1;31mred\u001b[0m', 'red'],
  ['\u2028a\u2029\n\nb', 'a b'],
])('inline %j → %j', (text, expected) => {
  expect(inline(text)).toBe(expected);
});

test('block keeps lines and spaces, between empty lines, in one element', () => {
  expect(block('a\n\n  # <b>\n')).toBe('\n\n<pre>a\n\n  # &lt;b&gt;\n</pre>\n\n');
});

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

describe('whatever the text', () => {
  test.each(hostileTexts.map(text => [text.slice(0, 60), text]))('%j is no markup', (_, text) => {
    expect(inline(text)).not.toMatch(/[<>"'\n\r]|&(?!(?:amp|lt|gt|quot|#39);)/);
    expect(block(text)).toMatch(/^\n\n<pre>[^<>"']*<\/pre>\n\n$/);
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
  [0, '0 ms'],
  [0.8504, '850 ms'],
  [0.9994, '999 ms'],
  [0.9996, '1.0 s'],
  [1, '1.0 s'],
  [12.34, '12.3 s'],
  [59.4, '59.4 s'],
  [59.6, '1 min 0 s'],
  [60, '1 min 0 s'],
  [119.7, '2 min 0 s'],
  [250, '4 min 10 s'],
  [3661, '61 min 1 s'],
])('duration of %d s is %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

test.each([
  [0, '0.0 MB'],
  [1_234_567, '1.2 MB'],
  [12_345_678, '12 MB'],
  [1_234_567_890, '1235 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(megabytes(bytes)).toBe(words);
});

test.each([
  [folded('T', 'c'), '<details><summary>T</summary>c</details>\n\n'],
  [folded('T', 'c', true), '<details open><summary>T</summary>c</details>\n\n'],
  [table([['a', 'b'], ['c']]), '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\n\n'],
])('%s', (actual, expected) => {
  expect(actual).toBe(expected);
});
