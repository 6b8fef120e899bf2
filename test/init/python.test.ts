import { describe, expect, test } from 'vitest';
import { choosePython } from '../../src/init/python.ts';
import { dockerfileOf, project } from './projects.ts';

describe("Python's version", () => {
  test('is that of the virtual environment, with the reason', () => {
    const files = { 'requirements.txt': 'numpy==1.24.4', 'venv/pyvenv.cfg': 'version = 3.10.13' };
    expect(dockerfileOf(project(files))).toContain(
      '# Python 3.10, as your virtual environment has it.\nFROM python:3.10-slim AS dev\n',
    );
  });

  test.each([
    ['nothing names one', {}, '3.14'],
    ['.python-version, in full', { versionFile: '3.12.4\n' }, '3.12'],
    ['.python-version, in short', { versionFile: '3.11' }, '3.11'],
    ['the first of several lines, after comments', { versionFile: '# ours\n\n  3.10.1  # lab\n3.12.0\n' }, '3.10'],
    ['as uv writes it', { versionFile: 'cpython@3.14\n' }, '3.14'],
    ["the system's own says nothing", { versionFile: 'system\n' }, '3.14'],
    ['an environment of pyenv says nothing', { versionFile: 'wine-analysis\n' }, '3.14'],
    ['an environment of pyenv beside a version', { versionFile: 'wine\n3.12.1\n' }, '3.12'],
    ['an environment of pyenv by its path', { versionFile: '3.11.4/envs/wine\n' }, '3.11'],
    ['a distribution says nothing', { versionFile: 'miniconda3-latest', range: '<3.12' }, '3.11'],
    ['the newest that it says it is for', { classifiers: ['', 'Python :: 3\nPython :: 3.9\nPython :: 3.10'] }, '3.10'],
    ['that in a range', { classifiers: ['Python :: 3.10'], range: '>=3.11' }, '3.14'],
    ['newer ones than the standard', { classifiers: ['Python :: 3.15'] }, '3.14'],
    ['older ones than there are images of', { classifiers: ['Python :: 3.5'] }, '3.14'],
    ['a fixed version of a package', { pin: { requirement: 'numpy 1.24.4', python: '3.11' }, range: '>=3.8' }, '3.11'],
    ['one that is out of the range', { pin: { requirement: 'numpy 1.24.4', python: '3.11' }, range: '>=3.12' }, '3.14'],
    ['an empty file says nothing', { versionFile: '\n' }, '3.14'],
    ['an old one that is meant', { versionFile: '3.7' }, '3.7'],
    ['a range with the standard one', { range: '>=3.10' }, '3.14'],
    ['a range below it', { range: '>=3.9,<3.12' }, '3.11'],
    ['a range above it', { range: '>=3.14' }, '3.14'],
    ['a patch release at least', { range: '>=3.13.2,<3.14' }, '3.13'],
    ['one minor version', { range: '==3.12.*' }, '3.12'],
    ['compatible releases', { range: '~=3.11.2' }, '3.11'],
    ['without one', { range: '>=3.10,!=3.14.*' }, '3.13'],
    ['newer than that', { range: '>=3.15' }, '3.15'],
    ['exactly one', { range: '==3.11.4' }, '3.11.4'],
    ['a caret', { range: '^3.9' }, '3.14'],
    ['a tilde', { range: '~3.10' }, '3.10'],
    ['several, as Poetry joins them', { range: '~3.8 || ~3.10' }, '3.10'],
    ['by spaces', { range: '>= 3.9 <3.12' }, '3.11'],
    ['any', { range: '*' }, '3.14'],
    ['both agree', { versionFile: '3.12', range: '>=3.11' }, '3.12'],
    ['an environment by venv', { environments: ['home = /usr/bin\nversion = 3.10.13\n'] }, '3.10'],
    ['by uv', { environments: ['uv = 0.9.1\nversion_info = 3.11.7\n'] }, '3.11'],
    ['by virtualenv', { environments: ['version_info=3.12.1.final.0\r\nvirtualenv = 21.0\r\n'] }, '3.12'],
    ['the first there are images of', { environments: ['version = 3.6.9', 'version = 3.9.1', ''] }, '3.9'],
    ['one that there are none of', { environments: ['version = 3.16.0', 'version = 2.7.18', 'version ='] }, '3.14'],
    ['.python-version before an environment', { versionFile: '3.12', environments: ['version = 3.10.1'] }, '3.12'],
    ['an environment in the range', { range: '>=3.9', environments: ['version = 3.10.1'] }, '3.10'],
    ['an environment out of the range', { range: '>=3.11,<3.13', environments: ['version = 3.10.1'] }, '3.12'],
  ])('%s', (_, wishes, version) => {
    expect(choosePython(wishes).version).toBe(version);
  });

  test.each([
    [
      { versionFile: 'pypy3.10-7.3.12' },
      '.python-version names "pypy3.10-7.3.12", which there is no image of Python for',
    ],
    [{ versionFile: '3.13t' }, '.python-version names "3.13t"'],
    [{ versionFile: '2.7.18' }, '.python-version names "2.7.18"'],
    [{ versionFile: '$(touch x)' }, '.python-version names "$(touch x)"'],
    [{ range: '>=4' }, 'pyproject.toml wants Python ">=4", which is none of 3.7 to 3.15'],
    [{ versionFile: 'wine lab' }, '.python-version names "wine lab"'],
    [{ range: 'new', rangeFile: 'setup.cfg' }, 'setup.cfg wants Python "new": write a range'],
    [{ range: 'new' }, 'pyproject.toml wants Python "new": write a range such as ">=3.11".'],
    [{ versionFile: '3.9', range: '>=3.11' }, '.python-version names Python 3.9, but pyproject.toml wants ">=3.11"'],
  ])('%o is refused', (wishes, message) => {
    expect(() => choosePython(wishes)).toThrow(message);
  });
});
