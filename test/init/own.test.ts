import { expect, test } from 'vitest';
import type { InitFacts } from '../../src/init/plan.ts';
import { dockerfileOf, installs, KNOWN, knownOf, notesOf, PROJECT, project } from './projects.ts';

/** A project with these paths, whose texts are only those that matter. */
const packageOf = (files: Record<string, string>, paths: string[] = [], more: Partial<InitFacts> = {}) =>
  project({ 'requirements.txt': 'pytest', ...files }, { paths: [...Object.keys(files), ...paths], ...more });

const builtBy = (backend: string, requires: string[], more = '') =>
  `${PROJECT}${more}\n[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "${backend}"\n`;

const SETUP = 'from setuptools import setup\nsetup(name="shop", version="1", packages=["shop", "shop.sub"])';

/** What a Dockerfile copies and makes for the build of the project's own package. */
const own = (dockerfile: string) =>
  dockerfile.split('\n').flatMap(line => {
    const [, copied] = /^COPY (.*) \/opt\/own\//.exec(line) ?? [];
    const [, made] = /&& touch (.*)$/.exec(line) ?? [];
    return copied?.split(' ') ?? made?.split(' ').map(path => `(${path})`) ?? [];
  });

test.each<[string, Record<string, string>, string[], string[]]>([
  [
    'a folder src, whose code it only has to see',
    { 'pyproject.toml': builtBy('hatchling.build', ['hatchling'], 'readme = "README.md"') },
    ['src/shop/__init__.py', 'src/shop/cart.py', 'README.md', 'tests/__init__.py', 'docs/conf.py'],
    ['pyproject.toml', '(README.md)', '(src/shop/__init__.py)'],
  ],
  [
    'texts for people that are links, and so no files',
    { 'pyproject.toml': builtBy('hatchling.build', ['hatchling'], 'readme = { file = "doc/README.rst" }') },
    ['shop/__init__.py', 'LICENSE'],
    ['pyproject.toml', '(LICENSE)', '(doc/README.rst)', '(shop/__init__.py)'],
  ],
  [
    'texts that a hook of Hatch reads',
    {
      'pyproject.toml': `${builtBy('hatchling.build', ['hatchling', 'hatch-fancy-pypi-readme'])}[[tool.hatch.metadata.hooks.fancy-pypi-readme.fragments]]\npath = "README.md"\n`,
    },
    ['shop/__init__.py', 'README.md', 'LICENSE'],
    ['pyproject.toml', 'README.md', '(LICENSE)', '(shop/__init__.py)'],
  ],
  [
    'a version in a module',
    { 'pyproject.toml': `${builtBy('hatchling.build', ['hatchling'])}[tool.hatch.version]\npath = "shop/info.py"\n` },
    ['shop/__init__.py', 'shop/info.py', 'shop/cart.py'],
    ['pyproject.toml', 'shop/info.py', '(shop/__init__.py)'],
  ],
  [
    'a version that setuptools takes from a package',
    {
      'pyproject.toml': `${builtBy('setuptools.build_meta', ['setuptools'])}[tool.setuptools.dynamic]\nversion = {attr = "shop.__version__"}\n`,
    },
    ['shop/__init__.py', 'shop/cart.py'],
    ['pyproject.toml', 'shop/__init__.py'],
  ],
  [
    "a package whose module is flit's source",
    { 'pyproject.toml': builtBy('flit_core.buildapi', ['flit_core']) },
    ['shop.py', 'test_shop.py'],
    ['pyproject.toml', 'shop.py'],
  ],
  [
    'a version file that the build writes, there or not',
    {
      'pyproject.toml': `${builtBy('setuptools.build_meta', ['setuptools_scm'])}[tool.setuptools_scm]\nversion_file = "shop/_version.py"\n`,
    },
    ['shop/__init__.py', 'shop/_version.py'],
    ['pyproject.toml', '(shop/__init__.py)'],
  ],
  [
    'packages that are listed, and a script beside setup.py',
    { 'setup.py': `import versioneer\n${SETUP}` },
    ['versioneer.py', 'shop/__init__.py', 'shop/sub/__init__.py', 'shop/cart.py', 'tool.py'],
    ['setup.py', 'versioneer.py', '(shop/__init__.py)', '(shop/sub/__init__.py)'],
  ],
  [
    'packages of types only',
    {
      'pyproject.toml': `${builtBy('setuptools.build_meta', ['setuptools'])}[tool.setuptools]\npackages = ["shop-stubs"]\n`,
      'setup.py': 'setup(ext_modules=[Extension("shop", ["src/shop.c"])])',
    },
    ['shop-stubs/__init__.pyi', 'src/shop.c'],
    ['setup.py', 'pyproject.toml', 'src/', '(shop-stubs/__init__.py)'],
  ],
  [
    'extensions in C beside the code, and a library in C',
    { 'setup.py': 'setup(name="shop", ext_modules=[Extension("shop._fast", ["shop/_fast.c"])])' },
    ['shop/__init__.py', 'shop/_fast.c', 'shop/cart.py', 'extern/z/z.c', 'extern/z/z.h', 'tests/probe.c'],
    ['setup.py', 'shop/*.c', 'extern/', '(shop/__init__.py)'],
  ],
  [
    "Cython's sources, and not what it makes of them",
    { 'pyproject.toml': builtBy('setuptools.build_meta', ['setuptools', 'Cython']) },
    ['src/shop/__init__.py', 'src/shop/_fast.pyx', 'src/shop/_fast.c'],
    ['pyproject.toml', 'src/shop/*.pyx', '(src/shop/__init__.py)'],
  ],
  [
    'parts in Rust',
    { 'pyproject.toml': builtBy('maturin', ['maturin>=1']) },
    ['Cargo.toml', 'Cargo.lock', 'src/lib.rs', 'python/shop/__init__.py'],
    ['pyproject.toml', 'Cargo.toml', 'Cargo.lock', 'src/', '(python/shop/__init__.py)'],
  ],
  [
    'a build by Meson, which names each file',
    { 'pyproject.toml': builtBy('mesonpy', ['meson-python']) },
    ['meson.build', 'shop/meson.build', 'shop/__init__.py', 'shop/cart.py', 'tests/meson.build', 'docs/conf.py'],
    ['pyproject.toml', 'meson.build', 'shop/', 'tests/'],
  ],
  [
    'a backend of its own, which compiles what nobody has named',
    {
      'pyproject.toml': builtBy('pep517.backend', ['setuptools']).replace(
        'build-backend',
        'backend-path = ["./tools/build"]\nbuild-backend',
      ),
    },
    ['tools/build/pep517/__init__.py', 'tools/build/pep517/backend.py', 'shop/__init__.py', 'shop/_fast.pyx'],
    [
      ...['pyproject.toml', 'tools/build/pep517/__init__.py', 'tools/build/pep517/backend.py'],
      ...['shop/*.pyx', '(shop/__init__.py)'],
    ],
  ],
  [
    'a backend in a module at its top',
    {
      'pyproject.toml': builtBy('backend:own', ['setuptools']).replace(
        'build-backend',
        'backend-path = ["."]\nbuild-backend',
      ),
    },
    ['backend.py', 'shop/__init__.py', 'shop/cart.py'],
    ['pyproject.toml', 'backend.py', '(shop/__init__.py)'],
  ],
  [
    'packages of others in its folders, and texts that no build asks for',
    {
      'pyproject.toml':
        builtBy('hatchling.build', ['hatchling', 'hatch-vcs'], 'readme = "README.md"\nlicense-files = ["LICEN*"]') +
        '[tool.hatch.build.hooks.vcs]\nversion-file = "shop/_version.py"\n',
    },
    ['shop/__init__.py', 'README.md', 'README.de.md', 'LICENSE', 'plugins/a/pyproject.toml', 'plugins/a/a/__init__.py'],
    ['pyproject.toml', '(LICENSE)', '(README.md)', '(shop/__init__.py)'],
  ],
  ['no build system', { 'pyproject.toml': PROJECT }, ['shop/__init__.py'], []],
  ['a build that would find nothing', { 'pyproject.toml': builtBy('hatchling.build', ['hatchling']) }, ['a.py'], []],
  [
    'several packages, of which setuptools would choose none',
    { 'pyproject.toml': builtBy('setuptools.build_meta', ['setuptools']) },
    ['shop/__init__.py', 'bank/__init__.py'],
    [],
  ],
  [
    'a word that it is no package',
    { 'pyproject.toml': `${builtBy('hatchling.build', ['hatchling'])}[tool.uv]\npackage = false\n` },
    ['shop/__init__.py'],
    [],
  ],
])('copies for its own build, of a project with %s', (_, files, paths, expected) => {
  const dockerfile = dockerfileOf(packageOf(files, paths));
  expect(own(dockerfile).sort()).toEqual(expected.sort());
  expect(knownOf(dockerfile)).toEqual(KNOWN);
});

test.each([
  [['shop/_fast.c'], 'gcc libc6-dev'],
  [['CMakeLists.txt', 'shop/_fast.c'], 'g++ libc6-dev'],
  [['shop/_fast.pyx'], 'g++ libc6-dev'],
  [['shop/_fast.f90'], 'gcc libc6-dev gfortran'],
  [['Cargo.toml', 'src/lib.rs'], 'gcc libc6-dev cargo'],
])('has a compiler for %j', (paths, expected) => {
  const toml = builtBy('scikit_build_core.build', ['scikit-build-core']);
  const dockerfile = dockerfileOf(packageOf({ 'pyproject.toml': toml }, ['shop/__init__.py', ...paths]));
  expect(installs(dockerfile)).toContain(`apt-get update && apt-get install --yes --no-install-recommends ${expected}`);
});

test.each([
  ['setuptools_scm', 'SETUPTOOLS_SCM_PRETEND_VERSION'],
  ['hatch-vcs', 'SETUPTOOLS_SCM_PRETEND_VERSION'],
  ['pbr', 'PBR_VERSION'],
])('tells %s a version, and the person too', (tool, variable) => {
  const facts = packageOf({ 'pyproject.toml': builtBy('x', [tool]) }, ['shop/__init__.py']);
  expect(dockerfileOf(facts)).toContain(`ARG ${variable}=0.1.0.dev0\n`);
  expect(notesOf(facts)).toContain(
    `The project's version is 0.1.0.dev0 in its image, as git tells it only outside: to publish another one, set the build argument ${variable}.`,
  );
});

test('finds the code where the build of parts in Rust has it', () => {
  const files = { 'pyproject.toml': builtBy('maturin', ['maturin']) };
  const dockerfile = dockerfileOf(packageOf(files, ['Cargo.toml', 'src/lib.rs', 'python/shop/__init__.py']));
  expect(dockerfile).toContain('ENV PYTHONPATH=/usr/src/app:/usr/src/app/python\n');
});

test('brings along what a setup.py without a build system imports', () => {
  const setup = 'from Cython.Build import cythonize\nsetup(name="shop", ext_modules=cythonize("shop/*.pyx"))';
  const dockerfile = dockerfileOf(packageOf({ 'setup.py': setup }, ['shop/__init__.py', 'shop/a.pyx']));
  expect(dockerfile).toContain('pip install setuptools wheel Cython\n');
  expect(dockerfile).toContain('pip install --no-deps --use-pep517 --no-build-isolation /tmp/own ');
});

test('builds it without the members of its workspace', () => {
  const sources = '[tool.uv.sources]\ntap = { workspace = true }\n[tool.uv.workspace]\nmembers = ["tap"]\n';
  const files = { 'pyproject.toml': `${builtBy('hatchling.build', ['hatchling'])}${sources}`, 'uv.lock': '' };
  const dockerfile = dockerfileOf(packageOf(files, ['shop/__init__.py']));
  expect(dockerfile).toContain('uv pip install --no-deps --no-sources /opt/own ');
});

test('tells of sources that a .dockerignore leaves out', () => {
  const files = { 'pyproject.toml': builtBy('maturin', ['maturin']), '.dockerignore': 'src\n' };
  expect(notesOf(packageOf(files, ['Cargo.toml', 'src/lib.rs']))).toContain(
    '.dockerignore leaves out "src", which the Dockerfile copies: add the line "!src".',
  );
});

test('copies a folder as a whole rather than in more layers than an image can have', () => {
  const paths = Array.from({ length: 30 }, (_, at) => `shop/part${at}/fast.c`);
  const facts = packageOf({ 'setup.py': 'setup(name="shop", ext_modules=all())' }, ['shop/__init__.py', ...paths]);
  expect(own(dockerfileOf(facts))).toEqual(['setup.py', 'shop/']);
  expect(notesOf(facts)).toContain(
    'The code of your package is copied for its build, so that every change of the code builds it anew.',
  );
});

test.each<[string, Record<string, string>, string[], string]>([
  ['a folder src', { 'pyproject.toml': builtBy('hatchling.build', ['hatchling']) }, ['src/shop/__init__.py'], 'shop'],
  ['a module', { 'pyproject.toml': builtBy('flit_core.buildapi', ['flit_core']) }, ['shop.py'], 'shop.py'],
  [
    'packages that are listed',
    { 'setup.py': 'setup(name="shop", packages=["shop", "shop.sub", "tests"])' },
    ['shop/__init__.py', 'shop/sub/__init__.py', 'tests/__init__.py'],
    'shop tests',
  ],
])('takes the code out again in a line where the build makes no modules: %s', (_, files, paths, expected) => {
  const dockerfile = dockerfileOf(packageOf(files, paths));
  expect(dockerfile).toMatch(
    new RegExp(
      `pip install --no-deps(?: --use-pep517)? /opt/own && \\\\\n {4}cd /opt/venv/lib/python\\*/site-packages && rm -rf ${expected}\n`,
    ),
  );
  expect(dockerfile).not.toContain('built_parts');
});

test.each<[string, Record<string, string>, string[]]>([
  ['versioneer', { 'setup.py': `import versioneer\n${SETUP}` }, ['shop/__init__.py']],
  ['steps of its own', { 'setup.py': 'setup(name="shop", cmdclass={"build_py": Mine})' }, ['shop/__init__.py']],
  [
    'a hook of Hatch',
    {
      'pyproject.toml': `${builtBy('hatchling.build', ['hatchling'])}[tool.hatch.build.hooks.custom]\n`,
    },
    ['shop/__init__.py'],
  ],
  [
    'a script of Poetry',
    { 'pyproject.toml': `${builtBy('poetry.core.masonry.api', ['poetry-core'])}[tool.poetry]\nbuild = "b.py"\n` },
    ['shop/__init__.py'],
  ],
  [
    'a version file',
    {
      'pyproject.toml': `${builtBy('setuptools.build_meta', ['setuptools_scm'])}[tool.setuptools_scm]\nversion_file = "shop/_version.py"\n`,
    },
    ['shop/__init__.py'],
  ],
  ['a backend that is not known', { 'pyproject.toml': builtBy('mine', ['mine']) }, ['shop/__init__.py']],
  ['a folder whose name may be another there', { 'setup.py': 'setup(name="shop")' }, ['backend/shop/__init__.py']],
])('keeps what the build may make: %s', (_, files, paths) => {
  expect(dockerfileOf(packageOf(files, paths))).toContain('import built_parts');
});

test("makes what the build reads, but git doesn't have: C files of Cython's", () => {
  const setup = 'setup(name="shop", ext_modules=[E("a", ["shop/a.c"]), E("b", ["shop/b.cpp"]), E("c", ["shop/c.c"])])';
  const paths = ['shop/__init__.py', 'shop/a.pyx', 'shop/b.pyx', 'shop/c.c', 'shop/c.pyx'];
  const lines = installs(dockerfileOf(packageOf({ 'setup.py': setup }, paths)));
  expect(lines).toContain('pip install cython');
  expect(lines).toContain('cd /opt/own && cython shop/a.pyx && cython --cplus shop/b.pyx');
});

test.each<[string, Record<string, string>, boolean]>([
  [
    'a plugin of pytest',
    {
      'pyproject.toml': `${builtBy('hatchling.build', ['hatchling'])}[project.entry-points.pytest11]\nshop = "shop"\n`,
    },
    true,
  ],
  ['a plugin by setup.py', { 'setup.py': 'setup(name="shop", entry_points={"pytest11": ["shop = shop"]})' }, true],
  ['others', { 'setup.py': SETUP }, false],
])('leaves what pytest prints without colours, which tests of a plugin read: %s', (_, files, isPlain) => {
  const dockerfile = dockerfileOf(packageOf(files, ['shop/__init__.py']));
  expect(dockerfile.includes('\nENV PY_COLORS=0\n')).toBe(isPlain);
});
