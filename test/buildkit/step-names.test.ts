import { describe, expect, test } from 'vitest';
import { baseDigests, hasOnbuild } from '../../src/buildkit/step-names.ts';

const sha = (digit: string) => `sha256:${digit.repeat(64)}`;

describe('ONBUILD in a base image', () => {
  const stage = { steps: { build: 2, dev: 12 } };
  const steps = [`[build 1/2] FROM docker.io/library/a:latest@${sha('a')}`, '[build 2/2] RUN x', '[dev  2/12] RUN y'];
  test.each<[string, string[], boolean]>([
    ['none', steps, false],
    ['beside steps of another kind', [...steps, `FROM docker.io/b@${sha('b')}`, '[auth] a:pull'], false],
    ['told by name', [...steps, '[dev  3/12] ONBUILD COPY . .'], true],
    ['told by the total', [...steps, '[dev  3/13] COPY x /'], true],
    ['a stage that should not be there', [...steps, '[other 2/2] RUN x'], true],
    ['a stage for several platforms', [...steps, '[linux/arm64 dev 3/12] RUN x'], true],
    ['a stage that was not seen', steps.slice(0, 2), true],
    ['nothing seen', [], true],
  ])('%s', (_, names, expected) => {
    expect(hasOnbuild(names, stage)).toBe(expected);
  });

  test('a single stage has no name', () => {
    expect(hasOnbuild(['[1/2] FROM a', '[2/2] RUN x'], { steps: { dev: 2 } })).toBe(false);
    expect(hasOnbuild(['[ 2/10] RUN x'], { steps: { dev: 10 } })).toBe(false);
    expect(hasOnbuild(['[1/2] FROM a', '[2/3] ONBUILD RUN x'], { steps: { dev: 2 } })).toBe(true);
    expect(hasOnbuild(['[2/3] RUN x'], { steps: { dev: 2 } })).toBe(true);
  });
});

describe('digests of base images', () => {
  const from = (reference: string, digit = 'a') => `[dev 1/4] FROM ${reference}@${sha(digit)}`;
  test.each([
    ['python', 'docker.io/library/python:latest'],
    ['python:3.13-slim', 'docker.io/library/python:3.13-slim'],
    ['a/b', 'docker.io/a/b:latest'],
    ['docker.io/python', 'docker.io/library/python:latest'],
    ['index.docker.io/a/b:c', 'docker.io/a/b:c'],
    ['ghcr.io/astral-sh/uv:0.9', 'ghcr.io/astral-sh/uv:0.9'],
    ['localhost/a', 'localhost/a:latest'],
    ['localhost:5000/a:b', 'localhost:5000/a:b'],
  ])('%s is %s', (base, reference) => {
    expect(baseDigests([from(reference)], [base])).toEqual({ [base]: sha('a') });
  });

  test('an image that only COPY names', () => {
    const steps = [from('docker.io/library/python:3'), `FROM ghcr.io/a/uv:latest@${sha('b')}`];
    expect(baseDigests(steps, ['python:3', 'ghcr.io/a/uv'])).toEqual({
      'python:3': sha('a'),
      'ghcr.io/a/uv': sha('b'),
    });
  });

  test('a digest in the Dockerfile needs no step', () => {
    expect(baseDigests([], [`python:3@${sha('c')}`])).toEqual({ [`python:3@${sha('c')}`]: sha('c') });
  });

  test('none, if one is missing or not certain', () => {
    expect(baseDigests([from('docker.io/library/python:3')], ['python:3', 'alpine'])).toBeUndefined();
    expect(baseDigests(['[dev 1/4] FROM docker.io/library/python:3'], ['python:3'])).toBeUndefined();
    const twice = [from('docker.io/library/python:3', 'a'), from('docker.io/library/python:3', 'b')];
    expect(baseDigests(twice, ['python:3'])).toBeUndefined();
  });
});
