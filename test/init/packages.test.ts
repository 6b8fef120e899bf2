import { describe, expect, test } from 'vitest';
import { besides, readEnvironment } from '../../src/init/packages.ts';
import { requirementsFile } from '../../src/init/requirements.ts';
import { dockerfileOf, installs, KNOWN, knownOf, project, textOf } from './projects.ts';

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
      'COPY ["requirements.txt", "requirements-test.txt", "my constraints.txt", "./"]',
      'COPY requirements/base.txt requirements/more.txt requirements/',
      'pip install -r requirements.txt -r requirements-test.txt',
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
    'setup.cfg alone: a requirements.txt lists what it names',
    { 'setup.cfg': '[options]\ninstall_requires = six\n', 'setup.py': 'setup()' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
  ],
  [
    'setup.py whose tests need what is listed elsewhere',
    { 'setup.py': 'setup(install_requires=["six>1.15", "attrs"])', 'requirements-dev.txt': 'pytest\nattrs' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements-dev.txt ./',
      'pip install -r requirements-dev.txt \\',
      "'six>1.15'",
    ],
  ],
  [
    'requirements that lack what setup.py needs, and its tests',
    {
      'requirements.txt': 'six',
      'setup.py': `setup(python_requires=">=3.8,<3.13", install_requires=["Six", "attrs; python_version<'4'"], extras_require={"test": ["pytest>=8"]})`,
    },
    [
      'FROM python:3.12-slim AS dev',
      'COPY requirements.txt ./',
      'pip install -r requirements.txt \\',
      `'attrs; python_version<'"'"'4'"'" \\`,
      "'pytest>=8'",
    ],
  ],
  [
    'requirements that lack what [project] needs',
    { 'requirements.txt': 'pytest', 'pyproject.toml': '[project]\nname = "a"\ndependencies = ["six"]' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt \\', 'six'],
  ],
  [
    'files that setup.py reads',
    {
      'setup.py': 'setup(install_requires=read("reqs/base-requirements.txt"))',
      'reqs/base-requirements.txt': 'six',
      'reqs/dev-requirements.txt': 'pytest',
      'reqs/docs-requirements.txt': 'sphinx',
    },
    [
      'FROM python:3.14-slim AS dev',
      'COPY reqs/base-requirements.txt reqs/dev-requirements.txt reqs/',
      'pip install -r reqs/base-requirements.txt -r reqs/dev-requirements.txt',
    ],
  ],
  [
    'requirements in a folder below',
    { 'backend/requirements.txt': 'six', 'backend/requirements-dev.txt': 'pytest', 'docs/requirements.txt': 'sphinx' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY backend/requirements.txt backend/requirements-dev.txt backend/',
      'pip install -r backend/requirements.txt -r backend/requirements-dev.txt',
    ],
  ],
  [
    'requirements in two folders below, of which none is the project',
    { 'a/requirements.txt': 'six', 'b/requirements.txt': 'six' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
  ],
  [
    'requirements for tests, and for development',
    { 'requirements.txt': 'six', 'requirements_dev.txt': 'pytest', 'tests/requirements.txt': 'mock' },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements.txt requirements_dev.txt ./',
      'COPY tests/requirements.txt tests/',
      'pip install -r requirements.txt -r tests/requirements.txt -r requirements_dev.txt',
    ],
  ],
  [
    'what tox installs for tests, where nothing else names pytest',
    {
      'requirements.txt': 'six',
      'tox.ini':
        '[testenv]\ndeps =\n  pytest\n  six\n  -rmore.txt\n  py38: old\n  mock>4\n[testenv:docs]\ndeps = sphinx',
    },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements.txt ./',
      'pip install -r requirements.txt \\',
      'pytest \\',
      "'mock>4'",
    ],
  ],
  [
    'what tox installs for tests, where pytest is named',
    { 'requirements.txt': 'pytest', 'tox.ini': '[testenv]\ndeps = mock' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
  ],
  [
    'old versions',
    { 'requirements.txt': 'numpy==1.24.4\npytest' },
    ['FROM python:3.11-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
  ],
  [
    'an old package',
    {
      'setup.py':
        'setup(classifiers=["Programming Language :: Python :: 3.9", "Programming Language :: Python :: 3.10"])',
    },
    ['FROM python:3.10-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
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

test('a requirements.txt that is written lists what setup.cfg names, and says so', () => {
  const cfg = '[options]\ninstall_requires = six>1\n[options.extras_require]\ntest = pytest>=8\n';
  const text = textOf(project({ 'setup.cfg': cfg }), 'requirements.txt');
  expect(text).toMatch(/\n# These are from setup.cfg, .*\nsix>1\npytest>=8\n$/);
});

test('a requirements.txt that is written lists what setup.py and tox.ini name together', () => {
  const files = { 'setup.py': 'setup(install_requires=["six"])', 'tox.ini': '[testenv]\ndeps = mock\n' };
  const text = textOf(project(files), 'requirements.txt');
  expect(text).toMatch(/\n# These are from setup.py and tox.ini, .*\nsix\nmock\npytest\n$/);
});

test.each([
  ['tests/test-templates/{{x}}/requirements.txt', false],
  ['a/b/c/d/requirements.txt', false],
  ['tests/data/requirements.txt', false],
  ['tests/requirements.txt', true],
  ['backend/requirements/base.txt', true],
  ['requirements-dev.txt', true],
  ['reqs/base.pip', true],
  ['requests.txt', false],
])('%s: whether it is a file of requirements', (path, isOne) => {
  expect(requirementsFile(path) !== undefined).toBe(isOne);
});

describe('the Dockerfile', () => {
  test.each(KINDS)('%s', (_, files, installed) => {
    expect(installs(dockerfileOf(project(files)))).toEqual(installed);
  });

  test.each(KINDS)('%s: what dev depends on can be known without a build', (_, files) => {
    expect(knownOf(dockerfileOf(project(files)))).toEqual(KNOWN);
  });
});
