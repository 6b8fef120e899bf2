import { parse as parseToml } from 'smol-toml';
import { expect, test } from 'vitest';
import { SETTINGS_START } from '../../src/init/files.ts';
import { findPytestSettings } from '../../src/init/pytest.ts';
import { PROJECT } from './projects.ts';

const NOTHING = { testpaths: [], pythonpath: [], hasDjango: false, hasNotebooks: false, isOurs: false };
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
    { file: 'pytest.ini', testpaths: [], pythonpath: ['.', 'lib'] },
  ],
  [
    'where modules are, in pyproject.toml',
    { 'pyproject.toml': '[tool.pytest.ini_options]\npythonpath = ["lib"]' },
    { file: 'pyproject.toml', testpaths: [], pythonpath: ['lib'] },
  ],
  [
    'names of files, and Django, over several lines',
    { 'setup.cfg': '[tool:pytest]\npython_files =\n  # ours\n  tests.py\n  check_*.py\nDJANGO_SETTINGS_MODULE: a.b\n' },
    { file: 'setup.cfg', patterns: ['tests.py', 'check_*.py'], hasDjango: true },
  ],
  [
    'options that run notebooks',
    { 'pyproject.toml': '[tool.pytest.ini_options]\naddopts = "-q --nbmake"' },
    { file: 'pyproject.toml', hasNotebooks: true },
  ],
  ['ours', { 'pytest.ini': `${SETTINGS_START}this folder.\n` }, { file: 'pytest.ini', isOurs: true }],
  ['another setup.cfg', { 'setup.cfg': '[pytest]\n' }, undefined],
])('%s', (_, files: Record<string, string>, expected) => {
  expect(findPytestSettings(files, parseToml(files['pyproject.toml'] ?? ''))).toEqual(
    expected && { ...NOTHING, ...expected },
  );
});
