// Which Python a project is made for.

import { satisfies, validRange } from '@renovatebot/pep440';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import type { Pin } from './pins.ts';

/** A version of Python, as the tags of its images have it, why it is that, and whether the project itself tells. */
export type Python = { version: string; reason: string; isTold: boolean };

/**
 * What a project says of it: the texts of .python-version and of its virtual environments, the range that it declares and
 * the file that does, texts with classifiers, and a fixed version that wants an old one.
 */
export type PythonWishes = {
  versionFile?: string;
  range?: string;
  rangeFile?: string;
  environments?: string[];
  classifiers?: string[];
  pin?: Pin | undefined;
};

/** Where virtual environments say what they are, in the order in which they are asked. */
export const ENVIRONMENT_FILES = ['.venv/pyvenv.cfg', 'venv/pyvenv.cfg', 'env/pyvenv.cfg'];

/** The newest that scientific packages have wheels for: of 3.15, NumPy and SciPy had none when it was new. */
const STANDARD = '3.14';
/** Where the standard one won't do, in this order. */
const OTHERS = ['3.13', '3.12', '3.11', '3.10', '3.9', '3.8', '3.7', '3.15'];

/**
 * The Python for a project: the one it names, the one it is worked on with, or one that it allows. Fails where what it
 * names or allows is none there are images of.
 */
export function choosePython(wishes: PythonWishes): Python {
  const { versionFile, range, rangeFile = 'pyproject.toml', environments = [], classifiers = [], pin } = wishes;
  const named = versionFile === undefined ? undefined : namedVersion(versionFile);
  const isAllowed = (version: string) => range === undefined || allows(range, version, rangeFile);
  if (named !== undefined) {
    if (range !== undefined && !isAllowed(named)) {
      throw new UserError(
        `.python-version names Python ${named}, but ${rangeFile} wants ${quoted(range)}: change one of them.`,
      );
    }
    return { version: named, reason: `Python ${named}, as .python-version names it.`, isTold: true };
  }
  const used = environments.map(usedVersion).find(version => version !== undefined);
  if (used !== undefined && isAllowed(used)) {
    return { version: used, reason: `Python ${used}, as your virtual environment has it.`, isTold: true };
  }
  if (pin && isAllowed(pin.python)) {
    const reason = `Python ${pin.python}: there is no wheel of ${pin.requirement} for a newer one.`;
    return { version: pin.python, reason, isTold: true };
  }
  const tested = classifiers.map(newestClassifier).find(version => version !== undefined);
  if (tested !== undefined && isAllowed(tested)) {
    return { version: tested, reason: `Python ${tested}, the newest that the project says it is for.`, isTold: true };
  }
  if (range !== undefined) {
    return { version: allowedVersion(range, rangeFile), reason: `A Python that ${rangeFile} allows.`, isTold: true };
  }
  return {
    version: STANDARD,
    reason: `Python ${STANDARD}: scientific packages are ready for it, which they may not yet be for the newest.`,
    isTold: false,
  };
}

/** As `Programming Language :: Python :: 3.11`; undefined where none is old enough to say anything. */
function newestClassifier(text: string): string | undefined {
  const minors = [...text.matchAll(/Python :: 3\.(\d+)\b/g)].map(([, minor]) => Number(minor));
  const newest = Math.max(-1, ...minors);
  return newest < 7 || newest >= Number(STANDARD.slice(2)) ? undefined : `3.${newest}`;
}

/** The name in a .python-version that is that of an environment of pyenv's, not of a Python; undefined for all others. */
export function namedEnvironment(versionFile: string): string | undefined {
  const [first] = linesOf(versionFile);
  return first !== undefined && first !== 'system' && namedVersion(versionFile) === undefined ? first : undefined;
}

function linesOf(versionFile: string): string[] {
  return versionFile
    .split(/\r?\n/)
    .map(line => line.replace(/#.*/, '').trim())
    .filter(line => line !== '');
}

/** As venv (`version`), uv and virtualenv (`version_info`) write it; undefined for one that there may be no images of. */
function usedVersion(text: string): string | undefined {
  const [, minor = ''] = /^version(?:_info)?\s*=\s*(3\.\d+)\b/m.exec(text) ?? [];
  return [STANDARD, ...OTHERS].includes(minor) ? minor : undefined;
}

/** Pythons that there are other images of, or none. */
const OTHER_PYTHONS = /^(?:\d|pypy|graalpy|jython|ironpython|stackless|micropython|cpython|python|\$)/i;

/** pyenv and uv know more than versions here: other Pythons, and environments, whose names may say which one they have. */
function namedVersion(text: string): string | undefined {
  const lines = linesOf(text);
  for (const line of lines) {
    const [, minor] = /^(?:(?:c?python)?[-@]?)(3\.(?:[7-9]|[1-9]\d))(?:\.\d+)?(?:\/envs\/.*)?$/.exec(line) ?? [];
    if (minor !== undefined) return minor;
    if (line !== 'system' && (OTHER_PYTHONS.test(line) || !/^[\w.-]+$/.test(line))) {
      throw new UserError(
        `.python-version names ${quoted(line)}, which there is no image of Python for: write a version such as ${STANDARD} there.`,
      );
    }
  }
  return undefined;
}

function allowedVersion(range: string, file: string): string {
  const version = [STANDARD, ...OTHERS].find(minor => allows(range, minor, file));
  if (version !== undefined) return version;
  // A single version is allowed by its own image only.
  const [, exact] = /^\s*={2,3}\s*(3\.\d+\.\d+)\s*$/.exec(range) ?? [];
  if (exact !== undefined) return exact;
  throw new UserError(
    `${file} wants Python ${quoted(range)}, which is none of 3.7 to 3.15: write a range such as ">=3.11".`,
  );
}

/** Whether the newest release of a minor version is allowed; one of them comes as far as `.99` would. */
function allows(range: string, minor: string, file: string): boolean {
  return range.split(/\|\|?/).some(part => {
    const specifier = asSpecifier(part);
    if (!validRange(specifier)) {
      throw new UserError(`${file} wants Python ${quoted(range)}: write a range such as ">=3.11".`);
    }
    return satisfies(`${minor}.99`, specifier);
  });
}

/** A range as Poetry may write it (`^3.11`, `~3.11`, `3.11.*`, `>=3.10 <4`) in Python's own words. */
function asSpecifier(range: string): string {
  return range
    .trim()
    .replace(/([<>=!~^])\s+/g, '$1')
    .split(/[\s,]+/)
    .filter(part => part !== '' && part !== '*')
    .map(part => {
      const [, sign, major = '', minor] = /^([\^~]?)(\d+)(?:\.(\d+))?(?:\.[\d*]+)*$/.exec(part) ?? [];
      if (sign === undefined) return part;
      if (sign === '^') return `>=${part.slice(1)},<${Number(major) + 1}`;
      return minor === undefined
        ? `==${major}.*`
        : sign === '~'
          ? `>=${part.slice(1)},==${major}.${minor}.*`
          : `==${major}.${minor}.*`;
    })
    .join(',');
}
