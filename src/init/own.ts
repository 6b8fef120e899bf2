// A project that is a package itself: what its build reads, so that metadata, commands, plugins, a version file and compiled
// parts are in the dev image, while the code stays where it is mounted. It is told from names and texts: nothing of it is run.
import { sectionOf, valueIn } from './ini.ts';
import { type OwnBuild, type PackageFacts, ROOTS, readBuild } from './own-build.ts';
import { namedFolders, neededFiles, plainFiles } from './own-files.ts';
import { compilersOf, cythonizedBefore, importsOf, nativeFiles } from './own-native.ts';
import { plainPaths } from './own-plain.ts';
import { table } from './pyproject.ts';

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
  /** Whether it tells uv of packages that are elsewhere, such as members of its workspace. */
  hasSources: boolean;
  /** Whether pytest takes it for a plugin. */
  isPlugin: boolean;
  /** All that the installation has of the code, as paths in site-packages, where the build makes no modules. */
  plain?: string[];
};

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
    : plainPaths(build, table(project.pyproject?.tool), namedFolders(project, build));
  return {
    copies: [...new Set(copies)].filter(path => !isWithin(path)),
    touched: [...new Set(neededFiles(project, build))].filter(path => !copies.includes(path) && !isWithin(path)),
    folders: ROOTS.map(root => root.slice(0, -1)).filter(
      root => root !== '' && packages.some(folder => folder.startsWith(`${root}/`)),
    ),
    compilers: isCompiled ? compilersOf(build) : [],
    ...(versionVariable === undefined ? {} : { versionVariable }),
    needs: table(project.pyproject?.['build-system']).requires === undefined ? importsOf(setupPy) : [],
    hasSources: 'sources' in table(table(project.pyproject?.tool).uv),
    isPlugin: /\bpytest11\b/.test(text),
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

/** setuptools refuses to choose among several packages that nobody has named. */
function isAmbiguous({ pyproject = {} }: PackageFacts, { backend, packages, text }: OwnBuild): boolean {
  const setuptools = table(table(pyproject.tool).setuptools);
  const isNamed = 'packages' in setuptools || 'py-modules' in setuptools || /\b(?:packages|py_modules)\s*=/.test(text);
  const isElsewhere = packages.some(folder => folder.includes('/'));
  return backend.startsWith('setuptools') && !isNamed && !isElsewhere && packages.length > 1;
}
