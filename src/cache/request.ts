import type { Restored } from './facts.ts';

/** What main asks of the cache client, which is a process of its own. */
export type CacheRequest = RestoreRequest | SaveRequest;

export type RestoreRequest = { action: 'restore'; keys: string[]; lookupOnly: boolean };

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

/** What came of a request, by what the client left behind: its result, if there is one, and what it printed. */
export function judgeEnd(result: CacheResult | undefined, said: string, action: CacheRequest['action']): CacheResult {
  if (!result) return { trouble: `the cache client ended early: ${said.trim().slice(-500)}` };
  // What was saved is there, whatever was said on the way.
  if (result.trouble !== undefined || (result.key !== undefined && action === 'save')) return result;
  const trouble = troubleIn(said);
  return trouble === undefined ? result : { ...result, trouble };
}

/** What @actions/cache printed about a failure: a warning, an error, or a line that says so. */
function troubleIn(log: string): string | undefined {
  const said = log.match(/^(?:::(?:warning|error)::|Failed to (?:save|restore): )(.+)$/m)?.[1];
  return said?.replaceAll('%0A', ' ').replaceAll('%0D', '').replaceAll('%25', '%');
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
