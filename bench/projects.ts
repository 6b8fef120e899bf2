// What is tested in the jobs: real projects, and variants of them.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** science: 650 MB of packages; science-uv: the same with the recommended Dockerfile; grown: small and much data. */
export type ProjectName = 'science' | 'science-uv' | 'small' | 'grown-0.3' | 'grown-3';

type Files = Record<string, string>;

const root = resolve(import.meta.dirname, '..');
// Nothing else in the projects needs it, so that the job is the same but for its installation.
const addedRequirement = 'tabulate==0.10.0\n';

/** The files of a project, by their paths; `changed` has one requirement more. */
export async function filesOf(project: ProjectName, changed: boolean): Promise<Files> {
  const files = await original(project);
  if (changed) files['requirements.txt'] += addedRequirement;
  return files;
}

async function original(project: ProjectName): Promise<Files> {
  switch (project) {
    case 'science':
      return readFiles('examples/science');
    case 'science-uv':
      return withUv(await readFiles('examples/science'));
    case 'small':
      return readFiles('test/fixtures/tiny');
    case 'grown-0.3':
      return grown(30);
    case 'grown-3':
      return grown(300);
  }
}

/** The example's other Dockerfile in the place of its first. */
function withUv(files: Files): Files {
  const { 'Dockerfile.uv': uv = '', ...others } = files;
  return { ...others, Dockerfile: uv };
}

/** The small project, whose image holds so many files of 10 MB that can't be compressed. */
async function grown(count: number): Promise<Files> {
  const files = await original('small');
  const data = `mkdir /opt/data && for i in $(seq ${count}); do head -c 10000000 /dev/urandom > /opt/data/$i; done`;
  const { Dockerfile = '' } = files;
  return { ...files, Dockerfile: Dockerfile.replace('WORKDIR', `RUN ${data}\nWORKDIR`) };
}

async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const wanted = paths.filter(path => !/__pycache__|\.pytest_cache/.test(path));
  const texts = await Promise.all(
    wanted.map(async path => [relative(join(root, folder), path), await readFile(path, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}
