import { chmod, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachArguments, type Container, hiddenEnvironment, runArguments, WRITING } from '../../engine/container.ts';
import { removeContainers, runToEnd } from '../../engine/steps/container.ts';
import { ownLabel, ownName, type Run } from '../../host/run.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { attachDocker, docker, followDocker } from '../../host/steps/exec.ts';
import { type ForeignLog, timed, withForeignLog } from '../../host/steps/log.ts';
import { type Circumstances, containerEnvironment, splitForDocker } from '../environment.ts';
import { type Ended, isTelling } from '../facts.ts';
import type { TestPlan } from '../plan.ts';
import { readResults } from '../read-results.ts';
import { isRoot, type Traits } from '../tester.ts';
import { settle } from './tester.ts';
import { readUntrusted } from './untrusted.ts';

/** What the tests are run in, besides the plan. */
export type TestContainer = Pick<Container, 'image' | 'workdir' | 'mounts' | 'volumes'> & {
  /** Variables that the image sets. */
  environment: Record<string, string>;
  /** Who runs them, and what of the image decides how they get on; absent for the image's own user. */
  user?: string;
  traits?: Traits;
};

/** Exit code of what SIGKILL has ended. */
const KILLED = 137;

/** Where the container finds what is ours. */
const PLUGIN = '/opt/dev-in-docker/plugin';
const RESULTS = '/opt/dev-in-docker/results';

/** Runs the tests in a container of their own, which is removed at the end. Red tests are a value. */
export async function runContainer(
  plan: TestPlan,
  { environment: images, traits, ...base }: TestContainer,
  run: Run,
): Promise<Ended> {
  const folder = await mkdtemp(join(run.temp, 'container-'));
  const results = join(folder, 'results');
  await mkdir(results);
  // For whoever runs the tests, whatever number they have here; the folder around it is private.
  await chmod(results, 0o777);
  const plugin = join(folder, 'plugin');
  // Where this package lies may be out of the sight of an engine in a virtual machine.
  await cp(fileURLToPath(new URL('./pytest', import.meta.url)), plugin, { recursive: true });
  const { mounts: own, ...who } = traits ? await settle(plan, images, traits, { ...run, folder }) : { mounts: [] };
  const environment = containerEnvironment(
    plan.environment,
    images,
    { plugin: PLUGIN, results: RESULTS },
    { isReadOnly: plan.isReadOnly, ...who, ...terminalOf(run) },
  );
  const { file, inherited } = splitForDocker(environment);
  const environmentFile = join(folder, 'environment');
  await writeFile(environmentFile, file, { mode: 0o600 });
  const container: Container = {
    ...base,
    name: ownName(run.id),
    label: ownLabel(run.id),
    mounts: [
      ...base.mounts,
      { source: plugin, target: PLUGIN, isReadOnly: true },
      { source: results, target: RESULTS },
      ...own,
    ],
    options: [
      ...(base.user !== undefined && isRoot(plan.user) ? WRITING : []),
      ...hiddenEnvironment(environmentFile, inherited),
      ...(run.reader === 'terminal' ? attachArguments(true) : []),
    ],
    isLockedDown: true,
  };
  const timeout = plan.timeoutSeconds === undefined ? undefined : AbortSignal.timeout(plan.timeoutSeconds * 1000);
  const signal = timeout ? AbortSignal.any([run.signal, timeout]) : run.signal;
  const isOver = () => timeout?.aborted === true && !run.signal.aborted;
  return withForeignLog(
    run,
    async log => {
      const [ended, seconds] = await timed(() =>
        follow(container.name, runArguments(plan, container), { log, signal, inherited, reader: run.reader }),
      );
      return {
        ...ended,
        results: readResults(await readUntrusted(join(results, 'results.jsonl'))),
        seconds,
        ...(isOver() && plan.timeoutSeconds !== undefined ? { stoppedAfter: plan.timeoutSeconds } : {}),
      };
    },
    isTelling,
  );
}

/** What the terminal can show of the person who sees the tests run; nothing in a job. */
function terminalOf({ reader }: Run): Pick<Circumstances, 'terminal'> {
  if (reader === 'runner') return {};
  // The time zone is that of the tests everywhere.
  const { TZ: _, ...terminal } = readPerson().terminal;
  return { terminal };
}

type Following = Pick<Run, 'signal' | 'reader'> & { log: ForeignLog; inherited: Record<string, string> };

/** Runs a container to its end, and removes it. */
async function follow(
  name: string,
  args: string[],
  { log, signal, inherited, reader }: Following,
): Promise<Pick<Ended, 'exitCode' | 'lastWords' | 'isOutOfMemory'>> {
  let lastWords = '';
  const onStderr = (chunk: Buffer) => {
    lastWords = (lastWords + chunk).slice(-2000);
    log(chunk);
  };
  const attach = (signal: AbortSignal) =>
    // At a terminal pytest has it: for its width and colours, for --pdb, and for its own answer to Ctrl-C.
    reader === 'terminal'
      ? attachDocker(args, signal, { environment: inherited })
      : followDocker(
          args,
          { onStdout: log, onStderr, signal },
          { environment: inherited, isApart: reader !== 'runner' },
        );
  try {
    // A person's Ctrl-C is pytest's to answer, with a summary of what was run until then; the next one ends it.
    const exitCode = await runToEnd(name, attach, { signal, isInterruptible: true });
    const isKilled = exitCode === KILLED && !signal.aborted;
    return {
      exitCode,
      lastWords: lastWords.trim(),
      ...(isKilled ? { isOutOfMemory: await wasOutOfMemory(name) } : {}),
    };
  } finally {
    await removeContainers([name]);
  }
}

async function wasOutOfMemory(name: string): Promise<boolean> {
  const answer = await docker(['container', 'inspect', '--format', '{{.State.OOMKilled}}', name]);
  return answer.stdout.trim() === 'true';
}
