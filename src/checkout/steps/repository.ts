import { join } from 'node:path';
import { git } from '../../host/steps/exec.ts';
import { quoted } from '../../inputs/values.ts';
import type { Origin } from '../../laptop/share-task.ts';
import { plain } from '../../report/html.ts';
import { UserError } from '../../text/errors.ts';
import { type Commit, readCommit } from './inspect.ts';
import { changedFiles, readBranch, readTags } from './project.ts';

/** The git repository of a project on a person's machine. */
export type Repository = Origin & {
  /** Absolute path without links of its top folder. */
  top: string;
  commit: Commit;
};

/** Looks at the repository that a folder belongs to; undefined where there is none, or none with a commit. */
export async function inspectRepository(folder: string): Promise<Repository | undefined> {
  const { exitCode, stdout } = await git(['-C', folder, 'rev-parse', '--show-toplevel']);
  const top = stdout.replace(/\n$/, '');
  const commit = exitCode === 0 ? await readCommit(top) : undefined;
  if (!commit) return undefined;
  const [tags, branch, changed] = await Promise.all([readTags(top), readBranch(top), changedFiles(top)]);
  return { top, commit, sha: commit.sha, tags, branch, changed };
}

/**
 * Checks a repository's commit out into a folder of its own while an action lasts: without what git ignores, which must
 * not get into an image that others get, and which the commit doesn't have. Fails where git can't.
 */
export async function withCommit<Result>(
  { top, sha }: Repository,
  temp: string,
  action: (checkout: string) => Promise<Result>,
): Promise<Result> {
  const checkout = join(temp, 'checkout');
  try {
    // No hook has anything to do with it.
    await requireGit(['-C', top, '-c', 'core.hooksPath=/dev/null', 'worktree', 'add', '--detach', checkout, sha]);
    await requireGit(['-C', checkout, 'submodule', '--quiet', 'update', '--init', '--recursive']);
    return await action(checkout);
  } finally {
    await git(['-C', top, 'worktree', 'remove', '--force', '--force', checkout]);
  }
}

async function requireGit(args: string[]): Promise<void> {
  const { exitCode, stderr } = await git(args);
  if (exitCode === 0) return;
  throw new UserError(`The commit could not be checked out: git says ${quoted(plain(stderr))}.`);
}
