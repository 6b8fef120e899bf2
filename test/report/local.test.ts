import { describe, expect, test } from 'vitest';
import type { Checkout } from '../../src/checkout/checkout.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { makePlan } from '../../src/plan.ts';
import { localSentence } from '../../src/report/local.ts';
import { buildSentence, hiddenModuleSentence, testSentence } from '../../src/report/verdict.ts';
import { UserError } from '../../src/text/errors.ts';
import { builtDev, checkout, counts, facts, inputsWith, pushToMain, testFacts } from '../samples.ts';

test.each([
  ['Input env is "x": write NAME=value.', 'Option --env is "x": write NAME=value.'],
  ['Set the input shm-size, or the input env.', 'Set the option --shm-size, or the option --env.'],
  ['the mounted checkout hides it; the checkout too', 'the mounted project hides it; the project too'],
  ['It broke: see the end of the log.', 'It broke: see above.'],
  ['Input image is "x".', 'Option --tag is "x".'],
  ['Input check runs no other command.', 'Option --check runs no other command.'],
  ['ValueError: input data is empty', 'ValueError: input data is empty'],
  ['Nothing of a job: an inputs.txt.', 'Nothing of a job: an inputs.txt.'],
])('%s', (sentence, expected) => {
  expect(localSentence(sentence)).toBe(expected);
});

/** The sentence that a plan fails with. */
function refusal(
  inputs: Partial<InputTexts>,
  files: Partial<Checkout> = {},
  absent?: 'context' | 'dockerfile',
): string {
  const all = { ...facts, checkout: { ...checkout, ...files } };
  if (absent) delete all.checkout[absent];
  try {
    makePlan(inputsWith(inputs), pushToMain, all);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('It made a plan.');
}

const unmatched = { files: [], hash: '', unmatched: ['x.lock'] };
const noAgent = { secrets: [], ssh: ['default'], isAgentMissing: true };
const empty = { secrets: [{ id: 'token', isEmpty: true, value: '' }], ssh: [], isAgentMissing: false };
const failure = { instruction: 'RUN false', line: 2, output: '' };
const codes = [null, ...Array.from({ length: 7 }, (_, code) => code), 125, 126, 127, 132, 134, 135, 137, 139, 143, 200];

describe('nothing that a person reads is about a job', () => {
  test.each<[string]>([
    ...codes.map((code): [string] => [testSentence(testFacts(code))]),
    ...codes.map((code): [string] => [
      testSentence({ ...testFacts(code), results: { ...testFacts(code).results, counts: counts({ failed: 1 }) } }),
    ]),
    [testSentence({ ...testFacts(137), isOutOfMemory: true })],
    [testSentence({ ...testFacts(143), stoppedAfter: 60 })],
    [buildSentence({ ...builtDev, failure }, 'Dockerfile')],
    [buildSentence({ ...builtDev, failure }, 'Dockerfile', empty)],
    [buildSentence({ ...builtDev, failure }, 'Dockerfile', noAgent)],
    [hiddenModuleSentence({ name: 'wine', folder: '/usr/src/app' })],
    [refusal({}, { isEmpty: true })],
    [refusal({ context: 'x' }, {}, 'context')],
    [refusal({}, {}, 'dockerfile')],
    [refusal({}, { otherDockerfiles: ['a/Dockerfile'] }, 'dockerfile')],
    [refusal({}, { context: '/home/me/a\nb' })],
    [refusal({}, { dependencies: unmatched })],
    [refusal({ context: '..' })],
    [refusal({ target: 'x' })],
    [refusal({ file: '/x' })],
    [refusal({ env: 'NAME' })],
    [refusal({ env: '=x' })],
    [refusal({ env: 'A<<END' })],
    [refusal({ 'build-args': 'A' })],
    [refusal({ 'build-args': 'TOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345' })],
    [refusal({ secrets: 'x' })],
    [refusal({ 'secret-files': 'token=missing' })],
    [refusal({ 'secret-envs': 'token=MISSING' })],
    [refusal({ ssh: '/x' })],
    [refusal({ network: '-x' })],
    [refusal({ 'shm-size': 'x' })],
    [refusal({ gpus: 'x' })],
    [refusal({ workdir: 'x' })],
    [refusal({ 'working-directory': '/x' })],
    [refusal({ 'timeout-minutes': 'x' })],
    [refusal({ slowest: 'x' })],
    [refusal({ 'pytest-args': '"' })],
    [refusal({ 'test-command': '\\' })],
    [refusal({ 'read-only': 'x' })],
  ])('%s', sentence => {
    const said = localSentence(sentence);
    expect(said).not.toMatch(/\b(?:runner|job|step|workflow|checkout|log|actions|GitHub|fork|inputs?)\b|runs-on/i);
    expect(said).not.toMatch(/undefined|\s\s(?!FROM)|[:,;] *\./);
  });
});
