import { readFile, realpath } from 'node:fs/promises';
import { findWithin } from '../../host/steps/within.ts';
import { calledBy, usesReport } from '../follow.ts';

/**
 * Whether the workflow of the run, or one of the checkout's that it calls, uses the report of this action. A checkout without
 * them, as of another repository, says no. Never rejects.
 */
export async function isReportToFollow(
  workspace: string,
  workflow: string,
  actionRepository: string,
): Promise<boolean> {
  const root = await realpath(workspace).catch(() => workspace);
  const paths = new Set(workflow === '' ? [] : [workflow]);
  // Those that are called are added while it goes on.
  for (const path of paths) {
    const file = await findWithin(root, path, 'isFile');
    const text = file === undefined ? '' : await readFile(file, 'utf8').catch(() => '');
    if (usesReport(text, actionRepository)) return true;
    for (const called of calledBy(text)) paths.add(called);
  }
  return false;
}
