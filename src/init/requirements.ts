// What a file of requirements for pip names (https://pip.pypa.io/en/stable/reference/requirements-file-format/).

/** What is read in a file of requirements. */
export type Requirements = {
  /** Packages, in pip's spelling of names: lower case, with dashes. */
  names: string[];
  /** Other files that it includes, as written, relative to it; and those that only limit versions. */
  includes: string[];
  constraints: string[];
  /** Whether it has lines of its own for code on this machine, such as `-e .`. */
  hasOwnCode: boolean;
  /** Sets of the project's own packages that such a line asks for, as in `-e .[test]`. */
  ownExtras: string[];
  takesGit: boolean;
  /** Lines for files of one machine, such as `numpy @ file:///croot/…`, which `pip freeze` writes in an environment of conda. */
  onMachine: string[];
};

/** A file of requirements: the folder whose requirements they are, relative to the project, and what they are for. */
export type RequirementsFile = { path: string; root: string; purpose: 'base' | 'test' | 'dev' | 'other' };

/** Folders of a project that are no projects of their own. */
const PARTS = /^(?:tests?|docs?|ci|tools?|scripts?|examples?|benchmarks?|requirements?|reqs?)$/i;

/** What a file of requirements is for by its path; undefined where it is none. */
export function requirementsFile(path: string): RequirementsFile | undefined {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  const isInFolder = /^(?:requirements?|reqs?)$/i.test(parts.at(-1) ?? '');
  if (!/\.(?:txt|in|pip)$/i.test(name)) return undefined;
  if (!isInFolder && !/^(?:.*[-_.])?(?:requirements?|reqs?)(?:[-_.].*)?\.\w+$/i.test(name)) return undefined;
  const at = parts.findIndex(part => PARTS.test(part));
  const root = (at < 0 ? parts : parts.slice(0, at)).join('/');
  // Further down are templates and data.
  const below = at < 0 ? [] : parts.slice(at + 1);
  if (parts.length > 3 || below.some(part => !/^(?:requirements?|reqs?)$/i.test(part))) return undefined;
  return { path, root, purpose: purposeOf([...(at < 0 ? [] : parts.slice(at)), name].join('/')) };
}

function purposeOf(path: string): RequirementsFile['purpose'] {
  const words = path.toLowerCase().split(/[^a-z]+/);
  const has = (...some: string[]) => some.some(word => words.includes(word));
  const others = ['doc', 'docs', 'lint', 'style', 'quality', 'typing', 'mypy', 'build', 'release', 'publish', 'deploy'];
  const rest = ['examples', 'example', 'benchmark', 'benchmarks', 'optional', 'extra', 'extras', 'constraints', 'ci'];
  if (has(...others, ...rest, 'tools', 'tool', 'scripts', 'pip', 'tox')) return 'other';
  if (has('test', 'tests', 'testing')) return 'test';
  return has('dev', 'devel', 'develop', 'development', 'local', 'maintainer') ? 'dev' : 'base';
}

/** The files of requirements among some paths, of the project itself first: what is installed, then tests, then the rest. */
export function requirementsFiles(paths: string[]): RequirementsFile[] {
  const found = paths.flatMap(path => requirementsFile(path) ?? []);
  const rank = ({ path, root, purpose }: RequirementsFile) => {
    const [first = ''] = ['requirements.txt', 'base', 'main', 'common', 'prod'].filter(word => path.includes(word));
    const order = ['requirements.txt', 'base', 'main', 'common', 'prod', ''].indexOf(first);
    const use = ['base', 'test', 'dev', 'other'].indexOf(purpose);
    return [root === '' ? 0 : 1, use, order, path.endsWith('.in') ? 1 : 0, path.split('/').length];
  };
  const compiled = new Set(found.map(({ path }) => path.replace(/\.txt$/, '.in')));
  // From requirements.in, requirements.txt is made.
  return found
    .filter(
      ({ path }) => !path.endsWith('.in') || !compiled.has(path) || !paths.includes(path.replace(/\.in$/, '.txt')),
    )
    .map(file => ({ file, rank: rank(file) }))
    .sort((a, b) => compare(a.rank, b.rank) || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file }) => file);
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** How lines of requirements for code in the project begin, for `sed -E`; an address such as `git+https:` makes them another's. */
export const OWN_CODE = '(-e|--editable|[.]|file:)';
export const ADDRESS = '[+][a-z]+:';

/** The project itself, with sets of its packages. */
const OWN_EXTRAS = /^(?:-e|--editable)?[\s=]*["']?(?:\.\/?|file:\.)\[([^\]]*)\]/;

/** Reads a file of requirements. What is no requirement is left to pip. */
export function readRequirements(text: string): Requirements {
  const lines = text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map(line => line.replace(/(?:^|\s)#.*$/, '').trim());
  return {
    names: lines.flatMap(requirementName),
    includes: lines.flatMap(line => pathAfter(/^(?:-r\s*|--requirement(?:\s+|=))/, line)),
    constraints: lines.flatMap(line => pathAfter(/^(?:-c\s*|--constraint(?:\s+|=))/, line)),
    hasOwnCode: lines.some(line => new RegExp(`^${OWN_CODE}`).test(line) && !new RegExp(ADDRESS).test(line)),
    ownExtras: lines.flatMap(line => OWN_EXTRAS.exec(line)?.[1]?.split(',').map(normalName) ?? []),
    takesGit: lines.some(line => /\bgit\+/.test(line)),
    onMachine: lines.filter(line => /^[\w.[\],-]+\s*@\s*file:/.test(line)),
  };
}

/** pip splits a line as a shell does; what is on the network is none of ours. */
function pathAfter(option: RegExp, line: string): string[] {
  if (!option.test(line)) return [];
  const [, double, single, bare] = /^(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(line.replace(option, '')) ?? [];
  const path = double ?? single ?? bare ?? '';
  return path === '' || /^[a-z+]+:\/\//i.test(path) ? [] : [path];
}

/** The package that a requirement is for, in pip's spelling; none where it is no requirement by name. */
export function requirementName(requirement: string): string[] {
  const [, name] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:[[(<>=!~;@ ]|$)/.exec(requirement.trim()) ?? [];
  return name === undefined ? [] : [normalName(name)];
}

/** A package's name as pip compares it. */
export function normalName(name: string): string {
  return name
    .trim()
    .replace(/[-_.]+/g, '-')
    .toLowerCase();
}
