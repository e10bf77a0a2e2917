/** How often an operation may be called, as its spec says. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  /** Whose calls are counted together. */
  readonly by: "ip" | "user" | "organization";
}

/** What is left to a caller after a call. */
export interface Quota {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Milliseconds until the oldest call that counts leaves the window. */
  readonly milliseconds: number;
}

/**
 * Counts calls in a sliding window: in no span of that length are more than `limit` allowed, wherever it begins. A call that is
 * refused is not counted.
 */
export interface RateLimiter {
  take(key: string, rate: RateLimit): Quota | Promise<Quota>;
}
