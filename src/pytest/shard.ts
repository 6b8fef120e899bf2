// A suite that is spread over several machines: which part of it runs here.

/** Such as 2 of 4. */
export type Shard = {
  /** From 1. */
  index: number;
  total: number;
};

/** What became of it, as the plugin tells: foreign, checked when it is read. */
export type ShardFacts = Shard & {
  /** By the seconds that tests took, or by their number where those are not known, and then why. */
  by: 'times' | { count: string };
  /** SHA-256, hexadecimal, of the times that decided; empty where it was the number. */
  times: string;
  /** SHA-256, hexadecimal, of the sorted names of all tests of the suite, each followed by a line feed. */
  suite: string;
  /** How many tests the suite has, and how many of them are this shard's. */
  collected: number;
  kept: number;
};
