import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { setSecret } from '@actions/core';
import type { Entry } from '../../cache/steps/entries.ts';
import { attachDocker, docker, followDocker } from '../../host/steps/exec.ts';
import { sha256 } from '../../host/steps/hash.ts';
import { type ForeignLog, reader, timed, withBuildLog } from '../../host/steps/log.ts';
import type { ImageConfig } from '../../mount/skeleton.ts';
import type { BuildPlan } from '../../plan.ts';
import { buildStageArguments } from '../arguments.ts';
import { type BuildStep, failedLine, followProgress } from '../progress.ts';
import { linesToMask, secretEnvironment } from '../secrets.ts';

/** What the engine says of an image. */
export type Image = {
  /** `sha256:…`, by which the engine finds it. */
  id: string;
  /**
   * Hash of layers and configuration, hexadecimal. The ID won't do: on the classic image store it also covers what
   * BuildKit notes for its cache, which differs between an image and the same one rebuilt from the cache.
   */
  contentId: string;
  /** All of its configuration, as the engine shows it. */
  config: ImageConfig;
  /** Absolute, or empty where the Dockerfile sets none. */
  workdir: string;
  environment: Record<string, string>;
};

/** What became of the build of a stage. */
export type BuildFacts = {
  stage: string;
  /** Absent where the build failed. */
  image?: Image;
  failure?: BuildFailure;
  steps: BuildStep[];
  seconds: number;
};

export type BuildFailure = {
  /** The instruction that failed, such as `RUN pip install -r requirements.txt`; absent where none is to blame. */
  instruction?: string;
  /** Its line in the Dockerfile. */
  line?: number;
  /** The last lines of its output, or else what buildx said. */
  output: string;
};

/** Builds a stage into the engine's image store, from a restored cache entry if there is one. A failed build is a value. */
export async function buildStage(
  plan: BuildPlan,
  temp: string,
  signal: AbortSignal,
  entry?: Entry,
): Promise<BuildFacts> {
  // The runner hides what it knows as a secret, but not what an earlier step made or read.
  if (reader() === 'runner') for (const line of linesToMask(plan.secrets)) setSecret(line);
  const [facts, seconds] = await timed(() => withBuildLog(log => build(plan, temp, { log, signal }, entry)));
  return { ...facts, seconds };
}

/** Builds the first layers of a stage, which are there already, as an image of their own, without a word in the log. */
export async function buildHead(plan: BuildPlan, dockerfile: string, temp: string): Promise<Facts> {
  const file = join(temp, 'head.Dockerfile');
  await writeFile(file, dockerfile);
  await copyFile(`${plan.dockerfile}.dockerignore`, `${file}.dockerignore`).catch(() => undefined);
  const head = { ...plan, dockerfile: file, tags: plan.tags.map(tag => `${tag}-head`), isCacheable: true };
  return build(head, temp, { log: () => undefined, signal: new AbortController().signal });
}

/** Takes a reference away from an image that has others. */
export async function untag(reference: string): Promise<void> {
  await docker(['image', 'rm', '--no-prune', reference]);
}

type Facts = Omit<BuildFacts, 'seconds'>;
type Follower = { log: ForeignLog; signal: AbortSignal };

async function build(plan: BuildPlan, temp: string, { log, signal }: Follower, entry?: Entry): Promise<Facts> {
  const metadataFile = join(temp, `${basename(plan.dockerfile)}-${plan.stage.replace(/\W/g, '_')}.json`);
  if (reader() === 'terminal') return buildOnTerminal(plan, metadataFile, signal);
  const progress = followProgress(base64 => Buffer.from(base64, 'base64').toString());
  const onStderr = byLine(line => show(log, progress.read(line)));
  const exitCode = await followDocker(
    buildStageArguments(plan, metadataFile, entry),
    { onStdout: log, onStderr, signal },
    { environment: secretEnvironment(plan.secrets) },
  );
  const steps = progress.steps();
  if (exitCode !== 0) return { stage: plan.stage, steps, failure: describeFailure(steps, progress.errorText()) };
  return { stage: plan.stage, steps, image: await builtImage(metadataFile) };
}

/** A person sees BuildKit's own live progress, and what failed in it: nothing of it is read. */
async function buildOnTerminal(plan: BuildPlan, metadataFile: string, signal: AbortSignal): Promise<Facts> {
  const args = buildStageArguments(plan, metadataFile, undefined, 'tty');
  const exitCode = await attachDocker(args, signal, { environment: secretEnvironment(plan.secrets) });
  if (exitCode !== 0) return { stage: plan.stage, steps: [], failure: { output: '' } };
  return { stage: plan.stage, steps: [], image: await builtImage(metadataFile) };
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

function failedStep(steps: BuildStep[]): BuildStep | undefined {
  return steps.find(step => step.error && /did not complete successfully/.test(step.error));
}

function describeFailure(steps: BuildStep[], errorText: string): BuildFailure {
  const failed = failedStep(steps);
  const line = failedLine(errorText);
  // An instruction that was never run, such as a misspelled one, is only marked in the lines that buildx prints.
  const instruction = failed?.name.replace(/^\[[^\]]*\] /, '') ?? /^ *\d+ \| >>> (.+)$/m.exec(errorText)?.[1];
  return {
    ...(instruction === undefined ? {} : { instruction }),
    ...(line === undefined ? {} : { line }),
    output: failed && failed.tail.length > 0 ? failed.tail.join('\n') : errorText,
  };
}

/** What the engine says of an image. Fails where it has none of that name. */
export async function inspectImage(reference: string): Promise<Image> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .}}', reference]);
  if (answer.exitCode !== 0) throw new Error(`The image is not in the engine: ${answer.stderr.trim()}`);
  return imageOf(JSON.parse(answer.stdout));
}

/** An image as the engine's API describes it. */
export type InspectedImage = { Id: string; Config: ImageConfig | null; RootFS: unknown };

/** What is of interest in the engine's description of an image. */
export function imageOf({ Id, Config, RootFS }: InspectedImage): Image {
  return describeImage({ id: Id, contentId: sha256(JSON.stringify([RootFS, Config])), config: Config ?? {} });
}

/** Diff IDs of an image's layers, the lowest first. Fails where the engine has no such image. */
export async function layersOf(image: string): Promise<string[]> {
  const answer = await docker(['image', 'inspect', '--format', '{{json .RootFS.Layers}}', image]);
  if (answer.exitCode !== 0) throw new Error(answer.stderr.trim());
  return JSON.parse(answer.stdout) ?? [];
}

/** What is of interest in an image's configuration, beside all of it. */
export function describeImage(image: Pick<Image, 'id' | 'contentId' | 'config'>): Image {
  const pairs = image.config.Env ?? [];
  return {
    ...image,
    workdir: image.config.WorkingDir ?? '',
    environment: Object.fromEntries(
      pairs.map(pair => [pair.split('=', 1)[0] ?? '', pair.slice(pair.indexOf('=') + 1)]),
    ),
  };
}
