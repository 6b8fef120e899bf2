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

describe('whoever copies sources into dev is told the line', () => {
  const hint = (stages: string[], target = 'dev', share = 'share') => {
    const facts = stage({ line: 6, instruction: 'COPY . .' });
    return sourcesHint({ ...facts, inputs: { ...inputs, stages } }, { target, 'share-target': share });
  };
  test('elsewhere than the project is, something may be built from it', () => {
    const facts = stage({ line: 6, instruction: 'COPY lib /opt/lib/', isApart: true });
    expect(sourcesHint(facts, { target: 'dev', 'share-target': 'share' })).toMatch(
      /can't be kept: unless something is built from it there, move that line to the stage share, and the tests start within seconds\.$/,
    );
  });

  const start = (target: string) =>
    `Line 6 of the Dockerfile (COPY . .) copies your code into the ${target} stage, so its image changes with every commit and can't be kept. The tests see your files anyway: `;
  test.each<[string, string | undefined, string]>([
    [
      'to move it where it belongs',
      hint(['dev', 'share']),
      `${start('dev')}move that line to the stage share, and they start within seconds.`,
    ],
    [
      'to do without it where there is no such stage',
      hint(['dev']),
      `${start('dev')}without that line, or with it in a stage after that ("FROM dev AS …"), they start within seconds.`,
    ],
    [
      'to do without it where that is the same stage',
      hint(['prod'], 'prod', 'prod'),
      `${start('prod')}without that line, or with it in a stage after that ("FROM prod AS …"), they start within seconds.`,
    ],
  ])('%s', (_, told, expected) => {
    expect(told).toBe(expected);
  });

  test('and to move it to all that need it, where other stages may have it from the same base', () => {
    const text = 'FROM python AS base\nCOPY . .\nFROM base AS dev\nFROM dev AS share\nFROM base AS production\n';
    const based: StageFacts = {
      inputs: readStage(text, 'dev', []),
      sources: { line: 2, instruction: 'COPY . .' },
      dockerfile: text,
    };
    expect(sourcesHint(based, { target: 'dev', 'share-target': 'share' })).toMatch(
      /: move that line to the stage share, and to others that need your code, and they start within seconds\.$/,
    );
  });

  test('and nobody else', () => {
    expect(sourcesHint(known, { target: 'dev', 'share-target': 'share' })).toBeUndefined();
  });
});
