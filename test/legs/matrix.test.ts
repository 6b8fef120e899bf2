import { expect, test } from 'vitest';
import { nameOf, readMatrix } from '../../src/legs/matrix.ts';

test.each([
  ['', ''],
  ['null', ''],
  ['{"python":"3.12","numpy":2}', '3.12, 2'],
  ['{"a":{"b":[1]},"c":true,"d":null}', '{"b":[1]}, true, null'],
  ['"text"', ''],
  ['{broken', ''],
])('a leg with the matrix %s is called %j', (matrix, name) => {
  expect(nameOf(readMatrix(matrix))).toBe(name);
});
