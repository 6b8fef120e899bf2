import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandLine } from '../../src/text/command-line.ts';
import { hostileTexts } from '../samples.ts';

test.each([
  [['docker', 'run'], 'docker run'],
  [['a b', "it's"], `'a b' 'it'"'"'s'`],
  [[''], "''"],
  [['a\nb'], "$'a\\u000ab'"],
  [["\u001b[31m\\n'"], "$'\\u001b[31m\\\\n\\''"],
  [['\u202e\u009b'], "$'\\u202e\\u009b'"],
])('%j → %s', (words, expected) => {
  expect(commandLine(words)).toBe(expected);
});

test('bash reads the words that were meant, and nothing in them steers a terminal', () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostileTexts.filter(text => text.length < 100 && text.isWellFormed() && !text.includes('\0'))),
    fc.constantFrom('\n', '\u001b[0m', "'", '\\', '"', '$', '`', ' ', '\u202e', 'a', '0', '!'),
  );
  const word = fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join(''));
  const lists = fc.sample(fc.array(word, { maxLength: 4 }), 100);
  const script = lists.map(words => `printf '%s\\0' ${commandLine(words)}; printf '\\n\\0'`).join('\n');
  expect(script.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  const said = execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8', env: { LC_ALL: 'C.UTF-8' } });
  const expected = lists.map(words => `${(words.length === 0 ? [''] : words).map(text => `${text}\0`).join('')}\n\0`);
  expect(said).toBe(expected.join(''));
});
