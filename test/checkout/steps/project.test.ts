import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { changedFiles, readBranch, readTags } from '../../../src/checkout/steps/git.ts';
import { findProject } from '../../../src/checkout/steps/project.ts';
import { folderWith } from '../../temporary-folder.ts';

const places = { dockerfile: 'Dockerfile', context: '.' };
const settings = '[tool.dev-in-docker]\nfile = "docker/Dockerfile"\n';

test.each<[string, Record<string, string>, string, string]>([
  ['the folder itself', { Dockerfile: '' }, '.', '.'],
  ['a folder above that has the Dockerfile', { Dockerfile: '', 'a/b/x.py': '' }, 'a/b', '.'],
  ['the nearest of several', { Dockerfile: '', 'a/Dockerfile': '', 'a/b/x.py': '' }, 'a/b', 'a'],
  ['a folder above that has settings', { 'dev-in-docker.toml': '', 'a/x.py': '' }, 'a', '.'],
  ['settings in pyproject.toml', { 'pyproject.toml': settings, 'a/x.py': '' }, 'a', '.'],
  ['not a pyproject.toml without any', { 'a/pyproject.toml': '[project]\n', Dockerfile: '', 'a/x.py': '' }, 'a', '.'],
  ['the repository', { '.git/HEAD': '', 'a/x.py': '' }, 'a', '.'],
  ['nothing beyond the repository', { Dockerfile: '', 'a/.git/HEAD': '', 'a/b/x.py': '' }, 'a/b', 'a'],
  ['a worktree, whose .git is a file', { '.git': 'gitdir: /elsewhere', 'a/x.py': '' }, 'a', '.'],
])('the project is %s', async (_, files, here, top) => {
  const folder = await folderWith(files);
  expect(await findProject(join(folder, here), places)).toEqual({
    top: join(folder, top),
    here: join(folder, here),
  });
});

test('where there is none, it is the folder itself', async () => {
  const folder = await folderWith({ 'a/x.py': '' });
  expect(await findProject(join(folder, 'a'), places)).toEqual({
    top: join(folder, 'a'),
    here: join(folder, 'a'),
  });
});

test('a home is no project of what is in it, but one that is called there', async () => {
  const home = await folderWith({ Dockerfile: '', 'a/x.py': '' });
  vi.stubEnv('HOME', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await findProject(join(home, 'a'), places)).toEqual({ top: join(home, 'a'), here: join(home, 'a') });
  expect(await findProject(home, places)).toEqual({ top: home, here: home });
});

test('a Dockerfile of another name, and a way through a link', async () => {
  const folder = await folderWith({ 'docker/my.Dockerfile': '', 'a/x.py': '' });
  await symlink('a', join(folder, 'link'));
  const found = await findProject(join(folder, 'link'), { ...places, dockerfile: 'docker/my.Dockerfile' });
  expect(found).toEqual({ top: folder, here: join(folder, 'a') });
});

test('what is checked out: a branch, a tag, a commit, nothing', async () => {
  const folder = await folderWith({ 'a.py': '' });
  const checkedOut = async () => [await readBranch(folder), ...(await readTags(folder))];
  expect(await checkedOut()).toEqual(['']);
  expect(await changedFiles(folder)).toEqual([]);
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...identity, ...args]);
  git('init', '--quiet', '--initial-branch', 'analysis/wine');
  git('add', '--all');
  expect(await changedFiles(folder)).toEqual(['a.py']);
  git('commit', '--quiet', '--message', 'Add an analysis');
  expect(await changedFiles(folder)).toEqual([]);
  expect(await checkedOut()).toEqual(['refs/heads/analysis/wine']);
  git('tag', 'v1.2.3');
  git('tag', '--annotate', '--message', 'Tried', 'wine/v1.2.3-rc.1');
  git('checkout', '--quiet', '--detach');
  expect(await checkedOut()).toEqual(['', 'v1.2.3', 'wine/v1.2.3-rc.1']);
  await writeFile(join(folder, 'new.py'), '');
  expect(await changedFiles(folder)).toEqual(['new.py']);
});
