// A project that is a package itself: what its build reads, so that metadata, commands, plugins, a version file and compiled
// parts are in the dev image, while the code stays where it is mounted. It is told from names and texts: nothing of it is run.
import { readSetuptools } from './declared.ts';
import { sectionOf, valueIn } from './ini.ts';
import { ASIDE, compilersOf, cythonizedBefore, importsOf, isNative, nativeFiles } from './own-native.ts';
import { plainPaths } from './own-plain.ts';
import type { Texts } from './packages.ts';
import { type Table, table, texts } from './pyproject.ts';
import { type Literal, readSetupScript } from './setup-script.ts';

/** What the build of a project's own package takes; paths are relative to the project. */
export type OwnPackage = {
  /** Files, patterns of files, and folders, which end in a slash. */
  copies: string[];
  /** Files that must be there, whatever is in them. */
  touched: string[];
  /** Folders that its packages are in, besides the project's own. */
  folders: string[];
  /** Packages of Debian that compile it. */
  compilers: string[];
  /** The variable that tells a version which otherwise git tells. */
  versionVariable?: string;
  /** What a build that names no requirements of its own imports. */
  needs: string[];
  /** Whether its Python files are copied too: the build names each one, or compiled parts are in many folders. */
  takesCode: boolean;
  /** Cython's sources whose C files the build reads, but that only its author makes; and whether these are in C++. */
  cythonized: { path: string; isCpp: boolean }[];
  /** All that the installation has of the code, as paths in site-packages, where the build makes no modules. */
  plain?: string[];
};

/** What is known of a project: texts of files, pyproject.toml as it was parsed, and the paths of all files. */
type PackageFacts = { files: Texts; pyproject?: Table; paths: string[] };

/** The project with what its build says, as far as that is written down. */
type OwnBuild = {
  paths: Set<string>;
  backend: string;
  setupPy: string;
  /** All that the build is told, and each word that may be a path in it. */
  text: string;
  words: Set<string>;
  /** Top folders of packages, and modules that are none. */
  packages: string[];
  modules: string[];
  /** A build backend that is in the project: folders, which end in a slash, or a module. */
  ownBackend: string[];
  isCompiled: boolean;
  /** Whether Hatch's hooks for metadata may look for marks in texts for people, as hatch-fancy-pypi-readme does. */
  readsProse: boolean;
};

const ROOTS = ['', 'src/', 'lib/', 'python/'];

const COMPILED_BY = /^(?:maturin|mesonpy|scikit_build_core|py_build_cmake|sipbuild)\b/;
const COMPILED_WITH = /\b(?:cython|pybind11|nanobind|setuptools-rust|cffi|scikit-build|mypy\[mypyc\]|hatch-cython)\b/i;
const COMPILED_IN = /\b(?:ext_modules|cythonize|rust_extensions|cffi_modules|mypycify|CMakeExtension)\b/;

/** What asks git for the version → what tells it instead. */
const VERSIONS: [RegExp, string][] = [
  [/setuptools[_-]scm|hatch[_-]vcs|use_scm_version/, 'SETUPTOOLS_SCM_PRETEND_VERSION'],
  [/poetry-dynamic-versioning/, 'POETRY_DYNAMIC_VERSIONING_BYPASS'],
  [/uv-dynamic-versioning/, 'UV_DYNAMIC_VERSIONING_BYPASS'],
  [/"source":"scm"/, 'PDM_BUILD_SCM_VERSION'],
  [/\bpbr\b/, 'PBR_VERSION'],
];

/** What the build of the project's own package takes; undefined where it is none, or where its build would find nothing. */
export function findOwnPackage(project: PackageFacts): OwnPackage | undefined {
  if (!isPackage(project)) return undefined;
  const build = readBuild(project);
  const { backend, setupPy, text, packages, modules, isCompiled } = build;
  if (packages.length + modules.length === 0 && !isCompiled) return undefined;
  if (isAmbiguous(project, build)) return undefined;
  const native = isCompiled ? nativeFiles(build.paths, backend === 'mesonpy') : [];
  const copies = [...plainFiles(build), ...build.ownBackend, ...native];
  const folders = copies.filter(copy => copy.endsWith('/'));
  const isWithin = (path: string) => folders.some(folder => path !== folder && path.startsWith(folder));
  const versionVariable = VERSIONS.find(([tool]) => tool.test(text))?.[1];
  const plain = isCompiled
    ? undefined
    : plainPaths(build, table(project.pyproject?.tool), namedFolders(project, build), ROOTS);
  return {
    copies: [...new Set(copies)].filter(path => !isWithin(path)),
    touched: [...new Set(neededFiles(project, build))].filter(path => !copies.includes(path) && !isWithin(path)),
    folders: ROOTS.map(root => root.slice(0, -1)).filter(
      root => root !== '' && packages.some(folder => folder.startsWith(`${root}/`)),
    ),
    compilers: isCompiled ? compilersOf(build) : [],
    ...(versionVariable === undefined ? {} : { versionVariable }),
    needs: table(project.pyproject?.['build-system']).requires === undefined ? importsOf(setupPy) : [],
    cythonized: isCompiled ? cythonizedBefore(build) : [],
    takesCode: packages.some(package_ => folders.some(folder => `${package_}/`.startsWith(folder))),
    ...(plain === undefined ? {} : { plain }),
  };
}

function isPackage({ files, pyproject = {} }: PackageFacts): boolean {
  const tool = table(pyproject.tool);
  const isRefused = table(tool.poetry)['package-mode'] === false || table(tool.uv).package === false;
  if (isRefused) return false;
  const isDescribed = 'project' in pyproject || 'poetry' in tool;
  if (isDescribed && ('build-system' in pyproject || table(tool.uv).package === true)) return true;
  const setupCfg = sectionOf(files['setup.cfg'] ?? '', 'metadata') ?? '';
  return /\bsetup\(/.test(files['setup.py'] ?? '') || valueIn(setupCfg, 'name') !== undefined;
}

function readBuild({ files, pyproject = {}, paths: all }: PackageFacts): OwnBuild {
  const { 'build-system': system, project, tool } = pyproject;
  const setupPy = files['setup.py'] ?? '';
  const parts = (files['setup.cfg'] ?? '').split(/^\[/m);
  const { envs: _, ...hatch } = table(table(tool).hatch);
  // Settings of linters and the like name files that no build reads.
  const builders = Object.entries(table(tool)).filter(([name]) => BUILDERS.test(name));
  const toml = JSON.stringify({ system, project, ...Object.fromEntries(builders), hatch });
  const text = [toml, setupPy, ...parts.filter(part => /^(?:metadata|options|versioneer|pbr|build)/.test(part))].join(
    '\n',
  );
  const paths = new Set(all.filter(path => /^[\w.][\w@%+=,./~-]*$/.test(path)));
  const name = nameOf(pyproject, files);
  const requires = texts(table(system).requires).join('\n');
  const backend = String(table(system)['build-backend'] ?? 'setuptools.build_meta');
  const ownBackend = backendIn(texts(table(system)['backend-path']), backend, paths);
  const others = [...paths].flatMap(path => /^(.+\/)pyproject\.toml$/.exec(path)?.[1] ?? []);
  const packages = topPackages(paths, name, [...ownBackend, ...others]);
  return {
    ...{ paths, backend, setupPy, text, packages, ownBackend, readsProse: 'hooks' in table(hatch.metadata) },
    words: new Set((text.match(/[\w@+./~-]+/g) ?? []).map(word => word.replace(/^(?:\.\/)+/, ''))),
    modules: packages.length > 0 ? [] : ROOTS.map(root => `${root}${name}.py`).filter(path => paths.has(path)),
    isCompiled:
      COMPILED_BY.test(backend) ||
      COMPILED_WITH.test(requires) ||
      COMPILED_IN.test(setupPy) ||
      packages.some(folder => [...paths].some(path => path.startsWith(`${folder}/`) && path.endsWith('.pyx'))) ||
      toml.includes('"ext-modules"'),
  };
}

const BUILDERS =
  /^(?:setuptools|setuptools_scm|setuptools-git-versioning|flit|poetry|poetry-dynamic-versioning|pdm|maturin|scikit-build|meson-python|uv|uv-dynamic-versioning|versioneer|versioningit)$/;

/** The name under which it is imported, mostly. */
function nameOf(pyproject: Table, files: Texts): string {
  const { project, tool } = pyproject;
  const name = table(project).name ?? table(table(tool).poetry).name ?? readSetuptools(files)?.name ?? '';
  return String(name).replace(/[-.]/g, '_');
}

/** A backend that is in the project itself, as the folders that it is looked for in have it. */
function backendIn(folders: string[], backend: string, paths: Set<string>): string[] {
  const [module = ''] = backend.split(/[.:]/);
  return folders.flatMap(folder => {
    const path = folder.replace(/^(?:\.\/)+|\/+$/g, '').replace(/^\.$/, '');
    const found = path === '' ? [`${module}.py`, `${module}/`] : [`${path}/`];
    return found.filter(one => paths.has(one) || [...paths].some(other => one.endsWith('/') && other.startsWith(one)));
  });
}

/**
 * Folders of packages that lie in no other one, nor in those that are for others; a folder without __init__.py counts if it
 * has the project's name.
 */
function topPackages(paths: Set<string>, name: string, others: string[]): string[] {
  const folders = [...paths].flatMap(path => {
    const [, folder] = /^(.+)\/__init__\.py$/.exec(path) ?? [];
    return folder === undefined || others.some(other => path.startsWith(other)) ? [] : [folder];
  });
  const tops = folders.filter(folder => {
    const names = folder.split('/');
    const isInner = names.some((_, at) => at > 0 && folders.includes(names.slice(0, at).join('/')));
    return !isInner && names.length < 4 && !names.some(one => ASIDE.test(one));
  });
  const inSource = tops.filter(folder => folder.startsWith('src/'));
  if (tops.length > 0) return inSource.length > 0 ? inSource : tops;
  const named = ROOTS.map(root => `${root}${name}`).filter(folder =>
    [...paths].some(path => path.startsWith(`${folder}/`) && path.endsWith('.py')),
  );
  return name === '' ? [] : named;
}

/** setuptools refuses to choose among several packages that nobody has named. */
function isAmbiguous({ pyproject = {} }: PackageFacts, { backend, packages, text }: OwnBuild): boolean {
  const setuptools = table(table(pyproject.tool).setuptools);
  const isNamed = 'packages' in setuptools || 'py-modules' in setuptools || /\b(?:packages|py_modules)\s*=/.test(text);
  const isElsewhere = packages.some(folder => folder.includes('/'));
  return backend.startsWith('setuptools') && !isNamed && !isElsewhere && packages.length > 1;
}

/** Read under these names, without a word on it. */
const READ = ['pyproject.toml', 'setup.py', 'setup.cfg', 'hatch_build.py', 'pdm_build.py'];

/** What is read, beside the sources of compiled parts. */
function plainFiles(build: OwnBuild): string[] {
  const { paths, backend, setupPy, text, words, packages, modules, isCompiled, readsProse } = build;
  const generated = [...text.matchAll(/\b(?:version[_-]file|write_to)["']?\s*[=:]\s*["']([^"'\n]+)["']/g)].map(
    ([, path]) => path,
  );
  const attributes = [...text.matchAll(/\battr["']?\s*:\s*["']?([\w.]+)/g)].flatMap(([, name = '']) => {
    const module = name.split('.').slice(0, -1).join('/');
    return ROOTS.flatMap(root => [`${root}${module}.py`, `${root}${module}/__init__.py`]);
  });
  const readsInit = /^flit/.test(backend) || /__init__/.test(setupPy);
  return [...paths].filter(path => {
    const [, folder, name = ''] = /^(?:(.+)\/)?([^/]+)$/.exec(path) ?? [];
    const isPassedOver = isProse(path) && !(readsProse && words.has(path));
    if (generated.includes(path) || isPassedOver || (isCompiled && isNative(path, paths))) return false;
    if (READ.includes(path) || words.has(path)) return true;
    if (attributes.includes(path)) return true;
    // A script may import what lies beside it, such as versioneer.
    if (folder === undefined) {
      const [, module] = /^(\w+)\.py$/.exec(name) ?? [];
      return (
        modules.includes(path) ||
        (module !== undefined && new RegExp(`\\bimport ${module}\\b|\\bfrom ${module} import\\b`).test(setupPy))
      );
    }
    if (modules.includes(path)) return /^flit/.test(backend);
    if (!packages.includes(folder)) return false;
    return name === '__init__.py' ? readsInit : /^_*(?:version|about|meta|release)_*\.py$/i.test(name);
  });
}

/** Texts for people: a build wants them to be there, and would be done again for each word that changes. */
function isProse(path: string): boolean {
  return (
    /^(?:.*\/)?(?:README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGE|CHANGES|CHANGELOG|HISTORY|NEWS)[^/]*$/i.test(path) &&
    !path.endsWith('.py')
  );
}

const LEGAL = /^(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)/i;

/** What only must be there. */
function neededFiles(project: PackageFacts, build: OwnBuild): string[] {
  const { paths, words, packages, modules } = build;
  const all = [...paths].filter(path => isProse(path) && (!path.includes('/') || words.has(path)));
  // Only licences are looked for by patterns, so that the others are those that are named, if any is.
  const isNamed = all.some(path => words.has(path) && !LEGAL.test(path));
  const prose = all.filter(path => !isNamed || words.has(path) || LEGAL.test(path));
  const folders = [...packages, ...namedFolders(project, build)];
  return [...prose, ...modules, ...folders.map(folder => `${folder}/__init__.py`)];
}

/** Folders of packages that are listed by name, inner ones too. */
function namedFolders({ files, pyproject = {} }: PackageFacts, { paths, setupPy }: OwnBuild): string[] {
  const options = sectionOf(files['setup.cfg'] ?? '', 'options') ?? '';
  const listed = [
    ...literals(readSetupScript(setupPy).packages),
    ...texts(table(table(pyproject.tool).setuptools).packages),
    ...(valueIn(options, 'packages') ?? []),
  ].filter(name => /^\w+(?:\.\w+)*$/.test(name));
  return listed.flatMap(name => {
    const path = name.replaceAll('.', '/');
    return ROOTS.map(root => `${root}${path}`).filter(folder => [...paths].some(one => one.startsWith(`${folder}/`)));
  });
}

function literals(value: Literal): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
