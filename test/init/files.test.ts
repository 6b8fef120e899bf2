import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readIgnore } from '../../src/dockerfile/ignore.ts';
import { dockerignoreText, usesAction, workflowPath, workflowText } from '../../src/init/files.ts';
import { problems } from '../action/workflows.ts';

test('virtual environments are left out of the share image, and nothing that tests need', () => {
  const ignore = readIgnore(dockerignoreText(['env']));
  const left = ['.git/config', '.env', 'a/.env', '.venv/bin/python', 'env/bin/python', 'a/__pycache__/a.pyc'];
  const kept = ['tests/test_a.py', 'pytest.ini', 'data/wine.csv', 'environment.yml', 'src/venvs.py', 'conftest.py'];
  expect(left.filter(path => !ignore.ignores(path))).toEqual([]);
  expect(kept.filter(path => ignore.ignores(path))).toEqual([]);
});

describe('the workflow', () => {
  test.each(['', 'analysis', 'a b/ü', 'yes', '1e3', '"#: x', '- a'])(
    'of the folder %j has nothing wrong',
    async context => {
      const text = workflowText(context);
      expect(await problems('.github/workflows/test.yml', text)).toEqual([]);
      const [, step] = parseYaml(text).jobs.test.steps;
      expect(step).toEqual({ uses: 'OWNER/dev-in-docker@v1', ...(context === '' ? {} : { with: { context } }) });
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
    expect(workflowPath(context, others.map(path))).toBe(path(name));
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
    expect(usesAction(workflowText(context), context)).toBe(true);
    expect(usesAction(workflowText('other'), context)).toBe(false);
  });

  test('that only mentions the action does not use it', () => {
    expect(usesAction('steps:\n# - uses: me/dev-in-docker@v1\n- run: echo me/dev-in-docker@v1', '')).toBe(false);
  });
});
