import { describe, expect, test } from 'vitest';
import { type Inputs, readInputs } from '../../src/inputs/inputs.ts';
import { type InputTexts, noInputs } from '../../src/inputs/names.ts';
import { readSettings } from '../../src/inputs/settings.ts';
import { parseToml } from '../../src/inputs/steps/toml.ts';
import { UserError } from '../../src/text/errors.ts';
import { defaultInputs } from '../samples.ts';

const origin = 'dev-in-docker.toml';
const settings = (toml: string) => readSettings(parseToml(toml, origin), origin, '.');
const read = (texts: Partial<InputTexts>, toml?: string) =>
  readInputs({ ...noInputs, ...texts }, toml === undefined ? undefined : settings(toml));

describe('what is written differently but means the same is the same', () => {
  test.each<[Partial<InputTexts>, Partial<InputTexts>]>([
    [{ context: './analysis/' }, { context: 'analysis' }],
    [{ context: '' }, { context: '.' }],
    [{ file: './docker//Dockerfile' }, { file: 'docker/Dockerfile' }],
    [{ 'working-directory': 'a/../b/' }, { 'working-directory': 'b' }],
    [{ target: 'Dev' }, { target: 'dev' }],
    [{ 'cache-dependency-path': '# all\n a.txt \r\n\nb.txt' }, { 'cache-dependency-path': 'a.txt\nb.txt' }],
    [{ 'cache-dependency-path': './a/*.txt\n!./a//b.txt' }, { 'cache-dependency-path': 'a/*.txt\n!a/b.txt' }],
    [{ 'cache-max-size': '1 gb' }, { 'cache-max-size': '1000 MB' }],
    [{ 'pytest-args': '-k  "a b"\n-x' }, { 'pytest-args': "-k 'a b' -x" }],
    [
      { push: 'TRUE', load: 'True', summary: 'Failures' },
      { push: 'true', load: 'true', summary: 'failures' },
    ],
    [{ image: 'ghcr.io/Octo/Wine' }, { image: 'ghcr.io/octo/wine' }],
    [{ tags: ' Auto\n# more\nedge' }, { tags: 'auto\nedge' }],
    [{ 'share-file': './out/share.tar' }, { 'share-file': 'out/share.tar' }],
    [{ 'secret-files': 'a=./x/../y' }, { 'secret-files': 'a=y' }],
  ])('%j is %j', (one, other) => {
    expect(read(one)).toEqual(read(other));
  });
});

test('what is not set', () => {
  expect(read({}).inputs).toMatchObject({
    ...{ context: '.', file: undefined, target: 'dev', 'share-target': 'share', 'cache-max-size': 5e9 },
    ...{
      'test-command': ['pytest'],
      'pytest-args': [],
      env: {},
      'build-args': [],
      network: undefined,
      user: undefined,
    },
    ...{ push: 'auto', overwrite: false, 'verify-share': true, slowest: 10, image: undefined, tags: ['auto'] },
  } satisfies Partial<Inputs>);
});

const path = (input: string, text: string) =>
  `Input ${input} is "${text}", which leads out of the checkout: write a path within it.`;
const flag = (input: string, text: string) => `Input ${input} is "${text}": write true or false.`;
const choice = (input: string, text: string) => `Input ${input} is "${text}": write auto, true or false.`;
const size = (input: string, text: string) => `Input ${input} is "${text}": write a size such as 5 GB or 800 MB.`;

/** A mistake in each input that can have one, and its sentence. */
const MISTAKES: [keyof InputTexts, string, string][] = [
  ['context', '../x', path('context', '../x')],
  ['file', '/Dockerfile', path('file', '/Dockerfile')],
  ['build-args', 'PYTHON', 'Input build-args has no NAME=value in its line 1: write one NAME=value a line.'],
  [
    'secrets',
    'to ken=x',
    'Input secrets has no id=value in its line 1: write one id=value a line, or a value of several lines between id<<END and END.',
  ],
  ['secret-files', 'x', 'Input secret-files has a line that is not id=path: write one id=path a line.'],
  ['secret-envs', 'a=b c', 'Input secret-envs has a line that is not id=VARIABLE: write one id=VARIABLE a line.'],
  ['ssh', 'a b', 'Input ssh has a line that is neither default nor id=path: write one of them a line.'],
  ['cache-dependency-path', '*.txt\n!../*.lock', path('cache-dependency-path', '../*.lock')],
  ['enable-cache', 'on', choice('enable-cache', 'on')],
  ['save-cache', 'never', choice('save-cache', 'never')],
  ['cache-max-size', '5', size('cache-max-size', '5')],
  ['mount', 'no', choice('mount', 'no')],
  ['load', 'yes', flag('load', 'yes')],
  [
    'test-command',
    '"make',
    'Input test-command is ""make", which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.',
  ],
  [
    'pytest-args',
    "it's",
    'Input pytest-args is "it\'s", which ends within a quote or after a backslash: close the quote, or put a "\\" before a quote or backslash that is meant as such.',
  ],
  [
    'env',
    'A-B=1',
    'Input env has no NAME=value in its line 1: write one NAME=value a line, or a value of several lines between NAME<<END and END.',
  ],
  ['working-directory', '..', path('working-directory', '..')],
  ['workdir', 'app', 'Input workdir is "app": write an absolute path, such as /usr/src/app.'],
  [
    'entrypoint',
    'bash',
    'Input entrypoint is "bash": write none, which leaves the image\'s ENTRYPOINT out, or leave it empty; what is to be started instead goes into the input test-command.',
  ],
  ['user', 'a b', 'Input user is "a b": write a name or a number, such as 1000 or 1000:1000.'],
  ['network', '-v', 'Input network is "-v": write bridge, none, host or a network\'s name.'],
  ['shm-size', '64m', size('shm-size', '64m')],
  ['gpus', '-1', 'Input gpus is "-1": write all, a number, or device=0,1.'],
  ['read-only', 'ro', flag('read-only', 'ro')],
  ['timeout-minutes', '0', 'Input timeout-minutes is "0": write a number above 0 and below 34000, such as 10.'],
  ['shard', '5/4', 'Input shard is "5/4": write which of how many, from 1/4 to 4/4 for four, and at most 256.'],
  ['summary', 'no', 'Input summary is "no": write true, false or failures.'],
  ['annotations', '1', flag('annotations', '1')],
  ['slowest', 'all', 'Input slowest is "all": write a whole number, such as 10.'],
  ['junit-file', 'junit', 'Input junit-file is "junit": write a path that ends in .xml, such as junit.xml.'],
  [
    'image',
    'ghcr.io/octo/wine:1',
    'Input image is "ghcr.io/octo/wine:1": leave the tag out; tags come from the git tag.',
  ],
  ['push', 'yes', 'Input push is "yes": write auto, true, false or platform.'],
  [
    'tags',
    'auto\n1.2,latest',
    'Input tags has the line "1.2,latest": an image tag is 1 to 128 letters, digits, "_", "." and "-", and begins with neither "." nor "-". Write auto, or one image tag a line without the image\'s name.',
  ],
  ['overwrite', 'ture', flag('overwrite', 'ture')],
  ['labels', 'team', 'Input labels has no key=value in its line 1: write one key=value a line.'],
  ['verify-share', 'flase', flag('verify-share', 'flase')],
  [
    'share-file',
    'share.zip',
    'Input share-file is "share.zip": write a path that ends in .tar, .tar.gz or .tar.zst, such as share.tar.zst.',
  ],
];

describe('what can be wrong is told, whatever the event', () => {
  test.each(MISTAKES)('%s: %j', (input, text, sentence) => {
    expect(() => read({ [input]: text })).toThrow(new UserError(sentence));
  });

  test('all of it at once, and the inputs that there are none of', () => {
    const texts = { ...defaultInputs, ...Object.fromEntries(MISTAKES) };
    const told = (): string => {
      try {
        readInputs(texts, undefined, ['CONTEXT', 'CACHE-SUFIX']);
      } catch (error) {
        if (error instanceof UserError) return error.message;
      }
      return '';
    };
    const [unknown, ...sentences] = told().split('\n');
    expect(unknown).toBe('There is no input cache-sufix: did you mean cache-suffix?');
    expect(sentences).toEqual(MISTAKES.map(([, , sentence]) => sentence));
  });

  test.each<[string, Partial<InputTexts>]>([
    ['in one input', { secrets: 'a=1\na=2' }],
    ['in two inputs', { secrets: 'a=1', 'secret-files': 'a=x' }],
    ['in the others', { 'secret-files': 'a=x', 'secret-envs': 'a=X' }],
  ])('an id that is given twice %s', (_, texts) => {
    expect(() => read(texts)).toThrow(
      new UserError('The id a is given twice in secrets, secret-files and secret-envs: give each an id of its own.'),
    );
  });

  test.each(['PATH', 'HOME', 'LD_PRELOAD', 'DOCKER_HOST', 'DOCKER_CONFIG', 'BUILDX_BUILDER', 'BUILDKIT_HOST'])(
    '%s with a value that would change what docker does',
    name => {
      const message = `Input env gives ${name} several lines or too long a value: this name takes one short line.`;
      expect(() => read({ env: `${name}<<END\na\nb\nEND` })).toThrow(new UserError(message));
      expect(() => read({ env: `${name}=${'x'.repeat(70_000)}` })).toThrow(new UserError(message));
      expect(read({ env: `${name}=/bin` }).inputs.env).toEqual({ [name]: '/bin' });
      expect(read({ env: `MY_${name}<<END\na\nb\nEND` }).inputs.env).toEqual({ [`MY_${name}`]: 'a\nb' });
    },
  );
});

describe('an input or option comes first, then a setting, then what is built in', () => {
  test.each<[string, Partial<InputTexts>, string, Partial<Inputs>]>([
    ['nothing', {}, '', { target: 'dev', 'share-target': 'share', 'test-command': ['pytest'], slowest: 10 }],
    ['a setting', {}, 'target = "test"', { target: 'test', 'share-target': 'share' }],
    ['both', { target: 'typed' }, 'target = "test"', { target: 'typed' }],
    ['a network that is typed', { network: 'bridge' }, 'network = "none"', { network: 'bridge' }],
    ['variables', { env: 'A=1\nB=2' }, 'env = { B = "3", C = "4" }', { env: { A: '1', B: '2', C: '4' } }],
    ['a typed variable without a value', { env: 'B=' }, 'env = { B = "3" }', { env: { B: '' } }],
    ['several lines', { env: 'A=1' }, 'env = { B = "1\\n2" }', { env: { A: '1', B: '1\n2' } }],
    ['arguments', { 'build-args': 'A=1' }, 'build-args = ["A=2", "B=2"]', { 'build-args': ['A=1', 'B=2'] }],
  ])('%s', (_case, typed, toml, expected) => {
    expect(read(typed, toml).inputs).toMatchObject(expected);
  });

  test('a mistake is told where it was made', () => {
    expect(() => read({ env: 'B' }, 'env = { A = "1" }')).toThrow('Input env has a name without a value in its line 1');
    expect(() => read({ 'shm-size': 'x' }, 'timeout-minutes = 0')).toThrow(
      `${size('shm-size', 'x')}\nThe setting timeout-minutes in dev-in-docker.toml is "0": write a number`,
    );
  });

  test('only what was not typed comes from the settings', () => {
    const toml = 'target = "a"\nenv = { A = "1" }';
    expect(read({ env: 'B=1' }, toml).source).toEqual({ origin, names: ['target'] });
    expect(read({ env: 'B=1', target: 'dev' }, toml)).not.toHaveProperty('source');
    expect(read({})).not.toHaveProperty('source');
  });
});
