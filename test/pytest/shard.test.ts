import { expect, test } from 'vitest';
import { byTimes, readSuite } from '../../src/pytest/shard.ts';

const hash = (text: string) => `#${text.length}`;

test('a split by times: what the plugin reads, and what all shards must have in common', () => {
  const baseline = { sha: 'c0ffee0', tests: new Map([['0123456789ab', { isFailed: true, seconds: 1.5 }]]) };
  expect(byTimes(baseline, 'text', hash)).toEqual({ by: 'times', times: '#4', file: '{"0123456789ab":1500}' });
});

test.each([undefined, { sha: 'c0ffee0', tests: new Map() }])('a split where no times are known: %j', baseline => {
  expect(byTimes(baseline, '{}', hash)).toEqual({
    by: { count: 'it is not known yet how long they take' },
    times: '',
    file: '{}',
  });
});

test('the names of a suite: sorted, each once, and what is no line of ours left out', () => {
  const lines = [
    '[2, "b"]',
    '[1, "a"]',
    '[1, "a"]',
    'x',
    '[1]',
    '[1, 2]',
    '{}',
    '[1, "with\\nline"]',
    `[1, "${'x'.repeat(3000)}"]`,
  ];
  expect(readSuite(lines.join('\n'))).toEqual(['a', 'b']);
});
