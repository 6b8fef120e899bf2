// What a package says it needs, in the words of setuptools or of [project]: requirements as they are written there.

import { sectionOf, valueIn } from './ini.ts';
import { normalName, readRequirements, requirementName } from './requirements.ts';
import { type Literal, readSetupScript } from './setup-script.ts';

/** What a project declares. */
export type Declared = {
  /** The file that does. */
  source: string;
  name?: string;
  /** Requirements as written, one each; those of the sets that are asked for by name. */
  requirements: string[];
  extras: Record<string, string[]>;
  /** The range of Python's versions, as written. */
  python?: string;
  /** Whether that is all of it; else some of it is computed. */
  isWhole: boolean;
  /** Files of requirements that it reads, relative to the project. */
  files: string[];
  /** Folders in which its packages are, besides the project's own. */
  folders: string[];
};

/** What setup.cfg and setup.py declare together; undefined where they declare nothing that can be read. */
export function readSetuptools(files: Record<string, string>): Declared | undefined {
  const both = [readSetupCfg(files['setup.cfg'] ?? ''), readSetupPy(files['setup.py'] ?? '')];
  const found = both.filter(one => one !== undefined);
  if (found.length === 0) return undefined;
  const [main] = [...found.filter(one => one.requirements.length > 0 || one.files.length > 0), ...found] as [Declared];
  const python = found.find(one => one.python !== undefined)?.python;
  const name = found.find(one => one.name !== undefined)?.name;
  return {
    ...main,
    ...(name === undefined ? {} : { name }),
    ...(python === undefined ? {} : { python }),
    extras: Object.assign({}, ...found.map(({ extras }) => extras)),
    isWhole: found.every(({ isWhole }) => isWhole),
    folders: [...new Set(found.flatMap(({ folders }) => folders))],
  };
}

function readSetupCfg(text: string): Declared | undefined {
  const [options = '', metadata = ''] = [sectionOf(text, 'options'), sectionOf(text, 'metadata')];
  const extras = sectionOf(text, 'options.extras_require') ?? '';
  if (options === '' && extras === '') return undefined;
  const listIn = (section: string, key: string): string[] => {
    const lines = valueIn(section, key) ?? [];
    return lines.flatMap(line => {
      const [, other] = /^%\((.+)\)s$/.exec(line) ?? [];
      return other === undefined || other === key ? plainRequirements([line]) : listIn(section, other);
    });
  };
  const names = [...extras.matchAll(/^([\w.-]+)[ \t]*[=:]/gm)].flatMap(([, name]) => name ?? []);
  const wanted = valueIn(options, 'install_requires') ?? [];
  const [, file] = /^file:\s*(.*)$/.exec(wanted.join(' ')) ?? [];
  const [python] = valueIn(options, 'python_requires') ?? [];
  const [name] = valueIn(metadata, 'name') ?? [];
  const where = valueIn(sectionOf(text, 'options.packages.find') ?? '', 'where') ?? [];
  const rooted = (valueIn(options, 'package_dir') ?? []).flatMap(line => /^=\s*(.+)$/.exec(line)?.[1] ?? []);
  return {
    source: 'setup.cfg',
    ...(name === undefined ? {} : { name }),
    requirements: file === undefined ? listIn(options, 'install_requires') : [],
    extras: Object.fromEntries(names.map(extra => [extra, listIn(extras, extra)])),
    ...(python === undefined ? {} : { python }),
    isWhole: true,
    files: file?.split(/[,\s]+/).filter(path => path !== '') ?? [],
    folders: [...where, ...rooted],
  };
}

function readSetupPy(text: string): Declared | undefined {
  const { name, install_requires, tests_require, extras_require, python_requires, package_dir } = readSetupScript(text);
  const isSet = [install_requires, extras_require, tests_require, python_requires, package_dir].some(
    value => value !== undefined,
  );
  const names = /\binstall_requires\b/.test(text);
  if (!isSet && !names) return undefined;
  const sets = typeof extras_require === 'object' && !Array.isArray(extras_require) ? extras_require : {};
  const tests = listOf(tests_require);
  const root = typeof package_dir === 'object' && !Array.isArray(package_dir) ? package_dir[''] : undefined;
  return {
    source: 'setup.py',
    ...(typeof name === 'string' ? { name } : {}),
    requirements: listOf(install_requires),
    extras: {
      ...(tests.length > 0 ? { tests_require: tests } : {}),
      ...Object.fromEntries(Object.entries(sets).map(([set, list]) => [set, listOf(list)])),
    },
    ...(typeof python_requires === 'string' ? { python: python_requires } : {}),
    isWhole: !names || (install_requires !== undefined && isComplete(install_requires)),
    files: [...text.matchAll(/["']([\w./-]+\.(?:txt|in|pip))["']/g)].flatMap(([, path]) => path ?? []),
    folders: typeof root === 'string' ? [root] : [],
  };
}

function isComplete(value: Literal): boolean {
  return Array.isArray(value) ? value.every(isComplete) : value !== undefined;
}

/** A text may have one requirement a line. */
function listOf(value: Literal): string[] {
  const texts = [value].flat().filter(one => typeof one === 'string');
  return plainRequirements(texts.flatMap(one => one.split('\n')));
}

/** Those by name, which mean the same wherever they stand; one a line. */
export function plainRequirements(requirements: string[]): string[] {
  return requirements
    .map(one => one.replace(/(?:^|\s)#.*$/, '').trim())
    .filter(one => requirementName(one).length > 0 && !/[\n\r\\`${}]|@\s*file:/.test(one));
}

/**
 * What is needed to test a project: its own requirements, and a set that serves tests, best one that has pytest; and the
 * sets in `asked`, in pip's spelling.
 */
export function forTests(declared: Declared, asked: string[] = []): string[] {
  const { requirements, extras } = declared;
  const sets = Object.keys(extras).map(set => ({ set, lines: linesOf(declared, set) }));
  const chosen =
    sets.find(({ set, lines }) => isForTests(set) && hasPytest(namesIn(lines))) ??
    sets.find(({ lines }) => hasPytest(namesIn(lines)));
  const others = sets.filter(one => one !== chosen && (isForTests(one.set) || asked.includes(normalName(one.set))));
  const lines = [chosen, ...others].flatMap(one => one?.lines ?? []);
  return [...new Set([...expanded(declared, requirements, []), ...lines])];
}

/** The requirements of a set; where it names the project itself, as in `shop[plot]`, those of that set too. */
export function linesOf(declared: Declared, set: string): string[] {
  return expanded(declared, declared.extras[set] ?? [], [set]);
}

function expanded(declared: Declared, lines: string[], seen: string[]): string[] {
  const own = requirementName(declared.name ?? '')[0];
  return lines.flatMap(line => {
    if (own === undefined || requirementName(line)[0] !== own) return [line];
    const wanted = (/\[([^\]]*)\]/.exec(line)?.[1] ?? '').split(',').map(set => set.trim());
    const isNew = (set: string) => !seen.includes(set);
    return wanted.filter(isNew).flatMap(set => expanded(declared, declared.extras[set] ?? [], [...seen, set]));
  });
}

function isForTests(set: string): boolean {
  return /^(?:tests?|testing|tests_require)$/i.test(set);
}

/** Names of packages, in pip's spelling. */
export function namesIn(requirements: string[]): string[] {
  return readRequirements(requirements.join('\n')).names;
}

/** Whether pytest is among packages; its plugins bring it along, but for the one that only starts it. */
export function hasPytest(names: string[] | undefined): boolean {
  return names?.some(name => name === 'pytest' || (name.startsWith('pytest-') && name !== 'pytest-runner')) === true;
}
