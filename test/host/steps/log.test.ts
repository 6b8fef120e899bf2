// What is printed in a job, as the runner reads it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { error, notice } from '@actions/core';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { print, say, withForeignLog } from '../../../src/host/steps/log.ts';
import { type Command, LineReader, readCommand } from '../../lab/commands.ts';
import { hostileTexts } from '../../samples.ts';

const COMMANDS = new Set(['error', 'notice', 'set-env', 'add-mask', 'group', 'stop-commands']);

let written = '';
for (const stream of [process.stdout, process.stderr]) {
  vi.spyOn(stream, 'write').mockImplementation(text => {
    written += text;
    return true;
  });
}
afterEach(() => {
  written = '';
});

/** The lines that were printed since this was asked for last, and the commands in them. */
function printed(): { lines: string[]; commands: Command[] } {
  const reader = new LineReader();
  const lines = [...reader.read(Buffer.from(written)), ...reader.end()];
  written = '';
  return { lines, commands: lines.flatMap(line => readCommand(line, COMMANDS) ?? []) };
}

/** Pieces of commands in any order, with anything between them. */
const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom(...hostileTexts.filter(text => text.length < 1000)),
      fc.constantFrom(':', '::', '#', '##', '[', '##[', ']', 'error', 'set-env', 'add-mask name=x', ' ', '%0A'),
      fc.constantFrom('\n', '\r', '\r\n', '\u0085', '\u00a0', '\ufeff', '\u2028', '\u001b[0m', '\u200d', '\0'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join(''));

test('no text that is said is a command', () => {
  const property = fc.property(foreign, text => {
    say({ reader: 'runner' }, text);
    expect(printed().commands).toEqual([]);
  });
  fc.assert(property, { numRuns: 3000 });
});

test.each([
  ['nothing special', 'It took 3 s.', ['It took 3 s.']],
  ['lines', 'one\ntwo', ['one', 'two']],
  ['a command', '::error::x', [': :error::x']],
  ['a command on a further line, after white space', 'a\n \t::error::x', ['a', ' \t: :error::x']],
  ['a command with more colons', ':::error::x', [': ::error::x']],
  ['the other form, anywhere', "it was running 'a.py::t[##[error]x]'", ["it was running 'a.py::t[## [error]x]'"]],
  ['one in two escape sequences', '#\u001b[0m#[error]x', ['## [error]x']],
  ['node ids', 'tests/a.py::test_a', ['tests/a.py::test_a']],
])('%s stays readable', (_, text, lines) => {
  say({ reader: 'runner' }, text);
  expect(printed().lines).toEqual(lines);
});

test('an annotation is one command, with nothing of it but our own', () => {
  const property = fc.property(
    fc.constantFrom(error, notice),
    foreign,
    foreign,
    foreign,
    (annotate, text, title, file) => {
      annotate(text, { title, file, startLine: 3 });
      const [command, ...others] = printed().commands;
      const told = { name: command?.name, text: command?.data, line: command?.properties.get('line'), others };
      expect(told).toEqual({ name: annotate.name, text: text.toWellFormed(), line: '3', others: [] });
      expect(['title', 'file', 'line']).toEqual(expect.arrayContaining([...(command?.properties.keys() ?? [])]));
    },
  );
  fc.assert(property, { numRuns: 1000 });
});

test('what is foreign is between two commands of ours', async () => {
  const text = '\n::error::x\n##[error]x';
  await withForeignLog({ reader: 'runner' }, async log => log(text));
  const { lines } = printed();
  const [, token] = /^::stop-commands::(\w{64})$/.exec(lines[0] ?? '') ?? [];
  expect(lines.slice(1)).toEqual(['', '::error::x', '##[error]x', `::${token}::`]);
});

/** Own words, or lines that were made harmless before: for colours, or to start sooner. Some print into a file of their own. */
const ELSEWHERE = [
  'cli.ts',
  'laptop/commands/completion.ts',
  'laptop/commands/doctor.ts',
  'laptop/commands/init.ts',
  'laptop/commands/main.ts',
  'laptop/commands/test.ts',
  'mount/steps/fetch-ahead.ts',
  'mount/steps/server.ts',
];

test('all that is said goes by the log', () => {
  const src = join(import.meta.dirname, '../../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  const printing = files.filter(file =>
    /\bconsole\.|\bprocess\.std(?:out|err)\.write\((?!'')/.test(readFileSync(join(src, file), 'utf8')),
  );
  expect(printing.sort()).toEqual([...ELSEWHERE, 'host/steps/log.ts'].sort());
});

test('what is said to a person steers no terminal', () => {
  for (const text of hostileTexts) {
    print(text);
    say({ reader: 'terminal' }, text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be gone
    expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    written = '';
  }
});
