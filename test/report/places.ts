// Outcomes with a foreign text in each place where one can be.

import type { Failure, TestResults } from '../../src/pytest/results.ts';
import type { Outcome } from '../../src/report/outcome.ts';
import {
  builtDev,
  counts,
  devImage,
  green,
  mainPlan,
  publishFacts,
  restored,
  sharePlan,
  testFacts,
} from '../samples.ts';

/** A failure, with what a row changes. */
export const failure = (more: Partial<Failure> = {}): Failure => ({
  nodeId: 'a.py::t',
  phase: 'call',
  message: 'assert 0',
  traceback: 'E  assert 0',
  ...more,
});

/** Red tests. */
export const red = (failures: Failure[]): Outcome => ({
  ...green,
  tests: testFacts(1, { counts: counts({ failed: failures.length }), failures }),
});

const { tests: _, dev: __, image: ____, ...withoutImage } = green;
const { tests: ___, ...withoutTests } = green;
/** A job that came to no image, and one that came to no tests. */
export const unbuilt: Outcome = withoutImage;
export const untested: Outcome = withoutTests;

const withResults = (results: Partial<TestResults>): Outcome => ({ ...green, tests: testFacts(0, results) });

/** Where a text of somebody else's can be: name → an outcome that has it there. */
export const places: Record<string, (text: string) => Outcome> = {
  'node id': text => red([failure({ nodeId: text })]),
  traceback: text => red([failure({ traceback: text }), failure()]),
  message: text => red([failure({ message: text, traceback: '' })]),
  leg: text => ({ ...green, leg: text }),
  key: text => ({ ...green, restored: { ...restored, key: text, isExact: false } }),
  'saved key': text => ({ ...green, saved: { run: { key: text, bytes: 1, seconds: 1, platform: 'linux/amd64' } } }),
  error: text => ({ ...untested, error: text }),
  notice: text => ({ ...green, plan: { ...mainPlan, notices: [text] } }),
  'reason for no cache': text => ({ ...green, plan: { ...mainPlan, cache: { off: text } } }),
  'what the cache said': text => ({ ...green, restored: { isExact: false, bytes: 0, seconds: 0, trouble: text } }),
  'folder of a module': text => ({
    ...green,
    tests: { ...testFacts(2), unmetImports: [{ name: 'a', kind: 'elsewhere', folder: text }] },
  }),
  'last test': text => ({ ...green, tests: testFacts(139, { exitStatus: 1, lastStarted: text }) }),
  "docker's words": text => ({ ...green, tests: testFacts(125, {}, text) }),
  'output of a build': text => ({
    ...unbuilt,
    dev: { stage: 'dev', steps: [], seconds: 1, failure: { instruction: text, output: text } },
  }),
  step: text => ({
    ...green,
    dev: { ...builtDev, steps: [{ name: text, isCached: true, seconds: 1, tail: [text] }] },
  }),
  'reason for a skip': text => withResults({ reasons: [{ outcome: 'skipped', reason: text, count: 1 }] }),
  warning: text => withResults({ warnings: [{ category: text, message: text, path: text, line: 1, count: 1 }] }),
  'flaky test': text => withResults({ flaky: [{ nodeId: text, reruns: 1, message: text }] }),
  'slow test': text => withResults({ slowest: [{ nodeId: text, setup: 0, call: 1, teardown: 0 }] }),
  versions: text => withResults({ python: text, pytest: text }),
  'image id': text => ({
    ...green,
    image: { ...devImage, id: text },
  }),
  registry: text => ({
    ...green,
    plan: { ...mainPlan, share: sharePlan },
    shared: { published: publishFacts('failed', { detail: text }) },
  }),
  digest: text => ({
    ...green,
    plan: { ...mainPlan, share: sharePlan },
    shared: {
      file: { path: text, bytes: 5, seconds: 1, platform: 'linux/amd64' },
      published: publishFacts('published', {
        digest: text,
        tags: [text],
        kept: [{ tag: text, version: text }],
        replaced: [{ tag: 'latest', digest: text }],
        isFirst: true,
      }),
    },
  }),
};
