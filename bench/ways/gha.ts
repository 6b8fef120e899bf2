import { serviceVariables } from '../../test/lab/runner-contexts.ts';
import type { Job } from '../job.ts';
import { build, runTests, setUpBuildx } from './docker.ts';

/** docker/setup-buildx-action and docker/build-push-action with `type=gha` and `load: true`, then docker run. */
export async function gha(job: Job): Promise<void> {
  await setUpBuildx(job);
  const cache = ['--cache-from', 'type=gha', '--cache-to', 'type=gha,mode=max'];
  await build(job, ['--load', ...cache], serviceVariables({ url: job.lab.cache.url, token: job.token }));
  await runTests(job);
}
