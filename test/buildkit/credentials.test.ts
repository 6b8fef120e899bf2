import { expect, test } from 'vitest';
import { ignoreLine, keptOutSentence, unsafeBuildSentence } from '../../src/buildkit/credentials.ts';
import { render } from '../../src/text/sentence.ts';

test.each([
  ['.git/config', '/.git/config'],
  ['.git/modules/data-set_1/config', '/.git/modules/data-set_1/config'],
  ['!a #b/.git/config', '/*a*b/.git/config'],
  ['[a]\\*?/größe\n\ufffd/.git/config', '/*a*/gr*e*/.git/config'],
])('%j is left out by %j', (path, line) => {
  expect(ignoreLine(path)).toBe(line);
});

test('what was kept out is told to each in their words', () => {
  const one = keptOutSentence(['.git/config']);
  expect(render(one, 'job')).toBe(
    'No image gets .git/config, since it holds a credential: add the line ".git" to .dockerignore, or write "persist-credentials: false" under "with:" of actions/checkout.',
  );
  expect(render(one, 'person')).toMatch(/or let git ask a credential helper in place of .*\("git remote set-url"\)\.$/);
  const many = Array.from({ length: 12 }, (_, number) => `${number}/.git/config`);
  expect(render(keptOutSentence(many), 'job')).toMatch(/ 4\/\.git\/config and 7 more, since they hold a credential: /);
});

test('what can not be built is told with its cure', () => {
  expect(render(unsafeBuildSentence(['.git/config']), 'job')).toBe(
    '.git/config holds a credential, and the Dockerfile may ask for a program of its own ("# syntax=") that could take it: write "persist-credentials: false" under "with:" of actions/checkout; or name the program as docker/dockerfile:1.',
  );
});
