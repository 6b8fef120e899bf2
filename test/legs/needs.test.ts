import { expect, test } from 'vitest';
import { readNeeds } from '../../src/legs/needs.ts';

test('how the jobs ended, by their names', () => {
  const needs = { test: { result: 'failure', outputs: { a: 'b' } }, docs: { result: 'skipped', outputs: {} } };
  expect([...readNeeds(JSON.stringify(needs))]).toEqual([
    ['test', 'failure'],
    ['docs', 'skipped'],
  ]);
});

test('without needs, it is said what to write', () => {
  expect(() => readNeeds(' ')).toThrow(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own syntax
    'Input needs is empty, so it can\'t be known what is missing: write "needs: ${{ toJSON(needs) }}" below "with:"',
  );
});

test.each([
  '{}',
  '[]',
  'null',
  'test',
  '{"test": "success"}',
  '{"test": {"result": "fine"}}',
  '{"a": {"result": "success"}, "b": 1}',
])('%s is none', text => {
  expect(() => readNeeds(text)).toThrow(/^Input needs is not what GitHub tells of the jobs/);
});
