import { expect, test } from 'vitest';
import { gather, gatherNothing, wentThrough } from '../../src/legs/gather.ts';
import type { Leg, Test } from '../../src/legs/leg.ts';
import { makeLeg, makeWhole } from './samples.ts';

function gathered(...parts: [Partial<Leg>, Test[]?][]) {
  const all = gatherNothing();
  for (const [leg, tests = []] of parts) gather(all, makeWhole({ leg: makeLeg(leg), tests }), 'failure');
  return all;
}

const ran = (nodeId: string, outcome: Test['outcome'], seconds: number): Test => ({ nodeId, outcome, seconds });
const failing = (message: string) => ({ failures: [{ nodeId: 't', phase: 'call' as const, message, traceback: '' }] });

test('tests are those of the job in its own workflow, with the seconds of the legs that ran them', () => {
  const { tests } = gathered(
    [{ place: 'call.test._1' }, [ran('a', 'passed', 3), ran('b', 'skipped', 0)]],
    [{ place: 'call.test._2' }, [ran('a', 'failed', 5)]],
    [{ place: 'call.test._3' }, [ran('a', 'skipped', 0)]],
  );
  expect([...tests]).toEqual([['test', new Map([['a', { runs: 2, seconds: 8, isFailed: true }]])]]);
});

test.each([
  ['the same', 'assert 1 == 2', 1],
  ['with other numbers', 'assert 17 == 2', 1],
  ['for another reason', 'KeyError', 2],
])('a failure in two legs, %s in the other', (_, message, count) => {
  const first = failing('assert 1 == 2');
  expect(gathered([first], [{ ...failing(message), matrix: [{ name: 'python', value: '3.13' }] }]).failures.size).toBe(
    count,
  );
});

test.each([
  [[0, 1], true],
  [[0, 2], false],
  [[0, 139], false],
  [[0, null], false],
])('legs that ended with %j went through: %s', (codes, isWhole) => {
  expect(wentThrough(gathered(...codes.map((exitCode): [Partial<Leg>] => [{ exitCode }])))).toBe(isWhole);
});
