import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { withRegistry } from '../../../src/share/steps/registry.ts';
import { folderWith } from '../../temporary-folder.ts';

/**
 * In docker's place. As the real one does, it takes a credential helper that it finds on PATH, unless its configuration
 * names where credentials are kept.
 */
const docker = `#!/bin/sh
cd "$(dirname "$0")"
echo "$*" >> log
[ "$1" = login ] || exit 0
tr -d '\\n' < "$DOCKER_CONFIG/config.json" >> log
echo >> log
grep -Eq '"(credsStore|auths)": *("[^"]|\\{ *"[^"])' "$DOCKER_CONFIG/config.json" || docker-credential-pass store
[ ! -e refuses ]
`;
const helper = '#!/bin/sh\necho "the helper: $*" >> "$(dirname "$0")/log"\n';

const plan = { host: 'ghcr.io', username: 'octo', password: 's3cret', overwrite: false };
const config = '{"auths":{"ghcr.io":{}}}';

let programs = '';
let temp = '';
beforeEach(async () => {
  programs = await folderWith({ docker, 'docker-credential-pass': helper, pass: helper });
  for (const name of ['docker', 'docker-credential-pass', 'pass']) await chmod(join(programs, name), 0o755);
  temp = await folderWith({});
  vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
});
const run = () => ({ id: '1', temp, workspace: temp, signal: new AbortController().signal, reader: 'pipe' }) as const;
const said = async () => (await readFile(join(programs, 'log'), 'utf8')).trim().split('\n').slice(1);
const login = ['login --username octo --password-stdin ghcr.io', config];

test('a password is given to no credential helper that is there, and is forgotten after the push', async () => {
  expect(await withRegistry(plan, run(), async () => 'pushed')).toBe('pushed');
  expect(await said()).toEqual([...login, 'logout ghcr.io']);
  expect(await readdir(temp)).toEqual([]);
});

test.each([
  ['push', false],
  ['login', true],
])('it is forgotten where the %s fails', async (_, isRefused) => {
  if (isRefused) await writeFile(join(programs, 'refuses'), '');
  const action = () => Promise.reject(new Error('broken'));
  await expect(withRegistry(plan, run(), action)).rejects.toThrow();
  expect(await said()).toEqual([...login, 'logout ghcr.io']);
  expect(await readdir(temp)).toEqual([]);
});

test('without a password there is nothing to forget', async () => {
  await withRegistry({ ...plan, password: '' }, run(), async () => undefined);
  await expect(readFile(join(programs, 'log'))).rejects.toThrow('ENOENT');
});
