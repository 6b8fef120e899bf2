import { expect, test } from 'vitest';
import { copiedPackageFiles } from '../../src/doctor/project.ts';

test.each([
  ['app/requirements.txt', true],
  ['requirements-dev.in', true],
  ['reqs/base-reqs.txt', false],
  ['reqs.txt', true],
  ['pdm.lock', true],
  ['env/environment.yaml', true],
  ['setup.cfg', true],
  ['.', false],
  ['app', false],
  ['wine/setup.txt', false],
])('%s, copied by the Dockerfile: whether it names packages', (path, names) => {
  expect(copiedPackageFiles([{ sources: ['x', path] }])).toEqual(names ? [path] : []);
});
