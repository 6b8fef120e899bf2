import { describe, expect, test } from 'vitest';
import { pathFrom, repoPath } from '../../src/pytest/paths.ts';

describe('repoPath', () => {
  const root = { workdir: '/usr/src/app', context: '' };
  const folder = { workdir: '/usr/src/app/', context: './services/api/' };
  test.each([
    ['/usr/src/app/tests/a.py', root, 'tests/a.py'],
    ['tests/a.py', root, 'tests/a.py'],
    ['./tests//x/../a.py', root, 'tests/a.py'],
    ['/usr/src/app/../app/a.py', root, 'a.py'],
    ['/usr/src/app/täst ☃.py', root, 'täst ☃.py'],
    ['/usr/src/app/a.py', folder, 'services/api/a.py'],
    ['a.py', folder, 'services/api/a.py'],
    ['/a.py', { workdir: '/', context: '' }, 'a.py'],
    ['/usr/src/app', root, undefined],
    ['/usr/src/application/a.py', root, undefined],
    ['/usr/lib/python3.11/json/decoder.py', root, undefined],
    ['/usr/src/app/.venv/lib/python3.11/site-packages/x.py', root, undefined],
    ['../a.py', root, undefined],
    ['/usr/src/app/../../../etc/passwd', root, undefined],
    ['/../../usr/src/app/a.py', root, undefined],
    ['../../../../../../a.py', folder, undefined],
    ['a.py', { workdir: '/app', context: '../other' }, undefined],
    ['<string>', root, undefined],
    ['<frozen importlib._bootstrap>', root, undefined],
    ['C:\\repo\\a.py', root, undefined],
    ['https://example.com/a.py', root, undefined],
    ['a\nb.py', root, undefined],
    ['a\0.py', root, undefined],
    ['a\x1b[31m.py', root, undefined],
    ['a\u202eyp.py', root, undefined],
    ['a\ud800.py', root, undefined],
    [`${'x'.repeat(1025)}.py`, root, undefined],
    ['', root, undefined],
  ])('%j in %j', (path, places, expected) => {
    expect(repoPath(path, places)).toBe(expected);
  });
});

test.each([
  ['/usr/src/app', '/usr/src/app/tests/a.py', 'tests/a.py'],
  ['/usr/src/app/tests', '/usr/src/app/tests/a.py', 'a.py'],
  ['/usr/src/app/tests/', '/usr/src/app//tests/./a.py', 'a.py'],
  ['/usr/src/app/notes/old', '/usr/src/app/tests/a.py', '../../tests/a.py'],
  ['/usr/src/app/test', '/usr/src/app/tests/a.py', '../tests/a.py'],
  ['/usr/src/app', '/usr/src/app', '.'],
  ['/usr/src/app', '/opt/a.py', '../../../opt/a.py'],
  ['/usr/src/app', 'a.py', 'a.py'],
  ['/usr/src/app', '/../a.py', '/../a.py'],
])('in %s, %s is %s', (folder, path, expected) => {
  expect(pathFrom(folder, path)).toBe(expected);
});
