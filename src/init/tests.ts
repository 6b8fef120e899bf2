// Which files have tests, and the pattern of names under which pytest finds them.
import { parser } from '@lezer/python';
import { asPattern } from '../dockerfile/patterns.ts';

/** Names that pytest looks for unless told otherwise. */
const STANDARD = ['test_*.py', '*_test.py'];

/** Names that unittest, Django and people use besides, the narrowest first. */
const OTHERS = ['tests.py', 'test.py', '*_tests.py', '*_spec.py', '*Test.py', '*Tests.py', 'tests_*.py', 'test*.py'];

/** Whether pytest takes a file for one with tests, whatever is in it. */
export function isTestName(path: string, patterns: string[] = STANDARD): boolean {
  return patterns.some(pattern => asPattern(pattern.split('/').at(-1) ?? '')(nameOf(path)));
}

/** Whether a file may be one with tests by where it is, so that its text has to tell. */
export function mayHaveTests(path: string): boolean {
  if (!path.endsWith('.py') || /^(?:__init__|conftest|setup)\.py$/.test(nameOf(path))) return false;
  return /test|spec/i.test(nameOf(path)) || /(?:^|[/_])tests?\//i.test(path);
}

/** Whether a module's text has tests as pytest finds them: functions, or methods of such classes, and no example of them. */
export function hasTests(text: string): boolean {
  if (!/^\s*(?:async )?def test/m.test(text)) return false;
  return childrenOf(parser.parse(text).topNode).some(node => {
    const [name = '', inner] = definitionIn(node, text);
    if (inner.name === 'FunctionDefinition') return name.startsWith('test_');
    if (inner.name !== 'ClassDefinition') return false;
    const bases = inner.getChild('ArgList');
    const isSuite = name.startsWith('Test') || (bases && /TestCase\b/.test(text.slice(bases.from, bases.to)));
    const body = inner.getChild('Body');
    return isSuite && body && childrenOf(body).some(one => definitionIn(one, text)[0]?.startsWith('test'));
  });
}

type PythonNode = ReturnType<typeof parser.parse>['topNode'];

/** The name of what a node defines, and the definition itself, which may be decorated. */
function definitionIn(node: PythonNode, text: string): [name: string | undefined, definition: PythonNode] {
  const inner = node.name === 'DecoratedStatement' ? (node.lastChild ?? node) : node;
  const isDefinition = inner.name === 'FunctionDefinition' || inner.name === 'ClassDefinition';
  const name = isDefinition ? inner.getChild('VariableName') : null;
  return [name ? text.slice(name.from, name.to) : undefined, inner];
}

function childrenOf(node: PythonNode): PythonNode[] {
  const children: PythonNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The patterns that pytest has to be given, so that it finds all of these; undefined where its own do. */
export function filePatterns(tests: string[], isDjango: boolean): string[] | undefined {
  const odd = tests.filter(path => !isTestName(path)).map(nameOf);
  const needed = odd.map(name => OTHERS.find(pattern => asPattern(pattern)(name)) ?? name);
  // `startapp` makes one for each application to come.
  const all = [...STANDARD, ...new Set([...(isDjango ? ['tests.py'] : []), ...needed])];
  return all.length === STANDARD.length ? undefined : all;
}

/**
 * Those files with tests that somebody runs: of names that neither pytest nor unittest looks for, some are for other
 * purposes, so that they count only where there are no others.
 */
export function runTests(tests: string[], patterns: string[] = STANDARD): string[] {
  const usual = tests.filter(path => isTestName(path, [...patterns, ...OTHERS]));
  return usual.length > 0 ? usual : tests;
}

/** Whether two files of the same name are in folders that are no packages, which pytest's usual imports don't take. */
export function sharesNames(tests: string[], packages: string[]): boolean {
  const loose = tests.filter(path => !packages.includes(folderOf(path))).map(nameOf);
  return new Set(loose).size < loose.length;
}

function nameOf(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** Whether a test starts git, or names a command of git's that its code starts. */
export function startsGit(text: string): boolean {
  const started = /(?:run|call|check_call|check_output|Popen|system)\(\s*\[?\s*f?["']git["' ]/;
  const command = /\[\s*["']git["'],\s*["']/;
  const imported = /^\s*(?:import git|from git import)\b/m;
  return [started, command, imported].some(pattern => pattern.test(text));
}
