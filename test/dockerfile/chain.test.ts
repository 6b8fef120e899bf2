import { describe, expect, test } from 'vitest';
import { readChain } from '../../src/dockerfile/chain.ts';

const seed = `FROM python:3.7 as dev
RUN mkdir -p /usr/src/app
WORKDIR /usr/src/app
ENV PATH="/opt/venv/bin:$PATH"
COPY requirements.txt .
RUN pip install \\
    -r requirements.txt
FROM dev as share
COPY --from=dev /opt/venv /opt/venv
COPY training.py ./
`;

test('the layers that a Dockerfile adds to its base image, with their stages and lines', () => {
  expect(readChain(seed, 'share', [])?.layers).toEqual([
    { stage: 'dev', instruction: 'RUN mkdir -p /usr/src/app', line: 2 },
    { stage: 'dev', instruction: 'WORKDIR /usr/src/app', line: 3 },
    { stage: 'dev', instruction: 'COPY requirements.txt .', line: 5 },
    { stage: 'dev', instruction: expect.stringMatching(/^RUN pip install/), line: 6 },
    { stage: 'share', instruction: 'COPY --from=dev /opt/venv /opt/venv', line: 9 },
    { stage: 'share', instruction: 'COPY training.py ./', line: 10 },
  ]);
});

describe('what is copied into an image that has it already', () => {
  const share = (...lines: string[]) =>
    [
      'FROM python:3.13 AS base',
      'FROM base AS dev',
      'WORKDIR /app',
      'RUN pip install x',
      'FROM dev AS share',
      ...lines,
    ].join('\n');

  test.each<[string, string[], string[]]>([
    ['the same place', ['COPY --from=dev /opt/venv /opt/venv'], ['6 /opt/venv dev']],
    ['with a slash at the end', ['COPY --from=dev /opt/venv/ /opt/venv'], ['6 /opt/venv dev']],
    ['in any case', ['COPY --from=DEV /opt/venv /opt/venv'], ['6 /opt/venv dev']],
    ['by the number of the stage', ['COPY --from=1 /opt/venv /opt/venv'], ['6 /opt/venv dev']],
    ['below the working directory', ['COPY --from=dev /app/x x'], ['6 /app/x dev']],
    ['linked', ['COPY --link --from=dev /a /a'], ['6 /a dev']],
    ['twice', ['COPY --from=dev /a /a', 'COPY --from=dev /b /b'], ['6 /a dev', '7 /b dev']],
    ['another place', ['COPY --from=dev /opt/venv /venv'], []],
    ['another owner', ['COPY --from=dev --chown=1000 /opt/venv /opt/venv'], []],
    ['another stage', ['COPY --from=other /opt/venv /opt/venv'], []],
    ['an image', ['COPY --from=python:3.7 /opt/venv /opt/venv'], []],
    ['a pattern', ['COPY --from=dev /opt/* /opt/'], []],
    ['a variable', ['COPY --from=dev $VENV $VENV'], []],
    ['several sources', ['COPY --from=dev /a /b /'], []],
    ['changed in between', ['RUN rm -r /opt/venv', 'COPY --from=dev /opt/venv /opt/venv'], []],
    ['covered in between', ['COPY x /opt/venv/bin/', 'COPY --from=dev /opt/venv /opt/venv'], []],
    [
      'something else changed in between',
      ['COPY x /srv/x', 'COPY --from=dev /opt/venv /opt/venv'],
      ['7 /opt/venv dev'],
    ],
    ['from a stage below that another has changed', ['COPY --from=base /opt/venv /opt/venv'], []],
  ])('%s', (_, lines, expected) => {
    const repeated = readChain(share(...lines), 'share', [])?.repeated ?? [];
    expect(repeated.map(({ line, path, from }) => `${line} ${path} ${from}`)).toEqual(expected);
  });

  test('a stage that is not based on the other', () => {
    const copied = 'FROM python AS dev\nRUN x\nFROM python AS share\nCOPY --from=dev /opt/venv /opt/venv\n';
    expect(readChain(copied, 'share', [])?.repeated).toEqual([]);
  });
});

test.each(['', 'FROM a AS dev\n', 'FROM a AS dev\nFROM $B AS share\n'])('nothing is known of %j', dockerfile => {
  expect(readChain(dockerfile, 'share', [])).toBeUndefined();
});
