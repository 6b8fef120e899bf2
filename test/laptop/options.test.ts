import { Command } from 'commander';
import { expect, test } from 'vitest';
import { inputNames } from '../../src/inputs/names.ts';
import { addOptions, type Options, readOptions } from '../../src/laptop/commands/options.ts';

/** What stands on the command line, as it is read. */
function read(...args: string[]): Options {
  const command = addOptions(new Command('dev'), ['project', 'container', 'tests', 'publication']);
  return readOptions(command.exitOverride().parse(args, { from: 'user' }).opts());
}

test.each<[string[], object]>([
  [['--target', 'notebook'], { target: 'notebook' }],
  [['--read-only'], { 'read-only': 'true' }],
  [['--env', 'A=1', '--env', 'B=two words'], { env: 'A=1\nB=two words' }],
  [['--env', 'A=1\n2', '--env', 'B=3'], { env: 'A<<END\n1\n2\nEND\nB=3' }],
  [['--env', 'A=END\n2'], { env: 'A<<END_\nEND\n2\nEND_' }],
  [['--build-args', 'A=1', '--build-args', 'B=2'], { 'build-args': 'A=1\nB=2' }],
  [[], { target: '', env: '', file: '' }],
])('%j → %j', (args, inputs) => {
  expect(read(...args).inputs).toMatchObject(inputs);
});

test('how much is shown and done', () => {
  expect(read()).toMatchObject({ isQuiet: false, isVerbose: false, isDryRun: false });
  expect(read('--quiet', '--verbose', '--dry-run')).toMatchObject({ isQuiet: true, isVerbose: true, isDryRun: true });
});

test('a value of several lines that would be taken for two is refused', () => {
  expect(() => read('--build-args', 'A=1\nB=2')).toThrow(
    'Input build-args has a value of several lines: write one value at a time, on one line.',
  );
});

test('every input is read, and an option for one has its name', () => {
  expect(Object.keys(read().inputs).sort()).toEqual([...inputNames].sort());
  const command = addOptions(new Command('all'), ['project', 'container', 'tests', 'publication']);
  const names = command.options.map(option => option.long?.slice('--'.length));
  expect(names).toHaveLength(new Set(names).size);
  const own = ['quiet', 'verbose', 'dry-run'];
  expect(names.filter(name => !own.includes(name ?? '') && !inputNames.some(input => input === name))).toEqual([]);
});
