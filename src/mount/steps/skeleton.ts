import { lstat, realpath } from 'node:fs/promises';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { RunEntryHeader } from '../../cache/run-entry.ts';
import type { Mount } from '../../engine/container.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { ImageConfig } from '../../image/image.ts';
import { makeTar } from '../../image/tar.ts';
import { decideVolume, skeletonConfig, volumesOf } from '../skeleton.ts';

/** What Docker calls the processors that Node calls otherwise. */
const ARCHITECTURES: Record<string, string> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };

/**
 * Loads an image under a reference that has the dev image's configuration and root directory, but none of its files: only
 * places to mount them at. Straight into the engine, since starting its client takes as long as all the rest.
 */
export async function loadSkeleton(
  reference: string,
  { image, topLevel }: Pick<RunEntryHeader, 'image' | 'topLevel'>,
  engineSocket: string,
): Promise<void> {
  const layer = makeTar(topLevel);
  const config = {
    architecture: ARCHITECTURES[process.arch] ?? process.arch,
    os: 'linux',
    config: skeletonConfig(image.config),
    rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(layer)}`] },
    history: [{ created_by: 'dev-in-docker' }],
  };
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const archive = makeTar([
    { name: 'config.json', kind: 'file', content: json(config) },
    { name: 'layer.tar', kind: 'file', content: layer },
    {
      name: 'manifest.json',
      kind: 'file',
      content: json([{ Config: 'config.json', RepoTags: [reference], Layers: ['layer.tar'] }]),
    },
  ]);
  await load(archive, engineSocket);
}

/**
 * What the volumes of an image are in a container of its skeleton, where `folder` holds the image's files. Fails where a
 * link leads to one, since a mount would follow it on this machine instead of in the image; and on a path that could be read
 * as more than a path.
 */
export async function placeVolumes(
  config: ImageConfig,
  folder: string,
): Promise<{ mounts: Mount[]; volumes: string[] }> {
  const mounts: Mount[] = [];
  const volumes: string[] = [];
  for (const target of volumesOf(config)) {
    const source = join(folder, target);
    const decision = decideVolume(target, await isThere(source, join(await realpath(folder), target)));
    if (decision.kind === 'mount') mounts.push({ source, target });
    if (decision.kind === 'empty') volumes.push(target);
  }
  return { mounts, volumes };
}

async function isThere(path: string, real: string): Promise<boolean> {
  for (let [part, expected] = [path, real]; ; [part, expected] = [dirname(part), dirname(expected)]) {
    const found = await realpath(part).catch((error: NodeJS.ErrnoException) => error);
    if (found === expected) return part === path;
    if (typeof found === 'string' || found.code !== 'ENOENT' || (await isLink(part))) {
      throw new Error('one of its volumes lies behind a link, or where it can not be looked at');
    }
  }
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    found => found.isSymbolicLink(),
    () => false,
  );
}

/** The engine's call behind `docker load` (docs.docker.com/reference/api/engine, ImageLoad). */
async function load(archive: Uint8Array, socketPath: string): Promise<void> {
  const said = await new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/x-tar', 'content-length': archive.length };
    const call = request({ socketPath, path: '/images/load?quiet=1', method: 'POST', headers }, answer => {
      const isLoaded = answer.statusCode === 200;
      text(answer).then(said => (isLoaded && !said.includes('"errorDetail"') ? resolve(said) : reject(said)), reject);
    });
    call.on('error', reject).end(archive);
  }).catch((problem: unknown) => Promise.reject(new Error(`the engine did not take its skeleton (${problem})`)));
  if (!said.includes('Loaded image')) throw new Error(`the engine did not take its skeleton (${said.trim()})`);
}
