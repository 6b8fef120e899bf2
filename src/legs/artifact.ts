// What the artifact of a leg is called, and what it holds.

import type { LegIdentity } from './leg.ts';

/** The files of an artifact, and how many bytes each may have. */
export const FILES = { leg: 'leg.json', tests: 'tests.jsonl', suite: 'suite.txt' } as const;
export const MOST_BYTES = { [FILES.leg]: 32e6, [FILES.tests]: 128e6, [FILES.suite]: 128e6 } as const;
/** Bytes of the archive. */
export const MOST_ARCHIVE_BYTES: number = 64e6;

export type FileName = keyof typeof MOST_BYTES;

const NAME = /^dev-in-docker-[\w-]{1,40}-\d{1,4}-[0-9a-f]{8}-\d{1,5}$/;

/** A name that no other leg of the run has, nor another attempt of the same; `hash` makes a hexadecimal digest of a text. */
export function artifactName(leg: LegIdentity, hash: (text: string) => string): string {
  const job = leg.job.replace(/[^A-Za-z0-9_]+/g, '-').slice(0, 40) || 'job';
  return `dev-in-docker-${job}-${leg.index}-${hash(sameLeg(leg)).slice(0, 8)}-${leg.attempt}`;
}

/** Whether an artifact is called as those of legs are. */
export function isArtifactOfLeg(name: string): boolean {
  return NAME.test(name);
}

/** The same for all attempts of one leg, and for nothing else. */
export function sameLeg({ place, job, step, index }: LegIdentity): string {
  return JSON.stringify([place, job, step, index]);
}
