import { expect, test } from 'vitest';
import { PROJECT, project, textOf } from './projects.ts';

test('the first test looks where the packages are named', () => {
  const smoke = (files: Record<string, string>) => textOf(project(files), 'tests/test_smoke.py');
  const several = { 'requirements.txt': '-r r/a.txt\n-c b.txt', 'r/a.txt': 'pytest', 'b.txt': 'numpy<2' };
  expect(smoke(several)).toContain('for name in ["requirements.txt", "r/a.txt"]:');
  expect(smoke({ 'pyproject.toml': `${PROJECT}requires-python = "==3.10.*"` })).toContain('import tomli as tomllib');
  expect(smoke({ 'uv.lock': '', 'pyproject.toml': PROJECT })).toContain('import tomllib');
  expect(smoke({ 'environment.yml': 'dependencies: [python]' })).toContain('PROJECT / "environment.yml"');
});
