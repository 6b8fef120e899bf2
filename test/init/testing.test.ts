import { describe, expect, test } from 'vitest';
import type { InitFacts } from '../../src/init/plan.ts';
import { planInit } from '../../src/init/plan.ts';
import { dockerfileOf, installs, PROJECT, project, textOf } from './projects.ts';

const requirements = { 'requirements.txt': 'django\npytest' };
const django = { settings: 'shop.settings', folder: '' };
const settingsOf = (facts: InitFacts) => textOf(facts, 'pytest.ini').split('\n').slice(2, -1);
const again = (facts: InitFacts) => {
  const files = Object.fromEntries(planInit(facts).files.map(({ path, text }) => [path, text]));
  return { ...facts, files: { ...files, ...facts.files } };
};

describe('a project of Django', () => {
  const tests = ['cart/tests.py', 'cart/test_price.py'];

  test('has its tests found, with its settings', () => {
    const facts = project(requirements, { tests, django });
    expect(settingsOf(facts)).toEqual([
      'pythonpath = .',
      'python_files = test_*.py *_test.py tests.py',
      'DJANGO_SETTINGS_MODULE = shop.settings',
    ]);
    expect(installs(dockerfileOf(facts)).at(-1)).toBe('pip install pytest-django');
    expect(planInit(again(facts)).files).toEqual(planInit(facts).files);
  });

  test('without a file of requirements gets one that lists all, so that nothing else changes once it is there', () => {
    const files = { 'setup.py': 'setup(install_requires=["django"])', 'tox.ini': '[testenv]\ndeps = mock\n' };
    const facts = project(files, { tests, django });
    expect(textOf(facts, 'requirements.txt')).toMatch(/\ndjango\nmock\npytest\npytest-django\n$/);
    expect(installs(dockerfileOf(facts)).at(-1)).toBe('pip install -r requirements.txt');
    expect(planInit(again(facts)).files).toEqual(planInit(facts).files.slice(1));
  });

  test('in a folder of its own', () => {
    const facts = project(requirements, { tests: ['backend/cart/tests.py'], django: { ...django, folder: 'backend' } });
    expect(settingsOf(facts)).toEqual(expect.arrayContaining(['pythonpath = . backend']));
    expect(dockerfileOf(facts)).toContain('PYTHONPATH=/usr/src/app:/usr/src/app/backend\n');
  });

  test('whose settings for pytest stay as they are: Django is told by a variable, and what is not run is said', () => {
    const facts = project({ ...requirements, 'setup.cfg': '[tool:pytest]\n' }, { tests, django });
    expect(dockerfileOf(facts)).toContain('\nENV DJANGO_SETTINGS_MODULE=shop.settings\n');
    expect(planInit(facts).notes).toEqual([
      'pytest does not run cart/tests.py, as setup.cfg says nothing of such names: add "python_files = test_*.py *_test.py tests.py" there.',
    ]);
  });

  test.each([
    ['[tool.pytest.ini_options]\nminversion = "8"', "python_files = ['test_*.py', '*_test.py', 'tests.py']"],
    ['[tool.pytest.ini_options]\ntestpaths = "./cart/tests.py"', undefined],
    ['[tool.pytest.ini_options]\npython_files = "tests.py"', undefined],
  ])('whose settings are in pyproject.toml: %j', (toml, added) => {
    const facts = project({ ...requirements, 'pyproject.toml': toml }, { tests });
    expect(planInit(facts).notes.filter(note => note.startsWith('pytest does'))).toEqual(
      added === undefined
        ? []
        : [`pytest does not run cart/tests.py, as pyproject.toml says nothing of such names: add "${added}" there.`],
    );
  });

  test('that has all of it', () => {
    const cfg = '[tool:pytest]\nDJANGO_SETTINGS_MODULE = a\npython_files = test*.py\n';
    const facts = project({ 'requirements.txt': 'pytest-django', 'setup.cfg': cfg }, { tests, django });
    expect(dockerfileOf(facts)).not.toContain('DJANGO_SETTINGS');
    expect(installs(dockerfileOf(facts)).at(-1)).toBe('pip install -r requirements.txt');
    expect(planInit(facts).notes).toEqual([]);
  });

  test('beside a Dockerfile that is kept', () => {
    const files = { ...requirements, 'setup.cfg': '[tool:pytest]\n', Dockerfile: 'FROM x AS dev\nFROM dev AS share' };
    expect(planInit(project(files, { tests: ['test_a.py'], django })).notes).toEqual([
      'The tests need Django\'s settings: add "DJANGO_SETTINGS_MODULE = shop.settings" to setup.cfg.',
      'The tests need pytest-django: see that the Dockerfile installs them.',
    ]);
    const toml = { ...files, 'setup.cfg': '', 'pyproject.toml': '[tool.pytest.ini_options]\nminversion = "8"' };
    expect(planInit(project(toml, { tests: ['test_a.py'], django })).notes[0]).toBe(
      "The tests need Django's settings: add \"DJANGO_SETTINGS_MODULE = 'shop.settings'\" to pyproject.toml.",
    );
  });
});

describe('notebooks', () => {
  const notebooks = [
    { path: 'notebooks/a.ipynb', kernel: 'python3' },
    { path: 'notebooks/b/c.ipynb', kernel: '' },
  ];

  test('are the tests where there are no others', () => {
    const facts = project({ 'requirements.txt': 'numpy' }, { notebooks });
    expect(settingsOf(facts)).toEqual(['pythonpath = .', 'testpaths = notebooks', 'addopts = --nbmake']);
    expect(installs(dockerfileOf(facts)).at(-1)).toBe('pip install pytest nbmake ipykernel jupyterlab');
    const { files, kept, notes } = planInit(facts);
    expect(files.map(({ path }) => path)).not.toContain('tests/test_smoke.py');
    expect(kept.map(({ path, about }) => `${path}: ${about}`)).toEqual([
      'notebooks/a.ipynb: one of 2 notebooks, run as tests',
    ]);
    expect(notes).toContain('The notebooks are the tests: each one must run from its first cell to its last.');
    expect(planInit(again(facts)).files).toEqual(files);
  });

  test("of another kernel are run on the image's", () => {
    const other = [{ path: 'a.ipynb', kernel: 'wine-env' }];
    expect(settingsOf(project({}, { notebooks: other }))).toContain('addopts = --nbmake --nbmake-kernel=python3');
  });

  test('without any packages: these are listed', () => {
    expect(textOf(project({}, { notebooks }), 'requirements.txt')).toMatch(
      /\npytest\nnbmake\nipykernel\njupyterlab\n$/,
    );
  });

  test('that Jupyter is there for', () => {
    const facts = project({ 'requirements.txt': 'jupyter\npytest\nnbmake' }, { notebooks });
    expect(installs(dockerfileOf(facts)).at(-1)).toBe('pip install -r requirements.txt');
  });

  test('beside tests are none', () => {
    const facts = project({ 'requirements.txt': 'pytest' }, { notebooks, tests: ['test_a.py'] });
    expect(settingsOf(facts)).toEqual(['pythonpath = .']);
    expect(installs(dockerfileOf(facts)).at(-1)).toBe('pip install -r requirements.txt');
  });

  test('that settings say nothing of are none', () => {
    const files = { 'pyproject.toml': `${PROJECT}[tool.pytest.ini_options]\naddopts = "-q"` };
    expect(planInit(project(files, { notebooks })).files.map(({ path }) => path)).toContain('tests/test_smoke.py');
  });
});

test('tests of one name in several folders are imported apart', () => {
  const facts = project(requirements, { tests: ['a/test_x.py', 'b/test_x.py'] });
  expect(settingsOf(facts)).toContain('addopts = --import-mode=importlib');
});

test('a first test says what it is', () => {
  expect(planInit(project(requirements)).notes).toEqual([
    'No tests were found: tests/test_smoke.py only looks whether the packages are there, and says nothing of your code.',
  ]);
});
