// Talks to the cache service, in a process of its own: it can finish a save after main was cancelled, it alone has the
// service's token, and the annotations that @actions/cache prints by itself end in a file instead of the job's log.
// Usage: node cache-client.js FOLDER, where FOLDER/request.json says what to do, FOLDER/result.json what came of it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { restoreCache, saveCache } from '@actions/cache';
import { cacheService } from '../../host/steps/environment.ts';
import { messageOf } from '../../text/errors.ts';
import type { CacheRequest, CacheResult, RestoreRequest, SaveRequest } from '../request.ts';
import { compressedSize, isWhole, rememberLayers } from './layout.ts';
import { reasonNotToSave } from './limits.ts';
import { saveRunEntry } from './run-entry.ts';

/** The cached folder, relative, since its name is part of an entry's identity and temporary folders have other names. */
const ENTRY = 'image';

const [, , folder = '.'] = process.argv;
process.chdir(folder);
process.env.GITHUB_WORKSPACE = folder;
process.env.RUNNER_TEMP = folder;

const request: CacheRequest = JSON.parse(await readFile('request.json', 'utf8'));
const result = await (request.action === 'restore' ? restore(request) : save(request)).catch(
  (error): CacheResult => ({ trouble: messageOf(error) }),
);
await writeFile('result.part', JSON.stringify(result));
await rename('result.part', 'result.json');
process.exit();

async function restore({ keys, lookupOnly }: RestoreRequest): Promise<CacheResult> {
  const [primary = '', ...others] = keys;
  const key = await restoreCache([ENTRY], primary, others, { lookupOnly });
  if (key === undefined || lookupOnly) return key === undefined ? {} : { key, bytes: 0 };
  const bytes = await sizeOf(ENTRY);
  return (await isWhole(ENTRY)) ? { key, bytes } : { key, bytes, trouble: `the entry ${key} is damaged` };
}

async function save(request: SaveRequest): Promise<CacheResult> {
  // Tests may run beside this, and come first.
  setPriority(constants.priority.PRIORITY_LOW);
  const { key, image, maxSize, entry } = request;
  if (entry.kind === 'run')
    return saveRunEntry({ service: cacheService(), key, image, maxSize, file: 'run-entry', ...entry });
  const noRoom = await reasonNotToSave(image, { disk: '.' });
  if (noRoom !== undefined) return { trouble: noRoom };
  await mkdir(ENTRY);
  await exportImage(image);
  if (entry.olderConfig !== undefined) await rememberLayers(ENTRY, entry.olderConfig);
  const bytes = await sizeOf(ENTRY);
  const tooLarge = await reasonNotToSave(image, { entry: await compressedSize(ENTRY), maxSize });
  if (tooLarge !== undefined) {
    await rm(ENTRY, { recursive: true, force: true });
    return { bytes, trouble: tooLarge };
  }
  const saved = await saveCache([ENTRY], key);
  await rm(ENTRY, { recursive: true, force: true });
  // -1 is all it says of a refusal; the reason is in what it printed.
  return saved === -1 ? { bytes } : { key, bytes };
}

/** Writes an image as an OCI layout, which `docker save` makes on both image stores. */
async function exportImage(image: string): Promise<void> {
  const docker = spawn('docker', ['image', 'save', image], { stdio: ['ignore', 'pipe', 'inherit'] });
  // Zeros end an archive: without being told to ignore them, tar would stop reading while docker still writes them.
  const tar = spawn('tar', ['--extract', '--ignore-zeros', '--directory', ENTRY], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = (child: ChildProcess) => new Promise(resolve => child.on('close', resolve).on('error', resolve));
  const [dockerEnd, tarEnd] = await Promise.all([ended(docker), ended(tar), pipeline(docker.stdout, tar.stdin)]);
  if (dockerEnd !== 0 || tarEnd !== 0) throw new Error('the image could not be written to disk');
}

async function sizeOf(path: string): Promise<number> {
  const files = await readdir(path, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter(file => file.isFile())
    .map(async file => (await stat(join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
