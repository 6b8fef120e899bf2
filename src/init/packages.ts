// Which of a project's files names its packages, and where pytest is among them.

import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { type Declared, forTests, hasPytest, linesOf, namesIn, plainRequirements, readSetuptools } from './declared.ts';
import { sectionOf, valueIn } from './ini.ts';
import type { PackageSets, Pyproject } from './pyproject.ts';
import { normalName, type Requirements, readRequirements, requirementName, requirementsFiles } from './requirements.ts';

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
  /** All that is installed, as far as it is known by name, in pip's spelling. */
  names: string[];
  /** Requirements that the project declares elsewhere, but that its file of requirements doesn't name. */
  also: string[];
  /** The file that those come from, or those of a requirements.txt that is still to be written. */
  alsoFrom: string;
  takesGit: boolean;
  /** Whether the project itself would be among what is installed, which it isn't. */
  hasOwnCode: boolean;
  /** Whether a file of requirements beside pyproject.toml has lines for it. */
  hasOwnLines: boolean;
  /** Packages of the lock file whose code is the user's, so that they aren't installed either. */
  ownPackages: string[];
  /** Whether pyproject.toml has a [project] table; and whether it tells by itself if uv's lock is current. */
  hasProject: boolean;
  isWhole: boolean;
  /** Whether other folders of the project have packages of their own, which uv's lock file has too. */
  isWorkspace: boolean;
};

/** Names of sets that serve tests, besides those that have pytest. */
const TEST_NAMES = ['test', 'tests', 'testing'];

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
  names: ['pytest'],
  also: ['pytest'],
  alsoFrom: '',
  takesGit: false,
  hasOwnCode: false,
  hasOwnLines: false,
  ownPackages: [],
  hasProject: false,
  isWhole: false,
  isWorkspace: false,
};

/**
 * Decides what a project's packages are installed from: the most exact of its files. Fails with a sentence where only a
 * lock file would tell what is the project's own code among them.
 */
export function findPackages(files: Texts, pyproject: Pyproject | undefined): Packages {
  return withTools(findSource(files, pyproject), files, pyproject);
}

/** Where no file names pytest, tools that run the tests may know what these need: tox, Hatch or PDM. */
function withTools(packages: Packages, files: Texts, pyproject: Pyproject | undefined): Packages {
  const isListed = packages.kind === 'nothing';
  const isTold = isListed
    ? hasPytest(namesIn(packages.also.filter(one => one !== 'pytest')))
    : packages.hasPytest || !['requirements', 'pyproject'].includes(packages.kind);
  const ofTox = plainRequirements(toxList(files, 'deps'));
  const [source, found] = ofTox.length > 0 ? ['tox.ini', ofTox] : ['pyproject.toml', pyproject?.ofTools ?? []];
  const known = isListed ? packages.names.filter(name => name !== 'pytest') : packages.names;
  const more = found.filter(one => !requirementName(one).some(name => known.includes(name)));
  if (isTold || more.length === 0) return packages;
  const also = [...packages.also.filter(one => one !== 'pytest'), ...more];
  const names = [...known, ...namesIn(more)];
  return {
    ...packages,
    also: isListed && !hasPytest(names) ? [...also, 'pytest'] : also,
    alsoFrom: packages.also.length === 0 || packages.alsoFrom === '' ? source : `${packages.alsoFrom} and ${source}`,
    names: isListed && !hasPytest(names) ? [...names, 'pytest'] : names,
    hasPytest: isListed || hasPytest(names),
  };
}

/** A value of tox's as it is for all environments. */
function toxList(files: Texts, key: string): string[] {
  return valueIn(sectionOf(files['tox.ini'] ?? '', 'testenv') ?? '', key) ?? [];
}

function findSource(files: Texts, pyproject: Pyproject | undefined): Packages {
  if (pyproject && 'uv.lock' in files) return locked('uv', 'uv.lock', files, pyproject);
  if (pyproject && 'poetry.lock' in files) return locked('poetry', 'poetry.lock', files, pyproject);
  const declared = declaredBy(files, pyproject);
  const requirements = 'requirements.txt' in files ? fromRequirements('requirements.txt', files, declared) : undefined;
  const hasPackages = pyproject !== undefined && namesPackages(pyproject) && !isElsewhere(pyproject, declared);
  // `-e .` alone: it's pyproject.toml that names the packages.
  const isEmpty = requirements?.hasOwnCode === true && readAll(files, requirements.requirements).names.length === 0;
  if (requirements && !(isEmpty && hasPackages)) return requirements;
  const environment = ['environment.yml', 'environment.yaml'].find(name => name in files);
  if (environment !== undefined) return fromEnvironment(environment, files);
  if (!hasPackages) return fromOthers(files, declared);
  // It alone knows its own tables, beside a [project] too.
  const packages = pyproject.isPoetry
    ? locked('poetry', 'pyproject.toml', files, pyproject)
    : fromPyproject(files, pyproject);
  requireLock(packages, pyproject);
  return packages;
}

/** What a project declares as a package: in [project], unless that leaves it to setuptools. */
function declaredBy(files: Texts, pyproject: Pyproject | undefined): Declared | undefined {
  const setuptools = readSetuptools(files);
  if (!pyproject?.hasProject) return setuptools;
  const { declared, isDynamic } = pyproject;
  if (!isDynamic || declared.files.length > 0 || setuptools === undefined) return declared;
  return { ...setuptools, extras: { ...setuptools.extras, ...declared.extras } };
}

/** Whether the packages of a pyproject.toml that leaves them to a build are known nevertheless. */
function isElsewhere({ isDynamic }: Pyproject, declared: Declared | undefined): boolean {
  return isDynamic && declared !== undefined && (declared.requirements.length > 0 || declared.files.length > 0);
}

/** Of a project with neither lock nor requirements.txt: what setuptools reads, else files of requirements in other places. */
function fromOthers(files: Texts, declared: Declared | undefined): Packages {
  const listed = declared === undefined ? [] : forTests(declared);
  const all = requirementsFiles(Object.keys(files));
  const named = all.find(({ path }) => declared?.files.some(one => path === one || path.endsWith(`/${one}`)));
  if (declared && named && declared.requirements.length === 0) return fromRequirements(named.path, files, declared);
  const [forThem] = hasPytest(namesIn(listed)) ? [] : requirementsForTests('', [], files);
  if (declared && forThem !== undefined) return fromRequirements(forThem, files, declared);
  if (declared && declared.requirements.length > 0) {
    const also = hasPytest(namesIn(listed)) ? listed : [...listed, 'pytest'];
    return { ...NOTHING, also, alsoFrom: declared.source, names: namesIn(also) };
  }
  const useful = all.filter(({ purpose }) => purpose !== 'other');
  const roots = new Set(useful.map(({ root }) => root));
  // Of several projects, none is this one.
  const [source] = roots.has('') || roots.size === 1 ? useful : [];
  if (source) return fromRequirements(source.path, files, declared);
  const also = hasPytest(namesIn(listed)) ? listed : [...listed, 'pytest'];
  return { ...NOTHING, also, alsoFrom: declared?.source ?? '', names: namesIn(also) };
}

function namesPackages({ hasProject, isPoetry, groups }: Pyproject): boolean {
  return hasProject || isPoetry || Object.keys(groups).length > 0;
}

/** What uv and Poetry install without being asked, and the set with pytest where that isn't among it. */
function locked(kind: 'uv' | 'poetry', source: string, files: Texts, pyproject: Pyproject): Packages {
  const { packages, groups, defaultGroups, extras } = pyproject;
  const isThere = [packages, ...defaultGroups.map(name => groups[name])].some(hasPytest);
  // Sets of such a name serve the tests, whether or not pytest is in them.
  const named = (sets: PackageSets) => Object.keys(sets).filter(name => TEST_NAMES.includes(name));
  const others = { groups: named(groups).filter(name => !defaultGroups.includes(name)), extras: named(extras) };
  const isNamed =
    isThere || [...others.groups.map(name => groups[name]), ...others.extras.map(name => extras[name])].some(hasPytest);
  const group = isNamed ? undefined : setWithPytest(groups);
  const extra = isNamed || group !== undefined ? undefined : setWithPytest(extras);
  return {
    ...ofPyproject(kind, source, files, pyproject),
    groups: [...others.groups, ...(group === undefined ? [] : [group])],
    extras: [...others.extras, ...(extra === undefined ? [] : [extra])],
    hasPytest: isNamed || group !== undefined || extra !== undefined,
  };
}

/** Without a lock there is no telling what is installed by default: all that may serve tests. */
function fromPyproject(files: Texts, pyproject: Pyproject): Packages {
  const { packages, groups, extras } = pyproject;
  const named = [
    ...pyproject.extrasOfTools,
    ...toxList(files, 'extras').flatMap(line => line.split(/[\s,]+/)),
    // It names nothing else, or it would be what all is installed from.
    ...readRequirements(files['requirements.txt'] ?? '').ownExtras,
  ];
  const chosen = (sets: PackageSets, asked: string[] = []) =>
    Object.keys(sets).filter(
      name =>
        TEST_NAMES.includes(name) ||
        asked.includes(name) ||
        asked.includes(normalName(name)) ||
        ((name === 'dev' || hasPytest(sets[name])) && !isTestsAndMore(sets, name)),
    );
  const chosenExtras = chosen(extras, named);
  const sets = [packages, ...chosen(groups).map(name => groups[name]), ...chosenExtras.map(name => extras[name])];
  const isThere = sets.some(hasPytest);
  const requirements = isThere ? [] : requirementsForTests('', [], files);
  const { reached, names, takesGit, ...read } = readAll(files, requirements);
  const groupsWithOwn = chosen(groups).filter(name => isListed(pyproject, name));
  const base = ofPyproject('pyproject', 'pyproject.toml', files, pyproject);
  return {
    ...base,
    requirements,
    files: [...base.files, ...reached],
    constraints: read.constraints,
    hasOwnLines: read.hasOwnCode,
    groups: chosen(groups).filter(name => !groupsWithOwn.includes(name)),
    extras: [
      ...new Set([...chosenExtras, ...Object.keys(extras).filter(name => read.ownExtras.includes(normalName(name)))]),
    ],
    also: groupsWithOwn.flatMap(name => linesOf(pyproject.declared, name)),
    alsoFrom: 'pyproject.toml',
    names: [...sets.flatMap(set => set ?? []), ...names],
    hasPytest: isThere || hasPytest(names),
    takesGit: base.takesGit || takesGit,
  };
}

/** Whether a group names the project itself, which installers would look for elsewhere, and its list is all there is to it. */
function isListed({ name: own, groups, declared }: Pyproject, name: string): boolean {
  const listed = namesIn(declared.extras[name] ?? []);
  return own !== undefined && listed.includes(own) && groups[name]?.every(one => listed.includes(one)) === true;
}

/** Whether a set has all that one for tests has, and nothing else of pytest's: the rest is for documentation and the like. */
function isTestsAndMore(sets: PackageSets, name: string): boolean {
  const all = sets[name] ?? [];
  return TEST_NAMES.map(test => sets[test] ?? []).some(
    tests =>
      hasPytest(tests) &&
      tests.every(one => all.includes(one)) &&
      all.every(one => !hasPytest([one]) || tests.includes(one)),
  );
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
    names: [...lockedNames(files[source] ?? ''), ...pyproject.packages, ...Object.values(pyproject.groups).flat()],
    also: [],
    takesGit: takesGit(files, source),
    hasOwnCode: isPackage,
    ownPackages,
    hasProject,
    isWhole,
  };
}

/** Of a lock file all that it has, of which not all may be installed. */
function lockedNames(lock: string): string[] {
  return [...lock.matchAll(/^name = "([\w.-]+)"/gm)].flatMap(([, name = '']) => requirementName(name));
}

function setWithPytest(sets: PackageSets): string | undefined {
  return Object.keys(sets).find(name => hasPytest(sets[name]));
}

function fromRequirements(source: string, files: Texts, declared: Declared | undefined): Packages {
  const own = requirementsFiles(Object.keys(files));
  const { root = '' } = own.find(({ path }) => path === source) ?? {};
  const chosen = [source, ...requirementsForTests(root, [source], files)];
  const { reached, names, ownExtras, ...facts } = readAll(files, chosen);
  const also = (declared ? forTests(declared, ownExtras) : []).filter(
    one => !requirementName(one).some(name => names.includes(name)),
  );
  const all = [...names, ...namesIn(also)];
  return {
    ...NOTHING,
    kind: 'requirements',
    source,
    files: reached,
    requirements: chosen,
    hasPytest: hasPytest(all),
    also,
    alsoFrom: declared?.source ?? '',
    ...facts,
    names: all,
  };
}

/**
 * Files of requirements that serve tests, besides those that are read already: what is for tests is wanted, whether or not
 * pytest is in it; of what is for development, only pytest.
 */
function requirementsForTests(root: string, read: string[], files: Texts, isPytestThere = false): string[] {
  const has = (path: string, chosen: string[]) => readAll(files, [...read, ...chosen]).reached.includes(path);
  const others = requirementsFiles(Object.keys(files)).filter(
    one => one.root === root && one.purpose !== 'other' && !has(one.path, []),
  );
  const isWithPytest = ({ path }: { path: string }) => hasPytest(readAll(files, [path]).names);
  const tests = others.filter(({ purpose }) => purpose === 'test');
  const [first] = [...tests.filter(isWithPytest), ...tests];
  const chosen = first ? [first.path] : [];
  if (isPytestThere || hasPytest(readAll(files, [...read, ...chosen]).names)) return chosen;
  const other = others.find(one => isWithPytest(one) && !has(one.path, chosen));
  return other ? [...chosen, other.path] : chosen;
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
    names: [...names, ...included.names],
    also: [],
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
    ownExtras: read.flatMap(({ ownExtras }) => ownExtras),
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
