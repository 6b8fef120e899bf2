import { expect, test } from 'vitest';
import { systemPackages } from '../../src/init/system.ts';
import { dockerfileOf, KNOWN, knownOf, project } from './projects.ts';

const apt = (dockerfile: string) => /^ {4}apt-get update && .*recommends (.*)$/m.exec(dockerfile)?.[1];

test.each<[string, Record<string, string>, string | undefined]>([
  ['none', { 'requirements.txt': 'pytest' }, undefined],
  ['libraries', { 'requirements.txt': 'opencv-python\npytest' }, 'libgl1 libglib2.0-0'],
  ['a compiler', { 'requirements.txt': 'Psycopg2==2.9' }, 'gcc libc6-dev libpq-dev'],
  ['its binary', { 'requirements.txt': 'psycopg2-binary' }, undefined],
  [
    'of a package that another one needs, in a lock file',
    { 'uv.lock': '[[package]]\nname = "lightgbm"\n', 'pyproject.toml': '[project]\nname = "a"\n' },
    'libgomp1',
  ],
  ['those that conda brings along', { 'environment.yml': 'dependencies: [pytest]\n- opencv-python' }, undefined],
  ['git, for packages and as a package', { 'requirements.txt': 'gitpython\na @ git+https://x.org/a' }, 'git'],
])('%s', (_, files, expected) => {
  const dockerfile = dockerfileOf(project(files));
  expect(apt(dockerfile)).toBe(expected);
  expect(knownOf(dockerfile)).toEqual(KNOWN);
});

test('git, for the tests', () => {
  expect(apt(dockerfileOf(project({ 'requirements.txt': 'pytest' }, { startsGit: true })))).toBe('git');
});

test('a name that is a property of all objects needs nothing', () => {
  expect(systemPackages(['constructor', '__proto__'])).toEqual({ system: [], needing: [] });
});
