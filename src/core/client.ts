/** What main asks of the cache client, which is a process of its own. */
export type CacheRequest =
  | { action: 'restore'; keys: string[]; lookupOnly: boolean }
  | {
      action: 'save';
      key: string;
      image: string;
      /** Configuration of the image that was restored, where the new one was built from it. */
      olderConfig?: string;
    };

/** What the cache client found or did. */
export type CacheResult = {
  /** The entry that was found, or saved. */
  key?: string;
  /** Bytes of the folder that was restored or saved. */
  bytes?: number;
  /** Why it could not be done, in the service's words. */
  trouble?: string;
};
