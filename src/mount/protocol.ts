import type { RunEntryHeader } from '../cache/run-entry.ts';

/** What main asks of the process that serves a run entry to the kernel: its first message to it. */
export type ServeRequest = {
  type: 'serve';
  /** Where the cache service is, and the job's token for it. */
  service: { url: string; token: string };
  /** Start of the key of the run entry; the newest entry counts. */
  keyPrefix: string;
  /** Start of the key of the entry with the prefetch order. */
  prefetchPrefix: string;
  /** Absolute path of an empty file, over which the squashfs appears as one read-only file. */
  mountpoint: string;
  /** Absolute path of the sparse file that keeps what was fetched. */
  store: string;
};

/** Main's last message: the run is over, the mountpoint will be unmounted. Nothing more is fetched. */
export type ReleaseRequest = {
  type: 'release';
  /** Whether a prefetch order may be kept for the next run: only of a run that went through, where saving is allowed. */
  keepPrefetchOrder: boolean;
};

/** What the serving process tells main. After `absent`, `trouble`, `lost` and `stopped` nothing else comes. */
export type ServerMessage =
  /** The entry is there and its header is whole. */
  | { type: 'found'; key: string; header: Omit<RunEntryHeader, 'chunks'> }
  /** The file can be mounted. */
  | { type: 'mounted' }
  /** No such entry. */
  | { type: 'absent' }
  /** The service or the entry can't be used, said before `mounted`; `key` where an entry was found. */
  | { type: 'trouble'; message: string; key?: string }
  /** Chunks that were asked for can't be had: reads fail, and what was run so far does not count. */
  | { type: 'lost'; message: string }
  /** The mountpoint is unmounted. */
  | { type: 'stopped'; figures: ServingFigures };

export type ServingFigures = {
  /** Bytes that were fetched, of how many there are. */
  bytesFetched: number;
  bytes: number;
  /** Chunks that the kernel asked for. */
  partsRead: number;
  /** Seconds that reads waited for chunks that were not there yet. */
  secondsWaited: number;
  /** Whether a prefetch order of an earlier run was known. */
  knewPrefetchOrder: boolean;
  /** Key under which a new prefetch order was kept, if one was. */
  prefetchKey?: string;
};
