import { expect, test } from 'vitest';
import { readStage, type Sources, type StageFacts } from '../../src/dockerfile/stage.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Context } from '../../src/host/context.ts';
import type { InputTexts } from '../../src/inputs/names.ts';
import { decideMount, type Machine } from '../../src/mount/plan.ts';
import { facts, inputsWith, pushToMain } from '../samples.ts';

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

type Row = {
  inputs?: Partial<InputTexts>;
  context?: Partial<Context>;
  engine?: Partial<Engine>;
  machine?: Machine;
  stage?: StageFacts | undefined;
  isPublished?: boolean;
};

function decide({ inputs: input, context, engine, machine = facts.machine, isPublished = false, ...row }: Row) {
  return decideMount(
    inputsWith(input),
    { ...pushToMain, ...context },
    { engine: { ...facts.engine, ...engine }, machine, stage: 'stage' in row ? row.stage : known },
    isPublished,
  );
}

test('a push on a hosted runner mounts the image that everything local stands for', () => {
  const row = { inputs: { target: 'Dev', 'build-args': 'B=2\nA=1', 'cache-suffix': 'x' } };
  expect(decide(row)).toEqual({
    scope: { architecture: 'x64', suffix: 'x', everything: ['dev', 'A=1', 'B=2', 'ba5e'] },
    bases: ['python:3.13-slim'],
    engineSocket: '/var/run/docker.sock',
    init: '/usr/bin/docker-init',
    restore: true,
  });
});

test('a workflow that may only write makes run entries without using them', () => {
  expect(decide({ context: { cacheMode: 'write-only' } })).toMatchObject({ restore: false });
});

const { socket: _, ...remote } = facts.engine;

test.each<[string, Row, string]>([
  ['mount: false', { inputs: { mount: 'false' } }, 'mount is false'],
  ['another platform', { context: { defaultPlatform: 'linux/arm64' } }, 'docker is told to build for linux/arm64'],
  ['graphics cards', { inputs: { gpus: 'all' } }, 'graphics cards were never tried with a mounted image'],
  ['a user by name', { inputs: { user: 'app' } }, 'a user of that name is known only in an image that is built'],
  ['load: true', { inputs: { load: 'true' } }, 'load is true, so the image is built in the engine'],
  ['a job that publishes', { isPublished: true }, 'what is published is built'],
  [
    'a self-hosted runner',
    { context: { isHosted: false } },
    'only hosted runners are for one job alone, which makes root for mounts harmless',
  ],
  [
    'an engine with user namespaces',
    { engine: { isUserMapped: true } },
    'the engine maps users, whom the files of a mounted image would not belong to',
  ],
  ['a machine without FUSE', { machine: { obstacle: 'no FUSE here' } }, 'no FUSE here'],
  ['a Dockerfile that is not there', { stage: undefined }, 'the Dockerfile could not be read'],
  [
    'a stage that only a build can tell of',
    { stage: stage({ doubt: 'line 2 adds a file from the network' }) },
    'only a build can tell what the image depends on: line 2 adds a file from the network',
  ],
  [
    'sources in the dev stage',
    { stage: stage({ line: 6, instruction: 'COPY . .' }) },
    'line 6 copies files that change with every commit',
  ],
])('%s is not mounted', (_, row, off) => {
  expect(decide(row)).toEqual({ off });
});

test('an engine on another machine is not mounted', () => {
  const engine = { engine: remote, machine: facts.machine, stage: known };
  expect(decideMount(inputsWith(), pushToMain, engine, false)).toEqual({ off: 'the engine is not on this machine' });
});
