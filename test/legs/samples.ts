import type { Leg } from '../../src/legs/leg.ts';
import type { WholeLeg } from '../../src/legs/read-leg.ts';
import { noCounts } from '../../src/pytest/results.ts';

/** A green leg, the first of two, with what differs. */
export function makeLeg(differing: Partial<Leg>): Leg {
  return {
    repository: 'octo-lab/Science-Project',
    runId: '17600000042',
    attempt: 1,
    sha: 'c0ffee0000000000000000000000000000000000',
    job: 'test',
    step: '__OWNER_dev-in-docker',
    place: 'test._1',
    index: 0,
    total: 2,
    matrix: [{ name: 'python', value: '3.12' }],
    conclusion: 'success',
    sentence: '',
    runner: 'Linux X64',
    seconds: 12.5,
    testSeconds: 3.25,
    exitCode: 0,
    counts: { ...noCounts(), passed: 2 },
    isCounted: true,
    failures: [],
    flaky: [],
    slowest: [],
    reasons: [],
    warnings: [],
    ...differing,
  };
}

/** What a leg left that ran no tests, with what differs. */
export function makeWhole(differing: Partial<WholeLeg>): WholeLeg {
  return { name: 'dev-in-docker-test-0-0badf00d-1', leg: makeLeg({}), tests: [], suite: async () => [], ...differing };
}
