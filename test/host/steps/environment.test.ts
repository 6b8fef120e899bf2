import { expect, test } from 'vitest';
import { readContext } from '../../../src/host/steps/environment.ts';

test.each([
  ['a job', '0d4d3c1e-8a06-4a6e-9d3e-0c5f6a7b8c9d.test.__default', 'test.__default'],
  ['a leg in a workflow that is called', '0d4d3c1e-8a06-4a6e-9d3e-0c5f6a7b8c9d.arm.test._2', 'arm.test._2'],
  ['a form that is unknown', 'run-17-attempt-2', ''],
  ['nothing', '', ''],
])('%s: its place in the plan is the same in each attempt', (_, orchestration, place) => {
  expect(readContext({ ACTIONS_ORCHESTRATION_ID: orchestration, HOME: '/root' }).place).toBe(place);
});

test('a runner says which run, attempt and step it is; where it does not, it is the first attempt', () => {
  const variables = {
    GITHUB_RUN_ID: '17',
    GITHUB_RUN_ATTEMPT: '3',
    GITHUB_ACTION: '__self',
    GITHUB_RETENTION_DAYS: '90',
  };
  const read = readContext({ ...variables, HOME: '/root' });
  expect(read).toMatchObject({ runId: '17', attempt: 3, step: '__self', retentionDays: 90 });
  expect(readContext({ HOME: '/root' })).toMatchObject({ runId: '', attempt: 1, step: '', retentionDays: 0 });
});

test.each([
  ['its own', 'octo-lab/Science/.github/workflows/test.yml@refs/heads/main', '.github/workflows/test.yml'],
  [
    'its own, in other letters',
    'Octo-Lab/science/.github/workflows/test.yml@refs/heads/a@b',
    '.github/workflows/test.yml',
  ],
  ["another repository's", 'octo-lab/ci/.github/workflows/test.yml@refs/heads/main', ''],
  ['none', '', ''],
])('of a workflow that is %s, the path is known in the checkout: %s → %s', (_, workflowRef, path) => {
  const variables = { GITHUB_WORKFLOW_REF: workflowRef, GITHUB_REPOSITORY: 'octo-lab/Science', HOME: '/root' };
  expect(readContext(variables).workflow).toBe(path);
});
