import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitMountsElsewhere } from '../../../src/pytest/steps/git-elsewhere.ts';
import { folderWith } from '../../temporary-folder.ts';

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=A', '-c', 'user.email=a@b', ...args], { stdio: 'pipe' });

/** A clone whose address has a password, and a worktree of it beside it. */
async function worktree(): Promise<{ main: string; side: string }> {
  const folder = await folderWith({ 'main/a.py': '' });
  const [main, side] = [join(folder, 'main'), join(folder, 'side')];
  git(main, 'init', '--quiet');
  git(main, 'add', '.');
  git(main, 'commit', '--quiet', '--message', 'x');
  git(main, 'remote', 'add', 'origin', 'https://me:S3CRET@example.com/a.git');
  git(main, 'worktree', 'add', '--quiet', side);
  return { main, side };
}

describe('gitMountsElsewhere', () => {
  test("a worktree's data is mounted where it is, read-only and without credentials", async () => {
    const { main, side } = await worktree();
    const mounts = await gitMountsElsewhere(side, await folderWith({}));
    const data = join(main, '.git');
    expect(mounts).toEqual([
      { source: data, target: data, isReadOnly: true },
      { source: expect.any(String), target: join(data, 'config'), isReadOnly: true },
    ]);
    const config = await readFile(mounts[1]?.source ?? '', 'utf8');
    expect(config).toContain('https://example.com/a.git');
    expect(config).not.toContain('S3CRET');
  });

  test('a configuration of the worktree alone is cleaned too', async () => {
    const { main, side } = await worktree();
    git(main, 'config', 'extensions.worktreeConfig', 'true');
    git(side, 'config', '--worktree', 'http.https://x/.extraheader', 'AUTHORIZATION: basic S3CRET');
    const mounts = await gitMountsElsewhere(side, await folderWith({}));
    expect(mounts.map(({ target }) => target)).toContain(join(main, '.git/worktrees/side/config.worktree'));
    const texts = await Promise.all(mounts.slice(1).map(({ source }) => readFile(source, 'utf8')));
    expect(texts.join('')).not.toContain('S3CRET');
  });

  test('a file that the configuration includes is cleaned too, and one with credentials alone', async () => {
    const { main, side } = await worktree();
    const data = join(main, '.git');
    git(main, 'config', 'include.path', 'more');
    await writeFile(join(data, 'more'), '[http "https://x/"]\n\textraheader = AUTHORIZATION: basic S3CRET\n');
    await writeFile(join(data, 'credentials'), 'https://me:S3CRET@example.com\n');
    const mounts = await gitMountsElsewhere(side, await folderWith({}));
    const targets = mounts.slice(1).map(({ target }) => target);
    expect(targets.toSorted()).toEqual(['config', 'credentials', 'more'].map(name => join(data, name)));
    const texts = await Promise.all(mounts.slice(1).map(({ source }) => readFile(source, 'utf8')));
    expect(texts.join('')).not.toContain('S3CRET');
  });

  test('of a clone there is nothing more to mount', async () => {
    const { main } = await worktree();
    expect(await gitMountsElsewhere(main, await folderWith({}))).toEqual([]);
  });

  test("what is not this folder's is not mounted", async () => {
    const { main } = await worktree();
    const other = await folderWith({ '.git': `gitdir: ${join(main, '.git/worktrees/side')}\n` });
    expect(await gitMountsElsewhere(other, await folderWith({}))).toEqual([]);
  });
});
