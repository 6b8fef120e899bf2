import { expect, test } from 'vitest';
import { gather, gatherNothing } from '../../src/legs/gather.ts';
import type { Leg } from '../../src/legs/leg.ts';
import type { JobEnd } from '../../src/legs/needs.ts';
import { noCounts } from '../../src/pytest/results.ts';
import { makeLegsReport } from '../../src/report/legs.ts';
import { makeLeg, makeWhole } from '../legs/samples.ts';

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

function reportOf(legs: Partial<Leg>[], gaps: string[] = [], end: JobEnd = 'failure') {
  const all = gatherNothing();
  for (const differing of legs) {
    const leg = makeLeg(differing);
    const tests = [{ nodeId: failure.nodeId, outcome: 'passed' as const, seconds: 1 }];
    gather(all, makeWhole({ leg, tests: leg.shard ? [] : tests }), end);
  }
  return makeLegsReport({ all, gaps, source: 'https://github.com/o/r/blob/c0ffee' });
}

test('all green: the numbers of all legs together, and each leg in a line', () => {
  const { conclusion, outputs, annotations, summary, lines } = reportOf([
    { matrix: [{ name: 'python', value: '3.12' }] },
    { matrix: [{ name: 'python', value: '3.13' }], seconds: 20 },
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
  const { conclusion, summary, annotations } = reportOf([
    { matrix: [{ name: 'python', value: '3.12' }] },
    { matrix: [{ name: 'python', value: '3.13' }], ...red },
  ]);
  expect(conclusion).toBe('failure');
  expect(summary).toContain(
    '❌ <code>test_a.py::test_x[&lt;b&gt;]</code> · in 3.13 only · <a href="https://github.com/o/r/blob/c0ffee/test_a.py#L3">line 3</a>',
  );
  expect(annotations).toMatchObject([{ message: 'Red legs: 3.13.' }]);
  expect(
    reportOf([
      { matrix: [{ name: 'python', value: '3.12' }], ...red },
      { matrix: [{ name: 'python', value: '3.13' }], ...red },
    ]).summary.match(/in all legs/g),
  ).toHaveLength(1);
});

test('a red leg whose job succeeded all the same is told, and makes nothing red', () => {
  const legs = [{}, { matrix: [{ name: 'python', value: '3.15' }], ...red }];
  const { conclusion, summary, annotations, outputs } = reportOf(legs, [], 'success');
  expect({ conclusion, annotations }).toEqual({ conclusion: 'success', annotations: [] });
  expect(outputs).toMatchObject({ conclusion: 'success', failed: '1' });
  expect(summary).toContain('⚠️ Red, but their jobs succeeded, as <code>continue-on-error</code> has it: 3.15');
  expect(reportOf(legs, ['Leg 3 left nothing.'], 'success').conclusion).toBe('failure');
});

test('a failure of a test that one leg alone ran is not in that leg "only"', () => {
  const shard = { total: 2, by: 'times' as const, times: '', suite: '', collected: 2, kept: 1 };
  const { summary } = reportOf([
    { shard: { ...shard, index: 1 }, matrix: [{ name: 'shard', value: '1' }], ...red },
    { shard: { ...shard, index: 2 } },
  ]);
  expect(summary).toContain('</code> · in 1 · ');
});

test('of more problems than a runner shows, the last sentence tells how many more there are', () => {
  const gaps = Array.from({ length: 14 }, (_, number) => `Gap ${number}.`);
  const { annotations, summary } = reportOf([{}], gaps);
  expect(annotations).toHaveLength(10);
  expect(annotations.at(-1)).toMatchObject({ message: '5 more problems are on the page of this job.' });
  expect(summary).toContain('Gap 13.');
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
