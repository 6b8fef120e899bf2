import type { ServingFigures } from './protocol.ts';

/** What became of mounting the dev image. */
export type MountFacts = {
  /** Key of the run entry, absent where none was found. */
  key?: string;
  /** Whether the tests that count ran in it. */
  isUsed: boolean;
  /** Why an entry that was found was not used, or did not last: part of a sentence. */
  trouble?: string;
  /** Whether a base image moved, which is nobody's fault. */
  isOutdated: boolean;
  /** Whether a container was started in it. */
  hasStarted: boolean;
  /** Whether the engine refused to start one, whatever the entry: a new one is not worth a save. */
  isRefused?: boolean;
  /** Seconds until a container could be started in it. */
  seconds: number;
  figures?: ServingFigures;
  notices: string[];
};
