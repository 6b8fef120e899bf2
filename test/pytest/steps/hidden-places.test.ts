import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeImage } from '../../../src/image/image.ts';
import { checkoutMounts, foldersKeptVisible } from '../../../src/pytest/steps/test.ts';
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
});

describe("folders of the checkout at the image's volumes", () => {
  const volumes = (...paths: string[]) =>
    describeImage({
      id: 'sha256:1',
      contentId: '1',
      config: { WorkingDir: '/app', Volumes: Object.fromEntries(paths.map(path => [path, {}])) },
    });
  const targets = async (paths: string[], visible: string[] = []) => {
    const root = await folderWith({ 'repo/data/a.csv': '', 'repo/deep/data/a.csv': '', 'repo/file': '', 'out/x': '' });
    const context = join(root, 'repo');
    await symlink('../out', join(context, 'link'));
    await mkdir(join(context, 'a,b'));
    const mounts = await checkoutMounts({ context, isReadOnly: false }, volumes(...paths), visible);
    expect(mounts[0]).toEqual({ source: context, target: '/app' });
    for (const { source, target } of mounts) expect(source).toBe(join(context, target.slice('/app'.length)));
    return mounts.slice(1).map(({ target }) => target);
  };

  test.each<[string, string[], string[]]>([
    ['lie over them', ['/app/data', '/app/deep/data'], ['/app/data', '/app/deep/data']],
    ['each once', ['/app/data', '/app/data/', '/app//data'], ['/app/data']],
    ['but not where the checkout has none', ['/app/absent', '/opt/data', '/data'], []],
    ['nor at the working directory', ['/app', '/app/'], []],
    ['nor where it has a file', ['/app/file'], []],
    ['nor behind a link', ['/app/link', '/app/link/x'], []],
    ['nor at a path that is more than a path', ['/app/a,b', '/app/../app/data', 'data'], []],
  ])('%s', async (_, paths, expected) => {
    expect(await targets(paths)).toEqual(expected);
  });

  test('but not where the image has packages', async () => {
    expect(await targets(['/app/data'], ['/app/data'])).toEqual([]);
  });

  test('and can be written no more than the checkout', async () => {
    const context = await folderWith({ 'data/a.csv': '' });
    const mounts = await checkoutMounts({ context, isReadOnly: true }, volumes('/app/data'), []);
    expect(mounts.map(({ isReadOnly }) => isReadOnly)).toEqual([true, true]);
  });
});
