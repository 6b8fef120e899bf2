import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BuildFailure, describeFailure } from '../../src/buildkit/facts.ts';
import { type BuildStep, followProgress } from '../../src/buildkit/progress.ts';

/** A build as buildx told of it (see progress.test.ts). */
function recorded(name: string): BuildFailure {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/results', `build-${name}.txt`), 'utf8');
  const progress = followProgress(base64 => Buffer.from(base64, 'base64').toString());
  for (const line of text.trimEnd().split('\n')) progress.read(line);
  return describeFailure(progress.steps(), progress.errorText());
}

describe('what failed in a recorded build', () => {
  test('a command: the instruction on one line, its line, and its own output', () => {
    expect(recorded('failed')).toEqual({
      instruction:
        'RUN echo "looking for numpi" &&     echo "ERROR: No matching distribution found for numpi" >&2 &&     echo "setup.py:99" && exit 3',
      line: 6,
      output: 'looking for numpi\nsetup.py:99\nERROR: No matching distribution found for numpi',
    });
  });

  test('an instruction that does not exist: what buildx shows of the Dockerfile', () => {
    expect(recorded('malformed')).toEqual({
      instruction: 'RUNN pip install',
      line: 3,
      output: expect.stringMatching(/unknown instruction: RUNN \(did you mean RUN\?\)$/),
    });
  });

  test('a file that is not there: no command failed', () => {
    expect(recorded('missing')).toEqual({
      instruction: 'COPY requirement.txt .',
      line: 2,
      output: expect.stringMatching(/"\/requirement\.txt": not found$/),
    });
  });
});

describe('the output of what failed', () => {
  const outputOf = (tail: string[]) => {
    const error = 'process "/bin/sh -c x" did not complete successfully: exit code: 1';
    return describeFailure([{ name: '[dev 1/1] RUN x', isCached: false, seconds: 1, error, tail }], '').output;
  };
  const many = (count: number, text = 'line') => Array.from({ length: count }, (_, number) => `${text} ${number}`);

  test.each<[string, string[], string | undefined]>([
    ['is its last twenty lines', many(30), undefined],
    [
      'has the first error above them',
      ['E: Unable to locate package x', ...many(30), 'x'],
      'E: Unable to locate package x',
    ],
    ['of Python', ['Traceback:', '  ValueError: bad', ...many(30)], 'ValueError: bad'],
    [
      'of a compiler',
      ['a.c:1:10: fatal error: Python.h: No such file', ...many(30)],
      'a.c:1:10: fatal error: Python.h: No such file',
    ],
    ['of a shell', ['/bin/sh: 1: git: not found', ...many(30)], '/bin/sh: 1: git: not found'],
    [
      'of Rust, in colour',
      ['\u001b[31merror[E0425]: cannot find value\u001b[0m', ...many(30)],
      '\u001b[31merror[E0425]: cannot find value\u001b[0m',
    ],
    ['the first of several', ['error: a', 'error: b', ...many(30)], 'error: a'],
    [
      'that says more than that another build failed',
      ['error: subprocess-exited-with-error', 'Error: why', ...many(30)],
      'Error: why',
    ],
    ['not where it is among them', [...many(30), 'ERROR: No matching distribution', ...many(9)], undefined],
    ['not what is no error', ['-- Looking for a.h - not found', 'no errors: 0', ...many(30)], undefined],
  ])('%s', (_, tail, above) => {
    const last = tail.slice(-20).join('\n');
    expect(outputOf(tail)).toBe(above === undefined ? last : `${above}\n…\n${last}`);
  });

  test("has the reason of pip's, which is above all that it says after that", () => {
    const text = readFileSync(join(import.meta.dirname, '../fixtures/results/output-psycopg2.txt'), 'utf8');
    expect(outputOf(text.trimEnd().split('\n'))).toMatch(/^Error: pg_config executable not found\.\n…\n/);
  });
});

describe('what failed in a build', () => {
  const step = (name: string, more: Partial<BuildStep> = {}): BuildStep => ({
    ...{ name, isCached: false, seconds: 1, tail: [] },
    ...more,
  });
  const error = 'process "/bin/sh -c exit 3" did not complete successfully: exit code: 3';
  const failed = step('[dev 3/4] RUN exit 3', { error, tail: ['a', 'b'] });
  const place =
    'Dockerfile:7\n--------------------\n   6 |     WORKDIR /app\n   7 | >>> RUN exit 3\n   8 |\n--------------------\n';

  test.each<[string, BuildStep[], string, BuildFailure]>([
    ['a command', [step('[dev 2/4] RUN x'), failed], place, { instruction: 'RUN exit 3', line: 7, output: 'a\nb' }],
    [
      'a command of a stage without a name',
      [{ ...failed, name: '[3/4] RUN exit 3' }],
      place,
      { instruction: 'RUN exit 3', line: 7, output: 'a\nb' },
    ],
    [
      'a command that said nothing',
      [{ ...failed, tail: [] }],
      `${place}ERROR: ${error}`,
      { instruction: 'RUN exit 3', line: 7, output: `${place}ERROR: ${error}` },
    ],
    [
      'a command, beside one that was stopped because of it',
      [step('[other 2/2] RUN y', { error: 'context canceled', tail: ['c'] }), failed],
      place,
      { instruction: 'RUN exit 3', line: 7, output: 'a\nb' },
    ],
    [
      'a file that is not there',
      [step('[dev 2/2] COPY a .', { error: 'failed to calculate checksum: "/a": not found' })],
      'Dockerfile:2\n--------------------\n   2 | >>> COPY a .\n--------------------\nERROR: "/a": not found',
      {
        ...{ instruction: 'COPY a .', line: 2 },
        output: 'Dockerfile:2\n--------------------\n   2 | >>> COPY a .\n--------------------\nERROR: "/a": not found',
      },
    ],
    ['nothing of the Dockerfile', [], 'ERROR: no builder "x" found', { output: 'ERROR: no builder "x" found' }],
    ['nobody knows', [], '', { output: '' }],
  ])('%s', (_, steps, said, expected) => {
    expect(describeFailure(steps, said)).toEqual(expected);
  });
});
