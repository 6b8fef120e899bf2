import { execFileSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
