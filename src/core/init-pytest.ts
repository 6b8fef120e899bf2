// Where a project's pytest configuration is: the places that pytest looks at, in its order
// (https://docs.pytest.org/en/stable/reference/customize.html).
import { type Table, table, texts } from './init-pyproject.ts';

/** The files that may have it. */
export const PYTEST_FILES = ['pytest.toml', '.pytest.toml', 'pytest.ini', '.pytest.ini', 'tox.ini', 'setup.cfg'];

/** A pytest configuration: the file that has it, and the folders in which it looks for tests. */
export type PytestSettings = { file: string; testpaths: string[] };

/** The pytest configuration of a project (path → text, and pyproject.toml as it was parsed); undefined without one. */
export function findPytestSettings(files: Record<string, string>, pyproject: Table = {}): PytestSettings | undefined {
  const own = PYTEST_FILES.slice(0, 4).find(file => file in files);
  if (own !== undefined) return { file: own, testpaths: testpathsIn(files[own] ?? '') };
  const { ini_options: old, ...settings } = table(table(pyproject.tool).pytest);
  const options = { ...settings, ...table(old) };
  if (old !== undefined || Object.keys(settings).length > 0) {
    const { testpaths } = options;
    const listed =
      typeof testpaths === 'string' ? testpaths.split(/\s+/).filter(path => path !== '') : texts(testpaths);
    return { file: 'pyproject.toml', testpaths: listed };
  }
  for (const [file, section] of [
    ['tox.ini', 'pytest'],
    ['setup.cfg', 'tool:pytest'],
  ] as const) {
    const text = sectionOf(files[file] ?? '', section);
    if (text !== undefined) return { file, testpaths: testpathsIn(text) };
  }
  return undefined;
}

function sectionOf(text: string, name: string): string | undefined {
  const [, ...sections] = text.split(/^\[/m);
  const found = sections.find(section => section.startsWith(`${name}]`));
  return found?.slice(name.length + 1);
}

/** The value may go on in lines that are indented, or be a list of TOML. */
function testpathsIn(text: string): string[] {
  const [, value = ''] = /^testpaths[ \t]*=((?:[^\n]*)(?:\n[ \t]+[^\n]*)*)/m.exec(text) ?? [];
  return value.split(/[\s,"'[\]]+/).filter(path => path !== '');
}
