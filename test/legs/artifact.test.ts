import { expect, test } from 'vitest';
import { sha256 } from '../../src/host/steps/hash.ts';
import { artifactName, isArtifactOfLeg, sameLeg } from '../../src/legs/artifact.ts';
import type { Leg } from '../../src/legs/leg.ts';
import { makeLeg } from './samples.ts';

const nameOf = (leg: Partial<Leg>): string => artifactName(makeLeg(leg), sha256);

test.each<[string, Partial<Leg>, RegExp]>([
  ['usual', {}, /^dev-in-docker-test-0-[0-9a-f]{8}-1$/],
  ['with another job', { job: 'unit_tests' }, /^dev-in-docker-unit_tests-0-/],
  ['with a job in another script', { job: '测试' }, /^dev-in-docker---0-/],
  ['with no job', { job: '' }, /^dev-in-docker-job-0-/],
  ['with a very long job', { job: 'j'.repeat(300) }, /^dev-in-docker-j{40}-0-/],
  ['of a later attempt', { attempt: 12, index: 255 }, /-255-[0-9a-f]{8}-12$/],
])('the name of a leg %s is one that the service takes, and that is known again', (_, leg, name) => {
  expect(nameOf(leg)).toMatch(name);
  expect(isArtifactOfLeg(nameOf(leg))).toBe(true);
});

test.each<[string, Partial<Leg>]>([
  ['another leg', { index: 1 }],
  ['another step of the job', { step: '__OWNER_dev-in-docker_2' }],
  ['another call of the workflow', { place: 'arm.test._1' }],
  ['another job', { job: 'lint' }],
])('%s has a name of its own', (_, other) => {
  expect(nameOf(other)).not.toBe(nameOf({}));
  expect(sameLeg(makeLeg(other))).not.toBe(sameLeg(makeLeg({})));
});

test('attempts are the same leg, with names of their own', () => {
  expect(sameLeg(makeLeg({ attempt: 2 }))).toBe(sameLeg(makeLeg({})));
  expect(nameOf({ attempt: 2 })).not.toBe(nameOf({}));
});

test.each([
  'dev-in-docker',
  'dist',
  'dev-in-docker-test-0-0badf00d-1/..',
  '../dev-in-docker-test-0-0badf00d-1',
  'dev-in-docker-a b-0-0badf00d-1',
])('%s is the name of none', name => {
  expect(isArtifactOfLeg(name)).toBe(false);
});
