import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RunEntryHeader } from '../core/run-entry.ts';
import { skeletonConfig } from '../core/skeleton.ts';
import { makeTar } from '../core/tar.ts';

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
    rootfs: { type: 'layers', diff_ids: [`sha256:${createHash('sha256').update(layer).digest('hex')}`] },
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
