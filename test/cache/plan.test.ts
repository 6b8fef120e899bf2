import { describe, expect, test } from 'vitest';
import { decideExtent, sourcesHint } from '../../src/cache/plan.ts';
import { readStage, type Sources, type StageFacts } from '../../src/dockerfile/stage.ts';

const dockerfile = `FROM python:3.13-slim AS dev
WORKDIR /usr/src/app
RUN apt-get update
COPY requirements.txt .
RUN pip install -r requirements.txt
COPY . .

FROM dev AS share
`;
const inputs = readStage(dockerfile, 'dev', []);
const stage = (sources: Sources): StageFacts => ({ inputs, sources, dockerfile });
const known = stage({ hash: 'ba5e' });

describe('what a build entry holds', () => {
  const head = dockerfile.slice(0, dockerfile.indexOf('COPY req'));
  const packages = dockerfile.slice(0, dockerfile.indexOf('COPY . .'));
  test.each<[string, StageFacts | undefined, boolean, unknown]>([
    ['mounted: what comes before the requirements', known, true, head],
    ['not mounted: all of it', known, false, 'whole'],
    ['sources in dev: what comes before them', stage({ line: 6, instruction: 'COPY . .' }), false, packages],
    ['sources before anything is built: nothing', stage({ line: 2, instruction: 'COPY . .' }), false, 'nothing'],
    ['unknown: all of it', stage({ doubt: 'x' }), false, 'whole'],
    ['unreadable: all of it', undefined, false, 'whole'],
  ])('%s', (_, facts, isMounted, expected) => {
    const extent = decideExtent('dev', facts, isMounted);
    expect(extent.kind === 'head' ? extent.dockerfile.trim() : extent.kind).toBe(String(expected).trim());
  });
});

test('whoever copies sources into dev is told the line to move', () => {
  expect(sourcesHint(stage({ line: 6, instruction: 'COPY . .' }), 'share')).toBe(
    "Line 6 of the Dockerfile (COPY . .) copies your code into the dev stage, so its image changes with every commit and can't be kept. The tests see your files anyway: move that line to the stage share, and they start within seconds.",
  );
  expect(sourcesHint(known, 'share')).toBeUndefined();
});
