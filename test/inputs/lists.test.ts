import { describe, expect, test } from 'vitest';
import { buildArguments, environment, globs, lines, secretValues } from '../../src/inputs/lists.ts';
import { UserError } from '../../src/text/errors.ts';

test.each([
  ['', []],
  ['  a  ', ['a']],
  ['a\nb', ['a', 'b']],
  ['a\r\n\r\n b \r\n', ['a', 'b']],
  ['# a comment\na # no comment\n  # another', ['a # no comment']],
])('lines of %j → %j', (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

describe('globs', () => {
  test.each(['requirements*.txt', '**/*.txt', '!a/**/b*c*d*/**', '*/*/*/*/*'])('%s', pattern => {
    expect(globs('cache-dependency-path', pattern)).toEqual([pattern]);
  });

  test.each(['*a*b*c*', 'a/*b*c***', '**/a/**/b/**'])('%s has too many stars', pattern => {
    expect(() => globs('cache-dependency-path', pattern)).toThrow(
      `Input cache-dependency-path has the pattern "${pattern}": write at most 3 stars in a name, and ** in a path at most twice.`,
    );
  });
});

describe('buildArguments', () => {
  test.each([
    ['', []],
    ['PYTHON=3.12', ['PYTHON=3.12']],
    ['A=1\n\n# why\n _b2 = x', 'Input build-args has no NAME=value in its line 4: write one NAME=value a line.'],
    ['A=\nB=a=b c', ['A=', 'B=a=b c']],
    ['A', 'Input build-args has no NAME=value in its line 1: write one NAME=value a line.'],
    ['1A=1', 'Input build-args has no NAME=value in its line 1: write one NAME=value a line.'],
    ['A=1, B=2\n--x=1', 'Input build-args has no NAME=value in its line 2: write one NAME=value a line.'],
    ['=1', 'Input build-args has no NAME=value in its line 1: write one NAME=value a line.'],
  ])('%j → %j', (text, expected) => {
    if (typeof expected === 'string') expect(() => buildArguments(text)).toThrow(new UserError(expected));
    else expect(buildArguments(text)).toEqual(expected);
  });
});

describe('environment', () => {
  test.each([
    ['nothing', '', {}],
    ['one', 'A=1', { A: '1' }],
    ['comments, empty lines, indentation', '# why\n\n  A=1\n', { A: '1' }],
    ['an empty value', 'A=', { A: '' }],
    ['spaces and signs in a value', 'A= b = "c" # d ', { A: ' b = "c" # d ' }],
    ['Windows line ends', 'A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['the last of two', 'A=1\nA=2', { A: '2' }],
    ['several lines', 'A<<END\nx\n\n  y=1\n# z\nEND\nB=2', { A: 'x\n\n  y=1\n# z', B: '2' }],
    ['several lines that end indented', 'A<<END\n  x\n  END', { A: '  x' }],
    ['no lines', 'A<<END\nEND', { A: '' }],
    ['an odd delimiter', 'A<< -- \nx\n--', { A: 'x' }],
    ['a value that looks like the start of one', 'A=b<<END', { A: 'b<<END' }],
  ])('%s', (_, text, expected) => {
    expect(environment(text)).toEqual(expected);
  });

  const malformed = (line: number) =>
    `Input env has no NAME=value in its line ${line}: write one NAME=value a line, or a value of several lines between NAME<<END and END.`;
  const bare = (line: number) =>
    `Input env has a name without a value in its line ${line}: write NAME=value; the runner's own variables are never passed on.`;
  test.each([
    ['a bare name', 'A=1\nGITHUB_TOKEN', bare(2)],
    ['a line of a key', 'KEY=-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC', bare(2)],
    ['a dash', 'A-B=1', malformed(1)],
    ['a digit', '# one\n1A=1', malformed(2)],
    ['export', 'export A=1', malformed(1)],
    ['YAML', 'A: s3cret', malformed(1)],
    ['a space', 'A =s3cret', malformed(1)],
    ['no end', 'A<<END\ns3cret', 'Input env has A<<END but no line END that ends the value.'],
    ['no delimiter', 'A<<\ns3cret', 'Input env has A<< but no line END that ends the value.'],
  ])('%s is an error that shows no value', (_, text, message) => {
    expect(() => environment(text)).toThrow(new UserError(message));
    expect(message).not.toMatch(/s3cret|MII/);
  });
});

describe('secretValues', () => {
  test.each<[string, string, [string, string][]]>([
    ['nothing', '', []],
    ['ids with all that may be in them', '# why\na.b-c_1=x=y', [['a.b-c_1', 'x=y']]],
    ['an empty value', 'a=', [['a', '']]],
    [
      'several lines',
      'pip.conf<<END\n[global]\nindex-url = x\nEND\nb=2',
      [
        ['pip.conf', '[global]\nindex-url = x'],
        ['b', '2'],
      ],
    ],
    [
      'one id twice',
      'a=1\na=2',
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(secretValues(text)).toEqual(expected);
  });

  const malformed = (line: number) =>
    `Input secrets has no id=value in its line ${line}: write one id=value a line, or a value of several lines between id<<END and END.`;
  test.each([
    [
      'a bare id',
      'a=1\ns3cret',
      'Input secrets has a name without a value in its line 2: write id=value, or id=VARIABLE in the input secret-envs.',
    ],
    ["the form of Docker's own action for several lines", '"token=s3cret\nmore"', malformed(1)],
    ['a space', 'token =s3cret', malformed(1)],
    ['no end', 'a<<END\ns3cret', 'Input secrets has a<<END but no line END that ends the value.'],
  ])('%s is an error that shows no value', (_, text, message) => {
    expect(() => secretValues(text)).toThrow(new UserError(message));
    expect(message).not.toContain('s3cret');
  });
});
