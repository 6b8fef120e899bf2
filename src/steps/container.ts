import { chmod, chown, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachArguments, type Container, hiddenEnvironment, runArguments } from '../core/arguments.ts';
import { containerEnvironment, splitForDocker } from '../core/environment.ts';
import type { TestPlan } from '../core/plan.ts';
import { readResults, type TestResults } from '../core/tests.ts';
import { attachDocker, docker, followDocker } from './exec.ts';
import { type ForeignLog, reader, timed, withForeignLog } from './log.ts';
import { readUntrusted } from './untrusted.ts';

/** How a test run ended, and what the plugin told of it. */
export type Ended = {
  /** Of pytest as seen through Docker; null where a signal ended docker. */
  exitCode: number | null;
  results: TestResults;
  seconds: number;
  /** The end of what was written to standard error: docker's own words where it could not start the container. */
  lastWords: string;
  /** Seconds after which the tests were stopped, if they were. */
  stoppedAfter?: number;
  /** Whether the kernel killed something in the container for want of memory. */
  isOutOfMemory?: boolean;
};

/** What the tests are run in, besides the plan. */
export type Place = Pick<Container, 'image' | 'workdir' | 'mounts' | 'volumes'> & {
  /** Variables that the image sets. */
  environment: Record<string, string>;
  /** Who runs them; absent for the image's own user. */
  user?: string;
};

/** What one run of the action has for its containers. */
export type ContainerRun = { id: string; temp: string; signal: AbortSignal };

/** Exit code of what SIGKILL has ended. */
const KILLED = 137;

/** Where the container finds what is ours. */
const PLUGIN = '/opt/dev-in-docker/plugin';
const RESULTS = '/opt/dev-in-docker/results';

/** Runs the tests in a container of their own, which is removed at the end. Red tests are a value. */
export async function runContainer(
  plan: TestPlan,
  { environment: images, ...place }: Place,
  run: ContainerRun,
): Promise<Ended> {
  const folder = await mkdtemp(join(run.temp, 'container-'));
  const results = await makeResultsFolder(folder, plan, place.user);
  const plugin = join(folder, 'plugin');
  // Where this package lies may be out of the sight of an engine in a virtual machine.
  await cp(fileURLToPath(new URL('./pytest', import.meta.url)), plugin, { recursive: true });
  const isAtHome = place.user === undefined;
  const environment = containerEnvironment(
    plan.environment,
    images,
    { plugin: PLUGIN, results: RESULTS },
    { isReadOnly: plan.isReadOnly, isAtHome },
  );
  const { file, inherited } = splitForDocker(environment);
  const environmentFile = join(folder, 'environment');
  await writeFile(environmentFile, file, { mode: 0o600 });
  const container: Container = {
    ...place,
    name: `dev-in-docker-${run.id}`,
    label: `dev-in-docker=${run.id}`,
    mounts: [
      ...place.mounts,
      { source: plugin, target: PLUGIN, isReadOnly: true },
      { source: results, target: RESULTS },
    ],
    options: [
      ...hiddenEnvironment(environmentFile, inherited),
      ...(reader() === 'terminal' ? attachArguments(true) : []),
    ],
    isLockedDown: true,
  };
  const timeout = plan.timeoutSeconds === undefined ? undefined : AbortSignal.timeout(plan.timeoutSeconds * 1000);
  const signal = timeout ? AbortSignal.any([run.signal, timeout]) : run.signal;
  const [ended, seconds] = await timed(() =>
    withForeignLog(log => follow(container.name, runArguments(plan, container), { log, signal, inherited })),
  );
  const isTimedOut = timeout?.aborted === true && !run.signal.aborted;
  return {
    ...ended,
    results: readResults(await readUntrusted(join(results, 'results.jsonl'))),
    seconds,
    ...(isTimedOut && plan.timeoutSeconds !== undefined ? { stoppedAfter: plan.timeoutSeconds } : {}),
  };
}

/** The folder that the plugin writes to, for whoever runs the tests; the folder around it is private. */
async function makeResultsFolder(folder: string, plan: TestPlan, user: string | undefined): Promise<string> {
  const results = join(folder, 'results');
  await mkdir(results);
  if (user !== `${plan.uid}:${plan.gid}`) await chmod(results, 0o777);
  else if (plan.uid !== process.getuid?.()) await chown(results, plan.uid, plan.gid);
  return results;
}

type Following = { log: ForeignLog; signal: AbortSignal; inherited: Record<string, string> };

/** Runs a container to its end, and removes it. */
async function follow(
  name: string,
  args: string[],
  { log, signal, inherited }: Following,
): Promise<Pick<Ended, 'exitCode' | 'lastWords' | 'isOutOfMemory'>> {
  const remove = () => docker(['rm', '--force', '--volumes', name]);
  let lastWords = '';
  const onStderr = (chunk: Buffer) => {
    lastWords = (lastWords + chunk).slice(-2000);
    log(chunk);
  };
  signal.addEventListener('abort', remove, { once: true });
  try {
    // At a terminal pytest has it: for its width and colours, for --pdb, and for its own answer to Ctrl-C.
    const exitCode =
      reader() === 'terminal'
        ? await attachDocker(args, signal, { environment: inherited })
        : await followDocker(args, { onStdout: log, onStderr, signal }, { environment: inherited });
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
