import { type BuildPlan, requireStage } from './buildkit/plan.ts';
import { planSecrets, type SecretFacts } from './buildkit/secrets.ts';
import {
  type BaselinePlan,
  type CachePlan,
  cacheNotices,
  cacheOffReason,
  decideBaseline,
  decideCache,
  decideExtent,
} from './cache/plan.ts';
import type { Checkout, Commit } from './checkout/checkout.ts';
import { locate, requireFiles } from './checkout/places.ts';
import type { StageFacts } from './dockerfile/stage.ts';
import type { Engine } from './engine/engine.ts';
import type { Context } from './host/context.ts';
import { secretNotices } from './inputs/exposed.ts';
import type { Inputs } from './inputs/names.ts';
import { buildArguments, count, flag, oneOf } from './inputs/values.ts';
import { decideMount, type Machine, type MountPlan } from './mount/plan.ts';
import { planTests, type TestPlan } from './pytest/plan.ts';
import { decidePublication, type Publication, type SharePlan } from './share/plan.ts';

/** How much of the report is wanted. */
export type ReportPlan = {
  summary: 'true' | 'false' | 'failures';
  /** Whether red tests are shown on their lines. */
  annotations: boolean;
  /** How many of the slowest tests are listed. */
  slowest: number;
};

/** What will be done, decided before anything is. */
export type Plan = {
  dev: BuildPlan;
  cache: CachePlan | { off: string };
  /** How the dev image is mounted, or why it isn't. */
  mount: MountPlan | { off: string };
  test: TestPlan;
  report: ReportPlan;
  baseline?: BaselinePlan;
  share?: SharePlan;
  /** Why nothing is published, as a part of a sentence; empty where something is. */
  unpublished: string;
  /** Things that the user should know and that need no action. */
  notices: string[];
};

/** What the decisions are made from. */
export type Facts = {
  checkout: Checkout;
  engine: Engine;
  machine: Machine;
  stages: string[] | undefined;
  stage: StageFacts | undefined;
  secrets: SecretFacts;
  /** What is checked out; undefined where git can't tell, and where nothing can be published. */
  commit: Commit | undefined;
};

/** Decides all that will be done; fails with a sentence that names the input and the cure. */
export function makePlan(inputs: Inputs, context: Context, facts: Facts): Plan {
  const places = locate(inputs, context);
  const { context: folder, dockerfile } = requireFiles(facts.checkout, places);
  const devArguments = buildArguments(inputs['build-args']);
  const notices = secretNotices(devArguments);
  const stageOf = (input: 'target' | 'share-target') => requireStage(input, inputs[input], facts.stages);
  const test = planTests(inputs, {
    ...{ context: folder, isLabelled: facts.engine.isLabelled },
    ...owner(context, facts),
  });
  const decision = decidePublication(inputs, context, facts, test);
  const share = 'publication' in decision ? decision.publication : undefined;
  if (decision.notice !== undefined) notices.push(decision.notice);
  const name = imageNameOf(context.repository);
  const target = stageOf('target');
  const dev: BuildPlan = {
    stage: target,
    context: folder,
    dockerfile,
    buildArguments: devArguments,
    secrets: planSecrets(inputs, facts.secrets),
    builder: facts.engine.builder,
    tags: [`dev-in-docker/${name}:${imageTagOf(target)}`, ...(share ? [ownReference(name, context, 'dev')] : [])],
    labels: [],
    isFresh: share !== undefined,
    given: {},
    isCacheable: false,
    compression: share === undefined ? 'zstd' : 'gzip',
  };
  const reasonOff = cacheOffReason(inputs, context);
  const mount = reasonOff ? { off: 'the cache is off' } : decideMount(inputs, context, facts, share !== undefined);
  const extent = decideExtent(target, facts.stage, !('off' in mount));
  const cache = reasonOff
    ? { off: reasonOff }
    : decideCache(inputs, context, facts, { extent, isMounted: !('off' in mount), isPublished: share !== undefined });
  if (!('off' in cache)) notices.push(...cacheNotices(inputs, facts));
  const savesWhole = 'save' in cache && cache.save && extent.kind === 'whole';
  // What is not kept as it is in the engine need not be compressed there.
  const isKeptInParts = !('off' in cache) && extent.kind !== 'whole' && !share;
  const plan: Plan = {
    dev: { ...dev, isCacheable: savesWhole, ...(isKeptInParts ? { compression: 'uncompressed' } : {}) },
    cache,
    mount: 'off' in cache ? { off: 'the cache is off' } : mount,
    test,
    report: {
      summary: oneOf('summary', inputs.summary || 'true', ['true', 'false', 'failures']),
      annotations: flag('annotations', inputs.annotations, true),
      slowest: count('slowest', inputs.slowest),
    },
    ...decideBaseline(inputs, context, cache),
    unpublished: 'reason' in decision ? decision.reason : '',
    notices,
  };
  if (!share) return plan;
  const { labels: _, ...publication } = share;
  return { ...plan, share: { ...publication, build: shareBuild(dev, stageOf('share-target'), share, context) } };
}

/** A reference that no other job on the same engine moves. */
function ownReference(name: string, context: Context, stage: 'dev' | 'share'): string {
  return `dev-in-docker/${name}:${stage}-${context.id}`;
}

/** Something that may stand in an image reference: a repository's name may begin with a dot, such as `.github`. */
function imageNameOf(repository: string): string {
  const parts = repository.toLowerCase().split('/');
  const names = parts.map(part => (part.match(/[a-z0-9]+/g) ?? []).join('-')).filter(part => part !== '');
  return names.join('/') || 'local/project';
}

/** Something that may stand after the colon of an image reference. */
function imageTagOf(stage: string): string {
  return stage.replace(/[^a-z0-9._-]/g, '-');
}

/**
 * The tests run as the runner; a runner that is root, as the one whom the checkout belongs to. Where several people work
 * in one folder, it is theirs by a group that they have besides their own. In rootless Docker, the user outside is root
 * in a container.
 */
function owner(context: Context, { checkout, engine }: Facts): { uid: number; gid: number } {
  if (engine.isRootless) return { uid: 0, gid: 0 };
  if (context.uid === 0) return { uid: checkout.uid, gid: checkout.gid };
  return { uid: context.uid, gid: context.groups.includes(checkout.gid) ? checkout.gid : context.gid };
}

/** Built beside dev from the same files, on the very image that the tests run in, with nothing out of any cache. */
function shareBuild(dev: BuildPlan, stage: string, share: Publication, context: Context): BuildPlan {
  return {
    ...dev,
    stage,
    tags: [ownReference(imageNameOf(context.repository), context, 'share')],
    labels: share.labels,
    given: stage === dev.stage ? {} : { [dev.stage]: dev.tags.at(-1) ?? '' },
    // What gets the commit's time is compressed after that.
    compression: share.seconds === undefined ? 'gzip' : 'uncompressed',
  };
}

/** The same plan for a job that has nothing to give to others. */
export function withoutSaving(plan: Plan): Plan {
  return 'off' in plan.cache ? plan : { ...plan, cache: { ...plan.cache, save: false } };
}
