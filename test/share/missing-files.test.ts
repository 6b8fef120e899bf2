import { expect, test } from 'vitest';
import { readResults } from '../../src/pytest/read-results.ts';
import { missingClues, namedIn } from '../../src/share/missing-files.ts';

const place = { workdir: '/usr/src/app', folder: '' };

function candidates(
  message: string,
  more: { lastWords?: string; exitCode?: number; nodeId?: string; folder?: string } = {},
) {
  const { lastWords = '', exitCode = 1, nodeId = 'test_wine.py::test_file', folder = '' } = more;
  const failure = { nodeId, phase: 'call' as const, message, traceback: '' };
  const results = { ...readResults(''), failures: message === '' ? [] : [failure] };
  return missingClues({ results, lastWords, exitCode }, { ...place, folder }).candidates;
}

test.each([
  ["FileNotFoundError: [Errno 2] No such file or directory: 'data/wine.csv'", 'data/wine.csv'],
  ["FileNotFoundError: [Errno 2] No such file or directory: '/usr/src/app/data/wine.csv'", 'data/wine.csv'],
  ["FileNotFoundError: [Errno 2] No such file or directory: PosixPath('data/wine.csv')", 'data/wine.csv'],
  ["FileNotFoundError: [Errno 2] No such file or directory: './data/../data/wine.csv'", 'data/wine.csv'],
  ["FileNotFoundError: [Errno 2] No such file or directory: b'data/wine.csv'", 'data/wine.csv'],
  ['FileNotFoundError: data/wine.npy not found.', 'data/wine.npy'],
  ["FileNotFoundError: File b'wine.csv' does not exist: b'wine.csv'", 'wine.csv'],
  ["FileNotFoundError: [Errno 2] Failed to open local file 'wine.parquet'. Detail: [errno 2] No such", 'wine.parquet'],
  ["OSError: unable to open file: name = 'data/x.h5', errno = 2, error message = 'No such file'", 'data/x.h5'],
  ['cat: data/wine.csv: No such file or directory', 'data/wine.csv'],
  ["\u001b[31mNo such file or directory: 'größe und.csv'\u001b[0m", 'größe und.csv'],
])('%s', (message, path) => {
  expect(candidates(message)).toContainEqual({ paths: [path], wantedBy: 'test_wine.py::test_file' });
});

test.each(["No such file or directory: '/etc/passwd2'", "No such file or directory: '../secret'", 'assert 1 == 2'])(
  '%s: nothing of the repository',
  message => {
    expect(candidates(message)).toEqual([]);
  },
);

test.each([
  ["ModuleNotFoundError: No module named 'cellar'", ['cellar.py', 'cellar']],
  ["ModuleNotFoundError: No module named 'cellar.shelf'", ['cellar/shelf.py', 'cellar/shelf']],
  ["ImportError: cannot import name 'shelf' from 'cellar' (/x)", ['cellar/shelf.py']],
])('%s', (message, paths) => {
  expect(candidates(message)[0]?.paths).toEqual(expect.arrayContaining(paths));
});

test('a module beside the test', () => {
  const [found] = candidates("ModuleNotFoundError: No module named 'helpers'", { nodeId: 'tests/test_a.py' });
  expect(found?.paths).toEqual(expect.arrayContaining(['helpers.py', 'tests/helpers.py']));
});

test('files are looked for where the tests were started', () => {
  expect(candidates("No such file or directory: 'x.csv'", { folder: 'sub' })[0]?.paths).toEqual(['sub/x.csv']);
});

test('the tests themselves, and what pytest says before it runs any', () => {
  expect(candidates('', { exitCode: 5 })[0]?.paths).toContain('tests');
  expect(
    candidates('', { exitCode: 4, lastWords: 'ERROR: file or directory not found: tests/a.py::b' })[0]?.paths,
  ).toEqual(['tests/a.py']);
  const conftest =
    "\u001b[31mImportError while loading conftest '/usr/src/app/tests/conftest.py'.\u001b[0m\nE   ModuleNotFoundError: No module named 'mean'";
  expect(candidates('', { exitCode: 4, lastWords: conftest })).toEqual([
    { paths: expect.arrayContaining(['mean.py', 'tests/mean.py', 'src/mean']), wantedBy: 'tests/conftest.py' },
  ]);
  expect(candidates("fixture 'wines' not found", { nodeId: 'tests/test_a.py::b' })).toContainEqual({
    paths: ['conftest.py', 'tests/conftest.py'],
    wantedBy: 'tests/test_a.py::b',
  });
});

test('each is named once', () => {
  const message = "No such file or directory: 'a.csv'\nNo such file or directory: 'a.csv'";
  expect(candidates(message)).toHaveLength(1);
});

test('files of tests that failed, each once', () => {
  const failures = ['tests/test_a.py::a', 'tests/test_a.py::T::b', 'test_b.py', '../outside/test_c.py::c'].map(
    nodeId => ({
      ...{ nodeId, phase: 'call' as const, message: 'assert 1 == 2', traceback: '' },
    }),
  );
  const tests = { results: { ...readResults(''), failures }, lastWords: '', exitCode: 1 };
  expect(missingClues(tests, { ...place, folder: 'sub' }).testFiles).toEqual([
    'sub/tests/test_a.py',
    'sub/test_b.py',
    'outside/test_c.py',
  ]);
  expect(missingClues(tests, place).testFiles).toEqual(['tests/test_a.py', 'test_b.py']);
});

test.each([
  ['load(path / ".env")', ['apps/.env']],
  ['# the values of .env.', ['apps/.env']],
  ["read('data/größe.csv')", ['data/größe.csv']],
  ['load(".environment"); x.env; ".env.local"', []],
])('%s names %j', (text, expected) => {
  expect(namedIn(text, ['apps/.env', 'data/größe.csv', 'README.md'])).toEqual(expected);
});
