import { chmod, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { describeImage } from '../../../src/image/image.ts';
import { makeTar } from '../../../src/image/tar.ts';
import { findHiddenModule } from '../../../src/pytest/steps/hidden-modules.ts';
import { failure } from '../../report/places.ts';
import { testFacts } from '../../samples.ts';
import { folderWith } from '../../temporary-folder.ts';

/** In docker's place: an image whose folder has a compiled part of a package. */
const docker = `#!/bin/sh
cd "$(dirname "$0")"
echo "$1" >> log
case "$*" in
  cp*:/app/wine/.*) exec cat wine.tar;;
  create*|rm*) ;;
  *) exit 1;;
esac
`;

test.each([
  [
    'a module that the checkout hides',
    'wine._fast',
    { name: 'wine._fast', folder: '/app/wine' },
    ['create', 'cp', 'rm'],
  ],
  ['one that is nowhere', 'beer', undefined, ['create', 'cp', 'cp', 'rm']],
  ['one that the checkout has', 'wine.slow', undefined, ['create', 'cp', 'rm']],
])('nothing of the image is run to look for %s', async (_, name, expected, commands) => {
  const programs = await folderWith({ docker });
  await chmod(join(programs, 'docker'), 0o755);
  const wine = makeTar([
    { name: './', kind: 'directory' },
    { name: './_fast.so', kind: 'file' },
  ]);
  await writeFile(join(programs, 'wine.tar'), wine);
  vi.stubEnv('PATH', `${programs}${delimiter}${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const checkout = await folderWith({ 'wine/__init__.py': '', 'wine/slow.py': '' });
  const image = describeImage({ id: 'sha256:1', contentId: '1', config: { WorkingDir: '/app' } });
  const results = { ...testFacts(1).results, failures: [failure({ message: `No module named '${name}'` })] };
  const run = { id: '1', temp: '', workspace: '', signal: new AbortController().signal, reader: 'pipe' } as const;
  expect(await findHiddenModule(checkout, image, results, run)).toEqual(expected);
  expect((await readFile(join(programs, 'log'), 'utf8')).trim().split('\n')).toEqual(commands);
});
