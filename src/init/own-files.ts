// Which files of a project the build of its own package reads, and which only have to be there.
import { sectionOf, valueIn } from './ini.ts';
import { type OwnBuild, type PackageFacts, ROOTS } from './own-build.ts';
import { isNative } from './own-native.ts';
import { table, texts } from './pyproject.ts';
import { type Literal, readSetupScript } from './setup-script.ts';

/** Read under these names, without a word on it. */
const READ = ['pyproject.toml', 'setup.py', 'setup.cfg', 'hatch_build.py', 'pdm_build.py'];

/** What is read, beside the sources of compiled parts. */
export function plainFiles(build: OwnBuild): string[] {
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
export function neededFiles(project: PackageFacts, build: OwnBuild): string[] {
  const { paths, words, packages, modules } = build;
  const all = [...paths].filter(path => isProse(path) && (!path.includes('/') || words.has(path)));
  // Only licences are looked for by patterns, so that the others are those that are named, if any is.
  const isNamed = all.some(path => words.has(path) && !LEGAL.test(path));
  const prose = all.filter(path => !isNamed || words.has(path) || LEGAL.test(path));
  const folders = [...packages, ...namedFolders(project, build)];
  return [...prose, ...namedProse(project), ...modules, ...folders.map(folder => `${folder}/__init__.py`)];
}

/** Texts for people that must be there by their names: as a link to another file, they are not among the project's files. */
function namedProse({ pyproject = {} }: PackageFacts): string[] {
  const { readme, license } = table(pyproject.project);
  const poetry = table(table(pyproject.tool).poetry).readme;
  const named = [readme, table(readme).file, table(license).file, poetry].flatMap(one => [one, ...texts(one)]);
  return named
    .filter(one => typeof one === 'string')
    .filter(path => /^\w[\w./+-]*$/.test(path) && !path.includes('..'));
}

/** Folders of packages that are listed by name, inner ones too. */
export function namedFolders({ files, pyproject = {} }: PackageFacts, { paths, setupPy }: OwnBuild): string[] {
  const options = sectionOf(files['setup.cfg'] ?? '', 'options') ?? '';
  const listed = [
    ...literals(readSetupScript(setupPy).packages),
    ...texts(table(table(pyproject.tool).setuptools).packages),
    ...(valueIn(options, 'packages') ?? []),
  ].filter(name => /^\w+(?:-stubs)?(?:\.\w+)*$/.test(name));
  return listed.flatMap(name => {
    const path = name.replaceAll('.', '/');
    return ROOTS.map(root => `${root}${path}`).filter(folder => [...paths].some(one => one.startsWith(`${folder}/`)));
  });
}

function literals(value: Literal): string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
}
