import { posix } from 'node:path';
import type { TestPlan } from '../core/plan.ts';
import type { Image } from './build.ts';
import { type ContainerRun, type Ended, runContainer } from './container.ts';

/** Runs the tests in the share image as a colleague would: as its own user, with nothing mounted. */
export async function verifyShare(plan: TestPlan, image: Image, run: ContainerRun): Promise<Ended> {
  const { environment, id, workdir } = image;
  // Nothing of it is kept anyway.
  const place = { image: id, environment, workdir: posix.join(workdir || '/', plan.folder), mounts: [], volumes: [] };
  return runContainer({ ...plan, isReadOnly: false }, place, run);
}
