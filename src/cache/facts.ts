/** A restored image in OCI layout that BuildKit can take layers from: its manifest's digest, its configuration. */
export type Entry = { folder: string; digest: string; config: string };

/** What the cache held. */
export type Restored = {
  key?: string;
  /** Whether the entry was made from the same requirements. */
  isExact: boolean;
  /** Absent where nothing was there, or it was only looked up, or it is unreadable. */
  entry?: Entry;
  bytes: number;
  seconds: number;
  trouble?: string;
};

/** What became of the new entry. */
export type Saved = { key?: string; bytes: number; seconds: number; trouble?: string };

/** What became of the new entries; absent where none was worth saving. */
export type SavedEntries = { run?: Saved; build?: Saved };
