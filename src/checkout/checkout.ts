/** What is in the checkout, before anything was built or run. */
export type Checkout = {
  isEmpty: boolean;
  /** Absolute path of the build context; absent where there is no such folder within the checkout. */
  context?: string;
  /** Absolute path of the Dockerfile, likewise. */
  dockerfile?: string;
  /** Where the Dockerfile would be if its path were one below the context, relative to the checkout; absent where it isn't. */
  meantDockerfile?: string;
  /** Other files that look like Dockerfiles, relative to the checkout. */
  otherDockerfiles: string[];
  dependencies: Dependencies;
  /** Whom the context belongs to. */
  uid: number;
  gid: number;
};

/** A commit's full hash, and its committer's time in seconds since 1970. */
export type Commit = { sha: string; seconds: number };

/** The files that make the cache key. */
export type Dependencies = {
  /** Relative to the context. */
  files: string[];
  /** SHA-256 over names and contents, hexadecimal. */
  hash: string;
  /** Patterns that somebody wrote and that match nothing. */
  unmatched: string[];
  /** What the first of them would be if it were one below the checkout, written as one below the context; absent where that matches nothing either. */
  meant?: string;
};
