import type { Stats } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunEntryHeader } from '../../cache/run-entry.ts';
import { isDockers, type TopLevel } from '../../cache/top-level.ts';
import type { Mount } from '../../engine/container.ts';
import { callEngine } from '../../engine/steps/api.ts';
import { sha256 } from '../../host/steps/hash.ts';
import type { ImageConfig } from '../../image/image.ts';
import { makeTar } from '../../image/tar.ts';
import { messageOf } from '../../text/errors.ts';
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
 * Fails where an image's files, in `folder`, have another root directory than their entry's header says. Docker follows a
 * link that is the source of a mount on this machine, and ends the job on a source that is of another kind, or missing.
 */
export async function requireRoot(topLevel: TopLevel[], folder: string): Promise<void> {
  const names = (await readdir(folder)).filter(name => !isDockers(name));
  const described = new Map(topLevel.map(({ name, kind }) => [name, kind]));
  // The list of names has kinds too, which need not be the true ones in a file system that somebody forged.
  const isAsDescribed = async (name: string) => kindOf(await lstat(join(folder, name))) === described.get(name);
  const areAll = names.length === described.size ? await Promise.all(names.map(isAsDescribed)) : [false];
  if (areAll.includes(false)) throw new Error('its root directory is not what its header says');
}

function kindOf(found: Stats): TopLevel['kind'] | 'other' {
  if (found.isDirectory()) return 'directory';
  if (found.isFile()) return 'file';
  return found.isSymbolicLink() ? 'link' : 'other';
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

/** Seconds that the engine may take to load a few kilobytes when it has much else to do. */
const PATIENCE_SECONDS = 60;

/** The engine's call behind `docker load` (docs.docker.com/reference/api/engine, ImageLoad). */
async function load(tar: Uint8Array, engineSocket: string): Promise<void> {
  const said = await callEngine(engineSocket, '/images/load?quiet=1', { tar, patienceSeconds: PATIENCE_SECONDS }).catch(
    messageOf,
  );
  // What goes wrong while it loads, it says in an answer that is good otherwise.
  if (said.includes('Loaded image') && !said.includes('"errorDetail"')) return;
  throw new Error(`the engine did not take its skeleton (${said.trim()})`);
}
