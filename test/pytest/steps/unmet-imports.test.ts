import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findUnmetImports } from '../../../src/pytest/steps/unmet-imports.ts';
import { folderWith } from '../../temporary-folder.ts';

const project = {
  'wine/__init__.py': '',
  'wine/_fast.c': '',
  'wine/core.py': '',
  'src/beer/__init__.py': '',
  'src/beer/_quick.pyx': '',
  'tests/helpers.py': '',
  'tests/yaml/a.yaml': '',
  '.venv/numpy/__init__.py': '',
};

test.each<[string, unknown[]]>([
  ["No module named 'numpy'", [{ name: 'numpy', kind: 'package' }]],
  ["No module named 'numpy.core'", [{ name: 'numpy.core', kind: 'package' }]],
  // Data in a folder of its name is no module.
  ["No module named 'yaml'", [{ name: 'yaml', kind: 'package' }]],
  ["No module named 'wine'", [{ name: 'wine', kind: 'elsewhere', folder: '' }]],
  ["No module named 'beer'", [{ name: 'beer', kind: 'elsewhere', folder: 'src' }]],
  ["No module named 'helpers'", [{ name: 'helpers', kind: 'elsewhere', folder: 'tests' }]],
  ["No module named 'wine._fast'", [{ name: 'wine._fast', kind: 'compiled' }]],
  ["cannot import name '_fast' from 'wine' (x)", [{ name: 'wine._fast', kind: 'compiled' }]],
  ["No module named 'beer._quick'", [{ name: 'beer._quick', kind: 'compiled' }]],
  ["No module named 'wine._version'", [{ name: 'wine._version', kind: 'version' }]],
  ["No module named 'wine.version'", [{ name: 'wine.version', kind: 'version' }]],
  // A part that nobody has written, and a name that is no module.
  ["No module named 'wine.colour'", []],
  ["cannot import name 'colour' from 'wine' (x)", []],
  ["cannot import name '__version__' from 'wine' (x)", []],
  ["cannot import name 'Response' from 'flask' (x)", []],
  ['assert 0', []],
])('%s', async (message, expected) => {
  expect(await findUnmetImports(await folderWith(project), [{ message }])).toEqual(expected);
});

test('links are not followed, and no folder is looked at twice', async () => {
  const folder = await folderWith(project);
  await symlink('.', join(folder, 'again'));
  expect(await findUnmetImports(folder, [{ message: "No module named 'grape'" }])).toEqual([
    { name: 'grape', kind: 'package' },
  ]);
});
