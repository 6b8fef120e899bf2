import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStage } from '../../../src/dockerfile/stage.ts';
import { inspectSources, inspectStage } from '../../../src/dockerfile/steps/sources.ts';
import { checkout } from '../../samples.ts';
import { folderWith } from '../../temporary-folder.ts';

const dockerfile = `FROM python AS tools
COPY tool.cfg /
FROM python AS dev
COPY requirements.txt conf* ./
COPY data /data
COPY --from=tools /tool.cfg /
FROM dev AS share
COPY . .
`;

const project = {
  Dockerfile: dockerfile,
  '.dockerignore': '# not needed\nleft-out\n**/*.tmp\ndata/raw\n!data/raw/kept.csv\n',
  'requirements.txt': 'numpy\n',
  'tool.cfg': 'x',
  'conf.ini': 'y',
  'config/deep/a.txt': 'z',
  'data/a.csv': '1',
  'data/b.tmp': '2',
  'data/raw/big.csv': '3',
  'data/raw/kept.csv': '4',
  'left-out/a.txt': '5',
  'analysis.py': 'print()',
};

async function inspect(folder: string, dependencies = ['requirements.txt'], file = 'Dockerfile') {
  const text = await readFile(join(folder, file), 'utf8');
  return inspectSources({ context: folder, dockerfile: join(folder, file), dependencies }, readStage(text, 'dev', []));
}

async function projectWith(files: Record<string, string>) {
  const folder = await folderWith({ ...project, ...files });
  await symlink('a.csv', join(folder, 'data/link'));
  return folder;
}

const dev = (instructions: string) => ({ Dockerfile: `FROM python AS dev\n${instructions}\n` });

type Change = (folder: string) => Promise<unknown>;
const write =
  (path: string, content: string): Change =>
  async folder => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
const edit =
  (path: string, from: string, to: string): Change =>
  async folder =>
    writeFile(join(folder, path), (await readFile(join(folder, path), 'utf8')).replace(from, to));
const remove =
  (path: string): Change =>
  folder =>
    rm(join(folder, path), { recursive: true });
const relink =
  (path: string, target: string): Change =>
  async folder => {
    await rm(join(folder, path));
    await symlink(target, join(folder, path));
  };

describe('the hash', () => {
  test.each<[string, Change]>([
    ['a requirement', write('requirements.txt', 'scipy\n')],
    ['a file of the same size in a folder', write('data/a.csv', '7')],
    ['a file of a stage that dev needs', write('tool.cfg', '8')],
    ['a file that a pattern matches', write('conf.ini', '9')],
    ['a file in a folder that a pattern matches', write('config/deep/a.txt', '9')],
    ['a new file that a pattern matches', write('conf', '')],
    ['a new file in a folder', write('data/c.csv', '')],
    ['a new folder', folder => mkdir(join(folder, 'data/new'))],
    ['a removed file', remove('data/a.csv')],
    ['a renamed file', folder => rename(join(folder, 'data/a.csv'), join(folder, 'data/z.csv'))],
    ['a file that is no longer there', remove('tool.cfg')],
    ['a file that may be executed', folder => chmod(join(folder, 'data/a.csv'), 0o755)],
    ['a file that others may not read', folder => chmod(join(folder, 'data/a.csv'), 0o600)],
    ['a folder that others may not read', folder => chmod(join(folder, 'data/raw'), 0o700)],
    ["a link's target", relink('data/link', 'b.csv')],
    ['a link instead of a file', relink('data/a.csv', '../data/a.csv')],
    ['an exception of what is ignored', write('data/raw/kept.csv', '7')],
    ['the Dockerfile before the stage', edit('Dockerfile', '', 'ARG A=1\n')],
    ['the Dockerfile within the stage', edit('Dockerfile', 'COPY data', 'RUN x\nCOPY data')],
    ['.dockerignore', edit('.dockerignore', 'not needed', 'needless')],
    ['a .dockerignore that is no longer there', remove('.dockerignore')],
    ['a .dockerignore of the Dockerfile itself', write('Dockerfile.dockerignore', project['.dockerignore'])],
    ['an empty one', write('Dockerfile.dockerignore', '')],
  ])('changes with %s', async (_, change) => {
    const folder = await projectWith({});
    const before = await inspect(folder);
    expect(before).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await change(folder);
    const after = await inspect(folder);
    expect(after).toHaveProperty('hash');
    expect(after).not.toEqual(before);
  });

  test.each<[string, Change]>([
    ['nothing', async () => {}],
    ['what is not copied', write('analysis.py', 'print(1)')],
    ['an ignored file', write('data/b.tmp', '7')],
    ['a new ignored file', write('data/new.tmp', '')],
    ['a file in an ignored folder', write('data/raw/big.csv', '7')],
    ['a new folder without anything that is not ignored', write('data/raw/new/big.csv', '7')],
    ['the Dockerfile after the stage', edit('Dockerfile', 'COPY . .', 'RUN x')],
  ])('stays the same with %s', async (_, change) => {
    const folder = await projectWith({});
    const before = await inspect(folder);
    expect(before).toHaveProperty('hash');
    await change(folder);
    expect(await inspect(folder)).toEqual(before);
  });

  test('does not depend on where the files are', async () => {
    expect(await inspect(await projectWith({}))).toEqual(await inspect(await projectWith({})));
  });

  test('covers what the Dockerfile names, even if it is ignored', async () => {
    const folder = await folderWith({ ...dev('COPY a ./b/../c/x /'), '.dockerignore': '*', a: '', 'c/x': '' });
    const before = await inspect(folder);
    await write('c/x', '1')(folder);
    const after = await inspect(folder);
    await write('a', '1')(folder);
    expect(after).not.toEqual(before);
    expect(await inspect(folder)).not.toEqual(after);
  });

  test('covers more rather than less where .dockerignore is not plain', async () => {
    const folder = await folderWith({ ...dev('COPY a /'), '.dockerignore': '**/x.[ab]', 'a/x.a': '' });
    const before = await inspect(folder);
    await write('a/x.a', '1')(folder);
    expect(await inspect(folder)).not.toEqual(before);
  });

  test('takes the .dockerignore beside a Dockerfile that is elsewhere', async () => {
    const ignore = { '.dockerignore': 'a/x', 'docker/Dockerfile.dockerignore': 'a/y' };
    const folder = await folderWith({
      'docker/Dockerfile': 'FROM b AS dev\nCOPY a /',
      'a/x': '',
      'a/y': '',
      ...ignore,
    });
    const hash = () => inspect(folder, [], 'docker/Dockerfile');
    const before = await hash();
    await write('a/y', '1')(folder);
    expect(await hash()).toEqual(before);
    await write('a/x', '1')(folder);
    expect(await hash()).not.toEqual(before);
  });
});

describe('what a source brings', () => {
  test.each<[string, string, boolean]>([
    ['scripts/deep/b.sh', 'COPY scripts /x', true],
    ['scripts/deep/b.sh', 'COPY ./scripts/ /x', true],
    ['scripts/deep/b.sh', 'COPY /scripts/deep /x', true],
    ['scripts/deep/b.sh', 'COPY ../scripts/x/../deep /x', true],
    ['scripts/deep/b.sh', 'COPY . /x', true],
    ['scripts/deep/b.sh', 'COPY ["./", "/x"]', true],
    ['scripts/deep/b.sh', 'COPY s* /x', true],
    ['scripts/deep/b.sh', 'COPY */deep /x', true],
    ['scripts/deep/b.sh', 'COPY scripts/*/?.sh /x', true],
    ['scripts/deep/b.sh', 'COPY scripts/*.sh /x', false],
    ['scripts/deep/b.sh', 'COPY *.sh /x', false],
    ['scripts/deep/b.sh', 'ADD other.txt scripts/a.sh /x', false],
    ['a.txt', 'ADD *.txt /x', true],
    ['a.txt', 'COPY a?txt /x', true],
    ['a.txt', 'COPY A.txt /x', false],
    ['a.txt', 'COPY --exclude=a.txt . /x', true],
    ['.hidden', 'COPY * /x', true],
    ['.hidden', 'COPY ?hidden /x', true],
    ['a+b.txt', 'COPY a+*.txt /x', true],
    ['aab.txt', 'COPY a+*.txt /x', false],
    ['😀.txt', 'COPY ?.txt /x', true],
    ['a b.txt', 'COPY ["a b.txt", "/x"]', true],
    ['uv.lock', 'RUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync', true],
    ['a/b.txt', 'RUN --mount=type=cache,target=/c --mount=src=./a/b.txt,dst=/b.txt,rw true', true],
    ['a.txt', 'RUN --mount=type=bind,source=b.txt,target=a.txt true', false],
  ])('a change of %s is seen by %s: %s', async (path, instruction, isSeen) => {
    const folder = await folderWith({ ...dev(instruction), [path]: 'before' });
    const before = await inspect(folder);
    expect(before).toHaveProperty('hash');
    await write(path, 'after')(folder);
    const after = await inspect(folder);
    if (isSeen) expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
  });
});

describe('sources', () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`many/${n}.csv`, ''] as const));

  test.each<[string, string, Record<string, string>]>([
    ['everything', 'COPY . .', { 'a.py': '' }],
    ['a file', 'COPY a.py /', { 'a.py': '' }],
    ['a file among others', 'COPY requirements.txt a.py /', { 'a.py': '' }],
    ['a notebook deep in a folder', 'COPY work /', { 'work/notes/a.ipynb': '' }],
    ['files that a pattern matches', 'COPY *.R /', { 'a.R': '' }],
    ['a file in a folder', 'COPY work /', { 'work/a.py': '' }],
    ['very many files', 'COPY many /', many(21)],
  ])('are %s', async (_, instruction, files) => {
    const folder = await folderWith({ ...dev(`RUN x\n${instruction}`), ...files });
    expect(await inspect(folder)).toEqual({ line: 3, instruction });
  });

  test.each<[string, string, Record<string, string>]>([
    ['a dependency file', 'COPY requirements.txt /', { 'requirements.txt': '' }],
    ['dependency files by a pattern', 'COPY *.txt /', { 'requirements.txt': '' }],
    ['a dependency file that is code', 'COPY ./deps/install.py /', { 'deps/install.py': '' }],
    ['setup.py', 'COPY setup.py setup.cfg /', { 'setup.py': '', 'setup.cfg': '' }],
    ['some data', 'COPY many /', many(20)],
    ['code that is ignored', 'COPY work /', { 'work/a.py': '', '.dockerignore': '**/*.py' }],
    ['nothing', 'COPY absent.py /', {}],
    ['what a pattern does not match', 'COPY ?.txt a*.py /', { 'ab.txt': '', 'b.py': '', 'x/a.py': '' }],
    [
      'a requirements file that is mounted',
      'RUN --mount=source=requirements.txt,target=/r x',
      { 'requirements.txt': '' },
    ],
    ['dots in a pattern', 'COPY *.txt /', { 'axtxt.py': '', 'a.txt.py': '' }],
  ])('are not %s', async (_, instruction, files) => {
    const folder = await folderWith({ ...dev(instruction), ...files });
    expect(await inspect(folder, ['requirements.txt', 'deps/install.py'])).toHaveProperty('hash');
  });

  test.each<[string, string, string, 'hash' | 'line']>([
    ['a file beside the project', '/app', 'COPY a.py work/*.c /opt/own/', 'hash'],
    ['a folder without Python', '/app', 'COPY c /opt/own/c/', 'hash'],
    ['a library with much beside its sources', '/app', 'COPY lib /opt/own/lib/', 'hash'],
    ['a folder with more than its sources', '/app', 'COPY many lib/x.c /opt/own/', 'line'],
    ['a folder with Python', '/app', 'COPY work /opt/own/work/', 'line'],
    ['everything', '/app', 'COPY . /opt/own/', 'line'],
    ['a file of the project', '/app', 'COPY a.py /app/', 'line'],
    ['a file of the project, by a relative path', '/app', 'COPY a.py ./', 'line'],
    ['a file above the project', '/opt/own/app', 'COPY a.py /opt/own/', 'line'],
    ['a file, where the project may be anywhere', '$APP', 'COPY a.py /opt/own/', 'line'],
    ['a file, where the image tells where the project is', '', 'COPY a.py /opt/own/', 'line'],
  ])('that a build of a package reads, or not: %s', async (_, workdir, instruction, found) => {
    const folder = await folderWith({
      ...dev(`${workdir === '' ? '' : `WORKDIR ${workdir}\n`}${instruction}`),
      ...{ 'a.py': '', 'work/a.py': '', 'work/b.c': '', 'c/b.c': '', 'lib/x.c': '', 'lib/y.c': '' },
      ...{ ...many(22), ...Object.fromEntries(Array.from({ length: 22 }, (_, n) => [`lib/a/${n}.md`, ''])) },
    });
    expect(await inspect(folder, [])).toHaveProperty(found);
  });

  test('are found in a stage that dev needs, and the first of them is told', async () => {
    const folder = await folderWith({
      Dockerfile: 'FROM a AS base\nCOPY a.py /\nFROM base AS dev\nCOPY b.py /',
      'a.py': '',
      'b.py': '',
    });
    expect(await inspect(folder)).toEqual({ line: 2, instruction: 'COPY a.py /' });
  });
});

describe('doubts', () => {
  test.each<[string, string, Change, string]>([
    ['what the Dockerfile says', 'ADD http://x /', async () => {}, 'line 2 adds a file from the network'],
    [
      'a folder that is mounted',
      'RUN --mount=type=bind,source=.git,target=.git pip install .',
      folder => mkdir(join(folder, '.git')),
      'line 2 mounts a folder of the build context',
    ],
    [
      'code that is mounted',
      'RUN --mount=source=x.py,target=x.py python x.py',
      async () => {},
      'line 2 mounts code of the build context',
    ],
    ['a link', 'COPY a /', folder => symlink('b', join(folder, 'a')), 'a is a link, and the dev stage copies it'],
    [
      'a link on the way',
      'COPY a/b /',
      folder => symlink('work', join(folder, 'a')),
      'a is a link, and the dev stage copies it',
    ],
    [
      'a link that a pattern matches',
      'COPY a* /',
      folder => symlink('work', join(folder, 'a')),
      'a is a link, and the dev stage copies it',
    ],
    [
      'a special file',
      'COPY work /',
      async folder => spawnSync('mkfifo', [join(folder, 'work/pipe')]),
      'work/pipe is no regular file, and the dev stage copies it',
    ],
    [
      'a name that is not UTF-8',
      'COPY work /',
      folder => writeFile(Buffer.concat([Buffer.from(`${folder}/work/`), Buffer.from([0xff])]), ''),
      'the folder work holds a file with an unusual name',
    ],
    [
      'a name of two lines',
      'COPY work* /',
      folder => writeFile(join(folder, 'a\nb'), ''),
      'the folder of the build context holds a file with an unusual name',
    ],
    [
      'a .dockerignore that is longer than anybody writes one',
      'COPY work /work',
      folder => writeFile(join(folder, '.dockerignore'), '*a*b*c\n'.repeat(3000)),
      'the .dockerignore is unusually long',
    ],
    [
      'a .dockerignore that is a link',
      'COPY work /',
      folder => symlink('work', join(folder, '.dockerignore')),
      '.dockerignore is no regular file of at most 1 MiB',
    ],
    [
      'a .dockerignore of the Dockerfile that is a pipe',
      'COPY work /',
      async folder => void spawnSync('mkfifo', [join(folder, 'Dockerfile.dockerignore')]),
      'Dockerfile.dockerignore is no regular file of at most 1 MiB',
    ],
    [
      'a name that is too long',
      `COPY ${'a'.repeat(300)} /`,
      async () => {},
      `${'a'.repeat(300)} can't be read (ENAMETOOLONG)`,
    ],
    [
      'a link after a copy of code',
      'COPY x.py /\nCOPY b /',
      folder => symlink('work', join(folder, 'b')),
      'b is a link, and the dev stage copies it',
    ],
  ])('%s', async (_, instruction, change, doubt) => {
    const folder = await folderWith({ ...dev(`${instruction}\nCOPY x.py /`), 'work/a': '', 'x.py': '' });
    await change(folder);
    expect(await inspect(folder)).toEqual({ doubt });
  });
});

test.each<[string, Change]>([
  ['a pipe', async folder => void spawnSync('mkfifo', [join(folder, 'Dockerfile')])],
  ['a link', folder => symlink('other', join(folder, 'Dockerfile'))],
  ['gone', async () => {}],
  ['enormous', folder => writeFile(join(folder, 'Dockerfile'), '#'.repeat(1 << 21))],
])('a Dockerfile that has become %s is a doubt', async (_, change) => {
  const folder = await folderWith({ other: 'FROM python AS dev\n' });
  await change(folder);
  const paths = { context: folder, dockerfile: join(folder, 'Dockerfile') };
  const doubt = 'the Dockerfile is no regular file of at most 1 MiB';
  expect(await inspectStage({ ...checkout, ...paths }, 'dev', [])).toMatchObject({
    inputs: { doubt },
    sources: { doubt },
  });
});
