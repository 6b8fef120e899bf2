import { describe, expect, test } from 'vitest';
import { endedEarly, hasFailed, isTelling, wentThrough } from '../../src/pytest/facts.ts';
import { readResults } from '../../src/pytest/read-results.ts';
import type { TestResults } from '../../src/pytest/results.ts';
import { counts, testFacts } from '../samples.ts';

/** Exit codes of pytest, of docker, of shells and of what a signal has ended. */
const CODES = [0, 1, 2, 3, 4, 5, 6, 42, 125, 126, 127, 130, 132, 134, 135, 137, 139, 143, 255, null];

describe('the step fails', () => {
  test.each(CODES)('by an exit code that pytest says is its own: %s', exitCode => {
    expect(hasFailed(testFacts(exitCode))).toBe(exitCode !== 0);
  });

  test.each(CODES)('by an exit code without a word from the plugin: %s', exitCode => {
    const facts = { ...testFacts(exitCode), results: readResults('') };
    expect(hasFailed({ ...facts, sign: 'run' })).toBe(exitCode !== 0);
  });

  test.each(CODES)('by any exit code of something that is not pytest: %s', exitCode => {
    expect(hasFailed({ ...testFacts(exitCode), results: readResults('') })).toBe(true);
  });

  test.each([1, 2, 3, 4, 6, 42])('by a status of pytest that something hides: %s', exitStatus => {
    expect(hasFailed(testFacts(0, { exitStatus }))).toBe(true);
  });

  test.each<[string, Partial<ReturnType<typeof testFacts>>, boolean]>([
    [
      'asked for its version, which it told without a plugin',
      { results: readResults(''), sign: 'word', command: ['pytest', '--version'] },
      false,
    ],
    ['ended before it was done, by its output', { results: readResults(''), sign: 'begun' }, true],
    [
      'asked for its cache, without a plugin',
      { results: readResults(''), sign: 'begun', command: ['pytest', '--cache-show'] },
      false,
    ],
    ['asked by an ENTRYPOINT', { results: readResults(''), sign: 'word' }, true],
    ['asked for its help', { results: { ...testFacts(0).results, hasRun: false }, command: ['pytest', '-h'] }, false],
    ['started by an ENTRYPOINT for its help', { results: { ...testFacts(0).results, hasRun: false } }, true],
  ])('by a pytest that looked for no tests, if it was to: %s', (_, more, expected) => {
    expect(hasFailed({ ...testFacts(0), ...more })).toBe(expected);
  });

  test('by no empty suite that somebody lets pass', () => {
    expect(hasFailed(testFacts(0, { exitStatus: 5 }))).toBe(false);
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
  ['pytest meant another code', 0, { exitStatus: 1 }, false],
  ['pytest said nothing', 0, { exitStatus: undefined } as object, true],
  ['a red run is red anyway', 1, {}, false],
  ['a signal', null, {}, false],
])('endedEarly: %s', (_, exitCode, results, expected) => {
  expect(endedEarly(testFacts(exitCode, results))).toBe(expected);
});

test.each<[string, number | null, Partial<TestResults>, boolean]>([
  ['all green', 0, {}, true],
  ['some red', 1, {}, true],
  ['red, under a program that says 1 for everything', 1, { exitStatus: 1 }, true],
  ['green, but a program around it was not content', 1, { exitStatus: 0 }, true],
  ['interrupted', 2, {}, false],
  ['interrupted, under a program that says 1 for everything', 1, { exitStatus: 2 }, false],
  ['none were collected', 5, {}, false],
  ['the interpreter was left in mid-run with 0', 0, { exitStatus: undefined } as object, false],
  ['the interpreter was left in mid-run with 1', 1, { exitStatus: undefined } as object, false],
  ['something hides the exit code of red tests', 0, { exitStatus: 1 }, false],
  ['killed', 137, { exitStatus: undefined } as object, false],
  ['ended by a signal', null, {}, false],
  ['no word from the plugin', 0, { pytest: undefined, exitStatus: undefined } as object, false],
])('a run that can be compared went through all of its tests: %s', (_, exitCode, results, expected) => {
  expect(wentThrough(testFacts(exitCode, results))).toBe(expected);
});

test.each<[string, number | null, Partial<TestResults>, boolean]>([
  ['green tests', 0, { counts: counts({ passed: 1 }) }, false],
  ['only skipped ones', 0, { counts: counts({ skipped: 1 }) }, false],
  ['red tests', 1, { counts: counts({ passed: 1, failed: 1 }) }, true],
  ['a list or a help that was asked for', 0, {}, true],
  ['none were collected', 5, {}, true],
  ['a crash', 139, { counts: counts({ passed: 1 }) }, true],
])('the output of a run is worth showing to who wants quiet: %s', (_, exitCode, results, expected) => {
  expect(isTelling(testFacts(exitCode, results))).toBe(expected);
});
