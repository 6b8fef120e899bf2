import { expect, test } from 'vitest';
import {
  deniedIn,
  hasNotBegun,
  hiddenHomes,
  interpreterOf,
  lacksPackages,
  placesOf,
  wantedFrom,
} from '../../src/pytest/obstacles.ts';
import type { TestResults } from '../../src/pytest/results.ts';
import { failure } from '../report/places.ts';
import { testFacts } from '../samples.ts';

test.each<[string, string, string[]]>([
  ['pytest', '/opt/venv/bin:/usr/bin', ['/opt/venv/bin/pytest', '/usr/bin/pytest']],
  ['pytest', ':.:bin:/usr/bin', ['/usr/bin/pytest']],
  ['pytest', '/app/.venv/bin:/app:/usr/bin', ['/usr/bin/pytest']],
  ['/opt/run', '/usr/bin', ['/opt/run']],
  ['./run', '/usr/bin', []],
])('%s on the PATH %s', (program, PATH, expected) => {
  expect(placesOf(program, '/app', { PATH })).toEqual(expected);
});

test('pytest may be in what the mounted checkout hides', () => {
  const places = hiddenHomes('/app', { PATH: '/app/tools/bin:/app/bin:/usr/bin' });
  expect(places).toEqual([
    { folder: '/app/tools', place: '/app/tools/bin/pytest' },
    { folder: '/app/bin', place: '/app/bin/pytest' },
    ...['.venv', 'venv', 'env'].map(name => ({ folder: `/app/${name}`, place: `/app/${name}/bin/pytest` })),
  ]);
});

test.each([
  ['#!/opt/venv/bin/python\nimport re\n', '/opt/venv/bin/python'],
  ['#! /usr/bin/python3 -I\n', '/usr/bin/python3'],
  ['#!/usr/bin/env python\n', undefined],
  ['#!python\n', undefined],
  ['\u007fELF', undefined],
  ['', undefined],
])('the interpreter of a file that begins with %j is %s', (start, expected) => {
  expect(interpreterOf(start)).toBe(expected);
});

test.each<[string, string[]]>([
  [
    "FileNotFoundError: [Errno 2] No such file or directory: '/opt/home/.cache/models/tiny.bin'",
    ['.cache/models/tiny.bin'],
  ],
  ['PosixPath("/opt/home/nltk_data") and /opt/home/nltk_data/.', ['nltk_data']],
  ["Executable doesn't exist at /opt/home/.cache/ms-playwright/chrome\n╔═══", ['.cache/ms-playwright/chrome']],
  ['/opt/home/../etc/passwd', []],
  ['/opt/home/', []],
  ['/opt/homes/x', []],
  ['assert 0', []],
  ['/opt/home/a /opt/home/b /opt/home/c /opt/home/d /opt/home/e /opt/home/f', ['a', 'b', 'c', 'd', 'e']],
])('in %j, the tests wanted %j of their home', (message, expected) => {
  expect(wantedFrom('/opt/home', [{ message }])).toEqual(expected);
});

test.each<[string, string[]]>([
  ["PermissionError: [Errno 13] Permission denied: '/root/hf/model.bin'", ['/root/hf/model.bin']],
  ["PermissionError: [Errno 13] Permission denied: 'figure.png'", []],
  ["No such file or directory: '/root/x'", []],
  ["Permission denied: '/a' Permission denied: '/a' Permission denied: \"/b\"", ['/a', '/b']],
])('in %j, %j were denied', (message, expected) => {
  expect(deniedIn([{ message }])).toEqual(expected);
});

test.each<[number, boolean, boolean]>([
  [127, false, true],
  [1, false, true],
  [1, true, false],
])('a run that ended with %i, and was heard of: %s, has not begun: %s', (exitCode, isHeard, expected) => {
  const facts = testFacts(exitCode);
  const { pytest: _, ...results } = facts.results;
  expect(hasNotBegun({ ...facts, results: isHeard ? { ...results, pytest: '9.0' } : results })).toBe(expected);
});

const lost = [failure({ message: "No module named 'numpy'" })];
test.each<[number, string, Partial<TestResults>, boolean]>([
  [127, 'exec pytest failed', {}, true],
  [1, '/usr/bin/python: No module named pytest', {}, true],
  [1, '', {}, true],
  [1, 'connection refused', {}, false],
  [137, '', {}, false],
  [1, '', { pytest: '9.0', failures: lost }, true],
  [1, '', { pytest: '9.0' }, false],
])('a run that ended with %i, %j and %j lacks packages: %s', (exitCode, lastWords, more, expected) => {
  const { pytest: _, ...results } = testFacts(exitCode).results;
  expect(lacksPackages({ ...testFacts(exitCode), lastWords, results: { ...results, ...more } })).toBe(expected);
});
