import type { Quota, RateLimit } from "./rate-limiter.ts";

/** The calls that count from now on, the oldest first, and what is left after this one. */
export interface Taken {
  readonly calls: readonly number[];
  readonly quota: Quota;
}

/** Takes one call at `now` (milliseconds) into a window whose earlier calls are `before`. Pure: every limiter asks this one. */
export function take(before: readonly number[], now: number, { limit, windowSeconds }: RateLimit): Taken {
  const window = windowSeconds * 1000;
  const first = before.findIndex((at) => at > now - window);
  const kept = first === -1 ? [] : before.slice(first);
  const allowed = kept.length < limit;
  // Clocks of replicas differ by a little: the log stays in order all the same.
  if (allowed) kept.push(Math.max(now, kept.at(-1) ?? now));
  const oldest = kept[0] ?? now;
  return { calls: kept, quota: { allowed, remaining: limit - kept.length, milliseconds: Math.max(0, oldest + window - now) } };
}
