// What entries there are and which of them a lookup finds: GitHub's rules of scopes, versions and prefixes.
import type { Access } from './cache-token.ts';

/** One cache entry; `size` (bytes) is undefined until the upload is finalized, and only then can it be found. */
export type Entry = {
  id: number;
  key: string;
  version: string;
  scope: string;
  /** The name of the blob that holds its bytes. */
  blob: string;
  size: number | undefined;
  /** Milliseconds since 1970. */
  createdAt: number;
};

/** Returns the entry of exactly this key, version and scope, finalized or not. */
export function sameEntry(entries: Entry[], wanted: Pick<Entry, 'key' | 'version' | 'scope'>): Entry | undefined {
  return entries.find(
    entry => entry.key === wanted.key && entry.version === wanted.version && entry.scope === wanted.scope,
  );
}

/**
 * Returns the entry that GitHub would serve: the first scope that has any match wins; in a scope the first key that
 * has any; for a key the exact entry before one that the key is a prefix of, and of those the newest.
 */
export function findEntry(entries: Entry[], access: Access[], version: string, keys: string[]): Entry | undefined {
  const visible = entries.filter(entry => entry.size !== undefined && entry.version === version);
  for (const { scope } of access.filter(({ read }) => read)) {
    const inScope = visible.filter(entry => entry.scope === scope);
    for (const key of keys) {
      const found = inScope.find(entry => entry.key === key) ?? newestWithPrefix(inScope, key);
      if (found) return found;
    }
  }
  return undefined;
}

// Entries made in the same millisecond are told apart by their ids, which only grow.
function newestWithPrefix(entries: Entry[], prefix: string): Entry | undefined {
  return entries.filter(({ key }) => key.startsWith(prefix)).sort((a, b) => b.id - a.id)[0];
}
