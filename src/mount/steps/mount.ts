import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runPrefixes } from '../../cache/keys.ts';
import type { TopLevel } from '../../cache/top-level.ts';
import type { Mount, Root } from '../../engine/container.ts';
import { ownReference, type Run } from '../../host/run.ts';
import { runAsRoot } from '../../host/steps/exec.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { describeImage, type Image } from '../../image/image.ts';
import { untag } from '../../image/steps/inspect.ts';
import { messageOf } from '../../text/errors.ts';
import { type BaseAnswer, baseNotices } from '../bases.ts';
import type { MountFacts } from '../facts.ts';
import type { Lookup, MountPlan } from '../plan.ts';
import type { ServingFigures } from '../protocol.ts';
import { compareBases } from './bases.ts';
import { type Server, startServer, UnusableEntry } from './serving.ts';
import { loadSkeleton, placeVolumes, requireRoot } from './skeleton.ts';
import { mountFolder, removeMountFolder, unmountAll } from './unmount.ts';

/** A dev image whose files are being downloaded, ready for a container. */
export type MountedImage = {
  image: Image;
  root: Root;
  /** Aborts when what runs in it can't be relied on any more. */
  unusable: AbortSignal;
  /** Takes note that no container can be started in it, and why: part of a sentence. */
  refuse(trouble: string): void;
  /** Takes it down and says whether what ran in it counts; to be called once, in every case. */
  release(keepPrefetchOrder: boolean): Promise<MountFacts>;
};

/** How long the registry may take to name a base image's digest, once the tests have ended. */
const PATIENCE_MILLISECONDS = 10_000;

/** How long the serving process may take to end once its file is unmounted: it may have an order to keep. */
const END_MILLISECONDS = 20_000;

/** Mounts the newest run entry of a plan. Where there is none, or it can't be used, only facts come back. */
export async function mountImage(plan: MountPlan, server: Server, run: Run): Promise<MountedImage | MountFacts> {
  const start = performance.now();
  const unusable = (more: Partial<MountFacts>): MountFacts => ({
    isUsed: false,
    isOutdated: false,
    hasStarted: false,
    seconds: secondsSince(start),
    notices: [],
    ...more,
  });
  run.signal.addEventListener('abort', server.kill, { once: true });
  let mounting: Promise<void> | undefined;
  try {
    const found = await server.found;
    if (!found) {
      await takeDown(server, run);
      return unusable({});
    }
    const { header, key } = found;
    const bases = compareBases(plan.bases, header.bases, plan.engineSocket);
    const skeleton = ownReference(run.id, 'skeleton');
    mounting = server.mounted.then(() => mountFileSystem(mountFolder(run.temp)));
    await Promise.all([loadSkeleton(skeleton, header, plan.engineSocket), mounting]);
    const folder = join(mountFolder(run.temp), 'merged');
    await requireRoot(header.topLevel, folder);
    const { mounts, volumes } = await placeVolumes(header.image.config, folder);
    return {
      image: describeImage(header.image),
      root: { skeleton, mounts: [...rootMounts(header.topLevel, folder, plan.init), ...mounts], volumes, folder },
      ...watch({ server, bases, references: plan.bases, run }, { key, seconds: secondsSince(start) }),
    };
  } catch (error) {
    await abandon(server, run, mounting);
    const key = error instanceof UnusableEntry ? error.key : (await server.found)?.key;
    return unusable({ trouble: messageOf(error), ...(key === undefined ? {} : { key }) });
  } finally {
    run.signal.removeEventListener('abort', server.kill);
  }
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

/** Starts to look for a run entry and to download it. What is not mounted then is to be abandoned. */
export async function serveRunEntry(plan: Lookup, temp: string): Promise<Server> {
  const folder = mountFolder(temp);
  for (const name of ['lower', 'merged', 'upper', 'work']) await mkdir(join(folder, name), { recursive: true });
  const file = join(folder, 'image');
  await writeFile(file, '');
  const { run, prefetch } = runPrefixes(plan.scope, sha256);
  return startServer(folder, {
    keyPrefix: run,
    prefetchPrefix: prefetch,
    mountpoint: file,
    store: join(folder, 'store'),
  });
}

/** The squashfs, and over it an overlay that takes what the tests write. */
async function mountFileSystem(folder: string): Promise<void> {
  const [image, lower, merged] = [join(folder, 'image'), join(folder, 'lower'), join(folder, 'merged')];
  await mount(['--types', 'squashfs', '--options', 'loop,ro,nosuid,nodev', image, lower]);
  const layers = `lowerdir=${lower},upperdir=${join(folder, 'upper')},workdir=${join(folder, 'work')}`;
  await mount(['--types', 'overlay', '--options', `nosuid,nodev,${layers}`, 'overlay', merged]);
}

async function mount(args: string[]): Promise<void> {
  const { exitCode, stderr } = await runAsRoot(['mount', ...args]);
  if (exitCode !== 0) throw new Error(`it can not be mounted here (${stderr.trim()})`);
}

function rootMounts(topLevel: TopLevel[], folder: string, init: string): Mount[] {
  const names = topLevel.filter(entry => entry.kind !== 'link').map(entry => entry.name);
  return [
    ...names.map(name => ({ source: join(folder, name), target: `/${name}` })),
    // The engine puts it there before it mounts the folder over it.
    { source: init, target: '/sbin/docker-init', isReadOnly: true },
  ];
}

type Watched = { server: Server; bases: Promise<BaseAnswer>; references: string[]; run: Run };

/** Keeps an eye on a mounted image until it is released. */
function watch(
  { server, bases, references, run }: Watched,
  known: { key: string; seconds: number },
): Pick<MountedImage, 'unusable' | 'refuse' | 'release'> {
  const controller = new AbortController();
  let reason: Pick<MountFacts, 'trouble' | 'isOutdated' | 'isRefused'> | undefined;
  let hasStarted = true;
  const fail = (trouble: string, isOutdated: boolean) => {
    reason ??= { trouble, isOutdated };
    controller.abort();
  };
  void server.failed.then(message => fail(message, false));
  void bases.then(answer => answer.moved !== undefined && fail(`the base image ${answer.moved} has changed`, true));
  return {
    unusable: controller.signal,
    refuse(trouble) {
      hasStarted = false;
      reason ??= { trouble, isOutdated: false, isRefused: true };
    },
    async release(keepPrefetchOrder) {
      const answer = await Promise.race([bases, wait(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
      server.release(keepPrefetchOrder && reason === undefined);
      const figures = await takeDown(server, run);
      return {
        ...known,
        isUsed: reason === undefined,
        isOutdated: false,
        hasStarted,
        ...reason,
        ...(figures ? { figures } : {}),
        notices: baseNotices(answer, references),
      };
    },
  };
}

/** Ends what was started for nothing, once nothing is half mounted: such a mount would be there after all came off. */
export async function abandon(server: Server, run: Run, mounting?: Promise<void>): Promise<void> {
  server.kill();
  await Promise.all([endOf(server), mounting?.catch(() => undefined)]);
  await takeDown(server, run);
}

async function endOf(server: Server): Promise<ServingFigures | undefined> {
  return Promise.race([server.ended, wait(END_MILLISECONDS, undefined, { ref: false })]);
}

/** Unmounts all and waits for the serving process, which ends with its file. */
async function takeDown(server: Server, { id, temp }: Run): Promise<ServingFigures | undefined> {
  await unmountAll(temp);
  const figures = await endOf(server);
  if (!figures) server.kill();
  await Promise.all([untag(ownReference(id, 'skeleton')), removeMountFolder(temp)]);
  return figures;
}
