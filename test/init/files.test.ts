import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readIgnore } from '../../src/dockerfile/ignore.ts';
import { dockerignoreText, mayPublish, publishText, testText, usesAction, workflowPath } from '../../src/init/files.ts';
import { planInit } from '../../src/init/plan.ts';
import { problems } from '../action/workflows.ts';
import { project, textOf } from './projects.ts';

test('virtual environments are left out of the share image, and nothing that tests need', () => {
  const ignore = readIgnore(dockerignoreText(['env'], []));
  const left = ['.git/config', '.env', 'a/.env', '.venv/bin/python', 'env/bin/python', 'a/__pycache__/a.pyc'];
  const kept = ['tests/test_a.py', 'pytest.ini', 'data/wine.csv', 'environment.yml', 'src/venvs.py', 'conftest.py'];
  expect(left.filter(path => !ignore.ignores(path))).toEqual([]);
  expect(kept.filter(path => ignore.ignores(path))).toEqual([]);
});

test('a file that git has is not left out for what tools leave behind, but as a secret', () => {
  const tracked = ['tests/data/.DS_Store', 'tests/data/old.egg-info/PKG-INFO', 'tests/.env', '.vscode/settings.json'];
  const ignore = readIgnore(textOf(project({}, { tracked }), '.dockerignore'));
  expect(tracked.filter(path => ignore.ignores(path))).toEqual(['tests/.env', '.vscode/settings.json']);
  expect(['a.pyc', 'a/.coverage', '.venv/x'].filter(path => !ignore.ignores(path))).toEqual([]);
});

test.each<[string[], string | undefined]>([
  [['a.py', 'tests/.envs/a'], undefined],
  [
    ['tests/.env'],
    'The share image does not get "tests/.env", as it may hold secrets: if it holds none, and tests need it, add "!tests/.env" at the end of .dockerignore.',
  ],
  [
    ['tests/.env', '.env.test'],
    'The share image does not get "tests/.env" (and 1 more), as it may hold secrets: if it holds none, and tests need it, add "!tests/.env" at the end of .dockerignore.',
  ],
])('of %j it is told what may be secret', (tracked, note) => {
  const { notes } = planInit(project({}, { tracked }));
  expect(notes.filter(one => one.startsWith('The share image does not get'))).toEqual(note === undefined ? [] : [note]);
});

describe('the workflow', () => {
  test.each(['', 'analysis', 'a b/ü', 'yes', '1e3', '"#: x', '- a'])(
    'of the folder %j has nothing wrong',
    async context => {
      for (const [name, text] of Object.entries({ test: testText(context), publish: publishText(context) })) {
        expect(await problems(`.github/workflows/${name}.yml`, text)).toEqual([]);
        const [, step] = parseYaml(text).jobs[name].steps;
        expect(step).toEqual({ uses: 'OWNER/dev-in-docker@v1', ...(context === '' ? {} : { with: { context } }) });
      }
    },
  );

  test.each([
    ['', [], 'test.yml'],
    ['wine', [], 'test-wine.yml'],
    ['A b/c', [], 'test-a-b-c.yml'],
    ['Fluß/ü', [], 'test-fluß-ü.yml'],
    ['', ['ci.yml', 'Test.yml'], 'dev-in-docker.yml'],
    ['a-b', ['test-a-b.yml'], 'dev-in-docker-a-b.yml'],
    ['', ['test.yml', 'dev-in-docker.yml', 'dev-in-docker-2.yml'], 'dev-in-docker-3.yml'],
  ])('of %j beside %j is called %s', (context, others, name) => {
    const path = (file: string) => `.github/workflows/${file}`;
    expect(workflowPath('test', context, others.map(path))).toBe(path(name));
  });

  test.each([
    ['', [], 'publish.yml'],
    ['A b/c', [], 'publish-a-b-c.yml'],
    ['', ['Publish.yml'], 'dev-in-docker-publish.yml'],
    ['', ['publish.yml', 'dev-in-docker-publish.yml'], 'dev-in-docker-publish-2.yml'],
  ])('that publishes %j beside %j is called %s', (context, others, name) => {
    const path = (file: string) => `.github/workflows/${file}`;
    expect(workflowPath('publish', context, others.map(path))).toBe(path(name));
  });

  test.each([
    [testText(''), false],
    [publishText(''), true],
    ['permissions: { contents: read, packages: write }', true],
    ['permissions: write-all', true],
    ['permissions:\n  # packages: write', false],
    ['permissions:\n  packages: read', false],
  ])('may publish with %j: %j', (text, expected) => {
    expect(mayPublish(text)).toBe(expected);
  });

  test.each([
    ['', '', true],
    ['', 'with:\n    context: .', true],
    ['', 'with:\n    context: "./"', true],
    ['', 'with:\n    context: wine', false],
    ['', 'with:\n    context: wine\n- uses: me/dev-in-docker@v1', true],
    ['', '\n- uses: docker/build-push-action@v7\n  with:\n    context: wine', true],
    ['wine', '', false],
    ['wine', 'with:\n    context: "./wine/"', true],
    ['wine', "with:\n    context: 'wine' # ours", true],
    ['wine', 'with:\n    context: wines', false],
    ['wine', '\n- uses: docker/build-push-action@v7\n  with:\n    context: wine', false],
  ])('in %j: whether the action is used by a step with %j', (context, rest, isUsed) => {
    expect(usesAction(`steps:\n- uses: me/dev-in-docker@v1\n  ${rest}`, context)).toBe(isUsed);
  });

  test.each(['', 'wine', '"#: x', "it's"])('written for %j is known again', context => {
    for (const text of [testText, publishText]) {
      expect(usesAction(text(context), context)).toBe(true);
      expect(usesAction(text('other'), context)).toBe(false);
    }
  });

  test('that only mentions the action does not use it', () => {
    expect(usesAction('steps:\n# - uses: me/dev-in-docker@v1\n- run: echo me/dev-in-docker@v1', '')).toBe(false);
  });
});
