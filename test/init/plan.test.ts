import { spawnSync } from 'node:child_process';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { readIgnore } from '../../src/dockerfile/ignore.ts';
import { readStage } from '../../src/dockerfile/stage.ts';
import { dockerignoreText, usesAction, workflowPath, workflowText } from '../../src/init/files.ts';
import { besides, readEnvironment } from '../../src/init/packages.ts';
import { fateOf, type InitFile, type Place, type ProjectFacts, planInit } from '../../src/init/plan.ts';
import { findPytestSettings } from '../../src/init/pytest.ts';
import { choosePython } from '../../src/init/python.ts';
import { readRequirements } from '../../src/init/requirements.ts';
import { SMOKE_START } from '../../src/init/smoke.ts';
import { problems } from '../action/workflows.ts';

/** A project with these files, as it is found. */
function project(files: Record<string, string>, more: Partial<ProjectFacts> = {}): ProjectFacts {
  const toml = files['pyproject.toml'];
  return {
    files,
    dockerfile: { path: 'Dockerfile', target: 'dev', shareTarget: 'share' },
    ...(toml === undefined ? {} : { pyproject: parseToml(toml) }),
    ...{ tests: [], environments: [], hasSourceFolder: false, context: '', otherWorkflows: [] },
    ...more,
  };
}

const textOf = (facts: ProjectFacts, path: string) =>
  planInit(facts).files.find(file => file.path === path)?.text ?? '';
const dockerfileOf = (facts: ProjectFacts) => textOf(facts, 'Dockerfile');
/** What is done in the dev stage to get the packages. */
const installs = (dockerfile: string) =>
  dockerfile.split('\n').flatMap(line => {
    const [, command] = /^(?:RUN (?:--mount=\S+ )*|(?=COPY |FROM python|FROM mamba)| {4})(.*)$/.exec(line) ?? [];
    return command === undefined || /^(?:python -m venv|COPY \. \.|\\$)/.test(command) ? [] : [command];
  });

const PROJECT = '[project]\nname = "shop"\nversion = "1"\n';
const POETRY = '[tool.poetry]\nname = "shop"\n[tool.poetry.dependencies]\npython = "^3.11"\nsix = "*"\n';

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
    [{ range: 'new' }, 'pyproject.toml wants Python "new": write a range such as ">=3.11".'],
    [{ versionFile: '3.9', range: '>=3.11' }, '.python-version names Python 3.9, but pyproject.toml wants ">=3.11"'],
  ])('%o is refused', (wishes, message) => {
    expect(() => choosePython(wishes)).toThrow(message);
  });
});

describe('requirements', () => {
  const nothing = { names: [], includes: [], constraints: [], hasOwnCode: false, takesGit: false, onMachine: [] };
  test.each([
    [
      'names in all spellings',
      'NumPy==2\npy_Test >= 7 # why\nb[x];python_version>"3"',
      { names: ['numpy', 'py-test', 'b'] },
    ],
    ['comments, and what only looks like one', '# pytest\nsix\n\n', { names: ['six'] }],
    [
      'other files',
      '-r base.txt\n-c  c.txt\n--requirement=d.txt\n--constraint e.txt\n-r https://x.org/f.txt',
      { includes: ['base.txt', 'd.txt'], constraints: ['c.txt', 'e.txt'] },
    ],
    ['options', '--index-url https://x.org\n--extra-index-url=https://y.org\n-i z', {}],
    [
      'lines that go on',
      'six==1.16.0 \\\n  --hash=sha256:00 \\\n  --hash=sha256:11\r\nattrs',
      { names: ['six', 'attrs'] },
    ],
    ['own code', '-e .\nsix', { names: ['six'], hasOwnCode: true }],
    ['own code by its path', './libs/a\n', { hasOwnCode: true }],
    [
      "another's code, to be changed",
      '-e git+https://x.org/a#egg=a\n--editable=git+ssh://git@x.org/b',
      { takesGit: true },
    ],
    [
      'files of one machine',
      'numpy @ file:///croot/numpy/work\nsix[a,b]@file:///x\npytest==8',
      { names: ['numpy', 'six', 'pytest'], onMachine: ['numpy @ file:///croot/numpy/work', 'six[a,b]@file:///x'] },
    ],
    ['from git', 'a @ git+https://x.org/a\ngit+ssh://git@x.org/b', { names: ['a'], takesGit: true }],
    ['wheels from the network', 'https://x.org/a.whl', {}],
  ])('%s', (_, text, expected) => {
    expect(readRequirements(text)).toEqual({ ...nothing, ...expected });
  });

  test.each([
    ['a.txt', 'b.txt', 'b.txt'],
    ['r/a.txt', './b.txt', 'r/b.txt'],
    ['r/a.txt', '../b.txt', 'b.txt'],
    ['a.txt', '../../b.txt', '../../b.txt'],
    ['a.txt', '/etc/b.txt', '/etc/b.txt'],
  ])('%s includes %s', (file, include, path) => {
    expect(besides(file, include)).toBe(path);
  });

  test('of a conda environment', () => {
    const text = `channels:\n  - conda-forge\ndependencies:\n  - python=3.12\n  - conda-forge::numpy>=2\n  - "pytest"\n  - pip:\n    - -r more.txt\n    - six==1.16\n`;
    const { names, includes } = readEnvironment(text);
    expect(includes).toEqual(['more.txt']);
    expect(names).toEqual(expect.arrayContaining(['python', 'numpy', 'pytest', 'six']));
  });
});

/** A project of every kind: its files, and how its packages are installed. */
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
    'uv',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[dependency-groups]\ndev = ["pytest"]`, 'requirements.txt': 'old' },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --locked --no-install-project',
    ],
  ],
  [
    'uv with pytest in a group that has to be asked for',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[dependency-groups]\nqa = ["PyTest>8"]` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --locked --no-install-project --group qa',
    ],
  ],
  [
    'uv with pytest in a group that another one includes',
    {
      'uv.lock': '',
      'pyproject.toml': `${PROJECT}[dependency-groups]\nqa = ["pytest"]\ndev = [{ include-group = "qa" }]\nloop = [{ include-group = "loop" }]`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --locked --no-install-project',
    ],
  ],
  [
    'uv with pytest in an extra',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[project.optional-dependencies]\ntest = ["pytest"]` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --locked --no-install-project --extra test',
    ],
  ],
  [
    'uv without pytest, with a package in the project',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[tool.uv.sources]\nlib = { workspace = true }` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-local',
      'uv pip install pytest',
    ],
  ],
  [
    'uv with packages that only a build would tell, and its lock file',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}dynamic = ["dependencies"]\n[dependency-groups]\ndev = ["pytest"]` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-local',
    ],
  ],
  [
    'a workspace of uv',
    {
      'uv.lock': '',
      'pyproject.toml': '[tool.uv.workspace]\nmembers = ["libs/*"]\n[dependency-groups]\ndev = ["pytest"]',
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-local',
    ],
  ],
  [
    'poetry',
    { 'poetry.lock': '', 'pyproject.toml': `${POETRY}[tool.poetry.group.dev.dependencies]\npytest = "^8"` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml poetry.lock ./',
      'poetry install --no-root --no-interaction --compile',
    ],
  ],
  [
    'poetry with pytest in an optional group',
    {
      'poetry.lock': '',
      'pyproject.toml': `${POETRY}[tool.poetry.group.qa]\noptional = true\n[tool.poetry.group.qa.dependencies]\npytest = "^8"`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml poetry.lock ./',
      'poetry install --no-root --no-interaction --compile --with qa',
    ],
  ],
  [
    'poetry with packages in the project',
    {
      'poetry.lock': '',
      'pyproject.toml': `${POETRY}lib = { path = "libs/lib", develop = true }\n[tool.poetry.group.dev.dependencies]\npytest = "^8"`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml poetry.lock ./',
      'poetry install --no-root --no-directory --no-interaction --compile',
    ],
  ],
  [
    'poetry without a lock and without pytest',
    { 'pyproject.toml': POETRY },
    [
      'FROM python:3.14-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml ./',
      'poetry install --no-root --no-interaction --compile',
      'pip install pytest',
    ],
  ],
  [
    "poetry's packages beside a [project], without a lock",
    {
      'pyproject.toml': `${PROJECT}dynamic = ["dependencies"]\n[tool.poetry.dependencies]\nsix = "*"\n[tool.poetry.group.dev.dependencies]\npytest = "*"`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml ./',
      'poetry install --no-root --no-interaction --compile',
    ],
  ],
  [
    "a group of Poetry's beside a [project], without a lock",
    {
      'pyproject.toml': `${PROJECT}requires-python = ">=3.9"\ndependencies = ["six"]\n[tool.poetry.dependencies]\npython = ">=3.9,<3.13"\n[tool.poetry.group.dev.dependencies]\npytest = "^8"`,
    },
    [
      'FROM python:3.12-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml ./',
      'poetry install --no-root --no-interaction --compile',
    ],
  ],
  [
    "Poetry's older table for development alone",
    { 'pyproject.toml': `${PROJECT}[tool.poetry.dev-dependencies]\npytest = "^8"` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install poetry',
      'COPY pyproject.toml ./',
      'poetry install --no-root --no-interaction --compile',
    ],
  ],
  [
    'pyproject.toml alone',
    {
      'pyproject.toml': `${PROJECT}requires-python = ">=3.9,<3.13"\n[project.optional-dependencies]\ntest = ["pytest"]\nplot = ["matplotlib"]\n[dependency-groups]\ndev = ["ruff"]`,
    },
    [
      'FROM python:3.12-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml --group dev --extra test',
    ],
  ],
  [
    'pyproject.toml that names itself in an extra, and in a group that is not for tests',
    {
      'pyproject.toml': `${PROJECT}[project.optional-dependencies]\nqa = ["pytest"]\ndev = ["shop[qa]"]\n[dependency-groups]\ndocs = ["shop"]`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml --extra qa --extra dev',
    ],
  ],
  [
    'groups alone',
    { 'pyproject.toml': '[dependency-groups]\ntest = ["pytest"]\n"odd; name" = ["pytest"]' },
    ['FROM python:3.14-slim AS dev', 'pip install uv', 'COPY pyproject.toml ./', 'uv pip install --group test'],
  ],
  [
    'pyproject.toml behind requirements that only name the code',
    { 'requirements.txt': '-e .[test]', 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]` },
    ['FROM python:3.14-slim AS dev', 'pip install uv', 'COPY pyproject.toml ./', 'uv pip install -r pyproject.toml'],
  ],
  [
    'pyproject.toml of tools only',
    { 'pyproject.toml': '[tool.ruff]\nline-length = 100' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
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
    const { doubt, stages, copies } = readStage(dockerfileOf(project(files)), 'dev', []);
    expect({ doubt, stages }).toEqual({ doubt: undefined, stages: ['dev', 'share'] });
    const ignore = readIgnore(dockerignoreText([]));
    const sources = copies.flatMap(copy => copy.sources);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter(source => ignore.ignores(source))).toEqual([]);
  });

  test('leaves own code out of an environment of conda, and no list empty', () => {
    const lines = ['-e .', '"--editable ./libs/a" # ours', "'.[test]'", '-e git+https://x.org/a', '"./a.whl"', 'e'];
    const text = `dependencies:\n- numpy\n- pip:\n${lines.map(line => `  -   ${line}\n`).join('')}`;
    const dockerfile = dockerfileOf(project({ 'environment.yml': text }));
    const [, script = ''] = /sed -i -E '(.*)'/.exec(dockerfile) ?? [];
    const { stdout } = spawnSync('sed', ['-E', script], { input: text, encoding: 'utf8' });
    const [, { pip }] = parseYaml(stdout).dependencies;
    const left = '# left out';
    expect(pip).toEqual([left, left, left, '-e git+https://x.org/a', left, 'e']);
  });

  test('finds the code of a project that is a package', () => {
    const files = { 'uv.lock': '', 'pyproject.toml': PROJECT };
    expect(dockerfileOf(project(files))).toContain('ENV PYTHONPATH=/usr/src/app\n');
    expect(dockerfileOf(project(files, { hasSourceFolder: true }))).toContain('ENV PYTHONPATH=/usr/src/app/src\n');
  });

  test.each<[string, string, Partial<ProjectFacts>, string | undefined]>([
    ['that say nothing of it', 'addopts = "-q"', {}, '/usr/src/app'],
    ['that say nothing of src', '', { hasSourceFolder: true }, '/usr/src/app:/usr/src/app/src'],
    ['that say where it is', 'pythonpath = "lib"', {}, undefined],
    ['that say where it is, beside src', 'pythonpath = "."', { hasSourceFolder: true }, '/usr/src/app/src'],
  ])('finds the code of a project with pytest settings %s', (_, settings, facts, expected) => {
    const pyproject = `[tool.pytest.ini_options]\n${settings}`;
    const dockerfile = dockerfileOf(project({ 'requirements.txt': 'pytest', 'pyproject.toml': pyproject }, facts));
    expect(/^ENV PYTHONPATH=(.*)$/m.exec(dockerfile)?.[1]).toBe(expected);
  });

  test('is the same once its pytest.ini is there', () => {
    const files = { 'requirements.txt': 'pytest' };
    const again = { ...files, 'pytest.ini': textOf(project(files), 'pytest.ini') };
    expect(dockerfileOf(project(again))).toBe(dockerfileOf(project(files)));
  });

  test.each([
    [
      'of another folder',
      { 'requirements.txt': '-r ../base.txt' },
      'requirements.txt includes "../base.txt", which is not in this folder',
    ],
    [
      'of the machine',
      { 'requirements.txt': '-c /etc/c.txt' },
      'requirements.txt includes "/etc/c.txt", which is not in this folder',
    ],
    [
      'that is not there',
      { 'requirements.txt': '-r base.txt' },
      'requirements.txt includes "base.txt", but there is no such file.',
    ],
    [
      'with a name that means something',
      { 'requirements.txt': '-r $(x).txt', '$(x).txt': '' },
      'give that file a name without special characters',
    ],
    [
      'from an environment of conda, as pip lists them',
      { 'requirements.txt': '-r more.txt', 'more.txt': 'six @ file:///croot/six' },
      'more.txt has "six @ file:///croot/six", which is on one machine only: write a version instead',
    ],
    [
      'that only a build can tell',
      { 'pyproject.toml': `${PROJECT}dynamic = ["dependencies"]` },
      'list them in requirements.txt',
    ],
  ])('is not written for packages %s', (_, files, message) => {
    expect(() => planInit(project(files))).toThrow(message);
  });

  test.each([
    ['a workspace of uv', `${PROJECT}[tool.uv.sources]\nlib = { workspace = true }`, 'uv'],
    ['a folder', `${PROJECT}[tool.uv.sources]\nlib = [{ path = "lib", marker = "1<2" }]`, 'uv'],
    ["a folder, in Poetry's words", `${POETRY}lib = { path = "libs/lib" }`, 'poetry'],
    ['a folder, in a group', `${POETRY}[tool.poetry.group.dev.dependencies]\nlib = { path = "lib" }`, 'poetry'],
    ['a folder, for development', `${POETRY}[tool.poetry.dev-dependencies]\nlib = { path = "lib" }`, 'poetry'],
    ['an address of this machine', `${PROJECT}dependencies = ["lib @ file:///home/me/lib"]`, 'uv'],
    [
      'the project itself, in a group',
      '[project]\nname = "Lib"\n[project.optional-dependencies]\ntest = ["pytest"]\n[dependency-groups]\ndev = ["lib[test]"]\n[tool.uv.sources]\nlib = { workspace = true }',
      'uv',
    ],
  ])('is not written for packages of %s, without a lock file', (_, toml, tool) => {
    expect(() => planInit(project({ 'pyproject.toml': toml }))).toThrow(
      `pyproject.toml names "lib", which is code of yours that is not there yet when dev is built: call "${tool} lock", then init in the folder where ${tool}.lock is.`,
    );
  });
});

describe('pytest settings', () => {
  test.each([
    ['none', {}, undefined],
    ['an empty pytest.ini', { 'pytest.ini': '' }, { file: 'pytest.ini', testpaths: [] }],
    ['.pytest.ini', { '.pytest.ini': '[pytest]\ntestpaths = a b\n' }, { file: '.pytest.ini', testpaths: ['a', 'b'] }],
    ['pytest.toml', { 'pytest.toml': '[pytest]\ntestpaths = ["a"]' }, { file: 'pytest.toml', testpaths: ['a'] }],
    [
      'pyproject.toml',
      { 'pyproject.toml': '[tool.pytest.ini_options]\ntestpaths = "a b"' },
      { file: 'pyproject.toml', testpaths: ['a', 'b'] },
    ],
    [
      'pyproject.toml, the newer way',
      { 'pyproject.toml': '[tool.pytest]\ntestpaths = ["a"]' },
      { file: 'pyproject.toml', testpaths: ['a'] },
    ],
    [
      'pyproject.toml with an empty table',
      { 'pyproject.toml': '[tool.pytest.ini_options]' },
      { file: 'pyproject.toml', testpaths: [] },
    ],
    ['another pyproject.toml', { 'pyproject.toml': PROJECT }, undefined],
    [
      'tox.ini',
      { 'tox.ini': '[tox]\n[pytest]\ntestpaths =\n    a\n    b\naddopts = -q\n' },
      { file: 'tox.ini', testpaths: ['a', 'b'] },
    ],
    ['another tox.ini', { 'tox.ini': '[tox]\n[testenv]\n' }, undefined],
    ['setup.cfg', { 'setup.cfg': '[metadata]\n[tool:pytest]\n' }, { file: 'setup.cfg', testpaths: [] }],
    [
      'where modules are, in pytest.ini',
      { 'pytest.ini': '[pytest]\npythonpath = . lib\n' },
      { file: 'pytest.ini', testpaths: [], hasPythonpath: true },
    ],
    [
      'where modules are, in pyproject.toml',
      { 'pyproject.toml': '[tool.pytest.ini_options]\npythonpath = ["lib"]' },
      { file: 'pyproject.toml', testpaths: [], hasPythonpath: true },
    ],
    ['another setup.cfg', { 'setup.cfg': '[pytest]\n' }, undefined],
  ])('%s', (_, files: Record<string, string>, expected) => {
    expect(findPytestSettings(files, parseToml(files['pyproject.toml'] ?? ''))).toEqual(
      expected && { hasPythonpath: false, ...expected },
    );
  });
});

describe('what is written', () => {
  const written = (facts: ProjectFacts) => planInit(facts).files.map(({ path }) => path);

  test('for an empty folder', () => {
    expect(written(project({}))).toEqual([
      'requirements.txt',
      'Dockerfile',
      '.dockerignore',
      'pytest.ini',
      'tests/test_smoke.py',
      '.github/workflows/test.yml',
    ]);
  });

  test.each<[string, ProjectFacts, string[], string[]]>([
    [
      'a project with tests and settings',
      project({ 'requirements.txt': 'pytest', 'setup.cfg': '[tool:pytest]' }, { tests: ['a/test_a.py', 'test_b.py'] }),
      ['Dockerfile', '.dockerignore', '.github/workflows/test.yml'],
      ['setup.cfg: has the pytest configuration', 'a/test_a.py: one of 2 tests'],
    ],
    [
      'a repository with a workflow of its own',
      project({ 'requirements.txt': 'pytest' }, { workflow: '.github/workflows/ci.yml' }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py'],
      ['.github/workflows/ci.yml: uses the action already'],
    ],
    [
      'a repository with another workflow of that name',
      project({ 'requirements.txt': 'pytest' }, { otherWorkflows: ['.github/workflows/test.yml'] }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', '.github/workflows/dev-in-docker.yml'],
      [],
    ],
    [
      'a project whose settings name another Dockerfile',
      project(
        { 'requirements.txt': 'pytest' },
        { dockerfile: { path: 'docker/Dockerfile', target: 'dev', shareTarget: 'share' } },
      ),
      ['docker/Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', '.github/workflows/test.yml'],
      [],
    ],
    [
      'a folder of a repository, whose settings want tests elsewhere',
      project(
        { 'requirements.txt': 'pytest', 'pytest.ini': '[pytest]\ntestpaths = ./checks/unit/' },
        { context: 'a b' },
      ),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'checks/unit/test_smoke.py', '.github/workflows/test-a-b.yml'],
      [],
    ],
    [
      'once more: the first test is not taken for one of theirs',
      project({ 'requirements.txt': 'pytest' }, { tests: ['tests/test_smoke.py'] }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', '.github/workflows/test.yml'],
      [],
    ],
  ])('for %s', (_, facts, files, kept) => {
    expect(written(facts)).toEqual(files);
    expect(planInit(facts).kept.map(({ path, about }) => `${path}: ${about}`)).toEqual(kept);
  });

  test.each([
    [{}, { hasSourceFolder: false, tests: [] }, 'pythonpath = .\ntestpaths = tests\n'],
    [{}, { hasSourceFolder: true, tests: ['checks/test_a.py'] }, 'pythonpath = . src\ntestpaths = checks\n'],
    [{}, { tests: ['checks/test_a.py', 'tests/test_b.py'] }, 'pythonpath = .\n'],
    [{}, { tests: ['test_a.py'] }, 'pythonpath = .\n'],
    [{ 'pytest.ini': '[pytest]\ntestpaths = checks' }, {}, 'pythonpath = .\ntestpaths = checks\n'],
  ])('pytest.ini %#', (files, facts, end) => {
    expect(textOf(project(files, facts), 'pytest.ini').split('\n').slice(2).join('\n')).toBe(end);
  });

  test('virtual environments are left out of the share image, and nothing that tests need', () => {
    const ignore = readIgnore(dockerignoreText(['env']));
    const left = ['.git/config', '.env', 'a/.env', '.venv/bin/python', 'env/bin/python', 'a/__pycache__/a.pyc'];
    const kept = ['tests/test_a.py', 'pytest.ini', 'data/wine.csv', 'environment.yml', 'src/venvs.py', 'conftest.py'];
    expect(left.filter(path => !ignore.ignores(path))).toEqual([]);
    expect(kept.filter(path => ignore.ignores(path))).toEqual([]);
  });

  test('the first test looks where the packages are named', () => {
    const smoke = (files: Record<string, string>) => textOf(project(files), 'tests/test_smoke.py');
    const several = { 'requirements.txt': '-r r/a.txt\n-c b.txt', 'r/a.txt': 'pytest', 'b.txt': 'numpy<2' };
    expect(smoke(several)).toContain('for name in ["requirements.txt", "r/a.txt"]:');
    expect(smoke({ 'pyproject.toml': `${PROJECT}requires-python = "==3.10.*"` })).toContain('import tomli as tomllib');
    expect(smoke({ 'uv.lock': '', 'pyproject.toml': PROJECT })).toContain('import tomllib');
    expect(smoke({ 'environment.yml': 'dependencies: [python]' })).toContain('PROJECT / "environment.yml"');
  });
});

describe('the workflow', () => {
  test.each(['', 'analysis', 'a b/ü', 'yes', '1e3', '"#: x', '- a'])(
    'of the folder %j has nothing wrong',
    async context => {
      const text = workflowText(context);
      expect(await problems('.github/workflows/test.yml', text)).toEqual([]);
      const [, step] = parseYaml(text).jobs.test.steps;
      expect(step).toEqual({ uses: 'OWNER/dev-in-docker@v1', ...(context === '' ? {} : { with: { context } }) });
    },
  );

  test.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ 'uv.lock': '', 'pyproject.toml': PROJECT }, []],
    [{ 'requirements.txt': 'six', 'uv.lock': '', 'pyproject.toml': PROJECT }, ['pyproject.toml', 'uv.lock']],
    [
      { 'requirements/base.txt': 'six', 'requirements/dev.txt': 'pytest' },
      ['requirements/base.txt', 'requirements/dev.txt'],
    ],
    [{ 'environment.yaml': 'dependencies: [python]' }, ['environment.yaml']],
  ])('names the files that make the cache key where the action would take others: %#', (files, expected) => {
    const [, step] = parseYaml(textOf(project(files), '.github/workflows/test.yml')).jobs.test.steps;
    expect(step.with?.['cache-dependency-path']?.trim().split('\n') ?? []).toEqual(expected);
  });

  test.each([
    ['', [], 'test.yml'],
    ['wine', [], 'test-wine.yml'],
    ['A b/c', [], 'test-a-b-c.yml'],
    ['Fluß/ü', [], 'test-fluß-ü.yml'],
    ['', ['ci.yml', 'Test.yml'], 'dev-in-docker.yml'],
    ['a-b', ['test-a-b.yml'], 'dev-in-docker-a-b.yml'],
    ['', ['test.yml', 'dev-in-docker.yml', 'dev-in-docker-2.yml'], 'dev-in-docker-3.yml'],
  ])('of %j beside %j is called %s', (context, others, name) => {
    const path = (file: string) => `.github/workflows/${file}`;
    expect(workflowPath(context, others.map(path))).toBe(path(name));
  });

  test.each([
    ['', '', true],
    ['', 'with:\n    context: .', true],
    ['', 'with:\n    context: "./"', true],
    ['', 'with:\n    context: wine', false],
    ['', 'with:\n    context: wine\n- uses: me/dev-in-docker@v1', true],
    ['', '\n- uses: docker/build-push-action@v7\n  with:\n    context: wine', true],
    ['wine', '', false],
    ['wine', 'with:\n    context: "./wine/"', true],
    ['wine', "with:\n    context: 'wine' # ours", true],
    ['wine', 'with:\n    context: wines', false],
    ['wine', '\n- uses: docker/build-push-action@v7\n  with:\n    context: wine', false],
  ])('in %j: whether the action is used by a step with %j', (context, rest, isUsed) => {
    expect(usesAction(`steps:\n- uses: me/dev-in-docker@v1\n  ${rest}`, context)).toBe(isUsed);
  });

  test.each(['', 'wine', '"#: x', "it's"])('written for %j is known again', context => {
    expect(usesAction(workflowText(context), context)).toBe(true);
    expect(usesAction(workflowText('other'), context)).toBe(false);
  });

  test('that only mentions the action does not use it', () => {
    expect(usesAction('steps:\n# - uses: me/dev-in-docker@v1\n- run: echo me/dev-in-docker@v1', '')).toBe(false);
  });

  test('is not written where GitHub would compute the name of the folder', () => {
    const facts = project({}, { context: `a$\{{ github.token }}` });
    expect(() => planInit(facts)).toThrow('for an expression: rename it.');
  });
});

describe('notes', () => {
  const requirements = { 'requirements.txt': 'pytest' };
  const elsewhere = { dockerfile: { path: 'docker/Dockerfile', target: 'Base', shareTarget: 'final' } };
  test.each<[string, ProjectFacts, RegExp[]]>([
    ['nothing to say', project(requirements), []],
    ['pytest is not named', project({ 'requirements.txt': 'six' }), [/^requirements.txt does not name pytest, so/]],
    [
      'several files name packages',
      project({ 'uv.lock': '', 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]`, ...requirements }),
      [/^The packages come from uv.lock, not from requirements.txt\.$/],
    ],
    ['one that is not read', project({ ...requirements, 'setup.py': '' }), [/^setup.py is not read/]],
    [
      'fixed versions, of which old ones may not be for this Python',
      project({ 'requirements.txt': '-r r/a.txt\npytest', 'r/a.txt': 'numpy[x] == 1.24.4' }),
      [/^A version in r\/a\.txt that has no wheel for Python 3\.14 needs an older Python: name it in \.python-version/],
    ],
    [
      'versions that are not fixed',
      project({ 'requirements.txt': 'pytest>=8,!=9.0\n# six==1.16\nsix; python_version == "3.8"' }),
      [],
    ],
    [
      'fixed versions, and the Python of an environment',
      project({ 'requirements.txt': 'pytest==8.4.0', 'venv/pyvenv.cfg': 'version = 3.10.13' }),
      [],
    ],
    ['pixi alone', project({ 'pixi.toml': '' }), [/^pixi.toml is not read: see that requirements.txt lists/]],
    [
      'setuptools alone',
      project({ 'setup.cfg': '[options]\ninstall_requires =\n  six\n', 'pyproject.toml': '[build-system]' }),
      [/^setup.cfg is not read: see that requirements.txt lists/],
    ],
    [
      'names that conda knows, and what is none of conda',
      project({ 'env.yml': 'dependencies: [six]', 'conda.yaml': 'a: b', 'setup.cfg': '[flake8]' }),
      [/^env.yml is not read: see that requirements.txt lists/],
    ],
    [
      'tables of other tools',
      project({
        'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[tool.pixi.dependencies]\na = "*"\n[tool.pdm.dev-dependencies]\nb = ["c"]\n[tool.hatch.envs.default]\nextra-dependencies = ["d"]`,
      }),
      ['pixi', 'pdm.dev-dependencies', 'hatch.envs'].map(
        name => new RegExp(`^\\[tool.${name}\\] is not read: see that \\[project\\] in pyproject.toml lists`),
      ),
    ],
    [
      'settings of other tools',
      project({
        'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[tool.pdm]\ndistribution = true\n[tool.hatch.envs.docs.scripts]\na = "b"`,
      }),
      [],
    ],
    [
      'requirements for development that are left out',
      project({ ...requirements, 'requirements.in': 'pytest', 'requirements-dev.txt': 'six' }),
      [/^The packages come from requirements.txt, not from requirements-dev.txt\.$/],
    ],
    [
      'a lock file without what it locks',
      project({ 'uv.lock': '' }),
      [/^The packages come from requirements.txt, not from uv.lock\.$/],
    ],
    ['own code', project({ 'requirements.txt': '-e .\npytest' }), [/found through PYTHONPATH/]],
    ...['uv.lock', 'poetry.lock', 'README.md'].map((name): [string, ProjectFacts, RegExp[]] => [
      `a package beside ${name}`,
      project({ [name]: '', 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[build-system]` }),
      [/found through PYTHONPATH: it has no version and no commands of its own there/],
    ]),
    ...['uv]\npackage', 'poetry]\npackage-mode'].map((key): [string, ProjectFacts, RegExp[]] => [
      `no package, says ${key}`,
      project({ 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[build-system]\n[tool.${key} = false` }),
      [],
    ]),
    [
      'own code in an environment of conda',
      project({ 'environment.yml': 'dependencies:\n- pytest\n- pip:\n  - -e .' }),
      [/found through PYTHONPATH/],
    ],
    [
      'own packages',
      project({
        'uv.lock': '',
        'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[tool.uv.sources]\na_b = { workspace = true }\nc = { path = "../c" }\nshop = { workspace = true }`,
      }),
      [/^The code of a-b and c is not installed in dev: add the folders/],
    ],
    [
      'a Dockerfile of their own',
      project({ 'requirements.txt': 'six', Dockerfile: 'FROM x AS dev\nFROM dev AS share' }),
      [],
    ],
    [
      'a Dockerfile without dev',
      project({ ...requirements, Dockerfile: 'FROM x' }),
      [/^The Dockerfile has no stage dev:/],
    ],
    ['a Dockerfile without share', project({ ...requirements, Dockerfile: 'FROM x AS dev' }), [/no stage share/]],
    ['a Dockerfile that is not plain', project({ ...requirements, Dockerfile: 'FROM $X as DEV\nFOO' }), []],
    [
      'a Dockerfile and stages of other names',
      project({ ...requirements, 'docker/Dockerfile': 'FROM x AS base\nFROM base AS Final' }, elsewhere),
      [],
    ],
    [
      'one that lacks them',
      project({ ...requirements, 'docker/Dockerfile': 'FROM x AS dev', Dockerfile: 'FROM x AS base' }, elsewhere),
      [/^The Dockerfile has no stage base: write "AS base"/],
    ],
    [
      'one that lacks the second',
      project({ ...requirements, 'docker/Dockerfile': 'FROM x AS base\nFROM base AS share' }, elsewhere),
      [/no stage final: to publish, add the lines "FROM base AS final" and/],
    ],
    ['one that is yet to be written', project(requirements, elsewhere), [/^The Dockerfile has no stage base:/]],
    [
      'a .dockerignore that hides too much',
      project({ ...requirements, '.dockerignore': '*.txt' }),
      [/add the line "!requirements.txt"/],
    ],
    ['a folder of a repository', project(requirements, { context: 'a' }), [/^GitHub looks for workflows only at/]],
  ])('%s', (_, facts, notes) => {
    expect(planInit(facts).notes).toEqual(notes.map(note => expect.stringMatching(note)));
  });
});

describe('what is done with a file', () => {
  const ours: InitFile = { path: 'Dockerfile', base: 'project', text: 'new', about: '' };
  const smoke = { ...ours, path: 'tests/test_smoke.py', text: `${SMOKE_START} new` };
  const file = (text: string): Place => ({ kind: 'file', text });
  test.each<[string, InitFile, Place, boolean, string]>([
    ['nothing is there', ours, { kind: 'nothing' }, false, 'write'],
    ['a file', ours, file('old'), false, 'keep'],
    ['a file, and force', ours, file('old'), true, 'overwrite'],
    ['the same file, and force', ours, file('new'), true, 'keep'],
    ['a link', ours, { kind: 'other' }, false, 'keep'],
    ['requirements, and force', { ...ours, path: 'requirements.txt' }, file('old'), true, 'keep'],
    ['a first test of ours, and force', smoke, file(`${SMOKE_START} old`), true, 'overwrite'],
    ['a first test of theirs, and force', smoke, file('def test_smoke(): pass'), true, 'keep'],
  ])('%s', (_, wanted, place, isForced, fate) => {
    expect(fateOf(wanted, place, isForced)).toBe(fate);
  });

  test('a link is never overwritten', () => {
    expect(() => fateOf(ours, { kind: 'other' }, true)).toThrow('"Dockerfile" is a link or a folder');
  });
});
