import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Django, readDjango, startsDjango, TOX } from '../django.ts';
import { type Notebook, readNotebook } from '../notebooks.ts';
import { requirementsFile } from '../requirements.ts';
import { hasTests, isTestName, mayHaveTests, startsGit } from '../tests.ts';

/** What is found on a walk through a project's folders; all paths are relative to it. */
export type Walk = {
  /** Files with tests, the nearest first. */
  tests: string[];
  /** Whether one of them starts git. */
  startsGit: boolean;
  /** Folders with virtual environments whose names are plain. */
  environments: string[];
  /** Folders that are packages of Python, that are called src, that have a pyproject.toml. */
  packageFolders: string[];
  sourceFolders: string[];
  projectFolders: string[];
  requirements: string[];
  notebooks: Notebook[];
  django?: Django;
  /** All files, as far as that goes. */
  paths: string[];
  hasLfs: boolean;
  hasCompiled: boolean;
  /** Folders and files of 50 MB or more: path → bytes. */
  sizes: Record<string, number>;
};

/** Enough to find tests where there are some; data may be in any number of folders, and be any number of files. */
const MOST_FOLDERS = 2000;
const MOST_SIZES = 20_000;
const MOST_READ = 1000;

const BIG = 50e6;
/** Notebooks hold pictures, too. */
const MAX_TEXT = 8e6;

/** What pytest passes by, too: what was built, and other people's code. */
const PASSED = /^\.|^(?:node_modules|site-packages|__pycache__|build|dist|_darcs|CVS)$|\.egg(?:-info)?$/;

/** Looks through a project's folders, the nearest first; hidden ones, and what can't be read, are passed by. */
export async function walkThrough(project: string): Promise<Walk> {
  const walk: Walk = {
    ...{ tests: [], startsGit: false, environments: [], packageFolders: [], sourceFolders: [], projectFolders: [] },
    ...{ requirements: [], notebooks: [], paths: [], hasLfs: false, hasCompiled: false, sizes: {} },
  };
  const sizes = new Map<string, number>();
  const left = { sizes: MOST_SIZES, read: MOST_READ };
  const read = async (path: string) => (left.read-- > 0 ? readSmall(join(project, path)) : '');
  const folders = [''];
  // An array hands out what is added to it meanwhile, too.
  for (const folder of folders) {
    const entries = await readdir(join(project, folder), { withFileTypes: true }).catch(() => []);
    const names = entries.map(({ name }) => name);
    if (names.includes('pyvenv.cfg') || names.includes('conda-meta')) {
      if (/^[\w.-]+$/.test(folder)) walk.environments.push(folder);
      continue;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isFile()) {
        await lookAt(path, walk, read);
        if (left.sizes-- > 0) {
          walk.paths.push(path);
          addSize(sizes, path, (await lstat(join(project, path)).catch(() => undefined))?.size ?? 0);
        }
      }
      if (entry.isDirectory() && !PASSED.test(entry.name) && folders.length < MOST_FOLDERS) {
        if (entry.name === 'src') walk.sourceFolders.push(path);
        folders.push(path);
      }
    }
  }
  walk.sizes = Object.fromEntries([...sizes].filter(([, size]) => size >= BIG));
  return walk;
}

/** Notes what a single file tells. */
async function lookAt(path: string, walk: Walk, read: (path: string) => Promise<string>): Promise<void> {
  const name = path.split('/').at(-1) ?? '';
  const folder = path.slice(0, -name.length).replace(/\/$/, '');
  if (name === '__init__.py') walk.packageFolders.push(folder);
  if (name === 'pyproject.toml' && folder !== '') walk.projectFolders.push(folder);
  if (name === '.gitattributes') walk.hasLfs ||= /\bfilter=lfs\b/.test(await read(path));
  if (/\.pyx$/.test(name)) walk.hasCompiled = true;
  if (requirementsFile(path)) walk.requirements.push(path);
  if (name.endsWith('.ipynb')) {
    const notebook = readNotebook(path, await read(path));
    if (notebook) walk.notebooks.push(notebook);
  }
  if (startsDjango(path) && (walk.django === undefined || path === TOX)) {
    const django = readDjango(path, await read(path));
    if (django) walk.django = django;
  }
  if (!isTestName(path) && !mayHaveTests(path)) return;
  const text = await read(path);
  if (!isTestName(path) && !hasTests(text)) return;
  walk.tests.push(path);
  walk.startsGit ||= startsGit(text);
}

/** A file counts in each folder above it. */
function addSize(sizes: Map<string, number>, path: string, size: number): void {
  const parts = path.split('/');
  for (const at of parts.keys()) {
    const above = parts.slice(0, at + 1).join('/');
    sizes.set(above, (sizes.get(above) ?? 0) + size);
  }
}

async function readSmall(path: string): Promise<string> {
  const size = (await lstat(path).catch(() => undefined))?.size ?? Number.POSITIVE_INFINITY;
  return size > MAX_TEXT ? '' : readFile(path, 'utf8').catch(() => '');
}
