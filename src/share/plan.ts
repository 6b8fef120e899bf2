// What is published, under which names, and why not.

import type { BuildPlan } from '../buildkit/plan.ts';
import type { Commit } from '../checkout/checkout.ts';
import type { StageFacts } from '../dockerfile/stage.ts';
import type { Engine } from '../engine/engine.ts';
import type { Context } from '../host/context.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { input } from '../inputs/options.ts';
import type { TestPlan } from '../pytest/plan.ts';
import { UserError } from '../text/errors.ts';
import { quoted } from '../text/plain.ts';
import { sentence } from '../text/sentence.ts';
import { defaultImageName, registryOf } from './image-name.ts';
import {
  fitsImage,
  provenanceLabels,
  unfitTagNotice,
  type Version,
  versionOfBranch,
  versionOfTag,
  withTags,
} from './version.ts';

/** What of a share plan the event and the inputs decide; how it is built is up to the plan. */
export type Publication = Omit<SharePlan, 'build'> & { labels: string[] };

/** What becomes of the share stage; `notice` tells those who would expect it to be published. */
export type Decision = { publication: Publication; notice?: string } | { reason: string; notice?: string };

/** Where the share image is pushed to, and by whom. */
export type RegistryPlan = {
  /** Such as `ghcr.io`. */
  host: string;
  username: string;
  /** Empty where the credentials that the job already has are used. */
  password: string;
  /** Whether a version that another commit published may be replaced. */
  overwrite: boolean;
};

/** Under which names images are published that are in the registry already. */
export type Together = {
  /** Name without a tag. */
  image: string;
  version: Version;
  /** The commit that is published. */
  revision: string;
  registry: RegistryPlan;
};

export type SharePlan = Omit<Together, 'registry'> & {
  build: BuildPlan;
  /** Text of the Dockerfile, as it was before any test could change it. */
  dockerfile: string;
  /** Its time, in seconds since 1970; absent where the checkout doesn't tell. */
  seconds?: number;
  /** The engine's image store. */
  store: 'containerd' | 'classic';
  /** How its tests are run in it before it is published, if they are. */
  verify?: TestPlan;
  /** Absent where it is not pushed. */
  registry?: RegistryPlan;
  /** Whether it is pushed for its platform alone, for others to be published with it. */
  isPart: boolean;
  /** Archive that it is written to, relative to the checkout. */
  file?: string;
};

/** What a publication is made from. */
type PublicationFacts = {
  commit: Commit | undefined;
  engine: Engine;
  stages: string[] | undefined;
  stage: StageFacts | undefined;
};

/** Whether this event could publish something at all. */
export function mayPublish(inputs: Inputs, context: Context): boolean {
  return context.ref.startsWith('refs/tags/') || isAsked(inputs.push);
}

/** Whether it is published whatever the event, and not only where that goes without saying. */
function isAsked(push: Inputs['push']): boolean {
  return push === 'true' || push === 'platform';
}

/** Decides whether this event publishes, and what. Fails with a sentence on what can't be published as it is wanted. */
export function decidePublication(
  inputs: Inputs,
  context: Context,
  { commit, engine, stages, stage }: PublicationFacts,
  tests: TestPlan,
): Decision {
  const { push, 'share-file': file, 'share-target': shareStage } = inputs;
  const source = publicationSource(push, context);
  if ('reason' in source) return source;
  if (push === 'false' && !file) return { reason: 'push is false' };
  if (inputs.shard && inputs.shard.total > 1) return shardPublication(push);
  const isMatrix = push === 'auto' && inputs['job-total'] > 1;
  const matrixNotice = isMatrix
    ? `Nothing is published from a matrix of ${inputs['job-total']} jobs: they would overwrite each other's image. For an image for several kinds of machines, set push: platform, and add a job with ${context.actionRepository || 'OWNER/dev-in-docker'}/publish. Else publish from a job of its own with "needs:" on this one.`
    : undefined;
  if (matrixNotice && !file) return { reason: 'a matrix publishes nothing', notice: matrixNotice };
  if (!isAsked(push) && stages !== undefined && !stages.includes(shareStage)) {
    return {
      reason: `the Dockerfile has no stage ${quoted(shareStage)}`,
      notice: `Nothing is published: the Dockerfile has no stage ${quoted(shareStage)}. Add "FROM dev AS ${shareStage}" with the files to share, or set push: false.`,
    };
  }
  const prefix = inputs['tag-prefix'];
  if (!isAsked(push) && 'tag' in source && source.tag.startsWith(prefix) && !fitsImage(source.tag, prefix)) {
    return { reason: "the tag can't name an image", notice: unfitTagNotice(source.tag, prefix) };
  }
  const version = 'tag' in source ? versionOfTag(source.tag, prefix) : versionOfBranch(source.branch);
  if (!version) return { reason: prefixReason(prefix) };
  requireTagsCommit(source, context, commit?.sha);
  const image = inputs.image ?? defaultImageName(context.repository);
  const publication: Publication = {
    dockerfile: stage?.dockerfile ?? '',
    image,
    version: withTags(version, inputs.tags),
    revision: commit?.sha ?? context.sha,
    ...(commit ? { seconds: commit.seconds } : {}),
    store: engine.store,
    ...(inputs['verify-share'] ? { verify: tests } : {}),
    ...(push === 'false' || matrixNotice ? {} : { registry: registryPlan(inputs, image) }),
    isPart: push === 'platform',
    ...(file ? { file } : {}),
    labels: labelsOf(inputs, context, { version, commit, dockerfile: stage?.dockerfile ?? '' }),
  };
  return { publication, ...(matrixNotice === undefined ? {} : { notice: matrixNotice }) };
}

/**
 * Decides under which names images are published that the legs of this run have pushed; or why not. Fails with a sentence
 * on what can't be published.
 */
export function decideTogether(inputs: Inputs, context: Context): Together | { reason: string } {
  if (/^pull_request/.test(context.eventName)) {
    throw new UserError(
      'A pull request publishes nothing: have this job in a workflow that only pushed tags or releases start.',
    );
  }
  const source = publicationSource('platform', context);
  if ('reason' in source) return source;
  const prefix = inputs['tag-prefix'];
  const version = 'tag' in source ? versionOfTag(source.tag, prefix) : versionOfBranch(source.branch);
  if (!version) return { reason: prefixReason(prefix) };
  const image = inputs.image ?? defaultImageName(context.repository);
  const registry = registryPlan(inputs, image);
  return { image, version: withTags(version, inputs.tags), revision: context.sha, registry };
}

function prefixReason(prefix: string): string {
  return `the tag does not begin with ${quoted(prefix)}, as tag-prefix wants`;
}

/** Whoever ran a part of the tests only can't tell whether an image is good. */
function shardPublication(push: Inputs['push']): { reason: string; notice: string } {
  if (isAsked(push)) {
    throw new UserError(
      sentence`${input('push')} is ${push}, but with shard this job runs a part of the tests only: leave shard out where images are published.`,
    );
  }
  return {
    reason: 'a shard publishes nothing',
    notice: 'Nothing is published: with shard, this job runs a part of the tests only. Publish from a job without it.',
  };
}

/** The tag or branch that this event publishes, or why it publishes nothing. */
function publicationSource(
  push: Inputs['push'],
  context: Context,
): { tag: string } | { branch: string } | { reason: string } {
  const isPullRequest = /^pull_request/.test(context.eventName);
  if (isPullRequest && isAsked(push)) {
    throw new UserError(
      sentence`${input('push')} is ${push}, but a pull request publishes nothing: set push: auto, or run this step on pushes only.`,
    );
  }
  if (isPullRequest) return { reason: 'a pull request publishes nothing' };
  const tag = /^refs\/tags\/(.+)$/.exec(context.ref)?.[1];
  const isPublic = context.eventName === 'push' || isPublishedRelease(context);
  if (tag !== undefined && (isAsked(push) || isPublic)) return { tag };
  if (isAsked(push)) return { branch: context.ref.replace(/^refs\/heads\//, '') };
  return { reason: 'only a pushed tag or a published release is published' };
}

function isPublishedRelease(context: Context): boolean {
  return context.eventName === 'release' && ['published', 'released', 'prereleased'].includes(context.eventAction);
}

/** What is published under a tag must be the tag's commit: a step that checks out something else is a mistake. */
function requireTagsCommit(source: { tag: string } | { branch: string }, { sha }: Context, head?: string): void {
  if (!('tag' in source) || head === undefined || sha === '' || head === sha) return;
  throw new UserError(
    `The tag ${quoted(source.tag)} is at commit ${sha.slice(0, 7)}, but the checkout is at ${head.slice(0, 7)}: remove "ref:" from actions/checkout, so that what is published is the tag's commit.`,
  );
}

function registryPlan(inputs: Inputs, image: string): RegistryPlan {
  const host = registryOf(image);
  return {
    host,
    username: inputs.username,
    password: inputs.password || (host === 'ghcr.io' ? inputs['github-token'] : ''),
    overwrite: inputs.overwrite,
  };
}

type Described = {
  version: Version;
  commit: Commit | undefined;
  /** Text of the Dockerfile, whose own words on the project count more than the server's. */
  dockerfile: string;
};

function labelsOf(inputs: Inputs, context: Context, { version, commit, dockerfile }: Described): string[] {
  const address = context.repository === '' ? '' : `${context.serverUrl}/${context.repository}`;
  const own = (name: string, text: string) => (dockerfile.includes(`org.opencontainers.image.${name}`) ? '' : text);
  const facts = provenanceLabels({
    title: own('title', context.repository.split('/').at(-1) ?? ''),
    description: own('description', context.description),
    source: address,
    url: own('url', address),
    version: version.version,
    revision: commit?.sha ?? context.sha,
    created: commit ? new Date(commit.seconds * 1000).toISOString().replace('.000', '') : '',
    licenses: own('licenses', context.license),
  });
  return [...facts, ...inputs.labels];
}
