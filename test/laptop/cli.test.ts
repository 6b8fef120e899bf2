// The bundled command as a process: where it refuses to start, and that nothing it says gets lost.
import { spawnSync } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../temporary-folder.ts';

const cli = resolve('dist/cli.js');

/** A module that is loaded first, and pretends another Node. */
function pretending(change: string): string[] {
  return ['--import', `data:text/javascript,${encodeURIComponent(change)}`];
}

test.each([
  [
    'an old Node',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.14.0' } })",
    'dev-in-docker needs Node 22.15, 23.8 or newer, but this is 22.14.0: update Node.\n',
  ],
  [
    'one that came before zstd did',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '23.7.0' } })",
    'dev-in-docker needs Node 22.15, 23.8 or newer, but this is 23.7.0: update Node.\n',
  ],
  [
    'the Node of Windows',
    "Object.defineProperty(process, 'platform', { value: 'win32' })",
    'On Windows, dev-in-docker runs within WSL: install Node in your WSL distribution, and call it there.\n',
  ],
])('%s is told', (_, change, sentence) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...pretending(change), cli, 'dev'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 125, stdout: '', stderr: sentence });
});

test('more than a pipe holds arrives, however late it is read', () => {
  const word = 'x'.repeat(100_000);
  const script = '("$0" "$@" 2>&1 >/dev/null; echo "ended with $?") | (sleep 0.5; cat)';
  const { stdout } = spawnSync('sh', ['-c', script, process.execPath, cli, word], { encoding: 'utf8' });
  expect(stdout).toBe(`error: unknown command '${word}'\nended with 125\n`);
});

test.each([[['--', '--help']], [['-x', '--', '--help']]])('test %j is for pytest', async args => {
  const folder = await folderWith({ 'test_a.py': '' });
  const { status, stderr } = spawnSync(process.execPath, [cli, 'test', ...args], { encoding: 'utf8', cwd: folder });
  expect(stderr).toMatch(/^There is no Dockerfile in /);
  expect(status).toBe(125);
});

/** Root may enter any folder, and has a home whatever the variables say. */
const stranger = process.getuid?.() === 0 ? { uid: 54321, gid: 54321 } : {};

test('a folder that may not be entered is told', async () => {
  const folder = await folderWith({ 'locked/a.py': '' });
  await chmod(folder, 0o755);
  await chmod(join(folder, 'locked'), process.getuid?.() === 0 ? 0o700 : 0);
  for (const path of ['locked', 'locked/.']) {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'init', path], {
      ...{ encoding: 'utf8', cwd: folder, ...stranger },
    });
    expect(stderr).toBe(`"${path}" can't be entered (EACCES): make it yours, or readable for you.\n`);
    expect(status).toBe(125);
  }
});

test.each([[['dev']], [['doctor']], [['init']], [['share', '--push', '-t', 'octo/wine']]])(
  'in a folder that was deleted, %j says so',
  async args => {
    const folder = join(await folderWith({}), 'gone');
    await mkdir(folder);
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', 'rmdir "$PWD"; exec "$@"', 'sh', process.execPath, cli, ...args],
      {
        ...{ encoding: 'utf8', cwd: folder },
      },
    );
    expect(stderr).toBe("The folder that you are in was deleted: go to your project's folder.\n");
    expect(status).toBe(125);
  },
);

test.runIf(process.getuid?.() === 0).each(['dev', 'doctor'])('without a home, %s asks for one', command => {
  const { status, stderr } = spawnSync(process.execPath, [cli, command], {
    ...{ encoding: 'utf8', cwd: '/', env: { PATH: process.env.PATH }, ...stranger },
  });
  expect(stderr).toBe('This machine knows no home folder for you: let the variable HOME name one that is yours.\n');
  expect(status).toBe(125);
});
