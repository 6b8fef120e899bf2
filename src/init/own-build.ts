// What the build of a project's own package is told, as far as that is written down.
import { readSetuptools } from './declared.ts';
import { ASIDE } from './own-native.ts';
import type { Texts } from './packages.ts';
import { type Table, table, texts } from './pyproject.ts';

/** What is known of a project: texts of files, pyproject.toml as it was parsed, and the paths of all files. */
export type PackageFacts = { files: Texts; pyproject?: Table; paths: string[] };

/** The project with what its build says, as far as that is written down. */
export type OwnBuild = {
  paths: Set<string>;
  backend: string;
  setupPy: string;
  /** All that the build is told, and each word that may be a path in it. */
  text: string;
  words: Set<string>;
  /** Top folders of packages, and modules that are none. */
  packages: string[];
  modules: string[];
  /** The files of a build backend that is in the project. A folder with Python as a whole would keep the image from being mounted. */
  ownBackend: string[];
  isCompiled: boolean;
  /** Whether Hatch's hooks for metadata may look for marks in texts for people, as hatch-fancy-pypi-readme does. */
  readsProse: boolean;
};

/** Where packages are; each but the first one is a folder of its own. */
export const ROOTS = ['', 'src/', 'lib/', 'python/'];

const COMPILED_BY = /^(?:maturin|mesonpy|scikit_build_core|py_build_cmake|sipbuild)\b/;
const COMPILED_WITH = /\b(?:cython|pybind11|nanobind|setuptools-rust|cffi|scikit-build|mypy\[mypyc\]|hatch-cython)\b/i;
const COMPILED_IN = /\b(?:ext_modules|cythonize|rust_extensions|cffi_modules|mypycify|CMakeExtension)\b/;

/** Reads it. */
export function readBuild({ files, pyproject = {}, paths: all }: PackageFacts): OwnBuild {
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
    const starts = path === '' ? [`${module}.py`, `${module}/`] : [`${path}/`];
    return [...paths].filter(one => starts.some(start => one.startsWith(start)));
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
