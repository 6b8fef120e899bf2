import { describe, expect, test } from 'vitest';
import { containerEnvironment, splitForDocker } from '../../src/pytest/environment.ts';

const places = { plugin: '/opt/plugin', results: '/opt/results' };
const defaults = {
  PYTHONUNBUFFERED: '1',
  PY_COLORS: '1',
  CI: 'true',
  PYTHONPATH: '/opt/plugin',
  DEV_IN_DOCKER_RESULTS: '/opt/results/results.jsonl',
};

describe('containerEnvironment', () => {
  test.each<[string, Record<string, string>, Record<string, string>, Record<string, string>]>([
    ['nothing given', {}, {}, {}],
    ["the image's own variables stay with the image", {}, { PATH: '/opt/venv/bin', HOME: '/root' }, {}],
    [
      "the user's win over defaults",
      { HOME: '/home/me', PY_COLORS: '0', A: '1' },
      {},
      { HOME: '/home/me', PY_COLORS: '0', A: '1' },
    ],
    ["the image's colours win over the default", {}, { PY_COLORS: '0' }, { PY_COLORS: '0' }],
    ['CI is always true', { CI: 'false' }, {}, {}],
    ['the results have one place', { DEV_IN_DOCKER_RESULTS: '/elsewhere' }, {}, {}],
    [
      "the plugin comes before the image's",
      {},
      { PYTHONPATH: '/src:/lib', PYTEST_PLUGINS: 'theirs' },
      { PYTHONPATH: '/opt/plugin:/src:/lib' },
    ],
    [
      "and before the user's, which replace the image's",
      { PYTHONPATH: 'src', PYTEST_PLUGINS: 'mine' },
      { PYTHONPATH: '/lib', PYTEST_PLUGINS: 'theirs' },
      { PYTHONPATH: '/opt/plugin:src', PYTEST_PLUGINS: 'mine' },
    ],
    [
      'where pytest loads only what is named, the plugin is',
      { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1', PYTEST_PLUGINS: 'mine' },
      { PYTEST_PLUGINS: 'theirs' },
      { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1', PYTEST_PLUGINS: 'dev_in_docker_report,mine' },
    ],
    ['in the image as well', {}, { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1' }, { PYTEST_PLUGINS: 'dev_in_docker_report' }],
    [
      'but not where the user has that again',
      { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '' },
      { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1' },
      { PYTEST_DISABLE_PLUGIN_AUTOLOAD: '' },
    ],
    ['empty ones leave no separator', { PYTHONPATH: '' }, { PYTHONPATH: '/lib', PYTEST_PLUGINS: '' }, {}],
  ])('%s', (_, users, images, expected) => {
    expect(containerEnvironment(users, images, places)).toEqual({ ...defaults, ...expected });
  });

  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['of nobody', {}, { PYTEST_ADDOPTS: '-p no:cacheprovider' }],
    ["of the user's", { PYTEST_ADDOPTS: '-x' }, { PYTEST_ADDOPTS: '-p no:cacheprovider -x' }],
  ])('nothing is to be written into the checkout; options %s', (_, users, expected) => {
    const environment = containerEnvironment(users, {}, places, { isReadOnly: true });
    expect(environment).toEqual({ ...defaults, PYTHONDONTWRITEBYTECODE: '1', ...expected });
  });
});

describe('somebody whom the image needs not know', () => {
  const somebody = { name: 'ada', home: '/opt/home', packages: { PYTHONUSERBASE: '/home/app/.local' } };
  const theirs = { HOME: '/opt/home', USER: 'ada', LOGNAME: 'ada', PYTHONUSERBASE: '/home/app/.local' };
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['has a name and a home', {}, {}],
    ['or what was asked for', { HOME: '/home/app', USER: 'me' }, { HOME: '/home/app', USER: 'me' }],
  ])('%s', (_, users, expected) => {
    const environment = containerEnvironment(users, { HOME: '/root' }, places, { isReadOnly: false, somebody });
    expect(environment).toEqual({ ...defaults, ...theirs, ...expected });
  });
});

describe('with somebody looking on', () => {
  const terminal = { TERM: 'xterm', NO_COLOR: '1' };
  const { CI: _, PY_COLORS: __, ...rest } = { ...defaults, ...terminal };
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['programs learn what the terminal can, and of no job', {}, {}],
    ['unless they are told to', { CI: 'true', TERM: 'dumb' }, { CI: 'true', TERM: 'dumb' }],
  ])('%s', (_, users, expected) => {
    const environment = containerEnvironment(users, {}, places, { isReadOnly: false, terminal });
    expect(environment).toEqual({ ...rest, ...expected });
  });
});

describe('splitForDocker', () => {
  const long = (characters: number, character = 'x') => character.repeat(characters);
  test.each<[string, Record<string, string>, ReturnType<typeof splitForDocker>]>([
    ['nothing', {}, { file: '', inherited: {} }],
    ['one line each', { A: '1', B: ' "x" # $y ' }, { file: 'A=1\nB= "x" # $y \n', inherited: {} }],
    ['an empty value', { A: '' }, { file: 'A=\n', inherited: {} }],
    ['several lines', { A: '1', KEY: 'a\nb' }, { file: 'A=1\n', inherited: { KEY: 'a\nb' } }],
    ['a carriage return', { KEY: 'a\rb' }, { file: '', inherited: { KEY: 'a\rb' } }],
    ['59,999 bytes', { A: long(59_999) }, { file: `A=${long(59_999)}\n`, inherited: {} }],
    ['60,000 bytes', { A: long(60_000) }, { file: '', inherited: { A: long(60_000) } }],
    [
      '66,000 bytes in 22,000 characters',
      { A: long(22_000, '日') },
      { file: '', inherited: { A: long(22_000, '日') } },
    ],
    ['PATH on one line', { PATH: '/bin' }, { file: 'PATH=/bin\n', inherited: {} }],
  ])('%s', (_, environment, expected) => {
    expect(splitForDocker(environment)).toEqual(expected);
  });
});
