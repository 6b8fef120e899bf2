// Packages whose build makes no modules, so that all that it installs of them is what was copied.
import { type OwnBuild, ROOTS } from './own-build.ts';
import { type Table, table } from './pyproject.ts';

const BACKENDS = /^(?:setuptools\.|hatchling\.|flit|poetry|pdm\.|uv_build|pbr\.)/;

/** What writes a module into the package: a version file, or a step of the build that only its author knows. */
const WRITES =
  /\b(?:version[_-]?file|version-path|write_to|versioneer|cmdclass|substitution|use_scm_version|poetry-dynamic-versioning)\b|"build":"|\bopen\([^)]*["'][wax]/;

/**
 * Where the installation has what was copied: paths in site-packages. Undefined where the build may make modules, or where
 * it can't be told under which names it installs its folders.
 */
export function plainPaths(
  { backend, text, packages, modules, ownBackend }: OwnBuild,
  tool: Table,
  folders: string[],
): string[] | undefined {
  const hasHooks = 'hooks' in table(table(tool.hatch).build) || 'build' in table(tool.pdm);
  if (!BACKENDS.test(backend) || ownBackend.length > 0 || hasHooks || WRITES.test(text)) return undefined;
  const root = ROOTS.find(one => one !== '' && [...packages, ...modules].some(path => path.startsWith(one))) ?? '';
  const installed = [...packages, ...folders, ...modules].map(path => path.replace(new RegExp(`^${root}`), ''));
  const tops = installed.filter(path => !installed.some(other => path.startsWith(`${other}/`)));
  return tops.some(path => path.includes('/')) ? undefined : [...new Set(tops)];
}
