// What a person should know of a project that `init` was called in.

import { readIgnore } from '../dockerfile/ignore.ts';
import { readStage } from '../dockerfile/stage.ts';
import { quoted } from '../text/plain.ts';
import { type Packages, type Texts, UNREAD_FILES } from './packages.ts';
import type { Pyproject } from './pyproject.ts';
import type { Python } from './python.ts';
import { REQUIREMENTS_FILES } from './requirements.ts';

/** Where a project is not a whole repository. */
export const WORKFLOW_NOTE =
  "GitHub looks for workflows only at the repository's top, so that is where those of this project belong. Where several projects publish, each needs an image and a tag-prefix of its own.";

/** Of a workflow that tests and publishes. */
export function splitNote(path: string): string {
  return `${path} gives the right to publish to the tests of pull requests: remove it and call init again, which writes two workflows, one that tests and one that publishes.`;
}

/** Of where the packages come from. */
export function packageNotes(files: Texts, pyproject: Pyproject | undefined, packages: Packages): string[] {
  const { kind, source, hasPytest, hasOwnCode, ownPackages } = packages;
  const unused = unusedSources(files, pyproject, packages);
  const isLocked = kind === 'uv' || kind === 'poetry';
  const unread = isLocked ? [] : unreadSources(files, pyproject);
  const place = kind === 'pyproject' && packages.hasProject ? '[project] in pyproject.toml' : source;
  return [
    ...(unused.length > 0 ? [`The packages come from ${source}, not from ${unused.join(' or ')}.`] : []),
    ...unread.map(name => `${name} is not read: see that ${place} lists the packages which it names.`),
    ...(hasPytest ? [] : [`${source} does not name pytest, so the Dockerfile installs it: better name it there.`]),
    ...(hasOwnCode
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

/** What names packages, but is of no kind that they are installed from. */
function unreadSources(files: Texts, pyproject: Pyproject | undefined): string[] {
  const unread = UNREAD_FILES.filter(name => {
    const text = files[name];
    // Files of these names may be something else.
    return text !== undefined && (!/\.(?:cfg|ya?ml)$/.test(name) || /^(?:install_requires|dependencies)\b/m.test(text));
  });
  return [...unread, ...(pyproject?.unread ?? [])];
}

/** Other files that name packages too, and that are not used. */
function unusedSources(files: Texts, pyproject: Pyproject | undefined, used: Packages): string[] {
  // From requirements.in, requirements.txt is made.
  const requirements = REQUIREMENTS_FILES.filter(name => name !== 'requirements.in' || !('requirements.txt' in files));
  const known = ['uv.lock', 'poetry.lock', ...requirements, 'environment.yml', 'environment.yaml'];
  const others = pyproject && pyproject.packages.length > 0 ? [...known, 'pyproject.toml'] : known;
  return others.filter(name => name in files && !used.files.includes(name));
}

/** Of fixed versions, older than the Python that was taken for want of a word on it. */
export function pythonNotes(files: Texts, packages: Packages, { version, isTold }: Python): string[] {
  if (isTold || packages.kind !== 'requirements') return [];
  const file = packages.files.find(name =>
    /^[ \t]*[\w.-]+(?:\[[^\]\n]*\])?[ \t]*={2,3}[ \t]*\d/m.test(files[name] ?? ''),
  );
  if (file === undefined) return [];
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
      `The Dockerfile has no stage ${dev}: write "AS ${dev}" after the FROM of the stage with Python and your packages.`,
    ];
  }
  if (stages.includes(share)) return [];
  return [
    `The Dockerfile has no stage ${share}: to publish, add the lines "FROM ${dev} AS ${share}" and "COPY . ." at its end, and call init again.`,
  ];
}

/** Of a .dockerignore that somebody has written: what it hides from the Dockerfile. */
export function ignoreNotes(dockerignore: string, { files }: Packages): string[] {
  const ignore = readIgnore(dockerignore);
  return files
    .filter(file => ignore.ignores(file))
    .map(file => `.dockerignore leaves out ${quoted(file)}, which the Dockerfile copies: add the line "!${file}".`);
}
