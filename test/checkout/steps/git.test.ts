import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectRepository, trackedFiles, withCommit } from '../../../src/checkout/steps/git.ts';
import { folderWith } from '../../temporary-folder.ts';

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com'];
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8' }).trim();
}

/** A repository with one commit, without what it ignores. */
async function repositoryWith(files: Record<string, string>): Promise<string> {
  const folder = await folderWith(files);
  git(folder, 'init', '--quiet', '--initial-branch', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--message', 'one');
  return folder;
}

test('the files that git has in a folder', async () => {
  const top = await repositoryWith({ 'wine/ü b.py': '', 'wine/.DS_Store': '', 'x.py': '' });
  await writeFile(join(top, 'wine', 'new.py'), '');
  expect(await trackedFiles(join(top, 'wine'))).toEqual(['.DS_Store', 'ü b.py']);
  expect(await trackedFiles(await folderWith({ 'a.py': '' }))).toEqual([]);
});

test('no program is started to find them', async () => {
  const top = await repositoryWith({ 'a.py': '' });
  const program = join(top, 'program');
  await writeFile(program, `#!/bin/sh\ntouch '${top}/started'\n`, { mode: 0o755 });
  git(top, 'config', 'core.fsmonitor', program);
  expect(await trackedFiles(top)).toEqual(['a.py']);
  expect(await readdir(top)).not.toContain('started');
});

test('a project in a repository, on a branch and on a tag', async () => {
  const top = await repositoryWith({ 'wine/a.py': '', '.gitignore': '*.secret\n', 'key.secret': '' });
  const sha = git(top, 'rev-parse', 'HEAD');
  const commit = { sha, seconds: expect.any(Number) };
  const found = { top, sha, commit, changed: [], branch: 'refs/heads/main', tags: [] };
  expect(await inspectRepository(join(top, 'wine'))).toEqual(found);
  git(top, 'tag', 'v1.2.3');
  expect(await inspectRepository(top)).toEqual({ ...found, tags: ['v1.2.3'] });
});

test('files that differ from the commit, by their names', async () => {
  const top = await repositoryWith({ 'a.py': '', 'wine/b.py': '' });
  await writeFile(join(top, 'a.py'), 'changed');
  await writeFile(join(top, 'wine/new "one".py'), '');
  git(top, 'mv', 'wine/b.py', 'wine/c.py');
  const repository = await inspectRepository(join(top, 'wine'));
  expect(repository?.changed.toSorted()).toEqual(['a.py', 'wine/b.py', 'wine/c.py', 'wine/new "one".py']);
});

test('no repository, and one without a commit', async () => {
  const folder = await folderWith({ 'a.py': '' });
  expect(await inspectRepository(folder)).toBeUndefined();
  git(folder, 'init', '--quiet');
  expect(await inspectRepository(folder)).toBeUndefined();
});

test('the commit has neither what git ignores nor what was changed since, and leaves nothing behind', async () => {
  const top = await repositoryWith({ 'a.py': 'committed', '.gitignore': '*.secret\n', 'key.secret': 'x' });
  const repository = await inspectRepository(top);
  if (!repository) throw new Error('git sees no repository');
  await writeFile(join(top, 'a.py'), 'changed');
  const temp = await folderWith({});
  const failure = withCommit(repository, temp, async checkout => {
    expect((await readdir(checkout)).toSorted()).toEqual(['.git', '.gitignore', 'a.py']);
    expect(await readFile(join(checkout, 'a.py'), 'utf8')).toBe('committed');
    throw new Error('as any action may');
  });
  await expect(failure).rejects.toThrow('as any action may');
  expect(await readdir(temp)).toEqual([]);
  expect(git(top, 'worktree', 'list').split('\n')).toHaveLength(1);
});

test('a commit that git has lost is told in its own words', async () => {
  const top = await repositoryWith({ 'a.py': '' });
  const repository = await inspectRepository(top);
  if (!repository) throw new Error('git sees no repository');
  const lost = withCommit({ ...repository, sha: '0'.repeat(40) }, await folderWith({}), async () => undefined);
  await expect(lost).rejects.toThrow(/^The commit could not be checked out: git says ".+"\.$/);
});
