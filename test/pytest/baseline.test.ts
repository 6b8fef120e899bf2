import { describe, expect, test } from 'vitest';
import { compare, formatBaseline, isNews, MOST_BASELINE_BYTES, parseBaseline } from '../../src/pytest/baseline.ts';
import type { Ran } from '../../src/pytest/results.ts';

const SHA = 'c0ffee0';
const shorten = (nodeId: string) => `#${nodeId}`;
const ran = (nodeId: string, seconds = 1, isFailed = false): Ran => ({
  nodeId,
  setup: 0,
  call: seconds,
  teardown: 0,
  isFailed,
});
const kept = (tests: Ran[]) => {
  const baseline = parseBaseline(formatBaseline(SHA, tests, shorten));
  if (!baseline) throw new Error('It was not understood.');
  return baseline;
};

test('a run is read as it was kept', () => {
  expect(kept([ran('a', 1.5), ran('__proto__', 0, true)])).toEqual({
    sha: SHA,
    tests: new Map([
      ['#a', { isFailed: false, seconds: 1.5 }],
      ['#__proto__', { isFailed: true, seconds: 0 }],
    ]),
  });
});

test('20,000 tests have room', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ran(String(index).padStart(11, '0'), 1234.567));
  expect(formatBaseline(SHA, many, shorten).length).toBeLessThan(MOST_BASELINE_BYTES / 2);
});

test.each([
  ['nothing', ''],
  ['no JSON', 'tests'],
  ['broken off', '{"sha":"c0ffee0","tests":{"#a":[0,'],
  ['no object', '[]'],
  ['null', 'null'],
  ['no commit', '{"tests":{}}'],
  ['a commit that is none', '{"sha":"<b>","tests":{}}'],
  ['no tests', '{"sha":"c0ffee0"}'],
  ['a list of tests', '{"sha":"c0ffee0","tests":[]}'],
  ['too long', `{"sha":"c0ffee0","tests":{}}${' '.repeat(MOST_BASELINE_BYTES)}`],
])('%s is no baseline', (_, text) => {
  expect(parseBaseline(text)).toBeUndefined();
});

test.each(['1', 'null', '[]', '[0]', '[0,"1"]', '[0,-1]', '[0,1e99]', '[0,null]', '{"0":1,"1":1}'])(
  'a test that is told as %s is left out',
  told => {
    expect(parseBaseline(`{"sha":"c0ffee0","tests":{"#a":${told},"#b":[1,2]}}`)?.tests).toEqual(
      new Map([['#b', { isFailed: true, seconds: 0.002 }]]),
    );
  },
);

describe('differences', () => {
  const before = kept([ran('good'), ran('bad', 1, true), ran('slow', 2)]);
  test.each<[string, Ran[], object]>([
    ['none', [ran('good'), ran('bad', 1, true), ran('slow', 2)], {}],
    ['a new failure', [ran('good', 1, true)], { newFailures: new Set(['good']) }],
    ['an old failure', [ran('bad', 1, true)], {}],
    ['a fixed one', [ran('bad')], { fixed: 1 }],
    ['a new test', [ran('new')], { added: 1 }],
    ['a new test that fails', [ran('new', 1, true)], { added: 1, newFailures: new Set(['new']) }],
    ['a little slower', [ran('slow', 2.75)], { change: 0.75 }],
    ['much slower', [ran('slow', 4)], { change: 2, slower: [{ nodeId: 'slow', before: 2, seconds: 4 }] }],
    ['faster', [ran('slow', 0.5)], { change: -1.5 }],
  ])('%s', (_, now, expected) => {
    const same = { sha: SHA, newFailures: new Set(), fixed: 0, added: 0, slower: [], change: 0 };
    expect(compare(before, now, shorten)).toEqual({ ...same, ...expected });
  });

  test('the most slowed down come first, ten at most', () => {
    const names = Array.from({ length: 12 }, (_, index) => `t${index}`);
    const { slower } = compare(
      kept(names.map(name => ran(name))),
      names.map((name, index) => ran(name, 2 + index)),
      shorten,
    );
    expect(slower.map(({ nodeId }) => nodeId)).toEqual(names.slice(2).reverse());
  });
});

describe('a run is kept', () => {
  const before = [ran('a'), ran('b', 1, true)];
  test.each<[string, Ran[] | undefined, Ran[], boolean]>([
    ['none was there', undefined, [ran('a')], true],
    ['nothing ran', undefined, [], false],
    ['nothing is new', before, before, false],
    ['times differ a little', before, [ran('a', 1.2), ran('b', 0.9, true)], false],
    ['a test is much slower', before, [ran('a', 2), ran('b', 1, true)], true],
    ['all is faster', before, [ran('a', 0.5), ran('b', 0.5, true)], true],
    ['a test is fixed', before, [ran('a'), ran('b')], true],
    ['a test fails', before, [ran('a', 1, true), ran('b', 1, true)], true],
    ['a test is new', before, [...before, ran('c')], true],
    ['a test is gone', before, [ran('a')], true],
    ['a test has another name', before, [ran('a'), ran('c', 1, true)], true],
  ])('%s', (_, baseline, now, expected) => {
    expect(isNews(baseline && kept(baseline), now, shorten)).toBe(expected);
  });
});
