// What a project lacks, and what is written for it.

import { DEPENDENCY_FILES } from '../checkout/locate.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { dockerfileText } from './dockerfile.ts';
import { dockerignoreText, publishText, pytestText, REQUIREMENTS_TEXT, testText, workflowPath } from './files.ts';
import { ignoreNotes, packageNotes, pythonNotes, splitNote, stageNotes, WORKFLOW_NOTE } from './notes.ts';
import { findPackages, type Packages, type Texts } from './packages.ts';
import { type Pyproject, readPyproject, type Table } from './pyproject.ts';
import { findPytestSettings, type PytestSettings } from './pytest.ts';
import { choosePython, ENVIRONMENT_FILES, type Python } from './python.ts';
import { readRequirements } from './requirements.ts';
import { SMOKE_START, smokeText } from './smoke.ts';

/** What was found in a project's folder. */
export type InitFacts = {
  /** Texts of the files that matter here. */
  files: Texts;
  /** Where the commands look for the Dockerfile, and the stages that they look for in it. */
  dockerfile: { path: string; target: string; shareTarget: string };
  /** pyproject.toml, parsed. */
  pyproject?: Table;
  /** Test files, and folders at the top with virtual environments. */
  tests: string[];
  environments: string[];
  hasSourceFolder: boolean;
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

/**
 * Decides what a project gets; `isForced` where what is there already may be overwritten. Fails with a sentence where the
 * project's own files contradict each other or can't be used.
 */
export function planInit(facts: InitFacts, isForced = false): InitPlan {
  const pyproject = facts.pyproject && readPyproject(facts.pyproject);
  const packages = findPackages(facts.files, pyproject);
  requireUsable(packages, facts.files, pyproject);
  // Conda brings a Python of its own.
  const python = packages.kind === 'environment' ? choosePython({}) : pythonOf(facts, pyproject?.python);
  const settings = findPytestSettings(facts.files, facts.pyproject);
  const smoke = smokeFile(settings?.testpaths ?? [], packages, python);
  const tests = facts.tests.filter(path => path !== smoke.path);
  const isPathless = settings?.hasPythonpath === false;
  const dockerfile = dockerfileText({ packages, python, hasSourceFolder: facts.hasSourceFolder, isPathless });
  const { path, target, shareTarget } = facts.dockerfile;
  const theirs = isForced ? undefined : facts.files[path];
  const isOurs = [undefined, dockerfile].includes(theirs);
  const ofStages = stageNotes(theirs ?? dockerfile, target, shareTarget);
  const both = isForced ? undefined : testsAndPublishes(facts);
  const parts = [
    packages.kind === 'nothing' ? file('requirements.txt', REQUIREMENTS_TEXT, 'your packages') : [],
    file(path, dockerfile, sourceOf(packages, python)),
    file('.dockerignore', dockerignoreText(facts.environments), 'what the share stage leaves out'),
    settingsPart(settings, tests.length === 0 ? [smoke.path] : tests, facts),
    tests[0] === undefined ? smoke : kept(tests[0], tests.length === 1 ? 'a test' : `one of ${tests.length} tests`),
    workflowParts(facts, packages, ofStages.length === 0 && both === undefined),
  ].flat();
  return {
    files: parts.filter((part): part is InitFile => 'text' in part),
    kept: parts.filter(part => !('text' in part)),
    notes: [
      ...(isOurs ? packageNotes(facts.files, pyproject, packages) : []),
      ...(isOurs ? pythonNotes(facts.files, packages, python) : []),
      ...ofStages,
      ...(isForced ? [] : ignoreNotes(facts.files['.dockerignore'] ?? '', packages)),
      ...(both === undefined ? [] : [splitNote(both)]),
      ...(facts.context === '' ? [] : [WORKFLOW_NOTE]),
    ],
  };
}

function sourceOf({ kind, source }: Packages, { version }: Python): string {
  return `${kind === 'environment' ? 'micromamba' : `Python ${version}`}, packages of ${source}`;
}

function settingsPart(
  settings: PytestSettings | undefined,
  tests: string[],
  { hasSourceFolder }: InitFacts,
): InitFile | Kept {
  if (settings && settings.file !== 'pytest.ini') return kept(settings.file, 'has the pytest configuration');
  return file('pytest.ini', pytestText(hasSourceFolder, commonFolder(tests)), 'where your modules and tests are');
}

/** One workflow for the tests, one that publishes; neither beside one that somebody made for both. */
function workflowParts(facts: InitFacts, packages: Packages, canPublish: boolean): (InitFile | Kept)[] {
  const { files, context, workflows } = facts;
  const paths = workflowPaths(facts);
  if (context.includes('${{')) {
    throw new UserError(`GitHub would take the folder's name ${quoted(context)} for an expression: rename it.`);
  }
  const theirs = workflows.find(({ path, usesAction }) => usesAction && !Object.values(paths).includes(path));
  if (theirs) return [{ ...kept(theirs.path, 'uses the action already'), base: 'repository' }];
  const byItself = DEPENDENCY_FILES.find(name => name in files || packages.files.includes(name)) ?? '';
  const dependencies = packages.files.includes(byItself) ? [] : packages.files;
  const tests = file(paths.test, testText(context, dependencies), 'runs the tests on GitHub');
  const publish = file(paths.publish, publishText(context), 'publishes a version tag');
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

function pythonOf({ files }: InitFacts, range: string | undefined): Python {
  const versionFile = files['.python-version'];
  return choosePython({
    ...(versionFile === undefined ? {} : { versionFile }),
    ...(range === undefined ? {} : { range }),
    environments: ENVIRONMENT_FILES.flatMap(path => files[path] ?? []),
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

/** The folder that all tests are in, if it is one. */
function commonFolder(tests: string[]): string | undefined {
  const folders = new Set(tests.map(path => /^([\w-]+)\//.exec(path)?.[1]));
  return folders.size === 1 ? [...folders][0] : undefined;
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
