// The bundled command as a process: where it refuses to start, and that nothing it says gets lost.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../steps/temporary-folder.ts';

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
