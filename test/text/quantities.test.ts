import { expect, test } from 'vitest';
import { byteSize, duration, megabytes } from '../../src/text/quantities.ts';

test.each([
  [0, '0 ms'],
  [0.8504, '850 ms'],
  [0.9994, '999 ms'],
  [0.9996, '1.0 s'],
  [1, '1.0 s'],
  [12.34, '12.3 s'],
  [59.4, '59.4 s'],
  [59.6, '1 min 0 s'],
  [60, '1 min 0 s'],
  [119.7, '2 min 0 s'],
  [250, '4 min 10 s'],
  [3661, '61 min 1 s'],
])('duration of %d s is %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

test.each([
  [0, '0.0 MB'],
  [1_234_567, '1.2 MB'],
  [12_345_678, '12 MB'],
  [1_234_567_890, '1235 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(megabytes(bytes)).toBe(words);
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1.0 MB'],
  [12_345_678, '12 MB'],
  [999_499_999, '999 MB'],
  [999_500_000, '1.0 GB'],
  [12_345_678_901, '12.3 GB'],
])('%d bytes, which may be few or many, are %s', (bytes, words) => {
  expect(byteSize(bytes)).toBe(words);
});
