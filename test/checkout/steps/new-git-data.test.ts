import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Before, takeDown } from '../../../src/checkout/steps/git-marks.ts';
import { removeNewGitData } from '../../../src/checkout/steps/new-git-data.ts';
import { gitMounts } from '../../../src/pytest/steps/git-mounts.ts';
import { folderWith } from '../../temporary-folder.ts';

function git(folder: string, ...args: string[]): string {
  const identity = ['-c', 'user.name=Octo', '-c', 'user.email=octo@example.com', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A repository with one commit, beside nothing else in its folder. */
async function repositoryWith(files: Record<string, string>): Promise<string> {
  const folder = await folderWith(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`repo/${name}`, text])),
  );
  const top = join(folder, 'repo');
  git(top, 'init', '--quiet', '--initial-branch', 'main');
  git(top, 'add', '.');
  git(top, 'commit', '--quiet', '--message', 'one');
  return top;
}

/** What is there, as it is taken down where the tests are started. */
async function lookAt(top: string): Promise<Before> {
  const before = takeDown(top);
  await gitMounts(top, '/app', await folderWith({}), before.see);
  return before;
}

/** A repository whose git data runs a program that leaves a file, as soon as somebody asks for the status in there. */
async function hostile(folder: string, ...options: string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  git(folder, 'init', '--quiet', ...options);
  const data = options.includes('--bare') ? folder : join(folder, '.git');
  const proof = join(dirname(folder), `${crypto.randomUUID()}.proof`);
  await writeFile(join(data, 'monitor'), `#!/bin/sh\ntouch '${proof}'\n`, { mode: 0o755 });
  const settings = { 'core.fsmonitor': join(data, 'monitor'), 'core.bare': 'false', 'core.worktree': folder };
  for (const [name, value] of Object.entries(settings)) git(folder, `--git-dir=${data}`, 'config', name, value);
  return proof;
}

/** Whether somebody's status in a folder runs what the proof is of. */
function runs(proof: string, folder: string): boolean {
  execFileSync('git', ['-C', folder, 'status'], { stdio: 'ignore' });
  return existsSync(proof);
}

/** Does something as a user who is not root, and to whom a folder then belongs. */
async function asUser(folder: string, action: () => Promise<void>): Promise<void> {
  if (process.getuid?.() !== 0) return action();
  execFileSync('chown', ['-R', '65534:65534', folder]);
  vi.stubEnv('HOME', folder);
  process.seteuid?.(65534);
  try {
    await action();
  } finally {
    process.seteuid?.(0);
    vi.unstubAllEnvs();
  }
}

const project = { 'docs/a.md': '', 'docs/api/b.md': '', 'tests/test_a.py': '', '.gitignore': '/data/\n' };
const nothing = { removed: [], left: [], closed: [], isComplete: true };

describe('git data that tests leave', () => {
  test('is removed from folders that git tracks, so that nothing of it runs there', async () => {
    const top = await repositoryWith(project);
    const before = await lookAt(top);
    const proofs = new Map([
      ['docs', await hostile(join(top, 'docs'))],
      ['docs/api', await hostile(join(top, 'docs/api'), '--bare')],
    ]);
    expect(await removeNewGitData(top, before)).toEqual({ ...nothing, removed: ['docs/.git', 'docs/api'] });
    for (const [folder, proof] of proofs) expect(runs(proof, join(top, folder)), folder).toBe(false);
    expect((await readdir(join(top, 'docs'))).toSorted()).toEqual(['a.md', 'api']);
  });

  test.each<[string, string[]]>([
    ['.git', []],
    ['a bare one', ['--bare']],
  ])('would run, and stays where git tracks nothing: %s', async (_, options) => {
    const top = await repositoryWith(project);
    const before = await lookAt(top);
    for (const folder of ['data', 'docs/clone']) {
      const proof = await hostile(join(top, folder), ...options);
      const path = options.length > 0 ? folder : `${folder}/.git`;
      expect(await removeNewGitData(top, before)).toEqual({ ...nothing, left: [path] });
      expect(runs(proof, join(top, folder))).toBe(true);
      await rm(join(top, folder), { recursive: true });
    }
  });

  test('is found in a submodule that was not fetched, in which a status at the top would run it', async () => {
    const library = await repositoryWith({ 'a.py': '' });
    const project = await repositoryWith({ 'a.py': '' });
    git(project, 'submodule', '--quiet', 'add', library, 'lib');
    git(project, 'commit', '--quiet', '--message', 'two');
    const top = join(await folderWith({}), 'clone');
    git(project, 'clone', '--quiet', project, top);
    const before = await lookAt(top);
    const proof = await hostile(join(top, 'lib'));
    expect(runs(proof, top)).toBe(true);
    await rm(proof);
    expect(await removeNewGitData(top, before)).toEqual({ ...nothing, removed: ['lib/.git'] });
    expect(runs(proof, top)).toBe(false);
    // What somebody fetches meanwhile leads into the repository's own data, which tests can't write.
    git(top, 'submodule', '--quiet', 'update', '--init');
    expect(await removeNewGitData(top, before)).toBeUndefined();
    expect(await readdir(join(top, 'lib'))).toContain('.git');
    // And in the submodule, git has an index of its own.
    const fetched = await lookAt(top);
    await mkdir(join(top, 'lib/new'));
    for (const folder of ['lib/new', 'data']) await hostile(join(top, folder));
    expect(await removeNewGitData(top, fetched)).toEqual({ ...nothing, left: ['data/.git', 'lib/new/.git'] });
  });

  test.each<[string, (top: string) => Promise<unknown>]>([
    ['a file that leads elsewhere', top => writeFile(join(top, 'docs/.git'), 'gitdir: ../data/evil\n')],
    ['a file that leads nowhere', top => writeFile(join(top, 'docs/.git'), 'gitdir: nowhere')],
    [
      'a file of a gigabyte',
      async top => {
        await writeFile(join(top, 'docs/.git'), 'gitdir: ../.git');
        await truncate(join(top, 'docs/.git'), 1 << 30);
      },
    ],
    ['a link', top => symlink('../tests', join(top, 'docs/.git'))],
    ['a pipe', async top => execFileSync('mkfifo', [join(top, 'docs/.git')])],
  ])('has any form: %s', async (_, make) => {
    const top = await repositoryWith(project);
    const before = await lookAt(top);
    await make(top);
    expect(await removeNewGitData(top, before)).toEqual({ ...nothing, removed: ['docs/.git'] });
    expect(await readdir(join(top, 'docs'))).not.toContain('.git');
    expect(await readdir(join(top, 'tests'))).toEqual(['test_a.py']);
  });

  test('is looked for in the folder that was mounted, and its repository above that', async () => {
    const top = await repositoryWith({ 'project/docs/a.md': '', 'project/a.py': '' });
    const project = join(top, 'project');
    const before = await lookAt(project);
    const proof = await hostile(project);
    await hostile(join(project, 'new'));
    expect(await removeNewGitData(project, before)).toEqual({ ...nothing, removed: ['.git'], left: ['new/.git'] });
    expect(runs(proof, project)).toBe(false);
  });

  test('without a repository nothing is removed', async () => {
    const top = await folderWith({ 'docs/a.md': '' });
    const before = await lookAt(top);
    await hostile(top);
    await hostile(join(top, 'docs'));
    expect(await removeNewGitData(top, before)).toEqual({ ...nothing, left: ['.git', 'docs/.git'] });
  });

  test('folders that tests close hide nothing: it is removed, or they are told', async () => {
    const top = await repositoryWith(project);
    await asUser(dirname(top), async () => {
      await mkdir(join(top, 'closed before'), { mode: 0 });
      const before = await lookAt(top);
      const proof = await hostile(join(top, 'docs'));
      await chmod(join(top, 'docs/.git/hooks'), 0o500);
      await chmod(join(top, 'docs'), 0o300);
      await mkdir(join(top, 'closed'), { mode: 0 });
      expect(await removeNewGitData(top, before)).toEqual({
        ...nothing,
        removed: ['docs/.git'],
        closed: ['docs', 'closed'],
      });
      expect(runs(proof, join(top, 'docs'))).toBe(false);
    });
  });

  test('what is too deep to be looked at is told', async () => {
    const top = await repositoryWith(project);
    const before = await lookAt(top);
    const deep = 'x'.repeat(200);
    execFileSync('sh', ['-c', `for i in $(seq 30); do mkdir ${deep} && cd -P ${deep} || exit 1; done`], { cwd: top });
    const facts = await removeNewGitData(top, before);
    expect(facts).toEqual({ ...nothing, closed: [expect.stringContaining(deep)] });
    execFileSync('rm', ['-r', deep], { cwd: top });
  });

  test('the search ends after a second, and comes first to folders that were there', async () => {
    const top = await repositoryWith(project);
    const before = await lookAt(top);
    await hostile(join(top, 'docs/api'));
    for (let number = 0; number < 1500; number++) mkdirSync(join(top, 'docs', String(number)));
    let now = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => now++);
    onTestFinished(() => void vi.restoreAllMocks());
    const facts = await removeNewGitData(top, before);
    expect(facts).toEqual({ ...nothing, removed: ['docs/api/.git'], isComplete: false });
  });

  test('what comes and goes meanwhile breaks nothing', async () => {
    const top = await repositoryWith(project);
    const names = Array.from({ length: 50 }, (_, number) => join(top, 'docs', String(number)));
    for (const name of names) mkdirSync(join(name, 'a'), { recursive: true });
    const script = `for (;;) for (const n of ${JSON.stringify(names)}) { fs.rmSync(n, { recursive: true }); fs.mkdirSync(n + '/a', { recursive: true }); }`;
    const writer = spawn(process.execPath, ['--eval', script], { stdio: 'ignore' });
    try {
      for (let round = 0; round < 10; round++) {
        const before = await lookAt(top);
        await wait(10);
        expect(await removeNewGitData(top, before)).toBeUndefined();
      }
      expect(writer.exitCode).toBeNull();
    } finally {
      writer.kill('SIGKILL');
      await once(writer, 'close');
    }
  });
});

describe("somebody's own git data stays", () => {
  test('what was there, changed or moved with its folder, and what links lead to', async () => {
    const top = await repositoryWith(project);
    const outside = await repositoryWith({ 'docs/a.md': '', 'api/b.md': '' });
    for (const folder of ['data/a', 'data/b', 'docs/fixture']) await hostile(join(top, folder));
    await hostile(join(top, 'tests/bare'), '--bare');
    await hostile(join(outside, 'api'));
    const before = await lookAt(top);
    await rename(join(top, 'data/a'), join(top, 'data/x'));
    await rename(join(top, 'data/b'), join(top, 'data/a'));
    await rename(join(top, 'data/x'), join(top, 'data/b'));
    await rename(join(top, 'docs'), join(top, 'docs-old'));
    await symlink(outside, join(top, 'docs'));
    await writeFile(join(top, 'tests/bare/config'), '');
    expect(await removeNewGitData(top, before)).toBeUndefined();
    expect(await readdir(join(outside, 'api'))).toContain('.git');
  });

  test('another in its place is told, and stays', async () => {
    const top = await repositoryWith(project);
    await hostile(join(top, 'docs'));
    const before = await lookAt(top);
    await rename(join(top, 'docs'), join(top, 'docs-old'));
    await hostile(join(top, 'docs'));
    expect(await removeNewGitData(top, before)).toEqual({ ...nothing, left: ['docs/.git'] });
  });

  test('parts that git tracks, and those that were there', async () => {
    const top = await repositoryWith({ ...project, 'docs/objects/a': '' });
    await writeFile(join(top, 'tests/HEAD'), 'ref: refs/heads/main\n');
    const before = await lookAt(top);
    for (const folder of ['docs', 'tests']) {
      for (const part of ['objects', 'refs']) await mkdir(join(top, folder, part), { recursive: true });
    }
    await writeFile(join(top, 'docs/HEAD'), 'ref: refs/heads/main\n');
    expect(await removeNewGitData(top, before)).toEqual({ ...nothing, removed: ['docs', 'tests'] });
    expect((await readdir(join(top, 'docs'))).toSorted()).toEqual(['a.md', 'api', 'objects']);
    expect((await readdir(join(top, 'tests'))).toSorted()).toEqual(['HEAD', 'test_a.py']);
  });
});
