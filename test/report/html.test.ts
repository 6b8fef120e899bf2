import { expect, test } from 'vitest';
import { block, folded, inline, table } from '../../src/report/html.ts';
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

test.each(hostileTexts.map(text => [text.slice(0, 60), text]))('whatever the text, %j is no markup', (_, text) => {
  expect(inline(text)).not.toMatch(/[<>"'\n\r]|&(?!(?:amp|lt|gt|quot|#39);)/);
  expect(block(text)).toMatch(/^\n\n<pre>[^<>"']*<\/pre>\n\n$/);
});

test.each([
  [folded('T', 'c'), '<details><summary>T</summary>c</details>\n\n'],
  [folded('T', 'c', true), '<details open><summary>T</summary>c</details>\n\n'],
  [table([['a', 'b'], ['c']]), '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>\n\n'],
])('%s', (actual, expected) => {
  expect(actual).toBe(expected);
});
