import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { BuildStep } from '../../src/buildkit/progress.ts';
import type { Restored } from '../../src/cache/facts.ts';
import { cacheKey, cachePrefixes, runKey, runPrefixes } from '../../src/cache/keys.ts';
import { decideBuildEntry, decideRunEntry, isHeadWorthSaving } from '../../src/cache/saving.ts';
import { readStage, type StageFacts } from '../../src/dockerfile/stage.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const step = (name: string, more: Partial<BuildStep> = {}): BuildStep => ({
  ...{ name, isCached: false, seconds: 1, tail: [] },
  ...more,
});

describe('a run entry', () => {
  const dockerfile = 'FROM python:3.13-slim AS dev\nWORKDIR /app\nRUN pip install pytest\n';
  const stage: StageFacts = { inputs: readStage(dockerfile, 'dev', []), sources: { hash: 'ba5e' }, dockerfile };
  const python = `sha256:${'0a'.repeat(32)}`;
  const from = `[dev 1/3] FROM docker.io/library/python:3.13-slim@${python}`;
  const steps = [from, '[dev 2/3] WORKDIR /app', '[dev 3/3] RUN pip install pytest'].map(name => step(name));
  const built = { steps, contentId: 'beef'.repeat(16), stage };
  const scope = { architecture: 'x64', suffix: '', everything: ['dev', 'ba5e'] };
  const entries = { scope, bases: ['python:3.13-slim'] };
  const key = runKey(runPrefixes(scope, hash), built.contentId);
  const bases = { 'python:3.13-slim': python };

  test.each<[string, string | undefined, string]>([
    ['none was found', undefined, key],
    ['one of another image was found, whose base image has moved', key.replace('beef', 'dead'), key],
    ['one of this very image was found, and could not be used', key, `${key}-instead`],
  ])('is saved where %s', (_, found, expected) => {
    expect(decideRunEntry(entries, built, found, hash)).toEqual({ key: expected, bases });
  });

  test.each<[string, typeof entries | { off: string }, Partial<typeof built> | { stage: undefined }, string]>([
    ['nothing is mounted', { off: 'mount is false' }, {}, 'mount is false'],
    ['the Dockerfile could not be read', entries, { stage: undefined }, 'the Dockerfile could not be read'],
    [
      'the build did not tell which base image it had',
      entries,
      { steps: steps.slice(1) },
      'the build did not tell which base images it had',
    ],
    [
      'an image that COPY --from names is not told of',
      { scope, bases: ['python:3.13-slim', 'ghcr.io/astral-sh/uv:0.9'] },
      {},
      'the build did not tell which base images it had',
    ],
    [
      'the base image has ONBUILD instructions',
      entries,
      { steps: [step(from), step('[dev 2/4] ONBUILD COPY . .'), ...steps.slice(1)] },
      'a base image has instructions of its own',
    ],
    [
      'there are more steps than the Dockerfile says',
      entries,
      { steps: [step(from), step('[dev 3/4] RUN pip install pytest')] },
      'a base image has instructions of its own',
    ],
    [
      'a terminal showed the build, so that nothing of it is known',
      entries,
      { steps: [] },
      'the build did not tell which base images it had',
    ],
  ])('is not saved where %s', (_, where, more, off) => {
    expect(decideRunEntry(where, { ...built, ...more }, undefined, hash)).toEqual({ off });
  });
});

describe('a build entry', () => {
  const scope = {
    store: 'classic',
    architecture: 'x86_64',
    suffix: '',
    build: ['dev'],
    requirements: 'feed'.repeat(16),
  };
  const prefixes = cachePrefixes(scope, hash);
  const contentId = 'beef'.repeat(16);
  const key = cacheKey(prefixes, contentId);
  const entry = { folder: '/tmp/restore/image', digest: 'sha256:e1', config: '{}' };
  const nothing: Restored = { isExact: false, bytes: 0, seconds: 0 };
  const whole: Restored = { ...nothing, key, isExact: true, entry };
  const older: Restored = { ...whole, key: key.replace('beef', 'dead') };
  const damaged: Restored = { ...nothing, key, trouble: 'the entry is damaged' };
  const restored = { off: 'it was restored' };

  test.each<[string, 'files' | 'lookup' | 'no', Restored, object]>([
    ['nothing was there', 'files', nothing, { key }],
    ['the image is the one that was restored', 'files', whole, restored],
    ['more was built on what was restored', 'files', older, { key }],
    ['what was restored has other requirements', 'files', { ...older, isExact: false }, { key }],
    ['another entry is damaged', 'files', { ...damaged, key: key.replace('beef', 'dead') }, { key }],
    ['the entry of this very image is damaged', 'files', damaged, { key: `${key}-instead` }],
    [
      'its replacement is damaged too',
      'files',
      { ...damaged, key: `${key}-instead` },
      { key: `${key}-instead-instead` },
    ],
    [
      'the image is the one that was restored in place of a damaged one',
      'files',
      { ...whole, key: `${key}-instead` },
      restored,
    ],
    ['the image is the one that was saved again after the job', 'files', { ...whole, key: `${key}-again` }, restored],
    [
      'what is published is built anew, and an entry of its requirements is there',
      'lookup',
      { ...nothing, key: older.key ?? '', isExact: true },
      { off: 'there is one of these requirements' },
    ],
    [
      'what is published is built anew, and there is only one of others',
      'lookup',
      { ...nothing, key: `${prefixes.any}0000-dead` },
      { key },
    ],
    ['what is published is built anew, and there is none', 'lookup', nothing, { key }],
    ['the cache may not be read', 'no', nothing, { key }],
  ])('%s', (_, restore, found, expected) => {
    expect(decideBuildEntry({ restore, scope }, found, contentId, hash)).toEqual(expected);
  });
});

describe('the first layers of an image are worth an entry', () => {
  const nothing: Restored = { isExact: false, bytes: 0, seconds: 0 };
  const entry = { folder: '/tmp/restore/image', digest: 'sha256:e1', config: '{}' };
  const head = ['[dev 1/2] FROM python', '[dev 2/2] RUN apt-get update'].map(name => step(name, { isCached: true }));
  const all = (seconds: number, more: Partial<BuildStep> = {}) => [
    step('[dev 1/4] FROM python', { seconds: 60 }),
    step('[dev 2/4] RUN apt-get update', { seconds, ...more }),
    step('[dev 3/4] COPY requirements.txt .', { seconds: 60 }),
    step('[dev 4/4] RUN pip install -r requirements.txt', { seconds: 60 }),
  ];

  test.each<[string, BuildStep[], BuildStep[], Restored, boolean]>([
    ['they took long', all(5), head, nothing, true],
    ['they took little, whatever the others took', all(4.9), head, nothing, false],
    [
      'several took long together',
      [...all(3), step('RUN b', { seconds: 2 })],
      [...head, step('[dev 3/3] RUN b')],
      nothing,
      true,
    ],
    ['the engine had them', all(60, { isCached: true }), head, nothing, false],
    ['nothing but the base image, however long it took', all(60), head.slice(0, 1), nothing, false],
    ['an entry had them', all(0, { isCached: true }), head, { ...nothing, entry }, true],
    ['none', [], [], nothing, false],
  ])('%s', (_, steps, first, restored, expected) => {
    expect(isHeadWorthSaving(steps, first, restored)).toBe(expected);
  });
});
