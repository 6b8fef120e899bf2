import type { Job } from '../job.ts';

/** The name that the dev image gets in the engine. */
const IMAGE = 'dev';

/** Builds the dev stage with the given arguments more, as a step of the job. */
export function build(job: Job, args: string[] = [], environment: Record<string, string> = {}): Promise<void> {
  const command = ['docker', 'buildx', 'build', '--progress', 'plain', '--target', 'dev', '--tag', IMAGE];
  return job.step([...command, ...args, job.checkout.workspace], environment);
}

/** Runs pytest in the dev image, with the checkout mounted; its lines come when they are written, as ours do. */
export function runTests(job: Job): Promise<void> {
  const mount = ['--volume', `${job.checkout.workspace}:/usr/src/app`];
  return job.step(['docker', 'run', '--rm', '--env', 'PYTHONUNBUFFERED=1', ...mount, IMAGE, 'pytest']);
}

/** What docker/setup-buildx-action does: starts BuildKit in a container. Later builds use it. */
export async function setUpBuildx(job: Job): Promise<void> {
  const driver = ['--driver', 'docker-container', '--driver-opt', 'network=host'];
  await job.step(['docker', 'buildx', 'create', '--use', ...driver, '--buildkitd-config', job.builderConfig]);
  await job.step(['docker', 'buildx', 'inspect', '--bootstrap']);
}
