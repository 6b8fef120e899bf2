import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitDataElsewhere, readGitIdentity } from '../../../src/checkout/steps/git.ts';
import { provideMountPoints } from '../../../src/laptop/steps/identity.ts';
import { folderWith } from '../../temporary-folder.ts';

test('places for mounts are made within the home, and nowhere else', async () => {
  const root = await folderWith({ 'home/.bash_history': '' });
  const mounts = ['/usr/src/app', '/home/ada', '/home/ada/wine/.git', '/home/adam/x', '/home/ada/notes'].map(
    target => ({
      source: root,
      target,
    }),
  );
  await provideMountPoints({ name: 'ada', uid: 1000, gid: 1000, home: join(root, 'home') }, mounts);
  const places = await readdir(root, { recursive: true });
  expect(places.sort()).toEqual(['home', 'home/.bash_history', 'home/notes', 'home/wine', 'home/wine/.git']);
});

test('who commits, and where the git data of a clone and of a worktree is', async () => {
  const root = await folderWith({ 'wine/a.py': '', 'elsewhere.txt': '' });
  const folder = join(root, 'wine');
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args]);
  git('init', '--quiet');
  git('config', 'user.name', 'Ada\nLovelace');
  git('config', 'user.email', 'ada@example.org');
  git('commit', '--quiet', '--allow-empty', '--message', 'one');
  git('worktree', 'add', '--quiet', '../tree');
  expect(await readGitIdentity(folder)).toEqual({ 'user.name': 'Ada\nLovelace', 'user.email': 'ada@example.org' });
  expect(await gitDataElsewhere(folder)).toBeUndefined();
  expect(await gitDataElsewhere(join(root, 'tree'))).toBe(join(folder, '.git'));
  expect(await gitDataElsewhere(root)).toBeUndefined();
});

test('the git data of a submodule is its own', async () => {
  const root = await folderWith({ 'wine/a.py': '', 'grapes/b.py': '' });
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-C', join(root, folder), '-c', 'protocol.file.allow=always', ...args]);
  for (const folder of ['wine', 'grapes']) {
    git(folder, 'init', '--quiet');
    git(folder, '-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '--allow-empty', '--message', 'one');
  }
  git('wine', 'submodule', '--quiet', 'add', '../grapes', 'sub');
  expect(await gitDataElsewhere(join(root, 'wine/sub'))).toBe(join(root, 'wine/.git/modules/sub'));
});

describe('git data of somebody else', () => {
  test.each<[string, (other: string) => Record<string, string>]>([
    ['a repository', other => ({ '.git': `gitdir: ${other}/.git\n` })],
    ['a worktree', other => ({ '.git': `gitdir: ${other}/.git/worktrees/tree\n` })],
    [
      'a repository, by way of data in the folder itself',
      other => ({
        '.git': 'gitdir: data/worktrees/mine\n',
        'data/worktrees/mine/HEAD': 'ref: refs/heads/main\n',
        'data/worktrees/mine/commondir': `${other}/.git\n`,
        'data/worktrees/mine/gitdir': '../../../.git\n',
      }),
    ],
    [
      'a repository, by way of data that names the folder',
      other => ({
        '.git': 'gitdir: data\n',
        'data/HEAD': 'ref: refs/heads/main\n',
        'data/config': '[core]\n\tworktree = ..\n',
        'data/commondir': `${other}/.git\n`,
      }),
    ],
  ])("is not taken for the folder's: %s", async (_, filesFor) => {
    const root = await folderWith({ 'other/a.py': '' });
    const other = join(root, 'other');
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', other, '-c', 'user.name=A', '-c', 'user.email=a@b', ...args]);
    git('init', '--quiet', '--initial-branch', 'main');
    git('commit', '--quiet', '--allow-empty', '--message', 'one');
    git('worktree', 'add', '--quiet', '../tree');
    const folder = await folderWith(filesFor(other));
    expect(await gitDataElsewhere(folder)).toBeUndefined();
  });

  test('a pipe in place of the file is not waited for', async () => {
    const folder = await folderWith({});
    execFileSync('mkfifo', [join(folder, '.git')]);
    expect(await gitDataElsewhere(folder)).toBeUndefined();
  });
});
