import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeImage } from '../../../src/image/image.ts';
import { foldersKeptVisible } from '../../../src/pytest/steps/test.ts';
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
});
