import { release } from 'node:os';
import type { System } from '../core/engine-sentences.ts';
import { reader } from './log.ts';

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
