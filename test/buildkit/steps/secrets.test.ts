import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { inspectSecrets } from '../../../src/buildkit/steps/secrets.ts';
import { inputsWith } from '../../samples.ts';
import { folderWith } from '../../temporary-folder.ts';

test('files and variables: what is there, what is empty, what leads out', async () => {
  const folder = await folderWith({ 'repo/full': 'x', 'repo/blank': '\n', 'repo/sub/x': '', outside: 'x' });
  const workspace = join(folder, 'repo');
  await symlink('../outside', join(workspace, 'link'));
  vi.stubEnv('GITHUB_SOMETHING', 's3cret');
  vi.stubEnv('SSH_AUTH_SOCK', undefined);
  const names = ['full', 'blank', 'link', 'sub', 'absent', 'x'];
  const facts = await inspectSecrets(
    inputsWith({
      context: 'sub',
      'secret-files': names.map(name => `${name}=${name}`).join('\n'),
      'secret-envs': 'a=GITHUB_SOMETHING\nb=NOT_SET_ANYWHERE',
    }),
    workspace,
  );
  vi.unstubAllEnvs();
  expect([...facts.files]).toEqual([
    ['full', { path: join(workspace, 'full'), isEmpty: false }],
    ['blank', { path: join(workspace, 'blank'), isEmpty: true }],
  ]);
  expect([...(facts.meant ?? [])]).toEqual([['x', 'sub/x']]);
  expect([...facts.variables]).toEqual([['GITHUB_SOMETHING', 's3cret']]);
});
