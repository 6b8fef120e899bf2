import { createHash } from 'node:crypto';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { create } from '@actions/glob';
import { findWithin } from '../../host/steps/within.ts';
import type { Checkout, Dependencies } from '../checkout.ts';
import { DEPENDENCY_FILES, type ProjectPaths } from '../locate.ts';

/** Looks at the checkout. A path that leads out of it through a link counts as absent. */
export async function inspectCheckout(workspace: string, paths: ProjectPaths): Promise<Checkout> {
  const root = await realpath(workspace).catch(() => undefined);
  const entries = root ? await readdir(root) : [];
  const within = async (path: string, kind: 'isFile' | 'isDirectory') => root && findWithin(root, path, kind);
  const context = await within(paths.context, 'isDirectory');
  const dockerfile = await within(paths.dockerfile, 'isFile');
  const meantDockerfile = join(paths.context, paths.dockerfile);
  const isMeant = !dockerfile && (await within(meantDockerfile, 'isFile')) !== undefined;
  const owner = context ? await stat(context) : { uid: 0, gid: 0 };
  const dependencies = context ? await findDependencies(context, paths) : nothing(paths.dependencies);
  return {
    isEmpty: entries.length === 0,
    ...(context ? { context } : {}),
    ...(dockerfile ? { dockerfile } : {}),
    ...(isMeant ? { meantDockerfile } : {}),
    otherDockerfiles: root && !dockerfile ? await findDockerfiles(root) : [],
    dependencies,
    uid: owner.uid,
    gid: owner.gid,
  };
}

async function findDependencies(
  context: string,
  { dependencies: patterns, context: folder }: ProjectPaths,
): Promise<Dependencies> {
  if (patterns.length === 0) {
    for (const name of DEPENDENCY_FILES) {
      if (await findWithin(context, name, 'isFile')) return hashed(context, [join(context, name)], []);
    }
    return nothing([]);
  }
  const unmatched: string[] = [];
  for (const pattern of patterns.filter(pattern => !pattern.startsWith('!'))) {
    if ((await glob(context, [pattern])).length === 0) unmatched.push(pattern);
  }
  const meant = await meantBy(unmatched[0], context, folder);
  return {
    ...(await hashed(context, await glob(context, patterns), unmatched)),
    ...(meant === undefined ? {} : { meant }),
  };
}

/** What somebody meant who wrote a pattern as one below the checkout, of which the context is this folder. */
async function meantBy(pattern: string | undefined, context: string, folder: string): Promise<string | undefined> {
  if (!pattern?.startsWith(`${folder}/`)) return undefined;
  const meant = pattern.slice(folder.length + 1);
  return (await glob(context, [meant])).length > 0 ? meant : undefined;
}

/** Files in a folder that match, sorted; a link that leads out of the folder, or to no file, counts as absent. */
async function glob(folder: string, patterns: string[]): Promise<string[]> {
  const rooted = patterns.flatMap(pattern => rootedPattern(folder, pattern));
  const globber = await create(rooted.join('\n'), { followSymbolicLinks: false, matchDirectories: false });
  const files: string[] = [];
  for (const file of (await globber.glob()).sort()) {
    if (await findWithin(folder, relative(folder, file), 'isFile')) files.push(file);
  }
  return files;
}

/** A pattern below a folder, without the `.` in its path that the library refuses; none where it leads up. */
function rootedPattern(folder: string, pattern: string): string[] {
  const [, sign = '', path = ''] = /^(!?)(.*)$/s.exec(pattern) ?? [];
  const parts = path.split('/').filter(part => part !== '' && part !== '.');
  return parts.includes('..') ? [] : [`${sign}${[folder.replace(/[\\?*[]/g, '\\$&'), ...parts].join('/')}`];
}

async function hashed(context: string, files: string[], unmatched: string[]): Promise<Dependencies> {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = await readFile(file);
    hash.update(`${relative(context, file)}\0${content.length}\0`).update(content);
  }
  return { files: files.map(file => relative(context, file)), hash: hash.digest('hex'), unmatched };
}

function nothing(unmatched: string[]): Dependencies {
  return { files: [], hash: createHash('sha256').digest('hex'), unmatched };
}

/** Dockerfiles up to two folders deep. */
async function findDockerfiles(root: string): Promise<string[]> {
  const patterns = ['', '*/', '*/*/'].flatMap(folder => [`${folder}Dockerfile*`, `${folder}*.Dockerfile`]);
  const files = (await glob(root, patterns)).map(file => relative(root, file));
  // A folder that matches brings all its files, and Dockerfile.dockerignore is none.
  return files.filter(file => /(?:^|\/)(?:Dockerfile[^/]*|[^/]*\.Dockerfile)(?<!\.dockerignore)$/.test(file));
}
