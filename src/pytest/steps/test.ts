import { lstat, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { isMountable, type Root } from '../../engine/container.ts';
import type { Run } from '../../host/run.ts';
import { kindWithin } from '../../host/steps/within.ts';
import type { Image } from '../../image/image.ts';
import { UserError } from '../../text/errors.ts';
import { quoted } from '../../text/plain.ts';
import type { TestFacts } from '../facts.ts';
import { repoPath } from '../paths.ts';
import type { TestPlan } from '../plan.ts';
import type { Failure } from '../results.ts';
import { runContainer } from './container.ts';
import { gitMounts } from './git-mounts.ts';
import { findHiddenModule } from './hidden-modules.ts';

/** The image as the tests see it: with the working directory that the plan gives it. */
export function placed(image: Image, { workdir }: TestPlan): Image {
  return workdir === undefined ? image : { ...image, workdir };
}

/**
 * Runs the tests in the dev image with the checkout mounted at its working directory; `root` is where the image's files are
 * if they are not in the engine. Red tests are a value.
 */
export async function runTests(plan: TestPlan, image: Image, run: Run, root?: Root): Promise<TestFacts> {
  const hidden = await hiddenPlaces(plan.context, image);
  const place = {
    image: root?.skeleton ?? image.id,
    environment: image.environment,
    user: plan.user ?? `${plan.uid}:${plan.gid}`,
    workdir: posix.join(image.workdir, plan.folder),
    mounts: [
      ...(root?.mounts ?? []),
      { source: plan.context, target: image.workdir, ...(plan.isReadOnly ? { isReadOnly: true } : {}) },
      ...(await gitMounts(plan.context, image.workdir, run.temp)),
      ...(root ? hidden.map(place => ({ source: join(root.folder, place), target: place })) : []),
    ],
    volumes: root ? root.volumes : hidden,
  };
  const ended = await runContainer(plan, place, run);
  const isOver = !run.signal.aborted && ended.stoppedAfter === undefined;
  const hiddenModule = isOver ? await findHiddenModule(plan.context, image, ended.results, run, root) : undefined;
  const failures = await withPlacesThatExist(ended.results.failures, plan.context, image.workdir);
  return { ...ended, results: { ...ended.results, failures }, ...(hiddenModule ? { hiddenModule } : {}) };
}

/** Fails where the tests can't be run so: for want of a place to mount the checkout, or for packages or variables in the way. */
export async function requireRunnable(plan: TestPlan, image: Image, root?: Root): Promise<void> {
  if (image.workdir === '' || image.workdir === '/') {
    throw new UserError(
      'The dev stage sets no working directory, where your files are mounted for the tests: add the line "WORKDIR /usr/src/app" to it, or set the input workdir.',
    );
  }
  // Docker would make the folder, and it would belong to root.
  const folder = await lstat(join(plan.context, plan.folder)).catch(() => undefined);
  if (!folder?.isDirectory()) {
    throw new UserError(
      `Input working-directory is ${quoted(plan.folder)}, but there is no such folder: write its path relative to the context.`,
    );
  }
  const hidden = await hiddenPlaces(plan.context, image);
  if (!root) return;
  const files = await realpath(root.folder);
  for (const place of hidden) {
    // Docker would follow a link of the image on this machine.
    const real = await realpath(join(files, place)).catch(() => undefined);
    if (real !== join(files, place)) throw hiddenPackages(place);
  }
}

/**
 * Folders with packages that the mounted checkout would hide, such as /app/.venv: those that the image's own variables
 * name. Where the checkout has a folder of that name too, a volume filled from the image can lie over it; making one
 * would be a write to the checkout, so otherwise it fails with the cure.
 */
export async function hiddenPlaces(context: string, { workdir, environment }: Image): Promise<string[]> {
  const places: string[] = [];
  for (const name of ['VIRTUAL_ENV', 'UV_PROJECT_ENVIRONMENT', 'PATH', 'PYTHONPATH']) {
    for (const path of (environment[name] ?? '').split(':')) {
      const inside = posix.relative(workdir, posix.resolve(workdir, path)).replace(/\/s?bin$/, '');
      const isHidden = path !== '' && inside !== '' && !inside.startsWith('..') && !places.includes(inside);
      if (!isHidden || (name === 'PYTHONPATH' && !inside.includes('site-packages'))) continue;
      places.push(inside);
    }
  }
  for (const place of places) {
    const there = await lstat(join(context, place)).catch(() => undefined);
    if (!there?.isDirectory()) throw hiddenPackages(posix.join(workdir, place));
    if (!isMountable(posix.join(workdir, place))) throw oddPlace(posix.join(workdir, place));
  }
  return places.map(place => posix.join(workdir, place));
}

function oddPlace(place: string): UserError {
  return new UserError(
    `The dev image has its packages in ${quoted(place)}, where nothing can be mounted: a comma, a quote or a control character in a path could be read as more than a path. Install them in a folder with a plainer name.`,
  );
}

function hiddenPackages(place: string): UserError {
  return new UserError(
    `The dev image has its packages in ${place}, which the mounted checkout hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile.`,
  );
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
