import { expect, test } from 'vitest';
import { ownLabel, ownName, ownReference, ownReferences } from '../../src/host/run.ts';

test('all that a run has for itself is called after it', () => {
  expect(ownName('c0ffee')).toBe('dev-in-docker-c0ffee');
  expect(ownLabel('c0ffee')).toBe('dev-in-docker=c0ffee');
  expect(ownReference('c0ffee', 'head')).toBe('dev-in-docker/run:head-c0ffee');
  expect(ownReferences('c0ffee')).toEqual(
    ['dev', 'share', 'head', 'skeleton'].map(image => `dev-in-docker/run:${image}-c0ffee`),
  );
});
