// What the bundled command says of a project's settings where nothing can be built at all, so that no engine is needed.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../temporary-folder.ts';

test.each([
  [
    'a mistake',
    'tagret = "dev"',
    '[tool.dev-in-docker] of pyproject.toml has "tagret", which is no setting: did you mean target?',
  ],
  [
    'a value that only the plan finds wrong',
    'file = "/etc/Dockerfile"',
    'The setting file in [tool.dev-in-docker] of pyproject.toml is "/etc/Dockerfile", which leads out of the project: write a path within it.',
  ],
  [
    'a value that would steer a terminal',
    'network = "\\u001b[31mred"',
    /^The setting network in \[tool\.dev-in-docker\] of pyproject\.toml is "red", but /,
  ],
  ['file patterns, of which a runner would hear more', 'cache-dependency-path = "*.txt"', /Docker/],
])('%s', async (_case, setting, sentence) => {
  const folder = await folderWith({
    Dockerfile: 'FROM python:3.13-slim AS dev\n',
    'pyproject.toml': `[tool.dev-in-docker]\n${setting}\n`,
  });
  const { HOME: home, PATH: path } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'test'], {
    cwd: folder,
    env: { HOME: home, PATH: path, XDG_CACHE_HOME: folder, DOCKER_HOST: 'tcp://127.0.0.1:1' },
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 125, stdout: '' });
  expect(stderr.trimEnd()).toEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
});
