// What a pyproject.toml names, as far as a Dockerfile depends on it.
import { type Declared, hasPytest, namesIn, plainRequirements } from './declared.ts';
import { normalName, requirementName } from './requirements.ts';

/** A table as a TOML parser returns it. */
export type Table = Record<string, unknown>;

/** Names of sets of packages → the packages in them. */
export type PackageSets = Record<string, string[]>;

/** What is read in a pyproject.toml; packages are in pip's spelling. */
export type Pyproject = {
  /** Whether it has a [project] table, and the name there. */
  hasProject: boolean;
  name?: string;
  /** Whether only a build would tell the packages. */
  isDynamic: boolean;
  /** Whether a lock depends on nothing else in the project. */
  isWhole: boolean;
  /** The range of Python's versions, as written. */
  python?: string;
  /** Those that are always installed. */
  packages: string[];
  /** Optional ones, which are asked for by the set's name. */
  extras: PackageSets;
  /** Those for work on the project; the names of those that uv and Poetry install unless told otherwise. */
  groups: PackageSets;
  defaultGroups: string[];
  /** Whether uv and Poetry would install the project itself; and packages whose code is the user's, too. */
  isPackage: boolean;
  ownPackages: string[];
  /** Whether it has packages in tables that only Poetry reads. */
  isPoetry: boolean;
  /** Tables of other tools that name packages. */
  unread: string[];
  /** What [project] and the groups declare, as it is written there; and what Hatch and PDM install for tests, as extras too. */
  declared: Declared;
  ofTools: string[];
  extrasOfTools: string[];
};

/** Reads what a pyproject.toml names; whatever has another shape than it should have counts as absent. */
export function readPyproject(toml: Table): Pyproject {
  const project = table(toml.project);
  const poetry = table(table(toml.tool).poetry);
  // Poetry's own range is the narrower one where there are both.
  const python = [table(poetry.dependencies).python, project['requires-python']].find(isText);
  const uv = table(table(toml.tool).uv);
  const dynamic = texts(project.dynamic);
  const name = isText(project.name) ? normalName(project.name) : undefined;
  const ownPackages = ownNames(project, poetry, uv).filter(own => own !== name);
  const groups = { ...standardGroups(table(toml['dependency-groups'])), ...poetryGroups(poetry), ...uvGroup(toml) };
  return {
    hasProject: 'project' in toml,
    ...(name === undefined ? {} : { name }),
    isDynamic: dynamic.includes('dependencies'),
    isWhole: ownPackages.length === 0 && !('workspace' in uv) && !dynamic.some(field => /dependencies$/.test(field)),
    ...(python === undefined ? {} : { python }),
    packages: [...texts(project.dependencies).flatMap(requirementName), ...poetryNames(poetry.dependencies)],
    extras: { ...sets(table(project['optional-dependencies'])), ...poetryExtras(table(poetry.extras)) },
    groups,
    defaultGroups: defaultGroups(toml, Object.keys(groups)),
    isPackage: 'build-system' in toml && uv.package !== false && poetry['package-mode'] !== false,
    ownPackages,
    isPoetry: ['dependencies', 'group', 'dev-dependencies'].some(name => name in poetry),
    unread: unreadTables(table(toml.tool)),
    declared: declaredIn(toml, name),
    ofTools: toolRequirements(table(toml.tool)),
    extrasOfTools: hatchEnvironments(table(toml.tool)).flatMap(one => texts(one.features)),
  };
}

/** Those that Hatch may run tests in: of the usual names, or where none of them has pytest, the first one that has it, too. */
function hatchEnvironments({ hatch }: Table): Table[] {
  const environments = table(table(hatch).envs);
  const usual = ['default', 'test', 'tests', 'hatch-test'].map(name => table(environments[name]));
  const testing = [...usual, ...Object.values(environments).map(table)].find(one =>
    hasPytest(namesIn(hatchPackages(one))),
  );
  return testing === undefined || usual.includes(testing) ? usual : [...usual, testing];
}

function hatchPackages(environment: Table): string[] {
  return [...texts(environment.dependencies), ...texts(environment['extra-dependencies'])];
}

function toolRequirements(tool: Table): string[] {
  const ofPdm = Object.values(table(table(tool.pdm)['dev-dependencies'])).map(texts);
  return plainRequirements([
    ...hatchEnvironments(tool).flatMap(hatchPackages),
    ...(ofPdm.find(list => hasPytest(namesIn(list))) ?? []),
  ]);
}

/** What a build would tell may stand in files that setuptools or a plugin of hatchling reads. */
function declaredIn(toml: Table, name: string | undefined): Declared {
  const project = table(toml.project);
  const tool = table(toml.tool);
  const setuptools = table(tool.setuptools);
  const dynamic = table(table(setuptools.dynamic).dependencies).file;
  const hook = table(table(table(tool.hatch).metadata).hooks).requirements_txt;
  const poetryFolders = [table(tool.poetry).packages].flat().map(one => table(one).from);
  const sets = Object.entries({ ...table(project['optional-dependencies']), ...table(toml['dependency-groups']) });
  return {
    source: 'pyproject.toml',
    ...(name === undefined ? {} : { name }),
    requirements: plainRequirements(texts(project.dependencies)),
    extras: Object.fromEntries(sets.map(([set, list]) => [set, plainRequirements(texts(list))])),
    isWhole: true,
    files: [...texts([dynamic].flat()), ...texts(table(hook).files)],
    folders: [
      ...texts(table(table(setuptools.packages).find).where),
      ...texts([table(setuptools['package-dir'])[''], ...poetryFolders]),
    ],
  };
}

/** A value as a table; an empty one where it is none. */
export function table(value: unknown): Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
}

/** The texts of a list; none where it is none. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(isText) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function sets(tables: Table): PackageSets {
  return plainSets(tables, list => texts(list).flatMap(requirementName));
}

/** Only names that mean nothing to a shell come into a Dockerfile. */
function plainSets(tables: Table, names: (value: unknown) => string[]): PackageSets {
  const plain = Object.entries(tables).filter(([name]) => /^[A-Za-z0-9][\w.-]*$/.test(name));
  return Object.fromEntries(plain.map(([name, value]) => [name, names(value)]));
}

/** A group may include others. */
function standardGroups(groups: Table): PackageSets {
  const namesOf = (value: unknown, within: unknown[]): string[] => {
    if (!Array.isArray(value) || within.includes(value)) return [];
    return value.flatMap(entry => {
      const included = table(entry)['include-group'];
      return isText(included) ? namesOf(groups[included], [...within, value]) : texts([entry]).flatMap(requirementName);
    });
  };
  return plainSets(groups, value => namesOf(value, []));
}

function poetryGroups(poetry: Table): PackageSets {
  const old = 'dev-dependencies' in poetry ? { dev: { dependencies: poetry['dev-dependencies'] } } : {};
  return plainSets({ ...old, ...table(poetry.group) }, group => poetryNames(table(group).dependencies));
}

function poetryNames(dependencies: unknown): string[] {
  return Object.entries(table(dependencies)).flatMap(([name, wish]) =>
    name === 'python' || table(wish).optional === true ? [] : [normalName(name)],
  );
}

/** Packages that are taken from folders: of a workspace, by their paths, or as `lib @ file:…`. */
function ownNames(project: Table, poetry: Table, uv: Table): string[] {
  const groups = Object.values(table(poetry.group)).map(group => table(group).dependencies);
  const sources = [uv.sources, poetry.dependencies, poetry['dev-dependencies'], ...groups].flatMap(wishes =>
    Object.entries(table(wishes)).flatMap(([name, wish]) =>
      [wish].flat().some(one => 'path' in table(one) || table(one).workspace === true) ? [normalName(name)] : [],
    ),
  );
  const byAddress = texts(project.dependencies).filter(requirement => /@\s*file:/.test(requirement));
  return [...new Set([...sources, ...byAddress.flatMap(requirementName)])];
}

function poetryExtras(extras: Table): PackageSets {
  return plainSets(extras, list => texts(list).map(normalName));
}

/** From before there were groups. */
function uvGroup(toml: Table): PackageSets {
  const old = texts(table(table(toml.tool).uv)['dev-dependencies']);
  return old.length === 0 ? {} : { dev: old.flatMap(requirementName) };
}

function unreadTables(tool: Table): string[] {
  const environments = Object.values(table(table(tool.hatch).envs)).map(table);
  return [
    ...('pixi' in tool ? ['[tool.pixi]'] : []),
    ...('dev-dependencies' in table(tool.pdm) ? ['[tool.pdm.dev-dependencies]'] : []),
    ...(environments.some(one => 'dependencies' in one || 'extra-dependencies' in one) ? ['[tool.hatch.envs]'] : []),
  ];
}

function defaultGroups(toml: Table, groups: string[]): string[] {
  const { uv, poetry } = table(toml.tool) as Table;
  if (uv === undefined && poetry !== undefined) {
    return groups.filter(name => table(table(table(poetry).group)[name]).optional !== true);
  }
  const wish = table(uv)['default-groups'];
  return wish === 'all' ? groups : wish === undefined ? ['dev'] : texts(wish);
}
