import { expect, test } from 'vitest';
import { gather, gatherNothing } from '../../src/legs/gather.ts';
import type { Leg } from '../../src/legs/leg.ts';
import { noCounts } from '../../src/pytest/results.ts';
import { makeLegsReport } from '../../src/report/legs.ts';
import { makeLeg } from '../legs/samples.ts';

const failure = {
  nodeId: 'test_a.py::test_x[<b>]',
  phase: 'call' as const,
  message: 'AssertionError: no',
  traceback: 'E  no',
  file: 'test_a.py',
  line: 3,
};
const red: Partial<Leg> = {
  conclusion: 'failure',
  counts: { ...noCounts(), passed: 1, failed: 1 },
  failures: [failure],
};

function reportOf(legs: Partial<Leg>[], gaps: string[] = []) {
  const all = gatherNothing();
  for (const leg of legs) gather(all, makeLeg(leg), [], async () => []);
  return makeLegsReport({ all, gaps, source: 'https://github.com/o/r/blob/c0ffee' });
}

test('all green: the numbers of all legs together, and each leg in a line', () => {
  const { conclusion, outputs, annotations, summary, lines } = reportOf([
    { name: '3.12' },
    { name: '3.13', seconds: 20 },
  ]);
  expect({ conclusion, annotations, lines }).toEqual({
    conclusion: 'success',
    annotations: [],
    lines: ['4 passed in 2 legs'],
  });
  expect(outputs).toMatchObject({
    conclusion: 'success',
    total: '4',
    passed: '4',
    failed: '0',
    flaky: '0',
    duration: '20.0',
  });
  expect(summary).toMatch(/^<h3>✅ pytest, 2 legs: 4 passed · 20\.0 s<\/h3>/);
  expect(summary).toContain('<b>3.12</b>');
});

test('a failure stands there once, with the legs that it was in', () => {
  const { conclusion, summary, annotations } = reportOf([{ name: '3.12' }, { name: '3.13', ...red }]);
  expect(conclusion).toBe('failure');
  expect(summary).toContain(
    '❌ <code>test_a.py::test_x[&lt;b&gt;]</code> · in 3.13 only · <a href="https://github.com/o/r/blob/c0ffee/test_a.py#L3">line 3</a>',
  );
  expect(annotations).toMatchObject([{ message: 'Red legs: 3.13.' }]);
  expect(
    reportOf([
      { name: '3.12', ...red },
      { name: '3.13', ...red },
    ]).summary.match(/in all legs/g),
  ).toHaveLength(1);
});

test('what is missing is red, whatever the legs say', () => {
  const { conclusion, annotations, summary } = reportOf([{}], ['Leg 2 of 2 of the job test left nothing.']);
  expect(conclusion).toBe('failure');
  expect(annotations).toMatchObject([{ level: 'error', message: 'Leg 2 of 2 of the job test left nothing.' }]);
  expect(summary).toContain('<p>❌ Leg 2 of 2 of the job test left nothing.</p>');
});

test('a red leg without failing tests says why', () => {
  const { summary } = reportOf([
    { conclusion: 'failure', sentence: 'The dev stage could not be built.', counts: noCounts(), exitCode: null },
  ]);
  expect(summary).toContain('The dev stage could not be built.');
});

test('a shard without tests is green, and says so', () => {
  const shard = { index: 2, total: 2, by: 'times' as const, times: '', suite: '', collected: 1, kept: 0 };
  const { conclusion, summary } = reportOf([{ shard, counts: noCounts() }]);
  expect(conclusion).toBe('success');
  expect(summary).toContain('no tests, as there are fewer than shards');
});

test('of very many failures the page stays within what GitHub shows', () => {
  const failures = Array.from({ length: 4000 }, (_, number) => ({
    ...failure,
    nodeId: `test_${number}`,
    traceback: 'x'.repeat(5000),
  }));
  const { summary } = reportOf([{ ...red, failures }]);
  expect(Buffer.byteLength(summary)).toBeLessThan(1 << 20);
  expect(summary).toContain('more, whose tracebacks are in the logs');
});
