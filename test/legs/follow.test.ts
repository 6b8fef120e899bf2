import { symlink } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { calledBy, usesReport } from '../../src/legs/follow.ts';
import { isReportToFollow } from '../../src/legs/steps/follow.ts';
import { folderWith } from '../temporary-folder.ts';

const step = (uses: string): string => `jobs:\n  report:\n    steps:\n      - uses: ${uses}\n`;

test.each<[string, string, boolean]>([
  ['the report', step('OWNER/dev-in-docker/report@v1'), true],
  ['the report in quotes', step('"OWNER/dev-in-docker/report@v1"'), true],
  ['the report by its commit', step('OWNER/dev-in-docker/report@0badf00d # v1.2.3'), true],
  ['the report in other letters', step('owner/Dev-In-Docker/report@v1'), true],
  ['the report with a name before', '      - name: All\n        uses: OWNER/dev-in-docker/report@v1\n', true],
  ['the report of the checkout', step('./report'), true],
  ['the action alone', step('OWNER/dev-in-docker@v1'), false],
  ['the report of somebody else', step('other/dev-in-docker/report@v1'), false],
  ['a comment', '      # uses: OWNER/dev-in-docker/report@v1\n', false],
  ['nothing', '', false],
])('%s in a workflow: a report follows, or not', (_, workflow, isUsed) => {
  expect(usesReport(workflow, 'OWNER/dev-in-docker')).toBe(isUsed);
});

test.each<[string, string, string[]]>([
  ['a workflow of the repository', step('./.github/workflows/tests.yml'), ['.github/workflows/tests.yml']],
  ['one with another suffix', step('"./.github/workflows/tests.yaml"'), ['.github/workflows/tests.yaml']],
  ['one of another repository', step('octo/ci/.github/workflows/tests.yml@v1'), []],
  ['a path that leads elsewhere', step('./.github/workflows/../../tests.yml'), []],
  ['an action', step('./report'), []],
])('%s is called, or not', (_, workflow, called) => {
  expect(calledBy(workflow)).toEqual(called);
});

test.each<[string, string, boolean]>([
  ['that has it', 'report.yml', true],
  ['that calls one that has it', 'calls.yml', true],
  ['that calls one that calls it back', 'circle.yml', false],
  ['beside one that has it', 'alone.yml', false],
  ['that is not in the checkout', 'nowhere.yml', false],
  ['that is a link out of the checkout', 'link.yml', false],
])('a report follows in the run of a workflow %s: %s → %s', async (_, name, isFollowed) => {
  const elsewhere = await folderWith({ 'report.yml': step('./report') });
  const folder = await folderWith({
    '.github/workflows/report.yml': step('OWNER/dev-in-docker/report@v1'),
    '.github/workflows/alone.yml': step('OWNER/dev-in-docker@v1'),
    '.github/workflows/calls.yml': step('./.github/workflows/report.yml'),
    '.github/workflows/circle.yml': step('./.github/workflows/circle.yml'),
  });
  await symlink(`${elsewhere}/report.yml`, `${folder}/.github/workflows/link.yml`);
  expect(await isReportToFollow(folder, `.github/workflows/${name}`, 'OWNER/dev-in-docker')).toBe(isFollowed);
});

test('where the run says nothing of its workflow, no report follows', async () => {
  expect(await isReportToFollow(await folderWith({ 'a.yml': '' }), '', 'OWNER/dev-in-docker')).toBe(false);
});
