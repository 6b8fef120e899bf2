import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findProject } from '../../../src/checkout/steps/project.ts';
import { noInputs } from '../../../src/inputs/names.ts';
import { completeInputs } from '../../../src/inputs/steps/settings.ts';
import { folderWith } from '../../temporary-folder.ts';

const targetIn = async (folder: string, context = '') =>
  (await completeInputs({ ...noInputs, context }, folder)).inputs.target;
const table = '[tool.dev-in-docker]\ntarget = "test"\n';

test.each<[string, Record<string, string>, string, string]>([
  ['nothing', {}, '', 'dev'],
  ['a file of their own', { 'dev-in-docker.toml': 'target = "test"' }, '', 'test'],
  ['pyproject.toml', { 'pyproject.toml': `[project]\nname = "x"\n\n${table}` }, '', 'test'],
  ['a table without a header', { 'pyproject.toml': '[tool]\ndev-in-docker.target = "test"\n' }, '', 'test'],
  ['a byte order mark and CRLF', { 'pyproject.toml': `\ufeff${table.replaceAll('\n', '\r\n')}` }, '', 'test'],
  ['a pyproject.toml that is about something else', { 'pyproject.toml': 'is no TOML' }, '', 'dev'],
  ['a mere mention', { 'pyproject.toml': '# dev-in-docker runs the tests\n' }, '', 'dev'],
  ['a context', { 'a/dev-in-docker.toml': 'target = "test"', 'dev-in-docker.toml': 'target = "top"' }, './a/', 'test'],
  ['a context without any', { 'a/x': '', 'dev-in-docker.toml': 'target = "top"' }, 'a', 'dev'],
  ['a context that is not there', {}, 'absent', 'dev'],
])('settings are found: %s', async (_case, files, context, expected) => {
  expect(await targetIn(await folderWith(files), context)).toBe(expected);
});

test('a link within the checkout is followed', async () => {
  const folder = await folderWith({ 'shared.toml': 'target = "test"', 'a/x': '' });
  await symlink('../shared.toml', join(folder, 'a/dev-in-docker.toml'));
  expect(await targetIn(folder, 'a')).toBe('test');
});

test.each<[string, (path: string) => unknown]>([
  ['a link out of the checkout', path => symlink('/etc/passwd', path)],
  ['a link to nothing', path => symlink('absent', path)],
  ['a folder', path => mkdir(path)],
  ['a pipe to which nobody writes', path => execFileSync('mkfifo', [path])],
  ['a link to a device that never ends', path => symlink('/dev/zero', path)],
  ['more than a person writes', path => writeFile(path, '#'.repeat(2 << 20))],
])('%s holds no settings', async (_case, make) => {
  const folder = await folderWith({});
  await make(join(folder, 'pyproject.toml'));
  expect(await targetIn(folder)).toBe('dev');
  await make(join(folder, 'dev-in-docker.toml'));
  await expect(targetIn(folder)).rejects.toThrow(
    'dev-in-docker.toml is no file of at most 1 MiB within the checkout: write the settings into such a file.',
  );
});

test.each<[string, Record<string, string>, string]>([
  [
    'two files with settings',
    { 'dev-in-docker.toml': '', 'pyproject.toml': table },
    'There are settings in dev-in-docker.toml and in [tool.dev-in-docker] of pyproject.toml: keep one of them.',
  ],
  [
    'another name',
    { 'pyproject.toml': table.replaceAll('-', '_') },
    'pyproject.toml has a table "dev_in_docker": its settings belong into [tool.dev-in-docker].',
  ],
  [
    'no tool',
    { 'pyproject.toml': table.replace('tool.', '') },
    'pyproject.toml has a table "dev-in-docker": its settings belong into [tool.dev-in-docker].',
  ],
  [
    'no table',
    { 'pyproject.toml': '[[tool.dev-in-docker]]\ntarget = "test"' },
    '[tool.dev-in-docker] of pyproject.toml is no table: write a line [tool.dev-in-docker], and the settings below it.',
  ],
  [
    'a mistake',
    { 'pyproject.toml': `${table}push = true` },
    '[tool.dev-in-docker] of pyproject.toml has "push", which every pull request could change there',
  ],
  ['no TOML', { 'pyproject.toml': `${table}slowest =\n` }, 'pyproject.toml is no valid TOML in line 3 ('],
])('a sentence tells of %s', async (_case, files, sentence) => {
  await expect(targetIn(await folderWith(files))).rejects.toThrow(sentence);
});

test('the place of settings is relative to the checkout', async () => {
  const folder = await folderWith({ 'a/pyproject.toml': table });
  const { source } = await completeInputs({ ...noInputs, context: 'a' }, folder);
  expect(source).toEqual({ origin: '[tool.dev-in-docker] of a/pyproject.toml', names: ['target'] });
});

test('a project is where its settings are', async () => {
  const top = await folderWith({ 'pyproject.toml': table, 'docker/x': '', 'a/b/pyproject.toml': '', 'a/b/c/x': '' });
  const here = join(top, 'a/b/c');
  expect(await findProject(here, { dockerfile: 'Dockerfile', context: '.' })).toEqual({ top, here });
});
