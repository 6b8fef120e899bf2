// The values that a matrix gives a leg.

import { isRecord, parseJson } from '../text/json.ts';

/** Such as python and 3.12; a value that is no text is JSON. */
export type MatrixValue = { name: string; value: string };

/** Reads what `toJSON(matrix)` gives, in the order of the workflow; empty outside a matrix. */
export function readMatrix(text: string): MatrixValue[] {
  const told = parseJson(text);
  if (!isRecord(told)) return [];
  return Object.entries(told).map(([name, value]) => ({
    name,
    value: typeof value === 'object' ? JSON.stringify(value) : String(value),
  }));
}

/** Name of a leg for titles, such as `3.12, numpy`; empty outside a matrix. */
export function nameOf(matrix: MatrixValue[]): string {
  return matrix.map(({ value }) => value).join(', ');
}
