import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { provideBaseImages } from './base-image.ts';
import { type CacheService, startCacheService } from './cache-service.ts';
import type { Rights } from './cache-token.ts';
import type { Engine, ImageStore } from './client.ts';
import { startEngine } from './engine.ts';
import { type Registry, startRegistry } from './registry.ts';
import { type JobOptions, type JobResult, runAction } from './runner.ts';
import { runIds } from './runner-contexts.ts';
import { runnerUser } from './user.ts';

/** All that a job meets: an engine, a registry to publish to, the cache service, and a runner that brings them together. */
export type Lab = {
  engine: Engine;
  /** Empty at the start. */
  registry: Registry;
  cache: CacheService;
  /** Runs this repository's action. Unset, its job is on a new runner: the engine is emptied first. */
  run(job: LabJob): Promise<JobResult>;
  /** Runs a job for each leg of a matrix, one after the other, as jobs of one run. */
  runMatrix(job: LabJob, legs: LabLeg[]): Promise<MatrixResult>;
  stop(): Promise<void>;
};

/** What is another for a leg: its inputs, and its values of the matrix. */
export type LabLeg = Partial<Pick<LabJob, 'inputs' | 'matrix' | 'cache' | 'cancel' | 'environment'>>;

/** The legs' results, and the `needs` context of a job that comes after them. */
export type MatrixResult = { legs: JobResult[]; needs: Needs };
export type Needs = Record<string, { result: JobResult['conclusion']; outputs: Record<string, string> }>;

export type LabJob = Omit<JobOptions, 'action' | 'cache' | 'environment' | 'plugins'> & {
  /** Which cache entries the job may read and write; unset, what its event gives it. */
  rights?: Partial<Rights>;
  /** False: a runner without a cache service. */
  cache?: boolean;
  /** Limits that the workflow sets, such as `read`. */
  cacheMode?: string;
  /** True: on the engine as the last job left it. */
  keepEngine?: boolean;
  environment?: Record<string, string>;
};

/** Names under which the lab offers the python image, for all projects in this repository. */
const BASE_IMAGES = ['3.7', '3.8-slim-buster', '3.11-slim', '3.12-slim', '3.13-slim', '3.14-slim'].map(
  tag => `library/python:${tag}`,
);

const action = resolve(import.meta.dirname, '../..');

/** Starts everything; takes two minutes the first time on a bare machine, a few seconds later. `name` is the engine's. */
export async function startLab(store: ImageStore, name: string = store): Promise<Lab> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const storage = await mkdtemp(join(tmpdir(), 'dev-in-docker-registry-'));
    stops.push(() => rm(storage, { recursive: true, force: true }));
    const mirror = await startRegistry();
    stops.push(mirror.stop);
    const registry = await startRegistry({ storage });
    stops.push(registry.stop);
    const user = await runnerUser();
    const engine = await startEngine(store, { name, mirror: mirror.host, group: user.dockerGid });
    stops.push(engine.stop);
    await provideBaseImages(engine, mirror, BASE_IMAGES);
    const cache = await startCacheService({ hostsFile: engine.isPrivate });
    stops.push(cache.stop);
    const run = (job: LabJob) => runJob(engine, cache, job);
    return { engine, registry, cache, run, runMatrix: (job, legs) => runMatrix(run, job, legs), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function runJob(engine: Engine, cache: CacheService, job: LabJob): Promise<JobResult> {
  const { rights, cache: hasCache, cacheMode, keepEngine, environment, ...options } = job;
  if (!keepEngine) await engine.empty();
  const { ref, baseRef } = job.event;
  const { runId, attempt, job: name } = runIds(options.run);
  const results = { run: `run-${runId}`, job: `${name}-${options.jobIndex ?? 0}-${attempt}` };
  const token = cache.token({ ref, ...(baseRef ? { baseRef: `refs/heads/${baseRef}` } : {}), results, ...rights });
  return runAction({
    ...options,
    action,
    environment: { ...engine.environment, PATH: clientPath(engine), ...environment },
    plugins: engine.plugins,
    ...(hasCache === false ? {} : { cache: { url: cache.url, token, ...(cacheMode ? { mode: cacheMode } : {}) } }),
  });
}

async function runMatrix(run: Lab['run'], job: LabJob, legs: LabLeg[]): Promise<MatrixResult> {
  const results: JobResult[] = [];
  for (const [jobIndex, leg] of legs.entries()) {
    const inputs = { ...job.inputs, ...leg.inputs };
    // The engine that one leg leaves is as good as a new one to the next, and quicker.
    const keepEngine = jobIndex > 0 || (job.keepEngine ?? false);
    results.push(await run({ ...job, ...leg, inputs, jobIndex, jobTotal: legs.length, keepEngine }));
  }
  const conclusions = results.map(({ conclusion }) => conclusion);
  const result = (['failure', 'cancelled'] as const).find(one => conclusions.includes(one)) ?? 'success';
  return { legs: results, needs: { [runIds(job.run).job]: { result, outputs: {} } } };
}

/** A hosted runner's PATH after the engine's client: not that of whoever started the lab. */
export function clientPath(engine: Engine): string {
  const [client = ''] = (engine.environment.PATH ?? '').split(delimiter);
  return [client, '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(delimiter);
}
