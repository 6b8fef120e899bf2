// What a project lacks, and what is written for it.

import { DEPENDENCY_FILES } from '../checkout/locate.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { codeFolders } from './code.ts';
import { copyNotes, ignoredCopies, sizeNotes } from './copies.ts';
import { readSetuptools } from './declared.ts';
import type { Django } from './django.ts';
import { dockerfileText } from './dockerfile.ts';
import { dockerignoreText, publishText, requirementsText, secretNotes, testText, workflowPath } from './files.ts';
import type { Notebook } from './notebooks.ts';
import {
  codeNotes,
  ignoreNotes,
  ownNotes,
  packageNotes,
  pythonNotes,
  splitNote,
  stageNotes,
  testingNotes,
  WORKFLOW_NOTE,
} from './notes.ts';
import { findOwnPackage, type OwnPackage } from './own.ts';
import { findPackages, type Packages, type Texts } from './packages.ts';
import { oldestPin } from './pins.ts';
import { type Pyproject, readPyproject, type Table } from './pyproject.ts';
import { findPytestSettings } from './pytest.ts';
import { choosePython, ENVIRONMENT_FILES, type Python } from './python.ts';
import { readRequirements } from './requirements.ts';
import { SMOKE_START, smokeText } from './smoke.ts';
import { systemPackages } from './system.ts';
import { planTesting, settingsText, type Testing } from './testing.ts';
import { runTests } from './tests.ts';
import { type Member, ownMembers, withMembers } from './workspace.ts';

/** What was found in a project's folder. */
export type InitFacts = {
  /** Texts of the files that matter here. */
  files: Texts;
  /** Where the commands look for the Dockerfile, and the stages that they look for in it. */
  dockerfile: { path: string; target: string; shareTarget: string };
  /** pyproject.toml, parsed. */
  pyproject?: Table;
  /** Files with tests, and whether one of them starts git; folders at the top with virtual environments. */
  tests: string[];
  startsGit: boolean;
  environments: string[];
  /** Folders that are packages of Python; whether there is a folder src; folders with a pyproject.toml of their own. */
  packageFolders: string[];
  hasSourceFolder: boolean;
  members: Member[];
  notebooks: Notebook[];
  django?: Django;
  /** Whether some files are in Git LFS; whether some are to be compiled. */
  hasLfs: boolean;
  hasCompiled: boolean;
  /** All files, as far as that goes. */
  paths: string[];
  /** Files that git has, if there are any. */
  tracked: string[];
  /** Folders and files of 50 MB or more: path → bytes. */
  sizes: Record<string, number>;
  /** The folder's path in its git repository; empty for the repository itself, and without one. */
  context: string;
  /** All of the repository. */
  workflows: Workflow[];
};

/** A workflow's file: whether it uses the action for this folder already, and gives any job the right to publish. */
export type Workflow = { path: string; usesAction: boolean; mayPublish: boolean };

/** A file to be written, if nothing is in its place. */
export type InitFile = {
  /** Relative to the project's folder, or to the repository. */
  path: string;
  base: 'project' | 'repository';
  text: string;
  about: string;
};

/** What there is already, and why nothing is written for it. */
export type Kept = { path: string; base: 'project' | 'repository'; about: string };

/** All that is written, in order, what is there already, and what a person should know. */
export type InitPlan = { files: InitFile[]; kept: Kept[]; notes: string[] };

/** What is in the place of a file that may be written. */
export type PathContent = { kind: 'nothing' } | { kind: 'file'; text: string } | { kind: 'other' };

/** What follows from a project's facts. */
type Decided = {
  pyproject: Pyproject | undefined;
  packages: Packages;
  python: Python;
  testing: Testing;
  /** Folders that modules are imported from. */
  folders: string[];
  smoke: InitFile;
  dockerfile: string;
  /** A Dockerfile that is there, and stays. */
  theirs: string | undefined;
  dockerignore: string;
  /** What the build of the project's own package takes, if it is one. */
  own: OwnPackage | undefined;
  /** What that Dockerfile copies, though this .dockerignore leaves it out; undefined where that can't be told. */
  ignoredCopies: string[] | undefined;
};

/**
 * Decides what a project gets; `isForced` where what is there already may be overwritten. Fails with a sentence where the
 * project's own files contradict each other or can't be used.
 */
export function planInit(facts: InitFacts, isForced = false): InitPlan {
  const decided = decide(facts, isForced);
  const { theirs, dockerfile, packages, testing, smoke } = decided;
  const { target, shareTarget } = facts.dockerfile;
  const ofStages = stageNotes(theirs ?? dockerfile, target, shareTarget);
  const both = isForced ? undefined : testsAndPublishes(facts);
  const needsSmoke = testing.tests.length === 0 && (theirs === undefined || packages.kind !== 'nothing');
  const parts = [
    ...projectParts(facts, decided, needsSmoke),
    ...workflowParts(facts, packages, ofStages.length === 0 && both === undefined),
  ];
  return {
    files: parts.filter((part): part is InitFile => 'text' in part),
    kept: parts.filter(part => !('text' in part)),
    notes: [
      ...projectNotes(facts, decided),
      ...testingNotes(testing, needsSmoke ? smoke.path : undefined, theirs === undefined),
      ...ofStages,
      ...(isForced ? [] : ignoreNotes(facts.files['.dockerignore'] ?? '', copiedFiles(decided))),
      ...copyingNotes(facts, decided),
      ...(both === undefined ? [] : [splitNote(both)]),
      ...(facts.context === '' ? [] : [WORKFLOW_NOTE]),
    ],
  };
}

function decide(facts: InitFacts, isForced: boolean): Decided {
  const pyproject = facts.pyproject && readPyproject(facts.pyproject);
  const members = ownMembers(facts.pyproject, facts.members);
  const packages = withMembers(findPackages(facts.files, pyproject), facts.pyproject, members);
  requireUsable(packages, facts.files, pyproject);
  const python = pythonOf(facts, packages, pyproject);
  const settings = findPytestSettings(facts.files, facts.pyproject);
  const smoke = smokeFile(settings?.testpaths ?? [], packages, python);
  const tests = runTests(facts.tests, settings?.patterns).filter(path => path !== smoke.path);
  const testing = planTesting({ ...facts, tests }, settings, packages);
  const own = findOwnPackage(facts);
  const folders = [
    ...new Set([...codeFolders(facts, pyproject, packages, members, settings), ...(own?.folders ?? [])]),
  ];
  const isUntold = testing.isTheirs && settings?.hasDjango === false;
  const dockerfile = dockerfileText({
    ...{ packages, python, folders, startsGit: facts.startsGit },
    // The requirements.txt that is written lists them.
    added: packages.kind === 'nothing' ? [] : testing.added,
    // Conda brings libraries along.
    system: systemPackages(packages.kind === 'environment' ? [] : packages.names),
    ...(own ? { own } : {}),
    ...(isUntold && facts.django ? { djangoSettings: facts.django.settings } : {}),
  });
  const there = facts.files[facts.dockerfile.path];
  const theirs = isForced || there === dockerfile ? undefined : there;
  const dockerignore = dockerignoreText(facts.environments, facts.tracked);
  return {
    ...{ pyproject, packages, python, testing, folders, smoke, dockerfile, theirs, dockerignore, own },
    ignoredCopies: theirs === undefined ? [] : ignoredCopies(theirs, dockerignore),
  };
}

/** Of the project itself, in the order in which they are shown. */
function projectParts({ files, dockerfile: { path } }: InitFacts, decided: Decided, needsSmoke: boolean) {
  const { packages, python, testing, folders, smoke, theirs } = decided;
  const requirements = requirementsText([...packages.also, ...testing.added], packages.alsoFrom);
  const mayIgnore = decided.ignoredCopies?.length === 0 || '.dockerignore' in files;
  const [test] = testing.tests;
  return [
    packages.kind === 'nothing' && theirs === undefined ? file('requirements.txt', requirements, 'your packages') : [],
    file(path, decided.dockerfile, sourceOf(packages, python)),
    mayIgnore ? file('.dockerignore', decided.dockerignore, 'what the share stage leaves out') : [],
    settingsPart(testing, smoke.path, folders),
    test === undefined ? [] : kept(test, countOf(testing)),
    needsSmoke ? smoke : [],
  ].flat();
}

/** Of the packages and the code, where the Dockerfile is the one that is written. */
function projectNotes(facts: InitFacts, { pyproject, packages, python, theirs, own }: Decided): string[] {
  if (theirs !== undefined) return [];
  return [
    ...packageNotes(facts.files, pyproject, packages, own),
    ...(own ? ownNotes(own) : codeNotes(facts, pyproject)),
    ...pythonNotes(facts.files, packages, python),
  ];
}

/** What the Dockerfile that is written copies by name. */
function copiedFiles({ packages, own, theirs }: Decided): string[] {
  const forOwn = theirs === undefined ? (own?.copies ?? []).filter(path => !path.includes('*')) : [];
  return [...new Set([...packages.files, ...forOwn.map(path => path.replace(/\/$/, ''))])];
}

/** Of what is copied, or isn't. */
function copyingNotes({ files, sizes, tracked, dockerfile: { shareTarget } }: InitFacts, decided: Decided): string[] {
  const there = files['.dockerignore'];
  return [
    ...(there === undefined ? [...copyNotes(decided.ignoredCopies), ...secretNotes(tracked)] : []),
    ...sizeNotes(sizes, there ?? decided.dockerignore, decided.theirs ?? decided.dockerfile, shareTarget),
  ];
}

function countOf({ tests, hasNotebooks }: Testing): string {
  const [one, many] = hasNotebooks ? ['a notebook, run as a test', 'notebooks, run as tests'] : ['a test', 'tests'];
  return tests.length === 1 ? one : `one of ${tests.length} ${many}`;
}

function sourceOf({ kind, source }: Packages, { version }: Python): string {
  return `${kind === 'environment' ? 'micromamba' : `Python ${version}`}, packages of ${source}`;
}

function settingsPart(testing: Testing, smoke: string, folders: string[]): InitFile | Kept {
  if (testing.settings && testing.settings.file !== 'pytest.ini')
    return kept(testing.settings.file, 'has the pytest configuration');
  return file('pytest.ini', settingsText(testing, smoke, folders), 'where your modules and tests are');
}

/** One workflow for the tests, one that publishes; neither beside one that somebody made for both. */
function workflowParts(facts: InitFacts, packages: Packages, canPublish: boolean): (InitFile | Kept)[] {
  const { files, context, workflows, hasLfs } = facts;
  const paths = workflowPaths(facts);
  if (context.includes('${{')) {
    throw new UserError(`GitHub would take the folder's name ${quoted(context)} for an expression: rename it.`);
  }
  const theirs = workflows.find(({ path, usesAction }) => usesAction && !Object.values(paths).includes(path));
  if (theirs) return [{ ...kept(theirs.path, 'uses the action already'), base: 'repository' }];
  const byItself = DEPENDENCY_FILES.find(name => name in files || packages.files.includes(name)) ?? '';
  const dependencies = packages.files.includes(byItself) ? [] : packages.files;
  const tests = file(paths.test, testText(context, dependencies, hasLfs), 'runs the tests on GitHub');
  const publish = file(paths.publish, publishText(context, hasLfs), 'publishes a version tag');
  return (canPublish ? [tests, publish] : [tests]).map(part => ({ ...part, base: 'repository' }));
}

function workflowPaths({ context, workflows }: InitFacts): { test: string; publish: string } {
  const others = workflows.filter(({ usesAction }) => !usesAction).map(({ path }) => path);
  return { test: workflowPath('test', context, others), publish: workflowPath('publish', context, others) };
}

/** The workflow of the tests, where it has the right to publish too, as earlier ones of ours had. */
function testsAndPublishes(facts: InitFacts): string | undefined {
  const { test } = workflowPaths(facts);
  return facts.workflows.find(({ path, usesAction, mayPublish }) => path === test && usesAction && mayPublish)?.path;
}

function file(path: string, text: string, about: string): InitFile {
  return { base: 'project', path, text, about };
}

function kept(path: string, about: string): Kept {
  return { base: 'project', path, about };
}

/** What is done with a file: never is one overwritten that somebody may have written, unless that was asked for. */
export function fateOf(
  { path, text }: InitFile,
  there: PathContent,
  isForced: boolean,
): 'write' | 'overwrite' | 'keep' {
  if (there.kind === 'nothing') return 'write';
  if (!isForced || path === 'requirements.txt') return 'keep';
  if (there.kind === 'other') {
    throw new UserError(`${quoted(path)} is a link or a folder, which --force does not overwrite: remove it.`);
  }
  if (there.text === text) return 'keep';
  const isTest = text.startsWith(SMOKE_START);
  return isTest && !there.text.startsWith(SMOKE_START) ? 'keep' : 'overwrite';
}

function pythonOf({ files }: InitFacts, packages: Packages, pyproject: Pyproject | undefined): Python {
  // Conda brings a Python of its own.
  if (packages.kind === 'environment') return choosePython({});
  const versionFile = files['.python-version'];
  const setuptools = readSetuptools(files);
  const range = pyproject?.python ?? setuptools?.python;
  return choosePython({
    ...(versionFile === undefined ? {} : { versionFile }),
    ...(range === undefined ? {} : { range }),
    ...(pyproject?.python === undefined && setuptools ? { rangeFile: setuptools.source } : {}),
    environments: ENVIRONMENT_FILES.flatMap(path => files[path] ?? []),
    classifiers: ['pyproject.toml', 'setup.cfg', 'setup.py'].flatMap(path => files[path] ?? []),
    pin: oldestPin(packages.files.flatMap(path => files[path] ?? [])),
  });
}

/** Its folder is one that pytest looks into. */
function smokeFile(testpaths: string[], packages: Packages, python: Python): InitFile {
  const plain = testpaths
    .map(path => path.replace(/^\.\/|\/$/g, ''))
    .find(path => /^\w[\w-]*(?:\/\w[\w-]*)*$/.test(path));
  const folder = plain ?? 'tests';
  const text = smokeText(packages, python, folder.split('/').length);
  return { path: `${folder}/test_smoke.py`, base: 'project', text, about: 'a first test' };
}

function requireUsable({ files, source, kind }: Packages, texts: Texts, pyproject: Pyproject | undefined): void {
  if (kind === 'nothing') return;
  if (kind === 'pyproject' && pyproject?.isDynamic) throw dynamicDependencies();
  for (const path of files) {
    if (path.startsWith('/') || path.startsWith('..')) {
      throw new UserError(
        `${source} includes ${quoted(path)}, which is not in this folder: Docker can't copy it from there.`,
      );
    }
    if (!(path in texts)) throw new UserError(`${source} includes ${quoted(path)}, but there is no such file.`);
    const [file] = readRequirements(texts[path] ?? '').onMachine;
    if (file !== undefined) {
      throw new UserError(
        `${path} has ${quoted(file)}, which is on one machine only: write a version instead, as "pip list --format=freeze" shows it.`,
      );
    }
    if (!/^[\w@%+=:,./ ~-]+$/.test(path)) {
      throw new UserError(`${source} includes ${quoted(path)}: give that file a name without special characters.`);
    }
  }
}

function dynamicDependencies(): UserError {
  return new UserError(
    'pyproject.toml leaves its dependencies to a build ("dynamic"), which needs your code: list them in requirements.txt, or lock them with uv.',
  );
}
