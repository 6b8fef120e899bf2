import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stagesArguments } from '../../buildkit/arguments.ts';
import type { Checkout } from '../../checkout/checkout.ts';
import { inspectIgnore } from '../../dockerfile/steps/sources.ts';
import { lastWords } from '../../engine/trouble.ts';
import { askBriefly } from '../../host/steps/exec.ts';
import { kindWithin } from '../../host/steps/within.ts';
import type { FileFacts } from '../facts.ts';

/** What has no place in an image: history, passwords, and packages of this machine. */
const UNWANTED = ['.git', '.env', '.venv', 'venv', 'node_modules'];

/** Enough to find what a container of root's left behind, at once even in a large project. */
const MOST_ENTRIES = 5000;
const PATIENCE_MILLISECONDS = 10_000;

/** Looks at a project's files. Never rejects. */
export async function examineFiles({ context, dockerfile, uid }: Checkout): Promise<FileFacts> {
  if (context === undefined || dockerfile === undefined) return { unwanted: [], rootOwned: [], uid };
  const ignore = await inspectIgnore({ context, dockerfile });
  const unwanted: string[] = [];
  for (const name of UNWANTED) {
    if ((await kindWithin(context, name)) && !ignore.ignores(name)) unwanted.push(name);
  }
  return { unwanted, rootOwned: uid === 0 ? [] : await rootOwnedIn(context), uid };
}

/** What BuildKit says of a Dockerfile that it can't read, in a sentence; undefined where it can. Never rejects. */
export async function findSyntaxError(builder: string, { context, dockerfile }: Checkout): Promise<string | undefined> {
  if (context === undefined || dockerfile === undefined) return undefined;
  const args = stagesArguments({ builder, context, dockerfile });
  const answer = await askBriefly('docker', args, PATIENCE_MILLISECONDS);
  if (!answer || answer.exitCode === 0) return undefined;
  return `BuildKit can't read the Dockerfile: ${lastWords(answer.stderr).replace(/^ERROR: (?:failed to \w+: )*/, '')}`;
}

async function rootOwnedIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  let seen = 0;
  for await (const { path } of entriesWithin(folder)) {
    const stats = await lstat(join(folder, path)).catch(() => undefined);
    if (stats?.uid === 0) found.push(path);
    seen += 1;
    if (found.length === 3 || seen === MOST_ENTRIES) break;
  }
  return found;
}

/** Bytes of the files in a folder, at any depth; undefined where there are none, or too many to count. */
export async function sizeOf(folder: string): Promise<number | undefined> {
  let bytes = 0;
  let seen = 0;
  for await (const { path, isFile } of entriesWithin(folder)) {
    if (isFile) bytes += (await lstat(join(folder, path)).catch(() => undefined))?.size ?? 0;
    seen += 1;
    if (seen === MOST_ENTRIES * 10) return undefined;
  }
  return bytes || undefined;
}

/** What lies in a folder, the nearest first; links are not followed. */
async function* entriesWithin(folder: string): AsyncGenerator<{ path: string; isFile: boolean }> {
  const folders = [''];
  // An array hands out what is added to it meanwhile, too.
  for (const parent of folders) {
    const entries: Dirent[] = await readdir(join(folder, parent), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(parent, entry.name);
      yield { path, isFile: entry.isFile() };
      if (entry.isDirectory()) folders.push(path);
    }
  }
}
