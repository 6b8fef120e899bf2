import { release } from 'node:os';
import { reader } from '../../host/steps/log.ts';
import type { System } from '../trouble.ts';

/** Whose machine this is. */
export function currentSystem(): System {
  return reader() === 'runner' ? 'runner' : personsSystem();
}

/** The system of a person's machine, as far as its cures differ. */
export function personsSystem(): Exclude<System, 'runner'> {
  if (process.platform === 'darwin') return 'macos';
  // What helps on Windows itself is WSL, too.
  return process.platform === 'win32' || /microsoft/i.test(release()) ? 'wsl' : 'linux';
}
