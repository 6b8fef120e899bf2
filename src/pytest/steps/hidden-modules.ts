import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Root } from '../../engine/container.ts';
import { ownLabel, type Run } from '../../host/run.ts';
import { docker } from '../../host/steps/exec.ts';
import type { Image } from '../../image/image.ts';
import { hasModule, missingModules } from '../hidden-modules.ts';
import type { TestResults } from '../results.ts';

const LIST = 'import json, os, sys; print(json.dumps(os.listdir(sys.argv[1])))';

/**
 * A module that tests could not import although the image has it, in a folder that the mounted checkout hides; undefined
 * where there is none, or the image can't tell. Never rejects.
 */
export async function findHiddenModule(
  context: string,
  image: Image,
  { failures }: TestResults,
  run: Run,
  root?: Root,
): Promise<{ name: string; folder: string } | undefined> {
  for (const { name, folders, leaf } of missingModules(failures)) {
    for (const relative of folders) {
      const folder = posix.join(image.workdir, relative);
      const inCheckout = await readdir(join(context, relative)).catch(() => []);
      if (!hasModule(inCheckout, leaf) && hasModule(await listInImage(folder, image, run, root), leaf))
        return { name, folder };
    }
  }
  return undefined;
}

async function listInImage(folder: string, image: Image, run: Run, root?: Root): Promise<string[]> {
  if (root) return readdir(join(root.folder, folder)).catch(() => []);
  const locked = ['--network', 'none', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--pull', 'never'];
  const ours = ['--rm', '--label', ownLabel(run.id)];
  const { stdout } = await docker(['run', ...ours, ...locked, '--entrypoint', 'python', image.id, '-c', LIST, folder]);
  try {
    const entries: unknown = JSON.parse(stdout);
    return Array.isArray(entries) ? entries.filter(entry => typeof entry === 'string') : [];
  } catch {
    return [];
  }
}
