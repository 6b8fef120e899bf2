export type Stopwatch = {
  /** Something begins to wait; the function it returns says that it has ended. */
  begin(): () => void;
  /** Seconds in which at least one waited. */
  seconds(): number;
};

/** Measures how long at least one of several things waited. */
export function makeStopwatch(): Stopwatch {
  let running = 0;
  let started = 0;
  let milliseconds = 0;
  return {
    begin() {
      if (running++ === 0) started = performance.now();
      return () => {
        if (--running > 0) return;
        milliseconds += performance.now() - started;
      };
    },
    seconds: () => (milliseconds + (running > 0 ? performance.now() - started : 0)) / 1000,
  };
}
