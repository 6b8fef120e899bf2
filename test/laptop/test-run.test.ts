import { describe, expect, test } from 'vitest';
import { type CommandEnd, endOf, startedBy } from '../../src/laptop/test-run.ts';
import type { TestPlan } from '../../src/pytest/plan.ts';
import { counts, testFacts, testPlan } from '../samples.ts';

const image = { workdir: '/usr/src/app' };
const run = (more: Partial<TestPlan>, folder: string, ...typed: string[]) =>
  startedBy({ ...testPlan, context: '/home/ada/wine', ...more }, folder, image, typed);

describe('arguments for pytest', () => {
  test.each<[string, string, string]>([
    ['an option', '-x', '-x'],
    ['a relative path', 'tests/test_a.py', 'tests/test_a.py'],
    ['a path in the project', '/home/ada/wine/tests/test_a.py::test_b', '/usr/src/app/tests/test_a.py::test_b'],
    ['the project itself', '/home/ada/wine', '/usr/src/app'],
    ['the project itself, with a slash', '/home/ada/wine/', '/usr/src/app/'],
    ['a path in a folder that only begins like it', '/home/ada/winery/test_a.py', '/home/ada/winery/test_a.py'],
    ['a path in the container', '/opt/checks', '/opt/checks'],
    ['an expression', '-k=a or b', '-k=a or b'],
    ['nothing', '', ''],
  ])('%s', (_, typed, expected) => {
    expect(run({}, '', typed).command).toEqual(['pytest', expected]);
  });

  test('come after those of the settings', () => {
    expect(run({ command: ['pytest', '-q'] }, '', '-x', 'a').command).toEqual(['pytest', '-q', '-x', 'a']);
  });
});

describe('the tests are started', () => {
  test.each<[string, string, string, string]>([
    ['in the project', '', '', ''],
    ['in the folder where the person is', '', 'analysis/notes', 'analysis/notes'],
    ['where they are at home', 'analysis', '', 'analysis'],
    ['where they are at home, as the person is elsewhere', 'analysis', 'docs', 'analysis'],
    ['where they are at home, whose name is only the start of the other', 'analysis', 'analysis-old', 'analysis'],
    ['where they are at home, and so is the person', 'analysis', 'analysis', 'analysis'],
    ['deeper than their home, where the person is', 'analysis', 'analysis/wine', 'analysis/wine'],
  ])('%s', (_, home, here, folder) => {
    expect(run({ folder: home }, here).folder).toBe(folder);
  });
});

test.each<[string, ReturnType<typeof testFacts>, boolean, CommandEnd]>([
  ['green', testFacts(0), false, { kind: 'exit', code: 0 }],
  ['red', testFacts(1), false, { kind: 'exit', code: 1 }],
  ['no tests', testFacts(5), false, { kind: 'exit', code: 5 }],
  ['red, which the exit code hides', testFacts(0, { counts: counts({ failed: 1 }) }), false, { kind: 'exit', code: 1 }],
  ['ended by something else', testFacts(null), false, { kind: 'exit', code: 1 }],
  ['killed for want of memory', testFacts(137), false, { kind: 'exit', code: 137 }],
  ['stopped', testFacts(137), true, { kind: 'signal' }],
  ['stopped, with docker', testFacts(null), true, { kind: 'signal' }],
  ['stopped, which pytest answered by itself', testFacts(2), true, { kind: 'exit', code: 2 }],
  ['green, just as it was stopped', testFacts(0), true, { kind: 'exit', code: 0 }],
])('the command ends: %s', (_, tests, isStopped, expected) => {
  expect(endOf(tests, isStopped)).toEqual(expected);
});
