import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeImage } from '../../../src/image/image.ts';
import { foldersKeptVisible, requireRunnable } from '../../../src/pytest/steps/test.ts';
import { UserError } from '../../../src/text/errors.ts';
import { folderWith } from '../../temporary-folder.ts';

const imageWith = (...Env: string[]) =>
  describeImage({ id: 'sha256:1', contentId: '1', config: { WorkingDir: '/app', Env } });

describe('places that the mounted checkout would hide', () => {
  test.each([
    ['the environment', 'VIRTUAL_ENV=/app/.venv', ['/app/.venv']],
    ["uv's, relative", 'UV_PROJECT_ENVIRONMENT=.venv', ['/app/.venv']],
    ['programs', 'PATH=/app/.venv/bin:/usr/bin', ['/app/.venv']],
    ['another place', 'PATH=/opt/venv/bin:/usr/bin', []],
    ['modules of the project', 'PYTHONPATH=/app/src', []],
  ])('%s', async (_, variable, expected) => {
    expect(await foldersKeptVisible(await folderWith({ '.venv/x': '', 'src/x': '' }), imageWith(variable))).toEqual(
      expected,
    );
  });

  const hostile = '.venv,type=bind,src=/,dst=/app/.venv';
  test.each([
    ['more fields of a mount', hostile],
    ['a quote', '.v"env'],
    ['a line break', '.v\nenv'],
  ])('refused even where the checkout has a folder of that name: %s', async (_, name) => {
    const folder = await folderWith({ [join(name, 'x')]: '' });
    for (const variable of ['VIRTUAL_ENV', 'UV_PROJECT_ENVIRONMENT', 'PATH']) {
      await expect(foldersKeptVisible(folder, imageWith(`${variable}=/app/${name}`))).rejects.toThrow(
        'where nothing can be mounted: a comma, a quote',
      );
    }
  });

  test('packages that are nowhere in the checkout', async () => {
    await expect(foldersKeptVisible(await folderWith({}), imageWith('VIRTUAL_ENV=/app/.venv'))).rejects.toThrow(
      'has its packages in /app/.venv, which the mounted checkout hides',
    );
  });

  test('packages behind a link: only a mounted image is in the way, and is no mistake of the user', async () => {
    const [context, folder] = [await folderWith({ '.venv/x': '' }), await folderWith({ 'opt/venv/x': '' })];
    await mkdir(join(folder, 'app'));
    await symlink('/opt/venv', join(folder, 'app/.venv'));
    const plan = { context, folder: '', command: ['pytest'], environment: {}, uid: 1, gid: 1, options: [] };
    const image = imageWith('VIRTUAL_ENV=/app/.venv');
    const test = { ...plan, isReadOnly: false, isLabelled: false };
    await requireRunnable(test, image);
    const root = { skeleton: 's', mounts: [], volumes: [], folder };
    const refused = await requireRunnable(test, image, root).catch((error: unknown) => error);
    expect(refused).toEqual(new Error('the packages in /app/.venv lie behind a link'));
    expect(refused).not.toBeInstanceOf(UserError);
  });
});
