import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type InitOptions, init } from '../../src/laptop/commands/init.ts';
import { folderWith } from '../temporary-folder.ts';

/** What `init` says to somebody who is in a folder. */
async function initIn(folder: string, options: Partial<InitOptions> = {}) {
  const before = process.cwd();
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  process.chdir(folder);
  const restore = () => {
    process.chdir(before);
    log.mockRestore();
  };
  const defaults = { folder: undefined, isForced: false, isDryRun: false, isVerbose: false, isQuiet: false };
  const exitCode = await init({ ...defaults, ...options }).catch(error => {
    restore();
    throw error;
  });
  const screen = log.mock.calls.map(([line]) => line).join('\n');
  restore();
  return { exitCode, screen };
}

describe('a second time', () => {
  test('it says what is unchanged and what is not, and that OWNER is still to be filled in', async () => {
    const folder = await folderWith({ '.git/HEAD': '', 'requirements.txt': 'pytest' });
    expect((await initIn(folder)).screen).toContain('in place of OWNER');
    await writeFile(join(folder, 'pytest.ini'), '[pytest]\n');
    const { exitCode, screen } = await initIn(folder);
    expect(exitCode).toBe(0);
    expect(screen).toMatch(/^kept +Dockerfile +is there already, unchanged$/m);
    expect(screen).toMatch(/^kept +pytest\.ini +is there already$/m);
    expect(screen).toContain('In the workflows, in place of OWNER, write whose dev-in-docker you use.');
    expect(screen).toContain('Nothing is missing.');
  });

  test('it says nothing of OWNER once somebody is named', async () => {
    const folder = await folderWith({ '.git/HEAD': '' });
    await initIn(folder);
    for (const name of ['test', 'publish']) {
      const path = join(folder, `.github/workflows/${name}.yml`);
      await writeFile(
        path,
        (await readFile(path, 'utf8')).replace(/^.*place of OWNER.*\n/m, '').replace('OWNER', 'me'),
      );
    }
    expect((await initIn(folder)).screen).not.toContain('OWNER,');
  });
});

describe('where it writes', () => {
  test('is said, where that is another folder', async () => {
    const folder = await folderWith({ '.git/HEAD': '', 'analysis/a.py': '' });
    const { screen } = await initIn(folder, { folder: 'analysis' });
    expect(screen).toMatch(new RegExp(`^The project is ${join(folder, 'analysis')}\\.$`, 'm'));
    expect((await initIn(join(folder, 'analysis'), { folder: '.' })).screen).not.toContain('The project is');
  });

  test('is not among files of other things, unless somebody says so', async () => {
    const folder = await folderWith({ 'a.txt': '', 'b.txt': '', 'c.txt': '', 'd/e.txt': '', 'f.txt': '' });
    await expect(initIn(folder)).rejects.toThrow(
      `${folder} is in no git repository, and has other things in it (a.txt, b.txt, c.txt and 2 more): go to your project's folder, or write "dev-in-docker init ." to make this one.`,
    );
    await expect(readFile(join(folder, 'Dockerfile'))).rejects.toThrow('ENOENT');
    expect((await initIn(folder, { isDryRun: true })).exitCode).toBe(0);
    expect((await initIn(folder, { folder: '.' })).exitCode).toBe(0);
    expect(await readFile(join(folder, 'Dockerfile'), 'utf8')).toContain('AS dev');
  });
});
