import { describe, expect, test } from 'vitest';
import { type Sign, signIn, watchForSigns } from '../../src/pytest/signs.ts';

describe('a line is a sign of pytest', () => {
  test.each<[string, Sign]>([
    ['============================= test session starts ==============================', 'begun'],
    ['\u001b[1m=== test session starts ===\u001b[0m\r', 'begun'],
    ['platform linux -- Python 3.6.15, pytest-6.2.5, py-1.11.0, pluggy-1.0.0', 'begun'],
    ['platform linux -- Python 3.13.0, pytest-9.0.0, pluggy-1.6.0 -- /opt/venv/bin/python', 'begun'],
    ['Test session starts (platform: linux, Python 3.13.0, pytest 8.4.2, pytest-sugar 1.1.1)', 'begun'],
    ['Results (0.25s):', 'run'],
    ['1 passed in 0.01s', 'run'],
    ['2 failed, 40 passed, 3 warnings in 75.10s (0:01:15)', 'run'],
    ['===== 1 failed, 1 passed, 2 deselected, 1 error, 1 rerun, 3 subtests passed in 0.12s =====', 'run'],
    ['=== 3 passed in 0.12 seconds ===', 'run'],
    ['\u001b[32m\u001b[32m\u001b[1m1 passed\u001b[0m\u001b[32m in 0.01s\u001b[0m\u001b[0m', 'run'],
    ['no tests ran in 0.00s', 'run'],
    ['==== no tests collected (2 deselected) in 0.01s ====', 'run'],
    ['3 tests collected in 0.01s', 'run'],
    ['1/3 tests collected (2 deselected) in 0.00s', 'run'],
    ['1 warning, 1 error in 0.02s', 'run'],
    ['.F.s..x.E.                                                      [ 50%]', 'begun'],
    ['\u001b[32m.\u001b[0m\u001b[32m                                      [100%]\u001b[0m', 'run'],
    ['..                                                               [2/2]', 'run'],
    ['==================================== ERRORS ====================================', 'begun'],
    ['=========================== short test summary info ============================', 'begun'],
    ['pytest 9.2.0', 'word'],
    ['usage: pytest [options] [file_or_dir] [file_or_dir] [...]', 'word'],
    ['ERROR: usage: python -m pytest [options] [file_or_dir] [file_or_dir] [...]', 'word'],
  ])('%j', (line, sign) => {
    expect(signIn(line)).toBe(sign);
  });

  test.each([
    "the app, called with ['pytest']",
    'app.py: error: unrecognized arguments: pytest',
    'usage: app.py [-h] [--data DATA]',
    'sh: 1: pytest: not found',
    'Successfully installed pytest-8.3.4',
    ' + pytest==8.3.4',
    'Ran 3 tests in 0.001s',
    'OK',
    'Installed 5 packages in 12ms',
    '3 files processed in 0.01s',
    'passed in 0.01s',
    '1 passed',
    '... 3 passed',
    '[100%] Built target wine',
    'Downloading ......... [100%]',
    '=====',
    `${'1 passed, '.repeat(100)}1 passed in 0.01s`,
    '',
  ])('none: %j', line => {
    expect(signIn(line)).toBeUndefined();
  });
});

test.each<[string, string[], Sign | undefined]>([
  ['cut anywhere', ['=== test ses', 'sion star', 'ts ===\nx'], 'begun'],
  ['without a line end', ['....\n4 passed', ' in 0.01s'], 'run'],
  ['the stronger one', ['pytest 9.2.0\n', '4 passed in 0.01s\n', 'pytest 9.2.0\n'], 'run'],
  ['the end after the beginning', ['=== test session starts ===\n', '4 passed in 0.01s\n'], 'run'],
  ['the weaker one alone', ['pytest 9.2.0\n'], 'word'],
  ['none', ['a\nb', 'c\n'], undefined],
  ['behind a line without end', ['x'.repeat(1e6), '\n1 passed in 0.01s\n'], 'run'],
])('signs in an output: %s', (_, chunks, sign) => {
  const signs = watchForSigns();
  for (const chunk of chunks) signs.read(Buffer.from(chunk));
  expect(signs.found()).toBe(sign);
});
