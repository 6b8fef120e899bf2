// A user's repository as actions/checkout leaves it on a runner.
import { randomBytes, randomUUID } from 'node:crypto';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { run } from './process.ts';
import { defaultRepository } from './runner-contexts.ts';
import { newFolder, removeFolder } from './runner-folders.ts';
import { asUser, giveTo, type JobUser, jobUser } from './user.ts';

export type Checkout = {
  /** GITHUB_WORKSPACE: `…/_work/<repository>/<repository>`. */
  workspace: string;
  sha: string;
  /** The token that `persistToken` left behind, else empty. */
  token: string;
  release(): Promise<void>;
};

export type CheckoutOptions = {
  /** Whose files they are; unset, the hosted runner's user. */
  user?: 'runner' | 'root';
  /**
   * Where actions/checkout leaves its token unless told not to: before v6 in .git/config, since v6 in a file of
   * RUNNER_TEMP that .git/config includes.
   */
  persistToken?: 'config' | 'include';
  /** What the token is; unset, a random one. */
  token?: string;
  /** A folder of the project that is a submodule, as `submodules: true` leaves it: the token is persisted for it too. */
  submodule?: string;
  /** The folder of the workspace that it is checked out to, if not all of it. */
  path?: string;
};

// What a clone holds besides the repository.
const notChecked = ['.git', '.lab', '.venv', 'node_modules', '__pycache__', '.pytest_cache'];

/** Makes a git repository with one commit of the files (their paths and texts, or a folder to copy). */
export async function checkOut(
  files: Record<string, string> | string,
  options: CheckoutOptions = {},
): Promise<Checkout> {
  const user = await jobUser(options.user ?? 'runner');
  const { work, workspace } = await newWorkspace();
  const top = join(workspace, options.path ?? '');
  if (typeof files === 'string') await copyFolder(files, top);
  else await writeFiles(files, top);
  await giveTo(user, work);
  const sha = await commit(top, user, options.submodule);
  const token = options.persistToken ? (options.token ?? `ghs_${randomBytes(18).toString('hex')}`) : '';
  const repositories = [top, ...(options.submodule === undefined ? [] : [join(top, options.submodule)])];
  if (options.persistToken === 'config') await keepTokenInConfig(repositories, user, token);
  if (options.persistToken === 'include') await keepTokenInInclude(repositories, user, token);
  return { workspace, sha, token, release: () => removeFolder(dirname(work)) };
}

/** The empty workspace of a job that forgot actions/checkout. */
export async function emptyWorkspace(options: Pick<CheckoutOptions, 'user'> = {}): Promise<Checkout> {
  const { work, workspace } = await newWorkspace();
  await giveTo(await jobUser(options.user ?? 'runner'), work);
  return { workspace, sha: '0'.repeat(40), token: '', release: () => removeFolder(dirname(work)) };
}

async function newWorkspace(): Promise<{ work: string; workspace: string }> {
  const work = join(await newFolder('checkout'), '_work');
  const repository = basename(defaultRepository);
  const workspace = join(work, repository, repository);
  await mkdir(workspace, { recursive: true });
  return { work, workspace };
}

async function copyFolder(folder: string, workspace: string): Promise<void> {
  const isChecked = (path: string): boolean =>
    !relative(folder, path)
      .split(sep)
      .some(part => notChecked.includes(part));
  await cp(folder, workspace, { recursive: true, verbatimSymlinks: true, filter: isChecked });
}

async function writeFiles(files: Record<string, string>, workspace: string): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(workspace, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function commit(workspace: string, user: JobUser, submodule?: string): Promise<string> {
  const git = (...parameters: string[]) => runGit(workspace, user, parameters);
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('remote', 'add', 'origin', `https://github.com/${defaultRepository}`);
  if (submodule !== undefined) {
    await commit(join(workspace, submodule), user);
    await git('submodule', '--quiet', 'add', `https://github.com/${defaultRepository}-${submodule}`, submodule);
    await git('submodule', '--quiet', 'absorbgitdirs');
  }
  await git('add', '--all');
  await git('commit', '--quiet', '--allow-empty', '--message', 'Add an analysis');
  return git('rev-parse', 'HEAD');
}

// git runs as the user, and is told who commits and when: the same files are the same commit.
function runGit(workspace: string, user: JobUser, parameters: string[]): Promise<string> {
  const date = '2026-11-23T12:00:00Z';
  const identity = ['-c', 'user.name=octocat', '-c', 'user.email=octocat@users.noreply.github.com'];
  const environment = {
    HOME: dirname(workspace),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_DATE: date,
  };
  return run(asUser(user, ['git', ...identity, ...parameters]), { folder: workspace, environment });
}

const headerKey = 'http.https://github.com/.extraheader';

function header(token: string): string {
  return `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
}

async function keepTokenInConfig(repositories: string[], user: JobUser, token: string): Promise<void> {
  for (const folder of repositories) await runGit(folder, user, ['config', '--local', headerKey, header(token)]);
}

// https://github.com/actions/checkout writes one include for the runner and one for containers that mount the folders.
async function keepTokenInInclude(
  [workspace = '', ...submodules]: string[],
  user: JobUser,
  token: string,
): Promise<void> {
  const name = `git-credentials-${randomUUID()}.config`;
  const file = join(dirname(dirname(workspace)), '_temp', name);
  await mkdir(dirname(file));
  await giveTo(user, dirname(file));
  const git = (folder: string, ...parameters: string[]) => runGit(folder, user, ['config', ...parameters]);
  await git(workspace, '--file', file, headerKey, header(token));
  for (const [folder, credentials] of [
    [workspace, file],
    ['/github/workspace', `/github/runner_temp/${name}`],
  ] as const) {
    await git(workspace, '--local', `includeIf.gitdir:${folder}/.git.path`, credentials);
    await git(workspace, '--local', `includeIf.gitdir:${folder}/.git/worktrees/*.path`, credentials);
    for (const submodule of submodules) {
      const data = `${folder}/.git/modules/${relative(workspace, submodule)}`;
      await git(submodule, '--local', `includeIf.gitdir:${data}.path`, credentials);
    }
  }
}
