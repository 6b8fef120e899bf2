// Where a project's pytest configuration is: the places that pytest looks at, in its order
// (https://docs.pytest.org/en/stable/reference/customize.html).
import { SETTINGS_START } from './files.ts';
import { sectionOf, valueIn } from './ini.ts';
import { type Table, table, texts } from './pyproject.ts';

/** The files that may have it. */
export const PYTEST_FILES = ['pytest.toml', '.pytest.toml', 'pytest.ini', '.pytest.ini', 'tox.ini', 'setup.cfg'];

/** A pytest configuration, and the file that has it. */
export type PytestSettings = {
  file: string;
  /** The folders in which it looks for tests; and those that modules are imported from. */
  testpaths: string[];
  pythonpath: string[];
  /** The names of files with tests; undefined where they are pytest's own. */
  patterns?: string[];
  /** Whether it names Django's settings; whether it runs notebooks. */
  hasDjango: boolean;
  hasNotebooks: boolean;
  /** Whether it was written here. */
  isOurs: boolean;
};

/** The pytest configuration of a project (path → text, and pyproject.toml as it was parsed); undefined without one. */
export function findPytestSettings(files: Record<string, string>, pyproject: Table = {}): PytestSettings | undefined {
  const own = PYTEST_FILES.slice(0, 4).find(file => file in files);
  if (own !== undefined)
    return { ...settingsIn(files[own] ?? ''), file: own, isOurs: files[own]?.startsWith(SETTINGS_START) === true };
  const { ini_options: old, ...settings } = table(table(pyproject.tool).pytest);
  const options = { ...settings, ...table(old) };
  if (old !== undefined || Object.keys(settings).length > 0) {
    const listOf = (value: unknown) =>
      typeof value === 'string' ? value.split(/\s+/).filter(path => path !== '') : texts(value);
    return { file: 'pyproject.toml', ...settingsOf(name => (name in options ? listOf(options[name]) : undefined)) };
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

/** The value may be a list of TOML. */
function settingsIn(text: string): Omit<PytestSettings, 'file'> {
  return settingsOf(name =>
    valueIn(text, name)?.flatMap(line => line.split(/[\s,"'[\]]+/).filter(word => word !== '')),
  );
}

function settingsOf(read: (name: string) => string[] | undefined): Omit<PytestSettings, 'file'> {
  const patterns = read('python_files');
  return {
    testpaths: read('testpaths') ?? [],
    pythonpath: read('pythonpath') ?? [],
    ...(patterns === undefined ? {} : { patterns }),
    isOurs: false,
    hasDjango: read('DJANGO_SETTINGS_MODULE') !== undefined,
    hasNotebooks: read('addopts')?.some(word => /^--nb(?:make|val)/.test(word)) === true,
  };
}
