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
const FORMAT = 1;

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

/** Keys have no commas and at most 512 characters. */
function asKeyPart(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100);
}
