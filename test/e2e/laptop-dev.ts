// What a person sees of `dev-in-docker dev`; all cases work in one project, and on one build of its image.

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { type Laptop, useLaptop } from './laptop.ts';
import { describeEndings } from './laptop-dev-endings.ts';
import { describeMistakes } from './laptop-dev-mistakes.ts';
import { type Files, tiny, tinyDockerfile } from './project.ts';

/** `dev`: all of it, or what differs between the image stores. */
export function describeDevCommand(
  lab: TestLab,
  cases: 'all' | 'those that the image store matters for' = 'all',
): void {
  describe('dev-in-docker dev', () => {
    const laptop = useLaptop(lab, cases === 'all' ? withGit() : tiny());
    describeImages(laptop, lab);
    if (cases !== 'all') return;
    describeCommands(laptop);
    describeShell(laptop);
    describeFiles(laptop);
    describeEndings(laptop);
    describeMistakes(laptop);
  });
}

/** The project with git in its image, which slim images lack, with a volume, and with a folder of its own on PATH. */
function withGit(): Files {
  const install = `RUN apt-get update && apt-get install --yes --no-install-recommends git
VOLUME /usr/src/app/data
ENV PATH="/usr/src/app/scripts:$PATH"`;
  return tiny({ Dockerfile: tinyDockerfile(install) });
}

function describeImages(laptop: Laptop, { lab }: TestLab): void {
  test('the first start builds the image, and the next is without a build and without the network', async () => {
    const first = await laptop.run(['dev', '--', 'echo', 'here']);
    expect(first.screen).toMatch(/^\[\+\] Building .*FINISHED.+\nhere$/s);
    expect(first.exitCode).toBe(0);
    const reconnect = await lab().engine.cutOff();
    const second = await laptop.run(['dev', '--verbose', '--', 'echo', 'here']).finally(reconnect);
    expect(second.screen).toMatch(/^\+ docker run [^\n]*\nhere$/);
    expect(second.exitCode).toBe(0);
  });

  test('after a change of what the stage depends on there is one build, and the older image loses its name', async () => {
    const repository = await repositoryOf(laptop);
    const names = async () => (await lab().engine.docker(['images', '--format', '{{.Tag}}', repository])).split('\n');
    const before = await names();
    await laptop.write({ 'wine/requirements.txt': `${tiny()['requirements.txt']}# needed by the tests\n` });
    const changed = await laptop.pipe(['dev', '--', 'echo', 'here']);
    expect(changed).toMatchObject({ exitCode: 0, stdout: 'here\n' });
    expect(changed.stderr).toContain('COPY requirements.txt .');
    expect(changed.stderr, 'plain lines').not.toContain('\x1b');
    expect(await laptop.pipe(['dev', '--', 'echo', 'here'])).toEqual({ exitCode: 0, stdout: 'here\n', stderr: '' });
    const after = await names();
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });
}

/** Under which name the project's image is kept. */
async function repositoryOf(laptop: Laptop): Promise<string> {
  const { stdout } = await laptop.pipe(['dev', '--dry-run', '--rebuild', '--', 'true']);
  return / --tag (dev-in-docker\/[^:]+):/.exec(stdout)?.[1] ?? 'none';
}

function describeCommands(laptop: Laptop): void {
  test.each([
    [['true'], 0],
    [['sh', '-c', 'exit 3'], 3],
    [['no-such-program'], 127],
    [['sh', '-c', 'kill -TERM $$'], 143],
  ])('%j ends with %i, also without a terminal', async (command, exitCode) => {
    expect((await laptop.run(['dev', '--', ...command])).exitCode).toBe(exitCode);
    expect((await laptop.pipe(['dev', '--', ...command])).exitCode).toBe(exitCode);
  });

  test('what a pipe brings is read, and what is written is nothing else', async () => {
    expect(await laptop.pipe(['dev', '--', 'cat'], { input: 'a\nb' })).toEqual({
      ...{ exitCode: 0, stdout: 'a\nb', stderr: '' },
    });
  });

  test('what it prints without running it can be run', async () => {
    const { stdout, exitCode } = await laptop.pipe(['dev', '--dry-run', '--env', 'WORDS=two words', '--', 'env']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^docker run /);
    expect(await laptop.outside(['sh', '-c', stdout])).toContain('WORDS=two words');
  });

  test('where there is no image yet, a dry run shows the build, and makes nothing', async () => {
    const images = () => laptop.outside(['docker', 'images', '--quiet', 'dev-in-docker/new-*']);
    const before = await images();
    await laptop.write({ 'new/Dockerfile': 'FROM python:3.11-slim AS dev\nWORKDIR /work\n' });
    const folder = join(laptop.home, 'new');
    const { stdout, stderr } = await laptop.pipe(['dev', '--dry-run'], { folder });
    expect(stdout).toMatch(/^docker buildx build .*\ndocker run .*\n$/);
    expect(stderr).toBe('');
    expect(await images()).toBe(before);
  });

  test('programs know the terminal, and whether colours are wanted', async () => {
    const environment = { NO_COLOR: '1', COLORTERM: 'truecolor' };
    const { screen } = await laptop.run(['dev', '--', 'sh', '-c', 'echo $TERM $NO_COLOR $COLORTERM'], { environment });
    expect(screen).toBe('xterm-256color 1 truecolor');
  });
}

function describeShell(laptop: Laptop): void {
  test('a shell knows who one is, where, and how large the window is, and remembers what was typed', async () => {
    const shell = laptop.start(['dev']);
    await shell.waitFor(/\$$/);
    shell.type('id -un; pwd; stty size\r');
    await shell.waitFor(/\n(.+)\n\/usr\/src\/app\n30 100\n.*\$$/, 10);
    expect(shell.screen()).toContain(`\n${await laptop.outside(['id', '-un'])}\n`);
    shell.resize(120, 40);
    // Docker passes it on a moment later.
    shell.type('until stty size | grep "40 120"; do sleep 0.1; done\r');
    await shell.waitFor(/\n40 120\n/, 10);
    shell.type('exit 7\r');
    expect(await shell.ended).toBe(7);

    const next = laptop.start(['dev']);
    await next.waitFor(/\$$/);
    // Docker has this one wait for the next, unless told not to.
    next.key('ctrl-p');
    await next.waitFor(/\$ exit 7$/, 10);
    next.key('ctrl-c');
    await next.waitFor(/\^C\n.*\$$/, 10);
    next.key('ctrl-d');
    expect(await next.ended).toBe(130);
  });

  test('two at once do not disturb each other', async () => {
    const shells = [laptop.start(['dev']), laptop.start(['dev'])];
    for (const shell of shells) await shell.waitFor(/\$$/);
    expect(await laptop.containers()).toHaveLength(2);
    for (const shell of shells) shell.type('exit 0\r');
    expect(await Promise.all(shells.map(shell => shell.ended))).toEqual([0, 0]);
  });
}

function describeFiles(laptop: Laptop): void {
  test('edits on either side are the same files', async () => {
    await laptop.write({ 'wine/outside.txt': 'from outside\n' });
    const script = 'cat outside.txt; mkdir -p made/here; echo from inside > made/here/inside.txt';
    expect(await laptop.pipe(['dev', '--', 'sh', '-c', script])).toMatchObject({ stdout: 'from outside\n' });
    expect(await readFile(join(laptop.folder, 'made/here/inside.txt'), 'utf8')).toBe('from inside\n');
    await laptop.outside(['rm', '-r', 'made', 'outside.txt']);
  });

  test('as they are in a volume of the image, and in a folder that it has on PATH', async () => {
    await laptop.write({ 'wine/data/outside.txt': 'from outside\n', 'wine/scripts/greet': '#!/bin/sh\necho hello\n' });
    const script =
      'cat data/outside.txt; chmod +x scripts/greet; greet; echo inside > data/new; echo inside > scripts/new';
    expect(await laptop.pipe(['dev', '--', 'sh', '-c', script])).toMatchObject({ stdout: 'from outside\nhello\n' });
    for (const folder of ['data', 'scripts'])
      expect(await readFile(join(laptop.folder, folder, 'new'), 'utf8')).toBe('inside\n');
    await laptop.outside(['rm', '-r', 'data', 'scripts']);
  });

  test('git works on either side, as the same person', async () => {
    await laptop.outside(['git', 'commit', '--quiet', '--all', '--allow-empty', '--message', 'From outside']);
    const script = 'git status --short && echo "# more" >> mean.py && git commit --quiet --all --message "From inside"';
    expect(await laptop.pipe(['dev', '--', 'sh', '-c', script])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    const log = await laptop.outside(['git', 'log', '-2', '--format=%s, %an <%ae>']);
    expect(log).toBe('From inside, Ada Lovelace <ada@example.org>\nFrom outside, Ada Lovelace <ada@example.org>');
    expect(await laptop.outside(['git', 'status', '--short'])).toBe('');
  });

  test('git works in a worktree, whose data is elsewhere', async () => {
    await laptop.outside(['git', 'worktree', 'add', '--quiet', '../tree']);
    const folder = join(laptop.home, 'tree');
    const script = 'touch new.txt && git add new.txt && git commit --quiet --message "From a worktree"';
    const ended = await laptop.pipe(['dev', '--quiet', '--', 'sh', '-c', script], { folder });
    expect(ended).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    expect(await laptop.outside(['git', 'log', '-1', '--format=%s', 'tree'])).toBe('From a worktree');
    // The tests may read it only.
    const test_git = `import subprocess
def test_git():
    assert "mean.py" in subprocess.run(["git", "ls-files"], check=True, capture_output=True, text=True).stdout
    assert subprocess.run(["git", "tag", "x"]).returncode != 0
`;
    await laptop.write({ 'tree/test_git.py': test_git });
    expect(await laptop.pipe(['test', '--quiet', 'test_git.py'], { folder })).toMatchObject({ exitCode: 0 });
    await laptop.outside(['git', 'worktree', 'remove', '--force', '../tree']);
  });

  test('a folder may have any name, and one starts where one is', async () => {
    const name = `Ada's "first", größte analysis`;
    await laptop.write({ [`${name}/Dockerfile`]: 'FROM python:3.11-slim AS dev\nWORKDIR /work\n' });
    const folder = join(laptop.home, name, 'notes, old');
    await mkdir(folder);
    await laptop.write({});
    const ended = await laptop.pipe(['dev', '--quiet', '--', 'sh', '-c', 'pwd; touch here'], { folder });
    expect(ended).toEqual({ exitCode: 0, stdout: '/work/notes, old\n', stderr: '' });
    expect(await readFile(join(folder, 'here'), 'utf8')).toBe('');
  });
}
