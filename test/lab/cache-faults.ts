// What can be made to go wrong with the cache service, as plain switches.

/** A fault of a call. Only what is set happens; an empty fault changes nothing. */
export type CallFault = {
  /** Answers with this HTTP status (429, 500, 503 …) and an error in the service's form. */
  status?: number;
  /** Seconds, sent with `status` as Retry-After. */
  retryAfter?: number;
  /** Answers with this text, whatever it is, as JSON; with 200 unless `status` says otherwise. */
  body?: string;
  /** Answers `cache write denied` or `cache read denied`, whatever the token allows. */
  denied?: boolean;
  /** Cuts the connection instead of answering. */
  reset?: boolean;
  /** Milliseconds before anything is answered. */
  delay?: number;
  /** Only so many calls are hit, then all is well again; counts down. */
  times?: number;
};

/** A fault of blob traffic. It holds for addresses handed out while it is set, and for as long as it is set. */
export type BlobFault = {
  /** Answers with this HTTP status instead of passing the request on. */
  status?: number;
  /** Cuts the connection instead of answering. */
  reset?: boolean;
  /** Milliseconds before the request is passed on. */
  delay?: number;
  /** Bytes per second, over all connections together. */
  rate?: number;
  /** Cuts the connection after so many bytes of each body. */
  truncateAfter?: number;
  /** Changes one bit of each body on its way. */
  flip?: boolean;
  /** Only so many requests are hit, then all is well again; counts down. */
  times?: number;
};

/** The switches; `{}` is a healthy service. A download's HEAD request is never hit, only the GETs are. */
export type Faults = {
  reserve?: CallFault;
  finalize?: CallFault;
  lookup?: CallFault;
  /** Of all calls for artifacts. */
  artifact?: CallFault;
  upload?: BlobFault;
  download?: BlobFault;
};

/** Returns the fault if it hits this time, and counts it. */
export function hit<Fault extends { times?: number }>(fault: Fault | undefined): Fault | undefined {
  if (fault?.times === undefined) return fault;
  if (fault.times <= 0) return undefined;
  fault.times -= 1;
  return fault;
}
