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
