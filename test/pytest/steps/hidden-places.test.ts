import { mkdir, readdir, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/host/run.ts';
import { describeImage } from '../../../src/image/image.ts';
import { checkoutMounts, findPlaces, foldersKeptVisible, type Places } from '../../../src/pytest/steps/test.ts';
import { UserError } from '../../../src/text/errors.ts';
import { folderWith } from '../../temporary-folder.ts';

const image = { workdir: '/app' };

describe('packages that the mounted checkout would hide', () => {
  test('are kept visible where the checkout has such folders', async () => {
    const folder = await folderWith({ '.venv/x': '', 'tools/env/x': '' });
    expect(await foldersKeptVisible(folder, image, { packages: ['.venv', 'tools/env'] })).toEqual([
      '/app/.venv',
      '/app/tools/env',
    ]);
  });

  const hostile = '.venv,type=bind,src=/,dst=/app/.venv';
  test.each([
    ['more fields of a mount', hostile],
    ['a quote', '.v"env'],
    ['a line break', '.v\nenv'],
  ])('are refused even where the checkout has a folder of that name: %s', async (_, name) => {
    const folder = await folderWith({ [join(name, 'x')]: '' });
    await expect(foldersKeptVisible(folder, image, { packages: [name] })).rejects.toThrow(
      'where nothing can be mounted: a comma, a quote',
    );
  });

  test('are refused where the checkout has no such folder', async () => {
    await expect(foldersKeptVisible(await folderWith({}), image, { packages: ['.venv'] })).rejects.toThrow(
      'has its packages in /app/.venv, which the mounted checkout hides',
    );
  });

  test('packages behind a link: only a mounted image is in the way, and is no mistake of the user', async () => {
    const [context, folder] = [await folderWith({ '.venv/x': '' }), await folderWith({ 'opt/venv/pyvenv.cfg': '' })];
    await mkdir(join(folder, 'app'));
    await symlink('/opt/venv', join(folder, 'app/.venv'));
    const plan = { context, folder: '', command: ['pytest'], environment: {}, uid: 1, gid: 1, options: [] };
    const image = describeImage({
      id: 'sha256:1',
      contentId: '1',
      config: { WorkingDir: '/app', Env: ['VIRTUAL_ENV=/app/.venv'] },
    });
    const test = { ...plan, isReadOnly: false, isLabelled: false };
    const run: Run = { id: '1', temp: '', workspace: '', reader: 'runner', signal: new AbortController().signal };
    const root = { skeleton: 's', mounts: [], volumes: [], folder };
    const refused = await findPlaces(test, image, run, root).catch((error: unknown) => error);
    expect(refused).toEqual(new Error('the packages in /app/.venv lie behind a link'));
    expect(refused).not.toBeInstanceOf(UserError);
  });
});

describe("folders and files of the checkout at the image's volumes", () => {
  const volumes = (...paths: string[]) =>
    describeImage({
      id: 'sha256:1',
      contentId: '1',
      config: { WorkingDir: '/app', Volumes: Object.fromEntries(paths.map(path => [path, {}])) },
    });
  const nothing: Places = { traits: { passwd: '', packages: [], filled: [] }, visible: [] };
  const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const targets = async (
    paths: string[],
    { filled = [], visible = [] }: { filled?: string[]; visible?: string[] } = {},
  ) => {
    const files = {
      'repo/data/a.csv': '',
      'repo/deep/data/a.csv': '',
      'repo/.git/hooks/a': '',
      'repo/file': '',
      'out/x': '',
    };
    const root = await folderWith(files);
    const context = join(root, 'repo');
    await symlink('../out', join(context, 'link'));
    await symlink('nowhere', join(context, 'dangling'));
    for (const name of ['a,b', 'empty']) await mkdir(join(context, name));
    const places = { traits: { ...nothing.traits, filled }, visible };
    const mounts = await checkoutMounts({ context, isReadOnly: false, ...owner }, volumes(...paths), places);
    for (const { source } of mounts) expect((await stat(source)).isFile()).toBe(source.endsWith('/file'));
    expect(await readdir(join(root, 'out'))).toEqual(['x']);
    expect(mounts[0]).toEqual({ source: context, target: '/app' });
    for (const { source, target } of mounts) expect(source).toBe(join(context, target.slice('/app'.length)));
    return mounts.slice(1).map(({ target }) => target);
  };

  test.each<[string, string[], string[]]>([
    ['lie over them', ['/app/data', '/app/deep/data'], ['/app/data', '/app/deep/data']],
    ['each once', ['/app/data', '/app/data/', '/app//data'], ['/app/data']],
    ['over a file too, which docker could put no folder in place of', ['/app/file'], ['/app/file']],
    ['made where the checkout has none', ['/app/absent/deep'], ['/app/absent/deep']],
    ['but not elsewhere', ['/opt/data', '/data'], []],
    ['nor at the working directory', ['/app', '/app/'], []],
    ['nor in git data', ['/app/.git', '/app/.git/hooks', '/app/sub/.GIT/hooks', '/app/.g\u200cit/hooks'], []],
    ['nor below a file', ['/app/file/x'], []],
    ['nor behind a link', ['/app/link', '/app/link/x', '/app/dangling', '/app/dangling/x'], []],
    ['nor at a path that is more than a path', ['/app/a,b', '/app/../app/data', 'data'], []],
  ])('%s', async (_, paths, expected) => {
    expect(await targets(paths)).toEqual(expected);
  });

  test('but not where the image has packages', async () => {
    expect(await targets(['/app/data'], { visible: ['/app/data'] })).toEqual([]);
  });

  test('nor where the image has files and the checkout has none', async () => {
    const filled = ['data', 'empty', 'absent'];
    expect(await targets(['/app/data', '/app/empty', '/app/absent'], { filled })).toEqual(['/app/data']);
  });

  test('and can be written no more than the checkout', async () => {
    const context = await folderWith({ 'data/a.csv': '' });
    const mounts = await checkoutMounts({ context, isReadOnly: true, ...owner }, volumes('/app/data'), nothing);
    expect(mounts.map(({ isReadOnly }) => isReadOnly)).toEqual([true, true]);
  });
});
