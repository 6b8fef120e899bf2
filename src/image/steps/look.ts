import { constants } from 'node:fs';
import { lstat, readdir, readlink, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Root } from '../../engine/container.ts';
import { removeContainers } from '../../engine/steps/container.ts';
import { ownLabel, ownName, type Run } from '../../host/run.ts';
import { followDocker, runAsRoot, streamDocker } from '../../host/steps/exec.ts';
import { readRegularFile } from '../../host/steps/read.ts';
import { findWithin } from '../../host/steps/within.ts';
import { type Found, foundIn, type ImageFiles } from '../files.ts';
import { joined } from '../tar.ts';
import { contentOf, type RawEntry, readEntries } from '../tar-entries.ts';

/** For all that is looked for in an image together. */
const PATIENCE_SECONDS = 10;

/**
 * Lets an action look into an image, of which nothing is run: its files are where `root` says, or else they are read from a
 * container that is never started, and that is removed at the end. What is not found within ten seconds, or before the run
 * is to stop, counts as absent: the signal has aborted then.
 */
export async function lookInto<Result>(
  image: string,
  run: Pick<Run, 'id' | 'signal'>,
  action: (files: ImageFiles, signal: AbortSignal) => Promise<Result>,
  { root, patienceSeconds = PATIENCE_SECONDS }: { root?: Root | undefined; patienceSeconds?: number } = {},
): Promise<Result> {
  const signal = AbortSignal.any([run.signal, AbortSignal.timeout(patienceSeconds * 1000)]);
  if (root) return action(filesIn(await realpath(root.folder), signal), signal);
  const name = ownName(run.id);
  const ours = ['--name', name, '--label', ownLabel(run.id), '--pull', 'never', '--network', 'none'];
  const ignore = () => undefined;
  try {
    // An image without a command of its own needs one here, though it never runs.
    await followDocker(['create', ...ours, image, 'none'], { onStdout: ignore, onStderr: ignore, signal });
    return await action(filesOf(name, signal), signal);
  } finally {
    await removeContainers([name]);
  }
}

/** Files of an image in a folder of this machine, itself a real path. No link of the image is followed on this machine. */
function filesIn(root: string, signal: AbortSignal): ImageFiles {
  const find = async (path: string): Promise<Found | undefined> => {
    const place = placeIn(root, path);
    const isBelow = dirname(place) !== root && place !== root;
    if (signal.aborted || (isBelow && (await find(dirname(path)))?.kind !== 'folder')) return undefined;
    try {
      const stats = await lstat(place);
      return await described(stats, () => readlink(place));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EACCES' ? findAsRoot(place) : undefined;
    }
  };
  return {
    find,
    async read(path, mostBytes) {
      const isFile = (await find(path))?.kind === 'file';
      return isFile ? readRegularFile(placeIn(root, path), mostBytes).catch(() => undefined) : undefined;
    },
    async has(folder, isWanted) {
      const real = await findWithin(root, folder, 'isDirectory');
      return real !== undefined && (await readdir(real).catch(() => [])).some(isWanted);
    },
  };
}

/** Nothing lies above the root directory. */
function placeIn(root: string, path: string): string {
  return join(root, join('/', path));
}

/** The home of root is closed to a runner, as it is to the tests. */
async function findAsRoot(place: string): Promise<Found | undefined> {
  const { exitCode, stdout } = await runAsRoot(['stat', '--format=%f %u %g', '--', place]);
  if (exitCode !== 0) return undefined;
  const [mode = '', uid, gid] = stdout.trim().split(' ');
  const stats = { mode: Number.parseInt(mode, 16), uid: Number(uid), gid: Number(gid) };
  return described(stats, async () => (await runAsRoot(['readlink', '--no-newline', '--', place])).stdout);
}

async function described(
  { mode, uid, gid }: Pick<Found, 'mode' | 'uid' | 'gid'>,
  readTarget: () => Promise<string>,
): Promise<Found> {
  const type = mode & constants.S_IFMT;
  if (type === constants.S_IFLNK) return { kind: 'link', mode, uid, gid, target: await readTarget() };
  const kind = type === constants.S_IFREG ? 'file' : type === constants.S_IFDIR ? 'folder' : 'other';
  return { kind, mode, uid, gid, target: '' };
}

/** Files of a container. Each path is asked for once. */
function filesOf(container: string, signal: AbortSignal): ImageFiles {
  const first = <Result>(path: string, use: (entry: RawEntry) => Result | Promise<Result>) =>
    firstEntry(`${container}:${path}`, use, signal);
  const asked = new Map<string, Promise<Found | undefined>>();
  return {
    find(path) {
      const answer = asked.get(path) ?? first(path, foundIn);
      asked.set(path, answer);
      return answer;
    },
    read: (path, mostBytes) =>
      first(path, async entry => {
        if (foundIn(entry).kind !== 'file' || entry.size > mostBytes) return undefined;
        const pieces: Uint8Array[] = [];
        for await (const piece of contentOf(entry)) pieces.push(piece);
        return joined(pieces);
      }),
    has: (folder, isWanted) => hasEntry(`${container}:${folder}/.`, isWanted, signal),
  };
}

/** Docker gives a folder with all below it; there is no way to have the names alone. */
async function hasEntry(place: string, isWanted: (name: string) => boolean, signal: AbortSignal): Promise<boolean> {
  let isFound = false;
  await readArchive(place, signal, async entry => {
    const [, name, ...below] = entry.path.replace(/\/$/, '').split('/');
    isFound = name !== undefined && below.length === 0 && isWanted(name);
    if (!isFound) for await (const _ of entry.blocks());
    return !isFound;
  });
  return isFound;
}

/** What a place itself is, which comes before all below it. */
async function firstEntry<Result>(
  place: string,
  use: (entry: RawEntry) => Result | Promise<Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let result: Result | undefined;
  await readArchive(place, signal, async entry => {
    result = await use(entry);
    return false;
  });
  return result;
}

/** Reads the archive that docker makes of a place, entry by entry, as long as `goOn` says so. Never rejects. */
async function readArchive(
  place: string,
  signal: AbortSignal,
  goOn: (entry: RawEntry) => Promise<boolean>,
): Promise<void> {
  if (signal.aborted) return;
  const read = async (output: Readable) => {
    for await (const entry of readEntries(output)) if ('end' in entry || !(await goOn(entry))) break;
    // Docker would wait for ever for somebody to read the rest.
    output.destroy();
  };
  await streamDocker(['cp', place, '-'], { read, signal }).catch(() => undefined);
}
