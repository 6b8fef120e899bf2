import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lookInto } from '../../../src/image/steps/look.ts';
import { BLOCK, makeTar } from '../../../src/image/tar.ts';
import { folderWith } from '../../temporary-folder.ts';

/** In docker's place: knows one container, whose folders are archives; one is without end, and one never comes. */
const docker = `#!/bin/sh
cd "$(dirname "$0")"
echo "$*" >> log
case "$1 $2" in
  'cp '*:/app/.) exec cat app.tar;;
  'cp '*:/endless/.) while cat unfinished.tar; do :; done;;
  'cp '*:/late/.) exec sleep 60;;
  'cp '*:/file|'cp '*:/link|'cp '*:/app) exec cat "\${2##*/}.tar";;
  'create '*) ;;
  'rm '*) ;;
  *) exit 1;;
esac
`;

async function withDocker(): Promise<{ commands: () => Promise<string[]> }> {
  const folder = await folderWith({
    docker,
    'files/app/large.bin': 'x'.repeat(1 << 20),
    'files/app/sub/_deep.py': '',
    'files/app/wine/__init__.py': '',
    'files/app/_fast.so': '',
    'files/file': 'some text',
  });
  await symlink('file', join(folder, 'files/link'));
  for (const name of ['file', 'link'])
    execFileSync('tar', ['--format=pax', '-C', join(folder, 'files'), '-cf', join(folder, `${name}.tar`), name]);
  execFileSync('tar', [
    '--format=pax',
    '--sort=name',
    '-C',
    join(folder, 'files'),
    '-cf',
    join(folder, 'app.tar'),
    'app',
  ]);
  await writeFile(join(folder, 'unfinished.tar'), makeTar([{ name: 'app/again', kind: 'file' }]).subarray(0, BLOCK));
  await chmod(join(folder, 'docker'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  return { commands: async () => (await readFile(join(folder, 'log'), 'utf8')).trim().split('\n') };
}

const run = { id: '1', signal: new AbortController().signal };

test.each([
  ['/app', '_fast.so', true],
  ['/app', 'wine', true],
  ['/app', '_deep.py', false],
  ['/app', 'absent', false],
  ['/nowhere', 'wine', false],
  // What is found ends the reading of what is left.
  ['/endless', 'again', true],
])('in %s, %s is there: %s', async (folder, wanted, expected) => {
  await withDocker();
  expect(await lookInto('sha256:1', run, ({ has }) => has(folder, name => name === wanted))).toBe(expected);
});

const kinds: [string, string | undefined, string | undefined][] = [
  ['/file', 'file', 'some text'],
  ['/link', 'link', undefined],
  ['/app', 'folder', undefined],
  ['/nowhere', undefined, undefined],
];

test.each(kinds)('%s of a container is a %s, and has the text %s', async (path, kind, text) => {
  await withDocker();
  await lookInto('sha256:1', run, async ({ find, read }) => {
    expect((await find(path))?.kind).toBe(kind);
    const bytes = await read(path, 9);
    expect(bytes && new TextDecoder().decode(bytes)).toBe(text);
    expect(await read(path, 8)).toBeUndefined();
  });
});

test.each([
  ...kinds,
  // Nothing of this machine is looked at for the image.
  ['/out', 'link', undefined],
  ['/out/etc/passwd', undefined, undefined],
  ['/inside/_fast.so', undefined, undefined],
  ['/../secret', undefined, undefined],
] satisfies typeof kinds)('%s of a mounted image is a %s, and has the text %s', async (path, kind, text) => {
  const folder = await folderWith({ 'root/file': 'some text', 'root/app/_fast.so': '', secret: 'secret' });
  for (const [name, target] of Object.entries({ link: 'file', out: '/', inside: 'app' }))
    await symlink(target, join(folder, 'root', name));
  await mkdir(join(folder, 'root/more'));
  const root = { skeleton: '', mounts: [], volumes: [], folder: join(folder, 'root') };
  await lookInto(
    'sha256:1',
    run,
    async ({ find, read, has }) => {
      expect((await find(path))?.kind).toBe(kind);
      const bytes = await read(path, 9);
      expect(bytes && new TextDecoder().decode(bytes)).toBe(text);
      expect(await has('/inside', name => name === '_fast.so')).toBe(true);
      expect(await has('/out', name => name === 'etc')).toBe(false);
    },
    { root },
  );
});

test('nothing of the image is run, and the container is removed', async () => {
  const { commands } = await withDocker();
  await lookInto('sha256:1', run, async ({ has }) => [
    await has('/app', () => false),
    await has('/nowhere', () => true),
  ]);
  expect(await commands()).toEqual([
    'create --name dev-in-docker-1 --label dev-in-docker=1 --pull never --network none sha256:1 none',
    'cp dev-in-docker-1:/app/. -',
    'cp dev-in-docker-1:/nowhere/. -',
    'rm --force --volumes dev-in-docker-1',
  ]);
});

test.each(['/late', '/endless'])(
  'what takes too long counts as absent, and the container is removed: %s',
  async folder => {
    const { commands } = await withDocker();
    const look = lookInto('sha256:1', run, ({ has }) => has(folder, () => false), { patienceSeconds: 0.2 });
    expect(await look).toBe(false);
    expect((await commands()).at(-1)).toBe('rm --force --volumes dev-in-docker-1');
  },
);

test('a run that is to stop does not wait for the time to pass', async () => {
  const { commands } = await withDocker();
  const stop = new AbortController();
  const look = lookInto('sha256:1', { ...run, signal: stop.signal }, async ({ has }) => {
    const found = has('/late', () => true);
    stop.abort();
    return [await found, await has('/app', () => true)];
  });
  expect(await look).toEqual([false, false]);
  expect((await commands()).at(-1)).toBe('rm --force --volumes dev-in-docker-1');
});
