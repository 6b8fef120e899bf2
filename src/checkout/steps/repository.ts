import { lstat } from 'node:fs/promises';
import { posix } from 'node:path';
import { git } from '../../host/steps/exec.ts';

/**
 * The folder of the workspace that the job's repository is checked out to, as seen from one of its folders: empty for the
 * workspace itself, else relative to it, as `path:` of actions/checkout has it. Undefined where the folder belongs to
 * another repository, such as a submodule. `name` is the job's, `owner/name`; empty where there is no job. Never rejects.
 */
export async function findRepository(workspace: string, folder: string, name: string): Promise<string | undefined> {
  if (name === '') return '';
  for (let path = folder; path !== '.'; path = posix.dirname(path)) {
    const top = posix.join(workspace, path);
    if (!(await lstat(posix.join(top, '.git')).catch(() => undefined))) continue;
    return (await isCalled(top, name)) ? path : undefined;
  }
  return '';
}

/** Whether a repository comes from the one of this name; one that comes from nowhere may. */
async function isCalled(top: string, name: string): Promise<boolean> {
  const { stdout } = await git(['-C', top, 'config', '--get', 'remote.origin.url']);
  const address = stdout
    .trim()
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
    .toLowerCase();
  return address === '' || address.endsWith(`/${name.toLowerCase()}`) || address.endsWith(`:${name.toLowerCase()}`);
}
