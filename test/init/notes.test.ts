import { describe, expect, test } from 'vitest';
import { type InitFacts, planInit } from '../../src/init/plan.ts';
import { PROJECT, project } from './projects.ts';

const requirements = { 'requirements.txt': 'pytest' };
const elsewhere = { dockerfile: { path: 'docker/Dockerfile', target: 'Base', shareTarget: 'final' } };
test.each<[string, InitFacts, RegExp[]]>([
  ['nothing to say', project(requirements), []],
  ['pytest is not named', project({ 'requirements.txt': 'six' }), [/^requirements.txt does not name pytest, so/]],
  [
    'several files name packages',
    project({ 'uv.lock': '', 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]`, ...requirements }),
    [/^The packages come from uv.lock, not from requirements.txt\.$/],
  ],
  ['one that is not read', project({ ...requirements, Pipfile: '' }), [/^Pipfile is not read/]],
  ['a setup.py that names nothing', project({ ...requirements, 'setup.py': 'setup()' }), []],
  [
    'a setup.py that computes what it names',
    project({ ...requirements, 'setup.py': 'setup(install_requires=read("x"))' }),
    [/^setup.py is not read/, /found through PYTHONPATH/],
  ],
  [
    'fixed versions, of which old ones may not be for this Python',
    project({ 'requirements.txt': '-r r/a.txt\npytest', 'r/a.txt': 'shapely[x] == 1.8.0' }),
    [/^A version in r\/a\.txt that has no wheel for Python 3\.14 needs an older Python: name it in \.python-version/],
  ],
  [
    'versions that are not fixed',
    project({ 'requirements.txt': 'pytest>=8,!=9.0\n# six==1.16\nsix; python_version == "3.8"' }),
    [],
  ],
  [
    'fixed versions, and the Python of an environment',
    project({ 'requirements.txt': 'pytest==8.4.0', 'venv/pyvenv.cfg': 'version = 3.10.13' }),
    [],
  ],
  ['pixi alone', project({ 'pixi.toml': '' }), [/^pixi.toml is not read: see that requirements.txt lists/]],
  [
    'setuptools alone',
    project({ 'setup.cfg': '[options]\ninstall_requires =\n  six\n', 'pyproject.toml': '[build-system]' }),
    [/found through PYTHONPATH/],
  ],
  [
    'names that conda knows, and what is none of conda',
    project({ 'env.yml': 'dependencies: [six]', 'conda.yaml': 'a: b', 'setup.cfg': '[flake8]' }),
    [/^env.yml is not read: see that requirements.txt lists/],
  ],
  [
    'tables of other tools',
    project({
      'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[tool.pixi.dependencies]\na = "*"\n[tool.pdm.dev-dependencies]\nb = ["c"]\n[tool.hatch.envs.default]\nextra-dependencies = ["d"]`,
    }),
    ['pixi', 'pdm.dev-dependencies', 'hatch.envs'].map(
      name => new RegExp(`^\\[tool.${name}\\] is not read: see that \\[project\\] in pyproject.toml lists`),
    ),
  ],
  [
    'settings of other tools',
    project({
      'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[tool.pdm]\ndistribution = true\n[tool.hatch.envs.docs.scripts]\na = "b"`,
    }),
    [],
  ],
  [
    'requirements for development that are left out',
    project({ ...requirements, 'requirements.in': 'pytest', 'requirements-dev.txt': 'six' }),
    [/^The packages come from requirements.txt, not from requirements-dev.txt\.$/],
  ],
  [
    'a lock file without what it locks',
    project({ 'uv.lock': '' }),
    [/^The packages come from requirements.txt, not from uv.lock\.$/],
  ],
  ['own code', project({ 'requirements.txt': '-e .\npytest' }), [/found through PYTHONPATH/]],
  ...['uv.lock', 'poetry.lock', 'README.md'].map((name): [string, InitFacts, RegExp[]] => [
    `a package beside ${name}`,
    project({ [name]: '', 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[build-system]` }),
    [/found through PYTHONPATH: it has no version and no commands of its own there/],
  ]),
  ...['uv]\npackage', 'poetry]\npackage-mode'].map((key): [string, InitFacts, RegExp[]] => [
    `no package, says ${key}`,
    project({ 'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[build-system]\n[tool.${key} = false` }),
    [],
  ]),
  [
    'own code in an environment of conda',
    project({ 'environment.yml': 'dependencies:\n- pytest\n- pip:\n  - -e .' }),
    [/found through PYTHONPATH/],
  ],
  [
    'own packages',
    project({
      'uv.lock': '',
      'pyproject.toml': `${PROJECT}dependencies = ["pytest"]\n[tool.uv.sources]\na_b = { workspace = true }\nc = { path = "../c" }\nshop = { workspace = true }`,
    }),
    [/^The code of a-b and c is not installed in dev: add the folders/],
  ],
  [
    'a Dockerfile of their own',
    project({ 'requirements.txt': 'six', Dockerfile: 'FROM x AS dev\nFROM dev AS share' }),
    [],
  ],
  [
    'a Dockerfile without dev',
    project({ ...requirements, Dockerfile: 'FROM x' }),
    [/^The Dockerfile has no stage dev: .*; docs\/existing-dockerfile\.md/],
  ],
  [
    'a workflow that tests and publishes',
    project(requirements, { workflows: [{ path: '.github/workflows/test.yml', usesAction: true, mayPublish: true }] }),
    [/^\.github\/workflows\/test\.yml gives the right to publish to the tests of pull requests: remove it and/],
  ],
  [
    'a Dockerfile without share, whose last stage stays the last',
    project({ ...requirements, Dockerfile: 'FROM x AS dev\nFROM x' }),
    [/no stage share: to publish, add the lines "FROM dev AS share" and "COPY \. \." below the stage dev, and/],
  ],
  [
    'a Dockerfile that is not plain',
    project({ ...requirements, Dockerfile: 'FROM $X as DEV\nFOO' }),
    [/^No .dockerignore is written, as it can't/],
  ],
  [
    'a Dockerfile and stages of other names',
    project({ ...requirements, 'docker/Dockerfile': 'FROM x AS base\nFROM base AS Final' }, elsewhere),
    [],
  ],
  [
    'one that lacks them',
    project({ ...requirements, 'docker/Dockerfile': 'FROM x AS dev', Dockerfile: 'FROM x AS base' }, elsewhere),
    [/^The Dockerfile has no stage base: write "AS base"/],
  ],
  [
    'one that lacks the second',
    project({ ...requirements, 'docker/Dockerfile': 'FROM x AS base\nFROM base AS share' }, elsewhere),
    [/no stage final: to publish, add the lines "FROM base AS final" and/],
  ],
  ['one that is yet to be written', project(requirements, elsewhere), [/^The Dockerfile has no stage base:/]],
  [
    'a .dockerignore that hides too much',
    project({ ...requirements, '.dockerignore': '*.txt' }),
    [/add the line "!requirements.txt"/],
  ],
  ['a folder of a repository', project(requirements, { context: 'a' }), [/^GitHub looks for workflows only at/]],
])('%s', (_, facts, notes) => {
  // A project without tests would be told so.
  const tests = facts.tests.length > 0 ? facts.tests : ['tests/test_a.py'];
  expect(planInit({ ...facts, tests }).notes).toEqual(notes.map(note => expect.stringMatching(note)));
});

const GB = 1e9;
test.each<[string, Partial<InitFacts>, Record<string, string>, string[]]>([
  ['no big data', { sizes: { data: 150e6 } }, {}, []],
  [
    'big data',
    { sizes: { data: 3 * GB, 'data/raw': 2.9 * GB, 'data/raw/a': GB, 'data/raw/b': GB, 'x.bin': 90e6 } },
    {},
    ['"COPY . ." takes "data/raw" (3.0 GB), "x.bin" (90 MB) into the share image'],
  ],
  ['big data that are left out', { sizes: { data: GB } }, { '.dockerignore': 'data\n' }, []],
  ['big data that are not copied', { sizes: { data: GB } }, { Dockerfile: 'FROM x AS dev\nFROM dev AS share' }, []],
])('%s', (_, facts, files, notes) => {
  const tests = ['test_a.py'];
  expect(planInit(project({ ...requirements, ...files }, { ...facts, tests })).notes).toEqual(
    notes.map(note => expect.stringContaining(note)),
  );
});

test.each<[string, InitFacts, RegExp]>([
  ['a module of Cython', project(requirements, { hasCompiled: true }), /compiled parts, which are not built/],
  [
    'a backend that compiles',
    project({ ...requirements, 'pyproject.toml': '[build-system]\nbuild-backend = "maturin"' }),
    /compiled parts/,
  ],
  [
    'a file that is written with its version',
    project({ ...requirements, 'pyproject.toml': '[tool.setuptools_scm]\nversion_file = "wine/_version.py"' }),
    /^wine\/_version\.py is written when the project is installed/,
  ],
  [
    '.python-version with a name',
    project({ ...requirements, '.python-version': 'wine\n' }),
    /names "wine", which is no version/,
  ],
  ['requirements in a folder below', project({ 'backend/requirements.txt': 'pytest' }), /"dev-in-docker init backend"/],
  [
    'a project in a folder below',
    project({ 'a/b/pyproject.toml': '' }),
    /^a\/b\/pyproject.toml is not read: .*"dev-in-docker init a\/b"/,
  ],
  [
    'requirements in several folders below',
    project({ 'a/requirements.txt': 'pytest', 'b/requirements.txt': 'pytest' }),
    /^b\/requirements\.txt is not read: .*"dev-in-docker init b"/,
  ],
])('tells of %s', (_, facts, note) => {
  expect(planInit({ ...facts, tests: ['test_a.py'] }).notes).toContainEqual(expect.stringMatching(note));
});

describe('beside a Dockerfile that is kept', () => {
  const kept = (lines: string, more: Partial<InitFacts> = {}) => {
    const Dockerfile = `FROM x AS dev\n${lines}\nFROM dev AS share\n`;
    const { files, notes } = planInit(project({ Dockerfile }, { tests: ['test_a.py'], ...more }));
    return { paths: files.map(({ path }) => path), notes };
  };

  test.each([
    ['COPY .env .', '".env"'],
    ['COPY --chown=me venv/ node_modules ./', '"venv/" and "node_modules"'],
    ['COPY .env* ./', '".env*"'],
    ['ADD ./app/.env.production /', '"./app/.env.production"'],
    ['RUN --mount=type=bind,source=.git,target=/x true', '".git"'],
  ])('no .dockerignore is written that would leave out what it copies: %s', (line, named) => {
    const { paths, notes } = kept(line);
    expect(paths.slice(0, 3)).toEqual(['Dockerfile', 'pytest.ini', '.github/workflows/test.yml']);
    expect(notes).toEqual([expect.stringContaining(`as the Dockerfile copies ${named}: list`)]);
  });

  test.each(['COPY . .', 'COPY --from=y .env .', 'COPY app /venv', 'RUN python -m venv /opt/venv', 'COPY * ./'])(
    'one is written that leaves out nothing of that: %s',
    line => {
      const { paths, notes } = kept(line);
      expect(paths).toContain('.dockerignore');
      expect(notes).toEqual([]);
    },
  );

  test('no requirements.txt is written, nor a test that would read one', () => {
    expect(kept('', { tests: [] }).paths.slice(0, 4)).toEqual([
      ...['Dockerfile', '.dockerignore', 'pytest.ini', '.github/workflows/test.yml'],
    ]);
  });
});
