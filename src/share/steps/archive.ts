import { constants, createWriteStream } from 'node:fs';
import { access, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, createZstdCompress } from 'node:zlib';
import { streamDocker } from '../../host/steps/exec.ts';
import { timed } from '../../host/steps/log.ts';
import { makeWithin } from '../../host/steps/within.ts';
import { input } from '../../inputs/options.ts';
import { UserError } from '../../text/errors.ts';
import { quoted } from '../../text/plain.ts';
import { sentence } from '../../text/sentence.ts';
import { words } from '../../text/words.ts';
import type { ShareFile } from '../facts.ts';

/**
 * Writes an image, under its reference, as an archive that `docker load` takes; `path` is relative to the checkout, and
 * its ending says how it is compressed. What was there is replaced once all is written. Fails where the folder lies
 * outside of the checkout: tests may have planted links.
 */
export async function writeShareFile(
  path: string,
  reference: string,
  { workspace, signal }: { workspace: string; signal: AbortSignal },
): Promise<Omit<ShareFile, 'platform'>> {
  const root = await realpath(workspace);
  const [bytes, seconds] = await timed(() => write(path, reference, { root, signal }));
  return { path, bytes, seconds };
}

/** Fails where a file can't be written to its folder, before much is done for it; the path is one from where the person is. */
export async function requireWritable(path: string): Promise<void> {
  const folder = dirname(resolve(path));
  await access(folder, constants.W_OK).catch(() => {
    throw new UserError(
      `Option --output is ${quoted(path)}, but ${quoted(folder)} is no folder that you may write to: make it first, or choose another.`,
    );
  });
}

async function write(
  path: string,
  reference: string,
  { root, signal }: { root: string; signal: AbortSignal },
): Promise<number> {
  const target = join(root, path);
  const folder = await makeWithin(root, dirname(path));
  if (folder === undefined) {
    throw new UserError(
      sentence`${input('share-file')} leads out of the ${words.checkout} by way of ${quoted(dirname(target))}: write a path within it.`,
    );
  }
  const unfinished = join(folder, `.${basename(target)}.unfinished`);
  try {
    await rm(unfinished, { recursive: true, force: true });
    await streamDocker(['save', reference], {
      read: async output => {
        const file = createWriteStream(unfinished, { flags: 'wx' });
        if (target.endsWith('.gz')) await pipeline(output, createGzip(), file);
        else if (target.endsWith('.zst')) await pipeline(output, createZstdCompress(), file);
        else await pipeline(output, file);
      },
      signal,
    });
    await rename(unfinished, join(folder, basename(target)));
    return (await stat(join(folder, basename(target)))).size;
  } finally {
    await rm(unfinished, { force: true });
  }
}
