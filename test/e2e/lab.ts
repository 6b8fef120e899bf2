import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type CheckoutOptions, checkOut } from '../lab/checkout.ts';
import type { ImageStore } from '../lab/client.ts';
import { pushEvent } from '../lab/events.ts';
import { type Lab, type LabJob, startLab } from '../lab/lab.ts';
import type { JobResult } from '../lab/runner.ts';
import type { Event } from '../lab/runner-contexts.ts';
import type { Files } from './project.ts';

/** A job on a project: files or a folder, and what started it. */
export type ProjectJob = Partial<Omit<LabJob, 'event' | 'workspace'>> & {
  /** Unset, a push to main. */
  event?: (sha: string) => Event;
  checkout?: CheckoutOptions;
  /** Looks at the workspace while the job's folders are still there. */
  after?: (workspace: string, job: JobResult) => Promise<void>;
};

/** The lab of one test file. */
export type TestLab = {
  readonly store: ImageStore;
  /** How its jobs use a dev image that is in the cache. */
  readonly way: Way;
  lab(): Lab;
  /** Checks a project out, runs the action on it and removes both. */
  job(project: Files | string, job?: ProjectJob): Promise<JobResult>;
};

/** How a dev image that is in the cache is used: mounted while it downloads, or built from what the cache has. */
export type Way = 'mounted' | 'ordinary';

/** The same lab for cases whose jobs take one of the two ways. */
export function taking(way: Way, lab: TestLab): TestLab {
  if (way === 'mounted') return lab;
  return {
    ...lab,
    way,
    job: (project, job = {}) => lab.job(project, { ...job, inputs: { mount: 'false', ...job.inputs } }),
  };
}

/** Starts a lab before all tests of a file, with an engine of this name, and stops it after them. */
export function useLab(store: ImageStore, name: string = store): TestLab {
  let running: Lab | undefined;
  beforeAll(async () => {
    running = await startLab(store, name);
  });
  afterAll(() => running?.stop());
  beforeEach(({ skip }) => {
    // Where the lab may not start an engine of its own, there is one store only, and the other file's turn.
    const { store: found } = lab().engine;
    skip(found !== store, `this engine has the ${found} image store`);
  });
  const lab = () => {
    if (!running) throw new Error('The lab did not start.');
    return running;
  };
  return { store, way: 'mounted', lab, job: (project, job) => runOn(lab(), project, job ?? {}) };
}

/** Keys of the images in the cache; the results that later runs are compared with are none. */
export function imageKeys(lab: Lab): string[] {
  return lab.cache.entries().flatMap(({ key }) => (key.startsWith('dev-in-docker-tests-') ? [] : [key]));
}

async function runOn(lab: Lab, project: Files | string, job: ProjectJob): Promise<JobResult> {
  const { event = pushEvent, checkout: options = {}, after, ...rest } = job;
  const user = rest.user === undefined ? {} : { user: rest.user };
  const checkout = await checkOut(project, { ...user, ...options });
  try {
    const result = await lab.run({ ...rest, workspace: checkout.workspace, event: event(checkout.sha) });
    expect(result.mounts).toEqual([]);
    await after?.(checkout.workspace, result);
    await result.release();
    return result;
  } finally {
    await checkout.release();
  }
}
