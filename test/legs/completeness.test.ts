import { describe, expect, test } from 'vitest';
import { findGaps } from '../../src/legs/completeness.ts';
import { gather, gatherNothing } from '../../src/legs/gather.ts';
import type { Leg, Test } from '../../src/legs/leg.ts';
import { readMatrix } from '../../src/legs/matrix.ts';
import type { JobEnd } from '../../src/legs/needs.ts';
import type { ShardFacts } from '../../src/pytest/shard.ts';
import { makeLeg, makeWhole } from './samples.ts';

type Part = { leg: Partial<Leg>; ran?: string[]; suite?: string[] };

const legAt = (index: number, total: number, differing: Partial<Leg> = {}): Part => ({
  leg: {
    index,
    total,
    place: `test._${index + 1}`,
    matrix: [{ name: 'shard', value: String(index + 1) }],
    ...differing,
  },
});
const TIMES = 'a'.repeat(64);
const SUITE = 'b'.repeat(64);
const shardOf = (index: number, ran: string[], differing: Partial<ShardFacts> = {}, leg: Partial<Leg> = {}): Part => ({
  leg: {
    ...{ index: index - 1, total: 2, place: `test._${index}`, matrix: [{ name: 'shard', value: String(index) }] },
    shard: { index, total: 2, by: 'times', times: TIMES, suite: SUITE, collected: 3, kept: ran.length, ...differing },
    ...leg,
  },
  ran,
  suite: ['a', 'b', 'c'],
});

async function gapsOf(parts: Part[], needs: Record<string, JobEnd> = { test: 'success' }): Promise<string[]> {
  const ends = new Map(Object.entries(needs));
  const all = gatherNothing();
  for (const { leg, ran = [], suite = [] } of parts) {
    const tests = ran.map((nodeId): Test => ({ nodeId, outcome: 'passed', seconds: 1 }));
    gather(all, makeWhole({ leg: makeLeg(leg), tests, suite: async () => suite }), 'success');
  }
  return findGaps(all, ends);
}

describe('legs', () => {
  test('that are all there', async () => {
    expect(await gapsOf([legAt(0, 2), legAt(1, 2)])).toEqual([]);
  });

  test.each<[string, (index: number) => string]>([
    ['by their number', index => `test._${index + 1}`],
    ['by the values of the matrix', index => `test.3_1${index}.numpy`],
    ['in a workflow that is called', index => `arm.test._${index + 1}`],
    ['in a form that nobody knows', index => `x-${index}`],
    ['not at all', () => ''],
  ])('whose places are told %s are of one matrix, and shards of one suite', async (_, placeOf) => {
    const shards = [['a'], ['b', 'c']].map((ran, index) => shardOf(index + 1, ran, {}, { place: placeOf(index) }));
    const needs = { [placeOf(0).startsWith('arm.') ? 'arm' : 'test']: 'success' } as const;
    expect(await gapsOf(shards, needs)).toEqual([]);
    expect(await gapsOf(shards.slice(1), needs)).toMatchObject(
      [/^Leg 1 of 2/, /^Nobody ran shard 1\/2/].map(text => expect.stringMatching(text)),
    );
  });

  test('of two calls of a workflow are of two matrices', async () => {
    const leg = (call: string, index: number) => legAt(index, 2, { place: `${call}.test._${index + 1}` });
    const ends = { arm: 'success', x64: 'success' } as const;
    expect(await gapsOf([leg('arm', 0), leg('arm', 1), leg('x64', 1)], ends)).toMatchObject([
      expect.stringMatching(/^Leg 1 of 2 of the job x64 left nothing/),
    ]);
  });

  test.each<[string, Part[], Record<string, JobEnd>, RegExp]>([
    [
      'one left nothing',
      [legAt(0, 3), legAt(2, 3)],
      { test: 'success' },
      /^Leg 2 of 3 of the job test left nothing: .*\. Re-run all jobs\.$/,
    ],
    ['two left nothing', [legAt(0, 3)], { test: 'failure' }, /^Legs 2, 3 of 3 of the job test left nothing/],
    [
      'a job left nothing',
      [],
      { test: 'success' },
      /^The job test succeeded and left no results: if it tests with this action, re-run all jobs; else take it out/,
    ],
    ['a job was cancelled', [], { test: 'cancelled' }, /^The job test was cancelled and left no results/],
    ['a job was skipped', [], { test: 'skipped' }, /^The job test was skipped, so nothing was tested there/],
    ['another step failed', [legAt(0, 1)], { test: 'failure' }, /^The job test failed, but not in its tests/],
    [
      'two matrices',
      [legAt(0, 1), legAt(1, 2)],
      { test: 'success' },
      /^The legs of the job test are of matrices of 1 and 2 legs/,
    ],
  ])('%s', async (_, parts, needs, gap) => {
    expect(await gapsOf(parts, needs)).toEqual([expect.stringMatching(gap)]);
  });

  test('a red leg explains why its job failed', async () => {
    expect(await gapsOf([legAt(0, 1, { conclusion: 'failure' })], { test: 'failure' })).toEqual([]);
  });

  test('a job that calls a workflow has the legs of that', async () => {
    const called = legAt(0, 1, { job: 'inner', place: 'call.inner._1' });
    expect(await gapsOf([called], { call: 'success' })).toEqual([]);
  });

  test('a job of a workflow that is called is not the one with the same name beside the report', async () => {
    const called = legAt(0, 1, { place: 'nightly.test._1' });
    expect(await gapsOf([called])).toEqual([expect.stringMatching(/^The job test succeeded and left no results/)]);
    expect(await gapsOf([called], { nightly: 'success' })).toEqual([]);
  });

  test('two steps of a job are two matrices', async () => {
    const steps = ['one', 'two'].flatMap(step => [legAt(0, 2, { step }), legAt(1, 2, { step })]);
    expect(await gapsOf(steps)).toEqual([]);
    expect(await gapsOf(steps.slice(0, 3))).toHaveLength(1);
  });
});

describe('shards', () => {
  test('each test in one', async () => {
    expect(await gapsOf([shardOf(1, ['a', 'c']), shardOf(2, ['b'])])).toEqual([]);
  });

  test.each<[string, (python: number, shard: number) => Record<string, unknown>]>([
    ['numbers', (python, shard) => ({ python, shard })],
    ['numbers, before another', (python, shard) => ({ shard, python })],
    ['numbers, beside one that is always 1', (python, shard) => ({ attempt: 1, python, shard })],
    ['which of how many', (python, shard) => ({ python, shard: `${shard}/2` })],
    ['which of how many, in words', (python, shard) => ({ python, shard: `${shard} of 2` })],
    ['fields of a value', (python, shard) => ({ python, shard: { n: shard, of: 2 } })],
    ['several values', (python, shard) => ({ python, shard, title: `part ${shard}` })],
    ['names that all legs have for themselves', (python, shard) => ({ name: `${python}-${shard}`, python })],
  ])('of several Pythons, which are told by %s: each Python has a suite of its own', async (_, valuesOf) => {
    const parts = [1, 2].flatMap(python =>
      [1, 2].map(shard => {
        const index = (python - 1) * 2 + shard - 1;
        const matrix = readMatrix(JSON.stringify(valuesOf(python, shard)));
        return shardOf(
          shard,
          shard === 1 ? ['a', 'c'] : ['b'],
          {},
          { index, total: 4, place: `test._${index}`, matrix },
        );
      }),
    );
    expect(await gapsOf(parts)).toEqual([]);
    const lost = parts.map((part, at) => (at === 3 ? { ...part, ran: [] } : part));
    expect(await gapsOf(lost)).toEqual([expect.stringMatching(/^1 test.* ran in no shard: b\.$/)]);
  });

  test('of which each Python has but one: each has a suite of its own', async () => {
    const parts = ['3.12', '3.13'].map((value, index) =>
      shardOf(
        1,
        ['a', 'b', 'c'],
        { total: 1 },
        { index, place: `test._${index}`, matrix: [{ name: 'python', value }] },
      ),
    );
    expect(await gapsOf(parts)).toEqual([]);
  });

  test.each<[string, Part[], RegExp]>([
    ['a test ran in none', [shardOf(1, ['a']), shardOf(2, ['b'])], /^1 test ran in no shard: c\.$/],
    [
      'a test ran in both',
      [shardOf(1, ['a', 'b', 'c']), shardOf(2, ['b'])],
      /^1 test ran in more than one shard: b\.$/,
    ],
    [
      'a test is not of the suite',
      [shardOf(1, ['a', 'c', 'd']), shardOf(2, ['b'])],
      /^1 test ran and are not in the suite/,
    ],
    [
      'other times',
      [shardOf(1, ['a']), shardOf(2, ['b'], { times: '', by: { count: 'no cache' } })],
      /^The shards were split by different times, .*\(by number in 1 of 2: no cache\)/,
    ],
    [
      'another suite',
      [shardOf(1, ['a']), shardOf(2, ['b'], { suite: 'c'.repeat(64), collected: 4 })],
      /^The shards collected different tests \(3, 4\)/,
    ],
    [
      'one shard twice',
      [shardOf(1, ['a']), shardOf(1, ['a'], {}, { index: 1, place: 'test._2' })],
      /^Shard 1\/2 was run by more than one leg/,
    ],
    [
      'a shard that nobody runs',
      [shardOf(1, ['a'], {}, { total: 1 })],
      /^Nobody ran shard 2\/2, so its tests are missing/,
    ],
  ])('%s', async (_, parts, gap) => {
    expect(await gapsOf(parts)).toEqual([expect.stringMatching(gap)]);
  });

  test('of many tests that are missing, some are named', async () => {
    const suite = Array.from({ length: 30 }, (_, number) => `test_${number}`);
    const parts = [shardOf(1, []), shardOf(2, [])].map(part => ({ ...part, suite }));
    expect(await gapsOf(parts)).toEqual([
      expect.stringMatching(/^30 tests ran in no shard: test_0, .*, test_9 and 20 more\.$/),
    ]);
  });
});
