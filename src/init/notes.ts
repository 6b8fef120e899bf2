// What a person should know of a project that `init` was called in.

import { readIgnore } from '../dockerfile/ignore.ts';
import { readStage } from '../dockerfile/stage.ts';
import { quoted } from '../text/plain.ts';
import { readSetuptools } from './declared.ts';
import type { OwnPackage } from './own.ts';
import { type Packages, type Texts, UNREAD_FILES } from './packages.ts';
import type { Pyproject } from './pyproject.ts';
import { namedEnvironment, type Python } from './python.ts';
import { requirementsFiles } from './requirements.ts';
import type { Testing } from './testing.ts';

/** Where a project is not a whole repository. */
export const WORKFLOW_NOTE =
  "GitHub looks for workflows only at the repository's top, so that is where those of this project belong. Where several projects publish, each needs an image and a tag-prefix of its own.";

/** Of a workflow that tests and publishes. */
export function splitNote(path: string): string {
  return `${path} gives the right to publish to the tests of pull requests: remove it and call init again, which writes two workflows, one that tests and one that publishes.`;
}

/** Of where the packages come from. */
export function packageNotes(
  files: Texts,
  pyproject: Pyproject | undefined,
  packages: Packages,
  own?: OwnPackage,
): string[] {
  const { kind, source, hasPytest, hasOwnCode, ownPackages } = packages;
  const unused = unusedSources(files, pyproject, packages);
  const isLocked = kind === 'uv' || kind === 'poetry';
  const unread = isLocked ? [] : unreadSources(files, pyproject, packages);
  const place = kind === 'pyproject' && packages.hasProject ? '[project] in pyproject.toml' : source;
  return [
    ...(unused.length > 0 ? [`The packages come from ${source}, not from ${unused.join(' or ')}.`] : []),
    ...elsewhereNotes(files, packages),
    ...unread.map(name => `${name} is not read: see that ${place} lists the packages which it names.`),
    ...(hasPytest ? [] : [`${source} does not name pytest, so the Dockerfile installs it: better name it there.`]),
    ...(pyproject && kind === 'uv' ? staleNotes(files, pyproject, packages) : []),
    ...(!own && (hasOwnCode || isPackage(files, pyproject))
      ? [
          "The project's own code is not installed in dev, but found through PYTHONPATH: it has no version and no commands of its own there, and what it needs must be listed.",
        ]
      : []),
    ...(ownPackages.length > 0
      ? [
          `The code of ${ownPackages.join(' and ')} is not installed in dev: add the folders that it is in to PYTHONPATH in the Dockerfile.`,
        ]
      : []),
  ];
}

/** A project whose installation brings along more than its files. */
function isPackage(files: Texts, pyproject: Pyproject | undefined): boolean {
  return pyproject?.isPackage === true || readSetuptools(files) !== undefined;
}

/** Of projects in folders below this one. */
function elsewhereNotes(files: Texts, { kind, files: read, source }: Packages): string[] {
  const others = requirementsFiles(Object.keys(files)).filter(
    ({ path, root, purpose }) => root !== '' && purpose === 'base' && !read.includes(path),
  );
  const own = requirementsFiles([source]).find(({ root }) => root !== '');
  const projects = kind !== 'nothing' ? [] : Object.keys(files).filter(path => path.endsWith('/pyproject.toml'));
  const unread = [...others, ...projects.map(path => ({ path, root: path.slice(0, path.lastIndexOf('/')) }))];
  return [
    ...(own
      ? [`${own.path} is taken for this project's: for one of its own, write "dev-in-docker init ${own.root}".`]
      : []),
    ...unread
      .slice(0, 3)
      .map(({ path, root }) => `${path} is not read: for a project of its own, write "dev-in-docker init ${root}".`),
  ];
}

/** What a lock file can't have, as it lacks its name. */
function staleNotes(
  files: Texts,
  { packages, groups, defaultGroups }: Pyproject,
  { names, source }: Packages,
): string[] {
  const locked = new Set([...(files[source] ?? '').matchAll(/^name = "([^"]+)"/gm)].map(([, name]) => name));
  const asked = [...packages, ...defaultGroups.flatMap(name => groups[name] ?? [])];
  const missing = [...new Set(asked)].filter(name => names.includes(name) && !locked.has(name));
  if (missing.length === 0 || locked.size === 0) return [];
  return [`${source} lacks ${missing.join(', ')}, which pyproject.toml names: renew it with "uv lock".`];
}

/** Of a package of the project's own, whose build is asked. */
export function ownNotes({ versionVariable, takesCode }: OwnPackage): string[] {
  return [
    ...(versionVariable === undefined
      ? []
      : [
          `The project's version is 0.1.0.dev0 in its image, as git tells it only outside: to publish another one, set the build argument ${versionVariable}.`,
        ]),
    ...(takesCode
      ? ['The code of your package is copied for its build, so that every change of the code builds it anew.']
      : []),
  ];
}

/** Of code that has to be built or generated before it can be imported. */
export function codeNotes(
  { files, hasCompiled }: { files: Texts; hasCompiled: boolean },
  pyproject: Pyproject | undefined,
): string[] {
  const toml = files['pyproject.toml'] ?? '';
  const backend = /^build-backend\s*=\s*["'](?:maturin|mesonpy|scikit_build_core|enscons)\b/m.test(toml);
  const isCompiled = hasCompiled || backend || /\bext_modules\b|\bcythonize\(/.test(files['setup.py'] ?? '');
  const [, version] =
    /^(?:version[_-]file|write_to)\s*=\s*["']([^"'\n]+)["']/m.exec(pyproject ? toml : '') ??
    /\b(?:version_file|write_to)["']?\s*[=:]\s*["']([^"'\n]+)["']/.exec(files['setup.py'] ?? '') ??
    [];
  return [
    ...(isCompiled ? ['It has compiled parts, which are not built in dev: the tests do not find them.'] : []),
    ...(version === undefined
      ? []
      : [`${version} is written when the project is installed, which it is not in dev: the tests may not find it.`]),
  ];
}

/** Of the tests; `smoke` is the path of a first one that is written. */
export function testingNotes(
  { unfound, patterns, django, settings, isTheirs, added, hasNotebooks }: Testing,
  smoke: string | undefined,
  isOurs: boolean,
): string[] {
  const file = settings?.file;
  const rest =
    unfound.length > 2 ? ` and ${unfound.length - 1} more` : unfound.length === 2 ? ` and ${unfound[1]}` : '';
  return [
    ...(smoke === undefined
      ? []
      : [`No tests were found: ${smoke} only looks whether the packages are there, and says nothing of your code.`]),
    ...(hasNotebooks && isTheirs === false
      ? ['The notebooks are the tests: each one must run from its first cell to its last.']
      : []),
    ...(unfound.length > 0
      ? [
          `pytest does not run ${unfound[0]}${rest}, as ${file} says nothing of such names: add "${settingFor(file, 'python_files', patterns ?? [])}" there.`,
        ]
      : []),
    ...(!isOurs && django && isTheirs && settings?.hasDjango === false
      ? [
          `The tests need Django's settings: add "${settingFor(file, 'DJANGO_SETTINGS_MODULE', django.settings)}" to ${file}.`,
        ]
      : []),
    ...(!isOurs && added.some(name => name !== 'pytest')
      ? [`The tests need ${added.join(' and ')}: see that the Dockerfile installs them.`]
      : []),
  ];
}

/** A setting of pytest's as its file has it. */
function settingFor(file: string | undefined, name: string, value: string | string[]): string {
  const toml = () => (typeof value === 'string' ? `'${value}'` : `[${value.map(one => `'${one}'`).join(', ')}]`);
  return `${name} = ${file?.endsWith('.toml') ? toml() : [value].flat().join(' ')}`;
}

/** What names packages, but is of no kind that they are installed from. */
function unreadSources(files: Texts, pyproject: Pyproject | undefined, packages: Packages): string[] {
  // What setuptools is told is added to what is listed elsewhere, as far as it is told in so many words.
  const setuptools = readSetuptools(files);
  const isAdded = ['nothing', 'requirements'].includes(packages.kind);
  const isRead = !setuptools || (setuptools.isWhole && (isAdded || setuptools.requirements.length === 0));
  const unread = UNREAD_FILES.filter(name => {
    const text = files[name];
    if (/^setup\./.test(name) && isRead) return false;
    // Files of these names may be something else.
    return text !== undefined && (!/\.(?:cfg|ya?ml)$/.test(name) || /^(?:install_requires|dependencies)\b/m.test(text));
  });
  const isUsed = packages.kind === 'pyproject' && packages.also.length > 0 && packages.alsoFrom === 'pyproject.toml';
  return [...unread, ...(isUsed ? [] : (pyproject?.unread ?? []))];
}

/** Other files that name packages too, and that are not used. */
function unusedSources(files: Texts, pyproject: Pyproject | undefined, used: Packages): string[] {
  const requirements = requirementsFiles(Object.keys(files)).flatMap(({ path, root, purpose }) =>
    root === '' && purpose !== 'other' ? [path] : [],
  );
  const known = ['uv.lock', 'poetry.lock', ...requirements, 'environment.yml', 'environment.yaml'];
  const others = pyproject && pyproject.packages.length > 0 ? [...known, 'pyproject.toml'] : known;
  return others.filter(name => name in files && !used.files.includes(name));
}

/** Of a version of Python that was taken for want of a word on it. */
export function pythonNotes(files: Texts, packages: Packages, { version, isTold }: Python): string[] {
  if (isTold || packages.kind === 'environment') return [];
  const name = namedEnvironment(files['.python-version'] ?? '');
  if (name !== undefined) {
    return [
      `.python-version names ${quoted(name)}, which is no version: if ${version} is not yours, write the version there, and run "dev-in-docker init --force".`,
    ];
  }
  const file = packages.files.find(path =>
    /^[ \t]*[\w.-]+(?:\[[^\]\n]*\])?[ \t]*={2,3}[ \t]*\d/m.test(files[path] ?? ''),
  );
  if (packages.kind !== 'requirements' || file === undefined) return [];
  return [
    `A version in ${file} that has no wheel for Python ${version} needs an older Python: name it in .python-version, and run "dev-in-docker init --force".`,
  ];
}

/** Of a Dockerfile: those of two stages that it lacks. */
export function stageNotes(dockerfile: string, target: string, shareTarget: string): string[] {
  // FROM sees the names of stages in lower case only.
  const [dev, share] = [target.toLowerCase(), shareTarget.toLowerCase()];
  const { stages, doubt } = readStage(dockerfile, dev, []);
  // What can't be read may have them.
  const words = dockerfile.toLowerCase().split(/\s+/);
  if (stages.length === 0 && doubt !== undefined && words.some((word, at) => word === 'as' && words[at + 1] === dev)) {
    return [];
  }
  if (!stages.includes(dev)) {
    return [
      `The Dockerfile has no stage ${dev}: write "AS ${dev}" after the FROM of the stage with Python and your packages; docs/existing-dockerfile.md in this command's repository shows how to cut one that is in use.`,
    ];
  }
  if (stages.includes(share)) return [];
  return [
    `The Dockerfile has no stage ${share}: to publish, add the lines "FROM ${dev} AS ${share}" and "COPY . ." below the stage ${dev}, and call init again.`,
  ];
}

/** Of a .dockerignore that somebody has written: what it hides from the Dockerfile. */
export function ignoreNotes(dockerignore: string, files: string[]): string[] {
  const ignore = readIgnore(dockerignore);
  return files
    .filter(file => ignore.ignores(file))
    .map(file => `.dockerignore leaves out ${quoted(file)}, which the Dockerfile copies: add the line "!${file}".`);
}
