import { expect, test } from 'vitest';
import { usesReport } from '../../src/legs/follow.ts';
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

test('all workflows of a checkout are looked through, and it may have none', async () => {
  const folder = await folderWith({
    '.github/workflows/a.yml': step('OWNER/dev-in-docker@v1'),
    '.github/workflows/b.yaml': step('OWNER/dev-in-docker/report@v1'),
  });
  expect(await isReportToFollow(folder, 'OWNER/dev-in-docker')).toBe(true);
  expect(await isReportToFollow(`${folder}/nowhere`, 'OWNER/dev-in-docker')).toBe(false);
  const text = await folderWith({ '.github/workflows/b.txt': step('OWNER/dev-in-docker/report@v1') });
  expect(await isReportToFollow(text, 'OWNER/dev-in-docker')).toBe(false);
});
