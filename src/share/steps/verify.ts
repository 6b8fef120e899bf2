import { posix } from 'node:path';
import type { Image } from '../../buildkit/steps/build.ts';
import type { TestPlan } from '../../plan.ts';
import { type ContainerRun, type Ended, runContainer } from '../../pytest/steps/container.ts';

/** Runs the tests in the share image as a colleague would: as its own user, with nothing mounted. */
export async function verifyShare(plan: TestPlan, image: Image, run: ContainerRun): Promise<Ended> {
  const { environment, id, workdir } = image;
  // Nothing of it is kept anyway.
  const place = { image: id, environment, workdir: posix.join(workdir || '/', plan.folder), mounts: [], volumes: [] };
  return runContainer({ ...plan, isReadOnly: false }, place, run);
}
