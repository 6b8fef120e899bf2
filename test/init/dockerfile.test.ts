import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { InitFacts } from '../../src/init/plan.ts';
import { dockerfileOf, PROJECT, project, textOf } from './projects.ts';

test('leaves own code out of an environment of conda, and no list empty', () => {
  const lines = ['-e .', '"--editable ./libs/a" # ours', "'.[test]'", '-e git+https://x.org/a', '"./a.whl"', 'e'];
  const text = `dependencies:\n- numpy\n- pip:\n${lines.map(line => `  -   ${line}\n`).join('')}`;
  const dockerfile = dockerfileOf(project({ 'environment.yml': text }));
  const [, script = ''] = /sed -i -E '(.*)'/.exec(dockerfile) ?? [];
  const { stdout } = spawnSync('sed', ['-E', script], { input: text, encoding: 'utf8' });
  const [, { pip }] = parseYaml(stdout).dependencies;
  const left = '# left out';
  expect(pip).toEqual([left, left, left, '-e git+https://x.org/a', left, 'e']);
});

test('finds the code of a project that is a package', () => {
  const files = { 'uv.lock': '', 'pyproject.toml': PROJECT };
  expect(dockerfileOf(project(files))).toContain('ENV PYTHONPATH=/usr/src/app\n');
  expect(dockerfileOf(project(files, { hasSourceFolder: true }))).toContain(
    'ENV PYTHONPATH=/usr/src/app:/usr/src/app/src\n',
  );
});

test.each<[string, string, Partial<InitFacts>, string]>([
  ['that say nothing of it', 'addopts = "-q"', {}, '/usr/src/app'],
  ['that say nothing of src', '', { hasSourceFolder: true }, '/usr/src/app:/usr/src/app/src'],
  ['that say where it is', 'pythonpath = "lib"', {}, '/usr/src/app:/usr/src/app/lib'],
  ['that say where it is, beside src', 'pythonpath = "."', { hasSourceFolder: true }, '/usr/src/app:/usr/src/app/src'],
])('finds the code of a project with pytest settings %s', (_, settings, facts, expected) => {
  const pyproject = `[tool.pytest.ini_options]\n${settings}`;
  const dockerfile = dockerfileOf(project({ 'requirements.txt': 'pytest', 'pyproject.toml': pyproject }, facts));
  expect(/^ENV PYTHONPATH=(.*)$/m.exec(dockerfile)?.[1]).toBe(expected);
});

test('is the same once its pytest.ini is there', () => {
  const files = { 'requirements.txt': 'pytest' };
  const again = { ...files, 'pytest.ini': textOf(project(files), 'pytest.ini') };
  expect(dockerfileOf(project(again))).toBe(dockerfileOf(project(files)));
});
