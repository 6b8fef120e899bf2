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
  takesGit: boolean;
  /** Lines for files of one machine, such as `numpy @ file:///croot/…`, which `pip freeze` writes in an environment of conda. */
  onMachine: string[];
};

/**
 * Files of requirements, in the order in which they are looked at: the first one is installed, and of the others one that
 * names pytest, if the first one doesn't.
 */
export const REQUIREMENTS_FILES = [
  'requirements.txt',
  'requirements/base.txt',
  'requirements-dev.txt',
  'requirements-test.txt',
  'requirements-tests.txt',
  'dev-requirements.txt',
  'test-requirements.txt',
  'requirements_dev.txt',
  'requirements_test.txt',
  'requirements/dev.txt',
  'requirements/test.txt',
  'requirements/tests.txt',
  'requirements.in',
];

/** How lines of requirements for code in the project begin, for `sed -E`; an address such as `git+https:` makes them another's. */
export const OWN_CODE = '(-e|--editable|[.]|file:)';
export const ADDRESS = '[+][a-z]+:';

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
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}
