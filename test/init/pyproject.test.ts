import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { planInit } from '../../src/init/plan.ts';
import { dockerfileOf, installs, KNOWN, knownOf, POETRY, PROJECT, project } from './projects.ts';

/** A project with a pyproject.toml of every kind: its files, and how its packages are installed. */
const KINDS: [name: string, files: Record<string, string>, installed: string[]][] = [
  [
    'uv',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[dependency-groups]\ndev = ["pytest"]`, 'requirements.txt': 'old' },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-project',
    ],
  ],
  [
    'uv with pytest in a group that has to be asked for',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[dependency-groups]\nqa = ["PyTest>8"]` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-project --group qa',
    ],
  ],
  [
    'uv with sets of packages for tests, without pytest',
    {
      'uv.lock': '',
      'pyproject.toml': `${PROJECT}[project.optional-dependencies]\ntests = ["mock"]\n[dependency-groups]\ntest = ["attrs"]\ndocs = ["sphinx"]`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-project --group test --extra tests',
      'uv pip install pytest',
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
      'uv sync --frozen --no-install-project',
    ],
  ],
  [
    'uv with pytest in an extra',
    { 'uv.lock': '', 'pyproject.toml': `${PROJECT}[project.optional-dependencies]\ntest = ["pytest"]` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'uv sync --frozen --no-install-project --extra test',
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
    'pyproject.toml whose tests need what is listed elsewhere',
    {
      'pyproject.toml': `${PROJECT}dependencies = ["six"]`,
      'requirements/test.txt': '-e .\n-r test-ci.txt',
      'requirements/test-ci.txt': 'pytest',
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'COPY requirements/test.txt requirements/test-ci.txt requirements/',
      "sed -i -E '/[+][a-z]+:/!{/^ *(-e|--editable|[.]|file:)/d}' requirements/test.txt",
      'uv pip install -r pyproject.toml -r requirements/test.txt',
    ],
  ],
  [
    'packages that setuptools reads elsewhere',
    {
      'pyproject.toml': `${PROJECT}dynamic = ["dependencies"]\n[tool.setuptools.dynamic]\ndependencies = { file = ["requirements/main.txt"] }\n[project.optional-dependencies]\ntest = ["pytest"]`,
      'requirements/main.txt': 'six',
    },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements/main.txt requirements/',
      'pip install -r requirements/main.txt \\',
      'pytest',
    ],
  ],
  [
    'packages that pyproject.toml leaves to setup.py',
    {
      'pyproject.toml': `${PROJECT}dynamic = ["dependencies"]`,
      'setup.py': 'setup(install_requires=["six"])',
    },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
  ],
  [
    'what Hatch installs for tests, where nothing else names pytest',
    {
      'pyproject.toml': `${PROJECT}dependencies = ["six"]\n[tool.hatch.envs.default]\ndependencies = ["pytest>8", "six", "{root:uri}/x"]\n[tool.hatch.envs.docs]\ndependencies = ["sphinx"]`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml \\',
      "'pytest>8'",
    ],
  ],
  [
    'what is for tests, and not all that is for development besides',
    {
      'pyproject.toml': `${PROJECT}[dependency-groups]\ntest = ["pytest", "six"]\ndev = [{include-group = "test"}, "sphinx"]\ntype = ["mypy", "pytest", "six"]\ncov = [{include-group = "test"}, "pytest-cov"]`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml --group test --group cov',
    ],
  ],
  [
    'extras that Hatch and tox install for tests',
    {
      'pyproject.toml': `${PROJECT}[project.optional-dependencies]\nall = ["six"]\nplot = ["attrs"]\ndocs = ["sphinx"]\n[tool.hatch.envs.hatch-test]\nfeatures = ["all", "none"]\nextra-dependencies = ["pytest"]\n[tool.hatch.envs.docs]\nfeatures = ["docs"]`,
      'tox.ini': '[testenv]\nextras =\n    plot\n    {env:MORE}\n[testenv:docs]\nextras = docs\n',
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml --extra all --extra plot \\',
      'pytest',
    ],
  ],
  [
    'what PDM installs for tests',
    { 'pyproject.toml': `${PROJECT}[tool.pdm.dev-dependencies]\nlint = ["ruff"]\ntest = ["pytest"]` },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml \\',
      'pytest',
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
    'sets that requirements ask for, with the code',
    {
      'requirements.txt': '-e .[Web]\npytest',
      'pyproject.toml': `${PROJECT}dependencies = ["six"]\n[project.optional-dependencies]\nweb = ["flask>=3"]\nplot = ["seaborn"]\n`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'COPY requirements.txt ./',
      "sed -i -E '/[+][a-z]+:/!{/^ *(-e|--editable|[.]|file:)/d}' requirements.txt",
      'pip install -r requirements.txt \\',
      'six \\',
      "'flask>=3'",
    ],
  ],
  [
    'sets that requirements ask for, and nothing else',
    {
      'requirements.txt': '-e .[web,dev]',
      'pyproject.toml': `${PROJECT}[project.optional-dependencies]\nweb = ["flask"]\ndev = ["pytest"]\n`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml --extra web --extra dev',
    ],
  ],
  [
    'a group that names the project itself',
    {
      'pyproject.toml': `${PROJECT}[project.optional-dependencies]\nweb = ["flask>=3"]\n[dependency-groups]\ntest = ["shop[web]", "pytest>=8"]\n`,
    },
    [
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml ./',
      'uv pip install -r pyproject.toml \\',
      "'flask>=3' \\",
      "'pytest>=8'",
    ],
  ],
  [
    'pyproject.toml of tools only',
    { 'pyproject.toml': '[tool.ruff]\nline-length = 100' },
    ['FROM python:3.14-slim AS dev', 'COPY requirements.txt ./', 'pip install -r requirements.txt'],
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

describe('a workspace of uv', () => {
  const member = (folder: string, toml = '', hasSourceFolder = false) => ({
    ...{ folder, hasSourceFolder },
    pyproject: parseToml(`[project]\nname = "${folder.split('/').at(-1)}"\n${toml}`),
  });
  const members = [
    member('libs/grape', '[dependency-groups]\ndev = ["pytest"]', true),
    member('libs/old'),
    member('libs/grape/examples'),
    member('tools/press'),
    member('elsewhere'),
  ];
  const toml = `${PROJECT}dependencies = ["grape", "elsewhere"]
[tool.uv.workspace]
members = ["libs/*", "./tools/press/"]
exclude = ["libs/old"]
[tool.uv.sources]
grape = { workspace = true }
elsewhere = { path = "elsewhere" }
`;
  const files = {
    'uv.lock': '',
    'pyproject.toml': toml,
    'libs/grape/pyproject.toml': '',
    'tools/press/pyproject.toml': '',
  };

  test('has the packages of its members installed, and their code found', () => {
    const facts = project(files, { members, tests: ['test_a.py'] });
    const dockerfile = dockerfileOf(facts);
    expect(installs(dockerfile)).toEqual([
      'FROM python:3.14-slim AS dev',
      'pip install uv',
      'COPY pyproject.toml uv.lock ./',
      'COPY libs/grape/pyproject.toml libs/grape/',
      'COPY tools/press/pyproject.toml tools/press/',
      'uv sync --frozen --no-install-local --all-packages',
    ]);
    const paths = ['', '/libs/grape/src', '/tools/press', '/elsewhere'].map(path => `/usr/src/app${path}`);
    expect(dockerfile).toContain(`\nENV PYTHONPATH=${paths.join(':')}\n`);
    expect(planInit(facts).notes).toEqual([]);
  });

  test('needs its lock file', () => {
    const { 'uv.lock': _, ...unlocked } = files;
    expect(() => planInit(project(unlocked, { members }))).toThrow('call "uv lock"');
    const loose = { 'pyproject.toml': `${PROJECT}[tool.uv.workspace]\nmembers = ["libs/*"]` };
    expect(() => planInit(project(loose, { members }))).toThrow('call "uv lock"');
  });
});

test('a lock file that lacks what pyproject.toml names is told', () => {
  const lock = '[[package]]\nname = "six"\n';
  const toml = `${PROJECT}dependencies = ["six", "Attrs"]\n[dependency-groups]\ndev = ["pytest"]`;
  const { notes } = planInit(project({ 'uv.lock': lock, 'pyproject.toml': toml }, { tests: ['test_a.py'] }));
  expect(notes).toEqual(['uv.lock lacks attrs, pytest, which pyproject.toml names: renew it with "uv lock".']);
});
