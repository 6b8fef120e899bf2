import { constants, existsSync } from 'node:fs';
import { access, lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { trackedFiles } from '../../checkout/steps/git.ts';
import { foldersUpwards } from '../../checkout/steps/project.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { findWithin } from '../../host/steps/within.ts';
import { noInputs } from '../../inputs/names.ts';
import { completeInputs } from '../../inputs/steps/settings.ts';
import { UserError } from '../../text/errors.ts';
import { quoted } from '../../text/plain.ts';
import { mayPublish, usesAction } from '../files.ts';
import { findAttributes } from '../own-files.ts';
import { besides, readEnvironment, type Texts, UNREAD_FILES } from '../packages.ts';
import type { InitFacts, Workflow } from '../plan.ts';
import type { Table } from '../pyproject.ts';
import { PYTEST_FILES } from '../pytest.ts';
import { ENVIRONMENT_FILES } from '../python.ts';
import { readRequirements, requirementsFile } from '../requirements.ts';
import type { Member } from '../workspace.ts';
import { walkThrough } from './walk.ts';

/** A project on a person's machine: absolute paths without links of its folder, and of the repository around it. */
export type InitFolders = { project: string; repository: string };

/** Lock files of big projects have some MB. */
export const MAX_BYTES = 32e6;

/** Of pyproject.toml files below the project's own. */
const MOST_MEMBERS = 200;

const PACKAGE_FILES = [
  ...['uv.lock', 'poetry.lock', 'pyproject.toml', 'requirements.txt', 'requirements/base.txt', 'requirements-dev.txt'],
  ...['requirements.in', 'environment.yml', 'environment.yaml'],
];

/** What the other commands know a project by, but for settings in pyproject.toml; and what may be one without a Dockerfile yet. */
const PROJECT_FILES = ['Dockerfile', 'dev-in-docker.toml'];
const PACKAGES = [...PACKAGE_FILES, ...UNREAD_FILES];
const OTHER_FILES = [...PYTEST_FILES, '.python-version', '.dockerignore', ...UNREAD_FILES];

/**
 * Finds the folder, without a name that of the moment, and the git repository that it belongs to, without asking git.
 * Fails where there is no such folder that can be entered, or where one without a name is a part of a project above.
 */
export async function findFolders(folder: string | undefined): Promise<InitFolders> {
  const project = await reachFolder(folder ?? process.cwd());
  const { folders, repository = project } = await foldersUpwards(project);
  if (folder === undefined) refusePart(folders);
  return { project, repository };
}

/** A folder's absolute path without links. Fails where there is no such folder, or where its files are out of reach. */
async function reachFolder(folder: string): Promise<string> {
  const reach = realpath(folder).then(async path => {
    await access(`${path}/.`, constants.R_OK | constants.X_OK);
    return path;
  });
  const path = await reach.catch(absent).catch(error => {
    throw new UserError(`${quoted(folder)} can't be entered (${error.code}): make it yours, or readable for you.`);
  });
  if (path === undefined) throw new UserError(`There is no folder ${quoted(folder)}: create it first.`);
  return path;
}

/** Fails where a folder, the first one, is a part of what one above it has a Dockerfile or packages for. */
function refusePart([project = '', ...above]: string[]): void {
  const findIn = (folder: string, names: string[]) => names.find(name => existsSync(join(folder, name)));
  if (findIn(project, PROJECT_FILES)) return;
  // What has packages is a project, but not one that the other commands would see below a Dockerfile.
  const names = findIn(project, PACKAGES) ? PROJECT_FILES : [...PROJECT_FILES, ...PACKAGES];
  for (const top of above) {
    const found = findIn(top, names);
    if (found === undefined) continue;
    throw new UserError(
      `${top} has ${found === 'Dockerfile' ? 'a Dockerfile' : found} already, which serves this folder too: go there, or write "dev-in-docker init ." for a project of its own.`,
    );
  }
}

/**
 * Names of what is in a folder that nobody has made a project of: outside of a repository, without packages, a Dockerfile or
 * settings. A home is none, whatever is in it.
 */
export async function findStrangers({ project, repository }: InitFolders): Promise<string[]> {
  if (existsSync(join(repository, '.git'))) return [];
  const names = await readdir(project).catch(() => []);
  const home = await realpath(readPerson().home).catch(() => '');
  const isProject = names.some(
    name => [...PROJECT_FILES, ...PACKAGES, ...PYTEST_FILES].includes(name) || requirementsFile(name) !== undefined,
  );
  return isProject && project !== home ? [] : names.sort();
}

/** Looks at a project. Fails with a sentence where one of its files, or its settings, can't be read. */
export async function inspectProject({ project, repository }: InitFolders): Promise<InitFacts> {
  const dockerfile = await readDockerfilePlan(project);
  const { parseToml } = await import('../../inputs/steps/toml.ts');
  const { requirements, projectFolders, sourceFolders, hasLfs, ...walk } = await walkThrough(project);
  const files = await readTexts(project, dockerfile.path, requirements);
  const pyproject = files['pyproject.toml'];
  const context = relative(repository, project).split(sep).join('/');
  const members: Member[] = [];
  for (const folder of projectFolders.slice(0, MOST_MEMBERS)) {
    const path = `${folder}/pyproject.toml`;
    const text = await readText(project, path, false).catch(() => undefined);
    const toml = text === undefined ? undefined : parsed(() => parseToml(text, path));
    if (text !== undefined) files[path] = text;
    if (toml) members.push({ folder, pyproject: toml, hasSourceFolder: sourceFolders.includes(`${folder}/src`) });
  }
  return {
    ...{ files, dockerfile },
    ...(pyproject === undefined ? {} : { pyproject: parseToml(pyproject, 'pyproject.toml') }),
    ...{ ...walk, members, hasSourceFolder: sourceFolders.includes('src'), context },
    hasLfs: hasLfs || (await hasLfsAbove(repository, context)),
    workflows: await findWorkflows(repository, context),
    tracked: await trackedFiles(project),
  };
}

/** What is no part of the project after all may be as broken as it likes. */
function parsed(parse: () => Table): Table | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

/** What git is told of a folder may stand in each one above it. */
async function hasLfsAbove(repository: string, context: string): Promise<boolean> {
  const parts = context === '' ? [] : context.split('/');
  const folders = parts.map((_, at) => parts.slice(0, at).join('/'));
  const texts = await Promise.all(
    folders.map(folder => readText(repository, join(folder, '.gitattributes'), false).catch(() => undefined)),
  );
  return texts.some(text => /\bfilter=lfs\b/.test(text ?? ''));
}

/** What the other commands, called here without options, would go by. */
async function readDockerfilePlan(project: string): Promise<InitFacts['dockerfile']> {
  const { inputs } = await completeInputs(noInputs, project);
  return { path: inputs.file ?? 'Dockerfile', target: inputs.target, shareTarget: inputs['share-target'] };
}

async function readTexts(project: string, dockerfile: string, requirements: string[]): Promise<Texts> {
  const files: Texts = {};
  const read = async (path: string, isNeeded: boolean) => {
    const text = path in files ? undefined : await readText(project, path, isNeeded);
    if (text !== undefined) files[path] = text;
    return text;
  };
  for (const path of [dockerfile, ...OTHER_FILES]) await read(path, false);
  for (const path of PACKAGE_FILES) await read(path, true);
  for (const path of ENVIRONMENT_FILES) await read(path, false).catch(() => undefined);
  const environment = files['environment.yml'] ?? files['environment.yaml'];
  const paths = new Set([...requirements, ...(environment === undefined ? [] : readEnvironment(environment).includes)]);
  // A set hands out what is added to it meanwhile, too.
  for (const path of paths) {
    // Nothing is installed from those for documentation and the like, so they may be what they want.
    const isOther = requirementsFile(path)?.purpose === 'other';
    await read(path, false).catch(error => {
      if (!isOther) throw error;
    });
    const { includes, constraints } = readRequirements(files[path] ?? '');
    for (const include of [...includes, ...constraints]) paths.add(besides(path, include));
  }
  const told = [files['pyproject.toml'], files['setup.cfg']].join('\n');
  for (const { path } of findAttributes(told)) await read(path, false).catch(() => undefined);
  return files;
}

/** Undefined where there is no such file, or only one that Docker would not see. */
async function readText(project: string, path: string, isNeeded: boolean): Promise<string | undefined> {
  const found = path.startsWith('/') ? undefined : await findWithin(project, path, 'isFile');
  if (found === undefined) {
    if (!isNeeded || !(await isThere(join(project, path)))) return undefined;
    throw new UserError(`${path} is no file of this folder, so Docker can't copy it: put the file itself there.`);
  }
  if ((await stat(found)).size > MAX_BYTES) throw new UserError(`${quoted(path)} is too big to be what its name says.`);
  const text = await readFile(found, 'utf8').catch(error => {
    throw new UserError(`${quoted(path)} can't be read (${error.code}): make it yours, or readable for you.`);
  });
  if (text.includes('\0')) {
    throw new UserError(`${quoted(path)} is not in UTF-8 (">" in PowerShell writes UTF-16): save it as UTF-8.`);
  }
  return text.replace(/^\ufeff/, '');
}

/** What is in the place of the repository's workflows, with what each has to do with one of its folders. */
async function findWorkflows(repository: string, context: string): Promise<Workflow[]> {
  const folder = '.github/workflows';
  const names = await readdir(join(repository, folder)).catch(() => []);
  const workflows: Workflow[] = [];
  for (const path of names.sort().map(name => `${folder}/${name}`)) {
    const text = (/\.ya?ml$/.test(path) ? await readText(repository, path, false) : undefined) ?? '';
    workflows.push({ path, usesAction: usesAction(text, context), mayPublish: mayPublish(text) });
  }
  return workflows;
}

async function isThere(path: string): Promise<boolean> {
  return (await lstat(path).catch(absent)) !== undefined;
}

export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
