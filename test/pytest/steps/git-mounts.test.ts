import { execFileSync } from 'node:child_process';
import { link, mkdir, readFile, rename, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mount } from '../../../src/engine/container.ts';
import { gitMounts as mountsSeenBy } from '../../../src/pytest/steps/git-mounts.ts';
import { folderWith } from '../../temporary-folder.ts';

const secret = '[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic S3CRET\n';
const clean = '[http "https://github.com/"]\n';
const harmless = '[core]\n\tbare = false\n';

const gitMounts = (folder: string, workdir: string, temp: string) =>
  mountsSeenBy(folder, workdir, temp, () => undefined);

/** The mounts of a checkout, as target → read-only source: a path in the checkout, or the text of a copy. */
async function mountsOf(repo: string): Promise<Record<string, string>> {
  const mounts = await gitMounts(repo, '/usr/src/app', await folderWith({}));
  expect(mounts.every((mount: Mount) => mount.isReadOnly)).toBe(true);
  const shown = mounts.map(
    async ({ source, target }): Promise<[string, string]> => [
      target.replace('/usr/src/app/', ''),
      source.startsWith(`${repo}/`) ? source.slice(repo.length + 1) : await readFile(source, 'utf8'),
    ],
  );
  return Object.fromEntries(await Promise.all(shown));
}

describe('gitMounts', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['no git data', { 'a.py': '' }, {}],
    ['a clone without a credential', { '.git/HEAD': '', '.git/config': harmless }, { '.git': '.git' }],
    ['a clone with one', { '.git/HEAD': '', '.git/config': secret }, { '.git': '.git', '.git/config': clean }],
    ['a worktree', { '.git': 'gitdir: /elsewhere/.git/worktrees/x\n' }, { '.git': '.git' }],
    [
      'worktrees of this clone',
      { '.git/HEAD': '', '.git/config.worktree': secret, '.git/worktrees/x/config.worktree': secret },
      { '.git': '.git', '.git/config.worktree': clean, '.git/worktrees/x/config.worktree': clean },
    ],
    [
      'submodules, one in the other, with names of folders that git has',
      {
        '.git/HEAD': '',
        '.git/config': harmless,
        '.git/modules/logs/HEAD': '',
        '.git/modules/logs/config': secret,
        '.git/modules/libs/objects/HEAD': '',
        '.git/modules/libs/objects/config': secret,
        '.git/modules/libs/objects/modules/deep/HEAD': '',
        '.git/modules/libs/objects/modules/deep/config': secret,
        'logs/.git': 'gitdir: ../.git/modules/logs\n',
      },
      {
        '.git': '.git',
        '.git/modules/logs/config': clean,
        '.git/modules/libs/objects/config': clean,
        '.git/modules/libs/objects/modules/deep/config': clean,
        'logs/.git': 'logs/.git',
      },
    ],
    [
      'a repository in a folder',
      { 'data/set 1/.git/HEAD': '', 'data/set 1/.git/config': secret },
      { 'data/set 1/.git': 'data/set 1/.git', 'data/set 1/.git/config': clean },
    ],
    [
      'what only has the name of a configuration',
      {
        config: secret,
        'git/config': secret,
        '.github/config': secret,
        '.git/HEAD': '',
        '.git/refs/heads/config': secret,
        '.git/logs/config': secret,
        '.git/config.lock': secret,
      },
      { '.git': '.git' },
    ],
  ])('%s', async (_, files, expected) => {
    expect(await mountsOf(await folderWith(files))).toEqual(expected);
  });

  test('nothing is shown of a configuration that is longer than any is', async () => {
    const repo = await folderWith({ '.git/HEAD': '', '.git/config': secret.padEnd((1 << 24) + 1, '#') });
    expect(await mountsOf(repo)).toEqual({ '.git': '.git', '.git/config': '' });
  });

  test('what encloses comes first, so that copies lie over it', async () => {
    const repo = await folderWith({ '.git/HEAD': '', '.git/config': secret, '.git/modules/a/config': secret });
    const mounts = await gitMounts(repo, '/app', await folderWith({}));
    expect(mounts.map(mount => mount.target)).toEqual(['/app/.git', '/app/.git/config', '/app/.git/modules/a/config']);
  });

  test('on a disk that ignores case, no spelling of it can be written', async () => {
    const folder = await folderWith({ 'a/.git': 'gitdir: ../data\n' });
    // As such a disk has it: both names lead to one file.
    await link(join(folder, 'a/.git'), join(folder, 'a/.GIT'));
    const mounts = await gitMounts(folder, '/app', await folderWith({}));
    expect(mounts.filter(({ isReadOnly }) => isReadOnly).map(({ target }) => target.toLowerCase())).toEqual(
      Array(8).fill('/app/a/.git'),
    );
    expect(new Set(mounts.map(({ target }) => target)).size).toBe(8);
  });

  test('links are not followed', async () => {
    const folder = await folderWith({ 'repo/a.py': '', 'outside/HEAD': '', 'outside/config': secret });
    await symlink('../outside', join(folder, 'repo/.git'));
    await symlink('..', join(folder, 'repo/up'));
    await mkdir(join(folder, 'repo/b/.git'), { recursive: true });
    await symlink('../../../outside/config', join(folder, 'repo/b/.git/config'));
    expect(await mountsOf(join(folder, 'repo'))).toEqual({ 'b/.git': 'b/.git' });
  });

  test('what the checkout holds is left as it is, and any user of the container can read the copy', async () => {
    const repo = await folderWith({ '.git/HEAD': '', '.git/config': secret });
    const [, copy] = await gitMounts(repo, '/app', await folderWith({}));
    expect(await readFile(join(repo, '.git/config'), 'utf8')).toBe(secret);
    expect((await stat(copy?.source ?? '')).mode & 0o777).toBe(0o644);
  });

  test("git reads a real clone's cleaned configuration, and no credential in it", async () => {
    const repo = await folderWith({ 'a.py': '' });
    const git = (...args: string[]) => execFileSync('git', ['-C', repo, ...args], { encoding: 'utf8' });
    git('init', '--quiet');
    git('config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic S3CRET');
    git('config', 'url.https://x-access-token:S3CRET@github.com/.insteadOf', 'git@github.com:');
    git('remote', 'add', 'origin', 'https://x-access-token:S3CRET@github.com/octo/wine');
    const [, copy] = await gitMounts(repo, '/app', await folderWith({}));
    await rename(copy?.source ?? '', join(repo, '.git/config'));
    const list = git('config', '--local', '--list');
    expect(list).toContain('remote.origin.url=https://github.com/octo/wine\n');
    expect(list).toContain('url.https://github.com/.insteadof=git@github.com:\n');
    expect(list).not.toMatch(/extraheader|S3CRET|x-access-token/i);
  });
});
