import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireNoCredentials, withoutGitCredentials } from '../../../src/buildkit/steps/context.ts';
import { listStages } from '../../../src/buildkit/steps/stages.ts';
import { mainPlan } from '../../samples.ts';
import { folderWith } from '../../temporary-folder.ts';

const ALL = 'FROM a AS dev\nCOPY . .\n';
const header = ['http.https://github.com/.extraheader', 'AUTHORIZATION: basic S3CRET'] as const;

/** A repository with a submodule, each with its own credential as actions/checkout before v6 leaves it. */
async function project(files: Record<string, string>) {
  const context = await folderWith({ Dockerfile: ALL, 'lib/a.py': '', ...files });
  const git = (folder: string, ...args: string[]) =>
    execFileSync('git', ['-C', join(context, folder), '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      stdio: 'pipe',
    });
  for (const folder of ['lib', '.']) git(folder, 'init', '--quiet');
  git('lib', 'commit', '--quiet', '--allow-empty', '--message', 'x');
  git('.', 'submodule', '--quiet', 'add', 'https://github.com/o/lib', 'lib');
  git('.', 'submodule', '--quiet', 'absorbgitdirs');
  for (const folder of ['lib', '.']) git(folder, 'config', ...header);
  const plan = { ...mainPlan.dev, context, dockerfile: join(context, 'Dockerfile'), buildArguments: [] };
  return { context, plan, git, guard: async () => withoutGitCredentials(plan, await folderWith({})) };
}

const OWN = ['.git/config', '.git/modules/lib/config'];

describe('a build sees no credential', () => {
  test.each<[string, Record<string, string>, string[], string[]]>([
    ['without a .dockerignore', {}, OWN, OWN],
    ['with one that says nothing of git', { '.dockerignore': '*.md' }, OWN, OWN],
    ['with one that has it after all', { '.dockerignore': '*\n!.git\n' }, OWN, OWN],
    [
      'with one beside the Dockerfile, which counts',
      { 'Dockerfile.dockerignore': 'x\n', '.dockerignore': '.git' },
      OWN,
      OWN,
    ],
    ['with a part that is left out', { '.dockerignore': '.git/modules\n' }, ['.git/config'], ['.git/config']],
    ['where nothing of it is copied', { Dockerfile: 'FROM a AS dev\nCOPY lib /lib\n' }, OWN, []],
    ['where nobody knows what is copied', { Dockerfile: 'FROM a AS dev\nARG W\nCOPY $W .\n' }, OWN, OWN],
  ])('%s', async (_, files, left, told) => {
    const { plan, context, guard } = await project(files);
    const before = await readFile(join(context, '.git/config'), 'utf8');
    const harmless = await guard();
    const { dockerfile } = harmless.plan;
    expect(harmless).toEqual({ plan: { ...plan, dockerfile }, keptOut: told });
    expect(dockerfile).toMatch(/\/Dockerfile$/);
    expect(await readFile(dockerfile, 'utf8')).toBe(files.Dockerfile ?? ALL);
    const own = files['Dockerfile.dockerignore'] ?? files['.dockerignore'] ?? '';
    const lines = left.map(path => `/${path}\n`).join('');
    expect(await readFile(`${dockerfile}.dockerignore`, 'utf8')).toBe(`${own}\n${lines}`);
    // Others may be at work there.
    expect(await readFile(join(context, '.git/config'), 'utf8')).toBe(before);
    expect(before).toContain('S3CRET');
  });

  test('bytes of a .dockerignore that are no text stay what they are', async () => {
    const { context, guard } = await project({});
    await writeFile(join(context, '.dockerignore'), Buffer.from([0x61, 0xff, 0x0d, 0x0a]));
    const { plan } = await guard();
    const [...bytes] = await readFile(`${plan.dockerfile}.dockerignore`);
    expect(bytes.slice(0, 4)).toEqual([0x61, 0xff, 0x0d, 0x0a]);
  });

  test.each<[string, Record<string, string>]>([
    ['that is ignored', { '.dockerignore': '.git\n' }],
    ['that is ignored wherever it is', { '.dockerignore': '**/.git\n' }],
  ])('a build that would not get one %s is as it was', async (_, files) => {
    const { plan, guard } = await project(files);
    expect(await guard()).toEqual({ plan, keptOut: [] });
  });

  test('a build without any is as it was', async () => {
    const { plan, git, guard } = await project({});
    for (const folder of ['lib', '.']) git(folder, 'config', '--unset', header[0]);
    expect(await guard()).toEqual({ plan, keptOut: [] });
  });

  test('two builds of one checkout have files of their own', async () => {
    const { plan } = await project({});
    const temp = await folderWith({});
    const both = await Promise.all([withoutGitCredentials(plan, temp), withoutGitCredentials(plan, temp)]);
    expect(new Set(both.map(({ plan: { dockerfile } }) => dockerfile)).size).toBe(2);
    expect(await readdir(temp)).toHaveLength(2);
  });
});

describe('what may not heed a .dockerignore builds nothing', () => {
  const foreign = { Dockerfile: `# syntax=somebody/frontend\n${ALL}` };
  const refusal = /^\.git\/config and \.git\/modules\/lib\/config hold a credential, and the Dockerfile may ask/;

  test.each<[string, Record<string, string>]>([
    ['a program that the Dockerfile asks for', foreign],
    ['even where git is ignored', { ...foreign, '.dockerignore': '.git\n' }],
  ])('%s', async (_, files) => {
    const { plan, guard } = await project(files);
    await expect(guard()).rejects.toThrow(refusal);
    await expect(requireNoCredentials(plan)).rejects.toThrow(refusal);
    // Nor is it asked for the stages.
    await expect(listStages('default', plan, 'absent', ['dev'])).rejects.toThrow(refusal);
  });

  test('one that a build argument asks for', async () => {
    const { plan } = await project({});
    const asked = { ...plan, buildArguments: ['BUILDKIT_SYNTAX=somebody/frontend'] };
    await expect(withoutGitCredentials(asked, await folderWith({}))).rejects.toThrow(refusal);
  });

  test('a .dockerignore that can not be read', async () => {
    const { context, guard } = await project({});
    await mkdir(join(context, '.dockerignore'));
    await expect(guard()).rejects.toThrow('.dockerignore is no regular file of at most 1 MiB: make it one.');
  });

  test('without a credential, it may do as it likes', async () => {
    const { plan, git, guard } = await project(foreign);
    for (const folder of ['lib', '.']) git(folder, 'config', '--unset', header[0]);
    expect(await guard()).toEqual({ plan, keptOut: [] });
    await requireNoCredentials(plan);
  });
});
