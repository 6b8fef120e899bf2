import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rm, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inspectCheckout } from '../../../src/checkout/steps/inspect.ts';
import { folderWith } from '../../temporary-folder.ts';

// @actions/glob writes a debug command for each of its options.
const stdout = vi.spyOn(process.stdout, 'write');
beforeAll(() => void stdout.mockReturnValue(true));
afterAll(() => stdout.mockRestore());

const atRoot = { context: '.', dockerfile: 'Dockerfile', dependencies: [] };
const empty = createHash('sha256').digest('hex');
const depending = (...dependencies: string[]) => ({ ...atRoot, dependencies });

describe('what is there', () => {
  test('a plain project', async () => {
    const folder = await folderWith({ Dockerfile: 'FROM x', 'requirements.txt': 'numpy' });
    const { uid, gid } = await stat(folder);
    expect(await inspectCheckout(folder, atRoot)).toEqual({
      isEmpty: false,
      context: folder,
      dockerfile: join(folder, 'Dockerfile'),
      otherDockerfiles: [],
      dependencies: {
        files: ['requirements.txt'],
        hash: createHash('sha256').update('requirements.txt\0').update('5\0').update('numpy').digest('hex'),
        unmatched: [],
      },
      uid,
      gid,
    });
  });

  test('an empty workspace', async () => {
    const folder = await folderWith({});
    expect(await inspectCheckout(folder, atRoot)).toMatchObject({
      isEmpty: true,
      context: folder,
      otherDockerfiles: [],
    });
  });

  test('no workspace', async () => {
    const folder = await folderWith({});
    const checkout = await inspectCheckout(join(folder, 'nowhere'), atRoot);
    expect(checkout).toMatchObject({ isEmpty: true, otherDockerfiles: [] });
    expect(checkout).not.toHaveProperty('context');
    expect(checkout).not.toHaveProperty('dockerfile');
  });

  test('a workspace that is a link counts as what it leads to', async () => {
    const folder = await folderWith({ 'real/Dockerfile': '' });
    await symlink('real', join(folder, 'link'));
    expect(await inspectCheckout(join(folder, 'link'), atRoot)).toMatchObject({ context: join(folder, 'real') });
  });

  test('a context and a Dockerfile in folders', async () => {
    const folder = await folderWith({ 'a/b/x.py': '', 'docker/test.Dockerfile': '' });
    const places = { context: 'a/b', dockerfile: 'docker/test.Dockerfile', dependencies: [] };
    expect(await inspectCheckout(folder, places)).toMatchObject({
      context: join(folder, 'a/b'),
      dockerfile: join(folder, 'docker/test.Dockerfile'),
    });
  });

  test('other Dockerfiles, up to two folders deep', async () => {
    const folder = await folderWith({
      'a/Dockerfile': '',
      'a/b/Dockerfile.test': '',
      'a/b/c/Dockerfile': '',
      'x.Dockerfile': '',
      'Dockerfile.dockerignore': '',
      'Dockerfiles/notes.txt': '',
      'Dockerfiles/Dockerfile': '',
      dockerfile: '',
    });
    const { otherDockerfiles } = await inspectCheckout(folder, atRoot);
    expect(otherDockerfiles).toEqual(['Dockerfiles/Dockerfile', 'a/Dockerfile', 'a/b/Dockerfile.test', 'x.Dockerfile']);
  });

  test("the owner is the context's", async () => {
    const folder = await folderWith({ 'sub/x.py': '' });
    // Only root can give a folder away.
    const [uid, gid] = process.getuid?.() === 0 ? [1234, 5678] : [process.getuid?.(), process.getgid?.()];
    execFileSync('chown', [`${uid}:${gid}`, join(folder, 'sub')]);
    expect(await inspectCheckout(folder, { ...atRoot, context: 'sub' })).toMatchObject({ uid, gid });
  });
});

describe('what leads out of the checkout, or is of another kind, counts as absent', () => {
  test.each([
    ['a link to a folder outside', { context: 'out' }, 'context'],
    ['a file as context', { context: 'Dockerfile' }, 'context'],
    ['a file below a link to outside', { dockerfile: 'out/Dockerfile' }, 'dockerfile'],
    ['a folder as Dockerfile', { dockerfile: 'in' }, 'dockerfile'],
  ])('%s', async (_, places, missing) => {
    const folder = await folderWith({ 'repo/Dockerfile': '', 'repo/in/x.py': '', 'outside/Dockerfile': '' });
    const repo = join(folder, 'repo');
    await symlink('../outside', join(repo, 'out'));
    const checkout = await inspectCheckout(repo, { ...atRoot, ...places });
    expect(Object.keys(checkout)).not.toContain(missing);
    expect(checkout.isEmpty).toBe(false);
  });

  test('links within the checkout are followed', async () => {
    const folder = await folderWith({ 'docker/Dockerfile': '', 'src/x.py': '' });
    await symlink('docker/Dockerfile', join(folder, 'Dockerfile'));
    await symlink('src', join(folder, 'code'));
    expect(await inspectCheckout(folder, { ...atRoot, context: 'code' })).toMatchObject({
      context: join(folder, 'src'),
      dockerfile: join(folder, 'docker/Dockerfile'),
    });
  });
});

test('paths from the wrong folder are answered with those that are meant', async () => {
  const folder = await folderWith({ 'sub/Dockerfile.dev': '', 'sub/a.lock': '', 'b.lock': '' });
  const at = (dockerfile: string, ...dependencies: string[]) =>
    inspectCheckout(folder, { context: 'sub', dockerfile, dependencies });
  expect(await at('Dockerfile.dev', 'sub/*.lock')).toMatchObject({
    meantDockerfile: 'sub/Dockerfile.dev',
    dependencies: { unmatched: ['sub/*.lock'], meant: '*.lock' },
  });
  const others = await at('sub/Dockerfile.dev', 'b.lock', 'sub/b.lock');
  expect(others).toMatchObject({ dockerfile: join(folder, 'sub/Dockerfile.dev') });
  expect([others.meantDockerfile, others.dependencies.meant]).toEqual([undefined, undefined]);
});

describe('files that make the key, where nobody named them', () => {
  test.each<[string, string[], string[]]>([
    ['requirements.txt before all', ['requirements.txt', 'uv.lock', 'pyproject.toml'], ['requirements.txt']],
    ['uv.lock', ['uv.lock', 'poetry.lock', 'pyproject.toml'], ['uv.lock']],
    ['poetry.lock', ['poetry.lock', 'pdm.lock'], ['poetry.lock']],
    ['pdm.lock', ['pdm.lock', 'environment.yml'], ['pdm.lock']],
    ['environment.yml', ['environment.yml', 'pyproject.toml'], ['environment.yml']],
    ['pyproject.toml', ['pyproject.toml', 'setup.py'], ['pyproject.toml']],
    ['none', ['setup.py', 'docs/requirements.txt'], []],
  ])('%s', async (_, names, files) => {
    const folder = await folderWith(Object.fromEntries(names.map(name => [name, name])));
    const checkout = await inspectCheckout(folder, atRoot);
    expect(checkout.dependencies.files).toEqual(files);
    expect(checkout.dependencies.unmatched).toEqual([]);
    expect(checkout.dependencies.hash === empty).toBe(files.length === 0);
  });

  test('they are those of the context', async () => {
    const folder = await folderWith({ 'requirements.txt': 'a', 'sub/uv.lock': 'b' });
    const { dependencies } = await inspectCheckout(folder, { ...atRoot, context: 'sub' });
    expect(dependencies.files).toEqual(['uv.lock']);
  });

  test('a requirements.txt that leads out is none', async () => {
    const folder = await folderWith({ 'repo/uv.lock': '', 'outside.txt': 'secret' });
    await symlink('../outside.txt', join(folder, 'repo/requirements.txt'));
    expect((await inspectCheckout(join(folder, 'repo'), atRoot)).dependencies.files).toEqual(['uv.lock']);
  });
});

describe('files that make the key, where patterns name them', () => {
  const files = {
    'requirements.txt': 'a',
    'requirements/base.txt': 'b',
    'requirements/dev.txt': 'c',
    'requirements/docs/x.txt': 'd',
    'setup.cfg': 'e',
    '.hidden.txt': 'f',
  };
  test.each<[string, string[], string[], string[]]>([
    ['one', ['setup.cfg'], ['setup.cfg'], []],
    ['one, with its folder', ['./requirements/./base.txt'], ['requirements/base.txt'], []],
    ['from the root', ['/setup.cfg'], ['setup.cfg'], []],
    ['a star', ['requirements/*.txt'], ['requirements/base.txt', 'requirements/dev.txt'], []],
    [
      'two stars',
      ['**/*.txt'],
      ['.hidden.txt', 'requirements.txt', 'requirements/base.txt', 'requirements/dev.txt', 'requirements/docs/x.txt'],
      [],
    ],
    ['a folder', ['requirements/docs'], ['requirements/docs/x.txt'], []],
    ['several, each file once', ['setup.cfg', '*.cfg', 'requirements.txt'], ['requirements.txt', 'setup.cfg'], []],
    ['an exclusion', ['requirements/*.txt', '!requirements/dev.txt'], ['requirements/base.txt'], []],
    [
      'an exclusion in another spelling',
      ['requirements/*.txt', '!./requirements/dev.txt'],
      ['requirements/base.txt'],
      [],
    ],
    ['an exclusion of all', ['requirements.txt', '!*.txt'], [], []],
    ['unmatched', ['requirement.txt', 'setup.cfg', '*.lock'], ['setup.cfg'], ['requirement.txt', '*.lock']],
    ['an exclusion that matches nothing', ['setup.cfg', '!nothing'], ['setup.cfg'], []],
    ['out of the checkout', ['../*', 'setup.cfg'], ['setup.cfg'], ['../*']],
    ['out and in again', ['requirements/../setup.cfg'], [], ['requirements/../setup.cfg']],
    ['an absolute path', ['/etc/passwd'], [], ['/etc/passwd']],
    ['home', ['~/.bashrc'], [], ['~/.bashrc']],
  ])('%s', async (_, patterns, expected, unmatched) => {
    const { dependencies } = await inspectCheckout(await folderWith(files), depending(...patterns));
    expect(dependencies.files).toEqual(expected);
    expect(dependencies.unmatched).toEqual(unmatched);
  });

  test('links that lead out, lead nowhere, never end or are folders are no matches', async () => {
    const folder = await folderWith({ 'repo/a.txt': 'a', 'repo/sub/b.txt': 'b', 'outside/c.txt': 'secret' });
    const repo = join(folder, 'repo');
    await symlink('../outside/c.txt', join(repo, 'c.txt'));
    await symlink('../outside', join(repo, 'out'));
    await symlink('nowhere', join(repo, 'd.txt'));
    await symlink('/dev/zero', join(repo, 'e.txt'));
    await symlink('sub', join(repo, 'f.txt'));
    await symlink('a.txt', join(repo, 'g.txt'));
    execFileSync('mkfifo', [join(repo, 'h.txt')]);
    const { dependencies } = await inspectCheckout(repo, depending('**/*.txt', 'out/c.txt'));
    expect(dependencies.files).toEqual(['a.txt', 'g.txt', 'sub/b.txt']);
    expect(dependencies.unmatched).toEqual(['out/c.txt']);
  });

  test.each([['a[1] {b} $& $1 (x)'], ['ü 日本 🐍'], ['a*?b'], ['it\'s "x"'], ['back\\slash'], ['~'], ['#'], ['-rf']])(
    'in a folder called %j',
    async name => {
      const root = await folderWith({ [`${name}/requirements.txt`]: 'a', 'a*/x.txt': '' });
      const { dependencies } = await inspectCheckout(root, { ...depending('*.txt'), context: name });
      expect(dependencies).toMatchObject({ files: ['requirements.txt'], unmatched: [] });
    },
  );

  test('names with line breaks and spaces', async () => {
    const folder = await folderWith({ 'a\nb.txt': '1', ' c.txt ': '2' });
    expect((await inspectCheckout(folder, depending('*'))).dependencies.files).toEqual([' c.txt ', 'a\nb.txt']);
  });
});

describe('the hash', () => {
  const hashOf = async (files: Record<string, string>) => {
    const folder = await folderWith(files);
    return (await inspectCheckout(folder, depending('*.txt'))).dependencies.hash;
  };

  test('is that of names and contents, wherever the checkout is', async () => {
    const hash = await hashOf({ 'a.txt': '1', 'b.txt': '2', 'c.py': '3' });
    expect(await hashOf({ 'b.txt': '2', 'a.txt': '1' })).toBe(hash);
    const others = [
      { 'a.txt': '2', 'b.txt': '1' },
      { 'a.txt': '12', 'b.txt': '' },
      { 'a.txt': '1', 'c.txt': '2' },
      { 'a.txt': '1' },
      { 'a.txt': '1b.txt\u00001\u00002' },
    ];
    for (const files of others) expect(await hashOf(files)).not.toBe(hash);
  });

  test('is the same for a file and a link to it', async () => {
    const folder = await folderWith({ 'x.cfg': 'numpy', 'requirements.txt': 'numpy' });
    const plain = await inspectCheckout(folder, atRoot);
    await rm(join(folder, 'requirements.txt'));
    await symlink('x.cfg', join(folder, 'requirements.txt'));
    expect((await inspectCheckout(folder, atRoot)).dependencies).toEqual(plain.dependencies);
  });

  test('does not look at folders that only match', async () => {
    const folder = await folderWith({});
    await mkdir(join(folder, 'requirements.txt'));
    expect(await inspectCheckout(folder, depending('*.txt'))).toMatchObject({
      dependencies: { files: [], hash: empty, unmatched: ['*.txt'] },
    });
  });
});
