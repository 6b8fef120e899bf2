import { describe, expect, test } from 'vitest';
import type { GitDataFacts } from '../../src/checkout/new-git-data.ts';
import { makeReport } from '../../src/report/report.ts';
import { terminalReport } from '../../src/report/terminal.ts';
import { green, testFacts } from '../samples.ts';

const nothing: GitDataFacts = { removed: [], left: [], closed: [], isComplete: true };
const leaving = (facts: Partial<GitDataFacts>) => ({ gitData: { ...nothing, ...facts } });

describe('git data that tests left is told, and makes nothing red', () => {
  test.each<[string, Partial<GitDataFacts>, string, string]>([
    ['removed', { removed: ['docs/.git'] }, '.', 'in folders that git tracks: "docs/.git". It was removed'],
    ['left', { left: ['data/.git', '.'] }, '.', 'left git data: "data/.git", ".". Git runs'],
    ['below a context', { left: ['data/.git', '.'] }, 'wine', '"wine/data/.git", "wine". Git runs'],
    ['closed', { closed: ['a'] }, '.', `folders that can't be looked into: "a". They may hold`],
    ['given up', { isComplete: false }, '.', 'was given up after a second'],
    ['many', { left: [...'abcdefg'] }, '.', '"a", "b", "c", "d", "e", and 2 more. Git runs'],
    ['a name that steers', { left: ['\x1b[31ma\n::error::b'] }, '.', 'left git data: "a ::error::b". Git'],
  ])('%s', (_, facts, context, expected) => {
    const tests = { ...testFacts(0), ...leaving(facts) };
    const report = makeReport({ ...green, context, tests });
    expect(report.conclusion).toBe('success');
    expect(report.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining(expected) }]);
    expect(report.summary).toContain('The ');
    expect(report.lines.at(-1)).toContain(expected);
  });

  test('of tests that ran before and do not count, too', () => {
    const outcome = { ...green, tests: testFacts(0), earlierGitData: { ...nothing, left: ['data/.git'] } };
    expect(makeReport(outcome).annotations).toMatchObject([{ message: expect.stringContaining('"data/.git"') }]);
  });

  test('and in a job that is cancelled', () => {
    const outcome = { ...green, isCancelled: true, tests: { ...testFacts(null), ...leaving({ left: ['a/.git'] }) } };
    expect(makeReport(outcome).annotations).toMatchObject([{ message: expect.stringContaining('"a/.git"') }]);
  });

  test('to a person who only asked for a list of tests', () => {
    const tests = { ...testFacts(0), ...leaving({ left: ['a/.git'] }) };
    const look = { isQuiet: true, style: (_: string, text: string) => text, place: (file: string) => file };
    expect(terminalReport({ ...green, tests }, tests, [], look)).toEqual([expect.stringContaining('"a/.git"')]);
  });
});
