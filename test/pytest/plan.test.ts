import { describe, expect, test } from 'vitest';
import type { InputTexts } from '../../src/inputs/names.ts';
import { planTests, type TestPlan } from '../../src/pytest/plan.ts';
import { UserError } from '../../src/text/errors.ts';
import { inputsWith, mainPlan } from '../samples.ts';

const given = { context: '/work/wine', uid: 1001, gid: 127, isLabelled: false };
const plan = (inputs: Partial<InputTexts>) => planTests(inputsWith(inputs), given);
const services = (...networks: unknown[]) =>
  JSON.stringify(Object.fromEntries(networks.map((network, index) => [`s${index}`, { id: 'c', network, ports: {} }])));

test.each<[string, Partial<InputTexts>, Partial<TestPlan>]>([
  ['nothing set', {}, {}],
  ['another command', { 'test-command': 'coverage run -m pytest' }, { command: ['coverage', 'run', '-m', 'pytest'] }],
  [
    'another command with arguments',
    { 'test-command': 'make "the test"', 'pytest-args': '-x' },
    { command: ['make', 'the test', '-x'] },
  ],
  ['a folder', { 'working-directory': './services/api/' }, { folder: 'services/api' }],
  ['the folder itself', { 'working-directory': '.' }, {}],
  ['a user by name', { user: 'app' }, { user: 'app' }],
  ['a user by number', { user: '0:0' }, { user: '0:0' }],
  ['a place for the checkout', { workdir: '/src' }, { workdir: '/src' }],
  ['no ENTRYPOINT', { entrypoint: 'None' }, { isBare: true }],
  ['nothing to be written', { 'read-only': 'True' }, { isReadOnly: true }],
  ['a time limit in whole seconds', { 'timeout-minutes': '0.06' }, { timeoutSeconds: 4 }],
  ['a time limit', { 'timeout-minutes': '2.5' }, { timeoutSeconds: 150 }],
  ['shared memory', { 'shm-size': '1.5 GB' }, { options: ['--shm-size', '1500000000'] }],
  ['all graphics cards', { gpus: 'all' }, { options: ['--gpus', 'all'] }],
  ['two graphics cards', { gpus: 'device=0,1' }, { options: ['--gpus', '"device=0,1"'] }],
  ['no network', { network: 'none' }, { options: ['--network', 'none'] }],
  ['the network of services', { services: services('net_1', 'net_1') }, { options: ['--network', 'net_1'] }],
  [
    'a network in spite of services',
    { services: services('net_1'), network: 'bridge' },
    { options: ['--network', 'bridge'] },
  ],
  ['services without a network', { services: services(null, 1) }, {}],
  ['a network of services that is an option', { services: services('--privileged') }, {}],
  ['no services', { services: '{}' }, {}],
  ['services that are no JSON', { services: 'postgres' }, {}],
])('%s', (_, inputs, expected) => {
  expect(plan(inputs)).toEqual({ ...mainPlan.test, ...expected });
});

describe('errors', () => {
  test.each<[keyof InputTexts, string, string]>([
    ['user', '--privileged', 'Input user is "--privileged": write a name or a number, such as 1000 or 1000:1000.'],
    ['user', 'a b', 'Input user is "a b": write a name or a number, such as 1000 or 1000:1000.'],
    ['network', 'container:x', 'Input network is "container:x": write bridge, none, host or a network\'s name.'],
    ['network', '-v', 'Input network is "-v": write bridge, none, host or a network\'s name.'],
    ['workdir', 'src', 'Input workdir is "src": write an absolute path, such as /usr/src/app.'],
    ['workdir', '/', 'Input workdir is "/": write an absolute path, such as /usr/src/app.'],
    ['workdir', '/a,readonly', 'Input workdir is "/a,readonly": write an absolute path, such as /usr/src/app.'],
    [
      'working-directory',
      '../x',
      'Input working-directory is "../x", which leads out of the checkout: write a path within it.',
    ],
    [
      'working-directory',
      '/x',
      'Input working-directory is "/x", which leads out of the checkout: write a path within it.',
    ],
    ['shm-size', '64m', 'Input shm-size is "64m": write a size such as 5 GB or 800 MB.'],
    [
      'gpus',
      'all,capabilities=utility',
      'Input gpus is "all,capabilities=utility": write all, a number, or device=0,1.',
    ],
    ['read-only', 'yes', 'Input read-only is "yes": write true or false.'],
    ['timeout-minutes', '0', 'Input timeout-minutes is "0": write a number above 0 and below 34000, such as 10.'],
    [
      'timeout-minutes',
      '34000',
      'Input timeout-minutes is "34000": write a number above 0 and below 34000, such as 10.',
    ],
    ['timeout-minutes', '1e3', 'Input timeout-minutes is "1e3": write a number above 0 and below 34000, such as 10.'],
    ['timeout-minutes', '-1', 'Input timeout-minutes is "-1": write a number above 0 and below 34000, such as 10.'],
  ])('%s: %s', (input, value, message) => {
    expect(() => plan({ [input]: value })).toThrow(new UserError(message));
  });
});
