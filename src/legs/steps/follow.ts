import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usesReport } from '../follow.ts';

/**
 * Whether any workflow in the checkout uses the report of this action. A checkout without them, as of another repository,
 * says no. Never rejects.
 */
export async function isReportToFollow(workspace: string, actionRepository: string): Promise<boolean> {
  const folder = join(workspace, '.github/workflows');
  const names = await readdir(folder).catch(() => []);
  const texts = names
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => readFile(join(folder, name), 'utf8').catch(() => ''));
  return (await Promise.all(texts)).some(text => usesReport(text, actionRepository));
}
