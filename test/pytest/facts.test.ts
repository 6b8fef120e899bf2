import { describe, expect, test } from 'vitest';
import { endedEarly, hasFailed } from '../../src/pytest/facts.ts';
import type { TestResults } from '../../src/pytest/results.ts';
import { counts, testFacts } from '../samples.ts';

/** Exit codes of pytest, of docker, of shells and of what a signal has ended. */
const CODES = [0, 1, 2, 3, 4, 5, 6, 42, 125, 126, 127, 130, 132, 134, 135, 137, 139, 143, 255, null];

describe('the step fails', () => {
  test.each(CODES)('by an exit code that pytest says is its own: %s', exitCode => {
    expect(hasFailed(testFacts(exitCode))).toBe(exitCode !== 0);
  });

  test.each(CODES)('by an exit code without a word from the plugin: %s', exitCode => {
    const facts = testFacts(exitCode);
    const { pytest: _, exitStatus: __, ...results } = facts.results;
    expect(hasFailed({ ...facts, results })).toBe(exitCode !== 0);
  });

  // The plugin was loaded, so pytest was running, and somebody ended the interpreter.
  test.each(CODES)('by any exit code of an interpreter that pytest was not done with: %s', exitCode => {
    const facts = testFacts(exitCode);
    const { exitStatus: _, ...results } = { ...facts.results, lastStarted: 'a.py::t' };
    expect(hasFailed({ ...facts, results })).toBe(true);
  });

  test.each<[string, Partial<ReturnType<typeof testFacts>>]>([
    ['out of time', { exitCode: 137, stoppedAfter: 90 }],
    ['out of memory', { exitCode: 137, isOutOfMemory: true }],
    ['ended by a signal', { exitCode: null }],
  ])('by tests that were stopped: %s', (_, more) => {
    const { exitStatus: __, ...results } = { ...testFacts(null).results, lastStarted: 'a.py::t' };
    expect(hasFailed({ ...testFacts(null), ...more, results })).toBe(true);
  });

  test.each([{ failed: 1 }, { errors: 1 }])('by tests that the report tells of, whatever the exit code: %o', some => {
    expect(hasFailed(testFacts(0, { counts: counts({ passed: 2, ...some }) }))).toBe(true);
  });

  test('by none that were skipped, or failed as they should', () => {
    expect(hasFailed(testFacts(0, { counts: counts({ skipped: 1, xfailed: 1, xpassed: 1, deselected: 1 }) }))).toBe(
      false,
    );
  });
});

test.each<[string, number | null, Partial<TestResults>, boolean]>([
  ['pytest said that all is well', 0, { exitStatus: 0 }, false],
  ['pytest meant another code', 0, { exitStatus: 1 }, true],
  ['a red run is red anyway', 1, {}, false],
  ['a signal', null, {}, false],
])('endedEarly: %s', (_, exitCode, results, expected) => {
  expect(endedEarly(testFacts(exitCode, results))).toBe(expected);
});
