import fc from 'fast-check';
import { split } from 'shlex';
import { describe, expect, test } from 'vitest';
import { environment } from '../../src/inputs/lists.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { readSettings, settingNames } from '../../src/inputs/settings.ts';
import { parseToml } from '../../src/inputs/steps/toml.ts';

import { UserError } from '../../src/text/errors.ts';

const origin = 'dev-in-docker.toml';
const read = (toml: string, context = '.') => readSettings(parseToml(toml, origin), origin, context).values;

describe('settings are read as the inputs of the same names', () => {
  test.each<[string, Partial<InputTexts>]>([
    ['', {}],
    ['target = "test"\nshare-target = " final "', { target: 'test', 'share-target': 'final' }],
    ['target = ""\npytest-args = []\nenv = {}', {}],
    ['build-args = { PYTHON = "3.10", A = "b=c" }', { 'build-args': 'PYTHON=3.10\nA=b=c' }],
    ['build-args = ["PYTHON=3.13", "A=1"]', { 'build-args': 'PYTHON=3.13\nA=1' }],
    ['build-args = """\nPYTHON=3.13\nA=1\n"""', { 'build-args': 'PYTHON=3.13\nA=1\n' }],
    ['cache-dependency-path = "*.lock"', { 'cache-dependency-path': '*.lock' }],
    ['cache-dependency-path = ["*.lock", "!a.lock"]', { 'cache-dependency-path': '*.lock\n!a.lock' }],
    ['test-command = "coverage run -m pytest"', { 'test-command': 'coverage run -m pytest' }],
    ['test-command = ["make", "the tests"]', { 'test-command': "make 'the tests'" }],
    ['pytest-args = ["-m", "not slow"]', { 'pytest-args': "-m 'not slow'" }],
    ['env = { A = "1", B = " x " }', { env: 'A=1\nB= x ' }],
    ['[env]\nA = "1"', { env: 'A=1' }],
    ['env = ["A=1"]', { env: 'A=1' }],
    ['working-directory = "sub"\nworkdir = "/src"', { 'working-directory': 'sub', workdir: '/src' }],
    ['network = "none"', { network: 'none' }],
    ['shm-size = "1 GB"', { 'shm-size': '1 GB' }],
    ['timeout-minutes = 2.5\nslowest = 0', { 'timeout-minutes': '2.5', slowest: '0' }],
    ['timeout-minutes = "10"', { 'timeout-minutes': '10' }],
  ])('%j', (toml, expected) => {
    expect(read(toml)).toEqual(expected);
  });

  test.each([
    ['.', 'Dockerfile.dev', 'Dockerfile.dev'],
    ['analysis', './docker/Dockerfile', 'analysis/docker/Dockerfile'],
    ['analysis', '../Dockerfile', 'Dockerfile'],
  ])('the context is %s: file %s is %s in the checkout', (context, file, expected) => {
    expect(read(`file = "${file}"`, context)).toEqual({ file: expected });
  });

  test('a variable of several lines is what it was', () => {
    const value = ' first\nEND\n\n  last \n';
    expect(environment(read(`env = { A = ${JSON.stringify(value)}, B = "2" }`).env ?? '')).toEqual({
      A: value,
      B: '2',
    });
    expect(environment(read(`env = [${JSON.stringify(`A=${value}`)}]`).env ?? '')).toEqual({ A: value });
  });

  test('words in a list are what a shell makes of their line', () => {
    const words = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, list => {
        const { values } = readSettings({ 'pytest-args': list }, origin, '.');
        expect(split(values['pytest-args'] ?? '')).toEqual(list);
      }),
    );
  });
});

describe('what is wrong, where, and the cure', () => {
  const guarded = ', which every pull request could change there: set it in the workflow, as an input';
  test.each<[string, string | RegExp]>([
    ['tagret = "dev"', 'dev-in-docker.toml has "tagret", which is no setting: did you mean target?'],
    ['Test_Command = "dev"', 'dev-in-docker.toml has "Test_Command", which is no setting: did you mean test-command?'],
    ['python = "3"', `dev-in-docker.toml has "python", which is no setting: there are ${settingNames.join(', ')}.`],
    [
      '__proto__ = "3"',
      `dev-in-docker.toml has "__proto__", which is no setting: there are ${settingNames.join(', ')}.`,
    ],
    [
      'constructor = "3"',
      `dev-in-docker.toml has "constructor", which is no setting: there are ${settingNames.join(', ')}.`,
    ],
    [
      '[tool.dev-in-docker]\ntarget = "dev"',
      'dev-in-docker.toml has "tool": leave [tool.dev-in-docker] out, which only pyproject.toml needs.',
    ],
    [
      'context = "a"',
      'dev-in-docker.toml has "context", but the file is looked for in that very folder: set it in the workflow, as an input.',
    ],
    ...['image', 'password', 'enable-cache', 'user', 'summary', 'load', 'push'].map((name): [string, RegExp] => [
      `${name} = "x"`,
      new RegExp(`^dev-in-docker.toml has "${name}"${guarded}\\.$`),
    ]),
    ...['gpus', 'read-only', 'secrets', 'ssh'].map((name): [string, string] => [
      `${name} = "x"`,
      `dev-in-docker.toml has "${name}"${guarded}, or on your machine as an option.`,
    ]),
    ['target = 3', 'The setting target in dev-in-docker.toml is no text: write its value in quotes.'],
    ['shm-size = true', 'The setting shm-size in dev-in-docker.toml is no text: write its value in quotes.'],
    ['slowest = true', 'The setting slowest in dev-in-docker.toml is no number: write one, such as 10.'],
    [
      'pytest-args = 1',
      'The setting pytest-args in dev-in-docker.toml is neither a text nor a list of texts: write "…" or ["…", "…"].',
    ],
    [
      'pytest-args = ["--maxfail", 1]',
      'The setting pytest-args in dev-in-docker.toml is neither a text nor a list of texts: write "…" or ["…", "…"].',
    ],
    [
      'env = 2026-11-27',
      'The setting env in dev-in-docker.toml is neither a text nor a list of texts: write "…" or ["…", "…"].',
    ],
    [
      'build-args = { PYTHON = 3.10 }',
      'The setting build-args in dev-in-docker.toml has "PYTHON" without quotes around its value: put it in quotes, which keep a version such as "3.10" as it is.',
    ],
    [
      'build-args = ["PYTHON"]',
      'The setting build-args in dev-in-docker.toml has no NAME=value in its line 1: write one NAME=value a line.',
    ],
    [
      'build-args = { A = "1\\n2" }',
      'The setting build-args in dev-in-docker.toml has a value of several lines: write one value at a time, on one line.',
    ],
    [
      'build-args = { KEY = "ghp_0123456789012345678901" }',
      'The setting build-args in dev-in-docker.toml has a token in KEY, which everyone who has the image can read: pass it by the input secrets, and mount it with RUN --mount=type=secret.',
    ],
    [
      'env = ["TOKEN"]',
      "The setting env in dev-in-docker.toml has a name without a value in its line 1: write NAME=value; the runner's own variables are never passed on.",
    ],
    [
      'network = "host"',
      'The setting network in dev-in-docker.toml is "host", but a file can only take the network away: write "none", or set the network in the workflow, as an input, or on your machine as an option.',
    ],
    [
      'file = "/etc/passwd"',
      'The setting file in dev-in-docker.toml is "/etc/passwd", which leads out of the checkout: write a path within it.',
    ],
    [
      'file = "../Dockerfile"',
      'The setting file in dev-in-docker.toml is "../Dockerfile", which leads out of the checkout: write a path within it.',
    ],
    ['target = "dev', /^dev-in-docker\.toml is no valid TOML in line 1 \([^\n]+\): correct that line\.$/],
    ['target = "a"\ntarget = "b"', /^dev-in-docker\.toml is no valid TOML in line 2 \([^\n]+\): correct that line\.$/],
  ])('%j', (toml, sentence) => {
    expect(() => read(toml)).toThrow(sentence);
    expect(() => read(toml)).toThrow(UserError);
  });

  test('a setting that leads out of the checkout', () => {
    expect(() => read('file = "../../Dockerfile"', 'a')).toThrow(
      'The setting file in dev-in-docker.toml is "a/../../Dockerfile", which leads out of the checkout',
    );
  });
});
