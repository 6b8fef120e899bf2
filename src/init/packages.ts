// Which of a project's files names its packages, and where pytest is among them.

import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import type { PackageSets, Pyproject } from './pyproject.ts';
import { REQUIREMENTS_FILES, type Requirements, readRequirements } from './requirements.ts';

/** Texts of a project's files that name packages: path in the project → text. */
export type Texts = Record<string, string>;

/** Files that name packages, but that nothing is installed from. */
export const UNREAD_FILES = [
  ...['pylock.toml', 'pdm.lock', 'pixi.toml', 'Pipfile', 'setup.py', 'setup.cfg'],
  ...['environment-dev.yml', 'environment-dev.yaml', 'env.yml', 'env.yaml'],
  ...['conda.yml', 'conda.yaml', 'conda-env.yml', 'conda-env.yaml'],
];

/** What the packages are installed with, and from. */
export type Packages = {
  kind: 'uv' | 'poetry' | 'requirements' | 'environment' | 'pyproject' | 'nothing';
  /** The file that names them, for people. */
  source: string;
  /** All files that the installer reads. */
  files: string[];
  /** Files of requirements that pip is told of; the others are included by these. */
  requirements: string[];
  /** Those of the files that only limit versions. */
  constraints: string[];
  /** Sets of packages that have to be asked for. */
  extras: string[];
  groups: string[];
  hasPytest: boolean;
  takesGit: boolean;
  /** Whether the project itself would be among what is installed, which it isn't. */
  hasOwnCode: boolean;
  /** Packages of the lock file whose code is the user's, so that they aren't installed either. */
  ownPackages: string[];
  /** Whether pyproject.toml has a [project] table; and whether it tells by itself if uv's lock is current. */
  hasProject: boolean;
  isWhole: boolean;
};

/** Names that tests are looked for under, besides those sets that have pytest. */
const TEST_SETS = ['dev', 'test', 'tests', 'testing'];

/** A requirements.txt that is still to be written, and names pytest. */
const NOTHING: Packages = {
  kind: 'nothing',
  source: 'requirements.txt',
  files: ['requirements.txt'],
  requirements: ['requirements.txt'],
  constraints: [],
  extras: [],
  groups: [],
  hasPytest: true,
  takesGit: false,
  hasOwnCode: false,
  ownPackages: [],
  hasProject: false,
  isWhole: false,
};

/**
 * Decides what a project's packages are installed from: the most exact of its files. Fails with a sentence where only a
 * lock file would tell what is the project's own code among them.
 */
export function findPackages(files: Texts, pyproject: Pyproject | undefined): Packages {
  if (pyproject && 'uv.lock' in files) return locked('uv', 'uv.lock', files, pyproject);
  if (pyproject && 'poetry.lock' in files) return locked('poetry', 'poetry.lock', files, pyproject);
  const requirements = 'requirements.txt' in files ? fromRequirements('requirements.txt', files) : undefined;
  const hasPackages = pyproject !== undefined && namesPackages(pyproject);
  // `-e .` alone: it's pyproject.toml that names the packages.
  const isEmpty = requirements?.hasOwnCode === true && readAll(files, requirements.requirements).names.length === 0;
  if (requirements && !(isEmpty && hasPackages)) return requirements;
  const environment = ['environment.yml', 'environment.yaml'].find(name => name in files);
  if (environment !== undefined) return fromEnvironment(environment, files);
  if (!hasPackages) {
    const standIn = REQUIREMENTS_FILES.find(name => name in files);
    return standIn === undefined ? NOTHING : fromRequirements(standIn, files);
  }
  // It alone knows its own tables, beside a [project] too.
  const packages = pyproject.isPoetry
    ? locked('poetry', 'pyproject.toml', files, pyproject)
    : fromPyproject(files, pyproject);
  requireLock(packages, pyproject);
  return packages;
}

function namesPackages({ hasProject, isPoetry, groups }: Pyproject): boolean {
  return hasProject || isPoetry || Object.keys(groups).length > 0;
}

/** What uv and Poetry install without being asked, and the set with pytest where that isn't among it. */
function locked(kind: 'uv' | 'poetry', source: string, files: Texts, pyproject: Pyproject): Packages {
  const { packages, groups, defaultGroups, extras } = pyproject;
  const isThere = [packages, ...defaultGroups.map(name => groups[name])].some(hasPytest);
  const group = isThere ? undefined : setWithPytest(groups);
  const extra = isThere || group !== undefined ? undefined : setWithPytest(extras);
  return {
    ...ofPyproject(kind, source, files, pyproject),
    groups: group === undefined ? [] : [group],
    extras: extra === undefined ? [] : [extra],
    hasPytest: isThere || group !== undefined || extra !== undefined,
  };
}

/** Without a lock there is no telling what is installed by default: all that may serve tests. */
function fromPyproject(files: Texts, pyproject: Pyproject): Packages {
  const { packages, groups, extras } = pyproject;
  const chosen = (sets: PackageSets) =>
    Object.keys(sets).filter(name => TEST_SETS.includes(name) || hasPytest(sets[name]));
  return {
    ...ofPyproject('pyproject', 'pyproject.toml', files, pyproject),
    groups: chosen(groups),
    extras: chosen(extras),
    hasPytest: [packages, ...Object.values(groups), ...Object.values(extras)].some(hasPytest),
  };
}

/**
 * A lock file has what such packages need; without one, the installer would look into their code. The project itself, as
 * in `shop[test]`, uv knows among the extras, but in a group it takes it for a package of that name on PyPI.
 */
function requireLock({ kind, groups, ownPackages }: Packages, pyproject: Pyproject): void {
  const inGroups = groups.flatMap(name => pyproject.groups[name] ?? []);
  const own = ownPackages[0] ?? inGroups.find(name => name === pyproject.name);
  if (own === undefined) return;
  const tool = kind === 'poetry' ? 'poetry' : 'uv';
  throw new UserError(
    `pyproject.toml names ${quoted(own)}, which is code of yours that is not there yet when dev is built: call "${tool} lock", then init in the folder where ${tool}.lock is.`,
  );
}

function ofPyproject(kind: Packages['kind'], source: string, files: Texts, pyproject: Pyproject): Packages {
  const { ownPackages, hasProject, isWhole, isPackage } = pyproject;
  return {
    ...NOTHING,
    kind,
    source,
    files: [...new Set(['pyproject.toml', source])],
    requirements: [],
    takesGit: takesGit(files, source),
    hasOwnCode: isPackage,
    ownPackages,
    hasProject,
    isWhole,
  };
}

function hasPytest(names: string[] | undefined): boolean {
  return names?.includes('pytest') === true;
}

function setWithPytest(sets: PackageSets): string | undefined {
  return Object.keys(sets).find(name => hasPytest(sets[name]));
}

function fromRequirements(source: string, files: Texts): Packages {
  const withPytest = REQUIREMENTS_FILES.filter(name => name in files && hasPytest(readAll(files, [name]).names));
  const requirements = [source, ...(withPytest.includes(source) ? [] : withPytest.slice(0, 1))];
  const { reached, names, ...facts } = readAll(files, requirements);
  return {
    ...NOTHING,
    kind: 'requirements',
    source,
    files: reached,
    requirements,
    hasPytest: hasPytest(names),
    ...facts,
  };
}

function fromEnvironment(source: string, files: Texts): Packages {
  const { names, includes, hasOwnCode } = readEnvironment(files[source] ?? '');
  const included = readAll(files, includes);
  return {
    ...NOTHING,
    kind: 'environment',
    source,
    files: [source, ...included.reached],
    requirements: [],
    hasPytest: hasPytest([...names, ...included.names]),
    takesGit: included.takesGit || takesGit(files, source),
    hasOwnCode: included.hasOwnCode || hasOwnCode,
  };
}

/** What a conda environment lists, that for pip among it, and files of requirements that it includes. */
export function readEnvironment(text: string): Pick<Requirements, 'names' | 'includes' | 'hasOwnCode'> {
  const entry = /^-\s+["']?(?:[\w.-]+::)?(.*?)["']?$/;
  const entries = text.split(/\r?\n/).flatMap(line => entry.exec(line.trim())?.[1] ?? []);
  const { names, includes, constraints, hasOwnCode } = readRequirements(entries.join('\n'));
  return { names, includes: [...includes, ...constraints], hasOwnCode };
}

type Reached = Omit<Requirements, 'includes' | 'onMachine'> & { reached: string[] };

/** What some files of requirements name, and those that they include. */
function readAll(files: Texts, paths: string[]): Reached {
  const reached = new Set(paths);
  const required = new Set(paths);
  // A set hands out what is added to it meanwhile, too.
  for (const path of reached) {
    const requirements = readRequirements(files[path] ?? '');
    for (const include of requirements.includes) {
      reached.add(besides(path, include));
      if (required.has(path)) required.add(besides(path, include));
    }
    for (const constraint of requirements.constraints) reached.add(besides(path, constraint));
  }
  const read = [...required].map(path => readRequirements(files[path] ?? ''));
  return {
    reached: [...reached],
    constraints: [...reached].filter(path => !required.has(path)),
    names: read.flatMap(({ names }) => names),
    hasOwnCode: read.some(({ hasOwnCode }) => hasOwnCode),
    takesGit: read.some(one => one.takesGit),
  };
}

/** A path as a file names it, in the terms of the project; it begins with `..` or `/` where it leads out. */
export function besides(file: string, path: string): string {
  if (path.startsWith('/')) return path;
  const parts: string[] = file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function takesGit(files: Texts, source: string): boolean {
  return [source, 'pyproject.toml'].some(name => /\bgit\+|\bgit = "|type = "git"/.test(files[name] ?? ''));
}
