import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Checkout } from '../../../src/checkout/checkout.ts';
import { examineGit } from '../../../src/checkout/steps/git.ts';
import type { CredentialFacts } from '../../../src/doctor/facts.ts';
import { examineCredentials } from '../../../src/doctor/steps/credentials.ts';
import { examineFiles, sizeOf } from '../../../src/doctor/steps/project.ts';
import { folderWith } from '../../temporary-folder.ts';

describe('examineCredentials', () => {
  const programs = { 'bin/docker-credential-pass': '#!/bin/sh\n' };
  test.each<[string, string | undefined, Partial<CredentialFacts>]>([
    ['no configuration', undefined, { state: 'absent', registries: [], missingHelpers: [] }],
    ['an empty one', '{}', { state: 'read', registries: [], hasProxies: false }],
    ['one that is broken', '{', { state: 'no JSON', registries: [] }],
    ['null', 'null', { state: 'no JSON', registries: [] }],
    [
      'logins, of which only the names are kept',
      '{"auths":{"ghcr.io":{"auth":"c2VjcmV0"},"quay.io":{}}}',
      { registries: ['ghcr.io', 'quay.io'], helpers: [] },
    ],
    [
      'helpers, there and missing',
      '{"auths":{"ghcr.io":{}},"credsStore":"pass","credHelpers":{"gcr.io":"gcloud","ghcr.io":"pass"}}',
      {
        registries: ['ghcr.io', 'gcr.io'],
        helpers: ['docker-credential-pass', 'docker-credential-gcloud'],
        missingHelpers: ['docker-credential-gcloud'],
      },
    ],
    ['proxies', '{"proxies":{"default":{"httpProxy":"http://me:s3cret@proxy"}}}', { hasProxies: true }],
  ])('%s', async (_, config, expected) => {
    const folder = await folderWith({ ...programs, ...(config === undefined ? {} : { 'config.json': config }) });
    await chmod(join(folder, 'bin/docker-credential-pass'), 0o755);
    const found = await examineCredentials(folder, ['/nowhere', join(folder, 'bin')]);
    expect(found).toMatchObject({ folder, file: join(folder, 'config.json'), ...expected });
    expect(JSON.stringify(found)).not.toMatch(/c2VjcmV0|s3cret/);
  });
});

describe('examineGit', () => {
  test('no repository', async () => {
    expect(await examineGit(await folderWith({}))).toMatchObject({ state: 'no repository' });
  });

  test('a repository, with a name and address of its own', async () => {
    const folder = await folderWith({});
    for (const args of [
      ['init', '--quiet', '--initial-branch=main'],
      ['config', 'user.name', 'Ada'],
      ['config', 'user.email', 'ada@example.org'],
    ]) {
      execFileSync('git', ['-C', folder, ...args]);
    }
    expect(await examineGit(folder)).toEqual({ state: 'repository', top: folder, hasIdentity: true });
  });

  test("a folder of another user's repository, which is trusted by its top", async () => {
    const top = await folderWith({ 'wine/a.py': '' });
    execFileSync('git', ['-C', top, 'init', '--quiet', '--initial-branch=main']);
    // git's own way to test this: who isn't root can give no folder away.
    const git = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    const programs = await folderWith({
      git: `#!/bin/sh\nGIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec ${git} "$@"\n`,
    });
    await chmod(join(programs, 'git'), 0o755);
    vi.stubEnv('PATH', `${programs}:${process.env.PATH}`);
    expect(await examineGit(join(top, 'wine')).finally(vi.unstubAllEnvs)).toMatchObject({ state: 'distrusted', top });
  });

  test('no git', async () => {
    vi.stubEnv('PATH', await folderWith({}));
    expect(await examineGit(await folderWith({})).finally(vi.unstubAllEnvs)).toMatchObject({ state: 'no git' });
  });
});

/** A checkout with what is looked at of one. */
function checkoutOf(context: string): Checkout {
  return {
    ...{ isEmpty: false, context, dockerfile: join(context, 'Dockerfile'), otherDockerfiles: [], notices: [] },
    ...{ dependencies: { files: [], hash: '', unmatched: [] }, uid: process.getuid?.() ?? 0, gid: 0 },
  };
}

describe('examineFiles', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['nothing unwanted', { 'a.py': '' }, []],
    [
      'history, passwords and packages',
      { '.git/HEAD': '', '.env': '', '.venv/pyvenv.cfg': '' },
      ['.git', '.env', '.venv'],
    ],
    ['what is ignored', { '.git/HEAD': '', '.env': '', '.dockerignore': '.git\n' }, ['.env']],
    [
      "a .dockerignore of the Dockerfile's own",
      { '.git/HEAD': '', '.dockerignore': '.git\n', 'Dockerfile.dockerignore': 'data\n' },
      ['.git'],
    ],
  ])('%s', async (_, files, unwanted) => {
    const folder = await folderWith({ Dockerfile: '', ...files });
    expect((await examineFiles(checkoutOf(folder))).unwanted).toEqual(unwanted);
  });

  test("files of root's in another's project, some of them", async () => {
    const found = await examineFiles({ ...checkoutOf('/etc'), uid: 1001 });
    expect(found.rootOwned).toHaveLength(3);
  });

  test('a project of root', async () => {
    const folder = await folderWith({ Dockerfile: '' });
    expect((await examineFiles({ ...checkoutOf(folder), uid: 0 })).rootOwned).toEqual([]);
  });
});

test.each<[string, Record<string, string>, number | undefined]>([
  ['files at any depth', { 'a/.bash_history': 'ls\n', 'b/c/d': '12345' }, 8],
  ['an empty folder', {}, undefined],
])('sizeOf: %s', async (_, files, expected) => {
  expect(await sizeOf(await folderWith(files))).toBe(expected);
});
