// Files and modules that an image lacks, as far as the tests that failed in it tell.

import type { TestFacts } from '../pytest/facts.ts';
import { missingModules } from '../pytest/hidden-modules.ts';
import { repoPath } from '../pytest/paths.ts';
import { plain } from '../text/plain.ts';

/** Something that the image may lack. */
export type MissingCandidate = {
  /** Where it would be in the build context, the likeliest first; the last name of a path may have a `*`. */
  paths: string[];
  /** Who wanted it, such as `test_mean.py::test_file`. */
  wantedBy: string;
};

/** What tests that failed tell of what an image may lack: what they complain of, and the files that they are in. */
export type MissingClues = {
  candidates: MissingCandidate[];
  /** Relative to the build context. */
  testFiles: string[];
};

/** Where the tests are run: the image's working directory, and the folder in it that they are started in, '' for itself. */
export type TestFolder = { workdir: string; folder: string };

/** A text that tells what is missing, and who wanted it. */
type Complaint = { message: string; wantedBy: string; folder: string };

const MOST_COMPLAINTS = 200;
const MOST_CANDIDATES = 50;
const MOST_TEST_FILES = 20;
const NO_TESTS_COLLECTED = 5;

/** How Python and its libraries, and programs that it starts, name a file that isn't there. */
const NO_FILE = [
  /No such file or directory: (?:\w*Path\()?b?(["'])(?<path>.+?)\1/g,
  /Failed to open local file (["'])(?<path>.+?)\1/g,
  /unable to open file: name = '(?<path>.+?)', errno = 2\b/g,
  /\bFile (?:b?')?(?<path>\S+?)'? does not exist/g,
  /(?:^|\s)(?<path>\S+): No such file or directory/gm,
  /(?:^|\s)(?<path>\S+) not found\.?$/gm,
];

/** Something that the share image lacks and the build context has. */
export type MissingFile = {
  /** Relative to the context; its last name may have a `*`. */
  path: string;
  isFolder: boolean;
  /** Whether .dockerignore leaves it out. */
  isIgnored: boolean;
  /** Such as `test_mean.py::test_file`. */
  wantedBy: string;
  /** Set where no error tells of it, but the tests' file has its name. */
  isNamed?: true;
};

/** What a test run in an image that failed tells of what the image may lack. */
export function missingClues(tests: FailedRun, start: TestFolder): MissingClues {
  const files = tests.results.failures.map(({ nodeId }) => inContext(nodeId.split('::', 1)[0] ?? '', start));
  return {
    candidates: missingCandidates(tests, start),
    testFiles: [...new Set(files.filter(file => file !== undefined))].slice(0, MOST_TEST_FILES),
  };
}

/** Those files whose name stands in a text, at the end of a sentence too. */
export function namedIn(text: string, paths: string[]): string[] {
  const words = new Set(text.match(/[\p{L}\p{N}_.+@-]+/gu));
  return paths.filter(path => {
    const name = path.split('/').at(-1) ?? '';
    return words.has(name) || words.has(`${name}.`);
  });
}

type FailedRun = Pick<TestFacts, 'results' | 'lastWords' | 'exitCode'>;

/** Each once, at most 50. */
function missingCandidates({ results, lastWords, exitCode }: FailedRun, start: TestFolder): MissingCandidate[] {
  const failures = results.failures.slice(0, MOST_COMPLAINTS).map(({ nodeId, message }) => ({
    message: plain(message),
    wantedBy: nodeId,
    folder: folderOf(nodeId.split('::', 1)[0] ?? ''),
  }));
  const complaints = [...failures, ofPytest(plain(lastWords), start)];
  const found = [
    ...(exitCode === NO_TESTS_COLLECTED ? [testsThemselves(start)] : []),
    ...complaints.flatMap(complaint => [
      ...missingFiles(complaint, start),
      ...missingModulesIn(complaint, start),
      ...missingFixture(complaint),
    ]),
  ];
  const unique = new Map(found.reverse().map(candidate => [candidate.paths.join('\n'), candidate]));
  return [...unique.values()].reverse().slice(0, MOST_CANDIDATES);
}

/** What pytest says at its end, of an argument that it can't find or a conftest.py that it can't load. */
function ofPytest(message: string, start: TestFolder): Complaint {
  const loaded = /ImportError while loading conftest '(.+?)'/.exec(message)?.[1];
  const conftest = loaded === undefined ? undefined : inContext(loaded, start);
  return { message, wantedBy: conftest ?? 'pytest', folder: folderOf(conftest ?? '') };
}

function testsThemselves({ folder }: TestFolder): MissingCandidate {
  const paths = ['test_*.py', '*_test.py', 'tests', 'test'].map(name => joined(folder, name));
  return { paths, wantedBy: 'pytest' };
}

function missingFiles({ message, wantedBy }: Complaint, start: TestFolder): MissingCandidate[] {
  const arguments_ = [...message.matchAll(/file or directory not found: (.+)$/gm)].map(([, path = '']) =>
    path.replace(/::.*$/, ''),
  );
  const files = NO_FILE.flatMap(pattern => [...message.matchAll(pattern)].map(({ groups }) => groups?.path ?? ''));
  return [...arguments_, ...files].flatMap(path => {
    const found = inContext(path, start);
    return found === undefined ? [] : [{ paths: [found], wantedBy }];
  });
}

/** Python looks in the folder that it was started in, and pytest adds that of the test. */
function missingModulesIn({ message, wantedBy, folder }: Complaint, start: TestFolder): MissingCandidate[] {
  const roots = [...new Set([start.folder, folder, joined(start.folder, folder), ''])];
  return missingModules([{ message }]).map(({ folders, leaf }) => ({
    paths: roots.flatMap(root =>
      folders.flatMap(parent => [`${leaf}.py`, leaf].map(name => joined(joined(root, parent), name))),
    ),
    wantedBy,
  }));
}

/** The test's own folder was copied with the test: a conftest.py above it is the likelier one to lack. */
function missingFixture({ message, wantedBy, folder }: Complaint): MissingCandidate[] {
  if (!/fixture '[^']+' not found/.test(message)) return [];
  const names = folder === '' ? [] : folder.split('/');
  const above = ['', ...names.map((_, index) => names.slice(0, index + 1).join('/'))];
  return [{ paths: above.map(parent => joined(parent, 'conftest.py')), wantedBy }];
}

/** A path as the tests have it, relative to the build context; undefined if it leads out. */
function inContext(path: string, { workdir, folder }: TestFolder): string | undefined {
  return repoPath(path.startsWith('/') ? path : `${workdir}/${folder}/${path}`, { workdir, context: '' });
}

function joined(folder: string, path: string): string {
  return folder === '' || path === '' ? folder + path : `${folder}/${path}`;
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}
