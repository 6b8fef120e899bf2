import { chown, lstat, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gitVariables } from '../../checkout/git.ts';
import { takeDown } from '../../checkout/steps/git-marks.ts';
import { removeNewGitData } from '../../checkout/steps/new-git-data.ts';
import type { Mount, Root } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { kindWithin, makeWithin } from '../../host/steps/within.ts';
import { entrypointOf, type Image } from '../../image/image.ts';
import { input } from '../../inputs/options.ts';
import { UserError } from '../../text/errors.ts';
import { quoted } from '../../text/plain.ts';
import { sentence } from '../../text/sentence.ts';
import type { Ended, TestFacts } from '../facts.ts';
import { repoPath } from '../paths.ts';
import type { TestPlan } from '../plan.ts';
import type { Failure } from '../results.ts';
import { strangerIn, type Traits } from '../tester.ts';
import { hiddenFolders, requireVisible, requireWorkdir, volumesWithin } from '../workdir.ts';
import { runContainer } from './container.ts';
import { gitMountsElsewhere } from './git-elsewhere.ts';
import { gitMounts } from './git-mounts.ts';
import { namesIn } from './hidden-modules.ts';
import { findReasons } from './reasons.ts';
import { inspectTraits } from './traits.ts';
import { findUnmetImports } from './unmet-imports.ts';

/** The image as the tests see it: with the working directory that the plan gives it. */
export function placed(image: Image, { workdir }: TestPlan): Image {
  return workdir === undefined ? image : { ...image, workdir };
}

/** What was found before the tests are run: the image's traits, and the places in it that the checkout must not hide. */
export type Places = { traits: Traits; visible: string[] };

/**
 * Runs the tests in the dev image with the checkout mounted at its working directory; `root` is where the image's files are
 * if they are not in the engine. Red tests are a value.
 */
export async function runTests(
  plan: TestPlan,
  image: Image,
  { traits, visible }: Places,
  run: Run,
  root?: Root,
): Promise<TestFacts> {
  const before = takeDown(plan.context);
  const container = {
    image: root?.skeleton ?? image.id,
    environment: image.environment,
    entrypoint: entrypointOf(image),
    user: plan.user ?? `${plan.uid}:${plan.gid}`,
    workdir: posix.join(image.workdir, plan.folder),
    mounts: [
      ...(root?.mounts ?? []),
      ...(await checkoutMounts(plan, image, { traits, visible })),
      ...(await gitMounts(plan.context, image.workdir, run.temp, before.see)),
      // No runner checks out a worktree.
      ...(run.reader === 'runner' ? [] : await gitMountsElsewhere(plan.context, run.temp)),
      ...(root ? visible.map(place => ({ source: join(root.folder, place), target: place })) : []),
    ],
    volumes: root ? root.volumes : visible,
    traits,
  };
  // To another user than who owns the checkout, git says nothing of it unless it is told whom it belongs to.
  const trust = plan.user === undefined ? {} : gitVariables(image.workdir, {});
  const ended = await runContainer({ ...plan, environment: { ...trust, ...plan.environment } }, container, run);
  // Also after tests that were stopped: somebody goes on in there.
  const gitData = plan.isReadOnly ? undefined : await removeNewGitData(plan.context, before);
  const isOver = !run.signal.aborted && ended.stoppedAfter === undefined;
  const reasons = isOver ? await findReasons(plan, image, { ended, traits }, run, root) : {};
  const isTold = reasons.hiddenModule !== undefined || reasons.obstacle !== undefined;
  const unmetImports = isOver && !isTold ? await findUnmetImports(plan.context, importErrors(ended)) : [];
  const failures = await withPlacesThatExist(ended.results.failures, plan.context, image.workdir);
  return {
    ...ended,
    results: { ...ended.results, failures },
    ...reasons,
    ...(unmetImports.length > 0 ? { unmetImports } : {}),
    ...(gitData ? { gitData } : {}),
  };
}

/** What may tell of imports: failures, or else what pytest said that could not even start. */
function importErrors({ exitCode, results, lastWords }: Ended): Pick<Failure, 'message'>[] {
  return results.failures.length > 0 || exitCode === 0
    ? results.failures
    : [{ message: `${lastWords}\n${results.stopped ?? ''}` }];
}

/**
 * Looks into the image, once, where that decides anything. Fails where the tests can't be run so: with a UserError for want
 * of a place to mount the checkout, or for packages or variables in the way; with another error where only what is mounted,
 * whose files are at `root`, is in the way.
 */
export async function findPlaces(plan: TestPlan, image: Image, run: Run, root?: Root): Promise<Places> {
  requireWorkdir(image);
  // Docker would make the folder, and it would belong to root.
  const folder = await lstat(join(plan.context, plan.folder)).catch(() => undefined);
  if (!folder?.isDirectory()) {
    const meant = await meantFolder(plan);
    const cure = meant === undefined ? 'its path' : `${quoted(meant)},`;
    throw new UserError(
      sentence`${input('working-directory')} is ${quoted(plan.folder)}, but there is no such folder: write ${cure} relative to the context.`,
    );
  }
  const isTelling = strangerIn(plan) !== undefined || hiddenFolders(image).length + volumesWithin(image).length > 0;
  const traits: Traits = isTelling ? await inspectTraits(image, run, root) : { passwd: '', packages: [], filled: [] };
  const visible = await foldersKeptVisible(plan.context, image, traits);
  if (!root) return { traits, visible };
  const files = await realpath(root.folder);
  for (const place of visible) {
    // Docker would follow a link of the image on this machine.
    const real = await realpath(join(files, place)).catch(() => undefined);
    if (real !== join(files, place)) throw new Error(`the packages in ${place} lie behind a link`);
  }
  return { traits, visible };
}

/** The folder that somebody meant who wrote the path of one in the context from further up, if there is one. */
async function meantFolder({ context, folder }: TestPlan): Promise<string | undefined> {
  const names = folder.split('/');
  for (let count = 1; count < names.length; count++) {
    if (!context.endsWith(`/${names.slice(0, count).join('/')}`)) continue;
    const meant = names.slice(count).join('/');
    if ((await kindWithin(context, meant)) === 'folder') return meant;
  }
  return undefined;
}

/** The places in an image that are kept visible beside the mounted checkout. Fails where one can't be. */
export async function foldersKeptVisible(
  context: string,
  { workdir }: Pick<Image, 'workdir'>,
  { packages }: Pick<Traits, 'packages'>,
): Promise<string[]> {
  const places: string[] = [];
  for (const folder of packages) {
    const there = await lstat(join(context, folder)).catch(() => undefined);
    const place = posix.join(workdir, folder);
    requireVisible(place, there?.isDirectory() === true);
    places.push(place);
  }
  return places;
}

/**
 * The checkout, and its folders and files at volumes of the image, which would lie over them. Where there is nothing a folder
 * is made, as Docker would make it, but for the checkout's owner. What the image has in a volume stays visible unless the
 * checkout has files of its own there; what lies behind a link is left alone.
 */
export async function checkoutMounts(
  { context, isReadOnly, uid, gid }: Pick<TestPlan, 'context' | 'isReadOnly' | 'uid' | 'gid'>,
  image: Pick<Image, 'workdir' | 'config'>,
  { traits, visible }: Places,
): Promise<Mount[]> {
  const own: string[] = [];
  for (const path of volumesWithin(image)) {
    const kind = await kindWithin(context, path);
    const isThere = kind !== undefined || (await makeFolder(context, path, { uid, gid }));
    const isImages =
      visible.includes(posix.join(image.workdir, path)) ||
      (kind !== 'file' && traits.filled.includes(path) && (await namesIn(join(context, path))).length === 0);
    if (isThere && !isImages) own.push(path);
  }
  return ['', ...own].map(path => ({
    source: join(context, path),
    target: posix.join(image.workdir, path),
    ...(isReadOnly ? { isReadOnly } : {}),
  }));
}

/** Whether it could be made where its path says. */
async function makeFolder(context: string, folder: string, owner: { uid: number; gid: number }): Promise<boolean> {
  const made = await makeWithin(context, folder).catch(() => undefined);
  if (made !== join(context, folder)) return false;
  if (process.getuid?.() === 0) await chown(made, owner.uid, owner.gid);
  return true;
}

/** Test code names the paths, so that they can be many; where more files than this have failures, the rest get no link. */
const MAX_FILES = 1000;

/**
 * The failures, without the path where the checkout has no such file (any more): nothing can be shown on its lines.
 * `context` is the folder that was mounted at `workdir`. What lies behind a link does not count: to git it is no path.
 * Never rejects.
 */
export async function withPlacesThatExist(failures: Failure[], context: string, workdir: string): Promise<Failure[]> {
  const fileOf = ({ path = '' }: Failure) => repoPath(path, { workdir, context: '' });
  const named = new Set(failures.map(fileOf).filter(file => file !== undefined));
  const existing = new Set<string | undefined>();
  for (const file of [...named].slice(0, MAX_FILES))
    if ((await kindWithin(context, file)) === 'file') existing.add(file);
  return failures.map(failure => {
    const { path: _, ...withoutPath } = failure;
    return existing.has(fileOf(failure)) ? failure : withoutPath;
  });
}
