import { pushEvent } from '../../test/lab/events.ts';
import type { Lab } from '../../test/lab/lab.ts';
import type { Job } from '../job.ts';

const ORDER = 'dev-in-docker-prefetch-';

/** This repository's action under the runner's contract: its main and its post. */
export async function action(job: Job): Promise<void> {
  const { workspace, sha } = job.checkout;
  const onLine = (line: string) => {
    // The first line, which the runner itself writes, is the start of the step.
    job.clock.begin();
    job.clock.read(line);
  };
  const result = await job.lab.run({ workspace, event: pushEvent(sha), onLine, keepEngine: true });
  await result.release();
  if (result.conclusion !== 'success') throw new Error(`The action's job failed:\n${job.clock.log}`);
}

/** Makes the cache forget the prefetch order of an image. */
export async function forgetOrder(lab: Lab): Promise<void> {
  for (const key of orderKeys(lab)) await lab.cache.remove(key);
}

/** Fails unless a job, the first after `forgetOrder`, has mounted its image and kept a prefetch order. */
export function expectOrder(lab: Lab): void {
  if (orderKeys(lab).length === 0)
    throw new Error('This job did not mount its image, or keeps prefetch orders by another name.');
}

function orderKeys({ cache }: Lab): string[] {
  return cache.entries().flatMap(({ key }) => (key.startsWith(ORDER) ? [key] : []));
}
