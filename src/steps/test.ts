import { chmod, chown, lstat, mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Container, runArguments } from '../core/arguments.ts';
import { containerEnvironment, splitForDocker } from '../core/environment.ts';
import { UserError } from '../core/errors.ts';
import type { TestPlan } from '../core/plan.ts';
import { readResults, type TestResults } from '../core/tests.ts';
import { quoted } from '../core/values.ts';
import type { Image } from './build.ts';
import { docker, followDocker } from './exec.ts';
import { gitMounts } from './git.ts';
import { findHiddenModule } from './hidden-modules.ts';
import { type ForeignLog, timed, withForeignLog } from './log.ts';
import type { Root } from './mount.ts';
import { readUntrusted } from './untrusted.ts';

/** What became of the test run. */
export type TestFacts = {
  /** Of pytest as seen through Docker; null where a signal ended docker. */
  exitCode: number | null;
  results: TestResults;
  seconds: number;
  /** The end of what was written to standard error: docker's own words where it could not start the container. */
  lastWords: string;
  /** Seconds after which the tests were stopped, if they were. */
  stoppedAfter?: number;
  /** A module that could not be imported because the mounted checkout hides it. */
  hiddenModule?: { name: string; folder: string };
  /** Whether the kernel killed something in the container for want of memory. */
  isOutOfMemory?: boolean;
};

/** Exit code of what SIGKILL has ended. */
const KILLED = 137;

/** Where the container finds what is ours. */
const PLUGIN = '/opt/dev-in-docker/plugin';
const RESULTS = '/opt/dev-in-docker/results';

/** The image as the tests see it: with the working directory that the plan gives it. */
export function placed(image: Image, { workdir }: TestPlan): Image {
  return workdir === undefined ? image : { ...image, workdir };
}

/**
 * Runs the tests in the dev image with the checkout mounted at its working directory; `root` is where the image's files are
 * if they are not in the engine. Red tests are a value.
 */
export async function runTests(
  plan: TestPlan,
  image: Image,
  run: { id: string; temp: string; signal: AbortSignal },
  root?: Root,
): Promise<TestFacts> {
  const folder = await mkdtemp(join(run.temp, 'tests-'));
  const results = join(folder, 'results');
  await mkdir(results);
  if (plan.user !== undefined) await chmod(results, 0o777);
  else if (plan.uid !== process.getuid?.()) await chown(results, plan.uid, plan.gid);
  const places = { plugin: PLUGIN, results: RESULTS };
  const environment = containerEnvironment(plan.environment, image.environment, places, plan.isReadOnly);
  const { file, inherited } = splitForDocker(environment);
  const hidden = await hiddenPlaces(plan.context, image);
  const environmentFile = join(folder, 'environment');
  await writeFile(environmentFile, file, { mode: 0o600 });
  const container: Container = {
    name: `dev-in-docker-${run.id}`,
    label: `dev-in-docker=${run.id}`,
    image: root?.skeleton ?? image.id,
    workdir: posix.join(image.workdir, plan.folder),
    mounts: [
      ...(root?.mounts ?? []),
      { source: plan.context, target: image.workdir, ...(plan.isReadOnly ? { isReadOnly: true } : {}) },
      ...(await gitMounts(plan.context, image.workdir, folder)),
      { source: fileURLToPath(new URL('./pytest', import.meta.url)), target: PLUGIN, isReadOnly: true },
      { source: results, target: RESULTS },
      ...(root
        ? hidden
            .filter(place => !root.mounts.some(mount => mount.target === place))
            .map(place => ({ source: join(root.folder, place), target: place }))
        : []),
    ],
    volumes: root ? root.volumes : hidden,
    environmentFile,
    inheritedNames: Object.keys(inherited),
  };
  const timeout = plan.timeoutSeconds === undefined ? undefined : AbortSignal.timeout(plan.timeoutSeconds * 1000);
  const signal = timeout ? AbortSignal.any([run.signal, timeout]) : run.signal;
  const [ended, seconds] = await timed(() =>
    withForeignLog(log => follow(container.name, runArguments(plan, container), { log, signal, inherited })),
  );
  const found = readResults(await readUntrusted(join(results, 'results.jsonl')));
  const hiddenModule = signal.aborted ? undefined : await findHiddenModule(plan.context, image, found, root);
  const isTimedOut = timeout?.aborted === true && !run.signal.aborted;
  return {
    ...ended,
    results: found,
    seconds,
    ...(hiddenModule ? { hiddenModule } : {}),
    ...(isTimedOut && plan.timeoutSeconds !== undefined ? { stoppedAfter: plan.timeoutSeconds } : {}),
  };
}

type Following = { log: ForeignLog; signal: AbortSignal; inherited: Record<string, string> };

/** Runs a container to its end, and removes it. */
async function follow(
  name: string,
  args: string[],
  { log, signal, inherited }: Following,
): Promise<Pick<TestFacts, 'exitCode' | 'lastWords' | 'isOutOfMemory'>> {
  const remove = () => docker(['rm', '--force', '--volumes', name]);
  let lastWords = '';
  const onStderr = (chunk: Buffer) => {
    lastWords = (lastWords + chunk).slice(-2000);
    log(chunk);
  };
  signal.addEventListener('abort', remove, { once: true });
  try {
    const exitCode = await followDocker(args, { onStdout: log, onStderr, signal }, { environment: inherited });
    const isKilled = exitCode === KILLED && !signal.aborted;
    return {
      exitCode,
      lastWords: lastWords.trim(),
      ...(isKilled ? { isOutOfMemory: await wasOutOfMemory(name) } : {}),
    };
  } finally {
    signal.removeEventListener('abort', remove);
    await remove();
  }
}

async function wasOutOfMemory(name: string): Promise<boolean> {
  const answer = await docker(['container', 'inspect', '--format', '{{.State.OOMKilled}}', name]);
  return answer.stdout.trim() === 'true';
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
  splitForDocker(plan.environment);
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
async function hiddenPlaces(context: string, { workdir, environment }: Image): Promise<string[]> {
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
    if (there?.isDirectory()) continue;
    throw hiddenPackages(posix.join(workdir, place));
  }
  return places.map(place => posix.join(workdir, place));
}

function hiddenPackages(place: string): UserError {
  return new UserError(
    `The dev image has its packages in ${place}, which the mounted checkout hides: install them elsewhere, for uv with "ENV UV_PROJECT_ENVIRONMENT=/opt/venv" and "ENV PATH=/opt/venv/bin:$PATH" in the Dockerfile.`,
  );
}
