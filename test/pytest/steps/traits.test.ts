import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Run } from '../../../src/host/run.ts';
import { describeImage, type ImageConfig } from '../../../src/image/image.ts';
import { inspectTraits } from '../../../src/pytest/steps/traits.ts';
import { folderWith } from '../../temporary-folder.ts';

const passwd = 'root:x:0:0::/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\nbad:x:7:7::relative:/bin/sh\n';
const run: Run = { id: '1', temp: '', workspace: '', reader: 'runner', signal: new AbortController().signal };

async function traitsOf(config: ImageConfig, files: Record<string, string>, links: Record<string, string> = {}) {
  const folder = await folderWith({ 'etc/passwd': passwd, ...files });
  for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
  const image = describeImage({ id: 'sha256:1', contentId: '1', config: { WorkingDir: '/app', ...config } });
  return inspectTraits(image, run, { skeleton: '', mounts: [], volumes: [], folder });
}

const onPath = (...folders: string[]) => ({ Env: [`PATH=${folders.join(':')}`] });
test.each<[string, ImageConfig, Record<string, string>, string[]]>([
  ["the project's scripts, which the image has not", onPath('/app/scripts', '/usr/bin'), {}, []],
  ["the project's scripts, which the image has too", onPath('/app/scripts'), { 'app/scripts/greet': '' }, []],
  ['scripts beside a folder for Python', onPath('/app/scripts'), { 'app/scripts/python/x': '' }, []],
  ['a wrapper', onPath('/app/scripts'), { 'app/scripts/python': '#!/bin/sh\nexec python3 "$@"\n' }, []],
  ['another', onPath('/app/tools/bin'), { 'app/tools/bin/pytest': '#!/usr/bin/env bash\n' }, []],
  ['an environment', onPath('/app/.venv/bin'), { 'app/.venv/pyvenv.cfg': '' }, ['.venv']],
  ['an environment that is nowhere', { Env: ['VIRTUAL_ENV=/app/.venv'] }, {}, []],
  ["Conda's", onPath('/app/env/bin'), { 'app/env/conda-meta/history': '' }, ['env']],
  ['programs with pytest', onPath('/app/bin'), { 'app/bin/pytest': '' }, ['bin']],
  ['packages of another kind', onPath('/app/node_modules/.bin'), { 'app/node_modules/a/x': '' }, ['node_modules']],
])('packages below the working directory: %s', async (_, config, files, packages) => {
  expect(await traitsOf(config, files)).toEqual({ passwd, packages, filled: [] });
});

test('volumes in which the image has files', async () => {
  const Volumes = { '/app/models': {}, '/app/data': {}, '/opt/data': {} };
  const files = { 'app/models/a.bin': '', 'opt/data/x': '' };
  expect((await traitsOf({ Volumes }, files)).filled).toEqual(['models']);
});

test.each<[string | undefined, string | undefined]>([
  [undefined, undefined],
  ['root', undefined],
  ['app', '/home/app/.local'],
  ['1000:1000', '/home/app/.local'],
  ['nobody', undefined],
  ['bad', undefined],
])('what the user %s has installed is in %s', async (User, userBase) => {
  const files = { 'home/app/.local/lib/x': '', 'root/.local/lib/x': '', 'relative/.local/lib/x': '' };
  expect((await traitsOf(User === undefined ? {} : { User }, files)).userBase).toBe(userBase);
});

test.each<[string | undefined, string, string | undefined]>([
  [undefined, '/srv/home', '/srv/home/.local'],
  ['app', '/srv/home', '/srv/home/.local'],
  ['app', 'relative', undefined],
])('what the user %s has installed where ENV makes %s their home', async (User, home, userBase) => {
  const config = { Env: [`HOME=${home}`], ...(User === undefined ? {} : { User }) };
  const files = { 'srv/home/.local/lib/x': '', 'home/app/.local/lib/x': '' };
  expect((await traitsOf(config, files)).userBase).toBe(userBase);
});

test('a user without packages of their own', async () => {
  expect(await traitsOf({ User: 'app' }, { 'home/app/.bashrc': '' })).toEqual({ passwd, packages: [], filled: [] });
});

test.each([
  ['../../../../../../../../etc/hostname', ''],
  ['/etc/hostname', ''],
  ['/usr/lib/passwd', passwd],
])('a user database that is a link to %s is looked for in the image only', async (target, expected) => {
  const folder = await folderWith({ 'usr/lib/passwd': passwd, 'etc/x': '' });
  await symlink(target, join(folder, 'etc/passwd'));
  const image = describeImage({ id: 'sha256:1', contentId: '1', config: { WorkingDir: '/app' } });
  const traits = await inspectTraits(image, run, { skeleton: '', mounts: [], volumes: [], folder });
  expect(traits.passwd).toBe(expected);
});
