import { join } from 'node:path';
import { hashOf, type Job } from '../job.ts';
import { build, runTests, setUpBuildx } from './docker.ts';

/**
 * BuildKit's `type=local` in actions/cache, as https://docs.docker.com/build/ci/github-actions/cache/#local-cache has
 * it, with a key of what the image depends on instead of the commit, so that a job without changes saves nothing.
 */
export async function local(job: Job): Promise<void> {
  const folder = join(job.folder, '.buildx-cache');
  const key = `Linux-buildx-${await hashOf(job, 'Dockerfile', 'requirements.txt')}`;
  await setUpBuildx(job);
  const found = await job.restore(folder, key, 'Linux-buildx-');
  const cache = ['--cache-from', `type=local,src=${folder}`, '--cache-to', `type=local,dest=${folder}-new,mode=max`];
  await build(job, ['--load', ...cache]);
  // Otherwise what is no longer used would stay in the folder for ever.
  await job.step(['rm', '-rf', folder]);
  await job.step(['mv', `${folder}-new`, folder]);
  await runTests(job);
  if (found !== key) await job.save(folder, key);
}
