import { describe, expect, test } from 'vitest';
import type { Checkout } from '../../src/checkout/checkout.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { makePlan } from '../../src/plan.ts';
import type { TestFacts } from '../../src/pytest/facts.ts';
import { buildSentence, hiddenModuleSentence, testSentence } from '../../src/report/verdict.ts';
import { lfsSentence } from '../../src/share/problems.ts';
import { UserError } from '../../src/text/errors.ts';
import { render, type Sentence } from '../../src/text/sentence.ts';
import { builtDev, checkout, counts, facts, inputsWith, pushToMain, testFacts } from '../samples.ts';

/** The sentence that a plan fails with. */
function refusal(
  inputs: Partial<InputTexts>,
  files: Partial<Checkout> = {},
  absent?: 'context' | 'dockerfile',
): Sentence {
  const all = { ...facts, checkout: { ...checkout, ...files } };
  if (absent) delete all.checkout[absent];
  try {
    makePlan(inputsWith(inputs), pushToMain, all);
  } catch (error) {
    if (error instanceof UserError) return error.sentence;
    throw error;
  }
  throw new Error('It made a plan.');
}

const unmatched = { files: [], hash: '', unmatched: ['x.lock'] };
const noAgent = { secrets: [], ssh: ['default'], isAgentMissing: true };
const empty = { secrets: [{ id: 'token', isEmpty: true, value: '' }], ssh: [], isAgentMissing: false };
const failure = { instruction: 'RUN false', line: 2, output: '' };
const codes = [null, ...Array.from({ length: 7 }, (_, code) => code), 125, 126, 127, 132, 134, 135, 137, 139, 143, 200];

const ended: TestFacts = { ...testFacts(1), results: { ...testFacts(1).results, exitStatus: 1 } };

test.each<[Sentence, string | RegExp]>([
  [
    refusal({ env: 'NAME' }),
    "Option --env has a name without a value in its line 1: write NAME=value; this machine's own variables are not passed on.",
  ],
  [refusal({ env: 'NAME', slowest: 'x' }), /^Option --env [^\n]+\nOption --slowest [^\n]+\.$/],
  [refusal({ image: 'x y' }), /^Option --tag is "x y", which is no image name: /],
  [
    refusal({ secrets: 'x' }),
    'Option --secrets has a name without a value in its line 1: write id=value, or id=VARIABLE in the option --secret-envs.',
  ],
  [
    refusal({ 'secret-files': 'a=nix' }),
    'Option --secret-files names "nix", but the project has no such file that you can read: write its path relative to the project.',
  ],
  [
    refusal({ 'secret-envs': 'a=NIX' }),
    'Option --secret-envs names NIX, but there is no such variable: export it first.',
  ],
  [
    refusal({ file: 'x' }, {}, 'dockerfile'),
    'There is no x in the project. Set the option --file to where yours is, or write one with "dev-in-docker init".',
  ],
  [refusal({}, { isEmpty: true }), 'There are no files to test: the folder is empty.'],
  [
    lfsSentence(['data/a.csv']),
    'data/a.csv is a Git LFS pointer, not the file itself: run "git lfs install", then "git lfs pull".',
  ],
  [
    hiddenModuleSentence({ name: 'wine', folder: '/usr/src/app' }),
    /^The tests can't import wine: the dev image has it in \/usr\/src\/app, which the mounted project hides\. /,
  ],
  [testSentence(testFacts(3)), 'pytest had an internal error: see above.'],
  [testSentence(ended), /; see above\.$/],
  [testSentence(testFacts(137)), /: run fewer tests at once, or give Docker more memory\.$/],
])('%j to a person', (sentence, expected) => {
  const said = render(sentence, 'person');
  if (typeof expected === 'string') expect(said).toBe(expected);
  else expect(said).toMatch(expected);
});

describe('nothing that a person reads is about a job', () => {
  const sentences: Sentence[] = [
    ...codes.map(code => testSentence(testFacts(code))),
    ...codes.map(code =>
      testSentence({ ...testFacts(code), results: { ...testFacts(code).results, counts: counts({ failed: 1 }) } }),
    ),
    testSentence({ ...testFacts(137), isOutOfMemory: true }),
    testSentence({ ...testFacts(143), stoppedAfter: 60 }),
    buildSentence({ ...builtDev, failure }, 'Dockerfile'),
    buildSentence({ ...builtDev, failure }, 'Dockerfile', empty),
    buildSentence({ ...builtDev, failure }, 'Dockerfile', noAgent),
    hiddenModuleSentence({ name: 'wine', folder: '/usr/src/app' }),
    refusal({}, { isEmpty: true }),
    refusal({ context: 'x' }, {}, 'context'),
    refusal({}, {}, 'dockerfile'),
    refusal({}, { otherDockerfiles: ['a/Dockerfile'] }, 'dockerfile'),
    refusal({}, { context: '/home/me/a\nb' }),
    refusal({}, { dependencies: unmatched }),
    refusal({ context: '..' }),
    refusal({ target: 'x' }),
    refusal({ file: '/x' }),
    refusal({ env: 'NAME' }),
    refusal({ env: '=x' }),
    refusal({ env: 'A<<END' }),
    refusal({ 'build-args': 'A' }),
    refusal({ 'build-args': 'TOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345' }),
    refusal({ secrets: 'x' }),
    refusal({ 'secret-files': 'token=missing' }),
    refusal({ 'secret-envs': 'token=MISSING' }),
    refusal({ ssh: '/x' }),
    refusal({ network: '-x' }),
    refusal({ 'shm-size': 'x' }),
    refusal({ gpus: 'x' }),
    refusal({ workdir: 'x' }),
    refusal({ 'working-directory': '/x' }),
    refusal({ 'timeout-minutes': 'x' }),
    refusal({ slowest: 'x' }),
    refusal({ 'pytest-args': '"' }),
    refusal({ 'test-command': '\\' }),
    refusal({ 'read-only': 'x' }),
  ];
  test.each(sentences.map(sentence => [render(sentence, 'job'), sentence] as const))('%s', (_, sentence) => {
    const said = render(sentence, 'person');
    expect(said).not.toMatch(/\b(?:runner|job|step|workflow|checkout|log|actions|GitHub|forks?|inputs?)\b|runs-on/i);
    expect(said).not.toMatch(/undefined|\[object|\s\s(?!FROM)|[:,;] *\./);
  });
});
