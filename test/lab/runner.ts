// Stands where GitHub's hosted runner stands: runs `main` and `post` of a node action, and returns what a user sees.
// Written from the behaviour of https://github.com/actions/runner.

import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mountsUnder } from './leftovers.ts';
import { CommandReader } from './runner-commands.ts';
import {
  contextVariables,
  type Event,
  expressionContexts,
  githubContext,
  orchestrationId,
  type RunIds,
  runIds,
  runnerContext,
  runnerEnvironment,
  serviceVariables,
} from './runner-contexts.ts';
import { makeCommandFiles, readCommandFiles } from './runner-files.ts';
import { type JobFolders, makeJobFolders, nodeForActions, removeFolder } from './runner-folders.ts';
import { evaluateInputs, inputVariables, type Manifest, readManifest } from './runner-inputs.ts';
import { killOrphans, type ProcessEnd, runProcess } from './runner-process.ts';
import { Secrets } from './runner-secrets.ts';
import { type Annotation, StepRecord } from './runner-step.ts';
import { asUser, giveTo, type JobUser, jobUser } from './user.ts';

export type JobOptions = {
  /** The folder of the action's repository, and the one in it that has action.yml; unset, the same. */
  action: string;
  folder?: string;
  /** The checkout, see checkout.ts. */
  workspace: string;
  event: Event;
  /** What the step's `with:` gives. */
  inputs?: Record<string, string>;
  /** The environment of the runner beyond its own: DOCKER_HOST, PATH and so on. */
  environment?: Record<string, string>;
  /** A folder with docker-buildx, linked as ~/.docker/cli-plugins in the job's home. */
  plugins?: string;
  cache?: { url: string; token: string; mode?: string };
  /** Values of the workflow's secrets, hidden from the start. */
  secrets?: string[];
  /** Unset, a user like the hosted runner's. */
  user?: 'runner' | 'root';
  runnerEnvironment?: 'github-hosted' | 'self-hosted';
  /** Unset, `Linux`. */
  runnerOs?: string;
  matrix?: Record<string, unknown> | null;
  jobTotal?: number;
  jobIndex?: number;
  /** Which run, attempt and job it is; unset, the first attempt of the job `test`. */
  run?: Partial<RunIds>;
  /** The id of the job's own container; only expressions see it. */
  container?: string;
  /** Cancels main at the first raw line that matches. */
  cancel?: { when: (line: string) => boolean };
  /** Gets each line as the job page shows it, while the job runs. */
  onLine?: (line: string) => void;
};

export type JobResult = {
  conclusion: 'success' | 'failure' | 'cancelled';
  /** Null where the runner ended the step because of a command it can't take. */
  exitCode: number | null;
  /** Null also where the action has no post. */
  postExitCode: number | null;
  /** The log of main as the job page shows it. */
  log: string;
  postLog: string;
  /** What main printed, unchanged. */
  raw: string;
  /** Of main, then of post, within the limits. */
  annotations: Annotation[];
  droppedAnnotations: number;
  /** Without those that hold a secret: GitHub passes them to no other job. */
  outputs: Record<string, string>;
  /** The summaries of main and post, in Markdown. */
  summary: string;
  state: Record<string, string>;
  /** What the action asked to hide, in its order. */
  masks: string[];
  /** The GITHUB_TOKEN of the job. */
  token: string;
  /** Names of the processes that the job left running, and that were killed at its end. */
  orphans: string[];
  /** What the job left mounted. */
  mounts: string[];
  /** RUNNER_TEMP, kept until `release`. */
  temp: string;
  /** Seconds that main took. */
  duration: number;
  /** Removes the job's folders. */
  release(): Promise<void>;
};

type Job = {
  options: JobOptions;
  manifest: Manifest;
  user: JobUser;
  folders: JobFolders;
  secrets: Secrets;
  token: string;
  trackingId: string;
  inputs: Map<string, string>;
  warnings: string[];
  /** The environment of every step, before its state and its command files. */
  environment: Record<string, string>;
};

type StepEnd = { record: StepRecord; exitCode: number | null; cancelled: boolean; seconds: number; raw: string };

/** Runs an action as one job. Fails only where the lab itself can't do it; a red job is a result. */
export async function runAction(options: JobOptions): Promise<JobResult> {
  const job = await prepareJob(options);
  const main = await runStep(job, job.manifest.main, newRecord(job), { cancel: options.cancel });
  const record = newRecord(job);
  const post = job.manifest.post === undefined ? undefined : await runStep(job, job.manifest.post, record, { main });
  const orphans = await killOrphans(job.trackingId);
  for (const { pid, name } of orphans) record.write(`Terminate orphan process: pid (${pid}) (${name})`);
  const mounts = await mountsUnder(job.folders.temp);
  const outputs = outputsWithoutSecrets(job, main.record, record);
  return {
    conclusion: conclude(main, post),
    exitCode: main.exitCode,
    postExitCode: post?.exitCode ?? null,
    log: main.record.log.join('\n'),
    postLog: record.log.join('\n'),
    raw: main.raw,
    annotations: [...main.record.annotations, ...record.annotations],
    droppedAnnotations: main.record.droppedAnnotations + record.droppedAnnotations,
    outputs,
    summary: main.record.summary + record.summary,
    state: Object.fromEntries(main.record.state),
    masks: [...main.record.masks, ...record.masks],
    token: job.token,
    mounts,
    orphans: orphans.map(({ name }) => name),
    temp: job.folders.temp,
    duration: main.seconds,
    release: () => removeFolder(job.folders.root),
  };
}

async function prepareJob(options: JobOptions): Promise<Job> {
  const manifest = await readManifest(join(options.action, options.folder ?? ''));
  const user = await jobUser(options.user ?? 'runner');
  const folders = await makeJobFolders(options.action, user, options.plugins);
  const eventPath = await writeEvent(folders, options.event, user);
  const token = `ghs_${randomBytes(27).toString('base64url').replaceAll(/[-_]/g, '0')}`;
  const trackingId = `github_${randomUUID()}`;
  const github = githubContext(options.event, options.workspace, eventPath, runIds(options.run));
  const runner = runnerContext(folders, options.workspace, {
    os: options.runnerOs ?? 'Linux',
    environment: options.runnerEnvironment ?? 'github-hosted',
  });
  const contexts = expressionContexts(github, runner, { ...options, token });
  const { values, warnings } = evaluateInputs(manifest, options.inputs ?? {}, contexts);
  const secrets = new Secrets();
  for (const secret of [token, options.cache?.token ?? '', ...(options.secrets ?? [])]) secrets.add(secret);
  const environment = {
    ...runnerEnvironment(user, folders, trackingId),
    ...options.environment,
    ...inputVariables(values),
    ...contextVariables('GITHUB', github),
    ...contextVariables('RUNNER', runner),
    ...serviceVariables(options.cache),
    ACTIONS_ORCHESTRATION_ID: orchestrationId(options),
  };
  return { options, manifest, user, folders, secrets, token, trackingId, inputs: values, warnings, environment };
}

async function writeEvent(folders: JobFolders, event: Event, user: JobUser): Promise<string> {
  const file = join(folders.temp, '_github_workflow/event.json');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(event.payload, undefined, 2));
  await giveTo(user, dirname(file));
  return file;
}

function newRecord(job: Job): StepRecord {
  return new StepRecord(job.secrets, job.options.onLine);
}

type StepOptions = { cancel?: JobOptions['cancel']; main?: StepEnd };

async function runStep(job: Job, script: string, record: StepRecord, options: StepOptions): Promise<StepEnd> {
  const files = await makeCommandFiles(job.folders.temp);
  await giveTo(job.user, dirname(files.GITHUB_OUTPUT));
  if (options.main) record.write('Post job cleanup.');
  else writeHeader(job, record);
  const commands = new CommandReader(record, job.options.workspace);
  const raw: string[] = [];
  const process = runProcess({
    command: asUser(job.user, [await nodeForActions(), join(job.folders.action, job.options.folder ?? '', script)]),
    folder: job.options.workspace,
    environment: { ...stepEnvironment(job, options.main?.record), ...files },
    onLine: line => {
      raw.push(line);
      commands.read(line);
    },
    ...(options.cancel && { cancelWhen: options.cancel.when }),
  });
  const end = await process.catch((error: unknown): Omit<ProcessEnd, 'exitCode'> & { exitCode: null } => {
    record.fail(error instanceof Error ? error.message : String(error));
    return { exitCode: null, cancelled: false, seconds: 0 };
  });
  // A cancelled step's files are read like any other's.
  await readCommandFiles(files, record);
  if (end.cancelled) record.annotate({ level: 'error', message: 'The operation was canceled.' });
  return { ...end, record, raw: raw.map(line => `${line}\n`).join('') };
}

function writeHeader(job: Job, record: StepRecord): void {
  for (const message of job.warnings) record.annotate({ level: 'warning', message });
  const { folder } = job.options;
  record.write(`##[group]Run OWNER/dev-in-docker${folder === undefined ? '' : `/${folder}`}@v1`);
  if (job.inputs.size > 0) record.write('with:');
  for (const [name, value] of job.inputs) if (value !== '') record.write(`  ${name}: ${value}`);
  record.write('##[endgroup]');
}

// What main wrote to $GITHUB_ENV, $GITHUB_PATH and $GITHUB_STATE reaches post.
function stepEnvironment(job: Job, main?: StepRecord): Record<string, string> {
  const environment = { ...job.environment };
  if (!main) return environment;
  for (const [name, value] of main.environment) environment[name] = value;
  for (const [name, value] of main.state) environment[`STATE_${name}`] = value;
  environment.PATH = [...main.path.toReversed(), environment.PATH].join(':');
  return environment;
}

function outputsWithoutSecrets(job: Job, main: StepRecord, end: StepRecord): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [name, value] of main.outputs) {
    if (!job.secrets.isIn(value)) outputs[name] = value;
    else end.annotate({ level: 'warning', message: `Skip output '${name}' since it may contain secret.` });
  }
  return outputs;
}

function conclude(main: StepEnd, post?: StepEnd): JobResult['conclusion'] {
  if (main.cancelled) return 'cancelled';
  const isGreen = ({ exitCode, record }: StepEnd): boolean => exitCode === 0 && !record.failed;
  return isGreen(main) && (!post || isGreen(post)) ? 'success' : 'failure';
}
