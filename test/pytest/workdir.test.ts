import { describe, expect, test } from 'vitest';
import { hiddenFolders, hiddenPackages, marksOf, requireVisible, requireWorkdir } from '../../src/pytest/workdir.ts';

test.each(['/usr/src/app', '/app', '/a b/ü'])('the checkout is mounted at %s', workdir => {
  expect(() => requireWorkdir({ workdir })).not.toThrow();
});

test.each(['', '/'])('the checkout is not mounted at %j', workdir => {
  expect(() => requireWorkdir({ workdir })).toThrow(
    'The dev stage sets no working directory, where your files are mounted for the tests: add the line "WORKDIR /usr/src/app" to it, or set the input workdir.',
  );
});

describe('folders that may have packages which a checkout at /app hides', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['no variable', {}, []],
    ['empty variables', { VIRTUAL_ENV: '', PATH: ':' }, []],
    ['an environment', { VIRTUAL_ENV: '/app/.venv' }, ['.venv']],
    ['an environment, with a slash at its end', { VIRTUAL_ENV: '/app/.venv/' }, ['.venv']],
    ['an environment by a detour', { VIRTUAL_ENV: '/app/../app//./.venv' }, ['.venv']],
    ['an environment deeper down', { VIRTUAL_ENV: '/app/build/venv' }, ['build/venv']],
    ["uv's, relative to the working directory", { UV_PROJECT_ENVIRONMENT: '.venv' }, ['.venv']],
    ['its programs', { PATH: '/app/.venv/bin:/usr/local/bin:/usr/bin' }, ['.venv']],
    ['programs for administrators', { PATH: '/app/tools/sbin' }, ['tools']],
    ['programs of packages', { PATH: '/app/node_modules/.bin' }, ['node_modules']],
    ['programs beside no others', { PATH: '/app/scripts' }, ['scripts']],
    [
      'all three name the same',
      { VIRTUAL_ENV: '/app/.venv', UV_PROJECT_ENVIRONMENT: '.venv', PATH: '/app/.venv/bin' },
      ['.venv'],
    ],
    ['several', { VIRTUAL_ENV: '/app/.venv', PATH: '/app/.tools/bin:/app/.venv/bin' }, ['.venv', '.tools']],
    ['a name that begins with two dots', { VIRTUAL_ENV: '/app/..venv' }, ['..venv']],
    ['another place', { VIRTUAL_ENV: '/opt/venv', PATH: '/opt/venv/bin:/usr/bin' }, []],
    ['a place that only begins like it', { VIRTUAL_ENV: '/application/.venv' }, []],
    ['the working directory itself', { VIRTUAL_ENV: '/app', PATH: '/app:.' }, []],
    ['above it', { VIRTUAL_ENV: '..', PATH: '/:/app/../bin' }, []],
    ["the project's own modules", { PYTHONPATH: '/app:/app/src:src' }, []],
    [
      'installed modules',
      { PYTHONPATH: '/app/src:/app/vendor/lib/python3.13/site-packages' },
      ['vendor/lib/python3.13/site-packages'],
    ],
    ['any other variable', { HOME: '/app/home' }, []],
  ])('%s', (_, environment, expected) => {
    expect(hiddenFolders({ workdir: '/app', environment })).toEqual(expected);
  });
});

test.each(['', '/'])('a checkout that is not mounted, at %j, hides nothing', workdir => {
  expect(hiddenFolders({ workdir, environment: { PATH: '/usr/local/bin:/usr/bin' } })).toEqual([]);
});

test('a hidden folder is visible where the checkout has one of that name', () => {
  expect(() => requireVisible('/app/.venv', true)).not.toThrow();
});

test.each<[string, string, boolean, string]>([
  ['the checkout has none', '/app/.venv', false, hiddenPackages('/app/.venv').message],
  [
    'its name could be read as more than a path',
    '/app/.venv,type=bind,src=/,dst=/app/.venv',
    true,
    'The dev image has its packages in "/app/.venv,type=bind,src=/,dst=/app/.venv", where nothing can be mounted: a comma, a quote or a control character in a path could be read as more than a path. Install them in a folder with a plainer name.',
  ],
])('a hidden folder can not be kept visible: %s', (_, path, isInCheckout, message) => {
  expect(() => requireVisible(path, isInCheckout)).toThrow(message);
});

test.each([
  ['node_modules', ['node_modules']],
  ['vendor/lib/python3.13/site-packages', ['vendor/lib/python3.13/site-packages']],
  [
    '.venv',
    ['pyvenv.cfg', 'conda-meta/history', 'bin/python', 'bin/pytest', 'python', 'pytest'].map(mark => `.venv/${mark}`),
  ],
])('the image has packages in %s where it has one of %j', (folder, marks) => {
  expect(marksOf(folder)).toEqual(marks);
});

test('who has packages in a hidden folder is told the cure', () => {
  expect(hiddenPackages('/app/.venv').message).toBe(
    'The dev image has its packages in /app/.venv, which the mounted checkout hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile, or end the dev stage with another WORKDIR.',
  );
});
