import { readdir } from 'node:fs/promises';
import { expect } from 'vitest';
import type { JobResult } from '../lab/runner.ts';
import type { Annotation } from '../lab/runner-step.ts';
import type { ProjectJob, TestLab } from './lab.ts';
import type { Files } from './project.ts';

/** A red job, and its errors in the order of the log. */
export type Refusal = { result: JobResult; errors: Annotation[] };

/**
 * Runs a job that must be red, on the engine as the last one left it, and returns what it says. Expects each error in
 * the log in the same words, and nothing half-done: no container, volume, temporary folder, cache entry or image in
 * the registry that was not there before.
 */
export async function refuse(lab: TestLab, project: Files, job: ProjectJob = {}): Promise<Refusal> {
  const before = await leftInLab(lab);
  const result = await lab.job(project, { keepEngine: true, ...job, after: expectCleanTemp });
  expect(await leftInLab(lab)).toEqual(before);
  return { result, errors: errorsOf(result) };
}

/** The errors of a job that must be red, with all that every red job has in common. */
export function errorsOf(result: JobResult): Annotation[] {
  expect(result).toMatchObject({ conclusion: 'failure', exitCode: 1, postExitCode: 0, orphans: [] });
  expect(result.outputs).toMatchObject({ conclusion: 'failure', published: 'false' });
  const errors = result.annotations.filter(({ level }) => level === 'error');
  for (const { message } of errors) expect(result.log).toContain(`##[error]${message}`);
  return errors;
}

/** The errors of a job that says one sentence, of no file in particular. */
export function oneSentence(message: unknown): unknown[] {
  return [{ level: 'error', title: 'dev-in-docker', message }];
}

async function leftInLab({ lab }: TestLab): Promise<Record<string, unknown>> {
  const { engine, registry, cache } = lab();
  const catalog = await fetch(`http://${registry.host}/v2/_catalog`);
  return {
    containers: await engine.docker(['ps', '--all', '--quiet']),
    volumes: await engine.docker(['volume', 'ls', '--quiet']),
    entries: cache.entries().map(entry => entry.key),
    published: await catalog.json(),
  };
}

async function expectCleanTemp(_workspace: string, { temp }: JobResult): Promise<void> {
  expect((await readdir(temp)).filter(name => name.startsWith('dev-in-docker'))).toEqual([]);
}
