// A job of one of the other ways: steps one after the other, timed by what they print.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type RolldownOutput, rolldown } from 'rolldown';
import type { Checkout } from '../test/lab/checkout.ts';
import { publicFolder } from '../test/lab/folder.ts';
import type { Lab } from '../test/lab/lab.ts';
import { serviceVariables } from '../test/lab/runner-contexts.ts';
import { nodeForActions } from '../test/lab/runner-folders.ts';
import { runProcess } from '../test/lab/runner-process.ts';
import { Clock } from './clock.ts';

export type Job = {
  lab: Lab;
  clock: Clock;
  checkout: Checkout;
  /** Empty, and at the same place for every job: paths are a part of what is cached. */
  folder: string;
  /** The token for the cache service. */
  token: string;
  /** The configuration for BuildKit in a container. */
  builderConfig: string;
  /** Runs a program in the workspace, as a `run:` step does. Fails with the job's log where the program fails. */
  step(command: string[], environment?: Record<string, string>): Promise<void>;
  /** Restores a path with actions/cache and returns the key that was found. */
  restore(path: string, key: string, prefix?: string): Promise<string | undefined>;
  /** Saves a path with actions/cache; does nothing where the key is there. */
  save(path: string, key: string): Promise<void>;
};

/** What a machine may need to reach the package index; everything else of its environment is kept from the jobs. */
const passedOn = ['PIP_CERT', 'PIP_INDEX_URL', 'SSL_CERT_FILE', 'HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'];

/** Opens a job on a checkout; its clock runs from the first step. */
export async function openJob(lab: Lab, checkout: Checkout, builderConfig: string): Promise<Job> {
  const folder = join(await publicFolder(), 'bench-job');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  const clock = new Clock();
  const token = lab.cache.token({ ref: 'refs/heads/main' });
  const node = await nodeForActions();
  const script = await bundledCache();
  const base = { ...environmentOf(lab, folder), ...passed() };
  const step: Job['step'] = async (command, environment = {}) => {
    clock.begin();
    const options = { command, folder: checkout.workspace, environment: { ...base, ...environment } };
    const { exitCode } = await runProcess({ ...options, onLine: line => clock.read(line) });
    if (exitCode !== 0) throw new Error(`${command.join(' ')} ended with ${exitCode}:\n${clock.log}`);
  };
  const action = async (...args: string[]): Promise<string | undefined> => {
    await step([node, script, ...args], { ...serviceVariables({ url: lab.cache.url, token }), RUNNER_TEMP: folder });
    return /^(?:restored|saved) (.+)$/.exec(clock.lines.findLast(line => /^(restored|saved) /.test(line)) ?? '')?.[1];
  };
  const restore: Job['restore'] = async (path, key, prefix) => {
    const found = await action('restore', path, key, ...(prefix === undefined ? [] : [prefix]));
    return found === 'nothing' ? undefined : found;
  };
  const save: Job['save'] = async (path, key) => {
    await action('save', path, key);
    const isSaved = lab.cache.entries().some(entry => entry.key === key);
    if (!isSaved) throw new Error(`The cache did not take ${key}:\n${clock.log}`);
  };
  return { lab, clock, checkout, folder, token, builderConfig, step, restore, save };
}

/** What `hashFiles` is in a workflow: a hash of the contents of files of the checkout. */
export async function hashOf({ checkout }: Job, ...files: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(checkout.workspace, file)));
  return hash.digest('hex');
}

function environmentOf({ engine }: Lab, folder: string): Record<string, string> {
  const [client = ''] = (engine.environment.PATH ?? '').split(':');
  return {
    ...engine.environment,
    PATH: `${client}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    HOME: folder,
    DOCKER_CONFIG: join(engine.plugins, '..'),
    // A builder that an earlier job made is unknown to this one.
    BUILDX_CONFIG: join(folder, 'buildx'),
    GITHUB_SERVER_URL: 'https://github.com',
    LANG: 'C.UTF-8',
  };
}

function passed(): Record<string, string> {
  return Object.fromEntries(passedOn.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : [])));
}

/** cache.ts as one file, made once for a run of the bench. */
async function bundledCache(): Promise<string> {
  const folder = join(await publicFolder(), 'bench-actions');
  const file = join(folder, 'cache.mjs');
  if (!existsSync(file)) await bundle(file);
  return file;
}

async function bundle(file: string): Promise<RolldownOutput> {
  const build = await rolldown({ input: join(import.meta.dirname, 'cache.ts'), platform: 'node', logLevel: 'warn' });
  const output = await build.write({ file, format: 'esm', codeSplitting: false });
  await build.close();
  return output;
}
