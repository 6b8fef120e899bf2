import { describe, expect, test } from 'vitest';
import { LineReader, readCommand } from './commands.ts';
import { plainText } from './job-page-markdown.ts';
import { CommandReader } from './runner-commands.ts';
import { readPairs } from './runner-files.ts';
import { Secrets } from './runner-secrets.ts';
import { StepRecord } from './runner-step.ts';

const registered = new Set(['error', 'add-mask', 'set-output', 'stop-commands', 'group']);

describe('a line is a command', () => {
  test.each([
    ['::error::x', 'error', 'x'],
    ['::ERROR::x', 'error', 'x'],
    ['\t ::error::x', 'error', 'x'],
    ['\u00a0\u2003\u0085::error::x', 'error', 'x'],
    ['::error::a%0Ab%250A', 'error', 'a\nb%0A'],
    ['::error::a::b', 'error', 'a::b'],
    ['::error::', 'error', ''],
    ['E  AssertionError: ##[add-mask]a', 'add-mask', 'a'],
    ['> ##[Set-Output name=x]y%5D%3B', 'set-output', 'y];'],
    ['##[stop-commands]t', 'stop-commands', 't'],
    ['::nothing:: ##[error]x', 'error', 'x'],
  ])('%j', (line, name, data) => {
    expect(readCommand(line, registered)).toMatchObject({ name, data });
  });

  test.each([
    '| ::error::x',
    '\u001b[31m::error::x',
    'tests/a.py::test_x PASSED',
    '::nothing::x',
    '::error:x',
    ': :error::x',
    ':: error::x',
    '\ufeff::error::x',
    '##[ error]x',
    '##[nothing] ##[error]x',
    '## [error]x',
    '',
  ])('or not: %j', line => {
    expect(readCommand(line, registered)).toBeUndefined();
  });

  test.each<[string, Record<string, string>]>([
    [
      '::error file=a.py,line=3,endLine=4,title=A%2C b%3A%0Ac::x',
      { file: 'a.py', line: '3', endline: '4', title: 'A, b:\nc' },
    ],
    ['::error file=a,line=1=2,,=x=y,empty=::x', { file: 'a', line: '1=2', x: 'y' }],
    ['::error title==x::m', { title: 'x' }],
    ['##[error file=a,b;line=3]x', { file: 'a,b', line: '3' }],
  ])('properties of %j', (line, properties) => {
    expect(Object.fromEntries(readCommand(line, registered)?.properties ?? [])).toEqual(properties);
  });
});

describe('lines', () => {
  test.each([
    [['a\nb\r\nc\rd'], ['a', 'b', 'c', 'd']],
    [
      ['a\r', '\nb\r', 'c'],
      ['a', 'b', 'c'],
    ],
    [['a\r'], ['a']],
    [['a\n\n\n'], ['a', '', '']],
    [['\n\r'], ['', '']],
    [['par', 'ts ', 'of\n'], ['parts of']],
    [['\ufeff::error::x'], ['::error::x']],
    [[], []],
  ])('%j are %j', (texts, lines) => {
    const reader = new LineReader();
    const read = texts.flatMap(text => reader.read(Buffer.from(text)));
    expect([...read, ...reader.end()]).toEqual(lines);
  });

  test('characters cut in two by the pipe are put together', () => {
    const reader = new LineReader();
    const read = [...Buffer.from('é☃\r😀')].flatMap(byte => reader.read(Buffer.of(byte)));
    expect([...read, ...reader.end()]).toEqual(['é☃', '😀']);
  });
});

function step(...lines: string[]): StepRecord {
  const record = new StepRecord(new Secrets());
  const reader = new CommandReader(record, '/work/repo');
  for (const line of lines) reader.read(line);
  return record;
}

describe('what the runner does with a line', () => {
  test('shows what is no command, and hides debug', () => {
    expect(step('a', '::debug::b', '::nothing::c').log).toEqual(['a', '::nothing::c']);
  });

  test('groups', () => {
    expect(step('::group::A', 'a', '::endgroup::').log).toEqual(['##[group]A', 'a', '##[endgroup]']);
  });

  test('obeys nothing between stop-commands and its token, and hides the token', () => {
    const record = step('::stop-commands::0123456789', '::error::a', '##[add-mask]e', '::0123456789::', '::error::b');
    expect(record.log).toEqual(['::stop-commands::***', '::error::a', '##[add-mask]e', '::***::', '##[error]b']);
    expect(record.annotations.map(({ message }) => message)).toEqual(['b']);
    expect(record.masks).toEqual([]);
  });

  test('takes the token anywhere in a line in its other form', () => {
    expect(step('::stop-commands::tok', 'x ##[TOK]', '::error::b').annotations).toHaveLength(1);
  });

  test.each(['', 'pause-logging', 'Error', 'stop-commands'])('ends the step at the stop token %j', token => {
    expect(() => step(`::stop-commands::${token}`)).toThrow('You cannot use a endToken');
  });

  test('masks from then on, each line and each encoded form', () => {
    const password = 'pass"word\\1';
    const record = step(
      `before ${password}`,
      `::add-mask::${password}`,
      `${password} ${Buffer.from(password).toString('base64')} ${JSON.stringify(password)}`,
      Buffer.from(`user:${password}`).toString('base64'),
      '::add-mask::first line%0Asecond line',
      'the second line, first line',
      `::error title=${password}::says ${password}`,
    );
    expect(record.log.slice(0, 2)).toEqual([`before ${password}`, '*** *** "***"']);
    expect(record.log[2]).toMatch(/^dXNlcjpw\*\*\*/);
    expect(record.log.slice(3)).toEqual(['the ***, ***', '##[error]says ***']);
    expect(record.annotations[0]?.message).toBe('says ***');
    expect(record.masks).toEqual([password, 'first line\nsecond line', 'first line', 'second line']);
  });

  test('refuses an empty mask with a warning', () => {
    expect(step('::add-mask::  ').annotations).toMatchObject([{ level: 'warning' }]);
  });

  test('merges masks that overlap or touch', () => {
    expect(step('::add-mask::abcd', '::add-mask::cdef', '::add-mask::ghi', 'xabcdefghi-abcdx').log).toEqual([
      'x***-***x',
    ]);
  });

  test('keeps 10 annotations of each level and 4,096 characters of each', () => {
    const errors = Array.from({ length: 12 }, (_, index) => `::error::${index}`);
    const record = step(...errors, `::notice::${'x'.repeat(5000)}`, '::warning::w');
    expect(record.annotations.map(({ level }) => level).join()).toBe(`${'error,'.repeat(10)}notice,warning`);
    expect(record.droppedAnnotations).toBe(2);
    expect(record.annotations[10]?.message).toHaveLength(4096);
    expect(record.log).toHaveLength(14);
  });

  test.each([
    ['file=/work/repo/a/b.py,line=3,col=2', { file: 'a/b.py', line: 3, column: 2 }],
    ['file=/work/repository/b.py', { file: '/work/repository/b.py' }],
    ['line=3,endLine=5,col=1', { line: 3, endLine: 5 }],
    ['endLine=5', { line: 5, endLine: 5 }],
    ['line=5,endLine=3', {}],
    ['col=5', {}],
    ['line=x,title=T', { title: 'T' }],
  ])('places an annotation with %s', (properties, place) => {
    expect(step(`::error ${properties}::m`).annotations).toEqual([{ level: 'error', message: 'm', ...place }]);
  });

  test('still takes set-output and save-state, with a warning', () => {
    const record = step('::set-output name=a::1', '::save-state name=b::2');
    expect([record.outputs.get('a'), record.state.get('b'), record.annotations.length]).toEqual(['1', '2', 2]);
    expect(record.failed).toBe(false);
  });

  test.each([
    '::set-env name=A::b',
    '::add-path::/tmp',
    '::set-output::x',
    '::echo::maybe',
    '::add-matcher::missing.json',
    'mid-line ##[add-matcher]missing.json',
  ])('fails the step at %s', line => {
    const record = step(line);
    expect(record.failed).toBe(true);
    expect(record.annotations[0]?.message === '' || record.log.some(text => text.includes('Unable to process'))).toBe(
      true,
    );
  });

  test('echoes commands when told to', () => {
    expect(step('::echo::on', '::group::A', '::add-mask::hidden', '::echo::off', '::endgroup::').log).toEqual([
      '::group::A',
      '##[group]A',
      '::add-mask::***',
      '::echo::off',
      '##[endgroup]',
    ]);
  });
});

describe('file commands', () => {
  test.each([
    [
      'a=1\nb=x=y<<z\n',
      [
        ['a', '1'],
        ['b', 'x=y<<z'],
      ],
    ],
    [
      'a<<E\n1\n2\nE\n\nb=\n',
      [
        ['a', '1\n2'],
        ['b', ''],
      ],
    ],
    ['a<<E\nE', [['a', '']]],
    ['a<<E=F\n::error::x\nb=2\nE=F\n', [['a', '::error::x\nb=2']]],
    ['a<<E\n\nx\r\n\nE\n', [['a', '\nx\r\n']]],
    ['', []],
  ])('%j', (text, pairs) => {
    expect([...readPairs(text)]).toEqual(pairs);
  });

  test.each(['a', 'a<<', '<<E\nE', 'a<<E\nx', 'a<<E\nx\n E\n'])('are refused: %j', text => {
    expect(() => [...readPairs(text)]).toThrow(/^Invalid/);
  });
});

test('a summary reads well as plain text', () => {
  const markdown = `### ✅ 3 passed in <code>4 s</code> · [log](https://example.com/l)

| test | time |
|---|---:|
| \`a_b_c\` | **1.5** s |
| \`x & y\` | 20 s |

<details open><summary>Failure &lt;1&gt;</summary>
<pre>assert __a__ ==   &lt;b&gt;
# no heading</pre>
</details>

\`\`\`Dockerfile
FROM python # not a heading
\`\`\`
`;
  expect(plainText(markdown)).toBe(`✅ 3 passed in 4 s · log (https://example.com/l)
-----------------------------------------------

test    time
a_b_c   1.5 s
x & y   20 s

▸ Failure <1>

    assert __a__ ==   <b>
    # no heading

    FROM python # not a heading
`);
});
