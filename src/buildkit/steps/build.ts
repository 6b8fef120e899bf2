import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { setSecret } from '@actions/core';
import { ownReference, type Run } from '../../host/run.ts';
import { attachDocker, followDocker } from '../../host/steps/exec.ts';
import { type ForeignLog, timed, withBuildLog } from '../../host/steps/log.ts';
import type { Image } from '../../image/image.ts';
import { inspectImage } from '../../image/steps/inspect.ts';
import { buildStageArguments } from '../arguments.ts';
import { type BuildFacts, describeFailure } from '../facts.ts';
import type { BuildPlan } from '../plan.ts';
import { followProgress } from '../progress.ts';
import { linesToMask, secretEnvironment } from '../secrets.ts';
import { withoutGitCredentials } from './context.ts';

/** A cache entry that BuildKit can take layers from: a folder in OCI layout, and its manifest's digest. */
type CacheEntry = { folder: string; digest: string };

/**
 * Builds a stage into the engine's image store, from a restored cache entry if there is one. A failed build is a value.
 * Fails where a credential of git's could not be kept out of it.
 */
export async function buildStage(plan: BuildPlan, run: Run, entry?: CacheEntry): Promise<BuildFacts> {
  // The runner hides what it knows as a secret, but not what an earlier step made or read.
  if (run.reader === 'runner') for (const line of linesToMask(plan.secrets)) setSecret(line);
  const harmless = await withoutGitCredentials(plan, run.temp);
  const [facts, seconds] = await timed(() =>
    run.reader === 'terminal'
      ? buildOnTerminal(harmless.plan, run)
      : withBuildLog(run, log => build(harmless.plan, run, log, entry)),
  );
  const { keptOut } = harmless;
  return { ...facts, ...(keptOut.length > 0 ? { keptOut } : {}), seconds };
}

/**
 * Builds the first layers of a stage, which are there already, as an image of their own, without a word in the log. Only
 * this run has it, until its reference is taken away.
 */
export async function buildHead(plan: BuildPlan, dockerfile: string, run: Run): Promise<StageBuild> {
  const file = join(run.temp, 'head.Dockerfile');
  await writeFile(file, dockerfile);
  await copyFile(`${plan.dockerfile}.dockerignore`, `${file}.dockerignore`).catch(() => undefined);
  const head = { ...plan, dockerfile: file, tags: [ownReference(run.id, 'head')], noCache: false, isCacheable: true };
  const harmless = await withoutGitCredentials(head, run.temp);
  return build(harmless.plan, run, () => undefined);
}

type StageBuild = Omit<BuildFacts, 'seconds' | 'keptOut'>;

async function build(plan: BuildPlan, run: Run, log: ForeignLog, entry?: CacheEntry): Promise<StageBuild> {
  const metadataFile = metadataFileOf(plan, run);
  const progress = followProgress(base64 => Buffer.from(base64, 'base64').toString());
  const onStderr = byLine(line => show(log, progress.read(line)));
  const exitCode = await followDocker(
    buildStageArguments(plan, metadataFile, entry),
    { onStdout: log, onStderr, signal: run.signal },
    { environment: secretEnvironment(plan.secrets) },
  );
  const steps = progress.steps();
  if (exitCode !== 0) return { stage: plan.stage, steps, failure: describeFailure(steps, progress.errorText()) };
  return { stage: plan.stage, steps, image: await builtImage(metadataFile) };
}

/** A person sees BuildKit's own live progress, and what failed in it: nothing of it is read. */
async function buildOnTerminal(plan: BuildPlan, run: Run): Promise<StageBuild> {
  const metadataFile = metadataFileOf(plan, run);
  const args = buildStageArguments(plan, metadataFile, undefined, 'tty');
  const exitCode = await attachDocker(args, run.signal, { environment: secretEnvironment(plan.secrets) });
  if (exitCode !== 0) return { stage: plan.stage, steps: [], failure: { output: '' } };
  return { stage: plan.stage, steps: [], image: await builtImage(metadataFile) };
}

function metadataFileOf({ dockerfile, stage }: BuildPlan, { temp }: Run): string {
  return join(temp, `${basename(dockerfile)}-${stage.replace(/\W/g, '_')}.json`);
}

async function builtImage(metadataFile: string): Promise<Image> {
  const metadata: Record<string, string> = JSON.parse(await readFile(metadataFile, 'utf8'));
  return inspectImage(metadata['containerimage.digest'] ?? '');
}

function show(log: ForeignLog, lines: string[]): void {
  if (lines.length > 0) log(`${lines.join('\n')}\n`);
}

/** Cuts chunks into lines; the last line needs no line break of its own only if buildx gives it one, which it does. */
function byLine(onLine: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  return chunk => {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
}
