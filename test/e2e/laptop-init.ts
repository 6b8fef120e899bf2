import { access, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from './project.ts';

/** A person's project, and the command at their terminal. */
type Machine = {
  readonly folder: string;
  run(args: string[]): Promise<{ exitCode: number; screen: string }>;
};

/** What `uv lock` makes of the project below. */
const UV_LOCK = `version = 1
revision = 3
requires-python = ">=3.11"

[[package]]
name = "shop"
version = "1"
source = { virtual = "." }
`;

const UV_PROJECT = `[project]
name = "shop"
version = "1"
requires-python = ">=3.11"
dependencies = []
`;

/** A package whose code is in its src folder, and whose tests are where nobody would look. */
const PYPROJECT = `[project]
name = "shop"
version = "1"
requires-python = ">=3.11"
dependencies = ["six>=1.15"]

[project.optional-dependencies]
test = ["pytest"]

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[tool.pytest.ini_options]
testpaths = ["checks"]
`;

const DJANGO_SETTINGS = `SECRET_KEY = "x"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
`;

const DJANGO_TEST = `from django.contrib.auth.models import User
from django.test import TestCase


class Cart(TestCase):
    def test_owner(self):
        User.objects.create(username="me")
        self.assertEqual(User.objects.count(), 1)
`;

/** Lines of a test: a program that it starts finds the package, though it gets a PYTHONPATH of its own. */
const IN_A_PROGRAM = `    path = {**os.environ, "PYTHONPATH": "/tmp"}
    assert subprocess.check_output([sys.executable, "-c", "import shop; print(shop.__file__)"], env=path, text=True) == shop.__file__ + "\\n"
`;

/** A package of which only its build knows the version, the command, the plugin and a part in C. */
const COMPILED: Files = {
  'requirements.txt': 'pytest\n',
  'pyproject.toml': `[build-system]
requires = ["setuptools>=74", "setuptools_scm>=8"]
build-backend = "setuptools.build_meta"

[project]
name = "shop"
dynamic = ["version"]
readme = "README.md"

[project.scripts]
shop = "shop:main"

[project.entry-points.pytest11]
shop = "shop.plugin"

[tool.setuptools]
packages = ["shop"]
package-dir = { "" = "src" }
ext-modules = [{ name = "shop._fast", sources = ["src/shop/_fast.c"] }]

[tool.setuptools_scm]
version_file = "src/shop/_version.py"
`,
  'README.md': '# Shop\n',
  'src/shop/__init__.py': 'from shop._version import version\n\n\ndef main():\n    print("open", version)\n',
  'src/shop/plugin.py': 'import pytest\n\n\n@pytest.fixture\ndef price():\n    return 3\n',
  'src/shop/_fast.c': `#include <Python.h>
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_fast", NULL, -1, NULL};
PyMODINIT_FUNC PyInit__fast(void) { return PyModule_Create(&module); }
`,
  'tests/test_shop.py': `import os, subprocess, sys
from importlib.metadata import version

import shop
from shop import _fast


def test_is_whole(price):
    assert price == 3
    assert shop.version == version("shop")
    assert _fast.__file__.startswith("/opt/venv/")
    assert shop.__file__ == "/usr/src/app/src/shop/__init__.py"
    assert subprocess.check_output(["shop"], text=True) == f"open {shop.version}\\n"
${IN_A_PROGRAM}`,
};

/** What `init` writes builds and is green; `useMachine` gives each `describe` a machine with a project of its own. */
export function describeInit(useMachine: (files: Files) => Machine): void {
  describe('init', () => {
    describe('in a folder with a requirements.txt', () => {
      const machine = useMachine({ 'requirements.txt': 'six==1.17.0\n' });

      test('shows what it would write, and writes nothing', async () => {
        const { exitCode, screen } = await machine.run(['init', '--dry-run']);
        expect(screen).toMatch(/would write +Dockerfile[\s\S]* \| FROM python:3\.14-slim AS dev/);
        expect(exitCode).toBe(0);
        await expect(access(join(machine.folder, 'Dockerfile'))).rejects.toThrow('ENOENT');
      });

      test('writes what is missing: the tests pass, and nothing is built twice', async () => {
        const written = await machine.run(['init']);
        expect(written.screen).toMatch(/wrote +Dockerfile[\s\S]*does not name pytest[\s\S]*Next:/);
        expect(written.exitCode).toBe(0);
        const first = await machine.run(['test']);
        expect(first.screen).toContain('✓ 1 passed in ');
        expect(first.exitCode).toBe(0);
        const second = await machine.run(['test']);
        expect(second).toMatchObject({ exitCode: 0, screen: expect.not.stringContaining('pip install') });
      });

      test('once more, it keeps what is there', async () => {
        const before = await readFile(join(machine.folder, 'Dockerfile'), 'utf8');
        const { exitCode, screen } = await machine.run(['init']);
        expect(screen).toMatch(/kept +Dockerfile +is there already[\s\S]*Nothing is missing/);
        expect(exitCode).toBe(0);
        expect(await readFile(join(machine.folder, 'Dockerfile'), 'utf8')).toBe(before);
      });
    });

    describe('in a project of uv, without pytest', () => {
      const machine = useMachine({ 'pyproject.toml': UV_PROJECT, 'uv.lock': UV_LOCK });

      test('the packages are those of the lock file', async () => {
        expect(await machine.run(['init'])).toMatchObject({ exitCode: 0 });
        const { exitCode, screen } = await machine.run(['test', '-v']);
        expect(screen).toContain('✓ 1 passed in ');
        expect(exitCode).toBe(0);
      });
    });

    describe("in a project of Django's with a setup.cfg", () => {
      const machine = useMachine({
        'setup.cfg': '[options]\ninstall_requires = django<6\n',
        'manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
        'shop/settings.py': DJANGO_SETTINGS,
        'cart/tests.py': DJANGO_TEST,
      });

      test('its tests are found, with a database', async () => {
        expect(await machine.run(['init'])).toMatchObject({
          exitCode: 0,
          screen: expect.stringMatching(/kept +cart\/tests\.py +a test/),
        });
        const { exitCode, screen } = await machine.run(['test']);
        expect(screen).toContain('✓ 1 passed in ');
        expect(exitCode).toBe(0);
      });
    });

    describe('in a package with a part in C', () => {
      const machine = useMachine(COMPILED);

      test('all that its build makes is there, and its code is the mounted one', async () => {
        expect(await machine.run(['init'])).toMatchObject({ exitCode: 0 });
        const { exitCode, screen } = await machine.run(['test']);
        expect(screen).toContain('✓ 1 passed in ');
        expect(exitCode).toBe(0);
        await rm(join(machine.folder, 'src/shop/plugin.py'));
        const without = await machine.run(['test']);
        expect(without.screen).toContain("No module named 'shop.plugin'");
        expect(without.screen).not.toContain('pip install');
        expect(without.exitCode).not.toBe(0);
      });
    });

    describe('in a package with a pyproject.toml', () => {
      const machine = useMachine({
        'pyproject.toml': PYPROJECT,
        'src/shop/__init__.py': 'import six\n\nprice = 3\n',
        'checks/test_price.py': `import os, subprocess, sys\nimport shop\nfrom shop import price\n\n\ndef test_price():\n    assert price == 3\n${IN_A_PROGRAM}`,
      });

      test('the package is found by its tests, which stay as they are', async () => {
        const { exitCode, screen } = await machine.run(['init']);
        expect(screen).toMatch(/kept +checks\/test_price\.py +a test/);
        expect(exitCode).toBe(0);
        expect(await machine.run(['test'])).toMatchObject({
          exitCode: 0,
          screen: expect.stringContaining('✓ 1 passed in '),
        });
      });
    });
  });
}
