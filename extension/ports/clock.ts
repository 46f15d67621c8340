/** The site's time: UTC epoch milliseconds. The demo site's clock runs faster than the wall clock. */
export interface Clock {
  now(): number;
  /** Resolves after this many milliseconds of the site's time, or rejects when the signal aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}
