import { type BuildPlan, requireStage } from './buildkit/plan.ts';
import { planSecrets, type SecretFacts } from './buildkit/secrets.ts';
import {
  type BaselinePlan,
  type CachePlan,
  cacheNotices,
  cacheOffNotices,
  cacheOffReason,
  decideBaseline,
  decideCache,
  decideExtent,
} from './cache/plan.ts';
import type { Checkout, Commit } from './checkout/checkout.ts';
import { locate, requireFiles } from './checkout/locate.ts';
import type { StageFacts } from './dockerfile/stage.ts';
import type { Engine } from './engine/engine.ts';
import type { Context } from './host/context.ts';
import { ownReference } from './host/run.ts';
import { secretNotices } from './inputs/exposed.ts';
import { type Inputs, inputNotices } from './inputs/inputs.ts';
import { decideMount, type Machine, type MountPlan } from './mount/plan.ts';
import { planTests, type TestPlan } from './pytest/plan.ts';
import { decidePublication, type Publication, type SharePlan } from './share/plan.ts';
import type { Sentence } from './text/sentence.ts';

/** How much of the report is wanted. */
export type ReportPlan = {
  summary: 'true' | 'false' | 'failures';
  /** Whether red tests are shown on their lines. */
  annotations: boolean;
  /** How many of the slowest tests are listed. */
  slowest: number;
  /** Where what the tests did is written as JUnit's XML, relative to the checkout; absent where it isn't. */
  junit?: string;
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
  notices: Sentence[];
};

/** What the decisions are made from. */
export type PlanFacts = {
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
export function makePlan(inputs: Inputs, context: Context, facts: PlanFacts): Plan {
  const files = requireFiles(facts.checkout, locate(inputs));
  const target = requireStage('target', inputs.target, facts.stages);
  const test = planTests(inputs, {
    ...{ context: files.context, isLabelled: facts.engine.isLabelled },
    ...owner(context, facts),
  });
  const decision = decidePublication(inputs, context, facts, test);
  const publication = 'publication' in decision ? decision.publication : undefined;
  const { cache, mount } = decideReuse(inputs, context, facts, publication !== undefined);
  const build = {
    ...files,
    buildArguments: inputs['build-args'],
    secrets: planSecrets(inputs, facts.secrets),
    builder: facts.engine.builder,
  };
  const dev = devBuild(build, target, context, { cache, isPublished: publication !== undefined });
  return {
    ...{ dev, cache, mount, test },
    report: reportPlan(inputs),
    ...decideBaseline(inputs, context, cache),
    ...(publication && { share: sharePlan(dev, publication, inputs, context, facts) }),
    unpublished: 'reason' in decision ? decision.reason : '',
    notices: [
      ...inputNotices(context.inputVariables),
      ...secretNotices(inputs['build-args']),
      ...(decision.notice === undefined ? [] : [decision.notice]),
      ...('off' in cache ? cacheOffNotices(cache.off) : cacheNotices(inputs, facts)),
    ],
  };
}

function reportPlan(inputs: Inputs): ReportPlan {
  const { summary, annotations, slowest, 'junit-file': junit } = inputs;
  return { summary, annotations, slowest, ...(junit === undefined ? {} : { junit }) };
}

/** What of earlier runs is used, and what is kept for later ones. */
function decideReuse(
  inputs: Inputs,
  context: Context,
  facts: PlanFacts,
  isPublished: boolean,
): Pick<Plan, 'cache' | 'mount'> {
  const mountOff = { off: 'the cache is off' };
  const off = cacheOffReason(inputs, context);
  if (off !== undefined) return { cache: { off }, mount: mountOff };
  const mount = decideMount(inputs, context, facts, isPublished);
  const isMounted = !('off' in mount);
  const extent = decideExtent(inputs.target, facts.stage, isMounted);
  const cache = decideCache(inputs, context, facts, { extent, isMounted, isPublished });
  return { cache, mount: 'off' in cache ? mountOff : mount };
}

/** What the builds of both stages have in common. */
type Build = Pick<BuildPlan, 'context' | 'dockerfile' | 'buildArguments' | 'secrets' | 'builder'>;

/** How the dev stage is built, by what becomes of its image. */
function devBuild(
  build: Build,
  stage: string,
  context: Context,
  { cache, isPublished }: { cache: Plan['cache']; isPublished: boolean },
): BuildPlan {
  const name = imageNameOf(context.repository);
  const isKeptWhole = 'off' in cache || cache.extent.kind === 'whole';
  return {
    ...build,
    stage,
    tags: [`dev-in-docker/${name}:${imageTagOf(stage)}`, ...(isPublished ? [ownReference(context.id, 'dev')] : [])],
    labels: [],
    noCache: isPublished,
    buildContexts: {},
    isCacheable: !('off' in cache) && cache.save && isKeptWhole,
    // What is not kept as it is in the engine need not be compressed there.
    compression: isPublished ? 'gzip' : isKeptWhole ? 'zstd' : 'uncompressed',
  };
}

/** The share stage is built beside dev from the same files, on the very image that the tests run in, with nothing out of any cache. */
function sharePlan(
  dev: BuildPlan,
  { labels, ...publication }: Publication,
  inputs: Inputs,
  context: Context,
  { stages }: PlanFacts,
): SharePlan {
  const stage = requireStage('share-target', inputs['share-target'], stages);
  const build: BuildPlan = {
    ...dev,
    stage,
    tags: [ownReference(context.id, 'share')],
    labels,
    buildContexts: stage === dev.stage ? {} : { [dev.stage]: dev.tags.at(-1) ?? '' },
    isCacheable: false,
    // What gets the commit's time is compressed after that.
    compression: publication.seconds === undefined ? 'gzip' : 'uncompressed',
  };
  return { ...publication, build };
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
function owner(context: Context, { checkout, engine }: PlanFacts): { uid: number; gid: number } {
  if (engine.isRootless) return { uid: 0, gid: 0 };
  if (context.uid === 0) return { uid: checkout.uid, gid: checkout.gid };
  return { uid: context.uid, gid: context.groups.includes(checkout.gid) ? checkout.gid : context.gid };
}

/** The same plan for a job that has nothing to give to others. */
export function withoutSaving(plan: Plan): Plan {
  return 'off' in plan.cache ? plan : { ...plan, cache: { ...plan.cache, save: false } };
}
