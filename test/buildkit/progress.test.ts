// Recorded from `docker buildx build --progress rawjson` (buildx 0.29.1, BuildKit of Docker Engine 28.5.2), without the
// lines of transfers.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failedLine, followProgress, type Progress } from '../../src/buildkit/progress.ts';

const decode = (base64: string) => Buffer.from(base64, 'base64').toString();
const encode = (text: string) => Buffer.from(text).toString('base64');
const base =
  '[1/4] FROM docker.io/library/python:3.13-slim@sha256:1c2ec94ebc265bdcf113a935de5e67da1f3b525b6812f5769881307250129bee';

function replay(recording: string): { shown: string[]; progress: Progress } {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/results', `build-${recording}.txt`), 'utf8');
  const progress = followProgress(decode);
  return { shown: text.trimEnd().split('\n').flatMap(progress.read), progress };
}

describe('recorded builds', () => {
  const printed = `[4/4] RUN printf 'Collecting numpy\\n' && printf ' 10%%\\r 50%%\\r100%%\\n' && printf 'Größe\\r\\n' && sleep 0.3 && printf 'no line end'`;

  test('a first build shows steps in their order, and of a progress bar its last state', () => {
    const { shown, progress } = replay('built');
    expect(shown).toEqual([
      `#1 ${base}`,
      '#1 DONE 0.0s',
      '#1 DONE 3.9s',
      '#2 [2/4] WORKDIR /usr/src/app',
      '#2 DONE 0.2s',
      '#3 [3/4] COPY requirements.txt .',
      '#3 DONE 0.0s',
      `#4 ${printed}`,
      '#4 Collecting numpy',
      '#4 100%',
      '#4 Größe',
      '#4 no line end',
      '#4 DONE 0.6s',
      '#5 exporting to image',
      '#5 DONE 0.1s',
    ]);
    expect(progress.steps()).toEqual([
      { name: base, isCached: false, seconds: expect.closeTo(3.9, 1), tail: [] },
      { name: '[2/4] WORKDIR /usr/src/app', isCached: false, seconds: expect.closeTo(0.2, 1), tail: [] },
      { name: '[3/4] COPY requirements.txt .', isCached: false, seconds: expect.closeTo(0, 1), tail: [] },
      {
        name: printed,
        isCached: false,
        seconds: expect.closeTo(0.6, 1),
        tail: ['Collecting numpy', '100%', 'Größe', 'no line end'],
      },
    ]);
    expect(progress.errorText()).toBe('');
  });

  test('the same once more comes from the cache', () => {
    const { shown, progress } = replay('cached');
    expect(shown.filter(line => line.endsWith(' CACHED'))).toEqual(['#2 CACHED', '#3 CACHED', '#4 CACHED']);
    expect(progress.steps().map(({ name, isCached, seconds, tail }) => [name, isCached, seconds, tail])).toEqual([
      [base, false, expect.closeTo(0, 1), []],
      ['[2/4] WORKDIR /usr/src/app', true, 0, []],
      ['[3/4] COPY requirements.txt .', true, 0, []],
      [printed, true, 0, []],
    ]);
  });

  test('a failing instruction, of several lines, whose output looks like a place', () => {
    const { shown, progress } = replay('failed');
    const name = `[4/4] RUN echo "looking for numpi" &&     echo "ERROR: No matching distribution found for numpi" >&2 &&     echo "setup.py:99" && exit 3`;
    expect(progress.steps().at(-1)).toEqual({
      name,
      isCached: false,
      seconds: expect.closeTo(0.3, 1),
      error: expect.stringMatching(/ did not complete successfully: exit code: 3$/),
      tail: ['looking for numpi', 'setup.py:99', 'ERROR: No matching distribution found for numpi'],
    });
    expect(shown.at(-1)).toMatch(/^#4 ERROR process .* did not complete successfully: exit code: 3$/);
    expect(progress.errorText()).toMatch(/^Dockerfile:6\n-{20}\n {3}5 \|/);
    expect(failedLine(progress.errorText())).toBe(6);
  });

  test.each([
    [
      'malformed',
      3,
      'ERROR: failed to build: failed to solve: dockerfile parse error on line 3: unknown instruction: RUNN (did you mean RUN?)',
      0,
    ],
    ['missing', 2, /^ERROR: failed to build: failed to solve: .* "\/requirement.txt": not found$/, 2],
  ])('a Dockerfile that is %s', (recording, line, error, steps) => {
    const { progress } = replay(recording);
    expect(failedLine(progress.errorText())).toBe(line);
    expect(progress.errorText().split('\n').at(-1)).toMatch(error);
    expect(progress.steps()).toHaveLength(steps);
  });
});

const vertex = (digest: string, more: object = {}) => ({
  digest,
  name: `[dev ${digest}/9] RUN ${digest}`,
  started: '2026-11-24T06:00:00Z',
  ...more,
});
const done = { completed: '2026-11-24T06:00:02Z' };

/** Lines shown for statuses, and the steps after them. */
function follow(...statuses: (object | string)[]): { shown: string[]; progress: Progress } {
  const progress = followProgress(decode);
  const lines = statuses.map(status => (typeof status === 'string' ? status : JSON.stringify(status)));
  return { shown: lines.flatMap(line => progress.read(line)), progress };
}

const output = (...texts: string[]) => ({ logs: texts.map(text => ({ vertex: '1', data: encode(text) })) });

describe('details', () => {
  test('that a step came from the cache may be told after its end', () => {
    const ended = vertex('1', done);
    const { progress } = follow({ vertexes: [ended] }, { vertexes: [{ ...ended, cached: true }] });
    expect(progress.steps()).toEqual([{ name: '[dev 1/9] RUN 1', isCached: true, seconds: 2, tail: [] }]);
  });

  test('what is told twice is shown once', () => {
    const { shown } = follow(
      { vertexes: [vertex('1')] },
      { vertexes: [vertex('1', done)] },
      { vertexes: [vertex('1', done)] },
    );
    expect(shown).toEqual(['#1 [dev 1/9] RUN 1', '#1 DONE 2.0s']);
  });

  test('steps that run at once keep their numbers; one that never began comes last', () => {
    const { started: _, ...waiting } = vertex('3');
    const { shown, progress } = follow(
      { vertexes: [waiting, vertex('1'), vertex('2')] },
      { vertexes: [vertex('2', done)] },
      { vertexes: [vertex('1', done)] },
    );
    expect(shown).toEqual(['#1 [dev 1/9] RUN 1', '#2 [dev 2/9] RUN 2', '#2 DONE 2.0s', '#1 DONE 2.0s']);
    expect(progress.steps().map(step => step.name)).toEqual(['[dev 1/9] RUN 1', '[dev 2/9] RUN 2', '[dev 3/9] RUN 3']);
  });

  test.each([
    ['lines over several chunks', ['a', 'b\nc', '\n'], ['#1 ab', '#1 c']],
    ['a bar that is redrawn in several chunks', ['10%\r', '50%\r', '100%\n'], ['#1 100%']],
    ['a bar that ends with a carriage return', ['50%\r100%\r\n'], ['#1 100%']],
    ['an empty line', ['\n'], ['#1 ']],
    ['nothing', [''], []],
    ['a line without an end waits', ['abc'], []],
  ])('output: %s', (_, texts, expected) => {
    expect(follow({ vertexes: [vertex('1')] }, output(...texts)).shown.slice(1)).toEqual(expected);
  });

  test('the last two hundred lines of a step are kept', () => {
    const lines = Array.from({ length: 230 }, (_, number) => `line ${number}`);
    const { progress } = follow({ vertexes: [vertex('1')] }, output(`${lines.join('\n')}\n`));
    expect(progress.steps()[0]?.tail).toEqual(lines.slice(-200));
  });

  test.each([
    ["BuildKit's own steps", { vertexes: [vertex('1', { name: '[internal] load .dockerignore', ...done })] }],
    ['provenance', { vertexes: [vertex('1', { name: 'resolving provenance for metadata file', ...done })] }],
    ['a step that has not begun', { vertexes: [{ digest: '1', name: '[1/2] RUN x' }] }],
    ['output of an unknown step', output('x\n')],
    ['statuses', { statuses: [{ id: 'x', vertex: '1' }] }],
  ])('not shown: %s', (_, status) => {
    expect(follow(status, output('x\n')).shown).toEqual([]);
  });

  test('what is no JSON is error text, of which the end is kept', () => {
    const { shown, progress } = follow('{"vertexes":', 'ERROR: a', '', '{broken}', 'x'.repeat(30_000), 'last');
    expect(shown).toEqual([]);
    expect(progress.errorText()).toHaveLength(20_000 - 1);
    expect(progress.errorText()).toMatch(/^x+\nlast$/);
  });
});

test.each([
  ['Dockerfile:7\n--------------------\n   6 |\n', 7],
  ['WARNING: x\nsub dir/my.Dockerfile:12\n--------------------\n', 12],
  ['0.123 setup.py:99\n------\nDockerfile:7\n--------------------\n', 7],
  ['Dockerfile:7\n', undefined],
  ['ERROR: failed to build: failed to solve: process "x:7" did not complete', undefined],
  ['', undefined],
])('failedLine of %j is %s', (text, line) => {
  expect(failedLine(text)).toBe(line);
});
