import type { Job } from '../job.ts';
import { build, runTests } from './docker.ts';

/** docker build and docker run, without any cache. */
export async function plain(job: Job): Promise<void> {
  await build(job);
  await runTests(job);
}

/** docker run of an image that the engine has: what no cache can be quicker than. Follows a plain job. */
export async function present(job: Job): Promise<void> {
  await runTests(job);
}
