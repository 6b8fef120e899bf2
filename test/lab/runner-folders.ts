// The folders of one job, laid out as on a hosted runner: all that a job may write into is fresh.
import { constants } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { publicFolder } from './folder.ts';
import { runAsRoot, wayToRoot } from './process.ts';
import { giveTo, type JobUser, jobUser } from './user.ts';

export type JobFolders = {
  /** The folder that holds all others. */
  root: string;
  home: string;
  temp: string;
  tools: string;
  /** The action's own folder, which the jobs of this process share: an action writes nothing into it. */
  action: string;
};

// What is in a clone and not in the repository.
const notInRepository = ['.git', '.lab', 'coverage', 'node_modules'];

/** Makes a job's folders, gives them to the user, and puts the action where that user can read it. */
export async function makeJobFolders(action: string, user: JobUser, plugins?: string): Promise<JobFolders> {
  const root = await newFolder('job');
  const own = { root, home: join(root, 'home'), temp: join(root, '_work/_temp'), tools: join(root, 'tools') };
  for (const folder of Object.values(own)) await mkdir(folder, { recursive: true });
  const folders = { ...own, action: await copiedAction(action) };
  if (plugins !== undefined) {
    await mkdir(join(folders.home, '.docker'));
    await symlink(plugins, join(folders.home, '.docker/cli-plugins'));
  }
  await giveTo(user, root);
  return folders;
}

/** A new folder that every user can reach; it goes when the lab ends, if it is not removed before. */
export async function newFolder(kind: string): Promise<string> {
  const folder = await mkdtemp(join(await publicFolder(), `${kind}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** Removes a folder and all that it holds, whoever owns it. */
export async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true }).catch(async (error: unknown) => {
    // A container may have left files that belong to root.
    if (!(await wayToRoot())) throw error;
    await runAsRoot(['rm', '--recursive', '--force', '--', path]);
  });
}

const copiedActions = new Map<string, Promise<string>>();

/** The copy of an action, made at its first job. */
function copiedAction(action: string): Promise<string> {
  const copied = copiedActions.get(action) ?? copyAction(action);
  copiedActions.set(action, copied);
  return copied;
}

async function copyAction(from: string): Promise<string> {
  const root = await newFolder('actions');
  const to = join(root, 'OWNER/dev-in-docker/v1');
  await mkdir(to, { recursive: true });
  const isInRepository = (path: string): boolean => {
    const [first = ''] = relative(from, path).split(sep);
    return !notInRepository.includes(first);
  };
  for (const name of await readdir(from)) {
    const source = join(from, name);
    if (isInRepository(source)) await cp(source, join(to, name), { recursive: true, verbatimSymlinks: true });
  }
  await giveTo(await jobUser('runner'), root);
  return to;
}

let copiedNode: Promise<string> | undefined;

/** The Node that runs actions, at a place that every user can reach: this process's own, which must be Node 24. */
export function nodeForActions(): Promise<string> {
  copiedNode ??= copyNode();
  return copiedNode;
}

async function copyNode(): Promise<string> {
  if (!process.version.startsWith('v24.')) {
    throw new Error(`The lab runs on Node ${process.version} and actions need Node 24: start it with npm.`);
  }
  const folder = join(await publicFolder(), 'externals/node24/bin');
  await mkdir(folder, { recursive: true });
  const node = join(folder, 'node');
  await copyFile(process.execPath, node, constants.COPYFILE_FICLONE);
  return node;
}
