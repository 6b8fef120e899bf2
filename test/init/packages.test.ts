import { describe, expect, test } from 'vitest';
import { besides, readEnvironment } from '../../src/init/packages.ts';
import { dockerfileOf, installs, KNOWN, knownOf, project } from './projects.ts';

test.each([
  ['a.txt', 'b.txt', 'b.txt'],
  ['r/a.txt', './b.txt', 'r/b.txt'],
  ['r/a.txt', '../b.txt', 'b.txt'],
  ['a.txt', '../../b.txt', '../../b.txt'],
  ['a.txt', '/etc/b.txt', '/etc/b.txt'],
])('%s includes %s', (file, include, path) => {
  expect(besides(file, include)).toBe(path);
});

test('the packages of a conda environment', () => {
  const text = `channels:\n  - conda-forge\ndependencies:\n  - python=3.12\n  - conda-forge::numpy>=2\n  - "pytest"\n  - pip:\n    - -r more.txt\n    - six==1.16\n`;
  const { names, includes } = readEnvironment(text);
  expect(includes).toEqual(['more.txt']);
  expect(names).toEqual(expect.arrayContaining(['python', 'numpy', 'pytest', 'six']));
});

/** A project of every other kind: its files, and how its packages are installed. */
const KINDS: [name: string, files: Record<string, string>, installed: string[]][] = [
  ['nothing', {}, ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt']],
  [
    'requirements with pytest',
    { 'requirements.txt': 'six\npytest' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
  ],
  [
    'requirements without pytest',
    { 'requirements.txt': 'six' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements.txt ./',
      'pip install -r requirements.txt',
      'pip install pytest',
    ],
  ],
  [
    'requirements in several files',
    {
      'requirements.txt': '-r requirements/base.txt\n-c "my constraints.txt" # ours',
      'requirements/base.txt': '-r more.txt',
      'requirements/more.txt': 'six',
      'my constraints.txt': 'six<2',
      'requirements-dev.txt': 'pytest',
      'requirements-test.txt': 'pytest',
    },
    [
      'FROM python:3.14-slim AS dev',
      'COPY ["requirements.txt", "requirements-dev.txt", "my constraints.txt", "./"]',
      'COPY requirements/base.txt requirements/more.txt requirements/',
      'pip install -r requirements.txt -r requirements-dev.txt',
    ],
  ],
  [
    'requirements in a folder',
    { 'requirements/base.txt': 'six', 'requirements/dev.txt': '-r base.txt\npytest' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements/base.txt requirements/dev.txt requirements/',
      'pip install -r requirements/base.txt -r requirements/dev.txt',
    ],
  ],
  [
    'requirements for development alone, beside a pyproject.toml that names none',
    { 'dev-requirements.txt': 'six', 'pyproject.toml': '[build-system]\nrequires = ["setuptools"]' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY dev-requirements.txt ./',
      'pip install -r dev-requirements.txt',
      'pip install pytest',
    ],
  ],
  [
    'requirements that were not compiled',
    { 'requirements.in': 'pytest' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.in ./', 'pip install -r requirements.in'],
  ],
  [
    'requirements with own code',
    { 'requirements.txt': '-e .\npytest' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements.txt ./',
      "sed -i -E '/[+][a-z]+:/!{/^ *(-e|--editable|[.]|file:)/d}' requirements.txt",
      'pip install -r requirements.txt',
    ],
  ],
  [
    'requirements from git',
    { 'requirements.txt': 'pytest\na @ git+https://x.org/a' },
    [
      'FROM python:3.14-slim AS dev',
      'apt-get update && apt-get install --yes --no-install-recommends git',
      'COPY requirements.txt ./',
      'pip install -r requirements.txt',
    ],
  ],
  [
    'conda',
    { 'environment.yml': 'dependencies:\n  - python=3.12\n  - pip:\n    - -r pip.txt', 'pip.txt': 'six' },
    [
      'FROM mambaorg/micromamba:2 AS dev',
      'COPY environment.yml pip.txt ./',
      'micromamba install --yes --name base --file environment.yml',
      'micromamba install --yes --name base --channel conda-forge pytest',
    ],
  ],
  [
    'conda with own code',
    { 'environment.yml': 'dependencies:\n  - pytest\n  - pip:\n    - --editable .' },
    [
      'FROM mambaorg/micromamba:2 AS dev',
      'COPY environment.yml ./',
      String.raw`sed -i -E '/[+][a-z]+:/!{s/^( *- +)\W?(-e|--editable|[.]|file:).*/\1"# left out"/;/^ *(-e|--editable|[.]|file:)/d}' environment.yml`,
      'micromamba install --yes --name base --file environment.yml',
    ],
  ],
  [
    'conda with own code in another file',
    { 'environment.yml': 'dependencies:\n  - pip:\n    - -r pip.txt', 'pip.txt': 'pytest\n-e ./libs/a' },
    [
      'FROM mambaorg/micromamba:2 AS dev',
      'COPY environment.yml pip.txt ./',
      String.raw`sed -i -E '/[+][a-z]+:/!{s/^( *- +)\W?(-e|--editable|[.]|file:).*/\1"# left out"/;/^ *(-e|--editable|[.]|file:)/d}' environment.yml pip.txt`,
      'micromamba install --yes --name base --file environment.yml',
    ],
  ],
];

describe('the Dockerfile', () => {
  test.each(KINDS)('%s', (_, files, installed) => {
    expect(installs(dockerfileOf(project(files)))).toEqual(installed);
  });

  test.each(KINDS)('%s: what dev depends on can be known without a build', (_, files) => {
    expect(knownOf(dockerfileOf(project(files)))).toEqual(KNOWN);
  });
});
