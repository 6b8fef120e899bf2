/** What two jobs must have in common to use each other's cache entries. */
export type CacheScope = {
  store: string;
  architecture: string;
  /** The input cache-suffix. */
  suffix: string;
  /** What makes two builds differ: folder, file, stage, build arguments. */
  build: string[];
  /** Hash of the requirements. */
  requirements: string;
};

/** Layout of the entries; a change of it makes all older ones unknown. */
const FORMAT = 2;

/** Starts of the keys to look up: of entries made from the same requirements, then of any that are worth having. */
export type Prefixes = { exact: string; any: string };

/** Prefixes of the keys of a scope; `hash` makes a hexadecimal digest of a text. */
export function cachePrefixes(scope: CacheScope, hash: (text: string) => string): Prefixes {
  const build = hash(JSON.stringify(scope.build)).slice(0, 8);
  const suffix = scope.suffix === '' ? [] : [asKeyPart(scope.suffix)];
  const any = ['dev-in-docker', `v${FORMAT}`, scope.store, scope.architecture, ...suffix, build, ''].join('-');
  return { any, exact: `${any}${scope.requirements.slice(0, 16)}-` };
}

/** The key to save under: entries can't be overwritten, so an identifier of what was built is part of it. */
export function cacheKey(prefixes: Prefixes, contentId: string): string {
  return prefixes.exact + contentId.slice(0, 16);
}

/** What two jobs must have in common to believe each other's run entries. */
export type RunScope = {
  /** Such as `x64`. */
  architecture: string;
  /** The input cache-suffix. */
  suffix: string;
  /** All that the dev stage depends on and that the checkout or the inputs hold. */
  everything: string[];
};

/** Starts of the keys of run entries, and of the prefetch orders: those in which their chunks were asked for. */
export type RunPrefixes = { run: string; prefetch: string };

/** Prefixes of a run entry's keys; `hash` makes a hexadecimal digest of a text. */
export function runPrefixes(scope: RunScope, hash: (text: string) => string): RunPrefixes {
  const suffix = scope.suffix === '' ? [] : [asKeyPart(scope.suffix)];
  // A run entry is believed because of its key, hence the longer hash.
  const id = hash(JSON.stringify(scope.everything)).slice(0, 32);
  const prefix = (kind: string) =>
    ['dev-in-docker', kind, `v${FORMAT}`, scope.architecture, ...suffix, id, ''].join('-');
  return { run: prefix('run'), prefetch: prefix('prefetch') };
}

/** The key to save a run entry under. */
export function runKey({ run }: RunPrefixes, contentId: string): string {
  return run + contentId.slice(0, 16);
}

/** Start of the keys under which runs of the same tests are kept to be compared with; `scope` is what tells tests apart. */
export function baselinePrefix(scope: string[], suffix: string, hash: (text: string) => string): string {
  const parts = suffix === '' ? [] : [asKeyPart(suffix)];
  return ['dev-in-docker', 'tests', `v${FORMAT}`, ...parts, hash(JSON.stringify(scope)).slice(0, 16), ''].join('-');
}

/** Start of the keys of what all tests of a job took, whatever its matrix; `job` are the names of the workflow and of the job. */
export function timesPrefix(job: string[], hash: (text: string) => string): string {
  return ['dev-in-docker', 'times', 'v1', hash(JSON.stringify(job)).slice(0, 16), ''].join('-');
}

/** The key of what the shards of a job split by in one run, all of its attempts. */
export function splitKey(job: string[], runId: string, hash: (text: string) => string): string {
  return ['dev-in-docker', 'split', 'v1', hash(JSON.stringify(job)).slice(0, 16), runId, ''].join('-');
}

/** A key for an entry that can't be overwritten, but was found unusable: the same image may have been built again. */
export function keyInstead(key: string, unusable: string | undefined): string {
  return unusable?.startsWith(key) ? `${unusable}-instead` : key;
}

/** Keys have no commas and at most 512 characters. */
function asKeyPart(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100);
}
