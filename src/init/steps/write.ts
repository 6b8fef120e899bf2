import { lchown, lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { messageOf, UserError } from '../../text/errors.ts';
import { quoted } from '../../text/plain.ts';
import type { PathContent } from '../plan.ts';
import { absent, MAX_BYTES } from './inspect.ts';

/** What is in the place of a file that may be written. Fails where a folder on the way is a link or no folder. */
export async function inspectPath(base: string, path: string): Promise<PathContent> {
  await foldersOf(base, path, async folder => {
    const stats = await lstat(folder).catch(absent);
    if (stats !== undefined && !stats.isDirectory()) throw noFolder(folder);
  });
  const stats = await lstat(join(base, path)).catch(absent);
  if (stats === undefined) return { kind: 'nothing' };
  if (!stats.isFile()) return { kind: 'other' };
  return { kind: 'file', text: stats.size > MAX_BYTES ? '' : await readFile(join(base, path), 'utf8') };
}

/** Writes a file, whole or not at all, and never through a link. Fails with a sentence where it may not. */
export async function writeWhole(base: string, path: string, text: string, isReplacing: boolean): Promise<void> {
  const file = join(base, path);
  try {
    await foldersOf(base, path, async folder => {
      await mkdir(folder).then(() => handOver(folder), ignoring('EEXIST'));
      if (!(await lstat(folder)).isDirectory()) throw noFolder(folder);
    });
    if (!isReplacing) return await writeNew(file, text);
    const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
    await writeNew(beside, text);
    await rename(beside, file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'you may not write there' : messageOf(error);
    throw new UserError(`${quoted(file)} can't be written: ${reason}.`);
  }
}

/** Fails where anything is there, a link too. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await handOver(path);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** What root makes in somebody's project belongs to them. */
async function handOver(path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dirname(path));
  await lchown(path, uid, gid);
}

/** Does something for each folder between a base and a path below it, from the top. */
async function foldersOf(base: string, path: string, action: (folder: string) => Promise<void>): Promise<void> {
  const parts = path.split('/').slice(0, -1);
  for (const index of parts.keys()) await action(join(base, ...parts.slice(0, index + 1)));
}

function noFolder(path: string): UserError {
  return new UserError(`${quoted(path)} is a link or no folder: nothing is written there.`);
}

function ignoring(code: string): (error: NodeJS.ErrnoException) => void {
  return error => {
    if (error.code !== code) throw error;
  };
}
