// Without Docker, on the runner's own Python.
import { join } from 'node:path';
import { hashOf, type Job } from '../job.ts';

const LISTED = ['--requirement', 'requirements.txt'];

/** A virtual environment in actions/cache, for exactly these requirements. */
export async function venv(job: Job): Promise<void> {
  const folder = join(job.folder, 'venv');
  const key = `Linux-venv-${await hashOf(job, 'requirements.txt')}`;
  const found = await job.restore(folder, key);
  if (found === undefined) {
    await job.step(['python3', '-m', 'venv', folder]);
    await job.step([join(folder, 'bin/pip'), 'install', ...LISTED]);
  }
  await runTests(job, folder);
  if (found === undefined) await job.save(folder, key);
}

/**
 * Downloads in actions/cache, much as actions/setup-python does with `cache: pip`: as files, since pip's own cache
 * keeps nothing of an index that doesn't allow it. A hit asks no index, so it is rather quicker than with pip's cache.
 */
export async function pip(job: Job): Promise<void> {
  const folder = join(job.folder, 'venv');
  const wheels = join(job.folder, 'wheels');
  const key = `Linux-pip-${await hashOf(job, 'requirements.txt')}`;
  const found = await job.restore(wheels, key, 'Linux-pip-');
  await job.step(['python3', '-m', 'venv', folder]);
  const withPip = (...args: string[]) =>
    job.step([join(folder, 'bin/pip'), ...args, '--find-links', wheels, ...LISTED]);
  if (found !== key) await withPip('download', '--dest', wheels);
  await withPip('install', '--no-index');
  await runTests(job, folder);
  if (found !== key) await job.save(wheels, key);
}

function runTests(job: Job, folder: string): Promise<void> {
  return job.step([join(folder, 'bin/pytest')], { PYTHONUNBUFFERED: '1' });
}
