import { chmod, cp, mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachArguments, type Container, hiddenEnvironment, runArguments, WRITING } from '../../engine/container.ts';
import { removeContainers, runToEnd } from '../../engine/steps/container.ts';
import { ownLabel, ownName, type Run } from '../../host/run.ts';
import { readPerson } from '../../host/steps/environment.ts';
import { attachDocker, docker, followDocker } from '../../host/steps/exec.ts';
import { type ForeignLog, say, timed, withForeignLog } from '../../host/steps/log.ts';
import { render } from '../../text/sentence.ts';
import { type Circumstances, containerEnvironment, splitForDocker } from '../environment.ts';
import { type Ended, isTelling } from '../facts.ts';
import type { TestPlan } from '../plan.ts';
import { readResults } from '../read-results.ts';
import { watchForSigns } from '../signs.ts';
import { SILENCE_SECONDS, silentSentence } from '../silence.ts';
import { isRoot, type Traits } from '../tester.ts';
import { readShard } from './shard.ts';
import { settle } from './tester.ts';
import { readUntrusted } from './untrusted.ts';

/** What the tests are run in, besides the plan. */
export type TestContainer = Pick<Container, 'image' | 'workdir' | 'mounts' | 'volumes'> & {
  /** Variables that the image sets. */
  environment: Record<string, string>;
  /** Who runs them, and what of the image decides how they get on; absent for the image's own user. */
  user?: string;
  /** Words of the image's ENTRYPOINT. */
  entrypoint: string[];
  /** Whether they are ended where the ENTRYPOINT does not seem to start pytest. */
  isTrial?: boolean;
  traits?: Traits;
};

/** Exit code of what SIGKILL has ended. */
const KILLED = 137;
/** Exit codes with which docker says that it could not start a container; commands may end with them too. */
const UNSTARTED = [125, 126, 127];

/** Where the container finds what is ours. */
const PLUGIN = '/opt/dev-in-docker/plugin';
const RESULTS = '/opt/dev-in-docker/results';

/** Runs the tests in a container of their own, which is removed at the end. Red tests are a value. */
export async function runContainer(plan: TestPlan, tests: TestContainer, run: Run): Promise<Ended> {
  const { container, inherited, results: folder } = await prepare(plan, tests, run);
  const report = join(folder, 'results.jsonl');
  const entrypoint = plan.isBare ? [] : tests.entrypoint;
  const timeout = plan.timeoutSeconds === undefined ? undefined : AbortSignal.timeout(plan.timeoutSeconds * 1000);
  const silence = new AbortController();
  const signal = AbortSignal.any([run.signal, silence.signal, ...(timeout ? [timeout] : [])]);
  const onSilence = () => {
    const told = silentSentence(plan.command, entrypoint, tests.isTrial === true);
    say(run, render(told, run.reader === 'runner' ? 'job' : 'person'));
    if (tests.isTrial) silence.abort();
  };
  const isOver = () => timeout?.aborted === true && !run.signal.aborted;
  return withForeignLog(
    run,
    async log => {
      const signs = watchForSigns();
      const hears = { signs, hasReport: () => isWritten(report), reader: run.reader };
      const clock = entrypoint.length > 0 ? whenSilent(container.name, hears, onSilence) : undefined;
      const [ended, seconds] = await timed(() =>
        follow(container.name, runArguments(plan, container), { ...hears, log, signal, inherited }),
      );
      clearTimeout(clock);
      const results = readResults(await readUntrusted(report), seconds);
      return {
        ...ended,
        results,
        ...(await readShard(plan, results, folder)),
        ...{ sign: signs.found(), command: plan.command, entrypoint, seconds },
        ...(isOver() && plan.timeoutSeconds !== undefined ? { stoppedAfter: plan.timeoutSeconds } : {}),
      };
    },
    isTelling,
  );
}

/** Makes what a container finds of ours, and says in which folder its results will be. */
async function prepare(
  plan: TestPlan,
  { environment: images, traits, isTrial: _, ...base }: TestContainer,
  run: Run,
): Promise<{ container: Container; inherited: Record<string, string>; results: string }> {
  const folder = await mkdtemp(join(run.temp, 'container-'));
  const results = join(folder, 'results');
  await mkdir(results);
  // For whoever runs the tests, whatever number they have here; the folder around it is private.
  await chmod(results, 0o777);
  const plugin = join(folder, 'plugin');
  // Where this package lies may be out of the sight of an engine in a virtual machine.
  await cp(fileURLToPath(new URL('./pytest', import.meta.url)), plugin, { recursive: true });
  if (plan.split) await writeFile(join(plugin, 'times.json'), plan.split.file);
  const { mounts: own, ...who } = traits ? await settle(plan, images, traits, { ...run, folder }) : { mounts: [] };
  const environment = containerEnvironment(
    plan.environment,
    images,
    { plugin: PLUGIN, results: RESULTS },
    { isReadOnly: plan.isReadOnly, ...who, ...terminalOf(run), ...(plan.shard ? { shard: plan.shard } : {}) },
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
  return { container, inherited, results };
}

/** What the terminal can show of the person who sees the tests run; nothing in a job. */
function terminalOf({ reader }: Run): Pick<Circumstances, 'terminal'> {
  if (reader === 'runner') return {};
  // The time zone is that of the tests everywhere.
  const { TZ: _, ...terminal } = readPerson().terminal;
  return { terminal };
}

/** By what one hears of pytest while it runs. */
type Hearing = {
  signs: ReturnType<typeof watchForSigns>;
  hasReport: () => Promise<boolean>;
  reader: Run['reader'];
};

/** Calls back where there is no sign of pytest after a while. */
function whenSilent(name: string, { signs, hasReport, reader }: Hearing, onSilence: () => void): NodeJS.Timeout {
  return setTimeout(async () => {
    if (await hasReport()) return;
    if (reader === 'terminal') signs.read(await loggedBy(name));
    if (signs.found() === undefined) onSilence();
  }, SILENCE_SECONDS * 1000);
}

async function isWritten(file: string): Promise<boolean> {
  return ((await stat(file).catch(() => undefined))?.size ?? 0) > 0;
}

type Following = Hearing & { log: ForeignLog; signal: AbortSignal; inherited: Record<string, string> };

/** Runs a container to its end, and removes it. */
async function follow(
  name: string,
  args: string[],
  { log, signs, hasReport, signal, inherited, reader }: Following,
): Promise<Pick<Ended, 'exitCode' | 'lastWords' | 'isOutOfMemory' | 'isUnstarted'>> {
  let lastWords = '';
  const onStdout = (chunk: Buffer) => {
    signs.read(chunk);
    log(chunk);
  };
  const onStderr = (chunk: Buffer) => {
    lastWords = (lastWords + chunk).slice(-2000);
    onStdout(chunk);
  };
  const attach = (signal: AbortSignal) =>
    // At a terminal pytest has it: for its width and colours, for --pdb, and for its own answer to Ctrl-C.
    reader === 'terminal'
      ? attachDocker(args, signal, { environment: inherited })
      : followDocker(args, { onStdout, onStderr, signal }, { environment: inherited, isApart: reader !== 'runner' });
  try {
    // A person's Ctrl-C is pytest's to answer, with a summary of what was run until then; the next one ends it.
    const exitCode = await runToEnd(name, attach, { signal, isInterruptible: true });
    if (reader === 'terminal' && !(await hasReport())) {
      lastWords = await loggedBy(name);
      signs.read(lastWords);
    }
    const isKilled = exitCode === KILLED && !signal.aborted;
    const isDoubtful = exitCode !== null && UNSTARTED.includes(exitCode);
    return {
      exitCode,
      lastWords: lastWords.trim(),
      ...(isKilled ? { isOutOfMemory: await wasOutOfMemory(name) } : {}),
      ...(isDoubtful ? { isUnstarted: await wasNeverStarted(name) } : {}),
    };
  } finally {
    await removeContainers([name]);
  }
}

/** The end of what a container wrote, as far as the engine keeps it: a terminal shows it to a person alone. */
async function loggedBy(name: string): Promise<string> {
  const { stdout, stderr } = await docker(['logs', '--tail', '1000', name]);
  return (stdout + stderr).slice(-64 * 1024);
}

async function wasOutOfMemory(name: string): Promise<boolean> {
  const answer = await docker(['container', 'inspect', '--format', '{{.State.OOMKilled}}', name]);
  return answer.stdout.trim() === 'true';
}

/** Whether the engine says so: of a container that it could not even make, it knows nothing. */
async function wasNeverStarted(name: string): Promise<boolean> {
  const answer = await docker(['container', 'inspect', '--format', '{{.State.StartedAt}}', name]);
  // The time that Go has where it has none.
  return answer.exitCode === 0 ? answer.stdout.startsWith('0001-') : /no such container/i.test(answer.stderr);
}
