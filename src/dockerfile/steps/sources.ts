import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readlink } from 'node:fs/promises';
import { basename, extname, join, posix, relative } from 'node:path';
import type { Checkout } from '../../checkout/checkout.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import { type Ignore, readIgnore, UNKNOWN } from '../ignore.ts';
import { Doubt } from '../instructions.ts';
import { type Copy, readStage, type Sources, type StageFacts, type StageInputs } from '../stage.ts';
import { type BuildContext, type ContextEntry, entriesOf } from './context-files.ts';

/** Where the files are: absolute paths without links, and the dependency files relative to the context. */
export type SourcePaths = { context: string; dockerfile: string; dependencies: string[] };

/**
 * What COPY of this many files brings is a project rather than what its packages are made from. Sources that are compiled
 * aside may bring as many more as they are: a library that lies in the project has its documents and build files with it.
 */
const MANY_FILES = 20;

/** Of a Dockerfile or .dockerignore, which tests may have replaced. */
const MOST_BYTES = 1 << 20;

const CODE = new Set(`.c .cc .cpp .f90 .go .h .hpp .ipynb .java .jl .js .pxd .py .pyx .qmd .r .rmd .rs .ts`.split(' '));

/** Looks at the files that a stage depends on. Never rejects because of what it finds: that is a doubt. */
export async function inspectSources(paths: SourcePaths, stage: StageInputs): Promise<Sources> {
  if (stage.doubt !== undefined) return { doubt: stage.doubt };
  try {
    const ignoreFiles = await readIgnoreFiles(paths);
    const ignore = readIgnore(ignoreFiles.content.toString());
    if (!ignore.isKnown) throw new Doubt('the .dockerignore is unusually long');
    const context = { folder: paths.context, ignore };
    const listings = await listCopies(stage, context, new Set(paths.dependencies.map(asContextPath)));
    const sources = listings.find(listing => 'line' in listing);
    if (sources) return sources;
    const entries = listings.flatMap(listing => ('entries' in listing ? listing.entries : []));
    return { hash: await hashAll([stage.text, ...ignoreFiles.contents], entries, context) };
  } catch (error) {
    return { doubt: asDoubt(error, paths.context) };
  }
}

type IgnoreFiles = {
  /** What counts. */
  content: Buffer;
  /** Base64 of each, so that no two contents look alike; empty for one that isn't there. */
  contents: string[];
};

/** What a build context leaves out, as far as it can be read. Never rejects. */
export async function inspectIgnore(paths: IgnorePaths): Promise<Ignore> {
  return readIgnoreFiles(paths).then(
    files => readIgnore(files.content.toString()),
    () => UNKNOWN,
  );
}

/** What the .dockerignore holds that counts. Fails with a Doubt where it is no file that can be read. */
export async function ignoreContent(paths: IgnorePaths): Promise<Buffer> {
  return (await readIgnoreFiles(paths)).content;
}

type IgnorePaths = Pick<SourcePaths, 'context' | 'dockerfile'>;

/** The file beside the Dockerfile counts, or else the one in the context. */
async function readIgnoreFiles({ context, dockerfile }: IgnorePaths): Promise<IgnoreFiles> {
  const own = await readIgnoreFile(`${dockerfile}.dockerignore`);
  const common = await readIgnoreFile(join(context, '.dockerignore'));
  return {
    content: own ?? common ?? Buffer.alloc(0),
    contents: [own, common].map(content => (content ? `=${content.toString('base64')}` : '')),
  };
}

async function readIgnoreFile(path: string): Promise<Buffer | undefined> {
  try {
    const content = await readRegularFile(path, MOST_BYTES);
    if (content) return content;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  throw new Doubt(`${basename(path)} is no regular file of at most 1 MiB`);
}

type Listing = { entries: ContextEntry[] } | Extract<Sources, { line: number }>;

async function listCopies(
  { copies, text }: Pick<StageInputs, 'copies' | 'text'>,
  context: BuildContext,
  dependencies: Set<string>,
): Promise<Listing[]> {
  const listings: Listing[] = [];
  for (const copy of copies) listings.push(await listCopy(copy, context, dependencies, isApart(copy, text)));
  return listings;
}

/** Stops where it is plain that sources are copied: a whole project may be large. */
async function listCopy(
  { sources, line, instruction }: Copy,
  context: BuildContext,
  dependencies: Set<string>,
  isApart: boolean,
): Promise<Listing> {
  const isMount = instruction.startsWith('RUN ');
  const found: Listing = { line, instruction, ...(isApart ? { isApart } : {}) };
  const entries: ContextEntry[] = [];
  const others = new Set<string>();
  let compiled = 0;
  for (const source of sources) {
    let isInFolder = false;
    for await (const entry of entriesOf(context, source)) {
      entries.push(entry);
      isInFolder ||= entry.kind === 'folder';
      if (isMount && entry.kind === 'folder') throw new Doubt(`line ${line} mounts a folder of the build context`);
      if (entry.kind === 'folder' || dependencies.has(entry.path)) continue;
      // What a build of the project's own package reads; a folder with Python is all of it, though.
      if (isApart && isCode(entry.path) && !(isInFolder && entry.path.endsWith('.py'))) {
        compiled++;
        continue;
      }
      others.add(entry.path);
      if (!isCode(entry.path) && (isApart || others.size <= MANY_FILES)) continue;
      // Nothing of it stays in the image, so that it can't be moved to another stage.
      if (isMount) throw new Doubt(`line ${line} mounts code of the build context`);
      return found;
    }
  }
  return others.size <= MANY_FILES + compiled ? { entries } : found;
}

/** Whether it is copied to another place than where the project is mounted, as far as the Dockerfile tells. */
function isApart({ instruction }: Copy, text: string): boolean {
  const [, target] = /^COPY .* (\/[^\s"]+?)\/*$/i.exec(instruction) ?? [];
  const places = [...text.matchAll(/^[ \t]*WORKDIR[ \t]+(\S+?)\/*$/gim)].map(([, place = '']) => place);
  const isOther = (place: string) =>
    /^\/[^$]*$/.test(place) && !`${target}/`.startsWith(`${place}/`) && !`${place}/`.startsWith(`${target}/`);
  return target !== undefined && places.length > 0 && places.every(isOther);
}

/** setup.py names dependencies. */
function isCode(path: string): boolean {
  return basename(path) !== 'setup.py' && CODE.has(extname(path).toLowerCase());
}

function asContextPath(path: string): string {
  return posix.normalize(`/${path}`).slice(1);
}

/** One digest of texts and entries, whatever the order in which the entries were found. */
async function hashAll(texts: string[], entries: ContextEntry[], context: BuildContext): Promise<string> {
  const unique = new Map(entries.map(entry => [entry.path, entry]));
  const hash = createHash('sha256').update(JSON.stringify(texts));
  for (const { path, kind, mode } of [...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    hash.update(JSON.stringify([path, kind, mode, await contentOf(join(context.folder, path), kind)]));
  }
  return hash.digest('hex');
}

async function contentOf(path: string, kind: ContextEntry['kind']): Promise<string> {
  if (kind === 'link') return (await readlink(path, { encoding: 'buffer' })).toString('base64');
  if (kind !== 'file') return '';
  const hash = createHash('sha256');
  // What has become a link or a pipe since it was listed is neither followed nor waited for.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  for await (const chunk of file.createReadStream()) hash.update(chunk);
  return hash.digest('hex');
}

function asDoubt(error: unknown, context: string): string {
  if (error instanceof Doubt) return error.message;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) throw error;
  return `${relative(context, path) || 'the build context'} can't be read (${code})`;
}

/** What a Dockerfile holds; undefined where it is no regular file of at most 1 MiB, or may not be read. */
export async function readDockerfile(path: string): Promise<Buffer | undefined> {
  return readRegularFile(path, MOST_BYTES).catch(() => undefined);
}

/** Looks at what a stage depends on, as it is at this moment; undefined where there is nothing to look at. */
export async function inspectStage(
  { context, dockerfile, dependencies }: Checkout,
  target: string,
  buildArguments: string[],
): Promise<StageFacts | undefined> {
  if (!context || !dockerfile) return undefined;
  const content = await readDockerfile(dockerfile);
  const text = content?.toString() ?? '';
  const inputs: StageInputs = {
    ...readStage(text, target, buildArguments),
    ...(content ? {} : { doubt: 'the Dockerfile is no regular file of at most 1 MiB' }),
  };
  const sources = await inspectSources({ context, dockerfile, dependencies: dependencies.files }, inputs);
  return { inputs, sources, dockerfile: text };
}
