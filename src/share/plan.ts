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

export type SharePlan = {
  build: BuildPlan;
  /** Text of the Dockerfile, as it was before any test could change it. */
  dockerfile: string;
  /** Name without a tag. */
  image: string;
  version: Version;
  /** The commit that is published. */
  revision: string;
  /** Its time, in seconds since 1970; absent where the checkout doesn't tell. */
  seconds?: number;
  /** The engine's image store. */
  store: 'containerd' | 'classic';
  /** How its tests are run in it before it is published, if they are. */
  verify?: TestPlan;
  /** Absent where it is not pushed. */
  registry?: RegistryPlan;
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
  return context.ref.startsWith('refs/tags/') || inputs.push === 'true';
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
  const isMatrix = push === 'auto' && inputs['job-total'] > 1;
  const matrixNotice = isMatrix
    ? `Nothing is published from a matrix of ${inputs['job-total']} jobs: they would overwrite each other's image. Publish from a job of its own with "needs:" on this one.`
    : undefined;
  if (matrixNotice && !file) return { reason: 'a matrix publishes nothing', notice: matrixNotice };
  if (push !== 'true' && stages !== undefined && !stages.includes(shareStage)) {
    return {
      reason: `the Dockerfile has no stage ${quoted(shareStage)}`,
      notice: `Nothing is published: the Dockerfile has no stage ${quoted(shareStage)}. Add "FROM dev AS ${shareStage}" with the files to share, or set push: false.`,
    };
  }
  const prefix = inputs['tag-prefix'];
  if (push !== 'true' && 'tag' in source && source.tag.startsWith(prefix) && !fitsImage(source.tag, prefix)) {
    return { reason: "the tag can't name an image", notice: unfitTagNotice(source.tag, prefix) };
  }
  const version = 'tag' in source ? versionOfTag(source.tag, prefix) : versionOfBranch(source.branch);
  if (!version) return { reason: `the tag does not begin with ${quoted(prefix)}, as tag-prefix wants` };
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
    ...(file ? { file } : {}),
    labels: labelsOf(inputs, context, { version, commit, dockerfile: stage?.dockerfile ?? '' }),
  };
  return { publication, ...(matrixNotice === undefined ? {} : { notice: matrixNotice }) };
}

/** The tag or branch that this event publishes, or why it publishes nothing. */
function publicationSource(
  push: 'true' | 'false' | 'auto',
  context: Context,
): { tag: string } | { branch: string } | { reason: string } {
  const isPullRequest = /^pull_request/.test(context.eventName);
  if (isPullRequest && push === 'true') {
    throw new UserError(
      sentence`${input('push')} is true, but a pull request publishes nothing: set push: auto, or run this step on pushes only.`,
    );
  }
  if (isPullRequest) return { reason: 'a pull request publishes nothing' };
  const tag = /^refs\/tags\/(.+)$/.exec(context.ref)?.[1];
  const isPublic = context.eventName === 'push' || isPublishedRelease(context);
  if (tag !== undefined && (push === 'true' || isPublic)) return { tag };
  if (push === 'true') return { branch: context.ref.replace(/^refs\/heads\//, '') };
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
