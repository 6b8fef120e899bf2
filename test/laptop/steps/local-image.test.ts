import { expect, test } from 'vitest';
import type { BuildPlan } from '../../../src/buildkit/plan.ts';
import type { StageFacts } from '../../../src/dockerfile/stage.ts';
import { localImage, projectName } from '../../../src/laptop/steps/local-image.ts';
import { devPlan } from '../../samples.ts';

test.each([
  ['/home/ada/wine', /^wine-[0-9a-f]{8}$/],
  ['/home/ada/Wine Analysis (old)', /^wine-analysis-old-[0-9a-f]{8}$/],
  ['/home/ada/größe', /^gr-e-[0-9a-f]{8}$/],
  ['/home/ada/数据', /^project-[0-9a-f]{8}$/],
  ['/', /^project-[0-9a-f]{8}$/],
  [`/${'long'.repeat(40)}`, /^(long){15}-[0-9a-f]{8}$/],
])('%s is kept under a name that docker takes', (folder, name) => {
  expect(projectName(folder)).toMatch(name);
});

test('folders of the same name are told apart', () => {
  expect(projectName('/home/ada/wine')).not.toBe(projectName('/home/bob/wine'));
});

const stageOf = (hash: string) => ({ sources: { hash } }) as unknown as StageFacts;
const referenceOf = (change: Partial<BuildPlan> = {}, hash = 'a') =>
  localImage({ ...devPlan, ...change }, stageOf(hash)).reference;

test('an image is believed by all that it depends on', () => {
  const { reference, isBelieved, plan } = localImage(devPlan, stageOf('a'));
  expect(reference).toMatch(/^dev-in-docker\/[a-z0-9-]+:dev-[0-9a-f]{24}$/);
  expect(plan.tags).toEqual([reference]);
  expect(isBelieved).toBe(true);
});

test.each<[string, Partial<BuildPlan>, string]>([
  ['its sources', {}, 'b'],
  ['a build argument', { buildArguments: ['A=1'] }, 'a'],
  ['its stage', { stage: 'notebook' }, 'a'],
  ['its folder', { context: '/elsewhere' }, 'a'],
])('%s makes it another', (_, change, hash) => {
  expect(referenceOf(change, hash)).not.toBe(referenceOf());
});

test('the order of build arguments does not', () => {
  expect(referenceOf({ buildArguments: ['A=1', 'B=2'] })).toBe(referenceOf({ buildArguments: ['B=2', 'A=1'] }));
});

test('what depends on more than can be known is never believed', () => {
  const unknown = { sources: { unknown: 'ADD https://…' } } as unknown as StageFacts;
  for (const stage of [undefined, unknown]) {
    const { reference, isBelieved } = localImage({ ...devPlan, stage: 'dev_2/x' }, stage);
    expect(isBelieved).toBe(false);
    expect(reference).toMatch(/:dev_2-x$/);
  }
});
