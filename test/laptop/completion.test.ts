import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { candidates } from '../../src/laptop/commands/completion.ts';
import { makeProgram } from '../../src/laptop/commands/main.ts';

const program = makeProgram(() => undefined);
const words = (...typed: string[]): string[] => candidates(program, typed).map(({ word }) => word);

test.each([
  ['a command', ['de'], ['dev']],
  ['an option of a command', ['dev', '--net'], ['--network']],
  ['an option after another', ['dev', '--quiet', '--net'], ['--network']],
  ['an option after another with its value', ['test', '--file', 'Dockerfile', '--test-c'], ['--test-command']],
  ['an option of all commands', ['--he'], ['--help']],
  ['one of few values', ['completion', 'z'], ['zsh']],
  ['a command that is none', ['dve', '--net'], []],
  ['a value, which may be a file', ['dev', '--file', ''], []],
  ['a value after a short option', ['dev', '-p', ''], []],
  ["a container's command", ['dev', '--', '--net'], []],
  ['a test file', ['test', 'te'], []],
])('%s is completed: %j → %j', (_, typed, expected) => {
  expect(words(...typed)).toEqual(expected);
});

test('nothing typed: all commands but the hidden one', () => {
  expect(words('')).toEqual(expect.arrayContaining(['dev', 'test', 'completion', 'help']));
  expect(words('')).not.toContain('complete');
});

test('bash completes with the script that is printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dev-in-docker-completion-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const command = join(folder, 'dev-in-docker');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  const script = `eval "$(dev-in-docker completion bash)"
COMP_WORDS=(dev-in-docker dev --sh); COMP_CWORD=2; _dev_in_docker; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const environment = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
  const said = execFileSync('bash', ['-c', script], { env: environment, encoding: 'utf8' });
  expect(said.split('\n')).toEqual(['--share-target', '--shm-size', '']);
});
