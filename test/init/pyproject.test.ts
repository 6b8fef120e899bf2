import { describe, expect, test } from 'vitest';
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
];

describe('the Dockerfile', () => {
  test.each(KINDS)('%s', (_, files, installed) => {
    expect(installs(dockerfileOf(project(files)))).toEqual(installed);
  });

  test.each(KINDS)('%s: what dev depends on can be known without a build', (_, files) => {
    expect(knownOf(dockerfileOf(project(files)))).toEqual(KNOWN);
  });
});
