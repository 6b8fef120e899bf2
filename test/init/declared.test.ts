import { describe, expect, test } from 'vitest';
import { forTests, readSetuptools } from '../../src/init/declared.ts';
import { readSetupScript } from '../../src/init/setup-script.ts';

describe('setup.py', () => {
  test.each<[string, string, unknown]>([
    ['a list', 'setup(install_requires=["a>=1", \'b\'])', ['a>=1', 'b']],
    ['a tuple, with comments', 'setup(install_requires=(\n  "a",  # why\n  "b",\n))', ['a', 'b']],
    ['a variable', 'REQ = ["a"]\nsetuptools.setup(install_requires=REQ)', ['a']],
    ['a sum, of which something is computed', 'setup(install_requires=["a"] + read("x"))', ['a', undefined]],
    ['texts side by side', 'setup(install_requires=["a" ">=1"])', ['a>=1']],
    ['a text of several lines', 'setup(install_requires="""\na\nb\n""")', '\na\nb\n'],
    ['a table that is handed over', 'x = {"install_requires": ["a"]}\nsetup(**x)', ['a']],
    ['a table by dict()', 'x = dict(install_requires=["a"])\nsetup(**x)', ['a']],
    ['what is computed', 'setup(install_requires=open("r").read())', undefined],
    ['a format', 'setup(install_requires=[f"a=={v}"])', [undefined]],
    ['what is escaped', 'setup(install_requires=["a\\n"])', [undefined]],
    ['a variable that names itself', 'a = a\nsetup(install_requires=a)', undefined],
    ['what another function is told', 'other(install_requires=["a"])', undefined],
    ['no end', 'setup(install_requires=[', [undefined]],
  ])('has %s', (_, text, expected) => {
    expect(readSetupScript(text).install_requires).toEqual(expected);
  });

  test.each([
    ['all of it in so many words', 'setup(install_requires=["a"])', true],
    ['a part of it', 'setup(install_requires=["a"] + read("x"))', false],
    ['none of it', 'setup(install_requires=read("x"))', false],
    ['nothing to tell', 'setup(python_requires=">=3.9")', true],
  ])('tells %s', (_, text, isWhole) => {
    expect(readSetuptools({ 'setup.py': text })?.isWhole).toBe(isWhole);
  });
});

test('setup.cfg has what is installed, sets of packages, a range of Pythons and where the code is', () => {
  const text = `[metadata]
name = Wine

[options]
packages = find:
package_dir =
    = lib
python_requires = >=3.9
install_requires =
    attrs>=23  # why
    # none
    six ; python_version < "4"

[options.extras_require]
plot = matplotlib
test =
    pytest>=8
    %(plot)s

[options.packages.find]
where = lib
`;
  expect(readSetuptools({ 'setup.cfg': text, 'setup.py': 'from setuptools import setup\nsetup()\n' })).toEqual({
    source: 'setup.cfg',
    name: 'Wine',
    requirements: ['attrs>=23', 'six ; python_version < "4"'],
    extras: { plot: ['matplotlib'], test: ['pytest>=8', 'matplotlib'] },
    python: '>=3.9',
    isWhole: true,
    files: [],
    folders: ['lib'],
  });
});

test.each<[Record<string, string>, unknown]>([
  [{}, undefined],
  [{ 'setup.py': 'setup()', 'setup.cfg': '[flake8]\n' }, undefined],
  [{ 'setup.cfg': '[options]\ninstall_requires = file: r/a.txt\n' }, ['r/a.txt']],
  [{ 'setup.py': 'setup(install_requires=read("r/a.txt"))' }, ['r/a.txt']],
])('reads files of requirements that setuptools reads: %#', (files, expected) => {
  expect(readSetuptools(files)?.files).toEqual(expected);
});

test.each<[string, Record<string, string[]>, string[]]>([
  ['no sets', {}, ['a']],
  ['one that has pytest', { plot: ['b'], qa: ['pytest', 'c'] }, ['a', 'pytest', 'c']],
  ['one for tests before one for development', { dev: ['pytest', 'ruff'], test: ['pytest'] }, ['a', 'pytest']],
  ['one that has a plugin of it', { test: ['pytest-cov'] }, ['a', 'pytest-cov']],
  ['what serves tests without pytest', { tests_require: ['mock'], dev: ['pytest'] }, ['a', 'pytest', 'mock']],
  ['one that names others', { test: ['wine[plot,test]', 'pytest'], plot: ['b'] }, ['a', 'b', 'pytest']],
])('tests need: %s', (_, extras, expected) => {
  const nothing = { source: '', isWhole: true, files: [], folders: [] };
  expect(forTests({ ...nothing, name: 'Wine', requirements: ['a'], extras })).toEqual(expected);
});
