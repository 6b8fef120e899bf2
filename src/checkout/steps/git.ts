import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { git } from '../../host/steps/exec.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import { UserError } from '../../text/errors.ts';
import { plain, quoted } from '../../text/plain.ts';
import type { Commit } from '../checkout.ts';
import type { GitFacts, Origin } from '../git.ts';

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

/** Paths, relative to a folder, of the files in it that git has; none outside of git. */
export async function trackedFiles(folder: string): Promise<string[]> {
  // A program that the configuration may name would be started first.
  const { exitCode, stdout } = await git(['-c', 'core.fsmonitor=false', '-C', folder, 'ls-files', '-z']);
  return exitCode === 0 ? stdout.split('\0').filter(path => path !== '') : [];
}

/** Git tags of the commit that is checked out in a folder; none outside of git. */
export async function readTags(folder: string): Promise<string[]> {
  const { stdout } = await git(['-C', folder, 'tag', '--points-at', 'HEAD']);
  return stdout.split('\n').filter(tag => tag !== '');
}

/** Full name of the branch that is checked out in a folder; empty where there is none, and outside of git. */
export async function readBranch(folder: string): Promise<string> {
  const branch = await git(['-C', folder, 'symbolic-ref', '--quiet', 'HEAD']);
  return branch.exitCode === 0 ? branch.stdout.trim() : '';
}

/** Files of a folder's repository that differ from the commit that is checked out, or are not in it; none outside of git. */
export async function changedFiles(folder: string): Promise<string[]> {
  const { exitCode, stdout } = await git(['-C', folder, 'status', '--porcelain', '--no-renames', '-z']);
  const entries = stdout.split('\0').filter(entry => entry !== '');
  return exitCode === 0 ? entries.map(entry => entry.slice('XY '.length)) : [];
}

/**
 * Asks git for the commit that is checked out, by a command that starts nothing which a configuration could name.
 * Undefined where git can't tell; never rejects.
 */
export async function readCommit(folder: string): Promise<Commit | undefined> {
  // Above the checkout, git would find somebody else's.
  if (!(await lstat(join(folder, '.git')).catch(() => undefined))) return undefined;
  const { exitCode, stdout } = await git(['-C', folder, 'cat-file', '--batch'], 'HEAD\n');
  const [, sha, seconds] =
    /^([0-9a-f]{40,64}) commit \d+\n(?:.+\n)*?committer .*> (\d+) [+-]\d{4}\n/.exec(stdout) ?? [];
  return exitCode === 0 && sha !== undefined ? { sha, seconds: Number(seconds) } : undefined;
}

/** Looks at what git makes of a folder. Never rejects. */
export async function examineGit(folder: string): Promise<GitFacts> {
  const ask = (...options: string[]) => git([...options, '-C', folder, 'rev-parse', '--show-toplevel']);
  const [plain, trusting, identity] = await Promise.all([
    ask(),
    // What it says of folders that it distrusts, it says in the person's language.
    ask('-c', 'safe.directory=*'),
    readGitIdentity(folder),
  ]);
  return {
    state: stateOf(plain.exitCode, trusting.exitCode),
    top: trusting.stdout.replace(/\n$/, ''),
    hasIdentity: Object.keys(identity).length === 2,
  };
}

function stateOf(exitCode: number, whenTrusting: number): GitFacts['state'] {
  if (exitCode === 0) return 'repository';
  if (exitCode === 127) return 'no git';
  return whenTrusting === 0 ? 'distrusted' : 'no repository';
}

/** Name and address that git signs a person's commits with, by the names of its settings; empty where it knows none. */
export async function readGitIdentity(folder: string): Promise<Record<string, string>> {
  const { stdout } = await git(['-C', folder, 'config', '--null', '--get-regexp', '^user\\.(name|email)$']);
  return Object.fromEntries(
    stdout
      .split('\0')
      .filter(entry => entry !== '')
      .map(entry => [entry.split('\n', 1)[0] ?? '', entry.slice(entry.indexOf('\n') + 1)]),
  );
}

const MOST_BYTES = 1 << 16;

/**
 * Absolute path of the git data that a folder's .git file leads to, which a worktree or submodule has elsewhere; nothing
 * where that data is not this folder's: a file of an unpacked archive may lead to anybody's.
 */
export async function gitDataElsewhere(folder: string): Promise<string | undefined> {
  if ((await textOf(join(folder, '.git'))) === undefined) return undefined;
  const paths = ['rev-parse', '--path-format=absolute', '--git-dir', '--git-common-dir'];
  const { exitCode, stdout } = await git(['-C', folder, ...paths]);
  const [own, common] = await Promise.all(stdout.split('\n').slice(0, 2).map(realPathOf));
  if (exitCode !== 0 || own === undefined || common === undefined) return undefined;
  const owner = dirname(own) === join(common, 'worktrees') ? await worktreeOf(own) : await submoduleOf(own, common);
  return owner !== undefined && owner === (await realPathOf(folder)) ? common : undefined;
}

/** The folder of a worktree, as the repository that it belongs to has written it down. */
async function worktreeOf(own: string): Promise<string | undefined> {
  const pointer = (await textOf(join(own, 'gitdir')))?.trim();
  return pointer === undefined || basename(pointer) !== '.git' ? undefined : realPathOf(dirname(resolve(own, pointer)));
}

/** The folder of a submodule, as its git data has it. */
async function submoduleOf(own: string, common: string): Promise<string | undefined> {
  if (own !== common) return undefined;
  const { exitCode, stdout } = await git(['config', '--file', join(own, 'config'), 'core.worktree']);
  return exitCode === 0 ? realPathOf(resolve(own, stdout.replace(/\n$/, ''))) : undefined;
}

async function textOf(path: string): Promise<string | undefined> {
  return readRegularFile(path, MOST_BYTES).then(
    content => content?.toString(),
    () => undefined,
  );
}

async function realPathOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}
