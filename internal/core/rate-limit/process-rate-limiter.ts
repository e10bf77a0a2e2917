import { LRUCache } from "lru-cache";
import type { RateLimiter } from "./rate-limiter.ts";
import { take } from "./sliding-window.ts";

/** Callers that are remembered at once: who makes up more addresses than this pushes out the one not seen for longest. */
const mostCallers = 50_000;

/** Counts in this process alone: for one that has no replicas. */
export function processRateLimiter(now: () => number): RateLimiter {
  const calls = new LRUCache<string, readonly number[]>({ max: mostCallers });
  return {
    take(key, rate) {
      const taken = take(calls.get(key) ?? [], now(), rate);
      calls.set(key, taken.calls);
      return taken.quota;
    },
  };
}
