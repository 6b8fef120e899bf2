import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { childEnvironment } from '../../host/steps/environment.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { blobPath } from '../../image/layout.ts';
import { type BuildEntryHeader, encodeBuildHeader, layersIn } from '../build-entry.ts';
import { DATA_OFFSET } from '../framed.ts';
import type { CacheResult } from '../request.ts';
import { readConfig, readManifest, rememberLayers } from './layout.ts';
import { type Upload, uploadEntry } from './upload.ts';

export type BuildEntryRequest = Upload & {
  /** Path for the image on its way, where there is nothing yet. */
  layout: string;
  /** Configuration of the image that was restored, where the new one was built from it. */
  olderConfig?: string;
};

/** Level 3 as with zstd itself: higher ones take longer than they save on any line (measured with run entries). */
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 3 }, chunkSize: 1 << 20 };

/** Saves an image as a build entry. Trouble is a value or a rejection, as uploadEntry has it. */
export async function saveBuildEntry(request: BuildEntryRequest): Promise<CacheResult> {
  const { image, file, layout, olderConfig } = request;
  try {
    return await uploadEntry(request, {
      async write() {
        await mkdir(layout);
        await exportImage(image, layout);
        if (olderConfig !== undefined) await rememberLayers(layout, olderConfig);
        return packLayout(layout, file);
      },
      header: made => encodeBuildHeader(made, sha256),
    });
  } finally {
    await rm(layout, { recursive: true, force: true });
  }
}

/** Writes an image as an OCI layout, which `docker save` makes on both image stores. */
async function exportImage(image: string, layout: string): Promise<void> {
  const env = childEnvironment();
  const docker = spawn('docker', ['image', 'save', image], { stdio: ['ignore', 'pipe', 'inherit'], env });
  // Zeros end an archive: without being told to ignore them, tar would stop reading while docker still writes them.
  const tar = spawn('tar', ['--extract', '--ignore-zeros', '--directory', layout], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env,
  });
  const ended = (child: ChildProcess) => new Promise(resolve => child.on('close', resolve).on('error', resolve));
  const [dockerEnd, tarEnd] = await Promise.all([ended(docker), ended(tar), pipeline(docker.stdout, tar.stdin)]);
  if (dockerEnd !== 0 || tarEnd !== 0) throw new Error('the image could not be written to disk');
}

/** Moves the layers of a layout into a file, from DATA_OFFSET on, and returns what its header is to say. */
export async function packLayout(layout: string, file: string): Promise<BuildEntryHeader> {
  const [manifest, config] = [await readManifest(layout), await readConfig(layout)];
  const layers = layersIn(manifest, `sha256:${sha256(config)}`);
  if (!layers) throw new Error('no header of a build entry can describe the image');
  await writeFile(file, '');
  await truncate(file, DATA_OFFSET);
  const packed: BuildEntryHeader['layers'] = [];
  for (const layer of layers) {
    const { size: start } = await stat(file);
    const source = join(layout, blobPath(layer.digest));
    await pipeline(
      createReadStream(source, { highWaterMark: 1 << 20 }),
      createZstdCompress(COMPRESSION),
      createWriteStream(file, { flags: 'a' }),
    );
    packed.push({ ...layer, packed: (await stat(file)).size - start });
    await rm(source, { force: true });
  }
  return { manifest, config, layers: packed };
}
