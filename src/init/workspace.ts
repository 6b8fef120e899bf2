// Folders of a project that are packages of their own: members of a workspace of uv, and what is taken by its path.
import { asPathPattern } from '../dockerfile/patterns.ts';
import { UserError } from '../text/errors.ts';
import { hasPytest } from './declared.ts';
import type { Packages } from './packages.ts';
import { readPyproject, type Table, table, texts } from './pyproject.ts';
import { normalName } from './requirements.ts';

/** A folder below the project that has a pyproject.toml. */
export type Member = { folder: string; pyproject: Table; hasSourceFolder: boolean };

/** Those that a project is made of. */
export function ownMembers(pyproject: Table | undefined, members: Member[]): Member[] {
  if (pyproject === undefined) return [];
  return [...new Set([...workspaceMembers(pyproject, members), ...localMembers(pyproject, members)])];
}

/**
 * A project's packages with those of its members; uv reads what the members of its workspace name, too. Fails with a
 * sentence where only a lock file has these.
 */
export function withMembers(packages: Packages, pyproject: Table | undefined, members: Member[]): Packages {
  const ownPackages = packages.ownPackages.filter(name => !members.some(member => memberName(member) === name));
  const inWorkspace = pyproject ? workspaceMembers(pyproject, members) : [];
  if (packages.kind === 'pyproject' && inWorkspace.length > 0) {
    throw new UserError(
      'pyproject.toml has a workspace, and only a lock file has the packages of all its members: call "uv lock", then init again.',
    );
  }
  if (packages.kind !== 'uv' || inWorkspace.length === 0) return { ...packages, ownPackages };
  const named = inWorkspace.map(member => readPyproject(member.pyproject));
  const installed = named.flatMap(({ packages: always, groups, defaultGroups }) => [
    ...always,
    ...defaultGroups.flatMap(name => groups[name] ?? []),
  ]);
  return {
    ...packages,
    files: [...packages.files, ...inWorkspace.map(({ folder }) => `${folder}/pyproject.toml`)],
    hasPytest: packages.hasPytest || hasPytest(installed),
    ownPackages,
    isWorkspace: true,
  };
}

/** Those that belong to the workspace of a pyproject.toml. */
function workspaceMembers(pyproject: Table, members: Member[]): Member[] {
  const { members: patterns, exclude } = table(table(table(pyproject.tool).uv).workspace);
  const isIn = (folder: string, list: unknown) => texts(list).some(pattern => fits(folder, pattern));
  return members.filter(({ folder }) => isIn(folder, patterns) && !isIn(folder, exclude));
}

/** Those that it takes by their paths. */
function localMembers(pyproject: Table, members: Member[]): Member[] {
  const { uv, poetry } = table(pyproject.tool) as Record<string, unknown>;
  const groups = Object.values(table(table(poetry).group)).map(group => table(group).dependencies);
  const wishes = [table(uv).sources, table(poetry).dependencies, table(poetry)['dev-dependencies'], ...groups];
  const paths = wishes
    .flatMap(one => Object.values(table(one)).flat())
    .flatMap(wish => {
      const { path } = table(wish);
      return typeof path === 'string' ? [path.replace(/^\.\/|\/$/g, '')] : [];
    });
  return members.filter(({ folder }) => paths.includes(folder));
}

/** The folder that a member's code is imported from. */
export function codeFolder({ folder, hasSourceFolder }: Member): string {
  return hasSourceFolder ? `${folder}/src` : folder;
}

/** The name of a member's package, in pip's spelling. */
function memberName({ pyproject }: Member): string | undefined {
  const name = table(pyproject.project).name ?? table(table(pyproject.tool).poetry).name;
  return typeof name === 'string' ? normalName(name) : undefined;
}

function fits(folder: string, pattern: string): boolean {
  const names = pattern.replace(/^\.\/|\/$/g, '').split('/');
  const parts = folder.split('/');
  // A folder within one that fits is another.
  return (names.includes('**') || names.length === parts.length) && asPathPattern(names)(parts);
}
