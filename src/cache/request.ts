import { withoutQueries } from '../text/plain.ts';
import type { Restored } from './facts.ts';
import type { Prefixes } from './keys.ts';

/** What main asks of the cache client, which is a process of its own. */
export type CacheRequest = RestoreRequest | SaveRequest;

/** `keys` are starts of keys, the better one first. */
export type RestoreRequest = { action: 'restore'; keys: Prefixes; lookupOnly: boolean };

export type SaveRequest = {
  action: 'save';
  key: string;
  image: string;
  /** Bytes above which nothing is saved. */
  maxSize: number;
  entry:
    | {
        kind: 'build';
        /** Configuration of the image that was restored, where the new one was built from it. */
        olderConfig?: string;
      }
    | {
        kind: 'run';
        contentId: string;
        /** Base images of the build: reference → digest. */
        bases: Record<string, string>;
        /** Label of the container that the image's files are read from. */
        label: string;
      };
};

/** What the cache client found or did. */
export type CacheResult = {
  /** The entry that was found, or saved. */
  key?: string;
  /** Bytes of what was restored or saved. */
  bytes?: number;
  /** Why it could not be done, in the service's words. */
  trouble?: string;
};

/** What came of a request, by what the client left behind: its result, or else the last that it printed. */
export function judgeEnd(result: CacheResult | undefined, said: string): CacheResult {
  return result ?? { trouble: `the cache client ended early: ${withoutQueries(said).trim().slice(-500)}` };
}

/** What a restore brought; `exact` is how keys of the same requirements begin. Of a look-up, there are no files to use. */
export function judgeRestored(
  { key, bytes = 0, trouble }: CacheResult,
  exact: string,
  lookupOnly: boolean,
): Omit<Restored, 'entry' | 'seconds'> & { isUsable: boolean } {
  const isUsable = key !== undefined && !lookupOnly && trouble === undefined;
  return {
    ...(key ? { key } : {}),
    isExact: (isUsable || lookupOnly) && (key?.startsWith(exact) ?? false),
    isUsable,
    bytes,
    ...(trouble ? { trouble } : {}),
  };
}
