import { describe, expect, test } from 'vitest';
import { type BaseAnswer, baseNotices, fixedDigest, judgeBases } from '../../src/mount/bases.ts';

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;

test.each([
  [`python@${sha('a')}`, sha('a')],
  [`ghcr.io/o/a:1@${sha('b')}`, sha('b')],
  ['python:3.13-slim', undefined],
  ['localhost:5000/a', undefined],
  [`python@${sha('a')}0`, undefined],
  ['python@sha512:00', undefined],
])('%s names the digest %s', (reference, expected) => {
  expect(fixedDigest(reference)).toBe(expected);
});

describe('base images', () => {
  const known = { 'python:3.13': sha('a'), 'uv:0.9': sha('b') };
  const answers = (python: string | undefined, uv: string | undefined) => [
    { reference: 'python:3.13', digest: python },
    { reference: 'uv:0.9', digest: uv },
  ];
  test.each<[string, ReturnType<typeof answers>, BaseAnswer]>([
    ['are what they were', answers(sha('a'), sha('b')), { unanswered: [] }],
    ['one moved', answers(sha('a'), sha('c')), { moved: 'uv:0.9', unanswered: [] }],
    ['both moved: the first is told', answers(sha('c'), sha('c')), { moved: 'python:3.13', unanswered: [] }],
    ['nobody answers for one', answers(undefined, sha('b')), { unanswered: ['python:3.13'] }],
    [
      'one moved, and nobody answers for the other',
      answers(undefined, sha('c')),
      { moved: 'uv:0.9', unanswered: ['python:3.13'] },
    ],
    ['there are none', [], { unanswered: [] }],
    ['the entry does not know one', [{ reference: 'alpine', digest: sha('a') }], { moved: 'alpine', unanswered: [] }],
  ])('%s', (_, found, expected) => {
    expect(judgeBases(found, known)).toEqual(expected);
  });
});

const notice = (base: string) =>
  `The registry could not be asked whether the base image ${base} has changed: it was taken as unchanged.`;

test.each<[string, BaseAnswer | undefined, string[]]>([
  ['all answered', { unanswered: [] }, []],
  ['one did not', { unanswered: ['a'] }, [notice('a')]],
  ['it took too long', undefined, [notice('a'), notice('b')]],
])('what is told of registries: %s', (_, answer, expected) => {
  expect(baseNotices(answer, ['a', 'b'])).toEqual(expected);
});
