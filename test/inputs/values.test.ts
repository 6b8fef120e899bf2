import { describe, expect, test } from 'vitest';
import { choice, shellWords } from '../../src/inputs/values.ts';
import { UserError } from '../../src/text/errors.ts';

describe('choice', () => {
  test.each([
    ['true', 'true'],
    ['TRUE', 'true'],
    ['False', 'false'],
    ['auto', 'auto'],
    ['Auto', 'auto'],
    ['', 'auto'],
  ])('%s → %s', (text, value) => {
    expect(choice('save-cache', text)).toBe(value);
  });

  test.each([['yes'], ['1'], ['on'], ['truee'], ['true false']])('%j is none', text => {
    expect(() => choice('save-cache', text)).toThrow(
      new UserError(`Input save-cache is "${text}": write auto, true or false.`),
    );
  });
});

describe('shellWords', () => {
  test.each([
    ['', []],
    ['-x -k "a or b"', ['-x', '-k', 'a or b']],
    ["-m 'not slow' --lf", ['-m', 'not slow', '--lf']],
    ['-n\n2', ['-n', '2']],
    ['a\\ b', ['a b']],
    ["''", ['']],
    ['$HOME *.py `id` $(id) ; rm', ['$HOME', '*.py', '`id`', '$(id)', ';', 'rm']],
    ['a#b # c', ['a#b', '#', 'c']],
    ['"say \\"hi\\""', ['say "hi"']],
    ['Größe 🐍', ['Größe', '🐍']],
  ])('%j → %j', (text, words) => {
    expect(shellWords('pytest-args', text)).toEqual(words);
  });

  test('more than anybody types', () => {
    expect(shellWords('pytest-args', 'a'.repeat(30_000))).toHaveLength(1);
    expect(() => shellWords('pytest-args', 'a'.repeat(30_001))).toThrow(
      'Input pytest-args has more than 30000 characters: write them into a file, such as pytest.ini or a script.',
    );
  });

  test.each([['-k "a or b'], ["it's"], ['-k a\\']])('%j does not end', text => {
    expect(() => shellWords('pytest-args', text)).toThrow(
      new UserError(
        `Input pytest-args is "${text}", which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.`,
      ),
    );
  });
});
