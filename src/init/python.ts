// Which Python a project is made for.

import { satisfies, validRange } from '@renovatebot/pep440';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';

/** A version of Python, as the tags of its images have it, why it is that, and whether the project itself tells. */
export type Python = { version: string; reason: string; isTold: boolean };

/** What a project says of it: the texts of .python-version and of its virtual environments, and the range of pyproject.toml. */
export type PythonWishes = { versionFile?: string; range?: string; environments?: string[] };

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
export function choosePython({ versionFile, range, environments = [] }: PythonWishes): Python {
  const named = versionFile === undefined ? undefined : namedVersion(versionFile);
  if (named !== undefined) {
    if (range !== undefined && !allows(range, named)) {
      throw new UserError(
        `.python-version names Python ${named}, but pyproject.toml wants ${quoted(range)}: change one of them.`,
      );
    }
    return { version: named, reason: `Python ${named}, as .python-version names it.`, isTold: true };
  }
  const used = environments.map(usedVersion).find(version => version !== undefined);
  if (used !== undefined && (range === undefined || allows(range, used))) {
    return { version: used, reason: `Python ${used}, as your virtual environment has it.`, isTold: true };
  }
  if (range !== undefined) {
    return { version: allowedVersion(range), reason: 'A Python that pyproject.toml allows.', isTold: true };
  }
  return {
    version: STANDARD,
    reason: `Python ${STANDARD}: scientific packages are ready for it, which they may not yet be for the newest.`,
    isTold: false,
  };
}

/** As venv (`version`), uv and virtualenv (`version_info`) write it; undefined for one that there may be no images of. */
function usedVersion(text: string): string | undefined {
  const [, minor = ''] = /^version(?:_info)?\s*=\s*(3\.\d+)\b/m.exec(text) ?? [];
  return [STANDARD, ...OTHERS].includes(minor) ? minor : undefined;
}

/** pyenv and uv know more than versions here: other Pythons, and environments with names of their own. */
function namedVersion(text: string): string | undefined {
  const first = text
    .split(/\r?\n/)
    .map(line => line.replace(/#.*/, '').trim())
    .find(line => line !== '');
  if (first === undefined || first === 'system') return undefined;
  const [, minor] = /^(?:(?:c?python)?[-@]?)(3\.(?:[7-9]|[1-9]\d))(?:\.\d+)?$/.exec(first) ?? [];
  if (minor !== undefined) return minor;
  throw new UserError(
    `.python-version names ${quoted(first)}, which there is no image of Python for: write a version such as ${STANDARD} there.`,
  );
}

function allowedVersion(range: string): string {
  const version = [STANDARD, ...OTHERS].find(minor => allows(range, minor));
  if (version !== undefined) return version;
  // A single version is allowed by its own image only.
  const [, exact] = /^\s*={2,3}\s*(3\.\d+\.\d+)\s*$/.exec(range) ?? [];
  if (exact !== undefined) return exact;
  throw new UserError(
    `pyproject.toml wants Python ${quoted(range)}, which is none of 3.7 to 3.15: write a range such as ">=3.11".`,
  );
}

/** Whether the newest release of a minor version is allowed; one of them comes as far as `.99` would. */
function allows(range: string, minor: string): boolean {
  return range.split(/\|\|?/).some(part => {
    const specifier = asSpecifier(part);
    if (!validRange(specifier)) {
      throw new UserError(`pyproject.toml wants Python ${quoted(range)}: write a range such as ">=3.11".`);
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
