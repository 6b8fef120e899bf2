import { expect, test } from 'vitest';
import {
  type BuildSecrets,
  linesToMask,
  planSecrets,
  type SecretFacts,
  secretSources,
} from '../../src/buildkit/secrets.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { UserError } from '../../src/text/errors.ts';
import { inputsWith } from '../samples.ts';

const found: SecretFacts = {
  files: new Map([
    ['pip.conf', { path: '/work/wine/pip.conf', isEmpty: false }],
    ['ci/netrc', { path: '/work/wine/ci/netrc', isEmpty: true }],
  ]),
  meant: new Map([['.netrc', 'sub/.netrc']]),
  variables: new Map([
    ['GITHUB_TOKEN', 's3cret'],
    ['EMPTY', ''],
    ['SSH_AUTH_SOCK', '/run/agent'],
  ]),
};

const nothing: BuildSecrets = { secrets: [], ssh: [], isAgentMissing: false };

function secretsOf(inputs: Partial<InputTexts>, facts: SecretFacts = found): BuildSecrets {
  return planSecrets(inputsWith(inputs), facts);
}

test.each<[string, Partial<InputTexts>, Partial<BuildSecrets>]>([
  ['nothing', {}, {}],
  ['a value', { secrets: 'a=s3cret' }, { secrets: [{ id: 'a', isEmpty: false, value: 's3cret' }] }],
  ['an empty value', { secrets: 'a=' }, { secrets: [{ id: 'a', isEmpty: true, value: '' }] }],
  [
    'an empty value of several lines',
    { secrets: 'a<<END\n\nEND' },
    { secrets: [{ id: 'a', isEmpty: true, value: '' }] },
  ],
  [
    'files',
    { 'secret-files': 'a=./pip.conf\n\n# why\nb=ci/x/../netrc' },
    {
      secrets: [
        { id: 'a', isEmpty: false, file: '/work/wine/pip.conf' },
        { id: 'b', isEmpty: true, file: '/work/wine/ci/netrc' },
      ],
    },
  ],
  [
    'variables',
    { 'secret-envs': 'a=GITHUB_TOKEN\nb=EMPTY' },
    {
      secrets: [
        { id: 'a', isEmpty: false, value: 's3cret' },
        { id: 'b', isEmpty: true, value: '' },
      ],
    },
  ],
  ['agents and keys', { ssh: 'default\ngit=key,/run/other' }, { ssh: ['default', 'git=key,/run/other'] }],
])('%s', (_, inputs, expected) => {
  expect(secretsOf(inputs)).toEqual({ ...nothing, ...expected });
});

test.each<[string, string, Partial<BuildSecrets>]>([
  ['default', 'default', { isAgentMissing: true }],
  ['another id', 'git', { isAgentMissing: true }],
  ['a key needs none', 'default=key', { ssh: ['default=key'] }],
])('no SSH agent: %s', (_, ssh, expected) => {
  expect(secretsOf({ ssh }, { ...found, variables: new Map() })).toEqual({ ...nothing, ...expected });
});

test('where to look', () => {
  const inputs = inputsWith({ 'secret-files': 'a=./pip.conf', 'secret-envs': 'b=GITHUB_TOKEN' });
  expect(secretSources(inputs)).toEqual({ files: ['pip.conf'], variables: ['GITHUB_TOKEN', 'SSH_AUTH_SOCK'] });
});

const twice = 'is given twice in secrets, secret-files and secret-envs: give each an id of its own.';
test.each<[string, Partial<InputTexts>, string]>([
  [
    'a file that leads out',
    { 'secret-files': 'a=../netrc' },
    'Input secret-files is "../netrc", which leads out of the checkout: write a path within it.',
  ],
  [
    'no such file',
    { 'secret-files': 'a=netrc' },
    'Input secret-files names "netrc", but the checkout has no such file that this job can read: write its path relative to the checkout.',
  ],
  [
    'a file as seen from the context',
    { 'secret-files': 'a=.netrc' },
    'Input secret-files names ".netrc", but the checkout has no such file that this job can read: write "sub/.netrc", as it is relative to the checkout.',
  ],
  [
    'no path',
    { 'secret-files': 's3cret' },
    'Input secret-files has a line that is not id=path: write one id=path a line.',
  ],
  [
    'a variable that is not set',
    { 'secret-envs': 'a=NPM_TOKEN' },
    'Input secret-envs names NPM_TOKEN, but there is no such variable: set it with env: on this step.',
  ],
  [
    'a value where a variable belongs',
    { 'secret-envs': 'a=s3cret-value' },
    'Input secret-envs has a line that is not id=VARIABLE: write one id=VARIABLE a line.',
  ],
  ['an id twice', { secrets: 'a=1\na=2' }, `The id a ${twice}`],
  ['an id in two inputs', { secrets: 'a=1', 'secret-envs': 'a=GITHUB_TOKEN' }, `The id a ${twice}`],
  [
    'an agent twice',
    { ssh: 'default\ndefault=key' },
    'The id default is given twice in ssh: give each an id of its own.',
  ],
  [
    'no agent',
    { ssh: '=s3cret' },
    'Input ssh has a line that is neither default nor id=path: write one of them a line.',
  ],
])('an error that shows no value: %s', (_, inputs, message) => {
  expect(() => secretsOf(inputs)).toThrow(new UserError(message));
  expect(message).not.toContain('s3cret');
});

test('what the log must not show: neither a whole value nor a line of it, but no bracket', () => {
  const { secrets } = secretsOf({
    secrets: 'a=s3cret-value\nb<<END\n{\n# a comment, or not\n  "password": "open sesame"\n}\nEND\nc=1',
  });
  expect(linesToMask({ ...nothing, secrets })).toEqual([
    's3cret-value',
    '# a comment, or not',
    '"password": "open sesame"',
  ]);
  expect(linesToMask(secretsOf({ 'secret-files': 'a=pip.conf' }))).toEqual([]);
});
