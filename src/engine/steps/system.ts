import { release } from 'node:os';
import type { Run } from '../../host/run.ts';
import type { System } from '../trouble.ts';

/** Whose machine a run is on. */
export function systemOf({ reader }: Pick<Run, 'reader'>): System {
  return reader === 'runner' ? 'runner' : personsSystem();
}

/** The system of a person's machine, as far as its cures differ. */
export function personsSystem(): Exclude<System, 'runner'> {
  if (process.platform === 'darwin') return 'macos';
  // What helps on Windows itself is WSL, too.
  return process.platform === 'win32' || /microsoft/i.test(release()) ? 'wsl' : 'linux';
}
