import { expect, test } from 'vitest';
import { likeStageOf, olderThan } from '../../src/laptop/local-images.ts';

const hash = (digit: string) => digit.repeat(24);
const repository = 'dev-in-docker/wine-0a1b2c3d';
const dev = `${repository}:dev-${hash('a')}`;

test.each([
  [dev, `${repository}:dev-*`],
  [`${repository}:dev`, `${repository}:dev-*`],
  [`${repository}:dev-gpu-${hash('a')}`, `${repository}:dev-gpu-*`],
])('images of the stage of %s are like %s', (reference, pattern) => {
  expect(likeStageOf(reference)).toBe(pattern);
});

test.each<[string, string, string[], string[]]>([
  ['it was never built before', dev, [dev], []],
  ['what it was before', dev, [dev, `${repository}:dev-${hash('b')}`], [`${repository}:dev-${hash('b')}`]],
  ['another stage, whose name begins like it', dev, [dev, `${repository}:dev-gpu-${hash('b')}`], []],
  ['a name that somebody gave', dev, [dev, `${repository}:dev-mine`, `${repository}:dev`], []],
  [
    'what it was when all that it was made from was known',
    `${repository}:dev`,
    [`${repository}:dev`, `${repository}:dev-${hash('b')}`],
    [`${repository}:dev-${hash('b')}`],
  ],
  [
    'a stage whose name has dashes',
    `${repository}:a-b-${hash('a')}`,
    [`${repository}:a-b-${hash('b')}`],
    [`${repository}:a-b-${hash('b')}`],
  ],
  ['nothing is there', dev, [''], []],
])('%s', (_, reference, printed, expected) => {
  expect(olderThan(reference, `${printed.join('\n')}\n`)).toEqual(expected);
});
