// Where a project's pytest configuration is: the places that pytest looks at, in its order
// (https://docs.pytest.org/en/stable/reference/customize.html).
import { type Table, table, texts } from './pyproject.ts';

/** The files that may have it. */
export const PYTEST_FILES = ['pytest.toml', '.pytest.toml', 'pytest.ini', '.pytest.ini', 'tox.ini', 'setup.cfg'];

/** A pytest configuration: the file that has it, the folders in which it looks for tests, and whether it says where modules are. */
export type PytestSettings = { file: string; testpaths: string[]; hasPythonpath: boolean };

/** The pytest configuration of a project (path → text, and pyproject.toml as it was parsed); undefined without one. */
export function findPytestSettings(files: Record<string, string>, pyproject: Table = {}): PytestSettings | undefined {
  const own = PYTEST_FILES.slice(0, 4).find(file => file in files);
  if (own !== undefined) return { file: own, ...settingsIn(files[own] ?? '') };
  const { ini_options: old, ...settings } = table(table(pyproject.tool).pytest);
  const options = { ...settings, ...table(old) };
  if (old !== undefined || Object.keys(settings).length > 0) {
    const { testpaths } = options;
    const listed =
      typeof testpaths === 'string' ? testpaths.split(/\s+/).filter(path => path !== '') : texts(testpaths);
    return { file: 'pyproject.toml', testpaths: listed, hasPythonpath: 'pythonpath' in options };
  }
  for (const [file, section] of [
    ['tox.ini', 'pytest'],
    ['setup.cfg', 'tool:pytest'],
  ] as const) {
    const text = sectionOf(files[file] ?? '', section);
    if (text !== undefined) return { file, ...settingsIn(text) };
  }
  return undefined;
}

function sectionOf(text: string, name: string): string | undefined {
  const [, ...sections] = text.split(/^\[/m);
  const found = sections.find(section => section.startsWith(`${name}]`));
  return found?.slice(name.length + 1);
}

/** The value may go on in lines that are indented, or be a list of TOML. */
function settingsIn(text: string): Omit<PytestSettings, 'file'> {
  const [, value = ''] = /^testpaths[ \t]*=((?:[^\n]*)(?:\n[ \t]+[^\n]*)*)/m.exec(text) ?? [];
  return {
    testpaths: value.split(/[\s,"'[\]]+/).filter(path => path !== ''),
    hasPythonpath: /^pythonpath[ \t]*=/m.test(text),
  };
}
