import { type BuildSecrets, planSecrets, type SecretFacts, secretNotices } from './buildkit/secrets.ts';
import type { CacheScope } from './cache/keys.ts';
import { cacheNotices, cacheOffReason, decideBaseline, decideCache } from './cache/plan.ts';
import { locate, requireFiles } from './checkout/places.ts';
import type { Checkout, Commit } from './checkout/steps/inspect.ts';
import type { StageFacts } from './dockerfile/steps/stage.ts';
import type { Engine } from './engine/steps/inspect.ts';
import type { Context } from './host/steps/environment.ts';
import type { Inputs } from './inputs/names.ts';
import { buildArguments, count, flag, oneOf, quoted } from './inputs/values.ts';
import { decideExtent, decideMount, type Extent, type MountPlan } from './mount/plan.ts';
import type { Machine } from './mount/steps/machine.ts';
import { planTests } from './pytest/plan.ts';
import { decidePublication, type Publication } from './share/plan.ts';
import type { Version } from './share/version.ts';
import { UserError } from './text/errors.ts';

export { planLookup, withoutSaving } from './cache/plan.ts';
export { locate, type Places } from './checkout/places.ts';

/** One stage to build. Paths are absolute. */
export type BuildPlan = {
  stage: string;
  context: string;
  dockerfile: string;
  buildArguments: string[];
  secrets: BuildSecrets;
  builder: string;
  /** References that the image gets. */
  tags: string[];
  labels: string[];
  /** Whether every step runs anew, whatever the engine remembers. */
  isFresh: boolean;
  /** Whether base images are looked up anew. */
  pulls?: boolean;
  /** Stages that are not built but taken from an image: name → reference. */
  given: Record<string, string>;
  /** Whether the image remembers which step made which layer, so that it serves as a cache. */
  isCacheable: boolean;
  compression: 'zstd' | 'gzip' | 'uncompressed';
};

export type CachePlan = {
  scope: CacheScope;
  /** What build entries hold. */
  extent: Extent;
  /** Bytes above which no entry is saved. */
  maxSize: number;
  /** What is done with an entry that is there: taken, only looked up, or not even that. */
  restore: 'files' | 'lookup' | 'no';
  /** Whether this job may save, and its entries could be of use to others. */
  save: boolean;
};

export type TestPlan = {
  context: string;
  /** Folder below the context that the tests are started in; empty for the context itself. */
  folder: string;
  /** What starts pytest, with its arguments. */
  command: string[];
  environment: Record<string, string>;
  /** Whom what the tests write is to belong to. */
  uid: number;
  gid: number;
  /** Who runs the tests, if not they. */
  user?: string;
  /** Where the checkout is mounted, if not at the image's working directory. */
  workdir?: string;
  isReadOnly: boolean;
  /** Whether the engine keeps containers from files that are not labelled for them (SELinux). */
  isLabelled: boolean;
  /** More arguments for docker run: network, shared memory, graphics cards. */
  options: string[];
  /** After so many seconds the tests are stopped. */
  timeoutSeconds?: number;
};

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

/** What this run is compared with: the last run of the same tests on the default branch. */
export type BaselinePlan = {
  branch: string;
  /** What tells tests apart: workflow, job, leg, folder, stage. */
  scope: string[];
  suffix: string;
  sha: string;
  /** Whether this run is to be what later ones are compared with. */
  save: boolean;
};

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
    : decideCache(inputs, context, facts, share, { extent, isMounted: !('off' in mount) });
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

/** Where the server shows the commit's files; nothing outside of a repository on a server. */
export function sourceAddress({ serverUrl, repository, sha }: Context): { source?: string } {
  return repository === '' || sha === '' ? {} : { source: `${serverUrl}/${repository}/blob/${sha}` };
}

/** Name of a matrix leg for titles, such as `3.12, numpy`; empty outside a matrix. */
export function legName(matrix: string): string {
  try {
    const values: unknown = JSON.parse(matrix || 'null');
    if (typeof values !== 'object' || values === null) return '';
    return Object.values(values)
      .map(value => (typeof value === 'object' ? JSON.stringify(value) : String(value)))
      .join(', ');
  } catch {
    return '';
  }
}

/** A stage of the Dockerfile, lower-cased as BuildKit does; fails where there is none. Of a Dockerfile that can't be read, that is BuildKit's to report. */
export function requireStage(input: 'target' | 'share-target', name: string, stages: string[] | undefined): string {
  const stage = name.toLowerCase();
  if (stages === undefined || stages.includes(stage)) return stage;
  const there = stages.length > 0 ? `It has: ${stages.join(', ')}.` : 'None of its stages has a name.';
  throw new UserError(
    `The Dockerfile has no stage ${quoted(name)}. ${there} Name a stage with "FROM … AS ${stage}", or set the input ${input}.`,
  );
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
