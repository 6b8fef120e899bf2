import { expect, onTestFinished, test } from 'vitest';
import { readOptions } from '../../src/laptop/commands/options.ts';
import { surveyLocal } from '../../src/laptop/commands/project.ts';
import { folderWith } from '../temporary-folder.ts';

test.each([
  ['no Dockerfile', {}, `: go to your project's folder, or write one with "dev-in-docker init".`],
  [
    'a Dockerfile elsewhere',
    { 'docker/Dockerfile': '' },
    `, but docker/Dockerfile: go to your project's folder, name yours with --file, or write one with "dev-in-docker init".`,
  ],
])('a folder with %s is told', async (_, files, rest) => {
  const folder = await folderWith(files);
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  process.chdir(folder);
  const session = { id: 'id', temp: folder, signal: new AbortController().signal, reader: 'pipe' } as const;
  await expect(surveyLocal(readOptions({}).inputs, session, 'target')).rejects.toThrow(
    `There is no Dockerfile in ${folder}${rest}`,
  );
});
