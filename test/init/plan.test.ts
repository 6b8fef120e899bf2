import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import {
  fateOf,
  type InitFacts,
  type InitFile,
  type PathContent,
  planInit,
  type Workflow,
} from '../../src/init/plan.ts';
import { SMOKE_START } from '../../src/init/smoke.ts';
import { POETRY, PROJECT, project, textOf } from './projects.ts';

const WORKFLOWS = ['.github/workflows/test.yml', '.github/workflows/publish.yml'];

const workflow = (name: string, more: Partial<Workflow> = {}): Workflow => ({
  ...{ path: `.github/workflows/${name}`, usesAction: true, mayPublish: false },
  ...more,
});

describe('what is written', () => {
  const written = (facts: InitFacts, isForced = false) => planInit(facts, isForced).files.map(({ path }) => path);

  test('for an empty folder', () => {
    expect(written(project({}))).toEqual([
      'requirements.txt',
      'Dockerfile',
      '.dockerignore',
      'pytest.ini',
      'tests/test_smoke.py',
      '.github/workflows/test.yml',
      '.github/workflows/publish.yml',
    ]);
  });

  test.each<[string, InitFacts, string[], string[]]>([
    [
      'a project with tests and settings',
      project({ 'requirements.txt': 'pytest', 'setup.cfg': '[tool:pytest]' }, { tests: ['a/test_a.py', 'test_b.py'] }),
      ['Dockerfile', '.dockerignore', ...WORKFLOWS],
      ['setup.cfg: has the pytest configuration', 'a/test_a.py: one of 2 tests'],
    ],
    [
      'a repository with a workflow of its own',
      project({ 'requirements.txt': 'pytest' }, { workflows: [workflow('ci.yml'), workflow('test.yml')] }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py'],
      ['.github/workflows/ci.yml: uses the action already'],
    ],
    [
      'a repository with other workflows of these names',
      project(
        { 'requirements.txt': 'pytest' },
        { workflows: [workflow('test.yml', { usesAction: false }), workflow('publish.yml', { usesAction: false })] },
      ),
      [
        ...['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py'],
        ...['.github/workflows/dev-in-docker.yml', '.github/workflows/dev-in-docker-publish.yml'],
      ],
      [],
    ],
    [
      'a repository that only lacks what publishes, or only what tests',
      project({ 'requirements.txt': 'pytest' }, { workflows: [workflow('test.yml')] }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', ...WORKFLOWS],
      [],
    ],
    [
      'a repository whose one workflow tests and publishes',
      project({ 'requirements.txt': 'pytest' }, { workflows: [workflow('test.yml', { mayPublish: true })] }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', '.github/workflows/test.yml'],
      [],
    ],
    [
      'a project whose Dockerfile has nothing to publish',
      project({ 'requirements.txt': 'pytest', Dockerfile: 'FROM python AS dev' }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', '.github/workflows/test.yml'],
      [],
    ],
    [
      'a project whose settings name another Dockerfile',
      project(
        { 'requirements.txt': 'pytest' },
        { dockerfile: { path: 'docker/Dockerfile', target: 'dev', shareTarget: 'share' } },
      ),
      ['docker/Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', ...WORKFLOWS],
      [],
    ],
    [
      'a folder of a repository, whose settings want tests elsewhere',
      project(
        { 'requirements.txt': 'pytest', 'pytest.ini': '[pytest]\ntestpaths = ./checks/unit/' },
        { context: 'a b' },
      ),
      [
        ...['Dockerfile', '.dockerignore', 'pytest.ini', 'checks/unit/test_smoke.py'],
        ...['.github/workflows/test-a-b.yml', '.github/workflows/publish-a-b.yml'],
      ],
      [],
    ],
    [
      'once more: the first test is not taken for one of theirs',
      project({ 'requirements.txt': 'pytest' }, { tests: ['tests/test_smoke.py'] }),
      ['Dockerfile', '.dockerignore', 'pytest.ini', 'tests/test_smoke.py', ...WORKFLOWS],
      [],
    ],
  ])('for %s', (_, facts, files, kept) => {
    expect(written(facts)).toEqual(files);
    expect(planInit(facts).kept.map(({ path, about }) => `${path}: ${about}`)).toEqual(kept);
  });

  test('anew, in two workflows, with force, where one tests and publishes', () => {
    expect(written(project({}, { workflows: [workflow('test.yml', { mayPublish: true })] }), true)).toEqual(
      expect.arrayContaining(WORKFLOWS),
    );
  });

  test.each([
    [{}, { hasSourceFolder: false, tests: [] }, 'pythonpath = .\ntestpaths = tests\n'],
    [{}, { hasSourceFolder: true, tests: ['checks/test_a.py'] }, 'pythonpath = . src\ntestpaths = checks\n'],
    [{}, { tests: ['checks/test_a.py', 'tests/test_b.py'] }, 'pythonpath = .\n'],
    [{}, { tests: ['test_a.py'] }, 'pythonpath = .\n'],
    [{ 'pytest.ini': '[pytest]\ntestpaths = checks' }, {}, 'pythonpath = .\ntestpaths = checks\n'],
  ])('pytest.ini %#', (files, facts, end) => {
    expect(textOf(project(files, facts), 'pytest.ini').split('\n').slice(2).join('\n')).toBe(end);
  });
});

describe('the workflow', () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, []],
    [{ 'uv.lock': '', 'pyproject.toml': PROJECT }, []],
    [{ 'requirements.txt': 'six', 'uv.lock': '', 'pyproject.toml': PROJECT }, ['pyproject.toml', 'uv.lock']],
    [
      { 'requirements/base.txt': 'six', 'requirements/dev.txt': 'pytest' },
      ['requirements/base.txt', 'requirements/dev.txt'],
    ],
    [{ 'environment.yaml': 'dependencies: [python]' }, ['environment.yaml']],
  ])('names the files that make the cache key where the action would take others: %#', (files, expected) => {
    const [, step] = parseYaml(textOf(project(files), '.github/workflows/test.yml')).jobs.test.steps;
    expect(step.with?.['cache-dependency-path']?.trim().split('\n') ?? []).toEqual(expected);
  });

  test.each([true, false])('fetches files of Git LFS where there are some: %s', hasLfs => {
    for (const path of WORKFLOWS) {
      const [job] = Object.values<{ steps: { with?: unknown }[] }>(
        parseYaml(textOf(project({}, { hasLfs }), path)).jobs,
      );
      expect(job?.steps[0]?.with).toEqual({ 'persist-credentials': false, ...(hasLfs ? { lfs: true } : {}) });
    }
  });

  test('that publishes lets pull requests run nothing, and is the only one with a right to write', () => {
    const [tests, publish] = WORKFLOWS.map(path => parseYaml(textOf(project({}, { context: '' }), path)));
    expect(tests.permissions).toEqual({ contents: 'read' });
    expect(tests.on).toEqual({ push: { branches: ['**'] }, pull_request: null });
    expect(publish.permissions).toEqual({ contents: 'read', packages: 'write' });
    expect(publish.on).toEqual({ push: { tags: ['v*'] } });
  });

  test('is not written where GitHub would compute the name of the folder', () => {
    const facts = project({}, { context: `a$\{{ github.token }}` });
    expect(() => planInit(facts)).toThrow('for an expression: rename it.');
  });
});

describe('the Dockerfile', () => {
  test.each([
    [
      'of another folder',
      { 'requirements.txt': '-r ../base.txt' },
      'requirements.txt includes "../base.txt", which is not in this folder',
    ],
    [
      'of the machine',
      { 'requirements.txt': '-c /etc/c.txt' },
      'requirements.txt includes "/etc/c.txt", which is not in this folder',
    ],
    [
      'that is not there',
      { 'requirements.txt': '-r base.txt' },
      'requirements.txt includes "base.txt", but there is no such file.',
    ],
    [
      'with a name that means something',
      { 'requirements.txt': '-r $(x).txt', '$(x).txt': '' },
      'give that file a name without special characters',
    ],
    [
      'from an environment of conda, as pip lists them',
      { 'requirements.txt': '-r more.txt', 'more.txt': 'six @ file:///croot/six' },
      'more.txt has "six @ file:///croot/six", which is on one machine only: write a version instead',
    ],
    [
      'that only a build can tell',
      { 'pyproject.toml': `${PROJECT}dynamic = ["dependencies"]` },
      'list them in requirements.txt',
    ],
  ])('is not written for packages %s', (_, files, message) => {
    expect(() => planInit(project(files))).toThrow(message);
  });

  test.each([
    ['a workspace of uv', `${PROJECT}[tool.uv.sources]\nlib = { workspace = true }`, 'uv'],
    ['a folder', `${PROJECT}[tool.uv.sources]\nlib = [{ path = "lib", marker = "1<2" }]`, 'uv'],
    ["a folder, in Poetry's words", `${POETRY}lib = { path = "libs/lib" }`, 'poetry'],
    ['a folder, in a group', `${POETRY}[tool.poetry.group.dev.dependencies]\nlib = { path = "lib" }`, 'poetry'],
    ['a folder, for development', `${POETRY}[tool.poetry.dev-dependencies]\nlib = { path = "lib" }`, 'poetry'],
    ['an address of this machine', `${PROJECT}dependencies = ["lib @ file:///home/me/lib"]`, 'uv'],
    [
      'the project itself, in a group of another',
      '[project]\nname = "Lib"\n[project.optional-dependencies]\ntest = ["pytest"]\n[dependency-groups]\ndev = [{ include-group = "all" }]\nall = ["lib[test]"]\n[tool.uv.sources]\nlib = { workspace = true }',
      'uv',
    ],
  ])('is not written for packages of %s, without a lock file', (_, toml, tool) => {
    expect(() => planInit(project({ 'pyproject.toml': toml }))).toThrow(
      `pyproject.toml names "lib", which is code of yours that is not there yet when dev is built: call "${tool} lock", then init in the folder where ${tool}.lock is.`,
    );
  });
});

describe('what is done with a file', () => {
  const ours: InitFile = { path: 'Dockerfile', base: 'project', text: 'new', about: '' };
  const smoke = { ...ours, path: 'tests/test_smoke.py', text: `${SMOKE_START} new` };
  const file = (text: string): PathContent => ({ kind: 'file', text });
  test.each<[string, InitFile, PathContent, boolean, string]>([
    ['nothing is there', ours, { kind: 'nothing' }, false, 'write'],
    ['a file', ours, file('old'), false, 'keep'],
    ['a file, and force', ours, file('old'), true, 'overwrite'],
    ['the same file, and force', ours, file('new'), true, 'keep'],
    ['a link', ours, { kind: 'other' }, false, 'keep'],
    ['requirements, and force', { ...ours, path: 'requirements.txt' }, file('old'), true, 'keep'],
    ['a first test of ours, and force', smoke, file(`${SMOKE_START} old`), true, 'overwrite'],
    ['a first test of theirs, and force', smoke, file('def test_smoke(): pass'), true, 'keep'],
  ])('%s', (_, wanted, place, isForced, fate) => {
    expect(fateOf(wanted, place, isForced)).toBe(fate);
  });

  test('a link is never overwritten', () => {
    expect(() => fateOf(ours, { kind: 'other' }, true)).toThrow('"Dockerfile" is a link or a folder');
  });
});
