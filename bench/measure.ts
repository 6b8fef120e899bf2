import { setTimeout as wait } from 'node:timers/promises';
import { checkOut } from '../test/lab/checkout.ts';
import type { Lab } from '../test/lab/lab.ts';
import { run, runAsRoot } from '../test/lab/process.ts';
import { type Job, openJob } from './job.ts';
import type { Task } from './plan.ts';
import { filesOf } from './projects.ts';
import type { Sample, WayName } from './results.ts';
import { action, expectOrder, forgetOrder } from './ways/action.ts';
import { gha } from './ways/gha.ts';
import { local } from './ways/local.ts';
import { plain, present } from './ways/plain.ts';
import { pip, venv } from './ways/python.ts';

const ways: Record<WayName, (job: Job) => Promise<void>> = { action, plain, present, gha, local, venv, pip };

/** Bytes per second of the two lines that are compared. */
const RATES: Partial<Record<Sample['cell'], number>> = { slow: 20e6, fast: 100e6 };

/** Runs one job as on a new runner and times it. Fails, with the job's log, where it did not do what it stands for. */
export async function measure(lab: Lab, task: Task, builderConfig: string): Promise<Sample> {
  const checkout = await checkOut(await filesOf(task.project, task.cell === 'changed'));
  try {
    await prepare(lab, task);
    const job = await openJob(lab, checkout, builderConfig);
    const before = { ...lab.cache.traffic };
    await ways[task.way](job);
    const times = job.clock.stop();
    // The cache service hears of its own traffic a little later.
    await wait(200);
    const downloaded = lab.cache.traffic.downloaded - before.downloaded;
    const uploaded = lab.cache.traffic.uploaded - before.uploaded;
    if (task.cell === 'first') expectOrder(lab);
    expectCacheUsed(task, job.clock.log, downloaded);
    return { ...task, times, downloaded, uploaded };
  } finally {
    lab.cache.faults = {};
    await checkout.release();
  }
}

async function prepare(lab: Lab, { way, cell }: Task): Promise<void> {
  if (cell === 'first') await forgetOrder(lab);
  const rate = RATES[cell];
  if (rate !== undefined) lab.cache.faults = { download: { rate } };
  // What the job before left to be written is not this job's burden, and only what is written leaves the page cache.
  await run(['sync']);
  if (way === 'present') await runAsRoot(['tee', '/proc/sys/vm/drop_caches'], { input: '1' });
  else await lab.engine.clean();
}

function expectCacheUsed({ way, cell }: Task, log: string, downloaded: number): void {
  const hasCache = way !== 'plain' && way !== 'present' && cell !== 'cold';
  if (hasCache && cell !== 'changed' && downloaded === 0) throw new Error(`Nothing came from the cache:\n${log}`);
  const installs = way === 'pip' || !hasCache || cell === 'changed';
  if (!installs && /Successfully installed /.test(log)) throw new Error(`Packages were installed again:\n${log}`);
}
