import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStage } from '../../../src/dockerfile/stage.ts';
import type { GitInShare } from '../../../src/share/facts.ts';
import { findGitInShare } from '../../../src/share/steps/git-data.ts';
import { folderWith } from '../../temporary-folder.ts';

/** Files of git's with 3, 20 and 100 bytes; a submodule's file is no folder. */
const git = {
  '.git/HEAD': 'abc',
  '.git/config': 'x'.repeat(20),
  '.git/objects/pack/p.pack': 'y'.repeat(100),
  'lib/.git': 'gitdir: ../.git/modules/lib\n',
  'lib/a.py': '',
};
const nested = { 'data/.git/HEAD': 'z'.repeat(1000) };

async function found(files: Record<string, string>, dockerfile: string): Promise<GitInShare | undefined> {
  const context = await folderWith({ ...files, Dockerfile: dockerfile });
  const inputs = readStage(dockerfile, 'dev', []);
  return findGitInShare({
    checkout: { context, dockerfile: join(context, 'Dockerfile') },
    stage: { inputs, sources: { doubt: 'none' }, dockerfile },
    target: 'share',
    buildArguments: [],
  });
}

const share = (...lines: string[]) => ['FROM a AS dev', 'RUN x', 'FROM dev AS share', ...lines].join('\n');
const top = (bytes: number): GitInShare => ({ paths: ['.git'], bytes, isSure: true });

test.each<[string, Record<string, string>, string, GitInShare | undefined]>([
  ['all', git, share('COPY . .'), top(123)],
  ['all, by ADD', git, share('ADD ./ /x/'), top(123)],
  ['git by name', git, share('COPY .git .git'), top(123)],
  ['a part of it', git, share('COPY .git/HEAD .git/'), top(3)],
  ['all in a stage that it is based on', git, 'FROM a AS dev\nCOPY . .\nFROM dev AS share\n', top(123)],
  [
    'a folder in a folder too',
    { ...git, ...nested },
    share('COPY . .'),
    { ...top(1123), paths: ['.git', 'data/.git'] },
  ],
  ['only such a one', nested, share('COPY data data/'), { paths: ['data/.git'], bytes: 1000, isSure: true }],
  ['what nobody knows', git, share('ARG W', 'COPY $W .'), { ...top(123), isSure: false }],
  ['a part that is ignored', { ...git, '.dockerignore': '.git/objects\n' }, share('COPY . .'), top(23)],
  ['a part that is kept', { ...git, '.dockerignore': '.git\n!.git/HEAD\n' }, share('COPY . .'), top(3)],
  ['nothing of what is ignored', { ...git, '.dockerignore': '.git\n' }, share('COPY . .'), undefined],
  ['nothing but the code', git, share('COPY lib lib/', 'COPY *.py ./'), undefined],
  [
    'what another stage leaves out of it',
    git,
    'FROM a AS dev\nFROM a AS b\nCOPY . .\nFROM dev AS share\nCOPY --from=b /x /x',
    undefined,
  ],
  ['all but what a COPY leaves out', git, share('COPY --exclude=.git . .'), undefined],
  ['what a step only mounts', git, share('RUN --mount=target=/x true'), undefined],
  ['no share stage', git, 'FROM a AS dev\nCOPY . .\n', undefined],
  ['no git', { 'a.py': '' }, share('COPY . .'), undefined],
])('%s', async (_, files, dockerfile, expected) => {
  const actual = await found(files, dockerfile);
  expect(actual && { ...actual, paths: actual.paths.sort() }).toEqual(expected);
});
