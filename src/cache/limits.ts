// When an image is not saved, because it takes too much room.

import { megabytes } from '../text/quantities.ts';

/** What a save leaves free on the disk, in bytes: a build or a test that finds it full fails. */
const LEFT_FREE_BYTES = 2e9;

/** Why an image of so many bytes is not written to a disk with so many bytes free; undefined where there is room. */
export function shortage(free: number, takes: number, what: 'save' | 'restore' = 'save'): string | undefined {
  if (free >= takes + LEFT_FREE_BYTES) return undefined;
  return `the disk has ${megabytes(free)} left, too little to ${what} an image of ${megabytes(takes)} and leave ${megabytes(LEFT_FREE_BYTES)} free`;
}

/** Why an entry of so many bytes is not saved, where so many are allowed; undefined where it is small enough. */
export function excess(bytes: number, most: number): string | undefined {
  if (bytes <= most) return undefined;
  return `the entry has ${megabytes(bytes)}, more than the ${megabytes(most)} that cache-max-size allows`;
}
