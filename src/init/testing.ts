// How a project's tests are found and run: what pytest's settings say, or what those that are written will say.
import type { Django } from './django.ts';
import { pytestText } from './files.ts';
import { missingForNotebooks, type Notebook, notebookOptions } from './notebooks.ts';
import type { Packages } from './packages.ts';
import type { PytestSettings } from './pytest.ts';
import { filePatterns, isTestName, sharesNames } from './tests.ts';

/** What of a project tells how it is tested. */
export type TestingFacts = {
  /** Files with tests, but for the first one that is written here. */
  tests: string[];
  /** Folders that are packages themselves. */
  packageFolders: string[];
  notebooks: Notebook[];
  django?: Django;
};

/** How the tests of a project are run. */
export type Testing = {
  settings: PytestSettings | undefined;
  /** Whether the settings are somebody's, so that they stay as they are. */
  isTheirs: boolean;
  /** The tests; notebooks where there are no others. */
  tests: string[];
  hasNotebooks: boolean;
  /** Names under which pytest has to look for them, besides its own; tests that the settings there are don't find. */
  patterns: string[] | undefined;
  unfound: string[];
  django: Django | undefined;
  options: string[];
  /** Packages that serve the tests, and are named nowhere. */
  added: string[];
};

/** Decides how the tests are run. */
export function planTesting(facts: TestingFacts, settings: PytestSettings | undefined, packages: Packages): Testing {
  const { django, notebooks } = facts;
  const isTheirs = settings !== undefined && !settings.isOurs;
  const takesNotebooks = facts.tests.length === 0 && notebooks.length > 0;
  const hasNotebooks = takesNotebooks && (!isTheirs || settings.hasNotebooks);
  const tests = hasNotebooks ? notebooks.map(({ path }) => path) : facts.tests;
  const { names, hasPytest } = packages;
  return {
    settings,
    isTheirs,
    tests,
    hasNotebooks,
    patterns: filePatterns(facts.tests, django !== undefined),
    unfound: isTheirs ? facts.tests.filter(path => !isFound(path, settings)) : [],
    django,
    options: [
      ...(hasNotebooks ? [notebookOptions(notebooks)] : []),
      ...(sharesNames(facts.tests, facts.packageFolders) ? ['--import-mode=importlib'] : []),
    ],
    added: [
      ...(hasPytest ? [] : ['pytest']),
      ...(django && !names.includes('pytest-django') ? ['pytest-django'] : []),
      ...(hasNotebooks ? missingForNotebooks(names) : []),
    ],
  };
}

/** Whether pytest runs a file; whoever leaves out what it would look for by itself, such as for a module with all, meant it. */
function isFound(path: string, settings: PytestSettings): boolean {
  const isMeant = settings.patterns !== undefined && isTestName(path);
  return isMeant || isTestName(path, settings.patterns) || isAsked(path, settings);
}

/** Whether a file is one that pytest is told to run, under whichever name. */
function isAsked(path: string, { testpaths }: PytestSettings): boolean {
  return testpaths.some(asked => asked.replace(/^(?:\.\/)+/, '') === path);
}

/** Text of the pytest.ini that a project gets; `folders` are those that modules are imported from. */
export function settingsText({ tests, patterns, django, options }: Testing, smoke: string, folders: string[]): string {
  return pytestText({
    folders,
    // Each of Django's applications has its own.
    testpaths: django ? undefined : commonFolder(tests.length === 0 ? [smoke] : tests),
    patterns,
    djangoSettings: django?.settings,
    options,
  });
}

/** The folder that all tests are in, if it is one. */
function commonFolder(tests: string[]): string | undefined {
  const folders = new Set(tests.map(path => /^([\w-]+)\//.exec(path)?.[1]));
  return folders.size === 1 ? [...folders][0] : undefined;
}
