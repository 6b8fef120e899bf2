import type { Ended } from '../pytest/facts.ts';
import type { Layers } from './layers.ts';
import type { MissingFile } from './missing-files.ts';
import type { Refusal } from './registry.ts';

/** What became of the publishing. */
export type PublishFacts = {
  /**
   * `already-there`: the version was published from this commit before; `taken`: from another one; `moved`: something
   * else is there under its name since; `kept`: later versions have all the tags.
   */
  outcome: 'published' | 'already-there' | 'taken' | 'moved' | 'kept' | 'login-failed' | Refusal;
  /** Digest in the registry, such as `sha256:…`. */
  digest?: string;
  /** What docker said. */
  detail: string;
  /** References that this run gave to the image. */
  tags: string[];
  /** Tags that stay where they are, with the version that has them. */
  kept: { tag: string; version: string }[];
  /** Tags that an image without a version had before, with that image's digest. */
  replaced: { tag: string; digest: string }[];
  /** The tag that is taken, or was moved, and the commit that has it. */
  other?: { tag: string; revision: string };
  /** Bytes of each layer as they are downloaded, the base image's first. */
  layers: number[];
  /** Whether the registry had nothing under any of the tags before. */
  isFirst: boolean;
  seconds: number;
};

/** What became of the share image after it was built. */
export type ShareFacts = {
  /** How its own tests went in it; absent where they were not run. */
  verified?: Ended;
  /** What it lacks, as far as the tests that failed in it tell. */
  missing?: MissingFile[];
  /** What it weighs; absent where the engine can't tell. */
  layers?: Layers;
  file?: ShareFile;
  published?: PublishFacts;
};

/** What was written. */
export type ShareFile = { path: string; bytes: number; seconds: number };

/** Folders called .git that the share stage copies. */
export type GitInShare = {
  /** Relative to the context. */
  paths: string[];
  /** Of all their files that are copied. */
  bytes: number;
  /** Whether the Dockerfile tells that; else they may be copied. */
  isSure: boolean;
};
