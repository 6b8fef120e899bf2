import type { Ended } from '../pytest/facts.ts';
import type { Layers } from './layers.ts';
import type { MissingFile } from './missing-files.ts';
import type { Refusal } from './registry.ts';

/** What became of the publishing. */
export type PublishFacts = {
  /**
   * `already-there`: the version was published from this commit before; `taken`: from another one; `moved`: something
   * else is there under its name since; `kept`: later versions have all the tags; `lacking`: the version was published from
   * this commit before, without a platform of this one; `part`: the registry has the image under the name of its platform.
   */
  outcome: 'published' | 'already-there' | 'taken' | 'moved' | 'kept' | 'lacking' | 'part' | 'login-failed' | Refusal;
  /** What it is for, such as `linux/arm64`. */
  platforms: string[];
  /** The platforms of what is there already. */
  there?: string[];
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
  /** Tags that an image for other platforms had before, with those. */
  reshaped: { tag: string; platforms: string[] }[];
  /** The tag that is taken, or was moved, and the commit that has it. */
  other?: { tag: string; revision: string };
  /** Bytes of each layer as they are downloaded, the base image's first. */
  layers: number[];
  /** Whether the registry had nothing under any of the tags before. */
  isFirst: boolean;
  seconds: number;
};

/** What became of several images that were to be published together; with why not, where they are not what they should be. */
export type PublishedTogether = PublishFacts & {
  problems: string[];
  /** Bytes to download of each image, where they are known; by platform. */
  bytes: Map<string, number>;
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
export type ShareFile = {
  path: string;
  bytes: number;
  seconds: number;
  /** What its image is for, such as `linux/arm64`. */
  platform: string;
  /** What became of it at a release; absent where there is none. */
  attached?: AttachFacts;
};

/** What became of a file that was to be attached to a release. */
export type AttachFacts = {
  outcome: 'attached' | 'taken' | 'immutable' | 'denied' | 'failed';
  /** Git tag of the release. */
  tag: string;
  /** Of the file in the release. */
  name: string;
  /** What the server said. */
  detail: string;
};

/** Folders called .git that the share stage copies. */
export type GitInShare = {
  /** Relative to the context. */
  paths: string[];
  /** Of all their files that are copied. */
  bytes: number;
  /** Whether the Dockerfile tells that; else they may be copied. */
  isSure: boolean;
};
