import { expect, test } from 'vitest';
import {
  gitInShareSentence,
  lfsSentence,
  missingSentence,
  repeatedSentence,
  twinSentence,
} from '../../src/share/problems.ts';
import { render } from '../../src/text/sentence.ts';

const cure = 'write "lfs: true" under "with:" of actions/checkout.';

test.each([
  [['a.csv'], `a.csv is a Git LFS pointer, not the file itself: ${cure}`],
  [['a.csv', 'b.csv'], `2 files are Git LFS pointers, not the files themselves (a.csv and b.csv): ${cure}`],
])('%j', (paths, sentence) => {
  expect(render(lfsSentence(paths), 'job')).toBe(sentence);
});

test('many pointers', () => {
  expect(render(lfsSentence(Array.from({ length: 100 }, (_, number) => `${number}.csv`)), 'job')).toBe(
    `100 files are Git LFS pointers, not the files themselves (0.csv, 1.csv, 2.csv and 97 more): ${cure}`,
  );
});

const wantedBy = 'test_a.py::test_b';

test.each([
  ['data/wine.csv', false, 'COPY data/wine.csv data/'],
  ['mean.py', false, 'COPY mean.py ./'],
  ['cellar', true, 'COPY cellar cellar/'],
  ['a/b', true, 'COPY a/b a/b/'],
  ['test_*.py', false, 'COPY test_*.py ./'],
  ['my data.csv', false, 'COPY ["my data.csv", "./"]'],
  // Each of these lines was tried with an engine.
  ['a,b.csv', false, 'COPY ["a,b.csv", "./"]'],
  ['-a.csv', false, 'COPY ["-a.csv", "./"]'],
  ['a[b].csv', false, 'COPY ["a[[]b].csv", "./"]'],
  ['d[1]', true, 'COPY ["d[[]1]", "d[1]/"]'],
  ['d[1]/x*y/z?.csv', false, 'COPY ["d[[]1]/x*y/z?.csv", "d[1]/x*y/"]'],
  ['a$b.csv', false, String.raw`COPY ["a\\$b.csv", "./"]`],
  ["a'b.csv", false, String.raw`COPY ["a\\'b.csv", "./"]`],
  ['a"b.csv', false, String.raw`COPY ["a\\\"b.csv", "./"]`],
  [String.raw`back\dir/a.csv`, false, String.raw`COPY ["back?dir/a.csv", "back\\\\dir/"]`],
  ['!a.csv', false, 'COPY ["?a.csv", "./"]'],
  ['<<EOF', false, 'COPY ["?<EOF", "./"]'],
  [' a.csv ', false, 'COPY ["?a.csv?", "./"]'],
])('%s', (path, isFolder, line) => {
  const sentence = missingSentence({ path, isFolder, isIgnored: false, wantedBy });
  expect(sentence).toBe(
    `The share image lacks ${path}${isFolder ? '/' : ''}, which ${wantedBy} wanted: add "${line}" to the share stage.`,
  );
});

test.each([
  ['data/a.csv', '!data/a.csv'],
  [String.raw`a\[b].csv`, String.raw`!a\\\[b].csv`],
])('what .dockerignore leaves out: %s', (path, line) => {
  expect(missingSentence({ path, isFolder: false, isIgnored: true, wantedBy })).toBe(
    `The share image lacks ${path}, which ${wantedBy} wanted: .dockerignore leaves it out; remove the line that does, or add "${line}" below it.`,
  );
});

test('what a test only names', () => {
  const file = { path: '.env', isFolder: false, isIgnored: true, wantedBy: 'test_a.py', isNamed: true as const };
  expect(missingSentence(file)).toMatch(/^The share image lacks \.env, which test_a\.py names: /);
});

const copy = {
  stage: 'share',
  instruction: 'COPY --from=dev /opt/venv /opt/venv',
  line: 16,
  path: '/opt/venv',
  from: 'dev',
};
const what =
  'Line 16 of sub/Dockerfile, "COPY --from=dev /opt/venv /opt/venv", puts into the share image what it has from dev already: delete the line';

test.each([
  [1.24e9, `${what}; the image gets 1.2 GB smaller.`],
  [4096, `${what}.`],
])('%j bytes twice', (bytes, sentence) => {
  expect(repeatedSentence({ ...copy, bytes }, 'sub/Dockerfile')).toBe(sentence);
});

test('two layers that hold the same', () => {
  expect(twinSentence({ first: 'COPY a a', second: 'COPY b a', bytes: 5e6 })).toBe(
    '"COPY b a" puts into the share image what "COPY a a" has put there already: delete one of the two lines; the image gets 5.0 MB smaller.',
  );
});

test.each([
  [
    ['.git'],
    true,
    'The share image has .git (1.2 MB): add the line ".git" to .dockerignore, unless somebody needs it there.',
  ],
  [['.git', 'data/.git'], true, 'has .git and 1 more (1.2 MB): add the line "**/.git" to'],
  [['data/.git'], true, 'has data/.git (1.2 MB): add the line "**/.git" to'],
  [['.git'], false, 'may have .git (1.2 MB)'],
])('git in the share image: %j', (paths, isSure, sentence) => {
  expect(gitInShareSentence({ paths, bytes: 1.2e6, isSure })).toContain(sentence);
});
