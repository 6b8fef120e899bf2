import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatLeg, formatSuite, formatTests } from '../../src/legs/format-leg.ts';
import type { Leg, LegFailure, Test } from '../../src/legs/leg.ts';
import { MOST, readLeg, readSuite, readTests } from '../../src/legs/read-leg.ts';
import { noCounts } from '../../src/pytest/results.ts';
import { makeLeg } from './samples.ts';

const IMAGE = {
  name: 'ghcr.io/octo/wine',
  version: '1.2.3',
  platform: 'linux/arm64',
  digest: `sha256:${'0a'.repeat(32)}`,
};

const RED = makeLeg({
  image: IMAGE,
  conclusion: 'failure',
  sentence: 'pytest failed.',
  python: '3.13.1',
  pytest: '9.0.0',
  exitCode: 1,
  shard: {
    index: 2,
    total: 4,
    by: { count: 'no times are known' },
    times: '',
    suite: 'a'.repeat(64),
    collected: 100,
    kept: 25,
  },
  counts: { ...noCounts(), failed: 1, passed: 24 },
  failures: [
    {
      nodeId: 'tests/test_a.py::test_b',
      phase: 'call',
      message: 'assert 1 == 2',
      traceback: 'E  assert 1 == 2',
      file: 'tests/test_a.py',
      line: 3,
      seconds: 0.5,
    },
  ],
  flaky: [{ nodeId: 'tests/test_a.py::test_c', reruns: 2, message: 'timed out' }],
  slowest: [{ nodeId: 'tests/test_a.py::test_b', setup: 0, call: 0.5, teardown: 0.01 }],
  reasons: [{ outcome: 'skipped', reason: 'no network', count: 3 }],
  warnings: [{ category: 'UserWarning', message: 'old', path: '/app/a.py', line: 7, count: 2 }],
});

test.each([
  ['a green one', makeLeg({})],
  ['a red one with all there is', RED],
  ['one with an image for its platform', makeLeg({ image: IMAGE })],
  ['one whose tests never ran', makeLeg({ conclusion: 'failure', exitCode: null, isCounted: false })],
])('%s is read as it was written', (_name, leg) => {
  expect(readLeg(formatLeg(leg))).toEqual(leg);
});

test('tests and the names of a suite are read as they were written', () => {
  const tests: Test[] = [
    { nodeId: 'tests/test_a.py::test_b[x y]', outcome: 'passed', seconds: 0.25 },
    { nodeId: 'tests/test_a.py::test_ü', outcome: 'skipped', reason: 'no network', seconds: 0 },
  ];
  const names = tests.map(({ nodeId }) => nodeId);
  expect(readTests(formatTests(tests))).toEqual(tests);
  expect(readSuite(formatSuite(names))).toEqual(names);
  expect(readTests('')).toEqual([]);
  expect(readSuite('')).toEqual([]);
});

const long = (length: number) => 'x'.repeat(length + 1);

test.each<[string, unknown]>([
  ['repository', 'octo'],
  ['repository', 'octo/lab/science'],
  ['runId', 17],
  ['runId', '1; rm'],
  ['attempt', 0],
  ['sha', 'main'],
  ['index', 3],
  ['index', -1],
  ['total', 0],
  ['total', 100_000],
  ['matrix', [{ name: 'python', value: long(MOST.name) }]],
  ['matrix', { python: '3.13' }],
  ['conclusion', 'green'],
  ['sentence', long(MOST.sentence)],
  ['seconds', -1],
  ['seconds', '3'],
  ['exitCode', 1.5],
  ['exitCode', undefined],
  ['isCounted', 1],
  ['counts', { passed: 3 }],
  ['shard', null],
  ['shard', { ...RED.shard, index: 5 }],
  ['shard', { ...RED.shard, suite: 'A' }],
  ['image', null],
  ['image', { ...IMAGE, name: '-x y' }],
  ['image', { ...IMAGE, version: '1.2.3\n' }],
  ['image', { ...IMAGE, platform: 'windows/amd64' }],
  ['image', { ...IMAGE, platform: 'linux/arm64 --push' }],
  ['image', { ...IMAGE, digest: 'latest' }],
  ['failures', undefined],
  ['failures', Array.from({ length: MOST.failures + 1 }, () => RED.failures[0])],
  ['failures', [{ ...RED.failures[0], nodeId: long(MOST.id) }]],
  ['failures', [{ ...RED.failures[0], traceback: long(MOST.traceback) }]],
  ['failures', ['tests/test_a.py::test_b']],
  ['flaky', {}],
  ['reasons', [{ outcome: 'passed', reason: '', count: 1 }]],
  ['warnings', [{ ...RED.warnings[0], line: 1e300 }]],
])('a leg with another %s than this action writes is damaged: %j', (field, value) => {
  expect(() => readLeg(JSON.stringify({ ...RED, [field]: value }))).toThrow(field);
});

test.each(['', '{', '[]', 'null', '"leg"', '{}'])('%j is no leg', text => {
  expect(() => readLeg(text)).toThrow('is not as this action writes it');
});

test.each([
  ['no line feed at its end', '{"nodeId":"a","outcome":"passed","seconds":1}'],
  ['an empty line', '\n'],
  ['an outcome that there is not', '{"nodeId":"a","outcome":"green","seconds":1}\n'],
  ['a reason too long', `{"nodeId":"a","outcome":"skipped","reason":"${long(MOST.reason)}","seconds":1}\n`],
  ['a name too long', `{"nodeId":"${long(MOST.id)}","outcome":"passed","seconds":1}\n`],
  ['more tests than there are', '{"nodeId":"a","outcome":"passed","seconds":1}\n'.repeat(MOST.tests + 1)],
])('tests with %s are damaged', (_name, text) => {
  expect(() => readTests(text)).toThrow('tests.jsonl');
});

test('a suite is damaged where a name is too long, or where there are too many', () => {
  expect(() => readSuite(`${long(MOST.id)}\n`)).toThrow('line 1 of suite.txt');
  expect(() => readSuite('a\n'.repeat(MOST.tests + 1))).toThrow('suite.txt');
});

test('whatever a leg claims, reading ends in a leg within the caps or in an error', () => {
  const fields = Object.keys(RED);
  const claims = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue());
  fc.assert(
    fc.property(claims, claim => {
      const text = JSON.stringify({ ...RED, ...claim });
      let leg: Leg;
      try {
        leg = readLeg(text);
      } catch (error) {
        expect(String(error)).toContain('is not as this action writes it');
        return;
      }
      expect(readLeg(formatLeg(leg))).toEqual(leg);
    }),
  );
});

test('of many long failures, tracebacks are left out before failures are, and what is written can be read', () => {
  const failure: LegFailure = {
    nodeId: 'n'.repeat(MOST.id),
    phase: 'call',
    message: 'm'.repeat(MOST.message),
    traceback: '\u001b'.repeat(MOST.traceback),
  };
  const text = formatLeg(makeLeg({ failures: Array.from({ length: MOST.failures }, () => failure) }));
  const { failures } = readLeg(text);
  expect(text.length).toBeLessThan(8_100_000);
  expect(failures.length).toBeGreaterThan(500);
  expect(failures[0]?.traceback).toBe(failure.traceback);
  expect(failures.at(-1)?.traceback).toBe('');
});

test('names of a matrix that are longer than the cap are cut', () => {
  const cut = 'x'.repeat(MOST.name);
  const matrix = [{ name: long(MOST.name), value: long(MOST.name) }];
  expect(readLeg(formatLeg(makeLeg({ matrix }))).matrix).toEqual([{ name: cut, value: cut }]);
});
