import { chown, lstat, mkdir, readdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findFolders, findStrangers, inspectProject } from '../../../src/init/steps/inspect.ts';
import { findOwner } from '../../../src/init/steps/origin.ts';
import { inspectPath, writeWhole } from '../../../src/init/steps/write.ts';
import { folderWith } from '../../temporary-folder.ts';

const inspect = (folder: string) => inspectProject({ project: folder, repository: folder });

/** What is found for somebody who is in a folder and names none. */
async function findFrom(folder: string) {
  const before = process.cwd();
  process.chdir(folder);
  return findFolders(undefined).finally(() => process.chdir(before));
}

describe('the folder', () => {
  test('is found in its repository, without git', async () => {
    const top = await folderWith({ '.git/HEAD': '', 'a b/c/x': '' });
    await symlink('a b/c', join(top, 'link'));
    const folders = { project: join(top, 'a b/c'), repository: top };
    expect(await findFolders(join(top, 'link'))).toEqual(folders);
    expect((await inspectProject(folders)).context).toBe('a b/c');
  });

  test('stands alone where there is no repository', async () => {
    const folder = await folderWith({});
    expect(await findFolders(folder)).toEqual({ project: folder, repository: folder });
  });

  test.each<[string, string[], string]>([
    ['a Dockerfile', ['Dockerfile'], 'a Dockerfile'],
    ['a Dockerfile, whatever packages are here', ['Dockerfile', 'a/b/requirements.txt'], 'a Dockerfile'],
    ['settings', ['dev-in-docker.toml'], 'dev-in-docker.toml'],
    ['packages', ['pyproject.toml', 'requirements-dev.txt'], 'pyproject.toml'],
    ['packages that are not read', ['setup.py'], 'setup.py'],
  ])('is a part of the project above that has %s', async (_, names, found) => {
    const top = await folderWith(Object.fromEntries(['.git/HEAD', 'a/b/x.py', ...names].map(name => [name, ''])));
    await expect(findFrom(join(top, 'a/b'))).rejects.toThrow(
      `${top} has ${found} already, which serves this folder too: go there, or write "dev-in-docker init ." for a project of its own.`,
    );
    expect((await findFolders(join(top, 'a/b'))).project).toBe(join(top, 'a/b'));
  });

  test.each<[string, string[]]>([
    ['packages', ['uv.lock', 'a/requirements.txt']],
    ['a Dockerfile', ['Dockerfile', 'a/Dockerfile']],
    ['packages, and those above are beyond the repository', ['requirements.txt', 'a/.git/HEAD']],
  ])('is a project of its own with %s', async (_, names) => {
    const top = await folderWith(Object.fromEntries(['a/x.py', ...names].map(name => [name, ''])));
    expect((await findFrom(join(top, 'a'))).project).toBe(join(top, 'a'));
  });

  test('in a home that has a Dockerfile, and its settings in git, belongs to neither', async () => {
    const home = await folderWith({ '.git/HEAD': '', Dockerfile: '', 'analysis/x.py': '' });
    vi.stubEnv('HOME', home);
    onTestFinished(() => void vi.unstubAllEnvs());
    const project = join(home, 'analysis');
    expect(await findFrom(project)).toEqual({ project, repository: project });
    expect(await findFolders(project)).toEqual({ project, repository: project });
  });

  test.each<[string, string[], boolean]>([
    ['is empty', [], false],
    ['has other things', ['a.txt', 'Music/x'], true],
    ['has packages', ['requirements-dev.txt', 'a.txt'], false],
    ['has a Dockerfile', ['Dockerfile'], false],
    ['is in a repository', ['.git/HEAD', 'a.txt'], false],
  ])('that %s: whether it is to be asked for', async (_, names, isStrange) => {
    const project = await folderWith(Object.fromEntries(names.map(name => [name, ''])));
    const strangers = await findStrangers({ project, repository: project });
    expect(strangers).toEqual(isStrange ? ['Music', 'a.txt'] : []);
  });

  test('that is a home is to be asked for, whatever it has', async () => {
    const project = await folderWith({ 'requirements.txt': '' });
    vi.stubEnv('HOME', project);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await findStrangers({ project, repository: project })).toEqual(['requirements.txt']);
  });

  test.each(['gone', 'file', 'file/below'])('%s is none', async name => {
    const folder = await folderWith({ file: '' });
    await expect(findFolders(join(folder, name))).rejects.toThrow(/^There is no folder ".*": create it first\.$/);
  });
});

describe('a project', () => {
  test('is read with what its requirements include', async () => {
    const folder = await folderWith({
      'requirements.txt': '\ufeff-r r/a.txt\n-r gone.txt\n-r ../out.txt',
      'r/a.txt': '-c b.txt\n-r ../requirements.txt',
      'r/b.txt': 'six<2',
      'src/a.py': '',
    });
    const { files, hasSourceFolder } = await inspect(folder);
    expect(Object.keys(files).sort()).toEqual(['r/a.txt', 'r/b.txt', 'requirements.txt']);
    expect(files['requirements.txt']).toMatch(/^-r/);
    expect(hasSourceFolder).toBe(true);
  });

  test('is read with requirements of other names, what they include, and what is not understood', async () => {
    const names = ['requirements/base.txt', 'requirements/more.txt', 'requirements.in', 'env.yml', 'setup.cfg'];
    const folder = await folderWith({
      ...Object.fromEntries(names.map(name => [name, ''])),
      'requirements/base.txt': '-r more.txt',
      'other.yml': '',
    });
    expect(Object.keys((await inspect(folder)).files).sort()).toEqual(names.sort());
  });

  test('has its tests found, but not those of others', async () => {
    const folder = await folderWith({
      'test_a.py': '',
      'checks/unit/b_test.py': '',
      'shop/tests.py': 'def test_c(): pass',
      'shop/testing.py': 'def test(): pass',
      'build/lib/test_g.py': '',
      'tests/helper.py': '',
      'tests/test_data.csv': '',
      '.tox/test_c.py': '',
      'node_modules/test_d.py': '',
      'env/pyvenv.cfg': '',
      'env/lib/test_e.py': '',
      'conda/conda-meta/history': '',
      'conda/lib/test_f.py': '',
      'odd name/pyvenv.cfg': '',
    });
    await symlink('test_a.py', join(folder, 'test_link.py'));
    const { tests, environments } = await inspect(folder);
    expect(tests).toEqual(['test_a.py', 'shop/tests.py', 'checks/unit/b_test.py']);
    expect(environments).toEqual(['conda', 'env']);
  });

  test('has its tests found beside data in any number of folders', async () => {
    const folder = await folderWith({ 'tests/test_a.py': '' });
    for (let index = 0; index < 2100; index++) await mkdir(join(folder, `data/${index}`), { recursive: true });
    expect((await inspect(folder)).tests).toEqual(['tests/test_a.py']);
  });

  test('tells what it is besides', async () => {
    const folder = await folderWith({
      'backend/manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")',
      'backend/shop/wsgi.py': 'os.environ["DJANGO_SETTINGS_MODULE"] = "shop.other"',
      'backend/shop/__init__.py': '',
      'backend/requirements.txt': '-r more.txt',
      'backend/more.txt': 'six',
      'data/.gitattributes': '*.nc filter=lfs diff=lfs\n',
      'a.ipynb': '{"metadata": {"kernelspec": {"name": "wine", "language": "python"}}}',
      'r.ipynb': '{"metadata": {"kernelspec": {"name": "ir", "language": "R"}}}',
      'broken.ipynb': '{',
      'libs/a/pyproject.toml': '[project]\nname = "a"\n',
      'libs/a/src/a.py': '',
      'libs/b/pyproject.toml': '[project',
      'test_git.py': 'subprocess.run(["git", "init"])',
      'fast.pyx': '',
    });
    expect(await inspect(folder)).toMatchObject({
      django: { settings: 'shop.settings', folder: 'backend' },
      hasLfs: true,
      hasCompiled: true,
      startsGit: true,
      packageFolders: ['backend/shop'],
      notebooks: [{ path: 'a.ipynb', kernel: 'wine' }],
      members: [{ folder: 'libs/a', hasSourceFolder: true }],
      files: { 'backend/requirements.txt': '-r more.txt', 'backend/more.txt': 'six' },
      sizes: {},
    });
  });

  test.each([
    ['commands = python -m django test --settings=tests.settings {posargs}', 'tests.settings'],
    ['setenv =\n    DJANGO_SETTINGS_MODULE = tests.base', 'tests.base'],
    ['commands = python -m sphinx --settings={toxinidir}', 'shop.settings'],
  ])('is tested by Django with the settings that tox names: %j', async (line, settings) => {
    const folder = await folderWith({
      'tox.ini': `[testenv]\n${line}\n`,
      'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")',
      'sample/tox.ini': '[testenv]\nsetenv = DJANGO_SETTINGS_MODULE=sample.settings',
    });
    expect((await inspect(folder)).django).toEqual({ settings, folder: '' });
  });

  test('in a folder of a repository has files in LFS if one above says so', async () => {
    const repository = await folderWith({ '.gitattributes': '*.nc filter=lfs\n', 'a/b/x': '' });
    expect((await inspectProject({ repository, project: join(repository, 'a/b') })).hasLfs).toBe(true);
  });

  test('has big files and folders told, without what is hidden or of others', async () => {
    const folder = await folderWith({
      'data/raw/a.bin': '',
      '.cache/b.bin': '',
      'env/pyvenv.cfg': '',
      'env/c.bin': '',
    });
    for (const path of ['data/raw/a.bin', '.cache/b.bin', 'env/c.bin']) await truncate(join(folder, path), 60e6);
    const size = 60e6;
    expect((await inspect(folder)).sizes).toEqual({ data: size, 'data/raw': size, 'data/raw/a.bin': size });
  });

  test('has its Dockerfile and stages where its settings say', async () => {
    const settings = 'file = "./docker/Dockerfile"\ntarget = "base"\n';
    const names = { 'dev-in-docker.toml': settings, 'docker/Dockerfile': 'FROM x', Dockerfile: 'FROM y' };
    const { files, dockerfile } = await inspect(await folderWith(names));
    expect(dockerfile).toEqual({ path: 'docker/Dockerfile', target: 'base', shareTarget: 'share' });
    expect(files).toEqual({ 'docker/Dockerfile': 'FROM x' });
    const standard = { path: 'Dockerfile', target: 'dev', shareTarget: 'share' };
    expect((await inspect(await folderWith({}))).dockerfile).toEqual(standard);
  });

  test('whose settings lead out of it', async () => {
    const folder = await folderWith({ 'pyproject.toml': '[tool.dev-in-docker]\nfile = "../Dockerfile"\n' });
    await expect(inspect(folder)).rejects.toThrow(
      'The setting file in [tool.dev-in-docker] of pyproject.toml is "../Dockerfile", which leads out of the checkout',
    );
  });

  test('has its virtual environments read, where they can be', async () => {
    const folder = await folderWith({ '.venv/pyvenv.cfg': 'version = 3.10.13', 'venv/pyvenv.cfg': '\0', 'x/y': '' });
    await symlink('x', join(folder, 'env'));
    expect((await inspect(folder)).files).toEqual({ '.venv/pyvenv.cfg': 'version = 3.10.13' });
  });

  test('with a broken pyproject.toml', async () => {
    const folder = await folderWith({ 'pyproject.toml': '[project\n' });
    await expect(inspect(folder)).rejects.toThrow('pyproject.toml is no valid TOML in line 1');
  });

  test('whose requirements PowerShell has written', async () => {
    const folder = await folderWith({});
    await writeFile(join(folder, 'requirements.txt'), '\ufeffsix\n', 'utf16le');
    await expect(inspect(folder)).rejects.toThrow('"requirements.txt" is not in UTF-8');
  });

  test('whose requirements for documentation are not in UTF-8', async () => {
    const folder = await folderWith({ 'docs/requirements.txt': '\0', 'requirements.txt': 'six' });
    expect(Object.keys((await inspect(folder)).files)).toEqual(['requirements.txt']);
  });

  test('whose requirements are elsewhere', async () => {
    const top = await folderWith({ 'project/x': '', 'requirements.txt': '' });
    await symlink('../requirements.txt', join(top, 'project/requirements.txt'));
    await expect(inspect(join(top, 'project'))).rejects.toThrow(
      "requirements.txt is no file of this folder, so Docker can't copy it: put the file itself there.",
    );
  });

  test.each([
    ['', 'steps:\n- uses: me/dev-in-docker@v1', true],
    ['', 'steps:\n- uses: me/dev-in-docker@v1\n  with:\n    context: wine', false],
    ['wine', 'steps:\n- uses: me/dev-in-docker@v1\n  with:\n    context: "./wine/"', true],
    ['wine', 'steps:\n- uses: me/dev-in-docker@v1', false],
    ['', 'steps:\n- run: pytest', false],
  ])('in %j with a workflow %#', async (context, text, isUser) => {
    const names = { '.github/workflows/ci.yaml': text, '.github/workflows/lint.yml': '', 'wine/x': '' };
    const repository = await folderWith(names);
    const { workflows } = await inspectProject({ repository, project: join(repository, context) });
    expect(workflows).toEqual([
      { path: '.github/workflows/ci.yaml', usesAction: isUser, mayPublish: false },
      { path: '.github/workflows/lint.yml', usesAction: false, mayPublish: false },
    ]);
  });

  test('finds a link out of the repository in the place of its workflow', async () => {
    const top = await folderWith({ 'project/.github/workflows/x.yml': '', 'uses.yml': '- uses: me/dev-in-docker@v1' });
    await symlink('../../../uses.yml', join(top, 'project/.github/workflows/test.yml'));
    const { workflows } = await inspect(join(top, 'project'));
    expect(workflows).toContainEqual({ path: '.github/workflows/test.yml', usesAction: false, mayPublish: false });
  });
});

describe('a file', () => {
  test('is written with the folders on its way', async () => {
    const folder = await folderWith({});
    expect(await inspectPath(folder, 'a/b/c.txt')).toEqual({ kind: 'nothing' });
    await writeWhole(folder, 'a/b/c.txt', 'text', false);
    expect(await inspectPath(folder, 'a/b/c.txt')).toEqual({ kind: 'file', text: 'text' });
  });

  test("belongs to whom the project belongs to, if it is root's hand that writes", async () => {
    const folder = await folderWith({});
    const owner = process.getuid?.() || 1001;
    await chown(folder, owner, (await lstat(folder)).gid);
    await writeWhole(folder, 'a/b.txt', 'text', false);
    await writeWhole(folder, 'a/b.txt', 'other', true);
    for (const path of ['a', 'a/b.txt']) expect((await lstat(join(folder, path))).uid).toBe(owner);
  });

  test('is never written over one that has come meanwhile', async () => {
    const folder = await folderWith({ file: 'theirs' });
    await expect(writeWhole(folder, 'file', 'ours', false)).rejects.toThrow(/^".*\/file" can't be written: /);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('theirs');
  });

  test('is replaced as a whole, and leaves nothing beside it', async () => {
    const folder = await folderWith({ file: 'theirs' });
    await writeWhole(folder, 'file', 'ours', true);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('ours');
    expect(await readdir(folder)).toEqual(['file']);
  });

  test('is never written through a link', async () => {
    const top = await folderWith({ 'project/x': '', 'outside/file': 'theirs' });
    const folder = join(top, 'project');
    await symlink('../outside', join(folder, 'folder'));
    await symlink('../outside/new', join(folder, 'link'));
    await expect(inspectPath(folder, 'folder/file')).rejects.toThrow(
      'is a link or no folder: nothing is written there.',
    );
    await expect(writeWhole(folder, 'folder/file', 'ours', true)).rejects.toThrow('nothing is written there.');
    expect(await inspectPath(folder, 'link')).toEqual({ kind: 'other' });
    await expect(writeWhole(folder, 'link', 'ours', false)).rejects.toThrow("can't be written");
    expect(await readdir(join(top, 'outside'))).toEqual(['file']);
    expect(await readFile(join(top, 'outside/file'), 'utf8')).toBe('theirs');
  });

  test('is not written where a folder or a file is in its way', async () => {
    const folder = await folderWith({ file: '' });
    await mkdir(join(folder, 'folder'));
    expect(await inspectPath(folder, 'folder')).toEqual({ kind: 'other' });
    await expect(inspectPath(folder, 'file/a')).rejects.toThrow('is a link or no folder');
    expect((await lstat(join(folder, 'folder'))).isDirectory()).toBe(true);
  });
});

describe('whose dev-in-docker it is', () => {
  const lock = (resolved: string) => JSON.stringify({ packages: { 'node_modules/dev-in-docker': { resolved } } });
  test.each([
    ['git+ssh://git@github.com/me/dev-in-docker.git#0a1b', 'me'],
    ['git+https://github.com/my-lab/dev-in-docker.git#0a1b', 'my-lab'],
    ['git+ssh://git@github.com/me/other.git#0a1b', undefined],
    ['git+ssh://git@example.org/me/dev-in-docker.git#0a1b', undefined],
    ['file:../dev-in-docker', undefined],
  ])('that came from %s', async (resolved, owner) => {
    const folder = await folderWith({
      'node_modules/.package-lock.json': lock(resolved),
      'node_modules/dev-in-docker/dist/cli.js': '',
    });
    expect(await findOwner(join(folder, 'node_modules/dev-in-docker/dist/cli.js'))).toBe(owner);
  });

  test.each(['dist/cli.js', 'node_modules/dev-in-docker/dist/cli.js'])('at %s is not known', async path => {
    const folder = await folderWith({ [path]: '', 'node_modules/.package-lock.json': '[' });
    expect(await findOwner(join(folder, path))).toBe(undefined);
  });
});
